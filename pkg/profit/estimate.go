package profit

import (
	"fmt"
	"math"
	"time"
)

// Estimate is what a workload would earn on a device, with every part:
// Net = Gross - Fees - Electricity - Gas - Risk.
type Estimate struct {
	Workload    Workload   `json:"workload"`
	Gross       USDPerHour `json:"gross"`            // if all goes well
	Quoted      USDPerHour `json:"quoted,omitempty"` // what the latest quotes alone would make of Gross
	Fees        USDPerHour `json:"fees"`
	Electricity USDPerHour `json:"electricity"`
	Gas         USDPerHour `json:"gas"`
	Risk        USDPerHour `json:"risk"` // what not winning, and price risk, take from Gross
	Net         USDPerHour `json:"net"`
	Sigma       USDPerHour `json:"sigma"`                 // uncertainty of Net
	Watts       Watts      `json:"watts"`                 // at the device
	Hours       float64    `json:"hours,omitempty"`       // remaining work; 0: open-ended
	Probability float64    `json:"probability,omitempty"` // of being paid
	Measured    bool       `json:"measured,omitempty"`    // the device's performance is; else it is a prior
	Unbelieved  string     `json:"unbelieved,omitempty"`  // why its money is worth nothing
	Impossible  string     `json:"impossible,omitempty"`  // why the device cannot do it
}

// Signal is what is believed of an option beyond the latest quote.
type Signal struct {
	Workload     Workload   `json:"workload"`
	Gross        USDPerHour `json:"gross"`                   // filtered
	Sigma        USDPerHour `json:"sigma,omitempty"`         // uncertainty of Gross
	LeadVariance float64    `json:"lead_variance,omitempty"` // of its lead over the running workload, (USD/h)^2 per hour; 0: unknown
}

// Scaled is the estimate with another gross: fees and risk are parts of it.
func (e Estimate) Scaled(gross USDPerHour) Estimate {
	if e.Gross > 0 && e.Candidate() && e.Workload.Kind == Mine {
		k := gross / e.Gross
		e.Quoted, e.Gross, e.Fees, e.Risk = e.Gross, gross, e.Fees*k, e.Risk*k
		e.Net = e.Gross - e.Fees - e.Electricity - e.Gas - e.Risk
	}
	return e
}

// Candidate reports whether the workload may be chosen at all.
func (e Estimate) Candidate() bool { return e.Impossible == "" && e.Unbelieved == "" }

// Note says where the estimate comes from, or why there is none.
func (e Estimate) Note() string {
	switch {
	case !e.Candidate():
		return e.Impossible + e.Unbelieved
	case e.Workload.Kind == Idle:
		return ""
	case e.Measured:
		return "measured"
	}
	return "prior"
}

// Estimates values idling, every coin and every challenge for the device, in
// the order of the market's lists.
func Estimates(d Device, m Market) []Estimate {
	return AppendEstimates(make([]Estimate, 0, 1+len(m.Coins)+len(m.Challenges)), d, m, Contests(m))
}

// AppendEstimates is Estimates into es, for the market's prepared contests.
func AppendEstimates(es []Estimate, d Device, m Market, contests []Contest) []Estimate {
	first := len(es)
	es = append(es, idle(d, m))
	for i := range m.Coins {
		es = append(es, mining(d, &m.Coins[i], m))
	}
	if len(contests) > 0 {
		rest := Rest(es[first:])
		for i := range contests {
			es = append(es, contests[i].Alone(d, m, rest))
		}
	}
	return es
}

// Rest is the best net of idling and mining: what training forgoes.
func Rest(es []Estimate) USDPerHour {
	best := USDPerHour(math.Inf(-1))
	for i := range es {
		if es[i].Workload.Kind != Train && es[i].Candidate() {
			best = max(best, es[i].Net)
		}
	}
	return best
}

func idle(d Device, m Market) Estimate {
	e := Estimate{Workload: Workload{Kind: Idle}, Watts: d.IdleWatts}
	e.Electricity, _ = m.Tariff.Cost(d.IdleWatts, m.Now, m.Commitment)
	e.Net = 0 - e.Electricity // not -0 where power is free
	return e
}

// Cost is what a device's watts cost in an hour, wall losses included, on average
// over the hours from now. Power without a believed tariff is refused: it is never
// free by accident.
func (t *Tariff) Cost(w Watts, now time.Time, hours Hours) (USDPerHour, string) {
	if why := t.PerKWh.Disbelief(now); why != "" {
		return 0, "electricity price: " + why
	}
	if why := t.Rate.Disbelief(now); why != "" {
		return 0, "exchange rate of " + t.Currency + ": " + why
	}
	if t.Rate.Value == 0 {
		return 0, "exchange rate of " + t.Currency + ": " + t.Rate.Source + " says 0"
	}
	return USDPerHour(float64(w) / 1000 * float64(t.Overhead) * t.mean(now, hours) * t.Rate.Value), ""
}

// mean is the price over the hours from now: what is known ahead, and for the
// rest of the time the present one.
func (t *Tariff) mean(now time.Time, hours Hours) float64 {
	if len(t.Ahead) == 0 || !(hours > 0) {
		return t.PerKWh.Value
	}
	until := now.Add(time.Duration(math.Min(float64(hours), 7*24) * float64(time.Hour)))
	known, sum := 0.0, 0.0
	for _, s := range t.Ahead {
		from, to := s.From, s.Until
		if from.Before(now) {
			from = now
		}
		if to.After(until) {
			to = until
		}
		if part := to.Sub(from).Hours(); part > 0 {
			known += part
			sum += part * s.PerKWh
		}
	}
	all := until.Sub(now).Hours()
	if !(all > 0) {
		return t.PerKWh.Value
	}
	return (sum + math.Max(all-known, 0)*t.PerKWh.Value) / math.Max(all, known)
}

// USDPerHash is what one accepted hash is worth before fees:
// (B * P) / (D * k), after reference formulas of pools and calculators.
func (c *Coin) USDPerHash(now time.Time) (float64, string) {
	for _, q := range []struct {
		name  string
		quote Quote
	}{{"price", c.Price}, {"network difficulty", c.Difficulty}, {"block reward", c.BlockReward}} {
		if why := q.quote.Disbelief(now); why != "" {
			return 0, q.name + " of " + c.Name + ": " + why
		}
		// Sources say 0 when they have nothing to say.
		if q.quote.Value == 0 {
			return 0, q.name + " of " + c.Name + ": " + q.quote.Source + " says 0"
		}
	}
	if !(c.HashesPerDifficulty > 0) {
		return 0, fmt.Sprintf("hashes per difficulty of %s are %v", c.Name, c.HashesPerDifficulty)
	}
	return c.BlockReward.Value * c.Price.Value / (c.Difficulty.Value * c.HashesPerDifficulty), ""
}

// Kept is the part of a coin's gross that fees leave.
func (c *Coin) Kept() float64 {
	return (1 - float64(c.PoolFee)) * (1 - float64(c.MinerFee)) * (1 - float64(c.Stale)) * (1 - float64(c.SaleFee))
}

// mining: 3600 * h * (B*P)/(D*k) * (1-pool)(1-dev)(1-stale)(1-sale)
// * exp(-lambda*sigma*sqrt(tau)) - W * overhead * tariff / 1000.
func mining(d Device, c *Coin, m Market) Estimate {
	e := Estimate{Workload: Workload{Kind: Mine, Target: c.Name}}
	rate, ok := d.Mining[c.Name]
	if !ok || rate.Hashrate <= 0 {
		e.Impossible = "no hashrate is known for " + d.Model
		return e
	}
	perHash, why := c.USDPerHash(m.Now)
	if e.Unbelieved = why; why != "" {
		return e
	}
	e.Watts, e.Measured = rate.Watts, rate.Measured
	e.Gross = USDPerHour(3600 * float64(rate.Hashrate) * perHash)
	e.Fees = e.Gross * USDPerHour(1-c.Kept())
	after := e.Gross - e.Fees
	e.Risk = after * USDPerHour(1-math.Exp(-m.Risk.Aversion*m.Risk.Volatility*math.Sqrt(m.Risk.PayoutDays)))
	e.Sigma = after * USDPerHour(rate.Sigma)
	return e.finish(m)
}

// finish subtracts electricity and adds up.
func (e Estimate) finish(m Market) Estimate {
	hours := m.Commitment
	if e.Hours > 0 {
		hours = Hours(e.Hours)
	}
	cost, why := m.Tariff.Cost(e.Watts, m.Now, hours)
	if why != "" {
		return Estimate{Workload: e.Workload, Unbelieved: why}
	}
	e.Electricity = cost
	e.Net = e.Gross - e.Fees - e.Electricity - e.Gas - e.Risk
	// What is not finite cannot be compared, nor stored.
	for _, v := range []float64{float64(e.Net), float64(e.Gross), float64(e.Sigma), float64(e.Watts), e.Hours} {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return Estimate{Workload: e.Workload, Unbelieved: fmt.Sprintf("its value is %v", v)}
		}
	}
	return e
}
