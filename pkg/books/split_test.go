package books

import (
	"fmt"
	"math/big"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// Nothing is lost or made, however it is split; who has worked twice as long has twice as much,
// to one of the smallest units; nobody gets anything for nothing.
func TestSplitIsWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amount, _ := new(big.Int).SetString(rapid.StringMatching(`-?[1-9][0-9]{0,24}`).Draw(t, "amount"), 10)
		worked, all := map[string]time.Duration{}, time.Duration(0)
		for i := range rapid.IntRange(0, 8).Draw(t, "devices") {
			d := time.Duration(rapid.Int64Range(0, int64(1000*time.Hour)).Draw(t, "worked"))
			worked[fmt.Sprintf("GPU-%d", i)], all = d, all+d
		}
		sum := new(big.Int)
		for _, p := range Split(amount, worked) {
			sum.Add(sum, p.Amount)
			off := new(big.Int).Mul(amount, big.NewInt(int64(worked[p.Device])))
			off.Quo(off, big.NewInt(int64(all))).Sub(off, p.Amount)
			if off.CmpAbs(big.NewInt(1)) > 0 || worked[p.Device] == 0 {
				t.Fatalf("%s has %s of %s for %s of %s", p.Device, p.Amount, amount, worked[p.Device], all)
			}
		}
		if want := new(big.Int).Set(amount); all > 0 && sum.Cmp(want) != 0 || all == 0 && sum.Sign() != 0 {
			t.Fatalf("%s of %s is given", sum, amount)
		}
	})
}
