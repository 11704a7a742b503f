//go:build cgo && linux

package nvml

import (
	"context"
	"time"

	"github.com/NVIDIA/go-nvml/pkg/nvml"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
)

const (
	eventBuffer = 64
	eventWait   = 500 * time.Millisecond // how long Close may have to wait for the watcher
	eventPause  = 2 * time.Second        // after a failed wait: a lost card fails every one
)

// Events delivers Xid errors; it is closed by Close. With nobody receiving, the
// newest are dropped.
func (s *Source) Events() <-chan gpu.Event { return s.events }

// createEventSet prepares for events if the driver has all that they need.
func (s *Source) createEventSet() {
	for _, fn := range []function{fnEventCreate, fnEventFree, fnEventWait, fnEventRegister} {
		if !s.lib.has(fn) {
			s.log.Warn("driver reports no xid events", zap.String("lacks", fn[0]))
			return
		}
	}
	set, ret := s.lib.EventSetCreate()
	if err := errorOf(fnEventCreate[0], ret); err != nil {
		s.log.Warn("driver reports no xid events", zap.Error(err))
		return
	}
	s.eventSet = set
}

// register asks for a card's events. A card that has none is still of use.
func (s *Source) register(handle nvml.Device) {
	if s.eventSet == nil {
		return
	}
	if err := errorOf(fnEventRegister[0], handle.RegisterEvents(nvml.EventTypeXidCriticalError, s.eventSet)); err != nil {
		s.log.Warn("gpu reports no xid events", zap.Error(err))
	}
}

// watch waits for events until the context ends.
func (s *Source) watch(ctx context.Context) {
	defer close(s.watching)
	defer close(s.events)
	if s.eventSet == nil {
		return
	}
	for ctx.Err() == nil {
		data, ret := s.eventSet.Wait(uint32(eventWait.Milliseconds()))
		switch ret {
		case nvml.SUCCESS:
			s.deliver(data)
		case nvml.ERROR_TIMEOUT:
		default:
			s.log.Warn("wait for xid events", zap.Error(errorOf(fnEventWait[0], ret)))
			select {
			case <-ctx.Done():
			case <-time.After(eventPause):
			}
		}
	}
}

func (s *Source) deliver(data nvml.EventData) {
	if data.EventType != nvml.EventTypeXidCriticalError {
		return
	}
	for _, c := range s.cards {
		id := c.known.Load()
		if id == nil || id.handle != data.Device {
			continue
		}
		event := gpu.Event{UUID: id.device.UUID, At: time.Now(), Xid: data.EventData}
		select {
		case s.events <- event:
		default:
			s.log.Error("xid event dropped", zap.String("uuid", string(event.UUID)), zap.Uint64("xid", event.Xid))
		}
	}
}
