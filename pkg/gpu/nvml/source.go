//go:build cgo && linux

package nvml

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/NVIDIA/go-nvml/pkg/nvml"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
)

// Source is the machine's cards. Its methods may be called from any goroutine.
type Source struct {
	lib     library
	log     *zap.Logger
	timeout time.Duration
	cards   []*card // by NVML index; fixed
	cancel  context.CancelFunc

	eventSet nvml.EventSet // nil if the driver reports no events
	events   chan gpu.Event
	watching chan struct{} // closed when nobody waits for events

	closeOnce sync.Once
	closeErr  error
}

// Open loads the driver's library and finds the cards. A card that does not
// answer is left out (Devices tries it again); no card at all is no error.
// Errors: gpu.ErrNoLibrary, gpu.ErrDriverTooOld, gpu.ErrTimeout.
func Open(ctx context.Context, opts Options) (*Source, error) {
	opts = opts.withDefaults()
	// Initialising a driver that nobody uses wakes every card, which takes seconds.
	lib, err := load(ctx, opts.LibraryPath, opts.Timeout+30*time.Second)
	if err != nil {
		return nil, err
	}
	count, ret := lib.DeviceGetCount() // known since the initialisation: asks no card
	if ret != nvml.SUCCESS {
		_ = lib.Shutdown()
		return nil, errorOf("nvmlDeviceGetCount", ret)
	}
	running, cancel := context.WithCancel(context.Background())
	s := &Source{lib: lib, log: opts.Log, timeout: opts.Timeout, cancel: cancel,
		events: make(chan gpu.Event, eventBuffer), watching: make(chan struct{})}
	s.createEventSet()
	for i := range count {
		c := newCard(i, opts.Timeout)
		s.cards = append(s.cards, c)
		go c.work(running)
	}
	for i, err := range s.identifyAll(ctx) {
		if err != nil {
			s.log.Warn("gpu left out", zap.Int("index", i), zap.Error(err))
		}
	}
	go s.watch(running)
	return s, nil
}

// identifyAll makes the acquaintance of every card not yet known, all at once,
// and returns an error or nil for each card.
func (s *Source) identifyAll(ctx context.Context) []error {
	errs := make([]error, len(s.cards))
	var group sync.WaitGroup
	for i, c := range s.cards {
		if c.known.Load() != nil {
			continue
		}
		group.Go(func() {
			found, err := call(ctx, c, func() (*identity, error) { return s.identify(c.index) })
			if err != nil {
				errs[i] = err
				return
			}
			c.known.CompareAndSwap(nil, found)
		})
	}
	group.Wait()
	return errs
}

// Devices lists the cards in NVML's order, the ones that have since been lost or hang
// included. One that has not answered yet has no UUID, and why in Unusable.
func (s *Source) Devices(ctx context.Context) ([]gpu.Device, error) {
	errs := s.identifyAll(ctx)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	devices := make([]gpu.Device, 0, len(s.cards))
	for i, c := range s.cards {
		if id := c.known.Load(); id != nil {
			devices = append(devices, id.device)
		} else if errs[i] != nil {
			devices = append(devices, gpu.Device{Index: c.index, Unusable: errs[i].Error()})
		}
	}
	return devices, nil
}

func (s *Source) card(uuid gpu.UUID) (*card, *identity, error) {
	for _, c := range s.cards {
		if id := c.known.Load(); id != nil && id.device.UUID == uuid {
			return c, id, nil
		}
	}
	return nil, nil, fmt.Errorf("gpu %s: %w", uuid, gpu.ErrUnknownDevice)
}

// Read samples a card. What the card or driver does not report is nil.
// Errors: gpu.ErrTimeout, gpu.ErrLost, gpu.ErrUnknownDevice.
func (s *Source) Read(ctx context.Context, uuid gpu.UUID) (gpu.Reading, error) {
	c, id, err := s.card(uuid)
	if err != nil {
		return gpu.Reading{}, err
	}
	reading, err := call(ctx, c, func() (gpu.Reading, error) { return s.read(id) })
	if err != nil {
		return gpu.Reading{}, fmt.Errorf("read %s: %w", uuid, err)
	}
	return reading, nil
}

// Close stops the goroutines and shuts the library down. With a call that never
// returned still inside the library it is left as it is, and Close says so.
func (s *Source) Close() error {
	s.closeOnce.Do(func() {
		s.cancel()
		limit := time.NewTimer(s.timeout + eventWait)
		defer limit.Stop()
		waits := []<-chan struct{}{s.watching}
		for _, c := range s.cards {
			waits = append(waits, c.stopped)
		}
		for _, stopped := range waits {
			select {
			case <-stopped:
			case <-limit.C:
				s.closeErr = fmt.Errorf("close nvml: a call has not returned: %w", gpu.ErrTimeout)
				return
			}
		}
		ret, err := within(context.Background(), s.timeout, func() nvml.Return {
			if s.eventSet != nil {
				_ = s.eventSet.Free()
			}
			return s.lib.Shutdown()
		})
		s.closeErr = errors.Join(err, errorOf("nvmlShutdown", ret))
	})
	return s.closeErr
}
