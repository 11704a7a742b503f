package signal

import (
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// The filter follows what moves slowly and smooths what only trembles: its error
// is well below the quotes' own.
func TestFilterSmooths(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var f Filter
	level, raw, filtered := math.Log(0.05), 0.0, 0.0
	for i := range 20_000 {
		level += 0.002 * r.NormFloat64()
		quote := level + 0.05*r.NormFloat64()
		got := math.Log(f.Observe(math.Exp(quote)))
		if i > 2000 {
			raw += (quote - level) * (quote - level)
			filtered += (got - level) * (got - level)
		}
	}
	if ratio := math.Sqrt(filtered / raw); ratio > 0.35 {
		t.Errorf("the filtered error is %.2f of the quotes'", ratio)
	}
}

// One absurd poll is not believed, three in a row are.
func TestOutliers(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var f Filter
	for range 500 {
		f.Observe(0.05 * math.Exp(0.01*r.NormFloat64()))
	}
	before := f.level
	for range 2 {
		if f.Observe(5); math.Abs(f.level-before) > 1e-12 {
			t.Fatalf("the level moved from %v to %v", before, f.level)
		}
	}
	if got := f.Observe(5); got < 3 {
		t.Errorf("after three polls it is %v", got)
	}
	for _, v := range []float64{0, -1, math.Inf(1), math.NaN()} {
		if got := f.Observe(v); math.IsNaN(got) || math.IsInf(got, 0) {
			t.Fatalf("%v made it %v", v, got)
		}
	}
}

// The variance of a lead is what its movement says.
func TestLeadVariance(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	track := NewTrack(1.0 / 6)
	a, b := profit.Mining("a"), profit.Mining("b")
	const rate = 1e-5 // (USD/h)^2 per hour, of each
	grossA, grossB := 0.5, 0.5
	var signals []profit.Signal
	for range 20_000 {
		grossA = math.Max(0.3, grossA+math.Sqrt(rate/6)*r.NormFloat64())
		grossB = math.Max(0.3, grossB+math.Sqrt(rate/6)*r.NormFloat64())
		signals = track.Observe([]profit.Estimate{
			{Workload: profit.Idling},
			{Workload: a, Gross: profit.USDPerHour(grossA)}, {Workload: b, Gross: profit.USDPerHour(grossB)},
			{Workload: profit.Mining("c"), Unbelieved: "old"},
		})
	}
	for _, s := range track.Leads(signals, a) {
		if s.Workload == b && (s.LeadVariance < rate || s.LeadVariance > 3*rate) {
			t.Errorf("%v, it is %v", s.LeadVariance, 2*rate)
		}
	}
	if s := track.Leads(signals, profit.Mining("z")); s[0].LeadVariance != 0 {
		t.Error("the lead over what was never seen is known")
	}
}

// A track that was stored goes on as if nothing had happened.
func TestTrackIsStored(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	poll := func(i int) []profit.Estimate {
		es := []profit.Estimate{{Workload: profit.Idling, Net: -0.01, Electricity: 0.01}}
		for k, name := range []string{"a", "b", "c"} {
			if name == "c" && i < 50 {
				continue // comes later
			}
			gross := profit.USDPerHour(math.Exp(0.02*r.NormFloat64()) * float64(k+1))
			es = append(es, profit.Estimate{Workload: profit.Mining(name), Gross: gross, Net: gross})
		}
		return es
	}
	one := NewTrack(1.0 / 6)
	for i := range 100 {
		one.Observe(poll(i))
	}
	b, err := one.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	two := new(Track)
	if err := two.UnmarshalBinary(b); err != nil {
		t.Fatal(err)
	}
	running := profit.Mining("a")
	for i := range 50 {
		es := poll(100 + i)
		if was, is := one.Leads(one.Observe(es), running), two.Leads(two.Observe(es), running); !reflect.DeepEqual(was, is) {
			t.Fatalf("poll %d: %+v became %+v", i, was, is)
		}
	}
	if err := two.UnmarshalBinary([]byte("nonsense")); err == nil {
		t.Error("nonsense is read")
	}
}
