package scheduler

import (
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// forecaster keeps, hour by hour, what plans believed that the rig brings, and what each coin
// alone would have: what the ledger is held against. What was believed since it was written last
// is lost with the daemon, a minute at most. Only the loop's goroutine uses it.
type forecaster struct {
	cfg    Config
	last   time.Time // the plan before
	before decide.Believed
	saved  time.Time
	hour   store.Forecast
	failed bool
}

// add takes in what was believed from the plan before until this one, which is when it holds.
func (f *forecaster) add(now decide.Believed, at time.Time) {
	gap := at.Sub(f.last)
	if gap > 0 && gap <= calibrationGap {
		f.enter(at)
		f.hour.Hours += gap.Hours()
		f.hour.USD += float64(f.before.Net) * gap.Hours()
		for w, perHour := range f.before.Alone {
			f.hour.Alone[w.String()] += float64(perHour) * gap.Hours()
		}
	}
	f.last, f.before = at, now
	f.save(at, false)
}

// enter begins an hour, or goes on with the one that an earlier life of the daemon has begun.
func (f *forecaster) enter(at time.Time) {
	hour := at.UTC().Truncate(time.Hour)
	if f.hour.Hour.Equal(hour) {
		return
	}
	f.save(at, true)
	begun, _, err := f.cfg.Store.Forecast(hour)
	f.tell(err)
	f.hour = begun
	f.hour.Hour = hour
	if f.hour.Alone == nil {
		f.hour.Alone = map[string]float64{}
	}
}

// save writes the hour, if it is time.
func (f *forecaster) save(at time.Time, now bool) {
	if since := at.Sub(f.saved); f.hour.Hours == 0 || !now && since >= 0 && since < f.cfg.LedgerEvery {
		return
	}
	f.saved = at
	f.tell(f.cfg.Store.PutForecast(f.hour))
}

// tell says once that forecasts cannot be kept, and once that they can be again.
func (f *forecaster) tell(err error) {
	if err != nil && !f.failed {
		f.cfg.Log.Warn("what was believed is not kept", zap.Error(err))
	}
	f.failed = err != nil
}
