package scheduler

import (
	"context"
	"errors"
	"fmt"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// drain waits until no process computes on the device and its memory is near
// its baseline. On a device that is a customer's what computes is
// none of our business, and nothing of ours is started.
func (r *runner) drain(ctx context.Context, w profit.Workload) error {
	if c, let := r.cfg.contract(r.dev.UUID); let && c.Work == w && c.Theirs {
		return nil
	}
	deadline := r.cfg.Now().Add(r.cfg.DrainTimeout)
	for {
		reading, err := r.cfg.Source.Read(ctx, r.dev.UUID)
		busy := r.occupied(reading)
		switch {
		case errors.Is(err, gpu.ErrLost), ctx.Err() != nil:
			return errors.Join(err, ctx.Err())
		case err == nil && busy == "":
			return nil
		case r.cfg.Now().After(deadline) && err != nil:
			return fmt.Errorf("device does not answer: %w", err)
		case r.cfg.Now().After(deadline):
			return fmt.Errorf("device is not free after %s: %s", r.cfg.DrainTimeout, busy)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(r.cfg.DrainPoll):
		}
	}
}

// occupied says what keeps the device from being free; "" if nothing does. What is not known
// is not taken for the good case.
func (r *runner) occupied(reading gpu.Reading) string {
	if r.cfg.Left != nil {
		if left := r.cfg.Left(r.dev.UUID); left != "" {
			return left
		}
	}
	if reading.Processes == nil {
		return "the driver does not say which processes compute on it"
	}
	if len(reading.Processes) > 0 {
		return fmt.Sprintf("process %d computes on it", reading.Processes[0].PID)
	}
	if used := reading.MemoryUsedBytes; used != nil && *used > r.baseline(reading)+r.cfg.DrainMemoryBytes {
		return fmt.Sprintf("%d MiB of its memory are in use", *used>>20)
	}
	return ""
}

// Baseline is the least memory that was seen in use on a device with nobody there.
type Baseline struct {
	Bytes uint64 `json:"bytes"`
}

// baseline is what of the used memory is the driver's own: nothing where the driver tells
// what it reserves, else what was learned.
func (r *runner) baseline(reading gpu.Reading) uint64 {
	if reading.MemoryReservedBytes != nil || r.rest == nil {
		return 0
	}
	return r.rest.Bytes
}

// mostRest is the part of a device's memory beyond which it is not believed to be the
// driver's own, whatever no process admits to.
const mostRest = 0.1

// rested learns the baseline from a reading in which nobody computes.
func (r *runner) rested(reading gpu.Reading) {
	if r.worker != nil || reading.MemoryReservedBytes != nil || reading.MemoryUsedBytes == nil || reading.Processes == nil || len(reading.Processes) > 0 {
		return
	}
	used := *reading.MemoryUsedBytes
	if r.rest != nil && used >= r.rest.Bytes || float64(used) > mostRest*float64(r.dev.MemoryBytes) {
		return
	}
	r.rest = &Baseline{used}
	if err := r.cfg.Store.Put(store.Baselines, string(r.dev.UUID), r.rest); err != nil {
		r.cfg.Log.Warn("a device's memory at rest is not stored", zap.Error(err))
	}
}
