package profit

import "math"

// Train is training for a challenge.
const Train Kind = "train"

var training = registered{Train, Traits{Task: true, Named: "chain"}, nil, func(d *Device, _ string) Watts { return d.Training.Watts }}

// Training is the work for a challenge.
func Training(challenge string) Workload { return Workload{Train, challenge} }

// Contest is a challenge with its money and its race at one moment, ready to be
// valued for any device or team.
type Contest struct {
	*Challenge
	race       Race
	unbelieved string
	reward     USD // if it is won and paid, price risk aside
	gasEntry   USD
	gasWin     USD
	locked     USD // what bonds are expected to cost
	aversion   float64
}

// Workload is the work for the challenge.
func (k *Contest) Workload() Workload { return Training(k.Key) }

// Contests prepares the market's challenges, in their order.
func Contests(m *Market) []Contest {
	cs := make([]Contest, len(m.Challenges))
	for i := range cs {
		cs[i].prepare(&m.Challenges[i], m)
	}
	return cs
}

func (k *Contest) prepare(c *Challenge, m *Market) {
	k.Challenge, k.aversion = c, m.Risk.Aversion*m.Risk.Volatility
	if c.Obstacle != "" {
		return
	}
	if k.unbelieved = c.Price.doubt(m.Now, "reward of ", c.Key); k.unbelieved != "" {
		return
	}
	if why := c.Ether.Disbelief(m.Now); why != "" {
		k.unbelieved = "gas for " + c.Key + ": " + why
		return
	}
	k.reward = USD(c.Reward * c.Price.Value)
	k.gasEntry, k.gasWin = USD(c.GasEntry*c.Ether.Value), USD(c.GasWin*c.Ether.Value)
	k.locked = USD(c.Bond*c.Ether.Value) * USD(c.BondAtRisk)
	k.race.prepare(c, m.Now)
}

// Open reports whether the challenge may be trained for at all.
func (k *Contest) Open() bool { return k.race.n > 0 }

// Chance is the probability of being paid: of winning, unless the organiser
// wins their own reward back.
func (k *Contest) Chance(pr Prospect) float64 { return pr.Win * (1 - float64(k.Organiser)) }

// Worth is what a prospect is expected to bring, devices and power aside:
// P*(R*exp(-lambda*sigma*sqrt(T)) - gas_win) - gas_entry - bonds at risk.
func (k *Contest) Worth(pr Prospect) USD {
	kept := USD(math.Exp(-k.aversion * math.Sqrt(pr.Hours/24+k.Lag.Hours()/24)))
	return USD(k.Chance(pr))*(k.reward*kept-k.gasWin) - k.gasEntry - k.locked
}

// At is the prospect of a team that trains so fast.
func (k *Contest) At(rate MACs, cost USDPerHour) Prospect {
	return k.race.At(rate, (k.reward-k.gasWin)*USD(1-float64(k.Organiser)), cost)
}

// Alone values the challenge for one device that trains by itself and would earn
// rest otherwise.
func (k *Contest) Alone(d *Device, m *Market, rest USDPerHour) Estimate {
	e := Estimate{Workload: Training(k.Key)}
	if e.Impossible = k.Obstacle; e.Impossible != "" {
		return e
	}
	if d.Training.PerSecond <= 0 {
		e.Impossible = "no training speed is known for " + d.Model
		return e
	}
	e.Watts = d.Training.Watts
	if e.Unbelieved = k.unbelieved; e.Unbelieved != "" {
		return e
	}
	power, _ := m.Tariff.Cost(d.Training.Watts, m.Now, k.race.hours(d.Training.PerSecond))
	return k.Share(d, m, k.At(d.Training.PerSecond, max(rest+power, 0)), 1)
}

// Spare is what the challenge leaves on a device that would earn rest otherwise: the work that its surplus pays, as far as
// there is time for it, and all the work that there is time for until the deadline, without end where that is not known.
// What is not worth training for leaves nothing.
func (k *Contest) Spare(d *Device, m *Market, rest USDPerHour) (spare, left MACs) {
	if e := k.Alone(d, m, rest); !e.Candidate() || !k.Open() {
		return 0, MACs(math.Inf(1))
	}
	rate := d.Training.PerSecond
	power, _ := m.Tariff.Cost(d.Training.Watts, m.Now, k.race.hours(rate))
	cost := max(rest+power, 0)
	pr := k.At(rate, cost)
	surplus, hours := float64(k.Worth(pr))-pr.Hours*float64(cost), k.race.left-float64(k.race.hours(rate))
	if surplus <= 0 {
		hours = 0
	} else if cost > 0 {
		hours = math.Min(hours, surplus/float64(cost))
	}
	return MACs(math.Max(hours, 0)) * rate * 3600, MACs(math.Max(k.race.left, 0)) * rate * 3600
}

// Share values a device's part of a team whose prospect is given: so much of
// what the team's work is worth.
func (k *Contest) Share(d *Device, m *Market, pr Prospect, part float64) Estimate {
	e := Estimate{Workload: Training(k.Key), Watts: d.Training.Watts, Measured: d.Training.Measured}
	e.Hours, e.Probability = math.Max(pr.Hours, 1.0/3600), k.Chance(pr)
	hourly := part / e.Hours
	e.Gross = USDPerHour(float64(k.reward) * hourly)
	e.Gas = USDPerHour((e.Probability*float64(k.gasWin) + float64(k.gasEntry)) * hourly)
	e.Risk = e.Gross - e.Gas - USDPerHour(float64(k.Worth(pr))*hourly)
	p := math.Max(e.Probability, 0)
	e.Sigma = USDPerHour(float64(k.reward) * math.Sqrt(p*math.Max(1-p, 0)) * hourly)
	e.finish(m)
	return e
}

// Drag is what each further device of a team with one worker costs a device: so many times as long
// as it takes for a step alone.
type Drag float64

// Slows is how many times as long as alone a step takes in a team of so many.
func (d Drag) Slows(devices int) float64 { return 1 + float64(d)*float64(devices-1) }

// DragOf is what the speeds of a device alone, and for its part in a team of so many, say.
func DragOf(alone, inTeam MACs, devices int) Drag {
	return Drag(math.Max(float64(alone/inTeam)-1, 0) / float64(devices-1))
}
