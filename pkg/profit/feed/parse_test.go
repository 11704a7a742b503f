package feed

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var asked = time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)

// Answers of the real services, as far as they could be had (testdata/README.md),
// give these figures.
func TestAnswers(t *testing.T) {
	for _, tt := range []struct {
		file, kind string
		o          options
		want       map[string]float64
		at         map[string]string
	}{
		{"whattomine_coins", "whattomine", options{}, map[string]float64{
			"ETH.price_btc": 0.02755656, "ETH.coins_per_hash": 2 / (170893066753642 * 13.2861), "ETC.block_reward": 3.88,
		}, map[string]string{"ETH.price_btc": "2020-02-19T04:14:13Z"}},
		{"whattomine_coin_1", "whattomine", options{}, map[string]float64{"BTC.price_usd": 85956.45, "BTC.nethash": 1113302519047363281250}, nil},
		{"whattomine_coin_151", "whattomine", options{}, map[string]float64{"ETH.coins_per_hash": 2.91 / (212374342829091 * 15.2281)}, nil},
		{"minerstat_coins", "minerstat", options{}, map[string]float64{
			"KAS.coins_per_hash": 2.7688570853214e-12 / 3600, "KAS.price_usd": 0.14163025807031, "KAS.block_reward": 130.8127827, "2MINERS ZEC.price_usd": 22.6344443724,
		}, map[string]string{"BTC.price_usd": "2024-02-16T16:36:12Z"}},
		{"nicehash_simplemultialgo", "nicehash", options{}, map[string]float64{"DAGGERHASHIMOTO.btc_per_hash": 0.00012791e-8 / 86400}, map[string]string{"SCRYPT.btc_per_hash": "2026-11-01T12:00:00Z"}},
		{"nicehash_exchange_rates", "nicehash-rates", options{}, map[string]float64{"BTC.price_usd": 85956.45}, nil},
		{"coingecko_simple_price", "coingecko", options{}, map[string]float64{"ethereum.price_usd": 2672.57, "stobox-token.price_usd": 0.00104287}, map[string]string{"bitcoin.price_usd": "2026-09-01T11:59:00Z"}},
		{"pool_nodejspool_network_stats", "nodejs-pool", options{units: 1e12}, map[string]float64{"difficulty": 4.1e11, "block_reward": 0.6}, map[string]string{"difficulty": "2023-11-14T22:13:20Z"}},
		{"pool_cryptonote_stats", "cryptonote-pool", options{units: 1}, map[string]float64{"difficulty": 8812345678, "block_reward": 9.81}, nil},
		{"pool_2miners_stats", "2miners", options{}, map[string]float64{"hashes_per_block": 771818804685.0007 * 57.57, "difficulty": 11091.6893}, nil},
		{"pool_2miners_blocks", "2miners-blocks", options{units: 1e12}, map[string]float64{"block_reward": 2.345534434387}, nil},
		{"pool_miningcore_pools", "miningcore", options{blockTime: 75 * time.Second}, map[string]float64{"zec.difficulty": 47251192.667483181, "zec.hashes_per_block": 4791131725.0 * 75, "xmr1.nethash": 39.05}, nil},
		{"frankfurter_v1_latest", "frankfurter", options{}, map[string]float64{"EUR.usd": 1.1782, "GBP.usd": 1.1782 / 0.86993}, map[string]string{"EUR.usd": "2026-04-16T15:00:00Z"}},
	} {
		b, err := os.ReadFile(filepath.Join("testdata", tt.file+".json"))
		if err != nil {
			t.Fatal(err)
		}
		a, err := parsers[tt.kind](b, asked, tt.o)
		if err != nil {
			t.Errorf("%s: %v", tt.file, err)
		}
		for key, want := range tt.want {
			if got := a.Readings[key].Value; math.Abs(got/want-1) > 1e-12 {
				t.Errorf("%s: %s is %g, want %g", tt.file, key, got, want)
			}
		}
		for key, want := range tt.at {
			if got := a.Readings[key].At.Format(time.RFC3339); got != want {
				t.Errorf("%s: %s is of %s, want %s", tt.file, key, got, want)
			}
		}
		for key, r := range a.Readings {
			if !(r.Value > 0) || math.IsInf(r.Value, 0) || r.At.IsZero() {
				t.Errorf("%s: %s is %+v", tt.file, key, r)
			}
		}
		for _, not := range []string{"NICEHASH.price_btc", "BTC.price_btc", "SHA256.btc_per_hash", "dead-coin.price_usd", "BINANCE ETHW.difficulty"} {
			if _, ok := a.Readings[not]; ok {
				t.Errorf("%s has %s", tt.file, not)
			}
		}
	}
}

func TestPowerAnswers(t *testing.T) {
	read := func(kind, file string) Answer {
		b, err := os.ReadFile(filepath.Join("testdata", file))
		if err != nil {
			t.Fatal(err)
		}
		a, err := parsers[kind](b, asked, options{})
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	a := read("awattar", "awattar_marketdata.json")
	if n := len(a.Slots); n != 4 || math.Abs(a.Slots[0].PerKWh-0.18676) > 1e-12 || math.Abs(a.Slots[3].PerKWh+0.00512) > 1e-12 || a.Slots[1].From != a.Slots[0].Until {
		t.Errorf("%+v", a.Slots)
	}
	a = read("octopus", "octopus_agile_rates_page1.json")
	if len(a.Slots) != 2 || a.Slots[0].From.Hour() != 23 || math.Abs(a.Slots[1].PerKWh-0.183015) > 1e-12 || !strings.Contains(a.Next, "page=2") {
		t.Errorf("%+v", a)
	}
	a = read("octopus", "octopus_variable_rates.json")
	if n := len(a.Slots); n != 2 || math.Abs(a.Slots[1].PerKWh-0.3072027) > 1e-12 || !a.Slots[1].Until.Equal(asked.Add(24*time.Hour)) {
		t.Errorf("%+v", a.Slots)
	}
}

// What is no answer is an error that says what came instead.
func TestNoAnswers(t *testing.T) {
	for kind, parse := range parsers {
		for name, text := range map[string]string{
			"empty": "", "blank": "  \n", "nothing": "{}", "a page": "<!DOCTYPE html><html><title>Just a moment...</title>", "text": "rate limited",
			"cut off": `{"coins":{"A":{"tag":"A","exchange_rate":1,`, "an error": `{"error":"Missing parameter vs_currencies"}`,
		} {
			if a, err := parse([]byte(text), asked, options{units: 1}); err == nil {
				t.Errorf("%s takes %s for an answer: %+v", kind, name, a)
			}
		}
	}
}

func FuzzAnswers(f *testing.F) {
	files, err := filepath.Glob("testdata/*.json")
	if err != nil || len(files) == 0 {
		f.Fatal("no fixtures")
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for kind, parse := range parsers {
			a, err := parse(b, asked, options{units: 1e12, blockTime: time.Minute})
			if err != nil {
				continue
			}
			for key, r := range a.Readings {
				if !(r.Value > 0) || math.IsInf(r.Value, 0) || r.At.IsZero() {
					t.Fatalf("%s: %s is %+v", kind, key, r)
				}
			}
			for i, s := range a.Slots {
				if !s.Until.After(s.From) || math.IsNaN(s.PerKWh) || math.IsInf(s.PerKWh, 0) || i > 0 && s.From.Before(a.Slots[i-1].Until) {
					t.Fatalf("%s: slots %+v", kind, a.Slots)
				}
			}
		}
	})
}
