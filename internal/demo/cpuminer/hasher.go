package cpuminer

import (
	"bytes"
	"context"
	"sync/atomic"

	"github.com/gpuarbiter/gpuarbiter/internal/demo/pow"
)

// share is a nonce whose hash meets the target of its task.
type share struct {
	task  *task
	nonce uint32
	hash  pow.Hash
}

// hasher is the work of the hashing threads. Hashes counts all that they did.
type hasher struct {
	gate    *gate
	limiter *limiter
	shares  chan<- share
	hashes  atomic.Uint64
}

// run is one hashing thread.
func (h *hasher) run(ctx context.Context) {
	var spent *task
	for {
		t := h.gate.wait(ctx, spent)
		if t == nil {
			return
		}
		n, ok := h.limiter.wait(ctx)
		if !ok {
			return
		}
		if !h.batch(ctx, t, n) {
			spent = t
		}
	}
}

// batch tries n nonces, fewer when the task turns stale; false when its nonces
// are spent.
func (h *hasher) batch(ctx context.Context, t *task, n int) bool {
	blob := bytes.Clone(t.Blob)
	for ; n > 0 && !t.stale.Load() && ctx.Err() == nil; n-- {
		nonce, ok := t.take()
		if !ok {
			return false
		}
		pow.PutNonce(blob, nonce)
		hash := t.Algorithm.Sum(blob)
		h.hashes.Add(1)
		if !t.Target.Met(hash) {
			continue
		}
		select {
		case h.shares <- share{t, nonce, hash}:
		case <-ctx.Done():
		}
	}
	return true
}
