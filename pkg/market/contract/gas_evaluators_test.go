package contract_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// gasOfEvaluators is execution alone, without the market: the dense evaluators
// in runs of so many batches.
func gasOfEvaluators(t testing.TB, table *gasTable) {
	table.section = "The evaluators alone, execution"
	training, test := trainingDigits(), testDigits(200)
	for _, f := range forms() {
		e := newEvaluator(t, f)
		wide := trained(t, training, f.bits, 6000, -64, -10)
		small := trained(t, thumbnails(training), f.bits, 6000, -32, -10)
		for _, batches := range []int{8, 4, 2, 1} {
			e.measure(t, table, "784-64-10", wide, test, batches)
		}
		for _, batches := range []int{8, 1} {
			e.measure(t, table, "64-32-10", small, thumbnails(test), batches)
		}
	}
}

// measure counts one group of so many batches.
func (e *instance) measure(t testing.TB, table *gasTable, name string, net *model.Network, test *dataset.Set, batches int) {
	t.Helper()
	features := test.Shape.Features()
	layout := e.layout(0, features, test.Classes)
	n := batches * layout.Lanes()
	layout.GroupSize = n
	pixels, labels := test.Pixels[:n*features], test.Labels[:n]
	b := marshal(t, net)
	e.checkGas(t, b, features, test.Classes)
	right, gas := e.count(t, b, [][]byte{payload(t, pixels, labels, layout)}, n)
	if want := model.NewEvaluator(net).CountRight(pixels, labels); right != want {
		t.Errorf("%s: the contract counts %d, the model %d", name, right, want)
	}
	batch := "a batch"
	if batches > 1 {
		batch = fmt.Sprintf("%d batches", batches)
	}
	row := table.add(fmt.Sprintf("count, %s", e.name()), fmt.Sprintf("%s, %s of %d vectors", name, batch, n/batches), gas)
	row.macs = n * net.MACs()
	switch {
	case name != "784-64-10" || batches < 8:
	case e.bits == model.Bits4:
		row.mostPerMAC = 1.6
	default:
		row.mostPerMAC = 2.0
	}
}

func (e *instance) name() string {
	if e.bits == model.Bits4 {
		return "dense, 4 bits"
	}
	return "dense, 8 bits"
}

// noise is what a network takes for its own: without a zero byte, the dearest
// calldata, in any of the forms, and labelled by the network.
func noise(t testing.TB, net *model.Network, n int) *dataset.Set {
	t.Helper()
	r := rand.New(rand.NewPCG(31, 32))
	features := net.Input.Size()
	set := &dataset.Set{Shape: dataset.Shape(net.Input), Classes: net.Classes(), Pixels: make([]byte, n*features), Labels: make([]byte, n)}
	for i := range set.Pixels {
		set.Pixels[i] = byte(17 + r.IntN(239)) // a nibble of 1 at least
	}
	e := model.NewEvaluator(net)
	for i := range set.Labels {
		set.Labels[i] = byte(e.Classify(set.Example(i)))
	}
	return set
}
