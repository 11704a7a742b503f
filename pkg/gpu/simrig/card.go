package simrig

import (
	"math"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
)

// Environment variables of a worker that tell a simulated card what load it is.
const (
	// EnvAlgorithm names the algorithm that a miner computes.
	EnvAlgorithm = "GPUARBITER_ALGORITHM"
	// EnvWorkload is WorkloadTrain for a training job; anything else is mining.
	EnvWorkload   = "GPUARBITER_WORKLOAD"
	WorkloadTrain = "train"
)

const (
	ambient      gpu.Celsius = 25
	trainMemory              = 6 << 30
	driverMemory             = 300 << 20 // used with nobody there
	// thermalLag is the time in which a card covers 63 % of a change of temperature.
	thermalLag = 45 * time.Second
)

// miningMemory is the working set by algorithm, mid 2026 (bytes).
var miningMemory = map[string]uint64{
	"kawpow": 6_100_000_000, "etchash": 4_600_000_000, "autolykos2": 6_700_000_000, "octopus": 9_200_000_000,
}

const defaultMiningMemory = 4 << 30

// Spec is a simulated card: what it is, and what it draws.
type Spec struct {
	Device gpu.Device
	// Idle is drawn with nobody there, Mine while mining an algorithm that
	// MineBy does not name, Train while training. The power limit caps them.
	Idle, Mine, Train gpu.Watts
	MineBy            map[string]gpu.Watts
	// DegreesPerWatt is how much hotter than the air one watt keeps the die.
	DegreesPerWatt float64
	ClockSMMHz     int
	ClockMemoryMHz int
}

// load is what the processes on a card make it do.
type load struct {
	watts       gpu.Watts // wanted, before the power limit
	utilisation float64
	processes   []gpu.Process // never nil
}

// loadOf derives the load from the processes. Each is listed by itself, so that
// a card with two workers shows it; the hungriest sets the power.
func (s *Spec) loadOf(occupants []process.Occupant) load {
	l := load{watts: s.Idle, processes: []gpu.Process{}}
	for _, occupant := range occupants {
		watts, utilisation, memory := s.demand(occupant.Env)
		l.watts = max(l.watts, watts)
		l.utilisation = max(l.utilisation, utilisation)
		l.processes = append(l.processes, gpu.Process{PID: occupant.PID, MemoryBytes: new(memory)})
	}
	return l
}

func (s *Spec) demand(env map[string]string) (watts gpu.Watts, utilisation float64, memory uint64) {
	if env[EnvWorkload] == WorkloadTrain {
		return s.Train, 0.93, min(trainMemory, s.Device.MemoryBytes/2)
	}
	watts, memory = s.Mine, defaultMiningMemory
	if by, ok := s.MineBy[env[EnvAlgorithm]]; ok {
		watts = by
	}
	if by, ok := miningMemory[env[EnvAlgorithm]]; ok {
		memory = by
	}
	return watts, 1, min(memory, s.Device.MemoryBytes-driverMemory)
}

// card is the state of a simulated card.
type card struct {
	spec        Spec
	at          time.Time // up to when temperature and energy have been carried
	load        load
	settings    gpu.Settings // every one is there
	temperature gpu.Celsius
	energy      gpu.Joules
	fault       FaultKind
	stuck       bool // a call has already waited in vain
}

func newCard(spec Spec, now time.Time) *card {
	c := &card{spec: spec, at: now, settings: gpu.Settings{
		PowerLimit: new(spec.Device.PowerLimit.DefaultWatts), CoreClockMHz: new(0), MemoryClockMHz: new(0),
		CoreOffsetMHz: new(0), MemoryOffsetMHz: new(0), Fan: new(0.0),
	}}
	c.load = spec.loadOf(nil)
	c.temperature = c.settled()
	return c
}

// power falls with a core clock that is held lower: about as its cube.
func (c *card) power() gpu.Watts {
	watts := c.load.watts
	if held := *c.settings.CoreClockMHz; held > 0 && held < c.spec.ClockSMMHz {
		watts = max(c.spec.Idle, watts*gpu.Watts(math.Pow(float64(held)/float64(c.spec.ClockSMMHz), 3)))
	}
	return min(watts, *c.settings.PowerLimit)
}

// settled is the temperature that the present power leads to.
func (c *card) settled() gpu.Celsius {
	return ambient + gpu.Celsius(float64(c.power())*c.spec.DegreesPerWatt)
}

// advance carries temperature and energy to now under the load seen last, so
// that they depend on nothing but the times and loads of the calls: a card
// approaches the settled temperature exponentially (first-order lag).
func (c *card) advance(now time.Time) {
	elapsed := now.Sub(c.at)
	if elapsed <= 0 {
		return
	}
	c.at = now
	c.energy += gpu.Joules(float64(c.power()) * elapsed.Seconds())
	goal := c.settled()
	c.temperature = goal + (c.temperature-goal)*gpu.Celsius(math.Exp(-elapsed.Seconds()/thermalLag.Seconds()))
}

// reading is the card as it now is.
func (c *card) reading() gpu.Reading {
	memory := uint64(driverMemory)
	for _, p := range c.load.processes {
		memory += *p.MemoryBytes
	}
	memory = min(memory, c.spec.Device.MemoryBytes)
	power := c.power()
	// Dynamic power grows with about the cube of the clock.
	clock := float64(c.spec.ClockSMMHz) * math.Cbrt(float64(power)/float64(c.load.watts))
	throttle, pstate := []string{}, 2
	switch {
	case len(c.load.processes) == 0:
		clock, throttle, pstate = 210, []string{gpu.ThrottleIdle}, 8
	case c.load.watts > *c.settings.PowerLimit:
		throttle = []string{gpu.ThrottlePowerCap}
	}
	return gpu.Reading{
		UUID: c.spec.Device.UUID, At: c.at,
		Power: new(power), Energy: new(c.energy), Temperature: new(c.temperature),
		MemoryUsedBytes: new(memory), Utilisation: new(c.load.utilisation), PowerLimit: new(*c.settings.PowerLimit),
		ClockSMMHz: new(int(clock)), ClockMemoryMHz: new(c.memoryClock()),
		MemoryFreeBytes: new(c.spec.Device.MemoryBytes - memory), PState: new(pstate), Fan: new(c.fan()),
		Processes: c.load.processes, Throttle: throttle,
	}
}

func (c *card) memoryClock() int {
	if held := *c.settings.MemoryClockMHz; held > 0 {
		return held
	}
	return c.spec.ClockMemoryMHz + *c.settings.MemoryOffsetMHz
}

// fan turns as fast as the die is hot, from 30 to 90 degrees, unless it is held.
func (c *card) fan() float64 {
	if held := *c.settings.Fan; held > 0 {
		return held
	}
	return min(max(float64(c.temperature-30)/60, 0.2), 1)
}
