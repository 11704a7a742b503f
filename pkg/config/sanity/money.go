package sanity

import (
	"fmt"
	"maps"
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
)

// Bands of what is paid anywhere.
const (
	dearestKWh  = 1.2 // USD
	mostTax     = 0.6
	mostFee     = 0.2
	mostPerHour = 20 // USD, of one card, before power
)

// inUSD is what an amount in the tariff's currency is worth, as far as the file alone says it.
func (k *checker) inUSD(amount float64) (float64, bool) {
	cur := k.Electricity.Currency
	if cur == "USD" {
		return amount, true
	}
	if rate, ok := number(k.Rates[cur]); ok {
		return amount * rate, true
	}
	band, ok := k.Currencies[cur]
	return amount * (band[0] + band[1]) / 2, ok
}

func (k *checker) electricity() {
	e := k.Electricity
	if v, ok := number(e.PricePerKWh); ok {
		k.tariff("electricity.price_per_kwh", v)
	}
	for i, p := range e.Periods {
		k.tariff(fmt.Sprintf("electricity.periods[%d].price_per_kwh", i), p.PricePerKWh)
	}
	k.tariff("electricity.surcharge_per_kwh", e.SurchargePerKWh)
	if e.TaxRatio > mostTax {
		k.doubt("electricity.tax_ratio", "0.19 is 19 per cent", "%g would be a tax of %g per cent", e.TaxRatio, 100*e.TaxRatio)
	}
	if len(e.PricePerKWh.From) == 0 && e.PricePerKWh.File == "" && (e.SurchargePerKWh != 0 || e.TaxRatio != 0) && len(e.Periods) == 0 {
		k.doubt("electricity.surcharge_per_kwh", "leave it out, or take price_per_kwh from a source", "is added only to prices of sources and periods, and there are none")
	}
}

func (k *checker) tariff(where string, price float64) {
	usd, ok := k.inUSD(price)
	if !ok || usd <= dearestKWh {
		return
	}
	k.doubt(where, meant(scaled(usd, 0.02, dearestKWh, 1e-2, 1e-1, 1e-3), "it is in "+k.Electricity.Currency+" for one kWh, not in cents"), "%g %s for a kilowatt-hour is more than is paid anywhere", price, k.Electricity.Currency)
}

func (k *checker) rates() {
	for _, name := range slices.Sorted(maps.Keys(k.Rates)) {
		v, ok := number(k.Rates[name])
		band, isKnown := k.Currencies[name]
		if !ok || !isKnown || v >= band[0] && v <= band[1] {
			continue
		}
		guess := scaled(v, band[0], band[1], 1e-2, 1e2, 1e-3, 1e3)
		if inverse := 1 / v; v > 0 && guess == "" && inverse >= band[0] && inverse <= band[1] {
			guess = written(inverse)
		}
		k.doubt("rates."+name, meant(guess, "it is the USD that one unit is worth"), "one %s would be worth %g USD", name, v)
	}
}

// fees are shares that are written as per cent now and then.
func (k *checker) fees(path string, c config.Coin) {
	list := []struct {
		name  string
		ratio float64
	}{{"pool_fee_ratio", c.PoolFeeRatio}, {"stale_ratio", c.StaleRatio}, {"sale_fee_ratio", c.SaleFeeRatio}}
	if c.MinerFeeRatio != nil {
		list = append(list, struct {
			name  string
			ratio float64
		}{"miner_fee_ratio", *c.MinerFeeRatio})
	}
	for _, f := range list {
		if f.ratio > mostFee {
			k.doubt(path+"."+f.name, meant(scaled(f.ratio, 0.0001, mostFee, 1e-2), "0.01 is one per cent"), "%g would be %g per cent of all that is earned", f.ratio, 100*f.ratio)
		}
	}
}

// priced says whether a coin can ever be worth something.
func (k *checker) priced(path string, c config.Coin) {
	if c.USDPerHash.Configured() || slices.ContainsFunc(slices.Collect(maps.Values(c.Models)), func(m config.CoinModel) bool { return m.USDPerHour.Configured() }) {
		return
	}
	missing := "" // the first of them
	for _, q := range []struct {
		name  string
		quote config.Quote
	}{{"price_usd", c.PriceUSD}, {"difficulty", c.Difficulty}, {"block_reward", c.BlockReward}} {
		v, ok := number(q.quote)
		switch {
		case !q.quote.Configured() && missing == "":
			missing = q.name
			k.doubt(path+"."+q.name, "add it, or usd_per_hash in place of price_usd, difficulty and block_reward", "is missing: the coin counts as worth nothing and is never mined")
		case ok && v == 0:
			k.doubt(path+"."+q.name, "write what it is, or take it from a source", "is 0: the coin is never mined")
		}
	}
}

// revenue is what a card would earn by the figures that stand in the file.
func (k *checker) revenue(path string, c config.Coin, model string, m config.CoinModel) {
	price, ok := number(c.PriceUSD)
	difficulty, ok2 := number(c.Difficulty)
	reward, ok3 := number(c.BlockReward)
	if !ok || !ok2 || !ok3 || difficulty <= 0 || c.HashesPerDifficulty <= 0 {
		return
	}
	if usd := m.HashesPerSecond * 3600 * reward * price / (difficulty * c.HashesPerDifficulty); usd > mostPerHour {
		k.doubt(path, "look at hashes_per_second, difficulty, block_reward, hashes_per_difficulty and price_usd: one is in another unit", "a %s would earn %.3g USD an hour", model, usd)
	}
}
