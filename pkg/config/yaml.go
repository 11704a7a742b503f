package config

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"
)

// document is a file: the configuration, and keys that hold nothing but anchors, which
// other places of the file take over.
type document struct {
	Config  `yaml:",inline"`
	Anchors map[string]yaml.Node `yaml:",inline"`
}

// anchors reports whether a key of the top holds anchors alone.
func anchors(key string) bool { return strings.HasPrefix(key, "x-") }

// strangers are the keys of the top that are neither ours nor for anchors.
func (d document) strangers(b []byte) (list []Fault) {
	var root yaml.Node
	if yaml.Unmarshal(b, &root) != nil || len(root.Content) == 0 {
		return nil
	}
	for _, key := range keysIn(root.Content[0], 0) {
		if _, ok := d.Anchors[key.Value]; ok && !anchors(key.Value) {
			list = append(list, unknownKey(Fault{Where: fmt.Sprintf("line %d", key.Line)}, key.Value))
		}
	}
	return list
}

// onlyUnknownKeys reports whether all else was read, so that it can be
// validated. A value of the wrong type would only be found missing again.
func onlyUnknownKeys(err error) bool {
	var te *yaml.TypeError
	if !errors.As(err, &te) {
		return false
	}
	for _, e := range te.Errors {
		m := lineOf.FindStringSubmatch(e)
		if m == nil || !unknownField.MatchString(m[2]) {
			return false
		}
	}
	return true
}

var (
	lineOf       = regexp.MustCompile(`(?s)^(?:yaml: )?(line \d+): (.*)$`)
	unknownField = regexp.MustCompile(`(?s)^field (.*) not found in type config\.(\S+)$`)
	wrongType    = regexp.MustCompile(`(?s)^cannot unmarshal (\S+) (.*)into (\S+)$`)
)

// yamlFaults puts the decoder's words into ours.
func yamlFaults(err error) []Fault {
	var te *yaml.TypeError
	if !errors.As(err, &te) {
		where, what := "file", err.Error()
		if m := lineOf.FindStringSubmatch(what); m != nil {
			where, what = m[1], m[2]
		}
		return []Fault{{where, what, "the file is not valid YAML there"}}
	}
	var list []Fault
	for _, e := range te.Errors {
		f := Fault{Where: "file", What: e, Hint: "config.example.yaml shows the form of every key"}
		if m := lineOf.FindStringSubmatch(e); m != nil {
			f.Where, f.What = m[1], m[2]
		}
		if m := unknownField.FindStringSubmatch(f.What); m != nil {
			f = unknownKey(f, m[1])
		} else if m := wrongType.FindStringSubmatch(f.What); m != nil {
			f.What = fmt.Sprintf("%sis not %s", m[2], human(m[3]))
			if m[3] == "time.Duration" {
				f.Hint = "write durations with their unit: 90s, 10m, 24h"
			}
		}
		list = append(list, f)
	}
	return list
}

func unknownKey(f Fault, key string) Fault {
	f.What, f.Hint = fmt.Sprintf("unknown key %q", key), "config.example.yaml has every key"
	if near := nearest(key); near != "" {
		f.Hint = fmt.Sprintf("did you mean %q? config.example.yaml has every key", near)
	}
	if anchors(key) {
		f.Hint = "keys that hold anchors alone, x-..., stand at the top of the file"
	}
	return f
}

func human(goType string) string {
	switch goType {
	case "time.Duration":
		return "a duration"
	case "float64", "int", "int64", "uint64":
		return "a number of the right kind"
	case "bool":
		return "true or false"
	case "string", "config.SecretURL":
		return "text"
	}
	if strings.HasPrefix(goType, "[]") {
		return "a list"
	}
	return "a group of keys"
}

// nearest finds the key that a misspelt one probably means.
func nearest(key string) string {
	best, bestDistance := "", 3
	for k := range keysOf(reflect.TypeFor[Config](), map[string]bool{}) {
		if d := Distance(key, k); d < bestDistance || d == bestDistance && k < best {
			best, bestDistance = k, d
		}
	}
	return best
}

func keysOf(t reflect.Type, keys map[string]bool) map[string]bool {
	if t == reflect.TypeFor[Quote]() {
		keysOf(reflect.TypeFor[quoteFrom](), keys)
		t = reflect.TypeFor[quoteFile]()
	}
	switch t.Kind() {
	case reflect.Slice, reflect.Map, reflect.Pointer:
		return keysOf(t.Elem(), keys)
	case reflect.Struct:
		for i := range t.NumField() {
			if tag := t.Field(i).Tag.Get("yaml"); tag != "" && tag != "-" {
				keys[tag] = true
				keysOf(t.Field(i).Type, keys)
			}
		}
	}
	return keys
}

// Distance is the edit distance of two words.
func Distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		last := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := last
			if a[i] != b[j] {
				cost++
			}
			last = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
