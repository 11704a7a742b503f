package player

import (
	"context"
	"errors"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
)

// claimed is a hold-out of n examples, one in a group, that a network is right about, except those of wrong.
func claimed(n int, wrong ...int) *matter {
	r := rand.New(rand.NewPCG(5, 6))
	net := graphtest.Residual(r)
	m := &matter{claim: dispute.NewClaim(net), layout: dataset.Layout{GroupSize: 1, Features: net.Inputs(), Classes: net.Classes(), Form: dataset.Plain}}
	c := net.Counter()
	for i := range n {
		payload := make([]byte, net.Inputs()+1)
		for k := range net.Inputs() {
			payload[k] = byte(r.Uint32())
		}
		label := model.Largest(c.Logits(payload[:net.Inputs()]))
		if slices.Contains(wrong, i) {
			label = (label + 1) % net.Classes()
		}
		payload[net.Inputs()] = byte(label)
		m.groups = append(m.groups, market.Group{Payload: payload})
	}
	return m
}

// without takes the data of examples away: who computes one of them panics.
func (m *matter) without(examples []int) {
	for _, i := range examples {
		m.groups[i].Payload = nil
	}
}

// says is a bitmap that has all of n examples right, but for some.
func says(n int, but ...int) []byte {
	right := make([]bool, n)
	for i := range right {
		right[i] = !slices.Contains(but, i)
	}
	return dispute.Bitmap(right)
}

// inOrder has examples computed one after the other.
func inOrder(t *testing.T) {
	before := runtime.GOMAXPROCS(1)
	t.Cleanup(func() { runtime.GOMAXPROCS(before) })
}

// A lie among many examples is found, and nothing behind it is computed.
func TestALieIsFoundEarly(t *testing.T) {
	inOrder(t)
	const n = 300
	lies := []int{3, 77, 78, 200, 299}
	for seed := range byte(8) {
		m, in := claimed(n, lies...), order(says(n), n, [32]byte{seed})
		first := slices.IndexFunc(in, func(i int) bool { return slices.Contains(lies, i) })
		m.without(in[first+1:])
		f, err := m.examine(t.Context(), finding{lie: -1}, in)
		if err != nil || f.lie != in[first] || !f.over {
			t.Errorf("%+v, want the lie about example %d: %v", f, in[first], err)
		}
	}
}

// Wherever a lie is, among as many examples as there may be at once, it is found.
func TestEveryLieIsFound(t *testing.T) {
	const n = 40
	for lie := range n {
		f, err := claimed(n, lie).examine(t.Context(), finding{lie: -1}, order(says(n), n, [32]byte{1}))
		if err != nil || f.lie != lie || !f.over {
			t.Errorf("%+v, want the lie about example %d: %v", f, lie, err)
		}
	}
}

// Of an honest claim, that of a network that is wrong about some, just what is said to be right is computed, and found true.
func TestAnHonestClaimIsFoundTrue(t *testing.T) {
	const n = 200
	wrong := []int{0, 5, 99, 199}
	m, in := claimed(n, wrong...), order(says(n, wrong...), n, [32]byte{1})
	m.without(wrong)
	f, err := m.examine(t.Context(), finding{lie: -1}, in)
	if want := (finding{checked: n - 4, lie: -1, over: true}); err != nil || f != want {
		t.Errorf("%+v, want %+v: %v", f, want, err)
	}
}

// Where a model's blobs hold other weights than were committed to, nothing has to be computed: whatever is said is false.
func TestWhatIsFalseAltogetherIsNotComputed(t *testing.T) {
	const n = 20
	m := claimed(n)
	m.claim.WeightsRoot[0] ^= 1
	m.without(order(says(n), n, [32]byte{}))
	f, err := m.examine(t.Context(), finding{lie: -1}, order(says(n, 0, 1, 2), n, [32]byte{1}))
	if err != nil || f.lie < 3 || !f.over {
		t.Errorf("%+v, want a lie about an example that is said to be right: %v", f, err)
	}
	if f, err := m.examine(t.Context(), finding{lie: -1}, nil); err != nil || f.lie >= 0 || !f.over {
		t.Errorf("nothing is said to be right, but %+v: %v", f, err)
	}
}

// What is ended goes on where it was.
func TestExaminingGoesOn(t *testing.T) {
	inOrder(t)
	const n = 60
	m, in := claimed(n), order(says(n), n, [32]byte{1})
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	f, err := m.examine(ended, finding{lie: -1, checked: 30}, in)
	if want := (finding{checked: 30, lie: -1}); !errors.Is(err, context.Canceled) || f != want {
		t.Errorf("%+v, want %+v: %v", f, want, err)
	}
	m.without(in[:30])
	if f, err = m.examine(t.Context(), f, in); err != nil || f.checked != n || !f.over {
		t.Errorf("%+v: %v", f, err)
	}
}

// The order holds just what is said to be right. It follows from what only we know: whatever a claimant asserts, and whoever
// they think will look, they cannot tell which example comes last.
func TestTheOrderIsOurs(t *testing.T) {
	const n = 500
	said := says(n, 1, 2, 3)
	a, b := New(nil, nil, nil), New(nil, nil, nil)
	claim := name{[32]byte{1}, [32]byte{2}}
	in := func(p *Player, of name) []int { return order(said, n, p.seeded(of)) }
	one := in(a, claim)
	if !slices.Equal(one, in(a, claim)) {
		t.Error("the order changes from one look to the next")
	}
	for what, other := range map[string][]int{
		"another watcher": in(b, claim), "another claim": in(a, name{[32]byte{2}, [32]byte{2}}), "another assertion": in(a, name{[32]byte{1}, [32]byte{3}}),
	} {
		if slices.Equal(one, other) {
			t.Errorf("%s has the same order", what)
		}
		slices.Sort(other)
		if len(slices.Compact(other)) != n-3 || slices.ContainsFunc(other, func(i int) bool { return !dispute.Says(said, i) }) {
			t.Errorf("%s: the order is not of what is said to be right, each once", what)
		}
	}
}
