// Package decide chooses the workload of every device. Decide is a pure
// function of a Snapshot: the same snapshot gives the same plan, bit for bit.
package decide

import (
	"cmp"
	"math"
	"slices"
	"strconv"
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
	// Cooldowns are coins that fail on the device, whatever they are worth.
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

// Valued is every option of every device, with the challenges' races.
type Valued struct {
	// Options are by the snapshot's devices, best first; devices of one class
	// share them.
	Options [][]profit.Estimate
	*profit.Valuation
	first []int // of each device's class
}

// Estimates values every option of every device.
func Estimates(s Snapshot) Valued { return new(Planner).Estimates(s) }

// Estimates values every option of every device.
func (p *Planner) Estimates(s Snapshot) Valued {
	v := Valued{Options: make([][]profit.Estimate, len(s.Devices)), Valuation: profit.Value(&s.Market)}
	of := classes(s.Devices, s.Policy.Rules)
	v.first = of
	each, distinct := 1+len(s.Market.Coins)+len(s.Market.Challenges), 0
	for i, first := range of {
		if first == i {
			distinct++
		}
	}
	all, sorter := make([]profit.Estimate, 0, each*distinct), &p.sorter
	for i, first := range of {
		if first != i {
			v.Options[i] = v.Options[first]
			continue
		}
		from := len(all)
		d := &s.Devices[i]
		one := v.AppendOpen(sorter.estimates[:0], &d.Device)
		d.believe(one)
		one = v.AppendContests(one, &d.Device, profit.Rest(one))
		policy.Apply(s.Policy.Rules, &s.Market, &d.Device, one)
		sorter.estimates = one
		all = sorter.appendBestFirst(all)
		v.Options[i] = all[from:len(all):len(all)]
	}
	return v
}

// believe puts what is believed in the place of what quotes say now; what fails on
// the device is impossible. Where polls
// are followed, what they have not shown yet is not believed.
func (d *Device) believe(options []profit.Estimate) {
	for _, b := range d.Cooldowns {
		for k := range options {
			if e := &options[k]; e.Workload == b.Workload {
				*e = profit.Estimate{Workload: e.Workload, Watts: e.Watts, Impossible: b.Reason}
			}
		}
	}
	if len(d.Signals) == 0 {
		return
	}
	for k := range options {
		e := &options[k]
		switch signal := d.signal(e.Workload); {
		case signal.Gross > 0:
			*e = e.Scaled(signal.Gross)
		case e.Workload.Quoted() && e.Candidate():
			*e = profit.Estimate{Workload: e.Workload, Watts: e.Watts, Measured: e.Measured, Unbelieved: "its quotes have not been seen often enough"}
		}
	}
}

// classes gives, for each device, the first of its class: itself, mostly. Those that rules tell
// apart by their names are of one only as far as the same rules name them.
func classes(devices []Device, rules []policy.Rule) []int {
	type class struct{ name, named string }
	of := make([]int, len(devices))
	var first map[class]int
	for i := range devices {
		of[i] = i
		if devices[i].Class == "" {
			continue
		}
		c := class{name: devices[i].Class}
		for k := range rules {
			if r := &rules[k].Devices; r.Single() && r.Has(&devices[i].Device) {
				c.named += strconv.Itoa(k) + " "
			}
		}
		if first == nil {
			first = map[class]int{}
		}
		if k, ok := first[c]; ok {
			of[i] = k
		} else {
			first[c] = i
		}
	}
	return of
}

func (d *Device) signal(w profit.Workload) (none profit.Signal) {
	for i := range d.Signals {
		if d.Signals[i].Workload == w {
			return d.Signals[i]
		}
	}
	return none
}

// better orders options: candidates first, by net, ties by name.
func better(a, b *profit.Estimate) int {
	if can := a.Impossible == "" && a.Unbelieved == ""; can != (b.Impossible == "" && b.Unbelieved == "") {
		if can {
			return -1
		}
		return 1
	}
	if a.Net != b.Net {
		return cmp.Compare(b.Net, a.Net)
	}
	return cmp.Or(cmp.Compare(a.Workload.Kind, b.Workload.Kind), cmp.Compare(a.Workload.Target, b.Workload.Target))
}

// planner is the work of one Decide.
type planner struct {
	s      Snapshot
	all    Valued
	order  []int            // devices by UUID
	costs  map[move]float64 // learned, in seconds
	trains []int            // the challenge that each device is meant to train for, or nobody
	formed []team           // the team of each challenge
	member [][]int          // devices that train for each challenge now
	apart  map[int]bool     // devices that decline a team with one worker
	none   profit.Estimate  // of a workload that is no longer on offer
	heads  []head           // of options, by the first device of the class
	capped map[int]bool     // devices that gave way for a cap: by another one they only do with less
	found  map[place]int    // where a workload is among a class's options
	arena
}

// head is where among a class's options idling and the best of idling and mining
// are.
type head struct {
	known      bool
	idle, open int
}

type place struct {
	class    int
	workload profit.Workload
}

func (p *planner) head(i int) *head {
	h, options := &p.heads[p.all.first[i]], p.all.Options[i]
	if h.known {
		return h
	}
	*h = head{true, nobody, nobody}
	for k := range options {
		if options[k].Workload.Rests() {
			h.idle = k
		}
		if h.open == nobody && !options[k].Workload.Task() && options[k].Candidate() {
			h.open = k
		}
	}
	return h
}

// option is the device's estimate of a workload; none if it is not on offer.
func (p *planner) option(i int, w profit.Workload) *profit.Estimate {
	options := p.all.Options[i]
	at, known := nobody, false
	shared := p.s.Devices[i].Class != "" // with others, mostly
	if shared {
		at, known = p.found[place{p.all.first[i], w}]
	}
	if !known {
		at = nobody
		for k := range options {
			if options[k].Workload == w {
				at = k
				break
			}
		}
		if shared {
			if p.found == nil {
				p.found = map[place]int{}
			}
			p.found[place{p.all.first[i], w}] = at
		}
	}
	if at == nobody {
		return &p.none
	}
	return &options[at]
}

type move struct {
	device   string
	from, to profit.Kind
}

// Decide plans every device: who trains for which challenge, then whether each
// device's best option is worth the switch, then the watt budget.
func Decide(s Snapshot, all Valued) Plan { return new(Planner).Decide(s, all) }

// Decide plans every device.
func (own *Planner) Decide(s Snapshot, all Valued) Plan {
	return own.count(s, all, own.plan(s, all))
}

// begin has the planner look at a snapshot; it is to rest afterwards.
func (own *Planner) begin(s Snapshot, all Valued) *planner {
	p := &own.planner
	p.s, p.all = s, all
	p.order, p.heads = p.ints.take(len(s.Devices)), p.headed.take(len(s.Devices))
	for i := range p.order {
		p.order[i] = i
	}
	slices.SortFunc(p.order, func(a, b int) int { return cmp.Compare(s.Devices[a].UUID, s.Devices[b].UUID) })
	if len(s.Costs) > 0 {
		if p.costs == nil {
			p.costs = make(map[move]float64, len(s.Costs))
		}
		for _, c := range s.Costs {
			p.costs[move{c.Device, c.From, c.To}] = c.Seconds
		}
	}
	return p
}

func (own *Planner) plan(s Snapshot, all Valued) Plan {
	p := own.begin(s, all)
	defer p.rest()
	plan := Plan{At: s.Market.Now, Decisions: make([]Decision, len(p.order))}
	for again := true; again; again = p.declined(plan.Decisions) {
		p.assign()
		for n, i := range p.order {
			if !p.apart[i] {
				plan.Decisions[n] = p.device(i)
			}
		}
	}
	p.budget(plan.Decisions)
	p.name(plan.Decisions)
	return plan
}

// switchLoss is what moving the device to e costs in USD, and back again from
// training: the time in which it earns neither, and work that was not saved. The
// time is worth what the device would earn by the hour; a challenge's reward does
// not shrink by it.
func (p *planner) switchLoss(d *Device, running, e *profit.Estimate) float64 {
	if d.Running == e.Workload {
		return 0
	}
	seconds, hourly := p.switchSeconds(d.UUID, d.Running.Kind, e.Workload.Kind), float64(running.Net)
	if e.Workload.Task() {
		seconds += p.switchSeconds(d.UUID, e.Workload.Kind, d.Running.Kind)
	} else {
		hourly = max(hourly, float64(e.Net+e.Electricity)) // it draws power before it earns
	}
	loss := seconds/3600*max(hourly, 0) + float64(running.Leaving)
	if d.Running.Task() {
		worth := float64(running.Gross - running.Risk - running.Gas)
		loss += float64(p.s.Policy.LostWork) * d.Unsaved / 3600 * max(worth, 0)
	}
	return loss
}

func (p *planner) switchSeconds(device string, from, to profit.Kind) float64 {
	if seconds, ok := p.costs[move{device, from, to}]; ok {
		return seconds
	}
	return p.s.Policy.SwitchSeconds
}

// threshold is the band around the running workload: a = (1.5*c*sigma^2)^(1/3)
// for a lead that moves as Brownian motion with variance rate sigma^2 and a
// switch that costs c (smooth pasting: w(a) = c, w'(a) = 0).
func (p *planner) threshold(loss, variance float64) profit.USDPerHour {
	return max(p.s.Policy.MinLead, profit.USDPerHour(math.Cbrt(1.5*loss*variance)))
}

// band is what the lead of an option over the running one must pass.
func (p *planner) band(d *Device, running, e *profit.Estimate) profit.USDPerHour {
	band := p.threshold(p.switchLoss(d, running, e), p.leadVariance(d, running, e)) + p.doubt(d, running, e)
	return max(band, profit.USDPerHour(math.Abs(float64(running.Net))*float64(p.s.Policy.MinLeadRatio)))
}

// The band is exact for a lead that is known. Of one that is only estimated the
// band is wider by a part of the estimate's uncertainty, the more the dearer a
// switch is, and then may be narrower by itself: found on recorded markets
// (pkg/backtest), with switches that cost one to fifteen minutes.
const (
	measuredBand = 0.7    // of the closed form, once the variance is measured,
	ordinary     = 180.0  // for a switch of so many seconds; of others by the fourth root,
	leastBand    = 0.5    // at least
	mostBand     = 1.0    // and at most
	doubtful     = 1000.0 // seconds of a switch for which a standard deviation is added
	mostDoubt    = 2.0    // standard deviations
)

// doubt is what the uncertainty of both values adds to the band.
//
//	deviations * sqrt(a^2 + b^2 - 2 * together * a * b)
func (p *planner) doubt(d *Device, running, best *profit.Estimate) profit.USDPerHour {
	deviations := math.Min(p.switchSeconds(d.UUID, running.Workload.Kind, best.Workload.Kind)/doubtful, mostDoubt)
	a, b := float64(d.signal(running.Workload).Sigma), float64(d.signal(best.Workload).Sigma)
	together := 0.0
	if running.Workload.Kind != best.Workload.Kind { // letting and mining, which one market moves
		together = float64(running.Together + best.Together)
	}
	return profit.USDPerHour(deviations * math.Sqrt(math.Max(a*a+b*b-2*math.Max(-1, math.Min(together, 1))*a*b, 0)))
}

// leastRun is how long a device stays at a workload at least.
func (p *planner) leastRun(running *profit.Estimate) time.Duration {
	return max(p.s.Policy.MinRun, running.Least)
}

// leadVariance is the variance rate of a lead, (USD/h)^2 per hour: measured, or
// else the policy's part of the larger net.
func (p *planner) leadVariance(d *Device, running, best *profit.Estimate) float64 {
	if signal := d.signal(best.Workload); signal.LeadVariance > 0 {
		part := measuredBand * math.Pow(p.switchSeconds(d.UUID, running.Workload.Kind, best.Workload.Kind)/ordinary, 0.25)
		part = math.Max(leastBand, math.Min(part, mostBand))
		return signal.LeadVariance * part * part * part
	}
	scale := max(math.Abs(float64(running.Net)), math.Abs(float64(best.Net)))
	return p.s.Policy.LeadVariance * scale * scale
}
