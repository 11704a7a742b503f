package scheduler

import (
	"cmp"
	"fmt"
	"strconv"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// account turns the runners' totals into ledger lines.
type account struct {
	cfg    Config
	last   time.Time
	booked map[job]Total // what the ledger has
	failed bool
	learn  *calibrator
}

func newAccount(cfg Config) *account {
	return &account{cfg: cfg, last: cfg.Now(), booked: map[job]Total{}, learn: newCalibrator(cfg)}
}

// job is a device at a workload.
type job struct {
	device gpu.UUID
	work   profit.Workload
}

// flush books what has happened since the last time, if it is time.
func (a *account) flush(statuses []Status, m profit.Market, now bool) {
	if !now && m.Now.Sub(a.last) < a.cfg.LedgerEvery {
		return
	}
	a.last = m.Now
	var failure error
	for _, s := range statuses {
		for work, total := range s.Totals {
			if err := a.book(s.Device, work, total, m); err != nil {
				failure = err
			}
		}
	}
	switch {
	case failure != nil && !a.failed:
		a.cfg.Log.Error("ledger cannot be written; what is missing follows later", zap.Error(failure))
	case failure == nil && a.failed:
		a.cfg.Log.Info("ledger is written again")
	}
	a.failed = failure != nil
	a.learn.close(m.Now)
}

// book writes the lines of one workload. What could not be written counts as
// not booked, line by line: the next flush tries that amount again.
func (a *account) book(dev gpu.Device, work profit.Workload, total Total, m profit.Market) error {
	key := job{dev.UUID, work}
	was := a.booked[key]
	if total == was {
		return nil
	}
	base := store.Line{At: m.Now, Device: string(dev.UUID), Workload: work.String(), Seconds: total.Seconds - was.Seconds}
	estimated := total.Estimated - was.Estimated
	for _, part := range []struct {
		joules, estimated float64
		source            string
	}{{total.Joules - was.Joules - estimated, 0, meterSource}, {estimated, estimated, estimateSource}} {
		// The time counts, too, of a device of which nobody knows what it draws.
		if part.joules < 1e-6 && !(part.source == estimateSource && base.Seconds > 0) {
			continue
		}
		base.Source = part.source
		l := electricity(base, part.joules, m)
		if err := a.cfg.Store.AppendLine(l); err != nil {
			return err
		}
		a.learn.realise(work, l)
		was.Joules, was.Estimated, was.Seconds = was.Joules+part.joules, was.Estimated+part.estimated, total.Seconds
		a.booked[key], base.Seconds = was, 0
	}
	if hashes := total.Hashes - was.Hashes; hashes > 0 {
		l := revenue(base, work.Target, hashes, total.Shares-was.Shares, m, func(coin string) profit.MiningRate {
			return a.cfg.World.Device(dev).Mining[coin]
		})
		if err := a.cfg.Store.AppendLine(l); err != nil {
			return err
		}
		a.learn.realise(work, l)
	}
	a.booked[key] = total
	return nil
}

// Sources of electricity's lines.
const (
	meterSource    = "energy meter of the device"
	estimateSource = "estimate: the device has no meter; its configured, measured or limit watts"
)

// electricity is energy from a source, with the wall's losses, at the tariff.
func electricity(l store.Line, joules float64, m profit.Market) store.Line {
	l.Kind, l.Unit = store.Electricity, "J"
	l.Amount = strconv.FormatFloat(joules, 'f', 3, 64)
	perHour, why := m.Tariff.Cost(1000, m.Now, 0) // of one kW for one hour
	if why != "" {
		l.Quote = "not believed: " + why
		return l
	}
	l.USD = -float64(perHour) * joules / 3.6e6
	l.Quote = fmt.Sprintf("%g %s/kWh x %g, %s", m.Tariff.PerKWh.Value, m.Tariff.Currency, float64(m.Tariff.Overhead), m.Tariff.PerKWh.Source)
	return l
}

// revenue is the work of accepted shares at the quote of its time.
func revenue(l store.Line, coin string, hashes float64, shares uint64, m profit.Market, rateOf func(coin string) profit.MiningRate) store.Line {
	l.Kind, l.Unit, l.Seconds = store.MiningRevenue, "hashes", 0
	l.Amount = strconv.FormatFloat(hashes, 'f', 0, 64)
	l.Source = fmt.Sprintf("%d accepted shares", shares)
	for _, c := range m.Coins {
		if c.Name != coin {
			continue
		}
		rate := rateOf(coin)
		perHash, why := c.USDPerHashBy(rate, m.Now)
		if why != "" {
			l.Quote = "not believed: " + why
			return l
		}
		l.USD = hashes * perHash * c.Paid()
		l.Quote = fmt.Sprintf("%.6g USD for 1e12 hashes before fees, %s", perHash*1e12, cmp.Or(rate.Revenue.Source, c.PerHash.Source, c.Price.Source))
	}
	return l
}

func formatFloat(v float64) string { return strconv.FormatFloat(v, 'g', 6, 64) }
