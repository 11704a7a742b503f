package simrig

import (
	"fmt"
	"hash/fnv"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
)

// The watts of mining are those that community tables give for tuned cards, mid
// 2026; tables differ by a factor of two, and so do real cards.
var (
	rtx3060Ti = Spec{
		Device: gpu.Device{Model: "NVIDIA GeForce RTX 3060 Ti", MemoryBytes: 8 << 30,
			PowerLimit: gpu.PowerRange{DefaultWatts: 200, MinWatts: 100, MaxWatts: 220}},
		Idle: 12, Mine: 120, Train: 190,
		MineBy:         map[string]gpu.Watts{"kawpow": 130, "etchash": 105, "autolykos2": 110},
		DegreesPerWatt: 0.24, ClockSMMHz: 1860, ClockMemoryMHz: 7001,
	}
	rtx3090 = Spec{
		Device: gpu.Device{Model: "NVIDIA GeForce RTX 3090", MemoryBytes: 24 << 30,
			PowerLimit: gpu.PowerRange{DefaultWatts: 350, MinWatts: 100, MaxWatts: 385}},
		Idle: 25, Mine: 270, Train: 340,
		MineBy:         map[string]gpu.Watts{"kawpow": 290, "etchash": 250, "autolykos2": 260, "octopus": 270},
		DegreesPerWatt: 0.14, ClockSMMHz: 1695, ClockMemoryMHz: 9501,
	}
	rtx4090 = Spec{
		Device: gpu.Device{Model: "NVIDIA GeForce RTX 4090", MemoryBytes: 24 << 30,
			PowerLimit: gpu.PowerRange{DefaultWatts: 450, MinWatts: 150, MaxWatts: 600}},
		Idle: 20, Mine: 290, Train: 400,
		MineBy:         map[string]gpu.Watts{"kawpow": 320, "etchash": 250, "autolykos2": 280, "octopus": 290},
		DegreesPerWatt: 0.11, ClockSMMHz: 2520, ClockMemoryMHz: 10501,
	}
)

// DefaultRig is eight cards of three models: three RTX 3060 Ti, three RTX 3090
// and two RTX 4090, with UUIDs that end in 0 to 7. The rig's name (the daemon's
// state directory) is in the middle of them: two rigs on one machine see the
// same process table, and must not take each other's workers for their own.
func DefaultRig(name string) []Spec {
	serial := fnv.New32a()
	serial.Write([]byte(name)) // a hash.Hash never fails
	var rig []Spec
	for _, group := range []struct {
		spec  Spec
		count int
	}{{rtx3060Ti, 3}, {rtx3090, 3}, {rtx4090, 2}} {
		for range group.count {
			spec, i := group.spec, len(rig)
			spec.Device.Index = i
			spec.Device.UUID = gpu.UUID(fmt.Sprintf("GPU-51d00000-0000-4000-8000-%08x%04d", serial.Sum32(), i))
			spec.Device.PCI = fmt.Sprintf("00000000:%02X:00.0", i+1)
			rig = append(rig, spec)
		}
	}
	return rig
}
