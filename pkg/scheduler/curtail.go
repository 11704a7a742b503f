package scheduler

import (
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/curtail"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// Curtailment is what the loop has to know of a curtailment contract.
type Curtailment struct {
	Terms  curtail.Terms
	Signal func() curtail.Signal // the latest; never waits
}

// CurtailView is how far a curtailment is, and whether it is kept.
type CurtailView struct {
	curtail.State
	Drawn *profit.Watts `json:"drawn,omitempty"` // at the wall, measured; nil: some device does not tell
	Met   bool          `json:"met"`
	Late  bool          `json:"late,omitempty"` // it ought to be met by now
}

// curtailment heeds the signal and books what it pays. Only the loop's goroutine uses it.
type curtailment struct {
	cfg    Config
	state  curtail.State
	earns  bool
	looked time.Time
	hours  float64 // for which a target was met and nothing is booked yet
	booked time.Time
}

// look is the ceiling that is in force now, and whether it is kept, by the devices' readings.
func (c *curtailment) look(statuses []Status, overhead profit.Ratio, now time.Time) *CurtailView {
	if c.cfg.Curtailment == nil {
		return nil
	}
	t := c.cfg.Curtailment.Terms
	was := c.state
	drawn := drawnBy(statuses, overhead)
	if c.earns {
		c.hours += max(min(now.Sub(c.looked), calibrationGap), 0).Hours()
	}
	c.state = t.Next(was, c.cfg.Curtailment.Signal(), now)
	if was.Phase != c.state.Phase {
		c.cfg.Log.Info("curtailment", zap.String("phase", string(c.state.Phase)), zap.String("why", c.state.Why))
	}
	v := &CurtailView{State: c.state, Drawn: drawn, Met: c.state.Ceiling == nil}
	if drawn != nil {
		v.Met, v.Late = t.Met(c.state, *drawn, now)
	} else if c.state.Ceiling != nil { // what is not known is not kept
		v.Late = now.Sub(c.state.Tighter) > t.Within
	}
	c.earns, c.looked = drawn != nil && t.Earned(c.state, *drawn), now
	return v
}

// drawnBy is the power of all devices at the wall; nil where one does not tell, or there is
// none: what nobody measures was not kept.
func drawnBy(statuses []Status, overhead profit.Ratio) *profit.Watts {
	sum := profit.Watts(0)
	for _, s := range statuses {
		if s.Reading == nil || s.Reading.Power == nil || s.Fault != "" {
			return nil
		}
		sum += profit.Watts(*s.Reading.Power) * profit.Watts(overhead)
	}
	if len(statuses) == 0 {
		return nil
	}
	return &sum
}

// book writes what was earned by being off.
func (c *curtailment) book(now time.Time, all bool) {
	if c.hours <= 0 || !all && now.Sub(c.booked) < c.cfg.LedgerEvery {
		return
	}
	income := float64(c.cfg.Curtailment.Terms.Income)
	err := c.cfg.Store.AppendLine(store.Line{
		At: now, Kind: store.Curtailment, Workload: profit.Idling.String(), Amount: formatFloat(c.hours * 3600), Unit: "s", USD: c.hours * income, Seconds: c.hours * 3600,
		Source: "the target of the curtailment was met, by the devices' meters", Quote: formatFloat(income) + " USD/h, curtailment.income_usd_per_hour",
	})
	if err != nil {
		c.cfg.Log.Error("curtailment is not booked; it follows later", zap.Error(err))
		return
	}
	c.hours, c.booked = 0, now
}
