package scheduler

import (
	"math"
	"testing"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

func TestEnergy(t *testing.T) {
	t0 := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	reading := func(s int, watts, joules float64) gpu.Reading {
		r := gpu.Reading{At: t0.Add(time.Duration(s) * time.Second)}
		if watts >= 0 {
			r.Power = new(gpu.Watts(watts))
		}
		if joules >= 0 {
			r.Energy = new(gpu.Joules(joules))
		}
		return r
	}
	for _, tt := range []struct {
		name            string
		readings        []gpu.Reading
		joules, seconds float64
	}{
		{"the first tells nothing", []gpu.Reading{reading(0, 100, 5000)}, 0, 0},
		{"by the counter", []gpu.Reading{reading(0, 100, 5000), reading(10, 100, 7000)}, 2000, 10},
		{"the counter was reset: by power", []gpu.Reading{reading(0, 100, 5000), reading(10, 100, 20)}, 1000, 10},
		{"no counter: by power", []gpu.Reading{reading(0, 100, -1), reading(10, 150, -1)}, 1500, 10},
		{"a counter that comes and goes", []gpu.Reading{reading(0, 100, 50), reading(10, 100, -1), reading(20, 100, 90), reading(30, 100, 100)}, 2010, 30},
		{"neither", []gpu.Reading{reading(0, -1, -1), reading(10, -1, -1)}, 0, 10},
		{"a long gap: power says nothing", []gpu.Reading{reading(0, 100, -1), reading(3600, 100, -1)}, 0, 3600},
		{"a long gap: the counter does", []gpu.Reading{reading(0, 100, 0), reading(3600, 100, 9e5)}, 9e5, 3600},
		{"the clock stands still or goes back", []gpu.Reading{reading(10, 100, 0), reading(10, 100, 50), reading(5, 100, 60)}, 0, 0},
	} {
		var c counter
		var joules, seconds float64
		for _, r := range tt.readings {
			j, s := c.energy(r)
			joules, seconds = joules+j, seconds+s
		}
		if joules != tt.joules || seconds != tt.seconds {
			t.Errorf("%s: %v J in %v s, want %v J in %v s", tt.name, joules, seconds, tt.joules, tt.seconds)
		}
	}
}

// books is an account with a real store.
func books(t *testing.T) (*account, *flaky, profit.Market) {
	s, err := store.Open(t.TempDir() + "/db")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	f := &flaky{Store: s}
	q := func(v float64) profit.Quote { return profit.Quote{Value: v, Source: "test"} }
	m := profit.Market{Now: now, Tariff: profit.Tariff{PerKWh: q(0.2), Rate: q(1.5), Overhead: 1.1, Currency: "EUR"}}
	m.Coins = []profit.Coin{{Name: "a", Price: q(4), BlockReward: q(2), Difficulty: q(1 << 13), HashesPerDifficulty: 1 << 17, PoolFee: 0.01}}
	// Stale shares and the miner's own time are not among the accepted shares.
	m.Coins[0].MinerFee, m.Coins[0].Stale = 0.02, 0.03
	cfg := Config{Store: f, Log: zap.NewNop(), Now: func() time.Time { return now }, LedgerEvery: time.Minute, World: knows{}}
	return newAccount(cfg), f, m
}

// knows is a world in which a source says what a device earns with coin b.
type knows struct{ World }

func (knows) Device(gpu.Device) profit.Device {
	return profit.Device{Mining: map[string]profit.MiningRate{"b": {Hashrate: 1e6, Revenue: profit.Quote{Value: 0.36, Source: "calculator"}}}}
}

func total(j, h float64, shares uint64) []Status {
	return []Status{{Device: gpu.Device{UUID: "GPU-1"}, Totals: map[profit.Workload]Total{profit.Mining("a"): {Seconds: j / 100, Joules: j, Hashes: h, Shares: shares}}}}
}

func TestLedgerLines(t *testing.T) {
	a, s, m := books(t)
	a.flush(total(3.6e6, 2e12, 4), m, false)
	if lines, _ := store.All[store.Line](s.Store, store.Ledger); len(lines) != 0 {
		t.Errorf("booked before its time: %+v", lines)
	}
	m.Now = m.Now.Add(time.Minute)
	a.flush(total(3.6e6, 2e12, 4), m, false)
	lines, err := store.All[store.Line](s.Store, store.Ledger)
	if err != nil || len(lines) != 2 {
		t.Fatalf("%+v, %v", lines, err)
	}
	power, money := lines[0], lines[1]
	if power.Kind != store.Electricity || math.Abs(power.USD+0.2*1.1*1.5) > 1e-12 || power.Amount != "3600000.000" || power.Unit != "J" ||
		power.Seconds != 36000 || power.Source == "" || power.Quote != "0.2 EUR/kWh x 1.1, test" || power.Device != "GPU-1" || power.Workload != "mine a" {
		t.Errorf("%+v", power)
	}
	if money.Kind != store.MiningRevenue || math.Abs(money.USD-2e12/(1<<27)*0.99) > 1e-9 || money.Amount != "2000000000000" || money.Seconds != 0 ||
		money.Source != "4 accepted shares" || money.Quote != "7450.58 USD for 1e12 hashes before fees, test" {
		t.Errorf("%+v", money)
	}
	// Without believed quotes the amounts stand there all the same.
	m.Now = m.Now.Add(time.Minute)
	m.Tariff.PerKWh, m.Coins[0].Price.Fault = profit.Quote{}, "the feed is gone"
	a.flush(total(7.2e6, 3e12, 5), m, false)
	a.flush(total(7.2e6, 3e12, 5), m, true) // nothing new
	lines, _ = store.All[store.Line](s.Store, store.Ledger)
	if len(lines) != 4 || lines[2].USD != 0 || lines[3].USD != 0 || lines[3].Amount != "1000000000000" || lines[3].Source != "1 accepted shares" ||
		lines[3].Quote != "not believed: price of a: the feed is gone" {
		t.Errorf("%+v", lines[2:])
	}
}

// A source that values the device, not the coin: its shares have their part of
// that, and without a hashrate nobody knows which.
func TestLedgerOfADevicesRevenue(t *testing.T) {
	q := profit.Quote{Value: 0.36, Source: "calculator"}
	m := profit.Market{Now: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC), Coins: []profit.Coin{{Name: "b", PoolFee: 0.1, Stale: 0.5}}}
	for _, tt := range []struct {
		rate  profit.MiningRate
		usd   float64
		quote string
	}{
		{profit.MiningRate{Hashrate: 1e6, Revenue: q}, 0.9 * 0.36 / 2, "100 USD for 1e12 hashes before fees, calculator"},
		{profit.MiningRate{Revenue: q}, 0, "not believed: no hashrate is known yet"},
		{profit.MiningRate{Hashrate: 1e6, Revenue: profit.Quote{Source: "calculator"}}, 0, "not believed: revenue of b: calculator says 0"},
	} {
		l := revenue(store.Line{Workload: "mine b"}, "b", 1800e6, 3, m, func(string) profit.MiningRate { return tt.rate })
		if math.Abs(l.USD-tt.usd) > 1e-9 || l.Quote != tt.quote {
			t.Errorf("%+v, want %g, %s", l, tt.usd, tt.quote)
		}
	}
}

// A ledger that cannot be written loses nothing and doubles nothing.
func TestLedgerFaults(t *testing.T) {
	for mask := range 1 << 5 {
		a, s, m := books(t)
		writes := 0
		s.fail = func(store.Bucket) bool {
			writes++
			return mask>>(writes-1)&1 == 1 // the first five writes succeed or fail in every pattern
		}
		for i := range 8 {
			m.Now = m.Now.Add(time.Minute)
			a.flush(total(float64(i+1)*1000, float64(i+1)*1e9, uint64(i+1)), m, false)
		}
		var joules, hashes, seconds float64
		for k, v := range s.Totals() {
			seconds += v.Seconds
			switch k.Kind {
			case store.Electricity:
				joules += v.Spent / (0.2 * 1.1 * 1.5) * 3.6e6
			case store.MiningRevenue:
				hashes += v.Earned / (0.99 / (1 << 27))
			}
		}
		if math.Abs(joules-8000) > 1e-6 || math.Abs(hashes-8e9) > 1 || math.Abs(seconds-80) > 1e-9 || a.failed {
			t.Fatalf("pattern %05b: %v J, %v hashes, %v s", mask, joules, hashes, seconds)
		}
	}
}

// What a whole run books is what the meters and the pool said.
func TestBooksOfARun(t *testing.T) {
	bubble(t, 2, func(t *testing.T, b *bench) {
		b.cards[1].metered = true
		hashes := map[gpu.UUID]float64{}
		b.worker = func(w *worker) {
			w.report = Report{State: "ok", Hashrate: 100, Hashes: 1e6, Accepted: 2, Rejected: 1}
			hashes[w.cards[0].dev.UUID] += 1e6
		}
		b.run()
		after(10 * time.Minute)
		b.do(func() { b.price["b"] = 2 })
		after(10*time.Minute + 3*time.Second)
		b.end()
		for i, c := range b.cards {
			want := float64(c.joules)
			got := 0.0
			lines, err := store.All[store.Line](b.store.Store, store.Ledger)
			if err != nil {
				t.Fatal(err)
			}
			mined := 0.0
			for _, l := range lines {
				switch {
				case l.Device != string(c.dev.UUID):
				case l.Kind == store.Electricity:
					got -= l.USD / 0.1 * 3.6e6
				default:
					mined += l.USD / map[string]float64{"mine a": 1, "mine b": 2}[l.Workload] * 3600
				}
			}
			// The sampled card's power is known at its readings only.
			if tolerance := map[bool]float64{true: 1e-6, false: 0.02}[c.metered]; math.Abs(got-want) > tolerance*want {
				t.Errorf("card %d: %v J booked of %v", i, got, want)
			}
			if math.Abs(mined-hashes[c.dev.UUID]) > 1 || mined != 2e6 {
				t.Errorf("card %d: %v hashes booked of %v", i, mined, hashes[c.dev.UUID])
			}
			if s := b.status(i); s.Totals[profit.Mining("b")].Shares != 2 || s.Totals[profit.Mining("b")].Rejects != 1 {
				t.Errorf("card %d: %+v", i, s.Totals)
			}
		}
	})
}
