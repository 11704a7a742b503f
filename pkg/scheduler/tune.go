package scheduler

import (
	"context"
	"errors"
	"fmt"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// Lease is what a device's settings were before we changed them. It is stored before the
// first change, so that they can be given back even after kill -9.
type Lease struct {
	Baseline gpu.Settings `json:"baseline"`
}

// tune sets what the operator wants for a workload, and gives back what it wants no more.
func (r *runner) tune(ctx context.Context, w profit.Workload) error {
	want, err := r.wanted(w)
	if err != nil {
		return err
	}
	if want.Empty() {
		r.restoreSettings(ctx)
		return nil
	}
	var lease Lease
	if _, err := r.cfg.Store.Get(store.Leases, string(r.dev.UUID), &lease); err != nil {
		return err
	}
	if more := want.Without(lease.Baseline); !more.Empty() {
		now, err := r.cfg.Source.Settings(ctx, r.dev.UUID)
		if err != nil {
			return err
		}
		// What cannot be read, such as clocks that are held, is the driver's own choice.
		lease.Baseline = lease.Baseline.Over(now.Over(defaults(r.dev)).Only(more))
		if err := r.cfg.Store.Put(store.Leases, string(r.dev.UUID), lease); err != nil {
			return err
		}
	}
	return r.cfg.Source.Tune(ctx, r.dev.UUID, want.Over(lease.Baseline))
}

// wanted are the settings for a workload, less what is taken for heat.
func (r *runner) wanted(w profit.Workload) (gpu.Settings, error) {
	want := r.cfg.World.Tuning(r.dev, w)
	if trials := r.Status().Trials; len(trials) > 0 && trials[0].Workload == w && trials[0].Limit > 0 {
		want.PowerLimit = new(trials[0].Limit)
	}
	if r.heat.Lowered > 0 && r.dev.PowerLimit.MaxWatts > 0 {
		limit := r.dev.PowerLimit.DefaultWatts
		if want.PowerLimit != nil {
			limit = *want.PowerLimit
		}
		want.PowerLimit = new(r.heat.Limited(limit, r.dev.PowerLimit))
	}
	return want, want.Check(r.dev)
}

// defaults are the driver's own settings.
func defaults(d gpu.Device) gpu.Settings {
	return gpu.Settings{
		PowerLimit: new(d.PowerLimit.DefaultWatts), CoreClockMHz: new(0), MemoryClockMHz: new(0),
		CoreOffsetMHz: new(0), MemoryOffsetMHz: new(0), Fan: new(0.0),
	}
}

// restoreSettings gives changed settings back. What the device cannot do any more is not
// tried for ever.
func (r *runner) restoreSettings(ctx context.Context) {
	var lease Lease
	held, err := r.cfg.Store.Get(store.Leases, string(r.dev.UUID), &lease)
	if err != nil || !held || r.cfg.DryRun {
		return
	}
	if err := r.cfg.Source.Tune(ctx, r.dev.UUID, lease.Baseline); err != nil && !errors.Is(err, gpu.ErrUnsupported) {
		r.update(func(s *Status) { s.Unrestored = fmt.Sprintf("%s is not given back yet: %v", lease.Baseline, err) })
		r.cfg.Log.Warn("settings are not given back yet", zap.String("device", string(r.dev.UUID)), zap.Error(err))
		return
	}
	r.update(func(s *Status) { s.Unrestored = "" })
	if err := r.cfg.Store.Delete(store.Leases, string(r.dev.UUID)); err != nil {
		r.cfg.Log.Warn("lease of a device's settings", zap.Error(err))
	}
}
