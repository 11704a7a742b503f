package drivers

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
// reads texts such as "4.00 G" and "16.00K", and hex, which reads "0x2b1e1ce"; $algorithm is
// the miner's own name of what is mined.
type Expr struct{ code *gojq.Code }

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
		return at(n, fmt.Errorf("%s: %w", s, err))
	}
	e.code, err = gojq.Compile(q, gojq.WithVariables([]string{"$algorithm"}),
		gojq.WithFunction("si", 0, 0, func(v any, _ []any) any { return parsed(v, parseSI) }),
		gojq.WithFunction("hex", 0, 0, func(v any, _ []any) any { return parsed(v, parseHex) }))
	if err != nil {
		return at(n, fmt.Errorf("%s: %w", s, err))
	}
	return nil
}

func (e Expr) set() bool { return e.code != nil }

// each calls use with the values of the expression until one is taken. An expression that
// fails, or takes too long, gives no more.
func (e Expr) each(ctx context.Context, answer any, algorithm string, use func(any) bool) {
	if e.code == nil {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, evaluation)
	defer cancel()
	values := e.code.RunWithContext(ctx, answer, algorithm)
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

// number is the first value that is a number from 0 to the limit.
func (e Expr) number(ctx context.Context, answer any, algorithm string, limit float64) (n float64, ok bool) {
	e.each(ctx, answer, algorithm, func(v any) bool {
		n, ok = number(v, limit)
		return ok
	})
	return n, ok
}

// count is the first value that is a whole number.
func (e Expr) count(ctx context.Context, answer any, algorithm string) (n uint64, ok bool) {
	e.each(ctx, answer, algorithm, func(v any) bool {
		f, isNumber := number(v, maxCount)
		n, ok = uint64(f), isNumber && f == math.Trunc(f)
		return ok
	})
	return n, ok
}

func (e Expr) truth(ctx context.Context, answer any, algorithm string) (b, ok bool) {
	e.each(ctx, answer, algorithm, func(v any) bool {
		b, ok = v.(bool)
		return ok
	})
	return b, ok
}

// text is the first text that is not endless.
func (e Expr) text(ctx context.Context, answer any, algorithm string) (s string) {
	e.each(ctx, answer, algorithm, func(v any) bool {
		t, ok := v.(string)
		if !ok || len(t) > maxTextSize {
			return false
		}
		s = t
		return true
	})
	return s
}

// Rate is a hashrate in an answer: its expression, alone or with what it is told in and the
// time that it is a mean over.
type Rate struct {
	Expr Expr
	Unit float64 // hashes per second
	Over time.Duration
}

// UnmarshalYAML implements yaml.Unmarshaler.
func (r *Rate) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		r.Unit = 1
		return n.Decode(&r.Expr)
	}
	var long struct {
		JQ   Expr          `yaml:"jq"`
		Unit string        `yaml:"unit"`
		Over time.Duration `yaml:"over"`
	}
	known := map[string]bool{"jq": true, "unit": true, "over": true}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if k := n.Content[i]; !known[k.Value] {
			return at(k, fmt.Errorf("field %.40q is none of jq, unit, over", k.Value))
		}
	}
	if err := n.Decode(&long); err != nil {
		return err
	}
	unit, err := parseUnit(long.Unit)
	if err != nil {
		return at(n, err)
	}
	if !long.JQ.set() {
		return at(n, fmt.Errorf("jq: is missing"))
	}
	*r = Rate{long.JQ, unit, long.Over}
	return nil
}

var prefixes = map[string]float64{"": 1, "k": 1e3, "K": 1e3, "M": 1e6, "m": 1e6, "G": 1e9, "g": 1e9, "T": 1e12, "t": 1e12, "P": 1e15, "E": 1e18}

// parseUnit reads H/s, kH/s, MH/s, Sol/s and their like.
func parseUnit(s string) (float64, error) {
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
	return 0, fmt.Errorf("unit %.20q is none of H/s, kH/s, MH/s, GH/s, TH/s, Sol/s", s)
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
	if unit, err := parseUnit(rest); err == nil {
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
