package config

import (
	"maps"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"gopkg.in/yaml.v3"
)

const examplePath = "../../config.example.yaml"

// ours are the keys whose value in the example differs from the default on
// purpose: there is no sensible one.
var ours = map[string]bool{
	"electricity.currency": true,
	"mining.worker":        true,
	// one is required with a signal
	"curtailment.baseline_watts": true,
}

// TestExampleHasEveryKey: each key of Config stands in the example, in a list or
// a map at least once, with a comment of its own where it first stands.
// anyWork takes what kinds of work above this package would read; their own tests look at it.
type anyWork []map[string]any

func (*anyWork) Check(string) []Fault { return nil }

func init() { RegisterWork("program", func() WorkForm { return new(anyWork) }) }

func TestExampleHasEveryKey(t *testing.T) {
	b, err := os.ReadFile(examplePath)
	if err != nil {
		t.Fatal(err)
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(b, &doc); err != nil {
		t.Fatal(err)
	}
	keys := map[string]*yaml.Node{}
	collect(doc.Content[0], reflect.TypeFor[Config](), "", keys)
	for _, path := range paths(reflect.TypeFor[Config](), "") {
		node, ok := keys[path]
		if !ok {
			t.Errorf("key %s is not in the example", path)
			continue
		}
		// A section's meaning is its keys'; a quote's form is told once.
		if node.HeadComment == "" && !sections[path] && !strings.Contains(path, quoteMark) {
			t.Errorf("key %s has no comment", path)
		}
	}
	for _, key := range []string{"file", "key", "max_age"} {
		if n := keys["rates.*."+quoteMark+key]; n == nil || n.HeadComment == "" {
			t.Errorf("a quote's %s is not explained", key)
		}
	}
}

var sections = map[string]bool{
	"log": true, "http": true, "control": true, "electricity": true, "devices": true, "mining": true,
	"training": true, "wallet": true, "policy": true, "curtailment": true, "curtailment.mqtt": true, "rent": true,
	// the first key of a list's item: its comment belongs to the item
	"mining.coins[].name": true, "policy.rules[].name": true, "rent.hosts[].name": true, "curtailment.calendar[].hours": true, "chains[].name": true, "chains[].tokens[].address": true,
}

// quoteMark marks the keys of a quote in a path.
const quoteMark = "quote:"

// paths lists the keys of a type; [] stands for an item, * for a map's key.
func paths(t reflect.Type, prefix string) []string {
	switch {
	case t == reflect.TypeFor[Quote]():
		return nil // a number, or file, key and max_age
	case t.Kind() == reflect.Slice:
		return paths(t.Elem(), prefix+"[]")
	case t.Kind() == reflect.Map:
		return paths(t.Elem(), prefix+".*")
	case t.Kind() != reflect.Struct:
		return nil
	}
	var all []string
	for i := range t.NumField() {
		key := t.Field(i).Tag.Get("yaml")
		if key == "-" {
			continue // no key
		}
		path := strings.TrimPrefix(prefix+"."+key, ".")
		all = append(append(all, path), paths(t.Field(i).Type, path)...)
	}
	return all
}

// collect finds the keys of a document; of equal ones the first counts.
func collect(n *yaml.Node, t reflect.Type, prefix string, keys map[string]*yaml.Node) {
	if t.Kind() == reflect.Slice && n.Kind == yaml.SequenceNode {
		for _, item := range n.Content {
			collect(item, t.Elem(), prefix+"[]", keys)
		}
		return
	}
	if n.Kind != yaml.MappingNode {
		return
	}
	for i := 0; i < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if t.Kind() == reflect.Map {
			collect(value, t.Elem(), prefix+".*", keys)
			continue
		}
		if t == reflect.TypeFor[Quote]() {
			key.Value = quoteMark + key.Value
		}
		path := strings.TrimPrefix(prefix+"."+key.Value, ".")
		if keys[path] == nil {
			keys[path] = key
		}
		if f, ok := fieldOf(t, key.Value); ok {
			collect(value, f, path, keys)
		}
	}
}

func fieldOf(t reflect.Type, key string) (reflect.Type, bool) {
	if t.Kind() == reflect.Struct {
		for i := range t.NumField() {
			if t.Field(i).Tag.Get("yaml") == key {
				return t.Field(i).Type, true
			}
		}
	}
	return nil, false
}

// TestExampleStatesDefaults: the example loads, and where a key has a default,
// the example states that one.
func TestExampleStatesDefaults(t *testing.T) {
	c, err := Load(examplePath)
	if err != nil {
		t.Fatal(err)
	}
	want := Default()
	want.Chains = []Chain{{}}
	want.defaults()
	defaults := map[string]string{}
	for path, v := range flatten(&want) {
		if v != "" && v != "null" { // "" is no default but its absence
			defaults[path] = v
		}
	}
	example := flatten(c)
	for _, path := range slices.Sorted(maps.Keys(defaults)) {
		v := defaults[path]
		stated, ok := example[path]
		switch {
		case ours[path] || strings.HasPrefix(path, "chains[0]") && (v == "0" || v == "false"):
		case !ok:
			t.Errorf("%s: the default is %s, the example is silent", path, v)
		case stated != v:
			t.Errorf("%s: the default is %s, the example says %s", path, v, stated)
		}
	}
	if len(defaults) < 40 {
		t.Errorf("only %d defaults were compared", len(defaults))
	}
}

var defaultDuration = regexp.MustCompile(`default \d+(ms|s|m|h)`)

// TestExampleSpeaksOfDefaults: the comment above each value that has a default
// says so in the same words.
func TestExampleSpeaksOfDefaults(t *testing.T) {
	b, err := os.ReadFile(examplePath)
	if err != nil {
		t.Fatal(err)
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(b, &doc); err != nil {
		t.Fatal(err)
	}
	keys := map[string]*yaml.Node{}
	collect(doc.Content[0], reflect.TypeFor[Config](), "", keys)
	want := Default()
	want.Control.Mode = 0 // yaml has it as text
	for path, v := range flatten(&want) {
		n := keys[path]
		if n == nil || v == "" || v == "null" || v == "00" || v == "0" {
			continue
		}
		comment := strings.Join(strings.Fields(strings.ReplaceAll(n.HeadComment, "#", "")), " ")
		said := "default " + v
		if d, err := time.ParseDuration(v); err == nil && v != "0" {
			said = defaultDuration.FindString(comment)
			if s, err := time.ParseDuration(strings.TrimPrefix(said, "default ")); err != nil || s != d {
				said = "default " + v
			}
		}
		if !strings.Contains(comment, said) {
			t.Errorf("%s: the default is %s, its comment says %q", path, v, comment)
		}
	}
}
