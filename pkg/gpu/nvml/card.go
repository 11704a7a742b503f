//go:build cgo && linux

package nvml

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/NVIDIA/go-nvml/pkg/nvml"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
)

// card makes all calls about one GPU on one goroutine.
//
//	idle ──request──> busy ──answer in time──────────────> idle
//	                   └──deadline──> stuck ──answer──────> idle
//
// While it is stuck, requests are turned away at once.
type card struct {
	index    int
	timeout  time.Duration
	requests chan *request
	stopped  chan struct{} // closed when the goroutine has ended
	current  atomic.Pointer[request]
	known    atomic.Pointer[identity] // nil until the card has been identified
}

// identity is what was learnt of a card when it first answered.
type identity struct {
	handle nvml.Device
	device gpu.Device
	// worn is what was read at wornAt; the card's goroutine owns it.
	worn   gpu.Wear
	wornAt time.Time
}

type request struct {
	run func()
	// late is set by a caller who has waited in vain.
	late atomic.Bool
}

func newCard(index int, timeout time.Duration) *card {
	return &card{index: index, timeout: timeout, requests: make(chan *request), stopped: make(chan struct{})}
}

// work serves requests until the context ends.
func (c *card) work(ctx context.Context) {
	defer close(c.stopped)
	for {
		select {
		case <-ctx.Done():
			return
		case r := <-c.requests:
			c.current.Store(r)
			r.run()
			c.current.Store(nil)
		}
	}
}

// stuck reports whether the card is at a request that its caller has given up.
func (c *card) stuck() bool {
	r := c.current.Load()
	return r != nil && r.late.Load()
}

// call runs fn on the card's goroutine and waits for its result no longer than
// the card's timeout. What fn returns late is dropped, so fn must not write to
// anything but its result.
func call[T any](ctx context.Context, c *card, fn func() (T, error)) (T, error) {
	type answer struct {
		value T
		err   error
	}
	var none T
	late := fmt.Errorf("gpu %d: no answer within %s: %w", c.index, c.timeout, gpu.ErrTimeout)
	if c.stuck() {
		return none, late
	}
	answers := make(chan answer, 1)
	r := &request{run: func() {
		value, err := fn()
		answers <- answer{value, err}
	}}
	timer := time.NewTimer(c.timeout)
	defer timer.Stop()
	select {
	case c.requests <- r:
	case <-c.stopped:
		return none, ErrClosed
	case <-timer.C: // another caller's request is in the way, and that one's to mark
		return none, late
	case <-ctx.Done():
		return none, ctx.Err()
	}
	select {
	case a := <-answers:
		return a.value, a.err
	case <-timer.C:
		r.late.Store(true)
		return none, late
	case <-ctx.Done():
		return none, ctx.Err()
	}
}
