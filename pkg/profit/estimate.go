package profit

import (
	"fmt"
	"math"
	"strings"
	"time"
)

// Estimate is what a workload would earn on a device, with every part:
// Net = Gross - Fees - Electricity - Gas - Risk + Preference.
type Estimate struct {
	Workload    Workload   `json:"workload"`
	Gross       USDPerHour `json:"gross"`            // if all goes well
	Quoted      USDPerHour `json:"quoted,omitempty"` // what the latest quotes alone would make of Gross
	Fees        USDPerHour `json:"fees"`
	Electricity USDPerHour `json:"electricity"`
	Gas         USDPerHour `json:"gas"`
	Risk        USDPerHour `json:"risk"`                 // what not winning, and price risk, take from Gross
	Preference  USDPerHour `json:"preference,omitempty"` // what the operator's rules put on it: no money
	Rule        string     `json:"rule,omitempty"`       // the last of these
	Net         USDPerHour `json:"net"`
	Sigma       USDPerHour `json:"sigma"`                 // uncertainty of Net
	Watts       Watts      `json:"watts"`                 // at the device
	Hours       float64    `json:"hours,omitempty"`       // remaining work; 0: open-ended
	Probability float64    `json:"probability,omitempty"` // of being paid
	Measured    bool       `json:"measured,omitempty"`    // the device's performance is; else it is a prior
	Realised    Ratio      `json:"realised,omitzero"`     // what Gross was multiplied with, by experience; 0: there is none
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
		e.Quoted, e.Gross, e.Fees, e.Risk, e.Sigma = e.Gross, gross, e.Fees*k, e.Risk*k, e.Sigma*k
		e.Net = e.Gross - e.Fees - e.Electricity - e.Gas - e.Risk + e.Preference
	}
	return e
}

// Money is Net without what rules put on it.
func (e Estimate) Money() USDPerHour { return e.Net - e.Preference }

// Candidate reports whether the workload may be chosen at all.
func (e Estimate) Candidate() bool { return e.Impossible == "" && e.Unbelieved == "" }

// Note says where the estimate comes from, or why there is none.
func (e Estimate) Note() string {
	switch {
	case !e.Candidate():
		return e.Impossible + e.Unbelieved
	case e.Preference != 0:
		rest := e
		rest.Preference = 0
		return strings.TrimPrefix(rest.Note()+", ", ", ") + fmt.Sprintf("counts as %+.4f USD/h by rule %q", float64(e.Preference), e.Rule)
	case e.Workload.Kind == Idle:
		return ""
	case e.Measured && e.Realised > 0 && math.Abs(float64(e.Realised)-1) >= 0.005:
		return fmt.Sprintf("measured, %.2f of it realised", float64(e.Realised))
	case e.Measured:
		return "measured"
	}
	return "prior"
}

// Estimates values idling, every coin and every challenge for the device, in
// the order of the market's lists.
func Estimates(d Device, m Market) []Estimate {
	v := Value(&m)
	return v.Append(make([]Estimate, 0, 1+len(m.Coins)+len(m.Challenges)), &d)
}

// Valuation is a market at its moment, with all that does not depend on a device.
type Valuation struct {
	m        *Market
	Contests []Contest // of the market's challenges, in their order
	coins    []perHash
	perKW    USDPerHour // what a kilowatt at the device costs over the commitment
	noPower  string     // why it is not known
}

type perHash struct {
	usd, kept float64
	why       string // usd is not known
}

// Value prepares a market for its devices.
func Value(m *Market) *Valuation {
	v := &Valuation{m: m, Contests: Contests(m), coins: make([]perHash, len(m.Coins))}
	for i := range m.Coins {
		c := &v.coins[i]
		c.usd, c.why = m.Coins[i].USDPerHash(m.Now)
		c.kept = m.Coins[i].Kept()
	}
	v.perKW, v.noPower = m.Tariff.Cost(1000, m.Now, m.Commitment)
	return v
}

// Append appends the device's estimates: idling, coins, challenges.
func (v *Valuation) Append(es []Estimate, d *Device) []Estimate {
	first := len(es)
	es = v.AppendOpen(es, d)
	return v.AppendContests(es, d, Rest(es[first:]))
}

// AppendOpen appends what has no end: idling and coins.
func (v *Valuation) AppendOpen(es []Estimate, d *Device) []Estimate {
	idle := Estimate{Workload: Workload{Kind: Idle}, Watts: d.IdleWatts}
	if v.noPower == "" {
		idle.Electricity = USDPerHour(d.IdleWatts) / 1000 * v.perKW
		idle.Net = 0 - idle.Electricity // not -0 where power is free
	}
	es = append(es, idle)
	for i := range v.m.Coins {
		es = append(es, Estimate{})
		v.mining(&es[len(es)-1], d, i)
	}
	return es
}

// AppendContests appends the challenges, for a device that would earn rest
// otherwise.
func (v *Valuation) AppendContests(es []Estimate, d *Device, rest USDPerHour) []Estimate {
	for i := range v.Contests {
		es = append(es, v.Contests[i].Alone(d, v.m, rest))
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

// mean is the price over the hours from now. Of hours that no price is known for
// yet the next ones cost what it is now, later ones the mean of those known.
func (t *Tariff) mean(now time.Time, hours Hours) float64 {
	if len(t.Ahead) == 0 || !(hours > 0) {
		return t.PerKWh.Value
	}
	until := now.Add(time.Duration(math.Min(float64(hours), 7*24) * float64(time.Hour)))
	known, sum, first := 0.0, 0.0, until
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
			if from.Before(first) {
				first = from
			}
		}
	}
	gap := first.Sub(now).Hours()
	if known+gap <= 0 {
		return t.PerKWh.Value
	}
	return (sum + gap*t.PerKWh.Value) / (known + gap)
}

// USDPerHash is what one accepted hash is worth before fees:
// (B * P) / (D * k), after reference formulas of pools and calculators.
func (c *Coin) USDPerHash(now time.Time) (float64, string) {
	if c.PerHash.Source != "" { // a source that says it directly
		return c.PerHash.Value, c.PerHash.doubt(now, "revenue of ", c.Name)
	}
	if why := c.Price.doubt(now, "price of ", c.Name); why != "" {
		return 0, why
	}
	if why := c.Difficulty.doubt(now, "network difficulty of ", c.Name); why != "" {
		return 0, why
	}
	if why := c.BlockReward.doubt(now, "block reward of ", c.Name); why != "" {
		return 0, why
	}
	if !(c.HashesPerDifficulty > 0) {
		return 0, fmt.Sprintf("hashes per difficulty of %s are %v", c.Name, c.HashesPerDifficulty)
	}
	return c.BlockReward.Value * c.Price.Value / (c.Difficulty.Value * c.HashesPerDifficulty), ""
}

// doubt is Disbelief with a name, for what is never nothing: sources say 0 when
// they have nothing to say.
func (q *Quote) doubt(now time.Time, what, of string) string {
	why := q.Disbelief(now)
	if why == "" && q.Value == 0 {
		why = q.Source + " says 0"
	}
	if why == "" {
		return ""
	}
	return what + of + ": " + why
}

// Kept is the part of a hashrate's gross that fees and stale shares leave.
func (c *Coin) Kept() float64 { return c.Paid() * (1 - float64(c.MinerFee)) * (1 - float64(c.Stale)) }

// Paid is the part of accepted shares' gross that fees leave: no stale share is
// among them, and none of the time that the miner takes for itself.
func (c *Coin) Paid() float64 { return (1 - float64(c.PoolFee)) * (1 - float64(c.SaleFee)) }

// USDPerHashBy is USDPerHash on a device: where a source says what the device
// earns, not the coin, an accepted hash is worth its part of that.
func (c *Coin) USDPerHashBy(r MiningRate, now time.Time) (float64, string) {
	switch {
	case r.Revenue.Source == "":
		return c.USDPerHash(now)
	case !(r.Hashrate > 0):
		return 0, "no hashrate is known yet"
	}
	return r.Revenue.Value / (3600 * float64(r.Hashrate)), r.Revenue.doubt(now, "revenue of ", c.Name)
}

// mining: 3600 * h * (B*P)/(D*k) * realised * (1-pool)(1-dev)(1-stale)(1-sale)
// * exp(-lambda*sigma*sqrt(tau)) - W * overhead * tariff / 1000.
func (v *Valuation) mining(e *Estimate, d *Device, i int) {
	c, per := &v.m.Coins[i], &v.coins[i]
	e.Workload = Workload{Kind: Mine, Target: c.Name}
	rate, ok := d.Mining[c.Name]
	if !ok || rate.Hashrate <= 0 && rate.Revenue.Source == "" {
		e.Impossible = "no hashrate is known for " + d.Model
		return
	}
	gross := USDPerHour(3600 * float64(rate.Hashrate) * per.usd)
	why := per.why
	if rate.Revenue.Source != "" { // a source that knows the device, not the coin
		gross, why = USDPerHour(rate.Revenue.Value), rate.Revenue.doubt(v.m.Now, "revenue of ", c.Name)
	}
	if why == "" {
		why = v.noPower
	}
	e.Watts, e.Measured = rate.Watts, rate.Measured // it draws them, whatever it is worth
	if e.Unbelieved = why; why != "" {
		return
	}
	if e.Realised = rate.Realised; e.Realised > 0 {
		gross *= USDPerHour(e.Realised)
	}
	e.Gross = gross
	e.Fees = e.Gross * USDPerHour(1-per.kept)
	after := e.Gross - e.Fees
	if r := &v.m.Risk; r.Aversion != 0 {
		e.Risk = after * USDPerHour(1-math.Exp(-r.Aversion*r.Volatility*math.Sqrt(r.PayoutDays)))
	}
	e.Sigma = after * USDPerHour(rate.Sigma)
	e.Electricity = USDPerHour(e.Watts) / 1000 * v.perKW
	// A currency whose rate is held may have moved: money in it is less sure.
	if d := max(c.Price.Doubt, c.PerHash.Doubt, rate.Revenue.Doubt); d > 0 || v.m.Tariff.Rate.Doubt > 0 {
		e.Sigma = USDPerHour(math.Hypot(math.Hypot(float64(e.Sigma), float64(after)*float64(d)), float64(e.Electricity)*float64(v.m.Tariff.Rate.Doubt)))
	}
	e.sum()
}

// absurd is USD/h whose squares, and theirs, can no longer be computed with.
const absurd = 1e60

// sum adds up. What is not finite cannot be compared, nor stored; what is absurd
// would spoil all that is learned from it.
func (e *Estimate) sum() {
	e.Net = e.Gross - e.Fees - e.Electricity - e.Gas - e.Risk
	if bad := math.Abs(float64(e.Net)) + math.Abs(float64(e.Gross)) + float64(e.Sigma) + float64(e.Watts) + e.Hours; !(bad < absurd) {
		watts := e.Watts
		if math.IsNaN(float64(watts)) || math.IsInf(float64(watts), 0) {
			watts = 0
		}
		*e = Estimate{Workload: e.Workload, Watts: watts, Unbelieved: fmt.Sprintf("its value is %v", bad)}
	}
}

// finish subtracts electricity over the estimate's hours and adds up.
func (e *Estimate) finish(m *Market) {
	cost, why := m.Tariff.Cost(e.Watts, m.Now, Hours(e.Hours))
	if why != "" {
		*e = Estimate{Workload: e.Workload, Watts: e.Watts, Unbelieved: why}
		return
	}
	e.Electricity = cost
	e.sum()
}
