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
// none is near. A name with other figures is of another model, unless a letter stands
// in the place of one.
func NearestModel(name string, devices []string) string {
	best, bestDistance, key := "", 4, modelKey(name)
	for _, d := range devices {
		other := modelKey(d)
		n := Distance(key, other)
		if n < bestDistance && 3*n <= len(other) && (figures(key) == figures(other) || figures(alike.Replace(key)) == figures(alike.Replace(other))) {
			best, bestDistance = d, n
		}
	}
	return best
}

// alike are letters that look like figures.
var alike = strings.NewReplacer("o", "0", "i", "1", "l", "1", "s", "5", "b", "8")

func figures(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}
