// Package simrig is a simulated rig, of the same shape as package nvml.
//
// As NVML does, and unlike anything that asks the scheduler, it finds out who
// uses a device from the machine's process table: a process whose environment
// names the device in CUDA_VISIBLE_DEVICES occupies it, supervisors excepted.
// Two workers on a device are two processes in its readings, whoever started
// them. Watts, temperature, memory, utilisation and energy follow from that and
// from time alone.
package simrig

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
)

// FaultKind is what is wrong with a simulated card.
type FaultKind int

const (
	FaultNone FaultKind = iota
	// FaultLost: every call fails with gpu.ErrLost; it begins with Xid 79.
	FaultLost
	// FaultHung: the first call waits for the timeout, later ones fail at once
	// with gpu.ErrTimeout.
	FaultHung
	// FaultNoPermission: settings are refused.
	FaultNoPermission
)

const eventBuffer = 64

// ErrClosed is returned once the rig has been closed.
var ErrClosed = errors.New("simulated rig is closed")

// Options are for New; the zero value is the default rig on this machine's
// clock and process table.
type Options struct {
	Devices []Spec
	Now     func() time.Time
	// Table lists the processes that occupy a device.
	Table func(uuid string) ([]process.Occupant, error)
	// Timeout is how long a call about a hung card waits; default 2 s.
	Timeout time.Duration
}

// Rig is a simulated rig. Its methods may be called from any goroutine.
type Rig struct {
	now     func() time.Time
	table   func(string) ([]process.Occupant, error)
	timeout time.Duration
	devices []gpu.Device // fixed

	mu     sync.Mutex // guards what follows
	cards  map[gpu.UUID]*card
	events chan gpu.Event
	closed bool
}

// New makes a rig whose cards have been idle for long.
func New(opts Options) (*Rig, error) {
	if opts.Devices == nil {
		opts.Devices = DefaultRig("")
	}
	if opts.Now == nil {
		opts.Now = time.Now
	}
	if opts.Table == nil {
		opts.Table = process.Occupants
	}
	if opts.Timeout <= 0 {
		opts.Timeout = 2 * time.Second
	}
	r := &Rig{now: opts.Now, table: opts.Table, timeout: opts.Timeout,
		cards: make(map[gpu.UUID]*card), events: make(chan gpu.Event, eventBuffer)}
	now := r.now()
	for i, spec := range opts.Devices {
		uuid := spec.Device.UUID
		limit := spec.Device.PowerLimit
		switch {
		case uuid == "" || r.cards[uuid] != nil:
			return nil, fmt.Errorf("simulated device %d: uuid %q is empty or taken", i, uuid)
		case !limit.Contains(limit.DefaultWatts):
			return nil, fmt.Errorf("simulated device %s: default power limit %.0f W is outside %.0f..%.0f W", uuid, limit.DefaultWatts, limit.MinWatts, limit.MaxWatts)
		case spec.Device.MemoryBytes <= driverMemory:
			return nil, fmt.Errorf("simulated device %s: %d bytes of memory are too few", uuid, spec.Device.MemoryBytes)
		case spec.Idle <= 0:
			return nil, fmt.Errorf("simulated device %s: idle power %.0f W is not positive", uuid, spec.Idle)
		}
		r.cards[uuid] = newCard(spec, now)
		r.devices = append(r.devices, spec.Device)
	}
	return r, nil
}

// Devices lists all cards, whatever is wrong with them.
func (r *Rig) Devices(ctx context.Context) ([]gpu.Device, error) {
	return append([]gpu.Device(nil), r.devices...), ctx.Err()
}

// Read samples a card. Between two readings the card is taken to have done what
// it did at the first.
func (r *Rig) Read(ctx context.Context, uuid gpu.UUID) (gpu.Reading, error) {
	if err := r.answer(ctx, uuid); err != nil {
		return gpu.Reading{}, fmt.Errorf("read %s: %w", uuid, err)
	}
	occupants, err := r.table(string(uuid)) // takes a while: not under the lock
	if err != nil {
		return gpu.Reading{}, fmt.Errorf("read %s: %w", uuid, err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	c := r.cards[uuid]
	c.advance(r.now())
	c.load = c.spec.loadOf(occupants)
	return c.reading(), nil
}

// Settings are those in force.
func (r *Rig) Settings(ctx context.Context, uuid gpu.UUID) (gpu.Settings, error) {
	if err := r.answer(ctx, uuid); err != nil {
		return gpu.Settings{}, fmt.Errorf("settings of %s: %w", uuid, err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.cards[uuid].settings, nil
}

// Tune changes what the settings name.
func (r *Rig) Tune(ctx context.Context, uuid gpu.UUID, want gpu.Settings) error {
	if err := r.answer(ctx, uuid); err != nil {
		return fmt.Errorf("%s of %s: %w", want, uuid, err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	c := r.cards[uuid]
	if err := want.Check(c.spec.Device); err != nil {
		return err
	}
	if c.fault == FaultNoPermission {
		return fmt.Errorf("%s of %s: %w", want, uuid, gpu.ErrNoPermission)
	}
	c.advance(r.now())
	c.settings = want.Over(c.settings)
	return nil
}

// answer is nil if the card answers at all; a hung one it waits for.
func (r *Rig) answer(ctx context.Context, uuid gpu.UUID) error {
	r.mu.Lock()
	c, known := r.cards[uuid]
	var fault FaultKind
	var waited bool
	if known {
		fault, waited = c.fault, c.stuck
	}
	closed := r.closed
	r.mu.Unlock()
	switch {
	case closed:
		return ErrClosed
	case !known:
		return gpu.ErrUnknownDevice
	case ctx.Err() != nil:
		return ctx.Err()
	case fault == FaultLost:
		return gpu.ErrLost
	case fault != FaultHung:
		return nil
	case waited:
		return gpu.ErrTimeout
	}
	timer := time.NewTimer(r.timeout)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	c.stuck = c.fault == FaultHung
	return gpu.ErrTimeout
}

// Fault makes a card sick, or well again with FaultNone.
func (r *Rig) Fault(uuid gpu.UUID, kind FaultKind) error {
	r.mu.Lock()
	c, known := r.cards[uuid]
	if known {
		c.fault, c.stuck = kind, false
	}
	r.mu.Unlock()
	if !known {
		return fmt.Errorf("fault on %s: %w", uuid, gpu.ErrUnknownDevice)
	}
	if kind == FaultLost {
		return r.Xid(uuid, 79)
	}
	return nil
}

// Xid makes the driver report an error for a card.
func (r *Rig) Xid(uuid gpu.UUID, code uint64) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		return ErrClosed
	}
	if r.cards[uuid] == nil {
		return fmt.Errorf("xid %d on %s: %w", code, uuid, gpu.ErrUnknownDevice)
	}
	select {
	case r.events <- gpu.Event{UUID: uuid, At: r.now(), Xid: code}:
	default: // as with real cards, the newest are dropped if nobody receives
	}
	return nil
}

// Events delivers Xid errors; it is closed by Close.
func (r *Rig) Events() <-chan gpu.Event { return r.events }

// Close ends the rig; further calls return ErrClosed.
func (r *Rig) Close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.closed {
		r.closed = true
		close(r.events)
	}
	return nil
}
