package cpuminer

import (
	"context"
	"sync"
	"sync/atomic"

	"github.com/gpuarbiter/gpuarbiter/internal/demo/pow"
)

// task is one job as the hashing threads see it: they take nonces from it until
// it is stale.
type task struct {
	*pow.Work
	next  atomic.Uint64
	stale atomic.Bool
}

// take hands out the next nonce, or false when all are spent.
func (t *task) take() (uint32, bool) {
	i := t.next.Add(1) - 1
	if i >= t.Nonces() {
		return 0, false
	}
	return t.Nonce(i), true
}

// gate is where hashing threads get their task. The session puts jobs in, the
// API opens and shuts it.
type gate struct {
	mu      sync.Mutex
	task    *task
	paused  bool
	changed chan struct{} // closed at the next change
}

func newGate() *gate { return &gate{changed: make(chan struct{})} }

// set replaces the job; nil stops the hashing until the next one.
func (g *gate) set(w *pow.Work) {
	g.change(func() {
		g.task = nil
		if w != nil {
			g.task = &task{Work: w}
		}
	})
}

// pause shuts or opens the gate; the job stays, and goes on where it was.
func (g *gate) pause(paused bool) {
	g.change(func() {
		g.paused = paused
		if g.task != nil {
			fresh := &task{Work: g.task.Work}
			fresh.next.Store(g.task.next.Load())
			g.task = fresh
		}
	})
}

func (g *gate) change(apply func()) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.task != nil {
		g.task.stale.Store(true)
	}
	apply()
	close(g.changed)
	g.changed = make(chan struct{})
}

func (g *gate) isPaused() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.paused
}

// wait blocks until there is a task other than done; nil when ctx ends. A task
// whose nonces are spent is handed back as done.
func (g *gate) wait(ctx context.Context, done *task) *task {
	for {
		g.mu.Lock()
		t, changed := g.task, g.changed
		if g.paused {
			t = nil
		}
		g.mu.Unlock()
		if t != nil && t != done {
			return t
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return nil
		}
	}
}
