//go:build cgo && linux

package nvml

import (
	"encoding/binary"
	"time"

	"github.com/NVIDIA/go-nvml/pkg/nvml"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
)

// wearEvery is how often what ages slowly is asked for: it takes a dozen calls.
const wearEvery = time.Minute

// wear is what shows that a card ages. Only the card's goroutine calls it.
func (s *Source) wear(id *identity, r *reader, now time.Time) gpu.Wear {
	if !id.wornAt.IsZero() && now.Sub(id.wornAt) < wearEvery {
		return id.worn
	}
	h, out := id.handle, gpu.Wear{}
	if v, ok := get(r, fnPCIeGeneration, h.GetCurrPcieLinkGeneration); ok {
		out.PCIeGeneration = &v
	}
	if v, ok := get(r, fnPCIeLanes, h.GetCurrPcieLinkWidth); ok {
		out.PCIeLanes = &v
	}
	if v, ok := get(r, fnReplays, h.GetPcieReplayCounter); ok && v >= 0 {
		out.PCIeReplays = new(uint64(v))
	}
	ecc := func(kind nvml.MemoryErrorType) func() (uint64, nvml.Return) {
		return func() (uint64, nvml.Return) { return h.GetTotalEccErrors(kind, nvml.AGGREGATE_ECC) }
	}
	if v, ok := get(r, fnECC, ecc(nvml.MEMORY_ERROR_TYPE_CORRECTED)); ok {
		out.ECCCorrected = &v
	}
	if v, ok := get(r, fnECC, ecc(nvml.MEMORY_ERROR_TYPE_UNCORRECTED)); ok {
		out.ECCUncorrected = &v
	}
	type remapped struct {
		rows   uint64
		failed bool
	}
	if v, ok := get(r, fnRemapped, func() (remapped, nvml.Return) {
		corrected, uncorrected, _, failed, ret := h.GetRemappedRows()
		return remapped{uint64(max(corrected, 0) + max(uncorrected, 0)), failed}, ret
	}); ok {
		out.RemappedRows, out.RemapFailed = &v.rows, &v.failed
	}
	out.RetiredPages = retired(h, r)
	id.worn, id.wornAt = out, now
	return out
}

// retired counts the pages of memory that are no more in use, for whatever reason.
func retired(h nvml.Device, r *reader) *uint64 {
	var sum uint64
	known := false
	for _, cause := range []nvml.PageRetirementCause{nvml.PAGE_RETIREMENT_CAUSE_MULTIPLE_SINGLE_BIT_ECC_ERRORS, nvml.PAGE_RETIREMENT_CAUSE_DOUBLE_BIT_ECC_ERROR} {
		if pages, ok := get(r, fnRetired, func() ([]uint64, nvml.Return) { return h.GetRetiredPages(cause) }); ok {
			sum, known = sum+uint64(len(pages)), true
		}
	}
	if !known {
		return nil
	}
	return &sum
}

// memoryTemperature is field 82; on GeForce it is not supported.
func memoryTemperature(h nvml.Device) (gpu.Celsius, nvml.Return) {
	values := []nvml.FieldValue{{FieldId: nvml.FI_DEV_MEMORY_TEMP}}
	if ret := h.GetFieldValues(values); ret != nvml.SUCCESS {
		return 0, ret
	}
	v := values[0]
	if ret := nvml.Return(v.NvmlReturn); ret != nvml.SUCCESS {
		return 0, ret
	}
	degrees := binary.NativeEndian.Uint32(v.Value[:4])
	if degrees == 0 || degrees > 200 {
		return 0, nvml.ERROR_NOT_SUPPORTED
	}
	return gpu.Celsius(degrees), nvml.SUCCESS
}

// fastest is the speed of the fastest fan.
func fastest(h nvml.Device, r *reader) *float64 {
	count, ok := get(r, fnFans, h.GetNumFans)
	if !ok || count < 1 {
		return nil
	}
	var most *float64
	for fan := range min(count, 8) {
		if v, ok := get(r, fnFan, func() (uint32, nvml.Return) { return h.GetFanSpeed_v2(fan) }); ok {
			if share := float64(v) / 100; most == nil || share > *most {
				most = &share
			}
		}
	}
	return most
}
