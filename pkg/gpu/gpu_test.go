package gpu

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// What each Xid does to a device by the policy that is shipped, reported over and over.
func TestXidPolicy(t *testing.T) {
	at := time.Unix(1_800_000_000, 0)
	for _, tt := range []struct {
		xid    uint64
		every  time.Duration
		after  int // reports until the device is quarantined; 0: never
		repair bool
	}{
		{79, time.Minute, 1, true}, {48, time.Minute, 1, true}, {62, time.Hour, 1, true}, {95, 0, 1, true}, {119, 0, 1, true},
		{31, time.Minute, 6, false}, {13, 9 * time.Minute, 6, false}, {13, 13 * time.Minute, 0, false}, {43, 0, 6, false}, {94, 0, 6, false},
		{45, 0, 0, false}, {63, 0, 0, false}, {7, 0, 0, false}, {1 << 40, 0, 0, false},
	} {
		var c XidCounts
		got := 0
		for i := 1; i <= 30 && got == 0; i++ {
			quarantine, rule := c.Add(Event{At: at.Add(time.Duration(i) * tt.every), Xid: tt.xid}, DefaultXids())
			if c.Totals()[tt.xid] != uint64(i) || quarantine && rule.Repair != tt.repair {
				t.Errorf("xid %d: %v, %+v", tt.xid, c.Totals(), rule)
			}
			if quarantine {
				got = i
			}
		}
		if got != tt.after {
			t.Errorf("xid %d every %s: quarantined after %d, want %d", tt.xid, tt.every, got, tt.after)
		}
	}
	if got := DescribeXid(79); !strings.HasPrefix(got, "xid 79: fallen off the bus") {
		t.Error(got)
	}
	if got := DescribeXid(7); got != "xid 7" {
		t.Error(got)
	}
	var c XidCounts
	for xid := range uint64(5000) {
		c.Add(Event{At: at, Xid: xid}, DefaultXids())
	}
	if len(c.Totals()) > mostXids {
		t.Errorf("%d kinds are kept", len(c.Totals()))
	}
}

// Whatever the temperatures: no work while it is stopped, no more is given back than was
// taken, a stop ends only once it has cooled down, and steps have time to show.
func TestHeat(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		limits := HeatLimits{Die: 80, Memory: Celsius(rapid.SampledFrom([]float64{0, 100}).Draw(t, "memory"))}
		var h Heat
		at, last := time.Unix(1_800_000_000, 0), time.Time{}
		for range rapid.IntRange(1, 200).Draw(t, "readings") {
			at = at.Add(time.Duration(rapid.IntRange(1, 40).Draw(t, "seconds")) * time.Second)
			var r Reading
			if rapid.IntRange(0, 9).Draw(t, "known") > 0 {
				r.Temperature = new(Celsius(rapid.IntRange(40, 100).Draw(t, "die")))
			}
			if rapid.Bool().Draw(t, "memory is known") {
				r.MemoryTemperature = new(Celsius(rapid.IntRange(40, 120).Draw(t, "memory's")))
			}
			was := h
			var step HeatStep
			h, step, _ = h.Next(at, r, limits)
			hot := r.Temperature != nil && *r.Temperature > limits.Die || r.MemoryTemperature != nil && limits.Memory > 0 && *r.MemoryTemperature > limits.Memory
			switch {
			case h.Lowered < 0 || h.Lowered > heatMost:
				t.Fatalf("%d tenths are taken", h.Lowered)
			case (step == HeatLimit || step == HeatStop || step == HeatQuarantine) && !hot:
				t.Fatalf("%s without heat", step)
			case (step == HeatGive || step == HeatCooled) && hot:
				t.Fatalf("%s in heat", step)
			case was.Stopped && !h.Stopped && step != HeatCooled:
				t.Fatal("a stop ended by itself")
			case step == HeatLimit || step == HeatGive:
				if at.Sub(last) < heatPatience {
					t.Fatalf("%s %s after the step before", step, at.Sub(last))
				}
				last = at
			}
			if r.Temperature != nil && *r.Temperature >= limits.Die+heatUrgent && !h.Stopped {
				t.Fatal("works on at a dangerous heat")
			}
		}
	})
}

// Settings are taken apart and put together without loss.
func TestSettings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(label string) (s Settings) {
			if rapid.Bool().Draw(t, label) {
				s.PowerLimit = new(Watts(rapid.IntRange(1, 500).Draw(t, label)))
			}
			if rapid.Bool().Draw(t, label) {
				s.CoreOffsetMHz = new(rapid.IntRange(-100, 100).Draw(t, label))
			}
			if rapid.Bool().Draw(t, label) {
				s.Fan = new(0.5)
			}
			return s
		}
		a, b := draw("a"), draw("b")
		if got := a.Only(b).Over(a.Without(b)); got != a {
			t.Fatalf("%v and %v make %v", a.Only(b), a.Without(b), got)
		}
		if got := a.Over(b); !got.Without(a).Without(b).Empty() || a.PowerLimit != nil && got.PowerLimit != a.PowerLimit {
			t.Fatalf("%v over %v is %v", a, b, got)
		}
	})
	for _, s := range []Settings{{PowerLimit: new(Watts(0))}, {PowerLimit: new(Watts(1e6))}, {CoreClockMHz: new(-1)}, {MemoryOffsetMHz: new(9000)}, {Fan: new(0.05)}, {Fan: new(math.NaN())}} {
		if s.Plausible() == nil {
			t.Errorf("%v is taken", s)
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
