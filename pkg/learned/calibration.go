package learned

import (
	"math"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
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

const calibrationWeight = 0.1 // of the latest window

// Add takes a window in. One without any revenue counts as a hundredth of what
// was predicted: its logarithm must be a number.
func (c *Calibration) Add(w Calibration, now time.Time) {
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
