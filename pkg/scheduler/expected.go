package scheduler

import (
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// expectations are, hour by hour, what plans believe that the rig brings, and what each coin alone
// would: what the ledger is held against. What was believed since it was written last
// is lost with the daemon, a minute at most. Only the loop's goroutine uses them.
type expectations struct {
	cfg    Config
	last   time.Time // the plan before
	before decide.Expected
	saved  time.Time
	hour   store.Expected
	failed bool
}

// add takes in what was believed from the plan before until this one, which is when it holds.
func (e *expectations) add(now decide.Expected, at time.Time) {
	gap := at.Sub(e.last)
	if gap > 0 && gap <= calibrationGap {
		e.enter(at)
		e.hour.Hours += gap.Hours()
		e.hour.USD += float64(e.before.Net) * gap.Hours()
		for w, perHour := range e.before.Alone {
			e.hour.Alone[w.String()] += float64(perHour) * gap.Hours()
		}
	}
	e.last, e.before = at, now
	e.save(at, false)
}

// enter begins an hour, or goes on with the one that an earlier life of the daemon has begun.
func (e *expectations) enter(at time.Time) {
	hour := at.UTC().Truncate(time.Hour)
	if e.hour.Hour.Equal(hour) {
		return
	}
	e.save(at, true)
	begun, _, err := e.cfg.Store.Expected(hour)
	e.tell(err)
	e.hour = begun
	e.hour.Hour = hour
	if e.hour.Alone == nil {
		e.hour.Alone = map[string]float64{}
	}
}

// save writes the hour, if it is time.
func (e *expectations) save(at time.Time, now bool) {
	if since := at.Sub(e.saved); e.hour.Hours == 0 || !now && since >= 0 && since < e.cfg.LedgerEvery {
		return
	}
	e.saved = at
	e.tell(e.cfg.Store.PutExpected(e.hour))
}

// tell says once that what is expected cannot be kept, and once that it can be again.
func (e *expectations) tell(err error) {
	switch {
	case err != nil && !e.failed:
		e.cfg.Log.Warn("what is expected is not kept", zap.Error(err))
	case err == nil && e.failed:
		e.cfg.Log.Info("what is expected is kept again")
	}
	e.failed = err != nil
}
