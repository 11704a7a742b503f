package config

import (
	"maps"
	"slices"
	"strings"
	"unicode"
)

// Models are by the name that the driver gives a device, which differs between drivers:
// "NVIDIA GeForce RTX 3090", "GeForce RTX 3090". People write "RTX 3090".

// vendors are the words of a name that say nothing of the model.
var vendors = []string{"nvidia", "geforce", "tesla", "corporation", "gpu", "r", "tm"}

// modelKey is what makes a model's name: its letters and digits, without the vendor's.
func modelKey(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	words = slices.DeleteFunc(words, func(w string) bool { return slices.Contains(vendors, w) })
	return strings.Join(words, "")
}

// SameModel reports whether two names are of one model.
func SameModel(a, b string) bool {
	key := modelKey(a)
	return a == b || key != "" && key == modelKey(b)
}

// named finds the entry for a device: by its exact name, else by one that means it.
func named[T any](models map[string]T, device string) (m T, ok bool) {
	if m, ok = models[device]; ok {
		return m, true
	}
	for _, name := range slices.Sorted(maps.Keys(models)) {
		if SameModel(name, device) {
			return models[name], true
		}
	}
	return m, false
}

// Model is what is configured of a device's model.
func (d Devices) Model(device string) (Model, bool) { return named(d.Models, device) }

// Model is how a device's model does on the coin; false if it is not configured.
func (c Coin) Model(device string) (CoinModel, bool) { return named(c.Models, device) }

// NearestModel is which of the devices' names a configured one probably means; "" if
// none is near.
func NearestModel(name string, devices []string) string {
	best, bestDistance := "", 4
	for _, d := range devices {
		n := distance(modelKey(name), modelKey(d))
		if n < bestDistance && 3*n <= len(modelKey(d)) {
			best, bestDistance = d, n
		}
	}
	return best
}
