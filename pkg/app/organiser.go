package app

import (
	"context"
	"errors"
	"math/big"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/organiser"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/feed"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// OpenOrganiser opens an organiser's account on a chain. Its transactions are
// remembered in dir, so that a command that was cut off goes on when repeated; while
// another command of the account sends, it waits with patience. What nodes refuse, refused is told of.
func OpenOrganiser(ctx context.Context, c config.Chain, w config.Wallet, dir string, patience time.Duration, refused func(txmgr.Refusal)) (*organiser.Organiser, func(), error) {
	key, err := OpenSigner(w)
	if err != nil {
		return nil, nil, err
	}
	st, err := store.Open(filepath.Join(dir, "organiser.db"))
	for began := time.Now(); errors.Is(err, store.ErrLocked); st, err = store.Open(filepath.Join(dir, "organiser.db")) {
		if time.Since(began) > patience || ctx.Err() != nil {
			return nil, nil, hint(err, "another command of this account is sending; wait for it, with --patience for longer. Another --state would not know of its transactions and take their nonces")
		}
	}
	if err != nil {
		return nil, nil, hint(err, "--state must be a folder that this user can write to, its database intact")
	}
	chain := marketOf(c, blobs(c, blobArchive(dir)))
	tx, err := txmgr.New(new(big.Int).SetUint64(c.ID), chain.Backend(), key, intentStore{st}, TxOptions(c, refused))
	if err != nil {
		return nil, nil, errors.Join(err, st.Close())
	}
	o := organiser.New(chain, tx)
	o.MaxGameBonds = weiOf(c.MaxGameBondsEther, 1e18)
	return o, func() { chain.Close(); _ = st.Close() }, nil
}

// NamedQuote is a quote that the configuration names.
type NamedQuote struct {
	Name  string
	Quote profit.Quote
}

// Quotes looks every quote up that valuation would use, asking each source once.
func Quotes(ctx context.Context, cfg *config.Config) (list []NamedQuote, warnings []string) {
	w := &world{feed: feed.New(time.Now), cfg: cfg}
	w.feed.Ask(ctx, cfg.Sources, zap.NewNop())
	t := w.tariff(cfg, time.Now())
	list = []NamedQuote{{"electricity.price_per_kwh", t.PerKWh}}
	if t.Currency != "USD" {
		list = append(list, NamedQuote{"rates." + t.Currency, t.Rate})
	}
	for _, c := range cfg.Mining.Coins {
		coin := w.coin(cfg, c)
		if c.USDPerHash.Configured() {
			list = append(list, NamedQuote{c.Name + ".usd_per_hash", coin.PerHash})
			continue
		}
		list = append(list, NamedQuote{c.Name + ".price_usd", coin.Price}, NamedQuote{c.Name + ".difficulty", coin.Difficulty}, NamedQuote{c.Name + ".block_reward", coin.BlockReward})
	}
	for _, c := range cfg.Chains {
		list = append(list, NamedQuote{c.Name + ".ether_price_usd", w.etherPrice(c)})
		for _, t := range c.Tokens {
			list = append(list, NamedQuote{c.Name + ".tokens." + t.Symbol + ".price_usd", w.unit(c, common.HexToAddress(t.Address)).price})
		}
	}
	return list, w.feed.Warnings()
}
