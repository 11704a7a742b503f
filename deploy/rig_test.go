package deploy_test

import (
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/curtail"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/player"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/feed"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent/pages"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// fault is something that befalls a sick rig, by the alert that has to tell of it.
type fault struct {
	alert  string
	lasts  time.Duration
	begins time.Duration // since the recording began
}

// faults follow one another, so that an alert that fires for another's fault shows. Those that
// alerts look back on for a day come first: these have to end within the recording, too.
var faults = inTurn([]fault{
	{alert: "GpuarbiterAttemptSlashed", lasts: 10 * time.Minute},
	{alert: "GpuarbiterMemoryFails", lasts: 5 * time.Minute},
	{alert: "GpuarbiterStuck", lasts: 10 * time.Minute},
	{alert: "GpuarbiterNoDevices", lasts: 5 * time.Minute},
	{alert: "GpuarbiterDown", lasts: 6 * time.Minute},
	{alert: "GpuarbiterConfigReloadFailed", lasts: 5 * time.Minute},
	{alert: "GpuarbiterStoreFaults", lasts: 5 * time.Minute},
	{alert: "GpuarbiterDeviceFaulty", lasts: 10 * time.Minute},
	{alert: "GpuarbiterDeviceMissing", lasts: 10 * time.Minute},
	{alert: "GpuarbiterCurtailmentLate", lasts: 5 * time.Minute},
	{alert: "GpuarbiterHostSilent", lasts: 10 * time.Minute},
	{alert: "GpuarbiterDeviceHeld", lasts: 5 * time.Minute},
	{alert: "GpuarbiterXid", lasts: 5 * time.Minute},
	{alert: "GpuarbiterLoweredForHeat", lasts: 15 * time.Minute},
	{alert: "GpuarbiterSettingsRefused", lasts: 15 * time.Minute},
	{alert: "GpuarbiterDeviceLeftAlone", lasts: 15 * time.Minute},
	{alert: "GpuarbiterEnergyReckoned", lasts: 40 * time.Minute},
	{alert: "GpuarbiterPCIeErrors", lasts: 30 * time.Minute},
	{alert: "GpuarbiterDeviceHot", lasts: 10 * time.Minute},
	{alert: "GpuarbiterPowerAboveLimit", lasts: 10 * time.Minute},
	{alert: "GpuarbiterTwoProcesses", lasts: 5 * time.Minute},
	{alert: "GpuarbiterWorkerRestarts", lasts: 10 * time.Minute},
	{alert: "GpuarbiterDeviceIdle", lasts: 20 * time.Minute},
	{alert: "GpuarbiterNetBelowBest", lasts: 70 * time.Minute},
	{alert: "GpuarbiterNoHashrate", lasts: 15 * time.Minute},
	{alert: "GpuarbiterSlow", lasts: 20 * time.Minute},
	{alert: "GpuarbiterWorkerFaulty", lasts: 10 * time.Minute},
	{alert: "GpuarbiterSourceDown", lasts: 40 * time.Minute},
	{alert: "GpuarbiterSharesRejected", lasts: 45 * time.Minute},
	{alert: "GpuarbiterMarketDown", lasts: 15 * time.Minute},
	{alert: "GpuarbiterTransactionRefused", lasts: 5 * time.Minute},
	{alert: "GpuarbiterEndpointsFail", lasts: 40 * time.Minute},
	{alert: "GpuarbiterMarketStale", lasts: 30 * time.Minute},
	{alert: "GpuarbiterDeadlineSoon", lasts: 14 * time.Minute},
	{alert: "GpuarbiterDisputeClockLow", lasts: 10 * time.Minute},
	{alert: "GpuarbiterDisputeLost", lasts: 10 * time.Minute},
	{alert: "GpuarbiterClaimDisputed", lasts: 10 * time.Minute},
	{alert: "GpuarbiterFalseClaimLeft", lasts: 20 * time.Minute},
	{alert: "GpuarbiterTrainingStalled", lasts: 80 * time.Minute},
	{alert: "GpuarbiterWalletLow", lasts: 10 * time.Minute},
})

// inTurn lets the faults begin: after an hour, as some alerts compare with an hour before.
func inTurn(all []fault) []fault {
	next := time.Hour
	for i := range all {
		all[i].begins = next
		next += all[i].lasts + 10*time.Minute
	}
	return all
}

func faultOf(alert string) fault {
	if i := slices.IndexFunc(faults, func(f fault) bool { return f.alert == alert }); i >= 0 {
		return faults[i]
	}
	panic("no such fault: " + alert)
}

// fakeRig is a daemon as a function of the time. A sick one has all faults, one
// after the other; a sound one has none.
type fakeRig struct {
	instance, name string // name is part of its devices' UUIDs
	sick           bool
	began          time.Time     // of the recording
	age            time.Duration // since then
}

func (r *fakeRig) has(alert string) bool {
	f := faultOf(alert)
	return r.sick && r.age >= f.begins && r.age < f.begins+f.lasts
}

// had is for what stays: a counter does not fall when the fault is over.
func (r *fakeRig) had(alert string) bool { return r.sick && r.age >= faultOf(alert).begins }

// during is for how long a fault has lasted, in whole minutes.
func (r *fakeRig) during(alert string) uint64 {
	f := faultOf(alert)
	if !r.sick {
		return 0
	}
	return uint64(min(max(r.age-f.begins, 0), f.lasts) / time.Minute)
}

func (r *fakeRig) now() time.Time { return r.began.Add(r.age) }

// started is when the daemon was: it was started anew when it had been down.
func (r *fakeRig) started() time.Time {
	if down := faultOf("GpuarbiterDown"); r.sick && r.age >= down.begins+down.lasts {
		return r.began.Add(down.begins + down.lasts - 20*time.Second) // between two scrapes
	}
	return r.began.Add(-time.Hour)
}

// minutes since the daemon's start: what its counters grow with.
func (r *fakeRig) minutes() uint64 { return uint64(r.now().Sub(r.started()) / time.Minute) }

func (r *fakeRig) View() scheduler.View {
	v := scheduler.View{Ticks: 6 * r.minutes()}
	if r.has("GpuarbiterStuck") {
		v.Ticks -= 6 * r.during("GpuarbiterStuck")
	}
	if r.has("GpuarbiterNoDevices") {
		v.Fault = "no usable driver"
		return v
	}
	works := []profit.Workload{profit.Mining("RVN"), profit.Training("mainnet/0"), profit.Mining("XMR"), profit.Renting("vast"), profit.Idling}
	if !r.sick {
		works = works[:2] // for the test's time
	}
	for i, w := range works {
		s := r.device(i, w)
		v.Statuses = append(v.Statuses, s)
		v.Plan.Decisions = append(v.Plan.Decisions, r.decision(i, s))
	}
	v.Absent = []scheduler.Absent{{Device: gpu.Device{UUID: r.uuid(8), Index: 8}, Why: "devices.exclude names it"}}
	if r.has("GpuarbiterDeviceLeftAlone") {
		v.Absent[0].Device.Unusable = v.Absent[0].Why
	}
	if r.has("GpuarbiterDeviceMissing") { // one of which no name is known, either
		v.Absent = append(v.Absent, scheduler.Absent{Device: gpu.Device{UUID: r.uuid(9)}, Missing: true}, scheduler.Absent{Device: gpu.Device{Index: 6}, Missing: true})
	}
	v.Curtailment = &scheduler.CurtailView{}
	if r.has("GpuarbiterCurtailmentLate") {
		v.Curtailment = &scheduler.CurtailView{State: curtail.State{Ceiling: new(profit.Watts(400))}, Late: true}
	}
	return v
}

func (r *fakeRig) uuid(i int) gpu.UUID { return gpu.UUID(fmt.Sprintf("GPU-%s-%d", r.name, i)) }

// device is number i. The first one, a miner, has most of the faults.
func (r *fakeRig) device(i int, w profit.Workload) scheduler.Status {
	s := scheduler.Status{
		Device: gpu.Device{UUID: r.uuid(i), Index: i, Model: "NVIDIA GeForce RTX 3090", PCI: fmt.Sprintf("00000000:0%d:00.0", i+1), MemoryBytes: 24 << 30},
		Phase:  scheduler.PhaseRunning, Workload: w, Since: r.started(), Reading: r.reading(i),
	}
	m := r.minutes()
	total := scheduler.Total{Joules: 15000 * float64(m), Shares: 3 * m, Rejects: m / 100}
	switch w.Kind {
	case profit.Mine:
		s.Report.State, s.Report.Hashrate = "ok", 28e6
	case profit.Train:
		s.Report.State, s.Report.Progress, s.Report.Accuracy = "ok", r.progress(), 0.8
	case profit.Idle:
		s.Phase = scheduler.PhaseIdle
	}
	switch {
	case i == 2 && r.has("GpuarbiterDeviceFaulty"):
		s.Phase, s.Fault, s.Workload, s.Report = scheduler.PhaseQuarantined, "device is lost", profit.Idling, scheduler.Report{}
	case i == 2 && r.has("GpuarbiterDeviceHeld"):
		s.Phase, s.Workload, s.Report = scheduler.PhaseQuarantined, profit.Idling, scheduler.Report{}
		s.Holds = []scheduler.Hold{{By: scheduler.HeldByXid, Faulty: true, Reason: "Xid 79"}}
	case i == 0:
		r.ail(&s, &total)
	}
	s.Totals = map[profit.Workload]scheduler.Total{w: total}
	return s
}

// progress of the training, which stands still while it is stalled.
func (r *fakeRig) progress() float64 {
	done := r.age - time.Duration(r.during("GpuarbiterTrainingStalled"))*time.Minute
	return done.Hours() / 48
}

// ail is what the first device has.
func (r *fakeRig) ail(s *scheduler.Status, total *scheduler.Total) {
	s.Restarts = 1
	total.Rejects += r.during("GpuarbiterSharesRejected")
	if r.had("GpuarbiterXid") {
		s.Xids = map[uint64]uint64{31: 1}
	}
	if r.has("GpuarbiterLoweredForHeat") {
		s.Heat = "250 W, as it is at 84 °C"
	}
	if r.has("GpuarbiterSettingsRefused") {
		s.Untuned = "no permission"
	}
	if r.has("GpuarbiterEnergyReckoned") {
		s.Reckoned = "its energy counter stands still"
	}
	if r.has("GpuarbiterWorkerRestarts") {
		s.Restarts += 5
	}
	if r.has("GpuarbiterWorkerFaulty") {
		s.Report.Fault = "no connection to pool"
	}
	if r.has("GpuarbiterNoHashrate") {
		s.Report.Hashrate = 0
	}
	if r.has("GpuarbiterSlow") {
		s.Report.Hashrate *= 0.6
	}
}

// reading is all that a device can report. The first device's has the faults.
func (r *fakeRig) reading(i int) *gpu.Reading {
	v := gpu.Reading{
		Power: new(gpu.Watts(250)), PowerLimit: new(gpu.Watts(290)), Temperature: new(gpu.Celsius(61)), MemoryTemperature: new(gpu.Celsius(80)),
		MemoryUsedBytes: new(uint64(5 << 30)), MemoryFreeBytes: new(uint64(18 << 30)), MemoryReservedBytes: new(uint64(1 << 30)),
		Utilisation: new(0.97), ClockSMMHz: new(1400), ClockMemoryMHz: new(9500), Fan: new(0.6), PState: new(2),
		Processes: []gpu.Process{{PID: 77}}, Throttle: []string{gpu.ThrottlePowerCap},
		Wear: gpu.Wear{
			PCIeGeneration: new(3), PCIeLanes: new(1), PCIeReplays: new(r.minutes() / 10), ECCCorrected: new(uint64(2)), ECCUncorrected: new(uint64(0)),
			RemappedRows: new(uint64(1)), RemapFailed: new(i == 0 && r.has("GpuarbiterMemoryFails")), RetiredPages: new(uint64(1)),
		},
	}
	if i != 0 {
		return &v
	}
	*v.Wear.PCIeReplays += 100 * r.during("GpuarbiterPCIeErrors")
	if r.had("GpuarbiterMemoryFails") {
		v.Wear.ECCUncorrected = new(uint64(1))
	}
	if r.has("GpuarbiterDeviceHot") {
		v.Temperature = new(gpu.Celsius(90))
	}
	if r.has("GpuarbiterPowerAboveLimit") {
		v.Power = new(gpu.Watts(350))
	}
	if r.has("GpuarbiterTwoProcesses") {
		v.Processes = append(v.Processes, gpu.Process{PID: 78})
	}
	return &v
}

// decision values what the device does and its best option; they are the same, but for the faults.
func (r *fakeRig) decision(i int, s scheduler.Status) decide.Decision {
	net := profit.USDPerHour(0.18)
	if s.Workload == profit.Idling {
		net = 0
	}
	best := net
	if i == 0 && r.has("GpuarbiterNetBelowBest") || i == 4 && r.has("GpuarbiterDeviceIdle") {
		best += 0.12
	}
	return decide.Decision{Device: string(s.Device.UUID), Running: s.Workload, Chosen: s.Workload, Options: []profit.Estimate{
		{Workload: profit.Mining("ETC"), Net: best}, {Workload: s.Workload, Net: net},
	}}
}

func (r *fakeRig) Hosts() []rent.View {
	h := rent.View{Name: "vast", Reservation: 0.21, Named: 0.25, Devices: map[string]rent.Report{string(r.uuid(3)): {Word: pages.Word{State: pages.Committed}}}}
	if r.has("GpuarbiterHostSilent") {
		h.Faults = []string{"401 Unauthorized"}
	}
	return []rent.View{h}
}

func (r *fakeRig) Markets() []solver.State {
	m := solver.State{Chain: "mainnet", Head: 5 * uint64(r.age/time.Minute), Balance: big.NewInt(2e17), Challenges: []solver.Status{
		r.challenge(0, market.PhaseCommit, solver.Training), r.challenge(1, market.PhaseClaim, solver.Committed), r.challenge(2, market.PhaseClosed, solver.Claimed), r.disputed(3), r.challenge(4, market.PhaseCommit, solver.Seen),
	}}
	m.Challenges[4].Obstacle = "not worth it: of 3 networks none gets to 97.0 %"
	if r.has("GpuarbiterMarketStale") {
		m.Head -= 5 * r.during("GpuarbiterMarketStale")
	}
	if r.has("GpuarbiterEndpointsFail") {
		m.Endpoints = []string{"beacon[0] HTTP 503 Service Unavailable"}
	}
	if r.has("GpuarbiterTransactionRefused") {
		m.Refusals = []string{"insufficient funds"}
	}
	if r.has("GpuarbiterWalletLow") {
		m.Balance = big.NewInt(2e16)
	}
	if r.has("GpuarbiterDeadlineSoon") {
		f := faultOf("GpuarbiterDeadlineSoon")
		m.Challenges[1].Challenge.Deadline = uint64(r.began.Add(f.begins + f.lasts).Unix())
	}
	if r.had("GpuarbiterAttemptSlashed") {
		m.Challenges[2].Attempt.State = solver.Slashed
	}
	base := solver.State{Chain: "base", Head: 30 * uint64(r.age/time.Minute), Balance: big.NewInt(1e18)}
	if r.has("GpuarbiterMarketDown") {
		base.Fault = "no endpoint answers"
	}
	return []solver.State{m, base}
}

func (r *fakeRig) challenge(id uint64, phase market.Phase, state solver.AttemptState) solver.Status {
	c := &market.Challenge{Chain: "mainnet", ID: id}
	c.Phase, c.Deadline, c.Reward = uint8(phase), uint64(r.now().Add(6*time.Hour).Unix()), big.NewInt(1e17)
	return solver.Status{Challenge: c, Attempt: solver.Attempt{Key: c.Key(), State: state}}
}

// disputed is a challenge whose verdict is reached by dispute: a game of ours is under way there, in which a move of
// ours is due every other minute.
func (r *fakeRig) disputed(id uint64) solver.Status {
	c := r.challenge(id, market.PhaseEvaluate, solver.Revealed)
	c.Challenge.Target = evaluator.Dispute
	d := &c.Disputes
	d.Challenger, d.Claimant = player.Side{Theirs: 1, Won: 2}, player.Side{Won: 1}
	d.ClaimBonds, d.GameBonds, d.False = big.NewInt(2e17), big.NewInt(2e15), 1
	if r.minutes()%2 == 0 || r.has("GpuarbiterDisputeClockLow") {
		d.Challenger.Ours, d.Challenger.Theirs, d.Until, d.Clock = 1, 0, r.now().Add(23*time.Hour), 24*time.Hour
	}
	if r.has("GpuarbiterDisputeClockLow") {
		d.Until = r.now().Add(2 * time.Hour)
	}
	if r.had("GpuarbiterDisputeLost") {
		d.Challenger.Lost = 1
	}
	if r.has("GpuarbiterClaimDisputed") {
		d.Disputed, d.Claimant.Theirs = 1, 3
	}
	if r.has("GpuarbiterFalseClaimLeft") {
		d.False, d.Left = 2, 1
	}
	return c
}

// Totals are the ledger's, which a restart does not clear.
func (r *fakeRig) Totals() map[store.TotalKey]store.Total {
	h := 48 + r.age.Hours()
	return map[store.TotalKey]store.Total{
		{Kind: store.MiningRevenue}: {Earned: 0.4 * h}, {Kind: store.RentRevenue}: {Earned: 0.2 * h}, {Kind: store.Electricity}: {Spent: 0.2 * h},
		{Kind: store.Reward}: {Earned: 40}, {Kind: store.Bond}: {Earned: 2, Spent: 3}, {Kind: store.Bounty}: {Earned: 5}, {Kind: store.Gas}: {Spent: 1},
	}
}

func (r *fakeRig) Facts() httpapi.Facts {
	f := httpapi.Facts{Version: "v1.2.3", Started: r.started(), ConfigLoaded: r.started()}
	if r.has("GpuarbiterConfigReloadFailed") {
		f.ConfigFault = "line 3"
	}
	if r.had("GpuarbiterStoreFaults") {
		f.StoreFaults = 2
	}
	return f
}

func (r *fakeRig) Calibration() httpapi.Calibration {
	c := httpapi.Calibration{
		Workloads: []httpapi.Calibrated{{Calibration: learned.Calibration{Device: string(r.uuid(0)), Workload: "mine RVN", Predicted: 4, Realised: 3.8, Square: 0.01}}},
		Sources:   []feed.Health{{Source: "gecko", Error: 0.01}, {Source: "wtm", Error: 0.02}},
	}
	if r.has("GpuarbiterSourceDown") {
		c.Sources[1].Fault = "429 Too Many Requests"
	}
	return c
}

// What follows is for the page and the ledger; no metric comes from it.

func (r *fakeRig) Lines(int) ([]store.Line, error)                    { return nil, nil }
func (r *fakeRig) EachLine(time.Time, func(store.Line)) error         { return nil }
func (r *fakeRig) EachExpected(time.Time, func(store.Expected)) error { return nil }
func (r *fakeRig) Records(int, string) ([]scheduler.Record, error)    { return nil, nil }
