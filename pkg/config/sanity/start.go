package sanity

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/template"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
)

// Answers are what a first configuration is made from.
type Answers struct {
	Rig      string            // its name at the pools
	Tariff   float64           // for one kWh
	Currency string            // of the tariff
	Wallets  map[string]string // by the coins' tickers
	Region   string            // "", us or asia: which of a pool's servers
	// Simulated is for the simulated rig.
	Simulated bool
	Models    []string          // of the cards, as the driver names them
	MiB       map[string]uint64 // memory of each model, as the driver tells it; of others as it is known
}

// Startable are the coins that a first configuration can be made for, with the memory that they take.
func Startable() map[string]float64 {
	coins := map[string]float64{}
	for name, c := range known().Coins {
		if c.Start != nil {
			coins[name] = c.GiB
		}
	}
	return coins
}

// WrongWallet says why an address is none of a coin; "" if it is one, or nobody knows.
func WrongWallet(ticker, address string) string {
	c, ok := known().Coins[strings.ToUpper(ticker)]
	if !ok || !c.known() {
		return ""
	}
	return c.wrong(address)
}

//go:embed start.gotmpl
var startText string

var startTemplate = template.Must(template.New("start").Parse(startText))

// startCoin is a coin of a first configuration.
type startCoin struct {
	Name, Algorithm, Wallet, Pool string
	HashesPerDifficulty           string
	*start
	Cards  []startCard
	Hidden string // cards that lack the memory
}

type startCard struct {
	Name, Rate string
	Watts      int
}

// Start writes a first configuration, commented. Its rates are priors: gpuarbiter bench measures.
func Start(a Answers) ([]byte, error) {
	f := known()
	var v struct {
		Answers
		Coins  []startCoin
		Geckos string
		Rate   bool // the tariff's currency needs one
		Cards  []struct {
			Name  string
			Limit int
		}
	}
	v.Answers, v.Rate = a, a.Currency != "USD"
	if len(a.Wallets) == 0 {
		return nil, errors.New("without a wallet there is nothing to mine")
	}
	models := slices.Compact(slices.Sorted(slices.Values(a.Models)))
	for _, name := range models {
		if c, ok := f.card(name); ok {
			v.Cards = append(v.Cards, struct {
				Name  string
				Limit int
			}{name, int(0.75 * c.Watts)})
		}
	}
	var geckos []string
	for _, ticker := range slices.Sorted(maps.Keys(a.Wallets)) {
		c, ok := f.Coins[ticker]
		if !ok || c.Start == nil {
			return nil, fmt.Errorf("%q is not one of %s; write it into the file afterwards", ticker, strings.Join(slices.Sorted(maps.Keys(Startable())), ", "))
		}
		if why := WrongWallet(ticker, a.Wallets[ticker]); why != "" {
			return nil, fmt.Errorf("%q is no address of %s: %s", a.Wallets[ticker], ticker, why)
		}
		algorithm := f.Algorithms[c.Algorithm]
		coin := startCoin{Name: ticker, Algorithm: c.Algorithm, Wallet: a.Wallets[ticker], start: c.Start, Pool: "stratum+ssl://" + regional(c.Start.Pool, a.Region), HashesPerDifficulty: fmt.Sprintf("%.0f", algorithm.Hashes)}
		var small []string
		for _, name := range models {
			card, ok := f.card(name)
			if !ok {
				continue // it mines the coin once gpuarbiter bench has measured it
			}
			gib := card.GiB
			if m := a.MiB[name]; m > 0 {
				gib = float64(m) / 1024
			}
			if gib < c.GiB {
				small = append(small, name)
				continue
			}
			coin.Cards = append(coin.Cards, startCard{name, written(algorithm.Rate * card.Speed), int(0.7 * card.Watts)})
		}
		coin.Hidden = strings.Join(small, ", ")
		v.Coins = append(v.Coins, coin)
		geckos = append(geckos, c.Start.Gecko)
	}
	v.Geckos = strings.Join(geckos, ", ")
	var out bytes.Buffer
	if err := startTemplate.Execute(&out, v); err != nil {
		return nil, err
	}
	if _, err := config.Parse(out.Bytes()); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func regional(pool, region string) string {
	if region == "" {
		return pool
	}
	return region + "-" + pool
}
