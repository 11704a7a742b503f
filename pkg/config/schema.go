package config

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"
)

// Schema is a JSON Schema (2020-12) of the file, made from the types that read it: what editors complete and
// check by. What is beyond the form, such as ranges and names that must match, is config
// check's.
func Schema() map[string]any {
	s := schemaOf(reflect.TypeFor[Config]())
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = "gpuarbiter's configuration"
	s["patternProperties"] = map[string]any{"^x-": map[string]any{}} // anchors
	enums := map[string][]string{
		"log.level": {"debug", "info", "warn", "error"}, "log.format": {"console", "json"}, "devices.source": {"nvml", "simulated"}, "mining.coins.pool_api_type": PoolAPITypes, "chains.disputes": {DisputesAll, DisputesOwn},
	}
	for _, path := range slices.Sorted(maps.Keys(enums)) {
		at(s, strings.Split(path, "."))["enum"] = enums[path]
	}
	return s
}

// at is the schema of a field, through lists.
func at(s map[string]any, path []string) map[string]any {
	for _, key := range path {
		if items, ok := s["items"].(map[string]any); ok {
			s = items
		}
		s = s["properties"].(map[string]any)[key].(map[string]any)
	}
	return s
}

func schemaOf(t reflect.Type) map[string]any {
	switch t {
	case reflect.TypeFor[time.Duration]():
		return map[string]any{"type": []string{"string", "integer"}, "pattern": `^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$|^0$`, "description": "a duration with its unit: 90s, 10m, 24h"}
	case reflect.TypeFor[Quote]():
		forms := []any{map[string]any{"type": "number"}, map[string]any{"type": "null"}}
		for _, form := range []reflect.Type{reflect.TypeFor[quoteFile](), reflect.TypeFor[quoteFrom]()} {
			forms = append(forms, schemaOf(form))
		}
		return map[string]any{"anyOf": forms, "description": "a quote: a number, an entry of a file, or what sources say"}
	case reflect.TypeFor[Work]():
		properties := map[string]any{}
		for kind, form := range forms {
			properties[kind] = schemaOf(reflect.TypeOf(form()).Elem())
		}
		return map[string]any{"type": []string{"object", "null"}, "properties": properties, "additionalProperties": false}
	case reflect.TypeFor[FileMode]():
		return map[string]any{"type": []string{"string", "integer"}, "description": "octal, such as 0660"}
	}
	switch t.Kind() {
	case reflect.Pointer:
		s := schemaOf(t.Elem())
		if kind, ok := s["type"].(string); ok {
			s["type"] = []string{kind, "null"}
		}
		return s
	case reflect.Struct:
		properties := map[string]any{}
		for i := range t.NumField() {
			name, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
			if name != "" && name != "-" {
				properties[name] = schemaOf(t.Field(i).Type)
			}
		}
		properties["<<"] = map[string]any{} // another group's keys
		return map[string]any{"type": []string{"object", "null"}, "properties": properties, "additionalProperties": false}
	case reflect.Map:
		return map[string]any{"type": []string{"object", "null"}, "additionalProperties": schemaOf(t.Elem())}
	case reflect.Slice:
		return map[string]any{"type": []string{"array", "null"}, "items": schemaOf(t.Elem())}
	case reflect.String:
		return map[string]any{"type": []string{"string", "number", "null"}} // YAML's 7 is a text to us where one is wanted
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Int, reflect.Int64, reflect.Uint, reflect.Uint8, reflect.Uint64:
		return map[string]any{"type": "integer"}
	case reflect.Float64:
		return map[string]any{"type": "number"}
	}
	return map[string]any{}
}
