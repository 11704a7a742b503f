package feed

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Reading is one figure of a source.
type Reading struct {
	Value float64
	At    time.Time
}

// Answer is what a source says: figures by key, and for electricity the prices
// of times to come.
type Answer struct {
	Readings map[string]Reading
	Faults   map[string]string // why a figure that is there cannot be used
	Slots    []profit.Slot     // by time
	Next     string            // address of the rest, if the answer is a page of several
	At       time.Time         // when it came
}

func (a *Answer) add(key string, value float64, at time.Time) {
	// Nothing, less than nothing and what is no number are how sources say that
	// they do not know. Electricity may cost less than nothing; it is in Slots.
	if !(value > 0) || math.IsInf(value, 0) {
		return
	}
	if a.Readings == nil {
		a.Readings, a.Faults = map[string]Reading{}, map[string]string{}
	}
	switch first, twice := a.Readings[key]; {
	case a.Faults[key] != "":
	case twice && apart(first.Value, value) > same:
		delete(a.Readings, key) // which is meant?
		a.Faults[key] = fmt.Sprintf("stands there twice, as %g and as %g", first.Value, value)
	case !twice:
		a.Readings[key] = Reading{value, at}
	}
}

// same is how far two entries for one thing may be apart, as a part of them: prices of two
// exchanges, say.
const same = 0.02

// parser reads a source's answer; now is for answers that carry no time.
type parser func(b []byte, now time.Time, o options) (Answer, error)

// options are what a source's configuration adds.
type options struct {
	units     float64       // of a coin: 1e12 for Monero
	blockTime time.Duration // where the source does not know it
}

var parsers = map[string]parser{
	"whattomine": whatToMine, "minerstat": minerstat, "nicehash": niceHash, "nicehash-rates": niceHashRates, "coingecko": coinGecko,
	"nodejs-pool": nodejsPool, "cryptonote-pool": cryptonotePool, "2miners": twoMiners, "2miners-blocks": twoMinersBlocks, "miningcore": miningcore,
	"awattar": awattar, "octopus": octopus, "frankfurter": frankfurter, "command": entries,
}

// figure is a JSON number or a string that holds one; anything else is nothing.
type figure float64

func (f *figure) UnmarshalJSON(b []byte) error {
	*f = figure(math.NaN())
	text := strings.Trim(string(b), `"`)
	if v, err := strconv.ParseFloat(strings.TrimSpace(text), 64); err == nil {
		*f = figure(v)
	}
	return nil
}

// unix is a time in seconds, or in milliseconds where it is that large; without
// one it is the fallback.
func unix(v figure, fallback time.Time) time.Time {
	switch s := float64(v); {
	case !(s > 0):
		return fallback
	case s > 1e11:
		return time.UnixMilli(int64(math.Min(s, 1e14))).UTC()
	default:
		return time.Unix(int64(s), 0).UTC()
	}
}

// decode reads JSON as far as it fits: a member of another type is as one that is not
// there, and costs no other one. It says so where a source sends a page for people.
func decode(b []byte, v any) error {
	b = bytes.TrimSpace(plain.JSON(b))
	if err := isJSON(b); err != nil {
		return err
	}
	err := json.Unmarshal(b, v)
	var other *json.UnmarshalTypeError
	if errors.As(err, &other) {
		return nil
	}
	return err
}

func isJSON(b []byte) error {
	if len(b) == 0 {
		return errors.New("the answer is empty")
	}
	if b[0] != '{' && b[0] != '[' {
		return fmt.Errorf("the answer is no JSON: it begins with %.40q", b)
	}
	return nil
}

// some is an error where an answer has nothing that can be used: sources answer
// {} with status 200 when they have failed.
func some(a Answer, said []byte) (Answer, error) {
	if len(a.Readings) == 0 && len(a.Slots) == 0 {
		return a, fmt.Errorf("nothing in the answer can be used: %.80q", bytes.TrimSpace(said))
	}
	return a, nil
}
