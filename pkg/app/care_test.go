package app

import (
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/feed"
)

// careWorld has two coins of one algorithm, one of another miner, and settings.
func careWorld() *world {
	model := func(scale float64) map[string]config.CoinModel {
		return map[string]config.CoinModel{"RTX 3090": {HashesPerSecond: 50, Watts: 290, HashScale: scale}}
	}
	cfg := config.Default()
	cfg.Mining.Coins = []config.Coin{
		{Name: "RVN", Algorithm: "kawpow", Miner: "xmrig", Models: model(1)}, {Name: "XNA", Algorithm: "kawpow", Miner: "xmrig", Models: model(1)},
		{Name: "OWN", Algorithm: "kawpow", Miner: "builtin", Models: model(1)}, {Name: "SIM", Algorithm: "kawpow", Miner: "xmrig", Models: model(7)},
	}
	cfg.Devices.Models = map[string]config.Model{"RTX 3090": {MiningLimitWatts: 300, MaxCelsius: 80}}
	cfg.Devices.Tuning = []config.Tuning{
		{Work: "mine", CoreOffsetMHz: new(-100), PowerLimitWatts: new(250.0)},
		{Coins: []string{"RVN"}, PowerLimitWatts: new(220.0)},
		{Algorithms: []string{"kawpow"}, Models: []string{"RTX 4090"}, PowerLimitWatts: new(1.0)},
		{UUIDs: []string{"GPU-1"}, FanRatio: new(0.6)},
	}
	return &world{cfg: &cfg, feed: feed.New(time.Now)}
}

var card = gpu.Device{UUID: "GPU-1", Model: "NVIDIA GeForce RTX 3090"}

func mines(coin string) profit.Workload { return profit.Mining(coin) }

// What was measured at one coin serves every coin of its algorithm, of the same miner and
// the same meaning of a hash.
func TestRatesOfAnAlgorithm(t *testing.T) {
	w := careWorld()
	w.learned = learned.New(nothing{})
	remember(t, &w.learned.Rates, learned.At{Device: "GPU-1", Work: w.RateOf(card, mines("RVN"))}, learned.Rate{PerSecond: 61, Watts: 240, At: time.Now()})
	got := w.Device(card).Mining
	for coin, measured := range map[string]bool{"RVN": true, "XNA": true, "OWN": false, "SIM": false} {
		if r := got[coin]; r.Measured != measured || measured != (r.Hashrate == 61) {
			t.Errorf("%s: %+v", coin, r)
		}
	}
}

// Of the settings that are for a workload the later ones say; heat has limits by model.
func TestTuningOfAWorkload(t *testing.T) {
	w := careWorld()
	for coin, want := range map[string]string{
		"RVN": "power limit 220 W, core offset -100 MHz, fan 0.60", "XNA": "power limit 250 W, core offset -100 MHz, fan 0.60",
	} {
		if got := w.Tuning(card, mines(coin)).String(); got != want {
			t.Errorf("%s: %s", coin, got)
		}
	}
	if got := w.Tuning(card, profit.Idling).String(); got != "fan 0.60" {
		t.Error(got)
	}
	if got := w.HeatLimits(card); got != (gpu.HeatLimits{Die: 80, Memory: 106}) {
		t.Error(got)
	}
	w.cfg.Devices.Xids = map[uint64]string{31: "repair", 79: "ignore", 200: "3"}
	p := w.Xids()
	if !p[31].Repair || p[79].PerHour != gpu.Never || p[200].PerHour != 3 || !p[48].Repair {
		t.Errorf("%+v", p)
	}
}
