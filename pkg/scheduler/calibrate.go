package scheduler

import (
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

const (
	calibrationWindow = time.Hour // shares are few: less says little
	calibrationGap    = 5 * time.Minute
)

// window is an hour of one device at one workload.
type window struct {
	learned.Calibration
	void bool // something in it could not be valued
}

// calibrator compares, window by window. Only the loop's goroutine uses it.
type calibrator struct {
	cfg     Config
	last    time.Time
	windows map[learned.At]*window // of the present hour
}

func newCalibrator(cfg Config) *calibrator {
	return &calibrator{cfg: cfg, windows: map[learned.At]*window{}}
}

func (c *calibrator) window(device, workload string) *window {
	at := learned.At{Device: gpu.UUID(device), Work: workload}
	w := c.windows[at]
	if w == nil {
		w = &window{Calibration: learned.Calibration{Device: device, Workload: workload}}
		c.windows[at] = w
	}
	return w
}

// predict adds what the plan's estimates say of the time since the last tick, of
// devices whose workers earn.
func (c *calibrator) predict(statuses []Status, plan decide.Plan) {
	hours := plan.At.Sub(c.last).Hours()
	gap := plan.At.Sub(c.last) > calibrationGap || hours < 0
	c.last = plan.At
	if gap {
		return
	}
	for _, s := range statuses {
		if !s.Workload.Counted() || !s.Report.Working() {
			continue
		}
		for _, d := range plan.Decisions {
			if d.Device != string(s.Device.UUID) {
				continue
			}
			for _, e := range d.Options {
				if e.Workload == s.Workload && e.Candidate() {
					w := c.window(d.Device, s.Workload.String())
					predicted := float64(e.Gross - e.Fees)
					if e.Realised > 0 { // experience is of what is predicted without it
						predicted /= float64(e.Realised)
					}
					w.Predicted += predicted * hours
					w.PredictedPower += float64(e.Electricity) * hours
					w.Hours += hours
				}
			}
		}
	}
}

// realise adds a line of the ledger that is of the work.
func (c *calibrator) realise(work profit.Workload, l store.Line) {
	if !work.Counted() {
		return
	}
	w := c.window(l.Device, l.Workload)
	switch l.Kind {
	case store.MiningRevenue:
		w.Realised += l.USD
		w.void = w.void || l.USD == 0 // shares that nobody could value
	case store.Electricity:
		w.RealisedPower -= l.USD
	}
}

// close ends windows that are long enough.
func (c *calibrator) close(now time.Time) {
	for at, w := range c.windows {
		if w.Hours < calibrationWindow.Hours() || w.Predicted <= 0 {
			continue
		}
		if w.void {
			delete(c.windows, at)
			continue
		}
		all, _ := c.cfg.Learned.Calibrations.Get(at)
		all.Add(w.Calibration, now)
		if err := c.cfg.Learned.Calibrations.Put(at, all); err != nil {
			c.cfg.Log.Warn("calibration", zap.Error(err))
			return // the window goes on
		}
		delete(c.windows, at)
	}
}
