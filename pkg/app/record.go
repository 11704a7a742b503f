package app

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/backtest"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
)

// keepRecords is for how many days records are kept.
const keepRecords = 180

// recorder writes what decisions looked at to a file for each day.
type recorder struct {
	dir string
	log *zap.Logger
	day string // of the file written last

	signalEvery time.Duration
}

func (r *recorder) record(rec scheduler.Record, began time.Time) {
	if err := r.write(rec, began); err != nil {
		r.log.Warn("record", zap.Error(err))
	}
}

func (r *recorder) write(rec scheduler.Record, began time.Time) error {
	if err := os.MkdirAll(r.dir, 0o700); err != nil {
		return err
	}
	day := rec.Snapshot.Market.Now.UTC().Format(time.DateOnly)
	if day != r.day {
		r.day = day
		r.prune()
	}
	tick := backtest.Tick{Snapshot: rec.Snapshot, Choices: backtest.Choices(rec.Plan), SignalEvery: r.signalEvery, Began: began}
	tick.Snapshot.Devices = slices.Clone(tick.Snapshot.Devices)
	for i := range tick.Snapshot.Devices {
		tick.Snapshot.Devices[i].Signals = nil // a replay makes its own
	}
	f, err := os.OpenFile(filepath.Join(r.dir, day+".jsonl.gz"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	return errors.Join(backtest.WriteTick(f, tick), f.Close())
}

// prune removes the oldest days.
func (r *recorder) prune() {
	old, err := filepath.Glob(filepath.Join(r.dir, "*.jsonl.gz"))
	if err != nil {
		return
	}
	slices.Sort(old)
	for len(old) > keepRecords {
		if err := os.Remove(old[0]); err != nil {
			r.log.Warn("record", zap.Error(err))
		}
		old = old[1:]
	}
}
