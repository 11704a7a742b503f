package decide

import (
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/policy"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Snapshot is all that a decision may look at.
type Snapshot struct {
	Market  profit.Market `json:"market"`
	Devices []Device      `json:"devices"`
	Costs   []SwitchCost  `json:"costs,omitempty"` // learned
	Policy  Policy        `json:"policy"`
	// Ceiling is what all devices together may draw at the wall for as long as a curtailment
	// lasts; nil: there is none.
	Ceiling *profit.Watts `json:"ceiling,omitempty"`
}

// Device is a device and what it does.
type Device struct {
	profit.Device
	Running profit.Workload `json:"running"` // during a handover: the one that it leads to
	Since   time.Time       `json:"since"`
	Leaving profit.Workload `json:"leaving,omitzero"`  // during a handover: the one that still stops
	Blocked string          `json:"blocked,omitempty"` // quarantined or lost: no plan for it
	// Contract is what the device is let for: until it is over nothing else runs there,
	// whatever that would earn; nil: it is ours.
	Contract *Contract `json:"contract,omitempty"`
	// Measuring is what the device is measured at, whatever that earns; none: it is planned for.
	Measuring profit.Workload `json:"measuring,omitzero"`
	Unsaved   float64         `json:"unsaved,omitempty"`  // seconds of training since the last checkpoint
	Switches  int             `json:"switches,omitempty"` // that were decided for it within a day, as far as they count
	// Fault is why the running workload earns nothing now, as long as it is not left for
	// that; "" if it earns.
	Fault string `json:"fault,omitempty"`
	// Cooldowns are coins and challenges that fail on the device, whatever they are worth.
	Cooldowns []Cooldown `json:"barred,omitempty"`
	// Signals are what polls so far make believe of its options; none: the quotes alone.
	Signals []profit.Signal `json:"signals,omitempty"`
}

// planned reports whether the plan may choose what the device does.
func (d *Device) planned() bool {
	return d.Blocked == "" && d.Contract == nil && d.Measuring.None()
}

// Contract is what a device is let for.
type Contract struct {
	Work  profit.Workload `json:"work"`
	Until time.Time       `json:"until,omitzero"` // zero: nobody knows
	Why   string          `json:"why"`
	// Theirs: what computes on the device is the customer's, and nothing of ours takes it there.
	Theirs bool `json:"theirs,omitempty"`
}

// Cooldown is a workload that is left alone for a while, and why.
type Cooldown struct {
	Workload profit.Workload `json:"workload"`
	Reason   string          `json:"reason"`
}

// SwitchCost is what handing a device to a kind of workload has cost so far.
type SwitchCost struct {
	Device  string      `json:"device"`
	From    profit.Kind `json:"from"`
	To      profit.Kind `json:"to"`
	Seconds float64     `json:"seconds"` // without earnings
}

// Policy is the operator's.
type Policy struct {
	MinRun        time.Duration     `json:"min_run"`                 // no switch earlier, unless the workload loses money
	MinLead       profit.USDPerHour `json:"min_lead"`                // no switch for less
	LeadVariance  float64           `json:"lead_variance"`           // of a lead, (USD/h)^2 per hour, as a part of the running net squared
	SwitchSeconds float64           `json:"switch_seconds"`          // prior, until it is learned
	Horizon       time.Duration     `json:"horizon"`                 // a switch must repay itself within
	LostWork      profit.Ratio      `json:"lost_work,omitzero"`      // probability that a trainer that is stopped loses what it has not saved
	WattBudget    profit.Watts      `json:"watt_budget,omitempty"`   // of all devices together, at the wall; 0: none
	MinLeadRatio  profit.Ratio      `json:"min_lead_ratio,omitzero"` // no switch for a lead of less than this part of the running net
	MostSwitches  int               `json:"most_switches,omitempty"` // of a device within a day, for more money alone; 0: any
	Rules         []policy.Rule     `json:"rules,omitempty"`
}
