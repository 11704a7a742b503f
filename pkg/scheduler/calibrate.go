package scheduler

import (
	"math"
	"strings"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// Calibration is what a device was predicted to earn and draw at a workload,
// against what the ledger has.
type Calibration struct {
	Device         string  `json:"device"`
	Workload       string  `json:"workload"`
	Predicted      float64 `json:"predicted_usd"` // revenue after fees
	Realised       float64 `json:"realised_usd"`
	PredictedPower float64 `json:"predicted_power_usd"`
	RealisedPower  float64 `json:"realised_power_usd"`
	Hours          float64 `json:"hours"`
	// Of the logarithm of realised over predicted revenue, window by window, the
	// latest counting more.
	Windows int       `json:"windows"`
	Bias    float64   `json:"bias"`
	Square  float64   `json:"square"` // mean of squares
	At      time.Time `json:"at"`
	// The sums, earlier windows fading. Their ratio is not skewed by windows with
	// few shares, as the logarithms are.
	RecentPredicted float64 `json:"recent_predicted_usd"`
	RecentRealised  float64 `json:"recent_realised_usd"`

	void bool // a window in which something could not be valued
}

// Ratio is realised over predicted revenue; 0 while there is none.
func (c Calibration) Ratio() float64 {
	if c.Predicted <= 0 {
		return 0
	}
	return c.Realised / c.Predicted
}

// Error is the root of the mean squared error, relative; 0 while it is not known.
func (c Calibration) Error() float64 { return math.Sqrt(c.Square) }

// enoughWindows of experience replace what is assumed.
const enoughWindows = 12

// Expected is what of the predicted revenue is expected to come in from now on,
// and how sure that is; ok only when there is enough experience, none of it old:
// what was learned on a bad day is tried once more.
func (c Calibration) Expected(now time.Time, maxAge time.Duration) (realised, sigma profit.Ratio, ok bool) {
	if c.Windows < enoughWindows || now.Sub(c.At) > maxAge || c.RecentPredicted <= 0 {
		return 0, 0, false
	}
	windows := math.Min(float64(c.Windows), 2/calibrationWeight-1) // as many as the fading sums are worth
	realised, sigma = profit.Realised(c.RecentRealised/c.RecentPredicted, windows, math.Max(c.Square-c.Bias*c.Bias, 0))
	return realised, sigma, true
}

// CalibrationKey names a calibration in the store.
func CalibrationKey(device, workload string) string { return device + "|" + workload }

const (
	calibrationWindow = time.Hour // shares are few: less says little
	calibrationWeight = 0.1       // of the latest window
	calibrationGap    = 5 * time.Minute
)

// calibrator compares, window by window. Only the loop's goroutine uses it.
type calibrator struct {
	cfg     Config
	last    time.Time
	windows map[string]*Calibration // of the present window
}

func newCalibrator(cfg Config) *calibrator {
	return &calibrator{cfg: cfg, windows: map[string]*Calibration{}}
}

func (c *calibrator) window(device, workload string) *Calibration {
	key := CalibrationKey(device, workload)
	w := c.windows[key]
	if w == nil {
		w = &Calibration{Device: device, Workload: workload}
		c.windows[key] = w
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
		if s.Workload.Kind != profit.Mine || !s.Report.Working() {
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

// realise adds a line of the ledger.
func (c *calibrator) realise(l store.Line) {
	if !strings.HasPrefix(l.Workload, string(profit.Mine)+" ") {
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
	for key, w := range c.windows {
		if w.Hours < calibrationWindow.Hours() || w.Predicted <= 0 {
			continue
		}
		if w.void {
			delete(c.windows, key)
			continue
		}
		var all Calibration
		if _, err := c.cfg.Store.Get(store.Calibrations, key, &all); err != nil {
			all = Calibration{}
		}
		all.add(*w, now)
		if err := c.cfg.Store.Put(store.Calibrations, key, all); err != nil {
			c.cfg.Log.Warn("calibration", zap.Error(err))
			return // the window goes on
		}
		delete(c.windows, key)
	}
}

// add takes a window in. One without any revenue counts as a hundredth of what
// was predicted: its logarithm must be a number.
func (c *Calibration) add(w Calibration, now time.Time) {
	c.Device, c.Workload, c.At = w.Device, w.Workload, now
	c.Predicted, c.Realised = c.Predicted+w.Predicted, c.Realised+w.Realised
	c.PredictedPower, c.RealisedPower = c.PredictedPower+w.PredictedPower, c.RealisedPower+w.RealisedPower
	c.Hours += w.Hours
	c.RecentPredicted = (1-calibrationWeight)*c.RecentPredicted + w.Predicted
	c.RecentRealised = (1-calibrationWeight)*c.RecentRealised + w.Realised
	log := math.Log(math.Max(w.Realised/w.Predicted, 0.01))
	c.Windows++
	weight := math.Max(calibrationWeight, 1/float64(c.Windows))
	c.Bias += weight * (log - c.Bias)
	c.Square += weight * (log*log - c.Square)
}
