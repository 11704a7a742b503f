package app

import (
	"fmt"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/feed"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// pay books money that moved on chain at the quote of its time.
func pay(st *store.Store, f *feed.Feed, c config.Chain, p solver.Payment, log *zap.Logger) bool {
	now := time.Now()
	unit := (&world{feed: f}).unit(c, p.Token)
	price := unit.price
	line := store.Line{
		At: now, Workload: profit.Training(p.Key).String(), Kind: store.LineKind(p.Kind),
		Amount: p.Wei.String(), Unit: "wei", Source: p.Source, Quote: price.Source,
	}
	if p.Token != market.Ether {
		line.Unit = fmt.Sprintf("1e-%d %s", unit.decimals, unit.symbol)
	}
	if why := price.Disbelief(now); why != "" {
		line.Quote = "not believed: " + why
	} else {
		line.USD = unit.amount(p.Wei) * price.Value
	}
	if err := st.AppendLineOnce(p.ID, line); err != nil {
		log.Error("payment is not in the ledger", zap.String("source", p.Source), zap.String("wei", p.Wei.String()), zap.Error(err))
		return false
	}
	return true
}
