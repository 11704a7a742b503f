package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
)

// checkModels says which configured models no device is of, and which coins no device
// could mine: a name that is written otherwise costs the whole coin, in silence.
func checkModels(cfg *config.Config, devices []deviceReading) (list []finding) {
	if len(devices) == 0 {
		return nil
	}
	var names []string
	for _, d := range devices {
		if !slices.Contains(names, d.Device.Model) {
			names = append(names, d.Device.Model)
		}
	}
	list = append(list, unmatched("devices.models", slices.Sorted(maps.Keys(cfg.Devices.Models)), names)...)
	for _, c := range cfg.Mining.Coins {
		keys := slices.Sorted(maps.Keys(c.Models))
		faults := unmatched("models of "+c.Name, keys, names)
		list = append(list, faults...)
		mined := slices.ContainsFunc(names, func(name string) bool { _, ok := c.Model(name); return ok })
		if !mined && len(faults) == 0 {
			list = append(list, finding{What: "models of " + c.Name, Words: "no device can mine it: models has none of " + strings.Join(names, ", ")})
		}
	}
	return list
}

// unmatched are the configured names that no device has: what they are taken for, or, as a
// fault, which name they are near that no other one means. Others may be of another rig
// that shares the file.
func unmatched(what string, keys, devices []string) (list []finding) {
	var left []string
	for _, d := range devices {
		if !slices.ContainsFunc(keys, func(k string) bool { return config.SameModel(k, d) }) {
			left = append(left, d)
		}
	}
	for _, k := range keys {
		if i := slices.IndexFunc(devices, func(d string) bool { return config.SameModel(k, d) }); i >= 0 {
			if !slices.Contains(devices, k) {
				list = append(list, finding{What: what, OK: true, Words: fmt.Sprintf("no device is called %q; it is taken for %q", k, devices[i])})
			}
			continue
		}
		if near := config.NearestModel(k, left); near != "" {
			list = append(list, finding{What: what, Words: fmt.Sprintf("no device is called %q; one is called %q", k, near)})
		}
	}
	return list
}
