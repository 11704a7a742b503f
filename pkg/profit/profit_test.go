package profit

import (
	"math"
	"strings"
	"testing"
	"time"
)

var now = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

// quote is believed at now.
func quote(v float64) Quote { return Quote{Value: v, Source: "test", At: now, MaxAge: time.Hour} }

func tariff(perKWh float64) Tariff {
	return Tariff{PerKWh: quote(perKWh), Rate: quote(1), Overhead: 1.1, Currency: "USD"}
}

// coin pays 1e-9 USD for a hash: 2 coins of 5 USD for 1e10 hashes.
func coin(name string) Coin {
	return Coin{Name: name, Price: quote(5), Difficulty: quote(1e6), BlockReward: quote(2), HashesPerDifficulty: 1e4}
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-9*max(1, math.Abs(want)) {
		t.Errorf("%s is %.12g, want %.12g", what, got, want)
	}
}

func TestDisbelief(t *testing.T) {
	good := quote(3)
	with := func(f func(*Quote)) Quote { q := good; f(&q); return q }
	for name, tt := range map[string]struct {
		q    Quote
		want string
	}{
		"good":              {good, ""},
		"zero":              {with(func(q *Quote) { q.Value = 0 }), ""}, // a tariff may be
		"no source":         {Quote{Value: 3}, "no source is configured"},
		"none":              {Quote{}, "no source is configured"},
		"fault":             {with(func(q *Quote) { q.Fault = "file is gone" }), "file is gone"},
		"NaN":               {with(func(q *Quote) { q.Value = math.NaN() }), "test says NaN"},
		"infinite":          {with(func(q *Quote) { q.Value = math.Inf(1) }), "test says +Inf"},
		"negative":          {with(func(q *Quote) { q.Value = -1 }), "test says -1, below zero"},
		"old":               {with(func(q *Quote) { q.At = now.Add(-time.Hour - 1) }), "test is 1h0m0s old, believed for 1h0m0s"},
		"just not old":      {with(func(q *Quote) { q.At = now.Add(-time.Hour) }), ""},
		"no time":           {with(func(q *Quote) { q.At = time.Time{} }), "test is 2562047h47m16.854775807s old, believed for 1h0m0s"},
		"future":            {with(func(q *Quote) { q.At = now.Add(2 * time.Minute) }), "test is from the future (2026-03-01T12:02:00Z)"},
		"clock a bit ahead": {with(func(q *Quote) { q.At = now.Add(50 * time.Second) }), ""},
		"operator's word":   {Quote{Value: 3, Source: "configuration"}, ""},
	} {
		if got := tt.q.Disbelief(now); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

func TestMiningFormula(t *testing.T) {
	c := coin("a")
	c.PoolFee, c.MinerFee, c.Stale, c.SaleFee = 0.01, 0.02, 0.03, 0.04
	d := Device{UUID: "GPU-1", Model: "M", Mining: map[string]MiningRate{"a": {Hashrate: 1e6, Watts: 200, Sigma: 0.1}}}
	m := Market{Now: now, Tariff: tariff(0.2), Risk: Risk{Aversion: 0.5, Volatility: 0.04, PayoutDays: 4}}
	m.Tariff.Rate = quote(1.25)
	e := mining(d, c, m)
	gross, kept := 3600*1e6*1e-9, 0.99*0.98*0.97*0.96
	risk := gross * kept * (1 - math.Exp(-0.5*0.04*2))
	power := 0.2 * 1.1 * 0.2 * 1.25
	near(t, "gross", float64(e.Gross), gross)
	near(t, "fees", float64(e.Fees), gross*(1-kept))
	near(t, "risk", float64(e.Risk), risk)
	near(t, "electricity", float64(e.Electricity), power)
	near(t, "net", float64(e.Net), gross*kept-risk-power)
	near(t, "sigma", float64(e.Sigma), gross*kept*0.1)
	if !e.Candidate() || e.Watts != 200 {
		t.Errorf("%+v", e)
	}
}

// What is not believed is worth nothing, and says why.
func TestUnbelieved(t *testing.T) {
	rate := map[string]MiningRate{"a": {Hashrate: 1e6, Watts: 200}}
	for name, tt := range map[string]struct {
		change     func(*Device, *Coin, *Market)
		why        string
		impossible bool
	}{
		"price NaN":           {func(_ *Device, c *Coin, _ *Market) { c.Price.Value = math.NaN() }, "price of a: test says NaN", false},
		"price 0":             {func(_ *Device, c *Coin, _ *Market) { c.Price.Value = 0 }, "price of a: test says 0", false},
		"difficulty 0":        {func(_ *Device, c *Coin, _ *Market) { c.Difficulty.Value = 0 }, "network difficulty of a: test says 0", false},
		"block reward 0":      {func(_ *Device, c *Coin, _ *Market) { c.BlockReward.Value = 0 }, "block reward of a: test says 0", false},
		"hashes NaN":          {func(_ *Device, c *Coin, _ *Market) { c.HashesPerDifficulty = math.NaN() }, "hashes per difficulty of a are NaN", false},
		"difficulty tiny":     {func(_ *Device, c *Coin, _ *Market) { c.Difficulty.Value, c.HashesPerDifficulty = 5e-324, 1e-10 }, "value is", false},
		"no tariff":           {func(_ *Device, _ *Coin, m *Market) { m.Tariff.PerKWh = Quote{} }, "electricity price: no source is configured", false},
		"no exchange rate":    {func(_ *Device, _ *Coin, m *Market) { m.Tariff.Rate.Value = 0 }, "exchange rate of USD: test says 0", false},
		"no hashrate":         {func(d *Device, _ *Coin, _ *Market) { d.Mining = nil }, "no hashrate is known for M", true},
		"watts not a number":  {func(d *Device, _ *Coin, _ *Market) { d.Mining["a"] = MiningRate{Hashrate: 1, Watts: Watts(math.NaN())} }, "value is NaN", false},
		"old network figures": {func(_ *Device, c *Coin, _ *Market) { c.Difficulty.At = now.Add(-3 * time.Hour) }, "network difficulty of a: test is 3h0m0s old", false},
	} {
		d := Device{UUID: "GPU-1", Model: "M", Mining: map[string]MiningRate{"a": rate["a"]}}
		c, m := coin("a"), Market{Now: now, Tariff: tariff(0.1)}
		tt.change(&d, &c, &m)
		e := mining(d, c, m)
		got := e.Unbelieved
		if tt.impossible {
			got = e.Impossible
		}
		if e.Candidate() || !strings.Contains(got, tt.why) || e.Net != 0 {
			t.Errorf("%s: %+v, want %q", name, e, tt.why)
		}
	}
}

// Idling is always possible, whatever is not known.
func TestIdle(t *testing.T) {
	d := Device{IdleWatts: 20}
	es := Estimates(d, Market{Now: now, Tariff: tariff(0.5)})
	near(t, "idling", float64(es[0].Net), -0.02*1.1*0.5)
	es = Estimates(d, Market{Now: now})
	if len(es) != 1 || !es[0].Candidate() || es[0].Net != 0 || math.Signbit(float64(es[0].Net)) {
		t.Errorf("%+v", es)
	}
}

func TestChallengeFormula(t *testing.T) {
	// 3.6e12 MACs at 1e9 a second: one hour.
	c := Challenge{
		Key: "dev/0", Reward: 2, Price: quote(1000), Ether: quote(1000), Deadline: now.Add(3 * time.Hour), Lag: time.Hour, Rivals: 1, Organiser: 0.2,
		GasEntry: 0.001, GasWin: 0.01, Work: 3.6e12, WorkSigma: 0.5, Reach: 0.7,
	}
	d := Device{Model: "M", Training: TrainingRate{PerSecond: 1e9, Watts: 250}}
	m := Market{Now: now, Tariff: tariff(0.2), Risk: Risk{Aversion: 0.5, Volatility: 0.04}}
	e := challenge(d, c, m)
	inTime := 0.5 * math.Erfc(-math.Log(2)/0.5/math.Sqrt2) // two hours are left for one of work
	p := inTime * 0.7 / 2 * 0.8
	expected := p * 2000 * math.Exp(-0.5*0.04*math.Sqrt(2.0/24))
	near(t, "probability", e.Probability, p)
	near(t, "hours", e.Hours, 1)
	near(t, "gross", float64(e.Gross), 2000)
	near(t, "gas", float64(e.Gas), (p*0.01+0.001)*1000)
	near(t, "net", float64(e.Net), expected-(p*0.01+0.001)*1000-0.25*1.1*0.2)

	half := c
	half.Done = 0.5
	if h := challenge(d, half, m); math.Abs(h.Hours-0.5) > 1e-12 || h.Probability <= e.Probability || h.Net <= e.Net {
		t.Errorf("work behind us does not help: %+v", h)
	}
	done := c
	done.Done = 1
	if h := challenge(d, done, m); !h.Candidate() || h.Hours <= 0 {
		t.Errorf("%+v", h)
	}
	late := c
	late.Deadline = now.Add(time.Hour)
	if h := challenge(d, late, m); h.Probability != 0 || h.Net >= 0 {
		t.Errorf("no time is left, but %+v", h)
	}
	sure := c
	sure.WorkSigma = 0
	near(t, "certain work", challenge(d, sure, m).Probability, 0.7/2*0.8)
	sure.Deadline = now.Add(119 * time.Minute)
	near(t, "certain work that is too much", challenge(d, sure, m).Probability, 0)
}

// A test network, a chain without a price source, or an old price: no reward.
func TestChallengeWithoutAPrice(t *testing.T) {
	d := Device{Model: "M", Training: TrainingRate{PerSecond: 1e9, Watts: 250}}
	for name, q := range map[string]Quote{
		"no source":    {},
		"test network": {Value: 3000, Source: "test", Fault: "chain 11155111 is Sepolia, whose ether is worth nothing"},
		"old":          {Value: 3000, Source: "test", At: now.Add(-2 * time.Hour), MaxAge: time.Hour},
		"zero":         {Source: "test"},
		"endless":      {Value: math.Inf(1), Source: "test"},
	} {
		c := Challenge{Key: "dev/0", Reward: 1e6, Price: q, Ether: quote(1), Deadline: now.Add(time.Hour), Work: 1e9, Reach: 1}
		e := challenge(d, c, Market{Now: now, Tariff: tariff(0.1)})
		if e.Candidate() || !strings.HasPrefix(e.Unbelieved, "reward of dev/0: ") {
			t.Errorf("%s: %+v", name, e)
		}
	}
	c := Challenge{Key: "dev/0", Reward: 1, Price: quote(1), Ether: quote(1), Deadline: now.Add(time.Hour), Work: MACs(math.NaN()), Reach: 1}
	if e := challenge(d, c, Market{Now: now, Tariff: tariff(0.1)}); e.Candidate() {
		t.Errorf("%+v", e)
	}
	c.Work, c.Obstacle = 1e9, "the hold-out is not drawn yet"
	if e := challenge(d, c, Market{Now: now, Tariff: tariff(0.1)}); e.Impossible != c.Obstacle {
		t.Errorf("%+v", e)
	}
	if e := challenge(Device{Model: "M"}, Challenge{Price: quote(1)}, Market{Now: now}); e.Impossible != "no training speed is known for M" {
		t.Errorf("%+v", e)
	}
}

func TestWorkloadText(t *testing.T) {
	for want, w := range map[string]Workload{"idle": {Kind: Idle}, "mine xmr": {Mine, "xmr"}, "train dev/3": {Train, "dev/3"}} {
		if w.String() != want {
			t.Errorf("%q, want %q", w, want)
		}
	}
}
