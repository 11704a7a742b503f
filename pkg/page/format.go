package page

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"

	dto "github.com/prometheus/client_model/go"
	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"

	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

// Format is how an answer is written.
type Format string

// The formats of answers.
const (
	JSON       Format = "json"
	Pairs      Format = "pairs"      // NAME=value;NAME=value
	Prometheus Format = "prometheus" // its text format: a list of {labels, value} by name
)

// Parse makes a tree of an answer, as jq has it: maps, lists, texts, float64, bool and nil.
// With an error there may be a part of it.
func (f Format) Parse(raw []byte) (any, error) {
	switch f {
	case Pairs:
		return parsePairs(raw)
	case Prometheus:
		return parsePrometheus(raw)
	}
	return parseJSON(raw)
}

// parseJSON reads as much of an answer as came whole.
func parseJSON(data []byte) (any, error) {
	data = plain.JSON(data)
	decode := func(b []byte) (v any, err error) {
		d := json.NewDecoder(bytes.NewReader(b))
		d.UseNumber() // one that overflows would take the whole answer with it
		err = d.Decode(&v)
		return floats(v), err
	}
	v, err := decode(data)
	if err == nil {
		if v == nil {
			return nil, errors.New("it is null")
		}
		return v, nil
	}
	// What stands before the last comma is whole; its brackets can be closed.
	for rest, tries := data, 0; tries < 64; tries++ {
		i := bytes.LastIndexByte(rest, ',')
		if i < 0 {
			break
		}
		rest = rest[:i]
		if v, again := decode(append(bytes.Clone(rest), closing(rest)...)); again == nil {
			return v, err
		}
	}
	return nil, err
}

// floats replaces the numbers of a tree; one beyond all bounds is nothing.
func floats(v any) any {
	switch v := v.(type) {
	case json.Number:
		f, err := v.Float64()
		if err != nil {
			return nil
		}
		return f
	case []any:
		for i := range v {
			v[i] = floats(v[i])
		}
	case map[string]any:
		for k := range v {
			v[k] = floats(v[k])
		}
	}
	return v
}

// closing are the brackets that are open at the end of b.
func closing(b []byte) []byte {
	var open []byte
	for i, quote := 0, false; i < len(b); i++ {
		switch c := b[i]; {
		case quote && c == '\\':
			i++
		case c == '"':
			quote = !quote
		case quote:
		case c == '{':
			open = append(open, '}')
		case c == '[':
			open = append(open, ']')
		case (c == '}' || c == ']') && len(open) > 0:
			open = open[:len(open)-1]
		}
	}
	for i, j := 0, len(open)-1; i < j; i, j = i+1, j-1 {
		open[i], open[j] = open[j], open[i]
	}
	return open
}

// parsePairs reads NAME=value;NAME=value| as ccminer's family writes it.
func parsePairs(raw []byte) (any, error) {
	text, _, _ := strings.Cut(string(bytes.TrimRight(raw, "\x00 \r\n")), "|")
	pairs := map[string]any{}
	for pair := range strings.SplitSeq(text, ";") {
		if k, v, ok := strings.Cut(pair, "="); ok && k != "" {
			pairs[k] = v
		}
	}
	if len(pairs) == 0 {
		return nil, fmt.Errorf("there is no NAME=value in it: %.80q", text)
	}
	return pairs, nil
}

// parsePrometheus reads Prometheus' text format: name -> [{labels, value}].
func parsePrometheus(raw []byte) (any, error) {
	parser := expfmt.NewTextParser(model.UTF8Validation)
	families, err := parser.TextToMetricFamilies(bytes.NewReader(raw))
	tree := map[string]any{}
	for name, f := range families {
		var list []any
		for _, m := range f.GetMetric() {
			labels := map[string]any{}
			for _, l := range m.GetLabel() {
				labels[l.GetName()] = l.GetValue()
			}
			if v := valueOf(m); !math.IsNaN(v) && !math.IsInf(v, 0) {
				list = append(list, map[string]any{"labels": labels, "value": v})
			}
		}
		tree[name] = list
	}
	if len(tree) == 0 {
		return nil, errors.Join(errors.New("there is no metric in it"), err)
	}
	return tree, err
}

func valueOf(m *dto.Metric) float64 {
	switch {
	case m.GetGauge() != nil:
		return m.GetGauge().GetValue()
	case m.GetCounter() != nil:
		return m.GetCounter().GetValue()
	case m.GetUntyped() != nil:
		return m.GetUntyped().GetValue()
	}
	return math.NaN()
}
