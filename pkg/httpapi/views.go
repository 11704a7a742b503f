// Package httpapi shows what the daemon knows: metrics for Prometheus, JSON for
// the command line and scripts, and a page for people. It changes nothing.
package httpapi

import (
	"cmp"
	"fmt"
	"math/big"
	"strings"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/feed"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// Daemon is what is shown.
type Daemon interface {
	View() scheduler.View
	Markets() []solver.State
	Hosts() []rent.View
	Totals() map[store.TotalKey]store.Total
	Lines(n int) ([]store.Line, error)
	// EachLine hands over the ledger's lines since a time, the newest first.
	EachLine(since time.Time, f func(store.Line)) error
	// EachExpected hands over what was believed by the hour since a time, the newest first.
	EachExpected(since time.Time, f func(store.Expected)) error
	// Records are the newest n in which something was switched, oldest first; with a
	// device, in which it was.
	Records(n int, device string) ([]scheduler.Record, error)
	Facts() Facts
	Calibration() Calibration
}

// Calibration is what was predicted against what came: of devices at coins, of
// sources against what was believed, of the work that challenges took; and what networks came to.
type Calibration struct {
	Workloads  []Calibrated               `json:"workloads"`
	Sources    []feed.Health              `json:"sources"`
	Challenges map[string]profit.Residual `json:"challenges"`
	Networks   []learned.Networks         `json:"networks,omitempty"` // what they came to in training
	Paces      map[string]learned.Pace    `json:"paces,omitempty"`    // of training, by trainer, family and size
}

// Calibrated is a device's record at a workload, with what it is of.
type Calibrated struct {
	learned.Calibration
	Miner string `json:"miner,omitempty"`
	Model string `json:"model,omitempty"`
}

// Facts are about the daemon itself.
type Facts struct {
	Rig          string    `json:"rig,omitempty"`
	Version      string    `json:"version"`
	Started      time.Time `json:"started"`
	ConfigLoaded time.Time `json:"config_loaded"`
	ConfigFault  string    `json:"config_fault,omitempty"` // of the latest reload
	StoreFaults  uint64    `json:"store_faults"`
	StoreFault   string    `json:"store_fault,omitempty"` // of the latest write
	Warnings     []string  `json:"warnings,omitempty"`
}

// Status is the whole rig at a glance.
type Status struct {
	Facts
	At      time.Time      `json:"at"`
	Fault   string         `json:"fault,omitempty"` // why there are no devices
	Devices []DeviceStatus `json:"devices"`
	// Absent are devices that do no work: missing, or left alone.
	Absent      []scheduler.Absent     `json:"absent,omitempty"`
	Curtailment *scheduler.CurtailView `json:"curtailment,omitempty"`
	Hosts       []rent.View            `json:"hosts,omitempty"`
	Markets     []MarketStatus         `json:"markets"`
	Money       Money                  `json:"money"`
}

// DeviceStatus is one device's line.
type DeviceStatus struct {
	UUID        gpu.UUID        `json:"uuid"`
	Index       int             `json:"index"`
	Model       string          `json:"model"`
	PCI         string          `json:"pci,omitempty"`
	Phase       scheduler.Phase `json:"phase"`
	Reason      string          `json:"reason,omitempty"`
	Workload    profit.Workload `json:"workload"`
	Since       time.Time       `json:"since"`
	NetUSD      *float64        `json:"net_usd_per_hour,omitempty"` // estimated, of the workload
	Watts       *float64        `json:"watts,omitempty"`
	Celsius     *float64        `json:"celsius,omitempty"`
	MemoryBytes *uint64         `json:"memory_used_bytes,omitempty"`
	Utilisation *float64        `json:"utilisation_ratio,omitempty"`
	LimitWatts  *float64        `json:"power_limit_watts,omitempty"`
	Processes   []gpu.Process   `json:"processes,omitempty"`
	Hashrate    float64         `json:"hashes_per_second,omitempty"`
	Shares      uint64          `json:"accepted_shares,omitempty"`
	Team        []TeamMember    `json:"team,omitempty"` // devices that the worker works on together, the one that leads first
	Progress    float64         `json:"training_progress,omitempty"`
	Accuracy    float64         `json:"validation_accuracy,omitempty"`
	Network     string          `json:"training_network,omitempty"` // that is trained, and how far
	Restarts    int             `json:"restarts,omitempty"`
	Worker      string          `json:"worker,omitempty"` // its state, and why
	WorkerFault string          `json:"worker_fault,omitempty"`
	Fault       string          `json:"fault,omitempty"`
	// Trials are measurements to come, Measured those that are done.
	Trials   []learned.Trial       `json:"trials,omitempty"`
	Measured []learned.Measurement `json:"measured,omitempty"`
	// Held is what keeps the device from work, and for how long.
	Held          []scheduler.Hold  `json:"held,omitempty"`
	Heat          string            `json:"heat,omitempty"`     // what is done against it while the device works
	Reckoned      string            `json:"reckoned,omitempty"` // why its energy is reckoned and not measured
	Untuned       string            `json:"untuned,omitempty"`  // why the operator's settings are not in force
	Xids          map[uint64]uint64 `json:"xids,omitempty"`     // errors that the driver reported, by number
	LastXid       string            `json:"last_xid,omitempty"` // the latest, in words
	MemoryCelsius *float64          `json:"memory_celsius,omitempty"`
	Fan           *float64          `json:"fan_ratio,omitempty"`
	Throttle      []string          `json:"throttle,omitempty"` // why the clock is not higher
	Wear          gpu.Wear          `json:"wear,omitzero"`
	Serial        string            `json:"serial,omitempty"`
	VBIOS         string            `json:"vbios,omitempty"`
	Driver        string            `json:"driver,omitempty"`
}

// TeamMember is a device of a team.
type TeamMember struct {
	UUID  gpu.UUID `json:"uuid"`
	Index int      `json:"index"`
}

// With says who works with the device; "" if nobody does.
func (d DeviceStatus) With() string {
	var others []string
	for _, m := range d.Team {
		if m.UUID != d.UUID {
			others = append(others, fmt.Sprintf("#%d", m.Index))
		}
	}
	return strings.Join(others, ", ")
}

// MarketStatus is one chain's line.
type MarketStatus struct {
	Chain      string            `json:"chain"`
	Head       uint64            `json:"head_block"`
	Fault      string            `json:"fault,omitempty"`
	Endpoints  []string          `json:"endpoints,omitempty"` // what is amiss with single ones
	Refusals   []string          `json:"refusals,omitempty"`  // of our transactions, in the nodes' words
	Account    string            `json:"account,omitempty"`
	BalanceWei string            `json:"balance_wei,omitempty"`
	Challenges []ChallengeStatus `json:"challenges"`
}

// ChallengeStatus is one challenge with our attempt.
type ChallengeStatus struct {
	Key       string              `json:"key"`
	Phase     string              `json:"phase"`
	Outcome   string              `json:"outcome"`
	RewardWei string              `json:"reward_wei"`      // in the smallest unit of ether or the token
	Token     string              `json:"token,omitempty"` // that the reward is in; empty: ether
	Need      int                 `json:"need"`
	Points    int                 `json:"points"`
	Deadline  time.Time           `json:"deadline,omitzero"`
	Commits   int                 `json:"commits"`
	State     solver.AttemptState `json:"state"`
	Reason    string              `json:"reason,omitempty"`
	Claimed   int                 `json:"claimed,omitempty"`
	Right     int                 `json:"right,omitempty"`
	GasWei    string              `json:"gas_wei,omitempty"`
	Disputes  *DisputeStatus      `json:"disputes,omitempty"` // of challenges whose verdict is reached by dispute
}

// Money sums the ledger, in USD.
type Money struct {
	Mining      float64 `json:"mining"`
	Rewards     float64 `json:"rewards"`
	Curtailment float64 `json:"curtailment,omitempty"`
	Rent        float64 `json:"rent,omitempty"`
	Electricity float64 `json:"electricity"`
	Gas         float64 `json:"gas"`
	Bonds       float64 `json:"bonds"` // below zero while some are out
	Bounties    float64 `json:"bounties,omitempty"`
	Net         float64 `json:"net"`
}

// StatusOf gathers the status.
func StatusOf(d Daemon) Status {
	v := d.View()
	s := Status{Facts: d.Facts(), At: v.Plan.At, Fault: v.Fault, Absent: v.Absent, Curtailment: v.Curtailment, Hosts: d.Hosts(), Money: moneyOf(d.Totals())}
	nets := map[string]float64{}
	for _, dec := range v.Plan.Decisions {
		if net, ok := dec.NetNow(); ok {
			nets[dec.Device+"|"+dec.Running.String()] = float64(net)
		}
	}
	index := map[gpu.UUID]int{}
	for _, st := range v.Statuses {
		index[st.Device.UUID] = st.Device.Index
	}
	for _, st := range v.Statuses {
		line := deviceStatus(st)
		for _, id := range st.Team {
			line.Team = append(line.Team, TeamMember{id, index[id]})
		}
		if net, ok := nets[string(st.Device.UUID)+"|"+st.Workload.String()]; ok {
			line.NetUSD = &net
		}
		s.Devices = append(s.Devices, line)
	}
	for _, m := range d.Markets() {
		s.Markets = append(s.Markets, marketStatus(m))
	}
	return s
}

func deviceStatus(st scheduler.Status) DeviceStatus {
	d := DeviceStatus{
		UUID: st.Device.UUID, Index: st.Device.Index, Model: st.Device.Model, PCI: st.Device.PCI,
		Phase: st.Phase, Reason: st.Reason, Workload: st.Workload, Since: st.Since, Restarts: st.Restarts, Fault: st.Fault,
		Hashrate: st.Report.Hashrate, Progress: st.Report.Progress, Accuracy: st.Report.Accuracy, Network: st.Report.Network,
		Shares: st.Totals[st.Workload].Shares, WorkerFault: st.Trouble(),
	}
	d.Held, d.Heat, d.Untuned, d.Xids = st.Holds, st.Heat, cmp.Or(st.Untuned, st.Unrestored), st.Xids
	d.Reckoned = st.Reckoned
	d.Trials, d.Measured = st.Trials, st.Measured
	d.Serial, d.VBIOS, d.Driver = st.Device.Serial, st.Device.VBIOS, st.Device.Driver.Version
	if st.LastXid.Xid != 0 {
		d.LastXid = gpu.DescribeXid(st.LastXid.Xid)
	}
	d.Worker = st.Report.State
	if st.Report.Reason != "" {
		d.Worker += ": " + st.Report.Reason
	}
	if r := st.Reading; r != nil {
		d.Watts, d.Celsius, d.LimitWatts = float(r.Power), float(r.Temperature), float(r.PowerLimit)
		d.MemoryCelsius, d.Fan, d.Throttle, d.Wear = float(r.MemoryTemperature), r.Fan, r.Throttle, r.Wear
		d.MemoryBytes, d.Utilisation, d.Processes = r.MemoryUsedBytes, r.Utilisation, r.Processes
	}
	return d
}

func float[T ~float64](p *T) *float64 {
	if p == nil {
		return nil
	}
	v := float64(*p)
	return &v
}

func marketStatus(m solver.State) MarketStatus {
	s := MarketStatus{Chain: m.Chain, Head: m.Head, Fault: m.Fault, Endpoints: m.Endpoints, Refusals: m.Refusals}
	if m.Account != [20]byte{} {
		s.Account = m.Account.Hex()
	}
	if m.Balance != nil {
		s.BalanceWei = m.Balance.String()
	}
	for _, c := range m.Challenges {
		s.Challenges = append(s.Challenges, challengeStatus(c, m.At))
	}
	return s
}

func challengeStatus(c solver.Status, now time.Time) ChallengeStatus {
	ch := c.Challenge
	s := ChallengeStatus{
		Key: ch.Key(), Phase: market.Phase(ch.Phase).String(), Outcome: market.Outcome(ch.Outcome).String(),
		RewardWei: ch.Reward.String(), Need: ch.Need(), Points: ch.Points(), Commits: int(ch.Commits),
		State: c.Attempt.State, Reason: c.Attempt.Reason, Claimed: c.Attempt.Claim, Right: c.Attempt.Right, GasWei: c.Attempt.GasWei,
	}
	if ch.Terms.Token != market.Ether {
		s.Token = ch.Terms.Token.Hex()
	}
	if s.Reason == "" {
		s.Reason = c.Obstacle
	}
	if p := market.Phase(ch.Phase); p != market.PhaseCreated && p != market.PhaseClosed {
		s.Deadline = ch.DeadlineTime().UTC()
	}
	if ch.Target.Disputed() {
		s.Disputes = disputeStatus(c.Disputes, now)
	}
	return s
}

func moneyOf(totals map[store.TotalKey]store.Total) Money {
	var m Money
	for k, t := range totals {
		v := t.Earned - t.Spent
		switch k.Kind {
		case store.MiningRevenue:
			m.Mining += v
		case store.Curtailment:
			m.Curtailment += v
		case store.RentRevenue:
			m.Rent += v
		case store.Reward:
			m.Rewards += v
		case store.Electricity:
			m.Electricity += v
		case store.Gas:
			m.Gas += v
		case store.Bond:
			m.Bonds += v
		case store.Bounty:
			m.Bounties += v
		}
		m.Net += v
	}
	return m
}

// Explanation is a device's latest decision with all that led to it.
type Explanation struct {
	At       time.Time       `json:"at"`
	Decision decide.Decision `json:"decision"`
	Model    string          `json:"model"`
	Since    time.Time       `json:"since"`
	// Full is which part of the estimates decided, and what would change it.
	Full decide.Explanation `json:"full"`
	// Replayed is whether the plan, computed again from the snapshot, is the same.
	Replayed bool `json:"replayed"`
}

// Explain explains the latest decision of the device with this UUID or index,
// or of all.
func Explain(v scheduler.View, device string) []Explanation {
	again := decide.Decide(v.Snapshot, decide.Estimates(v.Snapshot))
	out := []Explanation{}
	for i, dec := range v.Plan.Decisions {
		st := statusOf(v.Statuses, dec.Device)
		if device != "" && !scheduler.Names(st.Device, device) {
			continue
		}
		since := st.Since
		for _, d := range v.Snapshot.Devices { // in a dry run of what was decided
			if d.UUID == dec.Device {
				since = d.Since
			}
		}
		out = append(out, Explanation{
			At: v.Plan.At, Decision: dec, Model: st.Device.Model, Since: since, Full: decide.Explain(dec),
			Replayed: i < len(again.Decisions) && again.Decisions[i].Chosen == dec.Chosen && again.Decisions[i].Reason.String() == dec.Reason.String(),
		})
	}
	return out
}

func statusOf(all []scheduler.Status, uuid string) scheduler.Status {
	for _, s := range all {
		if string(s.Device.UUID) == uuid {
			return s
		}
	}
	return scheduler.Status{}
}

// Ether is wei in ether, for display and valuation only: money on chain stays
// an integer.
func Ether(wei *big.Int) float64 {
	if wei == nil {
		return 0
	}
	v, _ := new(big.Float).Quo(new(big.Float).SetInt(wei), big.NewFloat(1e18)).Float64()
	return v
}

// Progress100 is the training progress in per cent.
func (d DeviceStatus) Progress100() float64 { return 100 * d.Progress }
