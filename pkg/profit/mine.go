package profit

import (
	"fmt"
	"math"
	"time"
)

// Mine is mining of a coin.
const Mine Kind = "mine"

var mining = registered{Mine, Traits{Quoted: true, Counted: true, Named: "coin"}, func(v *Valuation, es []Estimate, d *Device) []Estimate {
	for i := range v.m.Coins {
		es = append(es, Estimate{})
		v.mining(&es[len(es)-1], d, i)
	}
	return es
}, func(d *Device, target string) Watts { return d.Mining[target].Watts }}

// Mining is the work of mining a coin.
func Mining(coin string) Workload { return Workload{Mine, coin} }

type perHash struct {
	usd, kept float64
	why       string // usd is not known
}

func perHashes(m *Market) []perHash {
	coins := make([]perHash, len(m.Coins))
	for i := range m.Coins {
		c := &coins[i]
		c.usd, c.why = m.Coins[i].USDPerHash(m.Now)
		c.kept = m.Coins[i].Kept()
	}
	return coins
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
	// What is held although it is old may have moved: money by it is less sure.
	power := math.Hypot(float64(v.m.Tariff.Rate.Doubt), float64(v.m.Tariff.PerKWh.Doubt))
	if d := max(c.Price.Doubt, c.PerHash.Doubt, rate.Revenue.Doubt); d > 0 || power > 0 {
		e.Sigma = USDPerHour(math.Hypot(math.Hypot(float64(e.Sigma), float64(after)*float64(d)), float64(e.Electricity)*power))
	}
	e.sum()
}
