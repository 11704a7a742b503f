package trainer

import (
	"encoding/json"
	"reflect"

	"github.com/invopop/jsonschema"
)

// Schema is a JSON Schema (2020-12) of the job and of each event, made from the types that read them: what
// somebody who writes a trainer checks against.
func Schema() map[string]any {
	defs, events := map[string]any{}, []any{}
	add := func(name string, v any, event string) {
		r := jsonschema.Reflector{DoNotReference: true, Anonymous: true, AllowAdditionalProperties: event != "", RequiredFromJSONSchemaTags: event == ""}
		s := r.ReflectFromType(reflect.TypeOf(v))
		s.Version = ""
		text, err := json.Marshal(s)
		var tree map[string]any
		if err == nil {
			err = json.Unmarshal(text, &tree)
		}
		if err != nil {
			panic(err) // of types that are known
		}
		if event != "" {
			tree["properties"].(map[string]any)["event"] = map[string]any{"const": event}
			tree["required"] = append([]any{"event"}, tree["required"].([]any)...)
			events = append(events, map[string]any{"$ref": "#/$defs/" + name})
		}
		defs[name] = tree
	}
	add("job", Job{}, "")
	for _, e := range []Event{Hello{}, Ready{}, Progress{}, Checkpoint{}, Alive{}, Done{}, Failure{}} {
		add(e.kind(), e, e.kind())
	}
	return map[string]any{
		"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "gpuarbiter's trainers",
		"description": "A job file is a #/$defs/job, each line of a trainer's standard output one of the events; docs/TRAINER.md says what they mean.",
		"anyOf":       append([]any{map[string]any{"$ref": "#/$defs/job"}}, events...), "$defs": defs,
	}
}
