package decide

import (
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Plan is the wanted workload of every device.
type Plan struct {
	At        time.Time  `json:"at"`
	Decisions []Decision `json:"decisions"`
}

// Decision is one device's line of the plan, with its alternatives and why.
type Decision struct {
	Device    string            `json:"device"`
	Running   profit.Workload   `json:"running"`
	Chosen    profit.Workload   `json:"chosen"`
	Switch    bool              `json:"switch"`
	Reason    Reason            `json:"reason"`
	Fault     string            `json:"fault,omitempty"` // why the running workload earns nothing now
	Rival     profit.Workload   `json:"rival,omitzero"`  // the best other option that the device may take
	Lead      profit.USDPerHour `json:"lead"`            // of the best option over the running one
	Threshold profit.USDPerHour `json:"threshold"`       // that the lead must pass
	Limits    Limits            `json:"limits,omitzero"`
	Team      *Team             `json:"team,omitempty"` // that the device is to train in, if of several
	Options   []profit.Estimate `json:"options"`        // best first; devices of one class share them
}

// NetNow is what the running workload is believed to bring now; ok is false where it has
// no value. Of one that earns nothing that is the power it draws, whatever its
// estimate promises.
func (d Decision) NetNow() (net profit.USDPerHour, ok bool) {
	for k := range d.Options {
		e := &d.Options[k]
		switch {
		case e.Workload != d.Running || !e.Candidate():
		case d.Fault != "":
			return -e.Electricity, true
		default:
			return e.Money(), true
		}
	}
	return 0, false
}

// Limits are what else than the band kept the device where it is, or would have.
type Limits struct {
	Repay  profit.USDPerHour `json:"repay,omitempty"`  // the lead that repays the switch within the horizon
	Wait   time.Duration     `json:"wait,omitempty"`   // until the minimum run is over
	Others bool              `json:"others,omitempty"` // the challenge is for other devices
	Wanted profit.Workload   `json:"wanted,omitzero"`  // what the watt budget forbade
	Short  profit.Watts      `json:"short,omitempty"`  // that the budget lacks for it, at the wall
}
