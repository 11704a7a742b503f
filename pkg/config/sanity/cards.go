package sanity

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
)

// rateBand is how many times more or less than the prior a rate is before it is doubted.
const rateBand = 4

func (k *checker) devices() {
	d := k.Devices
	for _, name := range slices.Sorted(maps.Keys(d.Models)) {
		m := d.Models[name]
		path := fmt.Sprintf("devices.models.%q", name)
		c := k.model(path, name)
		k.watts(path+".idle_watts", m.IdleWatts, 0, min(c.Watts, 80))
		k.watts(path+".mining_limit_watts", m.MiningLimitWatts, c.Watts*0.25, c.Watts)
		k.watts(path+".training_limit_watts", m.TrainingLimitWatts, c.Watts*0.25, c.Watts)
		k.watts(path+".training_watts", m.TrainingWatts, 15, c.Watts)
		if v := m.TrainingMACsPerSecond; v > 0 && (v < 1e8 || v > 1e16) {
			k.doubt(path+".training_macs_per_second", meant(scaled(v, 1e11, 1e15, 1e12, 1e9, 1e-3), "a card does some 1e12"), "%g multiply-accumulates a second are not what a card does", v)
		}
		k.celsius(path+".max_celsius", m.MaxCelsius, 95)
		k.celsius(path+".max_memory_celsius", m.MaxMemoryCelsius, 110)
	}
	k.celsius("devices.max_celsius", d.MaxCelsius, 95)
	k.celsius("devices.max_memory_celsius", d.MaxMemoryCelsius, 110)
	for i, uuid := range d.Exclude {
		k.uuid(fmt.Sprintf("devices.exclude[%d]", i), uuid)
	}
	for i, t := range d.Tuning {
		path := fmt.Sprintf("devices.tuning[%d]", i)
		for j, uuid := range t.UUIDs {
			k.uuid(fmt.Sprintf("%s.uuids[%d]", path, j), uuid)
		}
		for j, name := range t.Models {
			c := k.model(fmt.Sprintf("%s.models[%d]", path, j), name)
			if t.PowerLimitWatts != nil {
				k.watts(path+".power_limit_watts", *t.PowerLimitWatts, c.Watts*0.25, c.Watts)
			}
		}
	}
}

// model finds a card; one that is not known by that name is doubted, and nothing more is said of it.
func (k *checker) model(where, name string) card {
	if c, ok := k.card(name); ok {
		return c
	}
	// A laptop's card is called like the desktop's, and does less: nothing more is said of it.
	if base, laptop := strings.CutSuffix(name, " Laptop GPU"); laptop {
		if _, ok := k.card(base); ok {
			return card{}
		}
	}
	guess := ""
	// A name that only says more than a known one is of a card that came later: no other is meant.
	if n := config.NearestModel(name, slices.Sorted(maps.Keys(k.Cards))); n != "" && !strings.Contains(name, n+" ") {
		guess = "NVIDIA " + n
		if strings.HasPrefix(n, "RTX ") || strings.HasPrefix(n, "GTX ") {
			guess = "NVIDIA GeForce " + n
		}
	}
	k.doubt(where, meant(guess, "gpuarbiter gpus prints the names of the cards that are here"), "no card is known by the name %q", name)
	return card{}
}

// watts doubts a power that no such card has; most 0: the card is not known.
func (k *checker) watts(where string, v, least, most float64) {
	if v == 0 || most == 0 || v >= least && v <= 1.15*most {
		return
	}
	k.doubt(where, meant(scaled(v, least, most, 1e-1, 1e1, 1e-3, 1e3), fmt.Sprintf("between %.0f and %.0f", least, most)), "%g watts are not what such a card draws", v)
}

func (k *checker) celsius(where string, v, most float64) {
	if v > most {
		k.doubt(where, fmt.Sprintf("at most %.0f; cards throttle, and age, above", most), "%g degrees are reached when it is too late", v)
	}
}

// uuid doubts what is no device's UUID: a number would match nothing.
func (k *checker) uuid(where, v string) {
	if !strings.HasPrefix(v, "GPU-") && !strings.HasPrefix(v, "MIG-") {
		k.doubt(where, "write the UUID that gpuarbiter gpus prints, GPU-...: numbers change when a card is added", "%q is no UUID and matches nothing", v)
	}
}

// rate doubts a hashrate that such a card has not by far.
func (k *checker) rate(path string, c config.Coin, name string, m config.CoinModel) {
	model := k.model(path, name)
	a, ok := k.Algorithms[k.usual(c)]
	if ok && model.Speed > 0 && m.HashesPerSecond > 0 && m.HashScale == 1 {
		want := a.Rate * model.Speed
		if low, high := want/rateBand, want*rateBand; m.HashesPerSecond < low || m.HashesPerSecond > high {
			k.doubt(path+".hashes_per_second", meant(scaled(m.HashesPerSecond, low, high, 1e6, 1e3, 1e-3, 1e9, 1e-6), "some "+written(want)+"; gpuarbiter bench measures it"),
				"%g hashes a second are not what a %s does with %s", m.HashesPerSecond, name, c.Algorithm)
		}
		k.watts(path+".watts", m.Watts, model.Watts*0.2, model.Watts)
	}
	if m.HashesPerSecond > 0 && m.Watts == 0 && k.Devices.Source == "nvml" {
		k.doubt(path+".watts", "write what it draws meanwhile; gpuarbiter bench measures it", "is missing: its power would look free until it is measured")
	}
	if of, ok := k.Coins[strings.ToUpper(c.Name)]; ok && model.GiB > 0 && model.GiB < of.GiB && m.HashesPerSecond > 0 {
		k.doubt(path, "leave the model out", "%s takes %.1f GiB of memory, a %s has %.0f", c.Name, of.GiB, name, model.GiB)
	}
}

// usual is the algorithm by its usual name.
func (k *checker) usual(c config.Coin) string {
	if page, err := k.Mining.Page(c.Miner); err == nil {
		return page.Usual(c.Algorithm)
	}
	return c.Algorithm
}
