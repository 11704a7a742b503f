package trainer

import (
	"bytes"
	"errors"
	"math"
	"reflect"
	"strings"
	"testing"
)

var sum = strings.Repeat("0a", 32)

func samples() []Event {
	return []Event{
		Hello{ID: "job", JobHash: sum, PID: 7}, Ready{Step: 3, Total: 9, Train: 90, Validation: 10, MACs: 50816, BestAcc: 0.5},
		Progress{Step: 4, Total: 9, Epoch: 1, Loss: 0.25, ValAcc: 0.5, BestAcc: 0.75, Rate: 1000, EtaS: 12.5},
		Checkpoint{Path: "/c/x", Step: 4, SHA256: sum}, Done{Artifact: "/a", SHA256: sum, Acc: 0.9, AccFloat: 0.91, Right: 9, Total: 10, Step: 9, Reason: "target"},
		Failure{Class: "job", Msg: "say \"what\"\nand why"}, Alive{Phase: "loading"},
	}
}

func TestEventRoundTrip(t *testing.T) {
	for _, e := range samples() {
		line, err := Encode(e)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Count(line, []byte("\n")) != 1 || line[len(line)-1] != '\n' {
			t.Errorf("%q is not one line", line)
		}
		back, err := ParseEvent(line)
		if err != nil || !reflect.DeepEqual(back, e) {
			t.Errorf("%+v came back as %+v, %v", e, back, err)
		}
	}
	if _, err := Encode(Progress{Loss: math.NaN()}); err == nil {
		t.Error("a NaN was encoded")
	}
}

func TestParseEventRejects(t *testing.T) {
	for name, line := range map[string]string{
		"not JSON":       "E0000 some library's log",
		"number":         "1",
		"step backwards": `{"event":"progress","step":-1,"total":5}`,
		"step beyond":    `{"event":"progress","step":6,"total":5}`,
		"accuracy":       `{"event":"progress","step":1,"total":5,"val_acc":1.01}`,
		"rate":           `{"event":"progress","step":1,"total":5,"rate":-3}`,
		"overflow":       `{"event":"progress","step":1,"total":5,"loss":1e999}`,
		"hash":           `{"event":"checkpoint","step":1,"path":"/p","sha256":"xy"}`,
		"no path":        `{"event":"checkpoint","step":1,"sha256":"` + sum + `"}`,
		"right":          `{"event":"done","artifact":"/a","sha256":"` + sum + `","right":11,"total":10,"acc":1}`,
		"claimed":        `{"event":"done","artifact":"/a","sha256":"` + sum + `","right":1,"total":10,"acc":0.9}`,
		"type":           `{"event":"alive","phase":3}`,
		"long":           `{"event":"alive","phase":"` + strings.Repeat("x", MaxEventBytes) + `"}`,
	} {
		if e, err := ParseEvent([]byte(line)); err == nil {
			t.Errorf("%s: accepted as %+v", name, e)
		}
	}
	if _, err := ParseEvent([]byte(`{"event":"telemetry","x":1}`)); !errors.Is(err, ErrUnknownEvent) {
		t.Errorf("unknown kind: %v", err)
	}
	if e, err := ParseEvent([]byte(`{"event":"alive","phase":"training","new":1}`)); err != nil || e != (Alive{Phase: "training"}) {
		t.Errorf("a newer worker's field: %v, %v", e, err)
	}
}

func FuzzParseEvent(f *testing.F) {
	for _, e := range samples() {
		line, err := Encode(e)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		e, err := ParseEvent(line)
		if err != nil {
			return
		}
		again, err := Encode(e)
		if err != nil {
			t.Fatalf("accepted %+v cannot be encoded: %v", e, err)
		}
		if len(again) > MaxEventBytes {
			return
		}
		back, err := ParseEvent(again)
		if err != nil || !reflect.DeepEqual(back, e) {
			t.Fatalf("%+v came back as %+v, %v", e, back, err)
		}
	})
}

func FuzzParseJob(f *testing.F) {
	f.Add([]byte(goodJob))
	f.Fuzz(func(t *testing.T, b []byte) {
		if job, err := ParseJob(b); err == nil {
			job.Hash() // must not panic on what Validate accepts
		}
	})
}
