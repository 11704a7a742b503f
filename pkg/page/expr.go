package page

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/itchyny/gojq"
	"gopkg.in/yaml.v3"
)

// Expr is a jq expression over an answer. Beside jq's own functions there are si, which
// reads texts such as "4.00 G" and "16.00K", and hex, which reads "0x2b1e1ce"; $algorithm,
// $device, $index and $parameters are what About says.
type Expr struct{ code *gojq.Code }

// About is what an expression may ask of what it is about.
type About struct {
	Algorithm string // a miner's own name of what is mined
	Device    string // its UUID
	Index     int    // the device's
	// Parameters are what the configuration gives a page.
	Parameters map[string]string
}

func (a About) values() []any {
	parameters := make(map[string]any, len(a.Parameters))
	for k, v := range a.Parameters {
		parameters[k] = v
	}
	return []any{a.Algorithm, a.Device, a.Index, parameters}
}

var variables = []string{"$algorithm", "$device", "$index", "$parameters"}

// evaluation bounds what one expression may take.
const evaluation = time.Second

// UnmarshalYAML implements yaml.Unmarshaler.
func (e *Expr) UnmarshalYAML(n *yaml.Node) error {
	var s string
	if err := n.Decode(&s); err != nil {
		return err
	}
	q, err := gojq.Parse(s)
	if err != nil {
		return At(n, fmt.Errorf("%s: %w", s, err))
	}
	e.code, err = gojq.Compile(q, gojq.WithVariables(variables),
		gojq.WithFunction("si", 0, 0, func(v any, _ []any) any { return parsed(v, parseSI) }),
		gojq.WithFunction("hex", 0, 0, func(v any, _ []any) any { return parsed(v, parseHex) }))
	if err != nil {
		return At(n, fmt.Errorf("%s: %w", s, err))
	}
	return nil
}

// Set reports whether there is an expression.
func (e Expr) Set() bool { return e.code != nil }

// Each calls use with the values of the expression until one is taken. An expression that
// fails, or takes too long, gives no more.
func (e Expr) Each(ctx context.Context, answer any, about About, use func(any) bool) {
	if e.code == nil {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, evaluation)
	defer cancel()
	values := e.code.RunWithContext(ctx, answer, about.values()...)
	for range 1000 {
		v, ok := values.Next()
		if !ok {
			return
		}
		if _, failed := v.(error); failed || use(v) {
			return
		}
	}
}

// Number is the first value that is a number from 0 to the limit.
func (e Expr) Number(ctx context.Context, answer any, about About, limit float64) (n float64, ok bool) {
	e.Each(ctx, answer, about, func(v any) bool {
		n, ok = number(v, limit)
		return ok
	})
	return n, ok
}

// Count is the first value that is a whole number.
func (e Expr) Count(ctx context.Context, answer any, about About) (n uint64, ok bool) {
	e.Each(ctx, answer, about, func(v any) bool {
		f, isNumber := number(v, maxCount)
		n, ok = uint64(f), isNumber && f == math.Trunc(f)
		return ok
	})
	return n, ok
}

// Truth is the first value that is true or false.
func (e Expr) Truth(ctx context.Context, answer any, about About) (b, ok bool) {
	e.Each(ctx, answer, about, func(v any) bool {
		b, ok = v.(bool)
		return ok
	})
	return b, ok
}

// Text is the first text that is not endless.
func (e Expr) Text(ctx context.Context, answer any, about About) (s string) {
	e.Each(ctx, answer, about, func(v any) bool {
		t, ok := v.(string)
		if !ok || len(t) > maxTextSize {
			return false
		}
		s = t
		return true
	})
	return s
}

var prefixes = map[string]float64{"": 1, "k": 1e3, "K": 1e3, "M": 1e6, "m": 1e6, "G": 1e9, "g": 1e9, "T": 1e12, "t": 1e12, "P": 1e15, "E": 1e18}

// ParseUnit reads H/s, kH/s, MH/s, Sol/s and their like.
func ParseUnit(s string) (float64, error) {
	if s == "" {
		return 1, nil
	}
	for _, base := range []string{"H/s", "h/s", "Sol/s", "sol/s"} {
		if p, ok := strings.CutSuffix(s, base); ok {
			if f, ok := prefixes[p]; ok {
				return f, nil
			}
		}
	}
	return 0, fmt.Errorf("unit %.20q is not one of H/s, kH/s, MH/s, GH/s, TH/s, Sol/s", s)
}

// parseSI reads a number with a prefix of the SI behind it, and a unit, or neither.
func parseSI(s string) (float64, bool) {
	s = strings.TrimSpace(s)
	end := strings.IndexFunc(s, func(r rune) bool { return !strings.ContainsRune("0123456789.", r) })
	if end < 0 {
		end = len(s)
	}
	f, err := strconv.ParseFloat(s[:end], 64)
	if err != nil {
		return 0, false
	}
	rest := strings.TrimSpace(s[end:])
	if factor, ok := prefixes[rest]; ok {
		return f * factor, true
	}
	if unit, err := ParseUnit(rest); err == nil {
		return f * unit, true
	}
	return 0, false
}

func parseHex(s string) (float64, bool) {
	n, err := strconv.ParseUint(strings.TrimPrefix(strings.TrimSpace(s), "0x"), 16, 64)
	return float64(n), err == nil
}

// parsed is what read makes of a text; null if it is none, a number if it is one already.
func parsed(v any, read func(string) (float64, bool)) any {
	switch v := v.(type) {
	case string:
		if f, ok := read(v); ok {
			return f
		}
	case float64, int:
		return v
	}
	return nil
}

// Largest values that are believed; anything above is a fault of who answers.
const (
	maxCount    = 1e15
	maxTextSize = 1024 // bytes of a name
)

// number is a figure from 0 to the limit, also one that is written as text.
func number(v any, limit float64) (float64, bool) {
	f, err := 0.0, error(nil)
	switch v := v.(type) {
	case float64:
		f = v
	case int:
		f = float64(v)
	case json.Number:
		f, err = v.Float64()
	case string:
		f, err = strconv.ParseFloat(strings.TrimSpace(v), 64)
	default:
		return 0, false
	}
	if err != nil || !(f >= 0 && f <= limit) {
		return 0, false
	}
	return f, true
}
