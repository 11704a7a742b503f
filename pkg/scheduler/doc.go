// Package scheduler is the imperative shell around profit and decide: one loop
// that observes, decides and records, and one runner for each device that
// carries the decisions out. A sick device holds up its own runner only.
//
// One tick: readings, quotes and challenges become a Snapshot; profit values
// every option; decide plans; runners take the orders; what happened goes into
// the ledger and, where the plan changes something, the snapshot into the
// store, so that the decision can be computed again.
package scheduler

import (
	"context"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// Source is where devices come from.
type Source interface {
	Devices(ctx context.Context) ([]gpu.Device, error)
	Read(ctx context.Context, id gpu.UUID) (gpu.Reading, error)
	// Settings are those in force, as far as they can be read; Tune changes what the given
	// ones name and reads it back.
	Settings(ctx context.Context, id gpu.UUID) (gpu.Settings, error)
	Tune(ctx context.Context, id gpu.UUID, want gpu.Settings) error
	// Events are the errors that the driver reports; it is closed when the source is.
	Events() <-chan gpu.Event
}

// Worker is a running workload.
type Worker interface {
	Done() <-chan struct{}
	Exit() process.Exit
	Stop(ctx context.Context) process.Exit
	// Report asks the worker how it is; it takes at most a few seconds.
	Report(ctx context.Context) Report
	// Ended says, after Done, what the end means for the workload.
	Ended() Ended
}

// Report is how a worker is.
type Report struct {
	At         time.Time
	State      string // starting, ok, disconnected, hung
	Reason     string
	Fault      string        // of the world, such as a lost pool, which the worker tries again by itself; "" if none
	Lag        time.Duration // from the first work to the first report of it, which the miner takes to reckon a rate
	Everywhere bool          // the fault is the pool's, as far as one can tell: other devices would meet it too
	Unpaid     time.Time     // during a fault: since when nothing was earned; zero while unknown
	Hashrate   float64       // in the coin's hashes per second; 0 while unknown
	Hashes     float64       // that accepted shares stand for, since the last report
	Accepted   uint64        // shares since the last report
	Rejected   uint64
	Progress   float64 // of training, 0 to 1
	Network    string  // that is trained, and what for
	Loss       float64
	Accuracy   float64     // on validation data
	MACs       profit.MACs // trained per second; 0 while unknown
	Net        learned.Net // what kind of network these are of
	ETA        time.Duration
}

// Working reports whether the worker earns: the end of a handover.
func (r Report) Working() bool { return r.State == "ok" }

// Hung reports whether only a restart can help.
func (r Report) Hung() bool { return r.State == "hung" }

// Ended is what the end of a worker means.
type Ended struct {
	Restart bool // the same workload, after Delay
	Planned bool // the worker meant to: nothing is amiss
	Regroup bool // the same workload, at once: only the team has changed
	Delay   time.Duration
	Reason  string
}

// Launcher starts workers. It never starts one on a device that the caller has
// not confirmed free.
type Launcher interface {
	// Probe reports why a workload cannot be had now, as far as that can be told without
	// the device, such as of a pool that is away; nil: nothing speaks against it.
	Probe(ctx context.Context, d gpu.Device, w profit.Workload) error
	// Launch starts one worker on devices that do the workload together; only tasks have several.
	Launch(ctx context.Context, devices []gpu.Device, w profit.Workload) (Worker, error)
	// Recipe is what a worker would be started with now, as far as the operator sets it: one
	// that was started with another is an old one.
	Recipe(d gpu.Device, w profit.Workload) string
}

// World is what the loop asks about the rest of the world.
type World interface {
	// Market is the quotes and challenges of this moment.
	Market(now time.Time) profit.Market
	// Device is what is known of a device's performance.
	Device(d gpu.Device) profit.Device
	// RateOf names what a rate that is measured at a workload holds for: every coin of its
	// algorithm, all trainings together.
	RateOf(d gpu.Device, w profit.Workload) string
	// Paced is the rate, for whatever it may train, of a device that trains as the report says, for its part in a team of
	// so many. It takes in that it did so for dt.
	Paced(d gpu.Device, r Report, devices int, dt time.Duration) (float64, error)
	// Barred are challenges that the device has failed to train for.
	Barred(d gpu.Device) []decide.Cooldown
	// Unsaved is how long ago the challenge's training was saved.
	Unsaved(challenge string, now time.Time) time.Duration
	// Coins are those that could be measured on a device.
	Coins(d gpu.Device) []string
	// Unmeasured is one of them that is to be measured while the device has no work; "": none.
	Unmeasured(d gpu.Device) string
	// Tuning are the operator's settings for a workload.
	Tuning(d gpu.Device, w profit.Workload) gpu.Settings
	// HeatLimits are the temperatures that the device is kept below.
	HeatLimits(d gpu.Device) gpu.HeatLimits
	// Xids is what is done about errors that the driver reports.
	Xids() gpu.XidPolicy
}

// Store is what the scheduler persists.
type Store interface {
	Put(b store.Bucket, key string, v any) error
	Get(b store.Bucket, key string, v any) (bool, error)
	Delete(b store.Bucket, key string) error
	Append(b store.Bucket, v any, keep int) error
	AppendLine(l store.Line) error
	PutExpected(f store.Expected) error
	Expected(hour time.Time) (f store.Expected, ok bool, err error)
}
