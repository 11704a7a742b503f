package feed

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

// entry is one value of a quote file or a command, or why it is none.
type entry struct {
	Reading
	fault string
}

// entries reads our own format, of files and commands. Each entry stands for itself: a
// bad one, or a comment, leaves the others. A price of power may be zero or below.
func entries(b []byte, _ time.Time, _ options) (Answer, error) {
	all, err := parseEntries(b)
	if len(all) == 0 && err != nil {
		return Answer{}, err
	}
	a := Answer{Readings: map[string]Reading{}, Faults: map[string]string{}}
	tried := false
	for key, e := range all {
		if e.fault != "" {
			a.Faults[key] = e.fault
			tried = tried || e.fault != noEntry
		} else {
			a.Readings[key] = e.Reading
		}
	}
	if tried {
		return a, nil
	}
	return some(a, b)
}

// parseEntries reads the entries one by one. With an error come those before the fault.
func parseEntries(b []byte) (map[string]entry, error) {
	b = bytes.TrimSpace(plain.JSON(b))
	if err := isJSON(b); err != nil {
		return nil, err
	}
	d := json.NewDecoder(bytes.NewReader(b))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil, errors.New("it is no object of entries")
	}
	all := map[string]entry{}
	for d.More() {
		key, err := d.Token()
		var raw json.RawMessage
		if err == nil {
			err = d.Decode(&raw)
		}
		if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
			err = errors.New("unexpected end")
		}
		if err != nil {
			return all, fmt.Errorf("%w after %d entries", err, len(all))
		}
		e := entryOf(raw)
		if first, twice := all[fmt.Sprint(key)]; twice && (first.fault != e.fault || first.Value != e.Value) {
			e = entry{fault: fmt.Sprintf("stands there twice, as %g and as %g", first.Value, e.Value)}
		}
		all[fmt.Sprint(key)] = e
	}
	return all, nil
}

// noEntry is said of what stands among the entries and is none, as a comment.
const noEntry = `is not of the form {"value": 1.5, "at": "2026-01-02T15:04:05Z"}`

func entryOf(raw json.RawMessage) entry {
	var e struct{ Value, At json.RawMessage }
	if json.Unmarshal(raw, &e) != nil {
		return entry{fault: noEntry}
	}
	value, err := strconv.ParseFloat(bare(e.Value), 64)
	switch {
	case len(e.Value) == 0 || string(e.Value) == "null":
		return entry{fault: "has no value"}
	case err != nil || math.IsNaN(value) || math.IsInf(value, 0):
		return entry{fault: "says " + plain.Line(string(e.Value)) + ", which is no number"}
	case len(e.At) == 0 || string(e.At) == "null":
		return entry{fault: "has no time"}
	}
	at, ok := moment(e.At)
	if !ok {
		return entry{fault: "is of " + plain.Line(string(e.At)) + ", which is no time; write it as 2026-01-02T15:04:05Z"}
	}
	return entry{Reading: Reading{value, at}}
}

// bare is a scalar without its quotes.
func bare(raw json.RawMessage) string { return strings.TrimSpace(strings.Trim(string(raw), `"`)) }

// forms in which times are written; all name their zone.
var forms = []string{time.RFC3339, "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05 MST", time.RFC1123Z, time.RFC1123, "2006-01-02T15:04:05-0700"}

// moment reads a time: in words, or in seconds or milliseconds since 1970.
func moment(raw json.RawMessage) (time.Time, bool) {
	text := bare(raw)
	if v, err := strconv.ParseFloat(text, 64); err == nil && v > 0 && v < 1e14 {
		return unix(figure(v), time.Time{}), true
	}
	for _, form := range forms {
		at, err := time.Parse(form, text)
		if _, offset := at.Zone(); err == nil && (offset != 0 || at.Location() == time.UTC || strings.HasSuffix(text, "GMT")) {
			return at.UTC(), true
		}
	}
	return time.Time{}, false
}

// instant is a time of a source; what is none is the zero time.
type instant struct{ time.Time }

func (i *instant) UnmarshalJSON(b []byte) error {
	i.Time, _ = moment(b)
	return nil
}
