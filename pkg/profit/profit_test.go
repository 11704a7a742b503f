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
		"good":                {good, ""},
		"zero":                {with(func(q *Quote) { q.Value = 0 }), ""}, // a tariff may be
		"no source":           {Quote{Value: 3}, "no source is configured"},
		"none":                {Quote{}, "no source is configured"},
		"fault":               {with(func(q *Quote) { q.Fault = "file is gone" }), "file is gone"},
		"NaN":                 {with(func(q *Quote) { q.Value = math.NaN() }), "test says NaN"},
		"infinite":            {with(func(q *Quote) { q.Value = math.Inf(1) }), "test says +Inf"},
		"negative":            {with(func(q *Quote) { q.Value = -1 }), "test says -1, below zero"},
		"old":                 {with(func(q *Quote) { q.At = now.Add(-time.Hour - 1) }), "test is 1h0m0s old, believed for 1h0m0s"},
		"just not old":        {with(func(q *Quote) { q.At = now.Add(-time.Hour) }), ""},
		"no time":             {with(func(q *Quote) { q.At = time.Time{} }), "test is 2562047h47m16.854775807s old, believed for 1h0m0s"},
		"future":              {with(func(q *Quote) { q.At = now.Add(11 * time.Minute) }), "test is from the future (2026-03-01T12:11:00Z)"},
		"future, short-lived": {with(func(q *Quote) { q.At, q.MaxAge = now.Add(2*time.Minute), 10*time.Minute }), "test is from the future (2026-03-01T12:02:00Z)"},
		"future, long-lived":  {with(func(q *Quote) { q.At, q.MaxAge = now.Add(16*time.Minute), 100*time.Hour }), "test is from the future (2026-03-01T12:16:00Z)"},
		"clock minutes ahead": {with(func(q *Quote) { q.At = now.Add(9 * time.Minute) }), ""},
		"clock a bit ahead":   {with(func(q *Quote) { q.At = now.Add(50 * time.Second) }), ""},
		"operator's word":     {Quote{Value: 3, Source: "configuration"}, ""},
	} {
		if got := tt.q.Disbelief(now); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

// only is the coin's estimate.
func only(d Device, c Coin, m Market) Estimate {
	m.Coins = []Coin{c}
	return Estimates(d, m)[1]
}

func TestMiningFormula(t *testing.T) {
	c := coin("a")
	c.PoolFee, c.MinerFee, c.Stale, c.SaleFee = 0.01, 0.02, 0.03, 0.04
	d := Device{UUID: "GPU-1", Model: "M", Mining: map[string]MiningRate{"a": {Hashrate: 1e6, Watts: 200, Sigma: 0.1}}}
	m := Market{Now: now, Tariff: tariff(0.2), Risk: Risk{Aversion: 0.5, Volatility: 0.04, PayoutDays: 4}}
	m.Tariff.Rate = quote(1.25)
	e := only(d, c, m)
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
		e := only(d, c, m)
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

// alone is the challenge's estimate for a device that would earn nothing else.
func alone(d Device, c Challenge, m Market) Estimate {
	m.Challenges = []Challenge{c}
	k := Contests(&m)
	return k[0].Alone(&d, &m, 0)
}

func TestChallengeFormula(t *testing.T) {
	// 3.6e12 MACs at 1e9 a second: one hour.
	c := Challenge{
		Key: "dev/0", Reward: 2, Price: quote(1000), Ether: quote(1000), Deadline: now.Add(3 * time.Hour), Lag: time.Hour, Rivals: 1, Organiser: 0.2,
		GasEntry: 0.001, GasWin: 0.01, Bond: 0.05, BondAtRisk: 0.1, Work: Work{Median: 3.6e12, Reach: 0.7},
	}
	d := Device{Model: "M", Training: TrainingRate{PerSecond: 1e9, Watts: 250}}
	m := Market{Now: now, Tariff: tariff(0.2), Risk: Risk{Aversion: 0.5, Volatility: 0.04}}
	e := alone(d, c, m)
	// With a Poisson number of equals around 1, ours is the best of them with
	// (1-exp(-1))/1; where the accuracy is out of reach, both hours are spent.
	p := 0.7 * (1 - math.Exp(-1)) * 0.8
	hours := 0.7*1 + 0.3*2
	worth := p*(2000*math.Exp(-0.5*0.04*math.Sqrt(hours/24+1.0/24))-10) - 1 - 5
	near(t, "probability", e.Probability, p)
	near(t, "hours", e.Hours, hours)
	near(t, "gross", float64(e.Gross), 2000/hours)
	near(t, "gas", float64(e.Gas), (p*10+1)/hours)
	near(t, "net", float64(e.Net), worth/hours-0.25*1.1*0.2)

	half := c
	half.Spent = 1.8e12
	if h := alone(d, half, m); h.Hours >= e.Hours || h.Net <= e.Net {
		t.Errorf("work behind us does not help: %+v", h)
	}
	done := c
	done.Spent = 3.6e12
	if h := alone(d, done, m); !h.Candidate() || h.Hours <= 0 {
		t.Errorf("%+v", h)
	}
	late := c
	late.Deadline = now.Add(time.Hour)
	if h := alone(d, late, m); h.Probability != 0 || h.Net >= 0 {
		t.Errorf("no time is left, but %+v", h)
	}
	tight := c
	tight.Deadline = now.Add(119 * time.Minute)
	near(t, "work that is too much", alone(d, tight, m).Probability, 0)
	two := c
	two.Committed, two.Rivals = 2, 0
	near(t, "the best of three", alone(d, two, m).Probability, 0.7/3*0.8)
}

// The probability that log-normal work is done in time is near its closed form.
func TestWorkIsLogNormal(t *testing.T) {
	for _, hours := range []float64{0.3, 0.7, 1, 2, 5} {
		c := Challenge{Key: "dev/0", Reward: 1, Price: quote(1), Ether: quote(1), Deadline: now.Add(time.Duration(hours * float64(time.Hour))), Work: Work{Median: 3.6e12, Sigma: 0.5, Reach: 1}}
		e := alone(Device{Training: TrainingRate{PerSecond: 1e9}}, c, Market{Now: now, Tariff: tariff(0)})
		want := 0.5 * math.Erfc(-math.Log(hours)/0.5/math.Sqrt2)
		if math.Abs(e.Probability-want) > 0.05 {
			t.Errorf("%g h: probability %g, want about %g", hours, e.Probability, want)
		}
	}
}

// First past the post: hours count; best at the deadline: work counts.
func TestRules(t *testing.T) {
	base := Challenge{
		Key: "dev/0", Reward: 100, Price: quote(1), Ether: quote(1), Opened: now.Add(-time.Hour), Deadline: now.Add(48 * time.Hour), Rivals: 3,
		Work: Work{Median: 3.6e13, Sigma: 0.7, Reach: 0.8, Beyond: 6, Learning: 4},
	}
	m := Market{Now: now, Tariff: tariff(0)}
	for _, rule := range []Rule{First, Best, Reaching} {
		last := 0.0
		for _, speed := range []MACs{5e8, 1e9, 2e9, 4e9, 8e9} {
			c := base
			c.Rule = rule
			e := alone(Device{Training: TrainingRate{PerSecond: speed}}, c, m)
			if e.Probability < last-1e-9 || e.Probability > 1 {
				t.Errorf("%s at %g: probability %g after %g", rule, speed, e.Probability, last)
			}
			last = e.Probability
		}
		if last < 0.2 {
			t.Errorf("%s: probability %g at the highest speed", rule, last)
		}
		alone3, c := last, base
		c.Rule, c.Rivals = rule, 0.1
		if e := alone(Device{Training: TrainingRate{PerSecond: 8e9}}, c, m); e.Probability <= alone3 {
			t.Errorf("%s: fewer rivals, but %g instead of %g", rule, e.Probability, alone3)
		}
	}
}

// What training shows is believed the more, the more of it there is.
func TestEvidence(t *testing.T) {
	c := Challenge{
		Key: "dev/0", Rule: First, Reward: 100, Price: quote(1), Ether: quote(1), Opened: now, Deadline: now.Add(20 * time.Hour),
		Work: Work{Median: 3.6e13, Sigma: 0.7, Reach: 0.8, Beyond: 6},
	}
	d, m := Device{Training: TrainingRate{PerSecond: 1e9}}, Market{Now: now, Tariff: tariff(0)}
	prior := alone(d, c, m).Probability
	c.Work.Evidence = Evidence{math.Log(3.6e13), 100}
	if p := alone(d, c, m).Probability; p < 0.99 {
		t.Errorf("ten hours of work, twenty left: %g", p)
	}
	c.Work.Evidence = Evidence{math.Log(6 * 3.6e13), 100}
	if p := alone(d, c, m).Probability; p > 0.01 {
		t.Errorf("sixty hours of work, twenty left: %g", p)
	}
	c.Work.Evidence = Evidence{math.Log(3.6e13), 0.01}
	if p := alone(d, c, m).Probability; math.Abs(p-prior) > 0.02 {
		t.Errorf("hardly any evidence: %g, without any %g", p, prior)
	}
	if e := (Evidence{1, 3}).And(Evidence{5, 1}); math.Abs(e.Log-2) > 1e-12 || e.Precision != 4 {
		t.Errorf("%+v", e)
	}
}

// The more work a learning curve asks for, the less likely is success; evidence
// that is far from all that was believed turns nothing round.
func TestMoreWorkIsNoBetter(t *testing.T) {
	for _, sigma := range []float64{0, 0.05, 0.2, 0.5, 1} {
		for _, beyond := range []float64{0, 6} {
			last := 1.0
			for times := 1.2; times < 1e4; times *= 1.3 { // a curve asks for no less than is spent
				m := Market{Now: now, Challenges: []Challenge{{
					Reward: 1, Price: quote(1), Ether: quote(1), Deadline: now.Add(24 * time.Hour), Spent: 1000,
					Work: Work{Median: 3600, Sigma: sigma, Reach: 0.7, Beyond: beyond, Evidence: Evidence{Log: math.Log(3600 * times), Precision: 16}},
				}}}
				win := Contests(&m)[0].At(1, 0).Win
				if win > last+1e-9 || math.IsNaN(win) {
					t.Errorf("sigma %g, beyond %g: evidence of %.1f times the work makes success %.3f likely, less work %.3f", sigma, beyond, times, win, last)
				}
				last = win
			}
		}
	}
}

// Estimates that were a third of what challenges took are corrected, by half and
// more after twenty of them; those that were out of reach do not count.
func TestLearnWork(t *testing.T) {
	prior := Work{Sigma: 0.7, Reach: 0.8, Beyond: 6}
	var past []Residual
	for i := range 20 {
		past = append(past, Residual{math.Log(3) + 0.7*normal12[i%12], 8, false})
	}
	if shift, _ := LearnWork(past, prior); shift < math.Log(3)/2 || shift > math.Log(3) {
		t.Errorf("the shift is %g", shift)
	}
	past = append(past, Residual{math.Log(3 * 6), 8, false}, Residual{math.Log(3 * 6), 8, false}, Residual{math.Log(3 * 7), 8, false})
	if shift, _ := LearnWork(past, prior); shift < math.Log(3)/2 || shift > math.Log(3) {
		t.Errorf("with some that were out of reach, the shift is %g", shift)
	}
	if shift, _ := LearnWork(nil, prior); shift != 0 {
		t.Errorf("nothing was trained, but the shift is %g", shift)
	}
}

// Trainings that ended short of their target count too: without them the bias
// looks as if only the easy challenges were there.
func TestLearnWorkFromWhatWasNotEnough(t *testing.T) {
	prior := Work{Sigma: 0.5, Reach: 0.7}
	var reached, all []Residual
	for i := range 400 { // true bias 0.4, spread 0.8; work ends at what was planned; three of ten are out of reach
		z := math.Sqrt2 * math.Erfinv(2*(float64(i)+0.5)/400-1)
		if log := 0.4 + 0.8*z; i%10 >= 3 && log < 0 {
			reached = append(reached, Residual{log, 25, false})
		} else {
			all = append(all, Residual{0, 25, true})
		}
	}
	all = append(all, reached...)
	shift, sigma := LearnWork(all, prior)
	if math.Abs(shift-0.4) > 0.25 || math.Abs(sigma-0.8) > 0.25 {
		t.Errorf("bias %.2f, spread %.2f", shift, sigma)
	}
	if short, _ := LearnWork(reached, prior); short > shift-0.5 {
		t.Errorf("bias %.2f of those that were reached, %.2f of all", short, shift)
	}
	// What says next to nothing changes next to nothing.
	if shift, sigma := LearnWork([]Residual{{-30, 25, true}, {0, 1e-9, false}, {math.NaN(), 0, false}}, prior); math.Abs(shift) > 1e-3 || math.Abs(sigma-0.5) > 0.01 {
		t.Errorf("bias %g, spread %g", shift, sigma)
	}
	if shift, sigma := LearnWork([]Residual{{50, 25, true}}, prior); !(math.Abs(shift) < 50) || !(sigma < 50) {
		t.Errorf("bias %g, spread %g", shift, sigma)
	}
}

// Power is paid for over all the hours of a training, as far as prices are known.
func TestTariffAhead(t *testing.T) {
	tf := tariff(0.1)
	tf.Overhead = 1
	tf.Ahead = []Slot{{now.Add(-time.Hour), now.Add(time.Hour), 0.1}, {now.Add(time.Hour), now.Add(3 * time.Hour), 0.4}, {now.Add(3 * time.Hour), now.Add(4 * time.Hour), -0.1}}
	for hours, want := range map[Hours]float64{0: 0.1, 1: 0.1, 2: 0.25, 3: 0.3, 4: 0.2, 8: 0.2} {
		got, why := tf.Cost(1000, now, hours)
		if why != "" {
			t.Fatal(why)
		}
		near(t, "cost", float64(got), want)
	}
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
		c := Challenge{Key: "dev/0", Reward: 1e6, Price: q, Ether: quote(1), Deadline: now.Add(time.Hour), Work: Work{Median: 1e9, Reach: 1}}
		e := alone(d, c, Market{Now: now, Tariff: tariff(0.1)})
		if e.Candidate() || !strings.HasPrefix(e.Unbelieved, "reward of dev/0: ") {
			t.Errorf("%s: %+v", name, e)
		}
	}
	c := Challenge{Key: "dev/0", Reward: 1, Price: quote(1), Ether: quote(1), Deadline: now.Add(time.Hour), Work: Work{Median: MACs(math.NaN()), Reach: 1}}
	if e := alone(d, c, Market{Now: now, Tariff: tariff(0.1)}); e.Candidate() {
		t.Errorf("%+v", e)
	}
	c.Work.Median, c.Obstacle = 1e9, "the hold-out is not drawn yet"
	if e := alone(d, c, Market{Now: now, Tariff: tariff(0.1)}); e.Impossible != c.Obstacle {
		t.Errorf("%+v", e)
	}
	if e := alone(Device{Model: "M"}, Challenge{Price: quote(1), Ether: quote(1)}, Market{Now: now}); e.Impossible != "no training speed is known for M" {
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

// Experience that is long and steady counts; what is short or wild hardly does.
func TestRealised(t *testing.T) {
	for _, tt := range []struct {
		name                     string
		ratio, windows, variance float64
		least, most, sigma       float64
	}{
		{"none", 0.8, 0, 0, 1, 1, 0.1},
		{"steady", 0.8, 19, 0.0025, 0.80, 0.805, 0.012},
		{"few shares an hour", 0.8, 12, 0.25, 0.9, 0.95, 0.083},
		{"one wild hour", 0.1, 1, 1, 0.98, 1, 0.1},
		{"a pool that pays nothing", 0, 19, 0, 0.01, 0.011, 0.003},
		{"more than is believed", 50, 19, 0, 1.99, 2, 0.003},
		{"nonsense", math.NaN(), 19, 0.1, 1, 1, 0.1},
	} {
		r, sigma := Realised(tt.ratio, tt.windows, tt.variance)
		if float64(r) < tt.least || float64(r) > tt.most || math.Abs(float64(sigma)-tt.sigma) > 0.002 {
			t.Errorf("%s: %.4f, %.4f", tt.name, float64(r), float64(sigma))
		}
	}
}

// A coin whose shares bring less than its hashrate promises is worth that.
func TestRealisedRevenue(t *testing.T) {
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	q := func(v float64) Quote { return Quote{Value: v, Source: "test"} }
	m := Market{Now: now, Tariff: tariff(0.2), Coins: []Coin{{Name: "a", PerHash: q(1e-9), PoolFee: 0.1}}}
	d := Device{Mining: map[string]MiningRate{"a": {Hashrate: 1e6, Watts: 100, Measured: true}}}
	plain := Estimates(d, m)[1]
	d.Mining["a"] = MiningRate{Hashrate: 1e6, Watts: 100, Measured: true, Realised: 0.75}
	got := Estimates(d, m)[1]
	if math.Abs(float64(got.Gross-plain.Gross*0.75)) > 1e-12 || math.Abs(float64(got.Fees-plain.Fees*0.75)) > 1e-12 || got.Electricity != plain.Electricity || got.Note() != "measured, 0.75 of it realised" {
		t.Errorf("%+v (%s), without experience %+v", got, got.Note(), plain)
	}
}

// What a challenge leaves is bounded by its surplus, by the time that there is, and is nothing where it does not pay.
func TestSpare(t *testing.T) {
	c := Challenge{
		Key: "dev/0", Reward: 2, Price: quote(1000), Ether: quote(1000), Deadline: now.Add(3 * time.Hour), Lag: time.Hour, Work: Work{Median: 3.6e12, Reach: 1},
	}
	d := Device{Model: "M", Training: TrainingRate{PerSecond: 1e9, Watts: 250}}
	spare := func(reward float64, rest USDPerHour, obstacle string) (MACs, MACs) {
		m, c := Market{Now: now, Tariff: tariff(0.2)}, c
		c.Reward, c.Obstacle = reward, obstacle
		m.Challenges = []Challenge{c}
		k := Contests(&m)
		return k[0].Spare(&d, &m, rest)
	}
	worth, left := spare(2, 1, "")
	near(t, "time that is left", float64(left), 7.2e12)
	near(t, "beyond the hour that it takes", float64(worth), 3.6e12)
	// At 20 USD an hour an hour costs 20.055: 25 USD leave a quarter of an hour.
	worth, _ = spare(0.025, 20, "")
	near(t, "what the surplus pays", float64(worth), (25/20.055-1)*3.6e12)
	for name, worth := range map[string]MACs{
		"less than the device earns": first(spare(0.01, 20, "")), "an obstacle": first(spare(2, 1, "the market cannot be reached")), "no reward": first(spare(0, 1, "")),
	} {
		if worth != 0 {
			t.Errorf("%s: %v", name, worth)
		}
	}
}

func first(a, _ MACs) MACs { return a }
