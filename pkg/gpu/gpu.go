// Package gpu holds the words for graphics processors: Device, Reading, Health.
// It talks to no hardware; its sources do.
//
// # Sources
//
// A source is a rig of devices. Two have the same shape: nvml (real cards) and
// simrig (a simulated rig). Who uses one declares the methods that it needs:
//
//	Devices(ctx) ([]Device, error)
//	Read(ctx, UUID) (Reading, error)
//	Settings(ctx, UUID) (Settings, error)
//	Tune(ctx, UUID, Settings) error
//	Events() <-chan Event
//	Close() error
//
// A device that is sick or hangs fails alone: no call about one device waits
// for another. Events is closed by Close. The errors wrap the ones of this
// package, so that callers branch with errors.Is.
package gpu

import "time"

// UUID names a device for good, as NVML gives it ("GPU-...."). Index and PCI
// address may change at a reboot and are for people.
type UUID string

// Watts is electrical power.
type Watts float64

// Celsius is a temperature of the die.
type Celsius float64

// Joules is electrical energy.
type Joules float64

// Device is what does not change about one GPU while the program runs.
type Device struct {
	UUID UUID `json:"uuid"`
	// Index is the position in NVML's list, which is sorted by PCI address.
	Index int    `json:"index"`
	Model string `json:"model,omitempty"`
	// PCI is the bus address, as 00000000:01:00.0.
	PCI         string     `json:"pci,omitempty"`
	MemoryBytes uint64     `json:"memory_bytes,omitempty"`
	PowerLimit  PowerRange `json:"power_limit"`
	Serial      string     `json:"serial,omitempty"`
	VBIOS       string     `json:"vbios,omitempty"`
	Driver      Driver     `json:"driver,omitzero"`
	// Unusable says why the device is left alone, such as "MIG mode is on"; "" for one
	// that can be used. One that has not answered yet has no UUID.
	Unusable string `json:"unusable,omitempty"`
}

// Driver is the software between us and the device.
type Driver struct {
	Version string `json:"version,omitempty"` // of the kernel's module
	Library string `json:"library,omitempty"` // of libnvidia-ml
}

// PowerRange is what the power limit may be set to. All is zero on a device
// whose limit cannot be set.
type PowerRange struct {
	DefaultWatts Watts `json:"default_watts"`
	MinWatts     Watts `json:"min_watts"`
	MaxWatts     Watts `json:"max_watts"`
}

// Contains reports whether a limit may be set.
func (r PowerRange) Contains(limit Watts) bool {
	return limit >= r.MinWatts && limit <= r.MaxWatts && limit > 0
}

// Reading is one sample of a device. What the device or its driver does not
// report is nil: never zero, never a sentinel.
type Reading struct {
	UUID UUID      `json:"uuid"`
	At   time.Time `json:"at"`
	// Power is an average over about a second on Ampere and later.
	Power *Watts `json:"power_watts,omitempty"`
	// Energy counts since the driver was loaded; it falls back to 0 at a reload.
	Energy      *Joules  `json:"energy_joules,omitempty"`
	Temperature *Celsius `json:"temperature_celsius,omitempty"`
	// MemoryTemperature is of the memory's hottest part; few devices tell it.
	MemoryTemperature *Celsius `json:"memory_temperature_celsius,omitempty"`
	// MemoryUsedBytes leaves out what the driver reserves where MemoryReservedBytes is
	// known, and has it in it where that is nil.
	MemoryUsedBytes     *uint64 `json:"memory_used_bytes,omitempty"`
	MemoryFreeBytes     *uint64 `json:"memory_free_bytes,omitempty"`
	MemoryReservedBytes *uint64 `json:"memory_reserved_bytes,omitempty"`
	// Utilisation is the share of time with work on the device, 0 to 1.
	Utilisation    *float64 `json:"utilisation_ratio,omitempty"`
	PowerLimit     *Watts   `json:"power_limit_watts,omitempty"`
	ClockSMMHz     *int     `json:"clock_sm_mhz,omitempty"`
	ClockMemoryMHz *int     `json:"clock_memory_mhz,omitempty"`
	// Fan is the speed of the fastest fan, as a share of its most, 0 to 1.
	Fan *float64 `json:"fan_ratio,omitempty"`
	// PState is the performance state: 0 is the fastest, 15 the slowest.
	PState *int `json:"pstate,omitempty"`
	Wear   Wear `json:"wear,omitzero"`
	// Processes are those that compute on the device; nil if unknown, empty if none.
	Processes []Process `json:"processes"`
	// Throttle names why the clock is not higher; nil if unknown, empty if nothing holds it.
	Throttle []string `json:"throttle"`
}

// Wear is what shows that a device or its slot ages. It is read once a minute.
type Wear struct {
	PCIeGeneration *int    `json:"pcie_generation,omitempty"`
	PCIeLanes      *int    `json:"pcie_lanes,omitempty"`
	PCIeReplays    *uint64 `json:"pcie_replays,omitempty"`    // since the driver was loaded
	ECCCorrected   *uint64 `json:"ecc_corrected,omitempty"`   // memory errors in the device's life
	ECCUncorrected *uint64 `json:"ecc_uncorrected,omitempty"` // those that lost data
	RemappedRows   *uint64 `json:"remapped_rows,omitempty"`   // of memory, replaced by spare ones
	RemapFailed    *bool   `json:"remap_failed,omitempty"`    // there was no spare row left
	RetiredPages   *uint64 `json:"retired_pages,omitempty"`   // of memory, no more in use
}

// Process is a process that computes on a device.
type Process struct {
	PID         int     `json:"pid"`
	MemoryBytes *uint64 `json:"memory_bytes,omitempty"`
}

// Reasons in Reading.Throttle.
const (
	ThrottleIdle            = "idle"
	ThrottleClocksSetting   = "clocks_setting"
	ThrottlePowerCap        = "power_cap"
	ThrottleHardware        = "hardware_slowdown"
	ThrottleSyncBoost       = "sync_boost"
	ThrottleThermal         = "thermal"
	ThrottleHardwareThermal = "hardware_thermal"
	ThrottlePowerBrake      = "power_brake"
	ThrottleDisplay         = "display_clock"
)
