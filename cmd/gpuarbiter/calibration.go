package main

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
)

// printCalibration prints predicted against realised, of devices at coins, of
// coins, of sources, and of the work that challenges took; and what networks came to on problems that are alike.
func printCalibration(c httpapi.Calibration) error {
	t := newTable("DEVICE", "WORKLOAD", "HOURS", "PREDICTED USD", "REALISED USD", "RATIO", "ERROR", "POWER PREDICTED", "POWER REALISED")
	groups := map[string]learned.Calibration{} // by coin, miner and model
	add := func(device string, w learned.Calibration) {
		off := "-"
		if w.Windows > 0 {
			off = fmt.Sprintf("%.1f %%", 100*w.Error())
		}
		t.row(device, w.Workload, fmt.Sprintf("%.1f", w.Hours), fmt.Sprintf("%.4f", w.Predicted), fmt.Sprintf("%.4f", w.Realised), fmt.Sprintf("%.3f", w.Ratio()), off,
			fmt.Sprintf("%.4f", w.PredictedPower), fmt.Sprintf("%.4f", w.RealisedPower))
	}
	for _, w := range c.Workloads {
		add(w.Device, w.Calibration)
		for _, group := range []string{w.Workload, "miner " + w.Miner, w.Model} {
			all := groups[group]
			all.Workload, all.Hours = group, all.Hours+w.Hours
			all.Predicted, all.Realised = all.Predicted+w.Predicted, all.Realised+w.Realised
			all.PredictedPower, all.RealisedPower = all.PredictedPower+w.PredictedPower, all.RealisedPower+w.RealisedPower
			groups[group] = all
		}
	}
	for _, group := range slices.Sorted(maps.Keys(groups)) {
		add("all", groups[group])
	}
	if err := t.flush(); err != nil {
		return err
	}
	t = newTable("SOURCE", "ERROR", "STATE")
	for _, s := range c.Sources {
		t.row(s.Source, fmt.Sprintf("%.2f %%", 100*s.Error), orDash(s.Fault))
	}
	if err := t.flush(); err != nil {
		return err
	}
	t = newTable("CHALLENGE", "WORK, REALISED / ESTIMATED")
	for _, key := range slices.Sorted(maps.Keys(c.Challenges)) {
		r, least := c.Challenges[key], ""
		if r.AtLeast {
			least = "more than "
		}
		t.row(key, fmt.Sprintf("%s%.2f", least, math.Exp(r.Log)))
	}
	if err := t.flush(); err != nil {
		return err
	}
	if len(c.Paces) > 0 {
		t = newTable("TRAINER, FAMILY AND SIZE (log2 MACS)", "PACE, OF training_macs_per_second")
		for _, kind := range slices.Sorted(maps.Keys(c.Paces)) {
			t.row(strings.TrimPrefix(strings.ReplaceAll(kind, "|", " "), " "), fmt.Sprintf("%.3g", c.Paces[kind].Factor))
		}
		if err := t.flush(); err != nil {
			return err
		}
	}
	if len(c.Networks) == 0 {
		return nil
	}
	t = newTable("PROBLEM", "NETWORK", "ACCURACY", "BY WORK, MACS", "AT MOST")
	for _, n := range c.Networks {
		p := n.Problem
		problem := fmt.Sprintf("%s, %d x %d pixels, %d classes, %d examples, %.3g %% right", p.Target, p.Channels, p.Pixels, p.Classes, p.Examples, 100*p.Need)
		for _, name := range slices.Sorted(maps.Keys(n.Of)) {
			r := n.Of[name]
			t.row(problem, name, fmt.Sprintf("%.1f %%", 100*r.Accuracy), fmt.Sprintf("%.2g", float64(r.Work)), fmt.Sprintf("%.1f %%", 100*r.Most))
		}
	}
	return t.flush()
}
