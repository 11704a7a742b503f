package small

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// iris is a table of 150 rows.
func iris(t testing.TB) *dataset.Set {
	t.Helper()
	set, err := dataset.Open(dataset.Source{Format: dataset.FormatCSV, Images: []string{"../testdata/tables/iris.csv"}})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func options() Options {
	return Options{
		Hidden: []int{8}, Bits: model.Bits8, Batch: 16, Folds: 3, Seed: 7, Threads: 2,
		Recipes: []Recipe{{Passes: 4, Rate: 1e-2, Decay: 1}, {Passes: 9, Rate: 1e-2, Decay: 0.1, Smooth: 0.1}},
	}
}

func study(t testing.TB, o Options) *Study {
	t.Helper()
	s, err := New(iris(t), o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func next(t testing.TB, s *Study) {
	t.Helper()
	if err := s.Next(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// ending is all that a study ends with.
func ending(t *testing.T, s *Study) []byte {
	t.Helper()
	state, err := s.State()
	if err != nil {
		t.Fatal(err)
	}
	n, _, err := s.Model()
	if err != nil {
		t.Fatal(err)
	}
	b, err := n.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	return append(state, b...)
}

// However often a study is written down and taken up again, and on however many
// processors, it ends with the same bytes; and it counts what it promised.
func TestResumed(t *testing.T) {
	straight := study(t, options())
	for !straight.Over() {
		next(t, straight)
	}
	if _, ok := straight.Chosen(); !ok || len(straight.Results()) != 2 || straight.Steps() > straight.Total() || straight.Last() != 0 {
		t.Errorf("%d of %d steps, %+v", straight.Steps(), straight.Total(), straight.Results())
	}
	want := ending(t, straight)
	o := options()
	o.Threads = 1
	s := study(t, o)
	for !s.Over() {
		state, err := s.State()
		if err != nil {
			t.Fatal(err)
		}
		s = study(t, o)
		if err := s.Restore(state); err != nil {
			t.Fatal(err)
		}
		next(t, s)
	}
	if !bytes.Equal(ending(t, s), want) {
		t.Error("interrupted at every pass, it ends with other bytes")
	}
	o.Seed++
	other := study(t, o)
	for !other.Over() {
		next(t, other)
	}
	if bytes.Equal(ending(t, other), want) {
		t.Error("another seed, the same bytes")
	}
}

// A state that is damaged, or another study's, is refused, and changes nothing.
func TestRestoreRefuses(t *testing.T) {
	s := study(t, options())
	for range 6 { // within the second recipe
		next(t, s)
	}
	state, err := s.State()
	if err != nil {
		t.Fatal(err)
	}
	o := options()
	o.Hidden = []int{9}
	if err := study(t, o).Restore(state); err == nil {
		t.Error("a state of smaller networks is taken")
	}
	head := func(h head) []byte {
		text, err := json.Marshal(h)
		if err != nil {
			t.Fatal(err)
		}
		return append([]byte{byte(len(text)), 0, 0, 0}, text...)
	}
	for name, bad := range map[string][]byte{
		"nothing": nil, "short": state[:3], "cut": state[:len(state)-1], "longer": append(bytes.Clone(state), 0), "no head": {255, 255, 255, 255, 1},
		"no such recipe": head(head2(2, 0, 1)), "negative passes": head(head2(0, -1, 1)), "no networks": head(head2(0, 0, 0)),
	} {
		if err := s.Restore(bad); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
	if now, err := s.State(); err != nil || !bytes.Equal(now, state) {
		t.Error("a refused state changed the study")
	}
}

func head2(chosen, passes, networks int) head {
	return head{Chosen: chosen, Passes: passes, Taken: make([]int, networks)}
}

// Each example is in one fold, and each fold has its share of each class.
func TestStratified(t *testing.T) {
	set := iris(t)
	folds := stratified(set, 7, 3)
	var seen []int
	for _, fold := range folds {
		counts := map[byte]int{}
		for _, i := range fold {
			counts[set.Labels[i]]++
		}
		for class := range byte(3) {
			if n := counts[class]; n < 7 || n > 8 { // 50/7
				t.Errorf("%d of class %d", n, class)
			}
		}
		seen = append(seen, fold...)
	}
	slices.Sort(seen)
	if len(seen) != 150 || len(slices.Compact(seen)) != 150 {
		t.Error("not every example once")
	}
}

// Settled before anything is judged, what there is is judged as it is.
func TestSettle(t *testing.T) {
	s := study(t, options())
	next(t, s)
	if err := s.Settle(); err != nil {
		t.Fatal(err)
	}
	if r := s.Results(); len(r) != 1 || r[0].Right < 20 || r[0].Right > 150 {
		t.Errorf("%+v", r)
	}
	if chosen, ok := s.Chosen(); !ok || chosen != 0 {
		t.Errorf("recipe %d, %v", chosen, ok)
	}
	if err := s.Settle(); err != nil || len(s.Results()) != 1 {
		t.Error("settled twice")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	before, steps := s.passes, s.steps
	if err := s.Next(ctx); !errors.Is(err, context.Canceled) || s.passes != before || s.steps != steps {
		t.Errorf("%v", err)
	}
}

func TestBest(t *testing.T) {
	s := &Study{}
	if s.Best() != -1 {
		t.Error("best of none")
	}
	s.results = []Result{{Right: 99, Loss: 0.3}, {Right: 97, Loss: 0.2}, {Right: 97, Loss: 0.2}, {Right: 98, Loss: 0.25}}
	if s.Best() != 2 {
		t.Errorf("recipe %d", s.Best())
	}
}

func TestNewRefuses(t *testing.T) {
	for name, change := range map[string]func(*Options){
		"one fold": func(o *Options) { o.Folds = 1 }, "more folds than examples": func(o *Options) { o.Folds = 151 },
		"no recipe": func(o *Options) { o.Recipes = nil }, "no batch": func(o *Options) { o.Batch = 0 },
	} {
		o := options()
		change(&o)
		if _, err := New(iris(t), o); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
}

func TestDiverged(t *testing.T) {
	o := options()
	o.Recipes = []Recipe{{Passes: 50, Rate: 1e30, Decay: 1}}
	s := study(t, o)
	var err error
	for range 50 {
		if err = s.Next(t.Context()); err != nil {
			break
		}
	}
	if !errors.Is(err, ErrDiverged) {
		t.Errorf("%v", err)
	}
}
