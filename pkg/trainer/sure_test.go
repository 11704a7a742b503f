package trainer

import (
	"math"
	"testing"
)

func TestGoodEnough(t *testing.T) {
	for _, c := range []struct {
		name                string
		right, val, holdout int
		target, margin      float64
		want                bool
	}{
		{"28 of 29 prove no nine in ten of 30", 28, 29, 30, 0.9, 0.01, false},
		{"all of 29 prove none of 97 %", 29, 29, 36, 0.97, 0, false},
		{"as good on a thousand do", 966, 1000, 30, 0.9, 0.01, true},
		{"many examples, just the target: a coin's throw", 8300, 10000, 240, 0.83, 0, false},
		{"many examples, ten points beyond it", 9300, 10000, 240, 0.83, 0.01, true},
		{"sure, but the operator wants more", 9300, 10000, 240, 0.83, 0.11, false},
		{"a negative margin does not make the unsure sure", 8300, 10000, 240, 0.83, -1, false},
		{"an unknown hold-out: the true accuracy counts", 8400, 10000, 0, 0.83, 0.01, true},
		{"which a few examples do not show", 84, 100, 0, 0.83, 0.01, false},
		{"no target", 10, 10, 10, 0, 0, false},
		{"no examples", 0, 0, 10, 0.5, 0, false},
		{"more right than there are", 11, 10, 10, 0.5, 0, false},
		{"a target of all: two hundred of them say little of a hundred others", 200, 200, 100, 1, 0, false},
	} {
		if got := GoodEnough(c.right, c.val, c.holdout, c.target, c.margin); got != c.want {
			t.Errorf("%s: %v, with the chance %.4f", c.name, got, Chance(c.right, c.val, c.holdout, c.target))
		}
	}
}

// With no example seen, the prior is symmetric: half of the hold-out is as
// probable from above as from below. More right answers never make it worse, and
// a higher target never better.
func TestChance(t *testing.T) {
	if c := Chance(0, 0, 31, 0.5); math.Abs(c-0.5) > 1e-9 {
		t.Errorf("%v", c)
	}
	for right := range 40 {
		if a, b := Chance(right, 40, 24, 0.8), Chance(right+1, 40, 24, 0.8); a > b || b > 1 {
			t.Errorf("%d right: %v, one more: %v", right, a, b)
		}
		if a, b := Chance(right, 40, 24, 0.8), Chance(right, 40, 24, 0.7); a > b+1e-12 {
			t.Errorf("%d right: %v, with less asked %v", right, a, b)
		}
	}
	if c := Chance(3, 40, 24, 0); math.Abs(c-1) > 1e-9 {
		t.Errorf("nothing asked: %v", c)
	}
}
