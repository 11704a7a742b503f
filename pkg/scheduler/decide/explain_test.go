package decide

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"testing"

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
			s.Costs, s.Policy.SwitchSeconds, s.Policy.LeadVariance, s.Policy.MinRun = nil, 0, 0, 0 // the band depends on nothing
			said += tryChanges(t, s)
		}
	})
	if said < 20 {
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
