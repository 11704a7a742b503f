package main

import (
	"math"
	"strings"
	"testing"
)

// The orders are of the form that Akash's provider writes; a dollar an hour is 1,699.17
// millionths of one by the block.
func TestAkashOrders(t *testing.T) {
	const gpu = `{"resources":[{"memory":34359738368,"cpu":8000,"gpu":{"units":UNITS,"attributes":{"vendor":{"nvidia":{"model":"rtx4090"}}}},"storage":[{"class":"ephemeral","size":107374182400}],"count":COUNT}],"price":{"denom":"DENOM","amount":"AMOUNT"},"price_precision":6}`
	order := func(units, count, denom, amount string) string {
		return strings.NewReplacer("UNITS", units, "COUNT", count, "DENOM", denom, "AMOUNT", amount).Replace(gpu)
	}
	const list = `[{"gpu":{"units":1},"count":1}]`
	for _, tt := range []struct {
		name, order string
		perGPU      float64
		other, akt  float64
		want        float64 // 0: no bid
	}{
		{"one GPU", order("1", "1", "uact", "10000.000000000000000000"), 1, 0, 0, 1699.17},
		{"two times two", order("2", "2", "uact", "10000.000000000000000000"), 0.25, 0, 0, 1699.17},
		{"with the rest", order("1", "1", "uact", "10000"), 0.5, 0.5, 0, 1699.17},
		{"in AKT", order("1", "1", "uakt", "10000"), 1, 0, 2, 849.58},
		{"in AKT of no price", order("1", "1", "uakt", "10000"), 1, 0, 0, 0},
		{"it would pay less", order("1", "1", "uact", "1699.0"), 1, 0, 0, 0},
		{"no GPU", order("0", "1", "uact", "10000"), 1, 0, 0, 0},
		{"no GPU, and the rest has a price", order("0", "1", "uact", "10000"), 1, 0.1, 0, 169.92},
		{"in USDC", order("1", "1", "ibc/170C677610AC31DF0904FFE09CD3B5C657492170E7E52372E48756B71E56F2F1", "10000"), 1, 0, 0, 1699.17},
		{"in a currency of no known worth", order("1", "1", "uosmo", "10000"), 1, 0, 5, 0},
		{"for an amount that is none", order("1", "1", "uact", "plenty"), 1, 0, 0, 0},
		{"for no number", order("1", "1", "uact", "NaN"), 1, 0, 0, 0},
		{"an older provider, which takes AKT", list, 1, 0, 2, 849.58},
		{"an older provider, and AKT has no price", list, 1, 0, 0, 0},
		{"absurd", order("2000", "1", "uact", "1e12"), 1, 0, 0, 0},
		{"negative", order("-1", "1", "uact", "10000"), 1, 0, 0, 0},
		{"nothing", `{}`, 1, 0, 0, 0},
		{"cut", `{"resources":[{"gpu":{"uni`, 1, 0, 0, 0},
		{"endless", strings.Repeat(" ", mostOrder+1), 1, 0, 0, 0},
	} {
		o, err := readOrder(strings.NewReader(tt.order))
		got := 0.0
		if err == nil {
			got, err = o.perBlock(tt.perGPU, tt.other, tt.akt)
		}
		if (err == nil) != (tt.want > 0) || math.Abs(got-tt.want) > 0.01 {
			t.Errorf("%s: %v, %v; want %v", tt.name, got, err, tt.want)
		}
	}
}
