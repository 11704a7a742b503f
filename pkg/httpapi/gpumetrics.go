package httpapi

import (
	"strconv"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
)

// reading is what a device reports of itself; what it does not report is absent.
func (e emitter) reading(d gpu.Device, r gpu.Reading) {
	uuid := string(d.UUID)
	optional(e, gpuPower, r.Power, uuid)
	optional(e, gpuTemperature, r.Temperature, uuid)
	optional(e, gpuMemoryHeat, r.MemoryTemperature, uuid)
	optional(e, gpuUtilisation, r.Utilisation, uuid)
	optional(e, gpuLimit, r.PowerLimit, uuid)
	optional(e, gpuFan, r.Fan, uuid)
	optional(e, gpuPState, r.PState, uuid)
	if d.MemoryBytes > 0 {
		e.gauge(gpuMemoryTotal, float64(d.MemoryBytes), uuid)
	}
	optional(e, gpuMemory, r.MemoryUsedBytes, uuid)
	optional(e, gpuMemoryFree, r.MemoryFreeBytes, uuid)
	optional(e, gpuReserved, r.MemoryReservedBytes, uuid)
	for domain, mhz := range map[string]*int{"sm": r.ClockSMMHz, "memory": r.ClockMemoryMHz} {
		if mhz != nil {
			e.gauge(gpuClock, float64(*mhz)*1e6, uuid, domain)
		}
	}
	for _, reason := range r.Throttle {
		e.gauge(gpuThrottle, 1, uuid, reason)
	}
	if r.Processes != nil {
		e.gauge(gpuProcesses, float64(len(r.Processes)), uuid)
	}
	e.wear(uuid, r.Wear)
}

func (e emitter) wear(uuid string, w gpu.Wear) {
	optional(e, gpuPCIeGen, w.PCIeGeneration, uuid)
	optional(e, gpuPCIeLanes, w.PCIeLanes, uuid)
	optional(e, gpuRemapped, w.RemappedRows, uuid)
	optional(e, gpuRetired, w.RetiredPages, uuid)
	if w.RemapFailed != nil {
		e.gauge(gpuRemapFailed, boolean(*w.RemapFailed), uuid)
	}
	if w.PCIeReplays != nil {
		e.counter(gpuReplays, float64(*w.PCIeReplays), uuid)
	}
	for kind, errors := range map[string]*uint64{"corrected": w.ECCCorrected, "uncorrected": w.ECCUncorrected} {
		if errors != nil {
			e.counter(gpuECC, float64(*errors), uuid, kind)
		}
	}
}

// care is what is done about a device that is not well.
func (e emitter) care(s scheduler.Status) {
	uuid := string(s.Device.UUID)
	for _, h := range s.Holds {
		e.gauge(gpuHeld, 1, uuid, string(h.By))
	}
	for xid, n := range s.Xids {
		e.counter(gpuXids, float64(n), uuid, strconv.FormatUint(xid, 10))
	}
	e.gauge(gpuLowered, boolean(s.Heat != ""), uuid)
	e.gauge(gpuReckoned, boolean(s.Reckoned != ""), uuid)
	e.gauge(gpuUntuned, boolean(s.Untuned != "" || s.Unrestored != ""), uuid)
}

// absent are the devices that do no work. Those without a name are told apart by their index.
func (e emitter) absent(all []scheduler.Absent) {
	for _, a := range all {
		uuid := string(a.Device.UUID)
		switch {
		case !a.Missing:
			reason := "excluded"
			if a.Device.Unusable != "" {
				reason = "unusable" // its MIG mode is on, say
			}
			e.gauge(gpuLeftAlone, 1, uuid, reason)
		case uuid == "":
			e.gauge(gpuMissing, 1, "", strconv.Itoa(a.Device.Index))
		default:
			e.gauge(gpuMissing, 1, uuid, "")
		}
	}
}

func (e emitter) hosts(all []rent.View) {
	for _, h := range all {
		e.gauge(hostUp, boolean(len(h.Faults) == 0), h.Name)
		for id, r := range h.Devices {
			e.gauge(hostLet, boolean(r.Let()), h.Name, id)
		}
		if h.Reservation > 0 {
			e.gauge(hostPrice, h.Reservation, h.Name)
		}
		if h.Named > 0 {
			e.gauge(hostNamed, h.Named, h.Name)
		}
	}
}

func (e emitter) curtailment(c *scheduler.CurtailView) {
	if c == nil {
		return
	}
	if c.Ceiling != nil {
		e.gauge(ceilingWatts, float64(*c.Ceiling))
	}
	late := 0.0
	if c.Late {
		late = 1
	}
	e.gauge(ceilingLate, late)
}
