package gpu

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestClassifyXid(t *testing.T) {
	want := map[uint64]XidClass{}
	for _, xid := range []uint64{48, 62, 64, 74, 79, 95, 119, 120} {
		want[xid] = XidSick
	}
	for _, xid := range []uint64{13, 31, 43, 45, 68, 109} {
		want[xid] = XidApplication
	}
	for xid := uint64(0); xid < 200; xid++ {
		if got := ClassifyXid(xid); got != want[xid] {
			t.Errorf("ClassifyXid(%d) = %d, want %d", xid, got, want[xid])
		}
	}
	if got := DescribeXid(79); got != "xid 79: fallen off the bus; reboot" {
		t.Error(got)
	}
	if got := DescribeXid(7); got != "xid 7" {
		t.Error(got)
	}
}

func TestHealth(t *testing.T) {
	at := func(s int) time.Time { return time.Unix(int64(s), 0) }
	hung := func(h Health, s int) Health { return h.AfterRead(at(s), fmt.Errorf("read: %w", ErrTimeout)) }
	lost := func(h Health, s int) Health { return h.AfterRead(at(s), fmt.Errorf("read: %w", ErrLost)) }
	answer := func(h Health, s int) Health { return h.AfterRead(at(s), nil) }
	other := func(h Health, s int) Health { return h.AfterRead(at(s), errors.New("odd")) }
	xid := func(code uint64) func(Health, int) Health {
		return func(h Health, s int) Health { return h.AfterEvent(Event{At: at(s), Xid: code}) }
	}
	type step = func(Health, int) Health
	tests := []struct {
		name  string
		steps []step
		cause Cause
		since int
	}{
		{"nothing", nil, CauseNone, 0},
		{"hung, still", []step{hung, hung, other}, CauseHung, 0},
		{"hung, back", []step{hung, answer}, CauseNone, 0},
		{"hung, lost", []step{hung, lost, lost}, CauseLost, 1},
		{"lost stays lost", []step{lost, hung}, CauseLost, 0},
		{"lost, back", []step{lost, answer}, CauseNone, 0},
		{"odd error", []step{other}, CauseNone, 0},
		{"application xid", []step{xid(31)}, CauseNone, 0},
		{"unknown xid", []step{xid(1)}, CauseNone, 0},
		{"sick xid stays", []step{answer, xid(48), answer, lost, xid(79)}, CauseXid, 1},
		{"lost, then xid", []step{lost, xid(79)}, CauseXid, 1},
	}
	for _, test := range tests {
		var h Health
		for i, step := range test.steps {
			h = step(h, i)
		}
		if h.Cause != test.cause || h.OK() != (test.cause == CauseNone) {
			t.Errorf("%s: %+v, want cause %q", test.name, h, test.cause)
		}
		if !h.OK() && (!h.Since.Equal(at(test.since)) || h.Reason == "") {
			t.Errorf("%s: %+v, want since %d", test.name, h, test.since)
		}
	}
}

func TestPowerRangeContains(t *testing.T) {
	r := PowerRange{DefaultWatts: 200, MinWatts: 100, MaxWatts: 220}
	for limit, want := range map[Watts]bool{100: true, 220: true, 99.9: false, 221: false, 0: false, -5: false} {
		if r.Contains(limit) != want {
			t.Errorf("Contains(%v) = %t", limit, !want)
		}
	}
	if r.Contains(Watts(math.NaN())) || r.Contains(Watts(math.Inf(1))) || (PowerRange{}).Contains(0) {
		t.Error("accepted a limit that is none")
	}
}

func TestReadingSurvivesJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := Reading{UUID: "GPU-1", At: time.Unix(5, 0).UTC()}
		if rapid.Bool().Draw(t, "power") {
			in.Power = new(Watts(rapid.Float64Range(0, 600).Draw(t, "watts")))
		}
		if rapid.Bool().Draw(t, "processes") {
			in.Processes = []Process{}
		}
		line, err := json.Marshal(in)
		if err != nil {
			t.Fatal(err)
		}
		var out Reading
		if err := json.Unmarshal(line, &out); err != nil {
			t.Fatal(err)
		}
		if (out.Power == nil) != (in.Power == nil) || out.Power != nil && *out.Power != *in.Power ||
			(out.Processes == nil) != (in.Processes == nil) || !out.At.Equal(in.At) {
			t.Fatalf("%+v became %+v", in, out)
		}
	})
}
