package config

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"
)

func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	raw, err := json.Marshal(Schema())
	if err != nil {
		t.Fatal(err)
	}
	var doc any
	if err := json.Unmarshal(raw, &doc); err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("config.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("config.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// asDocument is YAML as a validator of JSON takes it.
func asDocument(t *testing.T, text string) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	var plain func(v any) any
	plain = func(v any) any {
		switch x := v.(type) {
		case map[any]any:
			m := map[string]any{}
			for k, e := range x {
				raw, _ := json.Marshal(k)
				m[string(raw)] = plain(e)
			}
			return m
		case map[string]any:
			for k, e := range x {
				x[k] = plain(e)
			}
		case []any:
			for i, e := range x {
				x[i] = plain(e)
			}
		}
		return v
	}
	return plain(v)
}

// The schema takes what the program takes, the example above all, and finds misspelt keys and wrong types.
func TestSchema(t *testing.T) {
	s := compiled(t)
	example, err := os.ReadFile("../../config.example.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, good := range []string{
		string(example), "electricity: {price_per_kwh: 0.29}", "x-a: &a {price_usd: 1}\nelectricity: {price_per_kwh: {from: [\"a:b\"], max_age: 1h}}\npolicy:\n", "mining: {coins: [{name: A, models: {X: {usd_per_hour: 1}}}]}",
	} {
		if err := s.Validate(asDocument(t, good)); err != nil {
			t.Errorf("%.60s: %v", good, err)
		}
	}
	for _, bad := range []string{
		"electricty: {}", "electricity: {price: 1}", "policy: {tick: 10 seconds}", "policy: {tick: soon}", "mining: {coins: {}}", "devices: {source: nvidia}", "log: {level: loud}",
		"electricity: {price_per_kwh: cheap}", "mining: {coins: [{pool_api_type: x}]}", "devices: {models: {X: {idle_watts: ten}}}",
	} {
		if s.Validate(asDocument(t, bad)) == nil {
			t.Errorf("%s is taken", bad)
		}
	}
}
