package curve

import (
	"math"
	"testing"
)

func TestBest(t *testing.T) {
	rising := []Point{{1, 0.2}, {2, 0.7}, {3, 0.65}}
	for name, tt := range map[string]struct {
		points []Point
		done   float64
		want   Reached
	}{
		"nothing":     {nil, 0, Reached{Most: 1}},
		"early":       {rising, 0.1, Reached{0.7, 2, 1}},
		"on the way":  {rising, 0.25, Reached{0.7, 2, 0.9}},
		"at its end":  {rising, 1, Reached{0.7, 2, 0.7}},
		"nothing yet": {nil, 1, Reached{}},
	} {
		if got := Best(tt.points, tt.done); math.Abs(got.Most-tt.want.Most) > 1e-12 || got.Accuracy != tt.want.Accuracy || got.Work != tt.want.Work {
			t.Errorf("%s: %+v, want %+v", name, got, tt.want)
		}
	}
	was := Reached{0.8, 5, 0.8}
	for name, tt := range map[string]struct{ later, want Reached }{
		"better":           {Reached{0.9, 7, 0.97}, Reached{0.9, 7, 0.97}},
		"worse at its end": {Reached{0.6, 7, 0.6}, Reached{0.6, 7, 0.8}},
		"left early":       {Reached{0.5, 1, 1}, was},
	} {
		if got := was.Add(tt.later); got != tt.want {
			t.Errorf("%s: %+v, want %+v", name, got, tt.want)
		}
	}
	if got, worse := was, (Reached{0.6, 7, 0.6}); got.Add(worse).Add(worse) != worse {
		t.Errorf("twice: %+v", got)
	}
}
