package httpapi

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// Collector reads the daemon's state when it is scraped, so that a metric can
// neither lag nor outlive what it describes. What a device does not report is
// absent. Devices are named by uuid alone; gpuarbiter_gpu_info joins the rest.
type Collector struct{ d Daemon }

// NewCollector makes a collector.
func NewCollector(d Daemon) *Collector { return &Collector{d} }

type desc = *prometheus.Desc

func describe(name, help string, labels ...string) desc {
	return prometheus.NewDesc("gpuarbiter_"+name, help, labels, nil)
}

// Every metric there is; deploy's dashboards and alerts are tested against it.
var (
	buildInfo      = describe("build_info", "Constant 1, labelled with the version.", "version")
	startTime      = describe("start_time_seconds", "When the daemon started, in unix time.")
	ticksTotal     = describe("ticks_total", "Decisions made.")
	devicesUp      = describe("devices_up", "1 if there are devices, 0 if the driver or the devices are missing.")
	configOK       = describe("config_last_reload_successful", "1 if the latest load of the configuration succeeded.")
	configTime     = describe("config_last_reload_success_timestamp_seconds", "When the configuration was last loaded, in unix time.")
	storeFaults    = describe("store_faults_total", "Writes to the store that failed.")
	gpuInfo        = describe("gpu_info", "Constant 1, labelled with what names a device.", "uuid", "model", "index", "pci", "serial", "vbios", "driver", "library")
	gpuPower       = describe("gpu_power_watts", "Power that the device draws.", "uuid")
	gpuEnergy      = describe("gpu_energy_joules_total", "Energy that the device used since the daemon started.", "uuid")
	gpuTemperature = describe("gpu_temperature_celsius", "Temperature of the die.", "uuid")
	gpuMemory      = describe("gpu_memory_used_bytes", "Memory in use.", "uuid")
	gpuUtilisation = describe("gpu_utilization_ratio", "Share of the time in which the device computed, 0 to 1.", "uuid")
	gpuLimit       = describe("gpu_power_limit_watts", "Power limit in force.", "uuid")
	gpuProcesses   = describe("gpu_processes", "Processes that compute on the device.", "uuid")
	gpuFaulty      = describe("gpu_faulty", "1 if the device does not answer or is quarantined.", "uuid")
	gpuMissing     = describe("gpu_missing", "1 for a device that ought to be here and is not; without a uuid, one that does not answer or was never here.", "uuid", "index")
	ceilingWatts   = describe("curtailment_ceiling_watts", "What the rig may draw at the wall while a curtailment lasts.")
	hostUp         = describe("host_up", "1 if a host that devices are let to answers; while it does not, they count as let.", "host")
	hostLet        = describe("host_let", "1 if a device is let to a host's customer, or nobody knows.", "host", "uuid")
	hostPrice      = describe("host_reservation_usd_per_hour", "The least price for one device at which it is let, before the host's fee.", "host")
	hostNamed      = describe("host_named_usd_per_hour", "The price for one device that was named to the host last.", "host")
	ceilingLate    = describe("curtailment_late", "1 if the rig draws more than a curtailment allows although it had the time.")
	gpuLeftAlone   = describe("gpu_left_alone", "1 for a device that is here and is left alone, by the configuration or for its mode.", "uuid", "reason")
	gpuHeld        = describe("gpu_held", "1 for what keeps a device from work: operator, xid or heat.", "uuid", "by")
	gpuXids        = describe("gpu_xid_errors_total", "Errors that the driver reported since the daemon started.", "uuid", "xid")
	gpuLowered     = describe("gpu_heat_lowered", "1 while the power limit is lowered against heat.", "uuid")
	gpuReckoned    = describe("gpu_energy_reckoned", "1 while the device's energy is reckoned and not measured: it has no meter, or one that stands still.", "uuid")
	gpuUntuned     = describe("gpu_settings_refused", "1 while the operator's settings are not in force, or those of before are not given back.", "uuid")
	gpuMemoryHeat  = describe("gpu_memory_temperature_celsius", "Temperature of the memory's hottest part.", "uuid")
	gpuMemoryTotal = describe("gpu_memory_total_bytes", "Memory of the device.", "uuid")
	gpuMemoryFree  = describe("gpu_memory_free_bytes", "Memory that nobody uses.", "uuid")
	gpuReserved    = describe("gpu_memory_reserved_bytes", "Memory that the driver keeps for itself.", "uuid")
	gpuClock       = describe("gpu_clock_hertz", "Present clock.", "uuid", "domain")
	gpuThrottle    = describe("gpu_throttled", "1 for what keeps the clock from being higher.", "uuid", "reason")
	gpuFan         = describe("gpu_fan_ratio", "Speed of the fastest fan, as a share of its most.", "uuid")
	gpuPState      = describe("gpu_performance_state", "Performance state: 0 is the fastest, 15 the slowest.", "uuid")
	gpuPCIeGen     = describe("gpu_pcie_link_generation", "Generation of the PCIe link in use.", "uuid")
	gpuPCIeLanes   = describe("gpu_pcie_link_lanes", "Lanes of the PCIe link in use.", "uuid")
	gpuReplays     = describe("gpu_pcie_replays_total", "Transfers over PCIe that had to be repeated: a riser that is bad.", "uuid")
	gpuECC         = describe("gpu_ecc_errors_total", "Errors of the memory in the device's life.", "uuid", "kind")
	gpuRemapped    = describe("gpu_remapped_rows", "Rows of memory that spare ones stand in for.", "uuid")
	gpuRemapFailed = describe("gpu_row_remap_failed", "1 if there was no spare row left.", "uuid")
	gpuRetired     = describe("gpu_retired_pages", "Pages of memory that are no more in use.", "uuid")
	gpuPhase       = describe("gpu_phase", "1 for the phase that the device is in.", "uuid", "phase")
	gpuWorkload    = describe("gpu_workload", "1 for the workload that the device runs.", "uuid", "kind", "target")
	gpuNet         = describe("gpu_net_usd_per_hour", "Estimated net of the running workload; while it earns nothing, less its power.", "uuid")
	gpuBest        = describe("gpu_best_net_usd_per_hour", "Estimated net of the best option that the device can have; a challenge that others train for is left out.", "uuid")
	gpuRestarts    = describe("gpu_worker_restarts", "Restarts of the present worker by itself.", "uuid")
	workerFaulty   = describe("gpu_worker_faulty", "1 if the worker lacks what it needs of the world, such as its pool, or a coin that failed is left alone on the device.", "uuid")
	workerFault    = describe("gpu_worker_fault_info", "1 with the reason why the worker does not earn, or a coin is left alone, in words; absent while there is none.", "uuid", "reason")
	hashrate       = describe("mining_hashrate_hashes_per_second", "Hashrate that the miner reports.", "uuid", "coin")
	sharesTotal    = describe("mining_shares_total", "Shares since the daemon started.", "uuid", "coin", "result")
	trainProgress  = describe("training_progress_ratio", "Progress of the training, 0 to 1.", "uuid", "challenge")
	trainAccuracy  = describe("training_validation_accuracy_ratio", "Best accuracy of the quantised model on validation data.", "uuid", "challenge")
	trainTeam      = describe("training_team_devices", "Devices that train together, this one included.", "uuid", "challenge")
	marketRefusals = describe("market_refused_transactions", "Transactions of ours that no node of the chain takes.", "chain")
	marketUp       = describe("market_up", "1 if the chain's market can be used.", "chain")
	marketAmiss    = describe("market_endpoints_amiss", "Single endpoints of the chain that do not serve; the market may be well all the same.", "chain")
	marketHead     = describe("market_head_block", "Number of the newest block seen.", "chain")
	walletBalance  = describe("wallet_balance_ether", "Balance of our account.", "chain")
	challengeState = describe("challenge_attempt", "1 for the state of our attempt on a challenge.", "challenge", "state")
	challengePhase = describe("challenge_phase", "1 for the phase that a challenge is in, by the chain's record.", "challenge", "phase")
	challengeLeft  = describe("challenge_left_alone", "1 for an open challenge that something keeps us from training for, such as that no network gets to what it asks for; status says what.", "challenge")
	challengeEther = describe("challenge_reward_ether", "Reward of a challenge.", "challenge")
	challengeEnd   = describe("challenge_deadline_timestamp_seconds", "End of the challenge's present phase, in unix time.", "challenge")
	realised       = describe("mining_realised_ratio", "Realised over predicted mining revenue, since calibration began.", "uuid", "coin")
	calibrationOff = describe("mining_error_ratio", "Relative error of predicted mining revenue, the root of the mean square over hours.", "uuid", "coin")
	sourceUp       = describe("source_up", "1 if the latest answer of a source of quotes was good.", "source")
	sourceOff      = describe("source_error_ratio", "Relative distance of a source's quotes to what was believed, the root of the mean square.", "source")
	earned         = describe("ledger_earned_usd_total", "Money earned, from the ledger.", "kind")
	spent          = describe("ledger_spent_usd_total", "Money spent, from the ledger.", "kind")
)

var descs = append(disputeDescs,
	buildInfo, startTime, ticksTotal, devicesUp, configOK, configTime, storeFaults,
	gpuInfo, gpuPower, gpuEnergy, gpuTemperature, gpuMemory, gpuUtilisation, gpuLimit, gpuProcesses, gpuFaulty,
	ceilingWatts, ceilingLate, hostUp, hostLet, hostPrice, hostNamed, gpuMissing, gpuLeftAlone, gpuHeld, gpuXids, gpuLowered, gpuUntuned, gpuReckoned, gpuMemoryHeat, gpuMemoryTotal, gpuMemoryFree, gpuReserved, gpuClock, gpuThrottle,
	gpuFan, gpuPState, gpuPCIeGen, gpuPCIeLanes, gpuReplays, gpuECC, gpuRemapped, gpuRemapFailed, gpuRetired,
	gpuPhase, gpuWorkload, gpuNet, gpuBest, gpuRestarts, workerFaulty, workerFault, hashrate, sharesTotal, trainProgress, trainAccuracy, trainTeam,
	marketUp, marketRefusals, marketAmiss, marketHead, walletBalance, challengeState, challengePhase, challengeLeft, challengeEther, challengeEnd, realised, calibrationOff, sourceUp, sourceOff, earned, spent,
)

// Describe implements prometheus.Collector.
func (c *Collector) Describe(ch chan<- desc) {
	for _, d := range descs {
		ch <- d
	}
}

// Collect implements prometheus.Collector.
func (c *Collector) Collect(ch chan<- prometheus.Metric) {
	e := emitter{ch}
	facts, view := c.d.Facts(), c.d.View()
	e.gauge(buildInfo, 1, facts.Version)
	e.gauge(startTime, float64(facts.Started.Unix()))
	e.gauge(configTime, float64(facts.ConfigLoaded.Unix()))
	e.gauge(configOK, boolean(facts.ConfigFault == ""))
	e.counter(storeFaults, float64(facts.StoreFaults))
	e.counter(ticksTotal, float64(view.Ticks))
	e.gauge(devicesUp, boolean(view.Fault == ""))
	for _, s := range view.Statuses {
		e.device(s)
		e.care(s)
	}
	e.absent(view.Absent)
	e.curtailment(view.Curtailment)
	e.hosts(c.d.Hosts())
	e.decisions(view)
	for _, m := range c.d.Markets() {
		e.market(m)
	}
	e.calibration(c.d.Calibration())
	e.ledger(c.d.Totals())
}

func (e emitter) calibration(c Calibration) {
	for _, w := range c.Workloads {
		if coin, ok := strings.CutPrefix(w.Workload, profit.Mining("").String()+" "); ok {
			e.gauge(realised, w.Ratio(), w.Device, coin)
			e.gauge(calibrationOff, w.Error(), w.Device, coin)
		}
	}
	for _, s := range c.Sources {
		e.gauge(sourceUp, boolean(s.Fault == ""), s.Source)
		e.gauge(sourceOff, s.Error, s.Source)
	}
}

type emitter struct{ ch chan<- prometheus.Metric }

func (e emitter) gauge(d desc, v float64, labels ...string) {
	e.ch <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, v, labels...)
}

func (e emitter) counter(d desc, v float64, labels ...string) {
	e.ch <- prometheus.MustNewConstMetric(d, prometheus.CounterValue, v, labels...)
}

func boolean(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// troubleOf is why the worker does not earn, or why a coin is left alone; "" if all is well.
func troubleOf(s scheduler.Status) string {
	if why := s.Trouble(); why != "" {
		return why
	}
	for _, b := range s.Cooldowns {
		return b.Workload.String() + ": " + b.Reason
	}
	return ""
}

func (e emitter) device(s scheduler.Status) {
	uuid := string(s.Device.UUID)
	d := s.Device
	e.gauge(gpuInfo, 1, uuid, d.Model, strconv.Itoa(d.Index), d.PCI, d.Serial, d.VBIOS, d.Driver.Version, d.Driver.Library)
	e.gauge(gpuPhase, 1, uuid, string(s.Phase))
	e.gauge(gpuWorkload, 1, uuid, string(s.Workload.Kind), s.Workload.Target)
	e.gauge(gpuFaulty, boolean(s.Fault != "" || s.Phase == scheduler.PhaseQuarantined), uuid)
	e.gauge(gpuRestarts, float64(s.Restarts), uuid)
	why := troubleOf(s)
	e.gauge(workerFaulty, boolean(why != ""), uuid)
	if why != "" {
		e.gauge(workerFault, 1, uuid, plain.Line(why))
	}
	if r := s.Reading; r != nil && s.Fault == "" {
		e.reading(s.Device, *r)
	}
	joules := 0.0
	for work, t := range s.Totals {
		joules += t.Joules
		if work.Counted() {
			e.counter(sharesTotal, float64(t.Shares), uuid, work.Target, "accepted")
			e.counter(sharesTotal, float64(t.Rejects), uuid, work.Target, "rejected")
		}
	}
	e.counter(gpuEnergy, joules, uuid)
	switch {
	case s.Report.Hashrate > 0:
		e.gauge(hashrate, s.Report.Hashrate, uuid, s.Workload.Target)
	case s.Workload.Task():
		e.gauge(trainProgress, s.Report.Progress, uuid, s.Workload.Target)
		e.gauge(trainAccuracy, s.Report.Accuracy, uuid, s.Workload.Target)
		e.gauge(trainTeam, float64(max(len(s.Team), 1)), uuid, s.Workload.Target)
	}
}

func optional[T ~float64 | ~int | ~uint64](e emitter, d desc, v *T, labels ...string) {
	if v != nil {
		e.gauge(d, float64(*v), labels...)
	}
}

func (e emitter) decisions(v scheduler.View) {
	trainer := trainers(v.Plan)
	for _, d := range v.Plan.Decisions {
		best := true
		for _, o := range d.Options {
			if !o.Candidate() {
				continue
			}
			of, taken := trainer[o.Workload]
			if best && (!taken || slices.Contains(of, d.Device)) {
				e.gauge(gpuBest, float64(o.Money()), d.Device)
				best = false
			}
		}
		if net, ok := d.NetNow(); ok {
			e.gauge(gpuNet, float64(net), d.Device)
		}
	}
}

// trainers are the devices that are to train for a challenge; where none is, those that do.
func trainers(p decide.Plan) map[profit.Workload][]string {
	running, of := map[profit.Workload][]string{}, map[profit.Workload][]string{}
	for _, d := range p.Decisions {
		if d.Running.Task() {
			running[d.Running] = append(running[d.Running], d.Device)
		}
		if d.Chosen.Task() {
			of[d.Chosen] = append(of[d.Chosen], d.Device)
		}
	}
	for w, devices := range running {
		if of[w] == nil {
			of[w] = devices
		}
	}
	return of
}

func (e emitter) market(m solver.State) {
	e.gauge(marketUp, boolean(m.Fault == ""), m.Chain)
	e.gauge(marketRefusals, float64(len(m.Refusals)), m.Chain)
	e.gauge(marketAmiss, float64(len(m.Endpoints)), m.Chain)
	e.gauge(marketHead, float64(m.Head), m.Chain)
	if m.Balance != nil {
		e.gauge(walletBalance, Ether(m.Balance), m.Chain)
	}
	for _, c := range m.Challenges {
		key := c.Challenge.Key()
		e.gauge(challengeState, 1, key, string(c.Attempt.State))
		if c.Obstacle != "" && market.Phase(c.Challenge.Phase) <= market.PhaseCommit {
			e.gauge(challengeLeft, 1, key)
		}
		e.gauge(challengePhase, 1, key, market.Phase(c.Challenge.Phase).String())
		if c.Challenge.Terms.Token == market.Ether {
			e.gauge(challengeEther, Ether(new(big.Int).Set(c.Challenge.Reward)), key)
		}
		if p := market.Phase(c.Challenge.Phase); p != market.PhaseCreated && p != market.PhaseClosed {
			e.gauge(challengeEnd, float64(c.Challenge.Deadline), key)
		}
		if c.Challenge.Target.Disputed() {
			e.disputes(key, c.Disputes)
		}
	}
}

func (e emitter) ledger(totals map[store.TotalKey]store.Total) {
	sums := map[store.LineKind]store.Total{}
	// Every kind from the start: the first money of a kind is an increase, too.
	for _, kind := range []store.LineKind{store.MiningRevenue, store.Electricity, store.Curtailment, store.RentRevenue, store.Reward, store.Bond, store.Bounty, store.Gas} {
		sums[kind] = store.Total{}
	}
	for k, t := range totals {
		s := sums[k.Kind]
		s.Earned += t.Earned
		s.Spent += t.Spent
		sums[k.Kind] = s
	}
	for kind, s := range sums {
		e.counter(earned, s.Earned, string(kind))
		e.counter(spent, s.Spent, string(kind))
	}
}
