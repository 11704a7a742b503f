package trainer

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// The schema takes what the program writes, and refuses what it would refuse.
func TestSchema(t *testing.T) {
	text, err := json.Marshal(Schema())
	if err != nil {
		t.Fatal(err)
	}
	tree, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("mem:///s.json", tree); err != nil {
		t.Fatal(err)
	}
	whole, err := c.Compile("mem:///s.json")
	if err != nil {
		t.Fatal(err)
	}
	valid := func(text []byte) error {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		return whole.Validate(v)
	}
	for _, e := range []Event{
		Hello{ID: "x", JobHash: "h", PID: 7}, Ready{Total: 5, Train: 3, Validation: 2, MACs: 9}, Progress{Step: 1, Total: 5}, Alive{Phase: "training", Step: 3},
		Checkpoint{Path: "/c", Step: 1, SHA256: "0"}, Done{Artifact: "/a", SHA256: "0"}, Failure{Class: "data", Msg: "m"},
	} {
		line, err := Encode(e)
		if err != nil {
			t.Fatal(err)
		}
		if err := valid(line); err != nil {
			t.Errorf("%s: %v", line, err)
		}
	}
	parsed, err := ParseJob([]byte(goodJob))
	if err != nil {
		t.Fatal(err)
	}
	job, err := json.Marshal(parsed)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range [][]byte{job, []byte(goodJob)} {
		if err := valid(text); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
	for _, bad := range []string{`{"event":"progress"}`, `{"event":"hello","id":7,"job_hash":"h","pid":1}`, `{"id":"x","epocks":3}`, `7`} {
		if valid([]byte(bad)) == nil {
			t.Errorf("%s is taken", bad)
		}
	}
}
