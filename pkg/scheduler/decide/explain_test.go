package decide

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// What an explanation says would lead to another decision does so, and a little
// less does not.
func TestExplanationIsTrue(t *testing.T) {
	said := 0
	rapid.Check(t, func(t *rapid.T) {
		for range 5 { // most of them say nothing
			s := draw(t)
			s.Market.Challenges = nil
			s.Devices = s.Devices[:1]
			s.Costs, s.Policy.SwitchSeconds, s.Policy.LeadVariance = nil, 0, 0 // the band depends on nothing
			said += tryChanges(t, s)
		}
	})
	need := 20
	if testing.Short() { // a fifth of the worlds
		need = 2
	}
	if said < need {
		t.Errorf("only %d changes were tried", said)
	}
}

// tryChanges makes each change that the first device's explanation names, a little
// less of it and a little more.
func tryChanges(t *rapid.T, s Snapshot) (said int) {
	d := decide(s).Decisions[0]
	x := Explain(d)
	if x.Sentence != d.Reason.String() {
		t.Fatalf("%+v", x)
	}
	for _, change := range x.Changes {
		_, rest, ok := strings.Cut(change, " if ")
		s := s
		if d.Switch { // it may have gone because money was lost, whatever the minimum run
			s.Policy.MinRun = 0
		}
		if d.Limits.Wait > 0 { // then that time passes
			s.Devices = slices.Clone(s.Devices)
			s.Devices[0].Since = s.Devices[0].Since.Add(-d.Limits.Wait)
			if _, when, _ := strings.Cut(change, " when the minimum run"); when != "" {
				if then := decide(s).Decisions[0]; !then.Switch {
					t.Fatalf("%s\nsays %q, but then: %s", d.Reason, change, then.Reason)
				}
				said++
			}
		}
		if !ok || strings.HasPrefix(rest, "power") {
			continue
		}
		who, rest, _ := strings.Cut(rest, " brought ")
		percent, err := strconv.ParseFloat(strings.Fields(rest)[0], 64)
		if err != nil {
			t.Fatal(change)
		}
		try := func(times float64) Decision {
			other := s
			other.Market.Coins = append([]profit.Coin(nil), s.Market.Coins...)
			for i := range other.Market.Coins {
				if other.Market.Coins[i].Name == strings.TrimPrefix(who, "mine ") {
					other.Market.Coins[i].Price.Value *= times
				}
			}
			return decide(other).Decisions[0]
		}
		if math.Abs(percent) < 5 || percent < -90 {
			continue // the figure is rounded
		}
		said++
		less, more := try(1+percent/100*0.97), try(1+percent/100*1.03)
		if more.Rival == d.Rival && more.Switch == d.Switch && less.Rival == d.Rival {
			t.Fatalf("%s\nsays %q, but then: %s", d.Reason, change, more.Reason)
		}
		if less.Rival == d.Rival && less.Switch != d.Switch {
			t.Fatalf("%s\nsays %q, but with less already: %s", d.Reason, change, less.Reason)
		}
	}
	return said
}

func TestExplain(t *testing.T) {
	s := world(0.1, 0.2, 0)
	s.Devices = []Device{card("GPU-1", a)}
	d := decide(s).Decisions[0]
	x := Explain(d)
	if x.Rival != b || len(x.Parts) != 2 || x.Parts[0] != (Part{"gross", 0.1, 0.2, 0.1}) || !strings.Contains(x.Decisive, "gross decides: it makes 0.1000 USD/h of the 0.1000 USD/h by which mine b is ahead of mine a") {
		t.Errorf("%+v", x)
	}
	if !strings.Contains(strings.Join(x.Changes, "\n"), "it would have stayed with mine a if mine b brought -4") {
		t.Errorf("%q", x.Changes)
	}
	// A record explains like the decision of today.
	var stored Decision
	text, err := json.Marshal(d)
	if err == nil {
		err = json.Unmarshal(text, &stored)
	}
	if err != nil {
		t.Fatal(err)
	}
	if was, is := x, Explain(stored); was.Decisive != is.Decisive || was.Sentence != is.Sentence || strings.Join(was.Changes, "|") != strings.Join(is.Changes, "|") {
		t.Errorf("%+v became %+v", was, is)
	}
	// Dear power decides between two coins that bring the same.
	s = world(0.1, 0.1, 0)
	s.Devices = []Device{card("GPU-1", a)}
	s.Devices[0].Mining["b"] = profit.MiningRate{Hashrate: 1, Watts: 20}
	if x := Explain(decide(s).Decisions[0]); !strings.HasPrefix(x.Decisive, "electricity decides") || !strings.Contains(strings.Join(x.Changes, "\n"), "if power cost 0.") {
		t.Errorf("%+v", x)
	}
}

// Whatever rule decides, the explanation names what that rule asks for.
func TestExplainEveryRule(t *testing.T) {
	for _, tt := range []struct {
		name      string
		change    func(*Snapshot)
		wants     string // what would change it
		not       string
		otherwise func(*Snapshot) // after which it is decided otherwise
	}{
		{"within the minimum run", func(s *Snapshot) { s.Devices[0].Since = now.Add(-9 * time.Minute) },
			"it would change to mine b in 1m0s, when the minimum run is over", "brought",
			func(s *Snapshot) { s.Devices[0].Since = now.Add(-10*time.Minute - time.Second) }},
		{"within the minimum run, and too little", func(s *Snapshot) { s.Devices[0].Since, s.Market.Coins[1] = now.Add(-9*time.Minute), coin("b", 0.1001) },
			"in 1m0s at the soonest, if mine b brought +", "when",
			func(s *Snapshot) { s.Devices[0].Since, s.Market.Coins[1] = now.Add(-time.Hour), coin("b", 0.12) }},
		{"not repaid", func(s *Snapshot) {
			s.Policy.Horizon, s.Policy.SwitchSeconds, s.Policy.LeadVariance, s.Market.Coins[1] = 10*time.Hour, 1800, 0, coin("b", 0.102)
		},
			"if mine b brought +3.0 %: 0.1051 USD/h", "-",
			func(s *Snapshot) { s.Market.Coins[1] = coin("b", 0.106) }},
		{"the watt budget", func(s *Snapshot) { s.Policy.WattBudget = 50 },
			"it would run mine b if the limit were 50 W more", "brought",
			func(s *Snapshot) { s.Policy.WattBudget = 100 }},
	} {
		s := world(0.1, 0.2, 0)
		s.Devices = []Device{card("GPU-1", a)}
		tt.change(&s)
		d := decide(s).Decisions[0]
		text, err := json.Marshal(d)
		var stored Decision
		if err == nil {
			err = json.Unmarshal(text, &stored)
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range []Explanation{Explain(d), Explain(stored)} {
			if all := strings.Join(x.Changes, "\n"); !strings.Contains(all, tt.wants) || strings.Contains(all, tt.not) && tt.not != "-" {
				t.Errorf("%s (%s): %q", tt.name, d.Reason, all)
			}
		}
		before := d.Chosen
		tt.otherwise(&s)
		if d := decide(s).Decisions[0]; d.Chosen == before {
			t.Errorf("%s: still %s", tt.name, d.Reason)
		}
	}
}
