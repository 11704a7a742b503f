package scheduler

import (
	"context"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// join takes the device's seat in the team of a task.
func (r *runner) join(ctx context.Context, w profit.Workload) {
	s := &seat{dev: r.dev, wake: r.wakeUp, unfit: func(ctx context.Context) string { return r.unfit(ctx, w) }}
	r.teams.sit(s, w)
	r.worker, r.launched, r.meter = s, r.cfg.Now(), meter{}
	r.gather(ctx, true)
}

// gather goes on with a seat that waits: the runner that leads starts the team's worker, the
// others see that it works. The device has just been seen to be free where fresh is set.
func (r *runner) gather(ctx context.Context, fresh bool) {
	s, seated := r.worker.(*seat)
	if !seated || r.Status().Phase != PhaseStarting {
		return
	}
	if r.teams.regroup(ctx, s) {
		fresh = false
	}
	r.teams.lead(ctx, s, fresh)
	w := s.has()
	if w == nil {
		if why := s.waitsFor(); why != r.Status().Reason {
			r.setPhase(PhaseStarting, why)
		}
		return
	}
	r.launched = r.cfg.Now()
	r.setPhase(PhaseRunning, "")
	team := make([]gpu.UUID, len(w.devices))
	for i, d := range w.devices {
		team[i] = d.UUID
	}
	if len(team) > 1 {
		r.update(func(s *Status) { s.Team = team })
	}
	r.cfg.Log.Info("worker started", zap.String("device", string(r.dev.UUID)), zap.Stringer("workload", r.Status().Workload), zap.Any("team", team))
}

// unfit says why the device cannot take its team's worker now; "" if it can. The runner that
// leads asks, while this one holds the device: what it reads here does not change meanwhile.
func (r *runner) unfit(ctx context.Context, w profit.Workload) string {
	if h, held := r.Status().held(); held {
		return h.String()
	}
	if r.contrary(w) {
		return "it is let"
	}
	reading, err := r.cfg.Source.Read(ctx, r.dev.UUID)
	if err != nil {
		return err.Error()
	}
	return r.occupied(reading)
}
