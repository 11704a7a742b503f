package learned

import (
	"math/bits"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/curve"
)

func TestLike(t *testing.T) {
	fashion := Problem{Target: evaluator.Dense, Channels: 1, Pixels: 784, Classes: 10, Examples: 54_000}
	alike := fashion
	alike.Pixels, alike.Classes, alike.Examples = 900, 12, 40_000
	if fashion.Like() != alike.Like() {
		t.Errorf("%+v and %+v", fashion.Like(), alike.Like())
	}
	for name, change := range map[string]func(*Problem){
		"evaluator": func(p *Problem) { p.Target = evaluator.Dispute }, "colours": func(p *Problem) { p.Channels = 3 },
		"size": func(p *Problem) { p.Pixels = 64 }, "classes": func(p *Problem) { p.Classes = 100 }, "examples": func(p *Problem) { p.Examples = 2000 },
	} {
		other := fashion
		if change(&other); other.Like() == fashion.Like() {
			t.Errorf("another number of %s is alike", name)
		}
	}
}

// Whatever challenges come, there are only so many records.
func TestLikeIsBounded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int()
		l := Problem{Channels: n.Draw(t, "c"), Pixels: n.Draw(t, "p"), Classes: n.Draw(t, "k"), Examples: n.Draw(t, "n")}.Like()
		if l.channels < 0 || l.channels > 4 || max(l.pixels, l.classes, l.examples) > bits.UintSize || min(l.pixels, l.classes, l.examples) < 0 {
			t.Fatalf("%+v", l)
		}
	})
}

func TestNetworksAge(t *testing.T) {
	now := time.Now()
	n := Networks{At: now.Add(-networksMaxAge + time.Hour), Of: map[string]curve.Reached{"mlp-64": {Accuracy: 0.9}}}
	if len(n.Known(now)) != 1 || len(n.Known(now.Add(2*time.Hour))) != 0 {
		t.Error("what is old is not tried again, or what is new is")
	}
	// What others come to makes it no younger.
	later := n.Add(now, "mlp-32", curve.Reached{Accuracy: 0.8, Work: 1, Most: 0.8})
	if known := later.Known(now.Add(2 * time.Hour)); len(known) != 1 || known["mlp-32"].Accuracy != 0.8 || len(n.Of) != 1 {
		t.Errorf("%v", known)
	}
}
