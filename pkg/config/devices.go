package config

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
)

// Settings are what the entry sets.
func (t Tuning) Settings() gpu.Settings {
	s := gpu.Settings{CoreClockMHz: t.CoreClockMHz, MemoryClockMHz: t.MemoryClockMHz,
		CoreOffsetMHz: t.CoreOffsetMHz, MemoryOffsetMHz: t.MemoryOffsetMHz, Fan: t.FanRatio}
	if t.PowerLimitWatts != nil {
		s.PowerLimit = new(gpu.Watts(*t.PowerLimitWatts))
	}
	return s
}

// For reports whether the entry is for a device at a kind of work, of a coin and its
// algorithm where it is mining.
func (t Tuning) For(d gpu.Device, work, coin, algorithm string) bool {
	among := func(list []string, same func(string) bool) bool {
		return len(list) == 0 || slices.ContainsFunc(list, same)
	}
	return among(t.Models, func(m string) bool { return SameModel(m, d.Model) }) &&
		among(t.UUIDs, func(id string) bool { return id == string(d.UUID) }) &&
		(t.Work == "" || t.Work == work) &&
		among(t.Coins, func(c string) bool { return c == coin }) &&
		among(t.Algorithms, func(a string) bool { return a == algorithm })
}

// What an error that the driver reports may mean, beside a number of times.
const (
	xidIgnore = "ignore"
	xidRepair = "repair"
)

// XidPolicy is what is done about errors that the driver reports: the known ones', unless
// the operator says otherwise.
func (d Devices) XidPolicy() gpu.XidPolicy {
	policy := gpu.DefaultXids()
	for xid, meaning := range d.Xids {
		if rule, err := xidRule(meaning); err == nil {
			policy[xid] = rule
		}
	}
	return policy
}

func xidRule(meaning string) (gpu.XidRule, error) {
	switch meaning {
	case xidIgnore:
		return gpu.XidRule{PerHour: gpu.Never}, nil
	case xidRepair:
		return gpu.XidRule{Repair: true}, nil
	}
	n, err := strconv.ParseUint(meaning, 10, 10)
	if err != nil {
		return gpu.XidRule{}, fmt.Errorf("%q is not one of these", meaning)
	}
	return gpu.XidRule{PerHour: int(n)}, nil
}

// celsius is a temperature that a device may be kept below; 0 is none.
func (c *checker) celsius(path string, v float64) {
	if v != 0 {
		c.between(path, v, 40, 125)
	}
}

// checkCare checks what is done about heat, errors and settings of devices.
func (c *Config) checkCare(k *checker) {
	k.between("devices.expected", float64(c.Devices.Expected), 0, 64)
	k.celsius("devices.max_celsius", c.Devices.MaxCelsius)
	k.celsius("devices.max_memory_celsius", c.Devices.MaxMemoryCelsius)
	for _, xid := range slices.Sorted(maps.Keys(c.Devices.Xids)) {
		if _, err := xidRule(c.Devices.Xids[xid]); err != nil {
			k.bad(fmt.Sprintf("devices.xids.%d", xid), "write ignore, repair, or how many within an hour are borne, 0 to 1023", "%v", err)
		}
	}
	for i, t := range c.Devices.Tuning {
		path := fmt.Sprintf("devices.tuning[%d]", i)
		k.oneOf(path+".work", t.Work, append([]string{"", "idle"}, kindsOfWork()...)...)
		for _, coin := range t.Coins {
			if !slices.ContainsFunc(c.Mining.Coins, func(c Coin) bool { return c.Name == coin }) {
				k.bad(path+".coins", "name coins of mining.coins", "%q is not one of them", coin)
			}
		}
		if t.Work != "" && t.Work != "mine" && len(t.Coins)+len(t.Algorithms) > 0 {
			k.bad(path+".work", "leave it out, or name neither coins nor algorithms", "%q has no coins", t.Work)
		}
		s := t.Settings()
		if s.Empty() {
			k.bad(path, "name power_limit_watts, core_clock_mhz or another setting", "sets nothing")
		}
		if err := s.Plausible(); err != nil {
			k.bad(path, "0 for clocks and fan gives them back to the driver", "%v", err)
		}
	}
}
