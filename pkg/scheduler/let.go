package scheduler

import (
	"context"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// let hands the device to who has a contract for it, at once and before anything else, and
// reports whether it did, or would have if it could. A plan is made once in a while, a customer
// comes at any time.
func (r *runner) let(ctx context.Context) bool {
	c, let := r.cfg.contract(r.dev.UUID)
	s := r.Status()
	if !let || r.cfg.DryRun {
		return false
	}
	// What is held, does not answer or has a worker that cannot be ended starts nothing anyway.
	if _, held := s.held(); held || s.Phase == PhaseQuarantined && (r.worker != nil || s.Fault != "") {
		return true
	}
	if s.Workload == c.Work && !s.away() {
		return false
	}
	r.cfg.Log.Info("device is let", zap.String("device", string(r.dev.UUID)), zap.Stringer("workload", c.Work), zap.String("why", c.Why))
	r.retry.Stop()
	r.setPhase(PhaseIdle, "") // a customer's device is none that is not free
	r.change(ctx, c.Work)
	return true
}

// contrary reports whether a workload is not to be started because the device is let for
// another.
func (r *runner) contrary(w profit.Workload) bool {
	c, let := r.cfg.contract(r.dev.UUID)
	return let && c.Work != w
}
