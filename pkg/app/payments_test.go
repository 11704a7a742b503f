package app

import (
	"fmt"
	"math"
	"math/big"
	"path/filepath"
	"testing"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/feed"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// A reward is booked with those that have trained for it, by their hours, to the last wei and
// once; gas and bonds are the rig's.
func TestPay(t *testing.T) {
	st, err := store.Open(filepath.Join(t.TempDir(), "db"))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	for i, seconds := range []float64{3600, 7200, 0, 3600} {
		work := "train dev/0"
		if i == 3 {
			work = "train dev/1"
		}
		if err := st.AppendLine(store.Line{At: time.Now(), Device: fmt.Sprintf("GPU-%d", i), Workload: work, Kind: store.Electricity, USD: -0.01, Seconds: seconds}); err != nil {
			t.Fatal(err)
		}
	}
	c := config.Chain{Name: "dev", ID: 1, EtherPriceUSD: config.Quote{Value: new(2000.0)}}
	wei, _ := new(big.Int).SetString("100000000000000000", 10)
	for range 2 {
		for _, kind := range []string{"reward", "gas"} {
			if !pay(st, feed.New(time.Now), c, solver.Payment{ID: kind, Key: "dev/0", Kind: kind, Wei: wei, Source: "receipt"}, zap.NewNop()) {
				t.Fatal(kind)
			}
		}
	}
	lines, err := store.All[store.Line](st, store.Ledger)
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, l := range lines[4:] {
		got += fmt.Sprintf("%s %s %s, ", l.Kind, l.Device, l.Amount)
	}
	if want := "reward GPU-0 33333333333333333, reward GPU-1 66666666666666667, gas  100000000000000000, "; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	earned := 0.0
	for key, total := range st.Totals() {
		if key.Kind == store.Reward {
			earned += total.Earned
		}
	}
	if math.Abs(earned-200) > 1e-9 {
		t.Errorf("%v USD are earned", earned)
	}
}
