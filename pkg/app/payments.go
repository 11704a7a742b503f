package app

import (
	"fmt"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/books"
	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/feed"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// pay books money that moved on chain at the quote of its time; a reward with each device that has
// trained for it, by its hours.
func pay(st *store.Store, f *feed.Feed, c config.Chain, p solver.Payment, log *zap.Logger) bool {
	now := time.Now()
	unit := (&world{feed: f}).unit(c, p.Token)
	line := store.Line{
		At: now, Workload: profit.Training(p.Key).String(), Kind: store.LineKind(p.Kind), Unit: "wei", Source: p.Source, Quote: unit.price.Source,
	}
	if p.Token != market.Ether {
		line.Unit = fmt.Sprintf("1e-%d %s", unit.decimals, unit.symbol)
	}
	why := unit.price.Disbelief(now)
	if why != "" {
		line.Quote = "not believed: " + why
	}
	parts := []books.Part{{Amount: p.Wei}} // the whole rig's
	if line.Kind == store.Reward {
		if each := books.Split(p.Wei, trained(st.Totals(), line.Workload)); len(each) > 0 {
			parts = each
		}
	}
	lines := make([]store.Line, len(parts))
	for i, part := range parts {
		lines[i] = line
		lines[i].Device, lines[i].Amount = part.Device, part.Amount.String()
		if why == "" {
			lines[i].USD = unit.amount(part.Amount) * unit.price.Value
		}
	}
	if err := st.AppendLinesOnce(p.ID, lines...); err != nil {
		log.Error("payment is not in the ledger", zap.String("source", p.Source), zap.String("wei", p.Wei.String()), zap.Error(err))
		return false
	}
	return true
}

// trained is how long each device has been at a workload, by the ledger.
func trained(totals map[store.TotalKey]store.Total, workload string) map[string]time.Duration {
	worked := map[string]time.Duration{}
	for key, total := range totals {
		if key.Workload == workload && key.Device != "" {
			worked[key.Device] += time.Duration(total.Seconds * float64(time.Second))
		}
	}
	return worked
}
