//go:build cgo && linux

package nvml

import (
	"errors"
	"math"
	"time"

	"github.com/NVIDIA/go-nvml/pkg/nvml"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
)

// reader collects fields of one card. A field that the driver or the card lacks,
// or that fails by itself, is absent; a card that is lost ends the reading.
type reader struct {
	lib   library
	got   int
	first error // the first failure, which counts if no field could be had
	lost  error
}

// get reads one field.
func get[T any](r *reader, fn function, read func() (T, nvml.Return)) (value T, ok bool) {
	if r.lost != nil || !r.lib.has(fn) {
		return value, false
	}
	value, ret := read()
	err := errorOf(fn[0], ret)
	switch {
	case err == nil:
		r.got++
		return value, true
	case errors.Is(err, gpu.ErrLost):
		r.lost = err
	case r.first == nil:
		r.first = err
	}
	return value, false
}

func (r *reader) err() error {
	switch {
	case r.lost != nil:
		return r.lost
	case r.got == 0 && r.first != nil:
		return r.first
	default:
		return nil
	}
}

// identify learns what does not change about a card.
func (s *Source) identify(index int) (*identity, error) {
	handle, ret := s.lib.DeviceGetHandleByIndex(index)
	if err := errorOf(fnHandle[0], ret); err != nil {
		return nil, err
	}
	uuid, ret := handle.GetUUID()
	if err := errorOf(fnUUID[0], ret); err != nil {
		return nil, err
	}
	r := &reader{lib: s.lib}
	d := gpu.Device{UUID: gpu.UUID(uuid), Index: index}
	d.Model, _ = get(r, fnName, handle.GetName)
	if pci, ok := get(r, fnPCI, handle.GetPciInfo); ok {
		for _, c := range pci.BusId {
			if c == 0 {
				break
			}
			d.PCI += string(rune(c))
		}
	}
	if memory, ok := get(r, fnMemory, handle.GetMemoryInfo); ok {
		d.MemoryBytes = memory.Total
	}
	if span, ok := get(r, fnLimitRange, func() ([2]uint32, nvml.Return) {
		low, high, ret := handle.GetPowerManagementLimitConstraints()
		return [2]uint32{low, high}, ret
	}); ok {
		d.PowerLimit.MinWatts, d.PowerLimit.MaxWatts = watts(span[0]), watts(span[1])
	}
	if limit, ok := get(r, fnLimitDefault, handle.GetPowerManagementDefaultLimit); ok {
		d.PowerLimit.DefaultWatts = watts(limit)
	}
	d.Serial, _ = get(r, fnSerial, handle.GetSerial)
	d.VBIOS, _ = get(r, fnVBIOS, handle.GetVbiosVersion)
	d.Driver.Version, _ = get(r, fnDriver, s.lib.SystemGetDriverVersion)
	d.Driver.Library, _ = get(r, fnLibrary, s.lib.SystemGetNVMLVersion)
	if on, ok := get(r, fnMIG, func() (bool, nvml.Return) {
		current, _, ret := handle.GetMigMode()
		return current == nvml.DEVICE_MIG_ENABLE, ret
	}); ok && on {
		d.Unusable = "MIG mode is on: it is split into instances, which gpuarbiter leaves alone; `nvidia-smi -i " + string(d.UUID) + " -mig 0` makes it whole"
	}
	if r.lost != nil {
		return nil, r.lost
	}
	s.register(handle)
	return &identity{handle: handle, device: d}, nil
}

// read samples a card.
func (s *Source) read(id *identity) (gpu.Reading, error) {
	h, r := id.handle, &reader{lib: s.lib}
	out := gpu.Reading{UUID: id.device.UUID, At: time.Now()}
	if v, ok := get(r, fnPower, h.GetPowerUsage); ok {
		out.Power = new(watts(v))
	}
	if v, ok := get(r, fnEnergy, h.GetTotalEnergyConsumption); ok { // millijoules
		out.Energy = new(gpu.Joules(float64(v) / 1000))
	}
	if v, ok := get(r, fnTemperature, func() (uint32, nvml.Return) { return h.GetTemperature(nvml.TEMPERATURE_GPU) }); ok {
		out.Temperature = new(gpu.Celsius(v))
	}
	if v, ok := get(r, fnFields, func() (gpu.Celsius, nvml.Return) { return memoryTemperature(h) }); ok {
		out.MemoryTemperature = &v
	}
	// The newer function tells what the driver keeps for itself; in the older one it is used.
	if v, ok := get(r, fnMemoryV2, h.GetMemoryInfo_v2); ok {
		out.MemoryUsedBytes, out.MemoryFreeBytes, out.MemoryReservedBytes = &v.Used, &v.Free, &v.Reserved
	} else if v, ok := get(r, fnMemory, h.GetMemoryInfo); ok {
		out.MemoryUsedBytes, out.MemoryFreeBytes = &v.Used, &v.Free
	}
	if v, ok := get(r, fnUtilisation, h.GetUtilizationRates); ok { // percent
		out.Utilisation = new(float64(v.Gpu) / 100)
	}
	if v, ok := get(r, fnLimit, h.GetPowerManagementLimit); ok {
		out.PowerLimit = new(watts(v))
	}
	if v, ok := get(r, fnClock, func() (uint32, nvml.Return) { return h.GetClockInfo(nvml.CLOCK_SM) }); ok {
		out.ClockSMMHz = new(int(v))
	}
	if v, ok := get(r, fnClock, func() (uint32, nvml.Return) { return h.GetClockInfo(nvml.CLOCK_MEM) }); ok {
		out.ClockMemoryMHz = new(int(v))
	}
	if v, ok := get(r, fnPState, h.GetPerformanceState); ok && v <= nvml.PSTATE_15 {
		out.PState = new(int(v))
	}
	out.Fan = fastest(h, r)
	out.Wear = s.wear(id, r, out.At)
	if v, ok := get(r, fnProcesses, h.GetComputeRunningProcesses); ok {
		out.Processes = processes(v)
	}
	// The newer name of the same function; an old driver has only the older.
	if v, ok := get(r, fnEventReasons, h.GetCurrentClocksEventReasons); ok {
		out.Throttle = throttle(v)
	} else if v, ok := get(r, fnThrottle, h.GetCurrentClocksThrottleReasons); ok {
		out.Throttle = throttle(v)
	}
	return out, r.err()
}

func watts(milliwatts uint32) gpu.Watts { return gpu.Watts(float64(milliwatts) / 1000) }

func processes(infos []nvml.ProcessInfo) []gpu.Process {
	list := make([]gpu.Process, 0, len(infos))
	for _, info := range infos {
		p := gpu.Process{PID: int(info.Pid)}
		if info.UsedGpuMemory != math.MaxUint64 { // NVML_VALUE_NOT_AVAILABLE
			p.MemoryBytes = new(info.UsedGpuMemory)
		}
		list = append(list, p)
	}
	return list
}

// reasons are NVML's bits, in order.
var reasons = []struct {
	bit  uint64
	name string
}{
	{nvml.ClocksEventReasonGpuIdle, gpu.ThrottleIdle},
	{nvml.ClocksEventReasonApplicationsClocksSetting, gpu.ThrottleClocksSetting},
	{nvml.ClocksEventReasonSwPowerCap, gpu.ThrottlePowerCap},
	{nvml.ClocksThrottleReasonHwSlowdown, gpu.ThrottleHardware},
	{nvml.ClocksEventReasonSyncBoost, gpu.ThrottleSyncBoost},
	{nvml.ClocksEventReasonSwThermalSlowdown, gpu.ThrottleThermal},
	{nvml.ClocksThrottleReasonHwThermalSlowdown, gpu.ThrottleHardwareThermal},
	{nvml.ClocksThrottleReasonHwPowerBrakeSlowdown, gpu.ThrottlePowerBrake},
	{nvml.ClocksEventReasonDisplayClockSetting, gpu.ThrottleDisplay},
}

func throttle(bits uint64) []string {
	names := []string{}
	for _, reason := range reasons {
		if bits&reason.bit != 0 {
			names = append(names, reason.name)
		}
	}
	return names
}
