package feed

import (
	"math"
	"testing"
	"time"
)

// One entry of an answer that is of another type, NaN or without a time leaves the others.
func TestBadEntryOfAnAnswer(t *testing.T) {
	now := time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)
	for name, tt := range map[string]struct {
		kind, answer, key string
		want              float64
	}{
		"whattomine, tag":   {"whattomine", `{"coins":{"A":{"tag":5,"exchange_rate":1},"Ravencoin":{"tag":"RVN","exchange_rate":2e-7}}}`, "RVN.price_btc", 2e-7},
		"whattomine, NaN":   {"whattomine", `{"coins":{"A":{"tag":"AAA","exchange_rate":NaN},"Ravencoin":{"tag":"RVN","exchange_rate":2e-7}}}`, "RVN.price_btc", 2e-7},
		"whattomine, null":  {"whattomine", `{"coins":{"A":null,"B":[],"Ravencoin":{"tag":"RVN","exchange_rate":"2e-7","lagging":"no"}}}`, "RVN.price_btc", 2e-7},
		"minerstat":         {"minerstat", `[{"coin":["x"]},7,{"coin":"RVN","type":"coin","price":"0.02"}]`, "RVN.price_usd", 0.02},
		"nicehash":          {"nicehash", `{"miningAlgorithms":[{"algorithm":{},"paying":1},{"algorithm":"KAWPOW","paying":"8.64"}]}`, "KAWPOW.btc_per_hash", 1e-12},
		"coingecko":         {"coingecko", "{\"a\":Infinity,\"b\":{\"usd\":{}},\"ravencoin\":{\"usd\":0.02}}", "ravencoin.price_usd", 0.02},
		"frankfurter":       {"frankfurter", `{"base":"EUR","date":"2026-03-02","rates":{"USD":1.15,"XXX":"?","GBP":null}}`, "EUR.usd", 1.15},
		"2miners, old node": {"2miners", `{"nodes":[{"difficulty":"500","lastBeat":"1772452800"},{"difficulty":"1","lastBeat":"1771552800"}]}`, "difficulty", 500},
		"2miners, odd node": {"2miners", `{"nodes":[null,{"difficulty":"500","lastBeat":"1772452800"},{"difficulty":{}}]}`, "difficulty", 500},
		"miningcore":        {"miningcore", `{"pools":[{"id":1},{"id":"rvn","networkStats":{"networkDifficulty":500}}]}`, "rvn.difficulty", 500},
		"byte-order mark":   {"minerstat", "\ufeff[{\"coin\":\"RVN\",\"price\":0.02}]", "RVN.price_usd", 0.02},
	} {
		a, err := parsers[tt.kind]([]byte(tt.answer), now, options{units: 1})
		if got := a.Readings[tt.key].Value; err != nil || math.Abs(got-tt.want) > 1e-6*tt.want {
			t.Errorf("%s: %v, %v; want %v of %v", name, got, err, tt.want, a.Readings)
		}
	}
	// Two algorithms under one name: only the price is clear.
	a, err := minerstat([]byte(`[{"coin":"XVG","type":"coin","algorithm":"Scrypt","reward":1e-9,"price":0.005},{"coin":"XVG","type":"coin","algorithm":"X17","reward":9e-3,"price":0.005}]`), now, options{})
	if err != nil || len(a.Readings) != 1 || a.Readings["XVG.price_usd"].Value != 0.005 {
		t.Errorf("%v, %v", a.Readings, err)
	}
	for name, tt := range map[string]struct{ kind, answer string }{
		"awattar": {"awattar", `{"data":[{"start_timestamp":"x","marketprice":5},{"start_timestamp":1772452800000,"end_timestamp":1772456400000,"marketprice":NaN},{"start_timestamp":1772456400000,"end_timestamp":1772460000000,"marketprice":"-5"}]}`},
		"octopus": {"octopus", `{"results":[{"value_inc_vat":1,"valid_from":"soon"},{"value_inc_vat":null,"valid_from":"2026-03-02T12:00:00Z"},7,{"value_inc_vat":-0.5,"valid_from":"2026-03-02T13:00:00Z","valid_to":"2026-03-02T13:30:00Z"}]}`},
	} {
		a, err := parsers[tt.kind]([]byte(tt.answer), now, options{})
		if err != nil || len(a.Slots) != 1 || a.Slots[0].PerKWh != -0.005 {
			t.Errorf("%s: %+v, %v", name, a.Slots, err)
		}
	}
}
