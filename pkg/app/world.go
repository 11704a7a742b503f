package app

import (
	"fmt"
	"math/big"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/feed"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/workers"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
	"github.com/gpuarbiter/gpuarbiter/pkg/work"
)

// testNetworks are chains whose coins are worth nothing, whatever a price
// source says of ether.
var testNetworks = map[uint64]string{
	5: "Goerli", 1337: "a development chain", 1338: "a development chain", 31337: "a development chain",
	17000: "Holesky", 11155111: "Sepolia", 560048: "Hoodi", 80002: "Polygon Amoy", 84532: "Base Sepolia",
	421614: "Arbitrum Sepolia", 11155420: "OP Sepolia",
}

// world translates the configuration, quotes and the market's challenges into
// the valuation's plain inputs.
type world struct {
	feed     *feed.Feed
	markets  func() []solver.State
	progress func(key string) workers.Progress // of a challenge's training
	// the network that is trained for a challenge, or would be
	network func(workers.Task) (trainer.Suggestion, error)
	// how much work earlier challenges took against its estimate; nil: none is known
	residuals func() []profit.Residual
	// what was learned of devices; nil: nothing is known
	learned *learned.Book
	// what hosts pay; nil: nothing is let
	landlord *landlord
	// work of kinds that are packages of their own
	others work.Opened

	mu  sync.Mutex
	cfg *config.Config
}

func (w *world) set(cfg *config.Config) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.cfg = cfg
}

func (w *world) config() *config.Config {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.cfg
}

// Market is the quotes and challenges of this moment.
func (w *world) Market(now time.Time) profit.Market {
	cfg := w.config()
	m := profit.Market{Now: now, Tariff: w.tariff(cfg, now), Risk: profit.Risk{
		Aversion: cfg.Policy.RiskAversion, Volatility: cfg.Policy.PriceVolatility, PayoutDays: cfg.Policy.PayoutDays,
	}, Commitment: profit.Hours(cfg.Policy.MinRun.Hours())}
	for _, c := range cfg.Mining.Coins {
		m.Coins = append(m.Coins, w.coin(cfg, c))
	}
	if w.landlord != nil {
		m.Hosts = w.landlord.market()
	}
	for _, state := range w.markets() {
		for _, c := range cfg.Chains {
			if c.Name == state.Chain {
				m.Challenges = append(m.Challenges, w.challenges(cfg, c, state)...)
			}
		}
	}
	return m
}

func (w *world) tariff(cfg *config.Config, now time.Time) profit.Tariff {
	e := cfg.Electricity
	t := profit.Tariff{Rate: profit.Quote{Value: 1, Source: "USD is the reporting currency"}, Overhead: profit.Ratio(e.OverheadRatio), Currency: e.Currency}
	ordinary := 1.0 // USD, or the currency's next best
	if t.Currency != "USD" {
		if t.Rate = w.rate(cfg, t.Currency); t.Rate.Value > 0 {
			ordinary /= t.Rate.Value
		}
	}
	t.PerKWh, t.Ahead = w.feed.Tariff("electricity.price_per_kwh", e.PricePerKWh, ordinary)
	if len(e.Periods) > 0 {
		base := t.PerKWh
		t.Ahead = feed.Periods(now, e.Place(), e.Periods)
		if len(t.Ahead) > 0 && !now.Before(t.Ahead[0].From) {
			t.PerKWh = profit.Quote{Value: t.Ahead[0].PerKWh, Source: "electricity.periods", Signed: true}
		}
		if base.Disbelief(now) == "" {
			t.Ahead = feed.Fill(now, t.Ahead, base.Value)
		}
	}
	full := func(price float64) float64 { return (price + e.SurchargePerKWh) * (1 + e.TaxRatio) }
	t.PerKWh.Value = full(t.PerKWh.Value)
	if e.SurchargePerKWh != 0 || e.TaxRatio != 0 {
		t.Ahead = slices.Clone(t.Ahead)
		for i := range t.Ahead {
			t.Ahead[i].PerKWh = full(t.Ahead[i].PerKWh)
		}
	}
	return t
}

func (w *world) coin(cfg *config.Config, c config.Coin) profit.Coin {
	at := "mining.coins." + c.Name + "."
	return profit.Coin{
		Name: c.Name, Algorithm: c.Algorithm,
		Price:               w.quote(cfg, at+"price_usd", c.PriceUSD),
		Difficulty:          w.feed.Quote(at+"difficulty", c.Difficulty),
		BlockReward:         w.feed.Quote(at+"block_reward", c.BlockReward),
		PerHash:             w.quote(cfg, at+"usd_per_hash", c.USDPerHash),
		HashesPerDifficulty: c.HashesPerDifficulty,
		PoolFee:             profit.Ratio(c.PoolFeeRatio), MinerFee: profit.Ratio(c.MinerFee()),
		Stale: profit.Ratio(c.StaleRatio), SaleFee: profit.Ratio(c.SaleFeeRatio),
	}
}

// quote is a quote in USD, of sources in whatever currency.
func (w *world) quote(cfg *config.Config, name string, q config.Quote) profit.Quote {
	return w.inUSD(cfg, w.feed.Quote(name, q), q.In)
}

// rate is the USD that one unit of a currency is worth.
func (w *world) rate(cfg *config.Config, currency string) profit.Quote {
	q := cfg.Rates[currency]
	return w.inUSD(cfg, w.feed.Rate("rates."+currency, currency, q), q.In)
}

func (w *world) inUSD(cfg *config.Config, quote profit.Quote, in string) profit.Quote {
	if in == "" || in == "USD" {
		return quote
	}
	if cfg.Rates[in].In != in { // in no circle
		return feed.In(quote, w.rate(cfg, in), time.Now())
	}
	return feed.In(quote, profit.Quote{}, time.Now())
}

// etherPrice is what a chain's ether is believed to be worth. A chain without a
// source, and a test network, has none.
func (w *world) etherPrice(c config.Chain) profit.Quote {
	q := w.feed.Quote("chains."+c.Name+".ether_price_usd", c.EtherPriceUSD)
	if name, ok := testNetworks[c.ID]; ok && !c.TestNetworkIsMoney {
		q.Fault = fmt.Sprintf("chain %d is %s, whose ether is worth nothing", c.ID, name)
	}
	return q
}

// unit is what an amount on chain is of: ether or a token.
type unit struct {
	symbol   string
	decimals int
	price    profit.Quote // USD for one
}

// amount is so many smallest units, as a number for valuation only.
func (u unit) amount(v *big.Int) float64 {
	f, _ := new(big.Rat).SetFrac(v, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(u.decimals)), nil)).Float64()
	return f
}

// unit is what is believed of a token. One that the configuration does not
// name is worth nothing, whatever it calls itself.
func (w *world) unit(c config.Chain, token common.Address) unit {
	ether := w.etherPrice(c)
	if token == market.Ether {
		return unit{"ether", 18, ether}
	}
	for _, t := range c.Tokens {
		if common.HexToAddress(t.Address) != token {
			continue
		}
		q := w.feed.Quote("chains."+c.Name+".tokens."+t.Symbol+".price_usd", t.PriceUSD)
		if name, ok := testNetworks[c.ID]; ok && !c.TestNetworkIsMoney {
			q.Fault = fmt.Sprintf("chain %d is %s, whose tokens are worth nothing", c.ID, name)
		}
		return unit{t.Symbol, t.Decimals, q}
	}
	return unit{token.Hex(), 18, profit.Quote{Fault: "token " + token.Hex() + " is not in chains." + c.Name + ".tokens"}}
}

// ether is an amount of wei, for valuation only.
func ether(wei *big.Int) float64 { return unit{decimals: 18}.amount(orZero(wei)) }

func orZero(v *big.Int) *big.Int {
	if v == nil {
		return new(big.Int)
	}
	return v
}

// Unsaved is how long ago the challenge's training was saved.
func (w *world) Unsaved(challenge string, now time.Time) time.Duration {
	saved := w.progress(challenge).Saved
	if saved.IsZero() {
		return 0
	}
	return max(now.Sub(saved), 0)
}
