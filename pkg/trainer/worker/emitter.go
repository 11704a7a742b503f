package worker

import (
	"io"
	"sync"
	"sync/atomic"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

const (
	// heartbeat is how long the emitter lets it be silent; somewhat less than
	// what is promised.
	heartbeat = trainer.HeartbeatSeconds * time.Second * 3 / 5
	// backlog is how many lines may wait for a slow reader before progress is
	// dropped.
	backlog = 64
	// flushGrace is how long the end waits for a reader that does not read.
	flushGrace = 2 * time.Second
)

// emitter writes events to the daemon. A reader that is slow, hung or gone
// never holds up training: lines queue, and one goroutine writes them.
type emitter struct {
	out   io.Writer
	log   *zap.Logger
	gone  func(error)  // told once, when the reader is gone
	phase atomic.Value // string, for alive

	mu    sync.Mutex
	queue [][]byte

	wake chan struct{} // holds one token while the queue may have lines
	stop chan struct{}
	done chan struct{}
}

func newEmitter(out io.Writer, log *zap.Logger, gone func(error)) *emitter {
	e := &emitter{out: out, log: log, gone: gone, wake: make(chan struct{}, 1), stop: make(chan struct{}), done: make(chan struct{})}
	e.phase.Store("loading")
	go e.write()
	return e
}

// emit queues an event. Progress is dropped while the reader lags.
func (e *emitter) emit(ev trainer.Event) {
	line, err := trainer.Encode(ev)
	if err != nil {
		e.log.Error("event dropped", zap.Error(err))
		return
	}
	e.mu.Lock()
	if _, minor := ev.(trainer.Progress); !minor || len(e.queue) < backlog {
		e.queue = append(e.queue, line)
	}
	e.mu.Unlock()
	select {
	case e.wake <- struct{}{}:
	default:
	}
}

func (e *emitter) take() [][]byte {
	e.mu.Lock()
	defer e.mu.Unlock()
	lines := e.queue
	e.queue = nil
	return lines
}

func (e *emitter) write() {
	defer close(e.done)
	silence := time.NewTimer(heartbeat)
	defer silence.Stop()
	for last := false; ; {
		lines := e.take()
		for _, line := range lines {
			if _, err := e.out.Write(line); err != nil {
				e.gone(err)
				return
			}
		}
		if len(lines) > 0 {
			silence.Reset(heartbeat)
			continue
		}
		if last {
			return
		}
		select {
		case <-e.wake:
		case <-silence.C:
			e.emit(trainer.Alive{Phase: e.phase.Load().(string)})
		case <-e.stop:
			last = true
		}
	}
}

// close writes what is queued and ends the goroutine; it waits for a reader
// only so long.
func (e *emitter) close() {
	close(e.stop)
	select {
	case <-e.done:
	case <-time.After(flushGrace):
	}
}
