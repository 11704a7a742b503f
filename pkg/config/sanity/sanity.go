// Package sanity knows the field: what a configuration says that is well formed and yet hardly
// meant, such as a tariff of 29 USD, an RTX 4090 at 55 H/s, a wallet whose checksum is wrong, a coin
// that can never be mined, a name that matches nothing. What it finds stops nothing: an operator
// may know better.
package sanity

import (
	_ "embed"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
)

//go:embed field.yaml
var fieldText []byte

// card is what is known of a model of device.
type card struct {
	GiB   float64 `yaml:"gib"`
	Watts float64 `yaml:"watts"` // the most that it is built for
	Speed float64 `yaml:"speed"` // at mining, as a part of an RTX 3090's
}

// algorithm is what is known of a proof of work.
type algorithm struct {
	Rate   float64 `yaml:"rate"`   // hashes per second of an RTX 3090
	Hashes float64 `yaml:"hashes"` // that a unit of difficulty stands for; 0: not known
}

// coin is what is known of a coin, by its ticker.
type coin struct {
	Algorithm string  `yaml:"algorithm"`
	GiB       float64 `yaml:"gib"` // that mining it takes
	address   `yaml:",inline"`
	Start     *start `yaml:"start"` // nil: config init does not offer it
}

// start is with what a coin is mined to begin with.
type start struct {
	Miner, Binary string
	Parameters    map[string]string
	Pool          string // by TLS; other regions are prefixes
	Gecko         string // its id there
	Reward        string // its ticker at WhatToMine
}

type field struct {
	Cards      map[string]card       `yaml:"cards"`
	Algorithms map[string]algorithm  `yaml:"algorithms"`
	Coins      map[string]coin       `yaml:"coins"`
	Currencies map[string][2]float64 `yaml:"currencies"`
}

// known is the field as it is embedded; a test holds that it can be read.
var known = sync.OnceValue(func() (f field) {
	if err := yaml.Unmarshal(fieldText, &f); err != nil {
		panic(err)
	}
	return f
})

// card finds a card by any of the ways in which its name is written.
func (f field) card(name string) (card, bool) {
	for _, n := range slices.Sorted(maps.Keys(f.Cards)) {
		if config.SameModel(n, name) {
			return f.Cards[n], true
		}
	}
	return card{}, false
}

// checker collects findings.
type checker struct {
	*config.Config
	field
	list []config.Fault
}

func (k *checker) doubt(where, hint, format string, args ...any) {
	k.list = append(k.list, config.Fault{Where: where, What: fmt.Sprintf(format, args...), Hint: hint})
}

// Check looks at what stands in the configuration; the machine is not looked at.
func Check(c *config.Config) []config.Fault {
	k := &checker{Config: c, field: known()}
	k.electricity()
	k.rates()
	k.devices()
	k.coins()
	k.policy()
	k.chains()
	k.references()
	return k.list
}

// number is a quote's value where it stands in the file.
func number(q config.Quote) (float64, bool) {
	if q.Value == nil {
		return 0, false
	}
	return *q.Value, true
}

// scaled is v times the power of a thousand (or of a hundred, for ratios and money) that brings it into the band, as a
// person would write it; "" where none does.
func scaled(v, low, high float64, factors ...float64) string {
	for _, f := range factors {
		if w := v * f; v > 0 && w >= low && w <= high {
			return written(w)
		}
	}
	return ""
}

// written is a number with the exponent of a unit, as in 55e6.
func written(v float64) string {
	for _, e := range []int{12, 9, 6, 3} {
		if unit := math.Pow10(e); v >= unit {
			return strconv.FormatFloat(v/unit, 'g', 4, 64) + "e" + strconv.Itoa(e)
		}
	}
	return strconv.FormatFloat(v, 'g', 4, 64)
}

// meant is the hint to a figure that another one is probably meant for.
func meant(guess, otherwise string) string {
	if guess == "" {
		return otherwise
	}
	return "did you mean " + guess + "?"
}

// near is the known word that a word probably means.
func near(word string, words []string) string {
	best, least := "", 3
	for _, w := range words {
		if d := config.Distance(strings.ToLower(word), strings.ToLower(w)); d < least && 2*d < len(w) {
			best, least = w, d
		}
	}
	return best
}
