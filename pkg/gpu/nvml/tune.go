//go:build cgo && linux

package nvml

import (
	"context"
	"errors"
	"fmt"
	"math"

	"github.com/NVIDIA/go-nvml/pkg/nvml"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
)

// Settings reads the settings in force. Locked clocks cannot be read back from the driver:
// they are left out.
func (s *Source) Settings(ctx context.Context, uuid gpu.UUID) (gpu.Settings, error) {
	c, id, err := s.card(uuid)
	if err != nil {
		return gpu.Settings{}, err
	}
	return call(ctx, c, func() (gpu.Settings, error) { return s.settings(id.handle) })
}

func (s *Source) settings(h nvml.Device) (gpu.Settings, error) {
	r, out := &reader{lib: s.lib}, gpu.Settings{}
	if v, ok := get(r, fnLimit, h.GetPowerManagementLimit); ok {
		out.PowerLimit = new(watts(v))
	}
	if v, ok := get(r, fnCoreOffset, h.GetGpcClkVfOffset); ok {
		out.CoreOffsetMHz = &v
	}
	if v, ok := get(r, fnMemoryOffset, h.GetMemClkVfOffset); ok {
		out.MemoryOffsetMHz = &v
	}
	if policy, ok := get(r, fnFanPolicy, func() (nvml.FanControlPolicy, nvml.Return) { return h.GetFanControlPolicy_v2(0) }); ok {
		out.Fan = new(0.0)
		if speed, ok := get(r, fnFan, func() (uint32, nvml.Return) { return h.GetFanSpeed_v2(0) }); ok && policy == nvml.FAN_POLICY_MANUAL {
			out.Fan = new(float64(speed) / 100)
		}
	}
	return out, r.err()
}

// Tune changes what the settings name, and reads back what can be. One that is refused does
// not keep the others from being set. The driver forgets all at a reload. Errors:
// gpu.ErrNoPermission (it needs root), gpu.ErrUnsupported, gpu.ErrTimeout, gpu.ErrLost,
// gpu.ErrUnknownDevice.
func (s *Source) Tune(ctx context.Context, uuid gpu.UUID, want gpu.Settings) error {
	c, id, err := s.card(uuid)
	if err != nil {
		return err
	}
	if err := want.Check(id.device); err != nil {
		return err
	}
	_, err = call(ctx, c, func() (struct{}, error) { return struct{}{}, s.tune(id.handle, want) })
	if err != nil {
		return fmt.Errorf("%s of %s: %w", want, uuid, err)
	}
	return nil
}

func (s *Source) tune(h nvml.Device, want gpu.Settings) error {
	set := func(fn function, name string, do func() nvml.Return) error {
		if !s.lib.has(fn) {
			return fmt.Errorf("%s: %w", name, gpu.ErrUnsupported)
		}
		return errorOf(fn[0], do())
	}
	var errs []error
	if w := want.PowerLimit; w != nil {
		milliwatts := uint32(math.Round(float64(*w) * 1000))
		errs = append(errs, set(fnSetLimit, "power limit", func() nvml.Return { return h.SetPowerManagementLimit(milliwatts) }))
	}
	if v := want.CoreClockMHz; v != nil {
		errs = append(errs, s.lockClock(*v, "core clock", fnLockCore, h.SetGpuLockedClocks, fnFreeCore, h.ResetGpuLockedClocks))
	}
	if v := want.MemoryClockMHz; v != nil {
		errs = append(errs, s.lockClock(*v, "memory clock", fnLockMemory, h.SetMemoryLockedClocks, fnFreeMemory, h.ResetMemoryLockedClocks))
	}
	if v := want.CoreOffsetMHz; v != nil {
		errs = append(errs, set(fnSetCoreOffset, "core offset", func() nvml.Return { return h.SetGpcClkVfOffset(*v) }))
	}
	if v := want.MemoryOffsetMHz; v != nil {
		errs = append(errs, set(fnSetMemoryOffset, "memory offset", func() nvml.Return { return h.SetMemClkVfOffset(*v) }))
	}
	if v := want.Fan; v != nil {
		errs = append(errs, s.setFans(h, *v))
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	return s.readBack(h, want)
}

// lockClock holds a clock at a value; 0 gives it back to the driver.
func (s *Source) lockClock(mhz int, name string, fnLock function, lock func(low, high uint32) nvml.Return, fnFree function, free func() nvml.Return) error {
	fn, do := fnLock, func() nvml.Return { return lock(uint32(mhz), uint32(mhz)) }
	if mhz == 0 {
		fn, do = fnFree, free
	}
	if !s.lib.has(fn) {
		return fmt.Errorf("%s: %w", name, gpu.ErrUnsupported)
	}
	return errorOf(fn[0], do())
}

// setFans holds every fan at a share of its most; 0 gives them back to the driver.
func (s *Source) setFans(h nvml.Device, share float64) error {
	for _, fn := range []function{fnFans, fnSetFan, fnFreeFan} {
		if !s.lib.has(fn) {
			return fmt.Errorf("fan: %w", gpu.ErrUnsupported)
		}
	}
	count, ret := h.GetNumFans()
	if err := errorOf(fnFans[0], ret); err != nil {
		return err
	}
	for fan := range count {
		fn, ret := fnFreeFan, nvml.SUCCESS
		if share == 0 {
			ret = h.SetDefaultFanSpeed_v2(fan)
		} else {
			fn, ret = fnSetFan, h.SetFanSpeed_v2(fan, int(math.Round(share*100)))
		}
		if err := errorOf(fn[0], ret); err != nil {
			return err
		}
	}
	return nil
}

// readBack compares what can be read with what was set: a driver may round, or obey in part.
func (s *Source) readBack(h nvml.Device, want gpu.Settings) error {
	got, err := s.settings(h)
	if err != nil {
		return fmt.Errorf("read back: %w", err)
	}
	switch {
	case want.PowerLimit != nil && got.PowerLimit != nil && math.Abs(float64(*got.PowerLimit-*want.PowerLimit)) > 1:
		return fmt.Errorf("the driver set %.1f W instead", float64(*got.PowerLimit))
	case want.CoreOffsetMHz != nil && got.CoreOffsetMHz != nil && *got.CoreOffsetMHz != *want.CoreOffsetMHz:
		return fmt.Errorf("the driver set a core offset of %d MHz instead", *got.CoreOffsetMHz)
	case want.MemoryOffsetMHz != nil && got.MemoryOffsetMHz != nil && *got.MemoryOffsetMHz != *want.MemoryOffsetMHz:
		return fmt.Errorf("the driver set a memory offset of %d MHz instead", *got.MemoryOffsetMHz)
	}
	return nil
}
