package contract_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/freivalds"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// gasOfEvaluators is execution alone, without the market: the dense evaluators
// in runs of so many batches, convolutions batch by batch.
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
	e := newConvEvaluator(t)
	for _, layers := range [][]int{{16, 0, 16, 0, -10}, {8, 0, 16, 0, -32, -10}} {
		net := trained(t, training, model.Bits8, 1500, layers...)
		e.measure(t, table, "1x28x28 "+planned(layers), net, test, 1)
	}
	layers := []int{8, 0, 16, 0, 24, 0, -48, -10}
	net := trained(t, inColour(training), model.Bits8, 800, layers...)
	e.measure(t, table, "3x32x32 "+planned(layers), net, inColour(test), 1)
}

// planned is how a network with convolutions is written: P is pooling.
func planned(layers []int) string {
	text := fmt.Sprint(layers)
	text = strings.NewReplacer(" 0 ", " P ", "-", "").Replace(text)
	return strings.Trim(text, "[]")
}

// inColour puts 28x28 images into the middle of 32x32, each channel of them as
// bright as a tint that changes from image to image.
func inColour(set *dataset.Set) *dataset.Set {
	c := &dataset.Set{Shape: dataset.Shape{Channels: 3, Height: 32, Width: 32}, Classes: set.Classes, Labels: set.Labels, Pixels: make([]byte, set.Len()*3072)}
	r := rand.New(rand.NewPCG(51, 52))
	for i := range set.Len() {
		for channel := range 3 {
			tint := 64 + r.IntN(192)
			for at, v := range set.Example(i) {
				c.Pixels[i*3072+channel*1024+(2+at/28)*32+2+at%28] = byte(int(v) * tint / 255)
			}
		}
	}
	return c
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
	case e.data == dataset.Columns12:
		row.mostPerMAC = 2.5
	case name != "784-64-10" || batches < 8:
	case e.bits == model.Bits4:
		row.mostPerMAC = 1.6
	default:
		row.mostPerMAC = 2.0
	}
}

func (e *instance) name() string {
	switch {
	case e.data == dataset.Columns12:
		return "convolutions"
	case e.bits == model.Bits4:
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

// gasOfFreivalds is loading and evaluating with every cost of every
// transaction: base, calldata at today's prices with its floor, execution.
func gasOfFreivalds(t testing.TB, table *gasTable) {
	table.section = "Freivalds, 1,024 vectors in groups of 32, with all that its transactions cost"
	training, test := trainingDigits(), testDigits(64*freivalds.Lanes)
	before := 1e9
	for _, hidden := range []int{64, 128, 256, 512} {
		net := trained(t, training, model.Bits8, 1500, -hidden, -10)
		row := gasOfWide(t, table, net, test, fmt.Sprintf("784-%d-10", hidden))
		if hidden == 128 {
			row.mostPerMAC = 0.5
		}
		if row.perMAC() > before {
			t.Errorf("784-%d-10: %.3f gas for each multiply-accumulate, more than a narrower network's", hidden, row.perMAC())
		}
		before = row.perMAC()
		if hidden == 128 {
			gasOfWide(t, table, net, noise(t, net, test.Len()), "784-128-10, data without a zero byte")
			gasOfWideAlone(t, table, net, test)
		}
	}
}

// gasOfWide books what a network's model and its evaluation cost, and both.
func gasOfWide(t testing.TB, table *gasTable, net *model.Network, test *dataset.Set, shape string) *gasRow {
	c, _ := newStillChain(t)
	w := newWide(c, net, holdoutOf(t, test, freivalds.Lanes, dataset.Columns32), 32)
	load, evaluate := w.load(), w.evaluate()
	if e := w.entry(w.id, entryOfWide); int(e.Right) != w.right(net) {
		t.Errorf("%s: the contract counts %d, the model %d", shape, e.Right, w.right(net))
	}
	a := *table.sum("revealModel", shape, load.row())
	b := *table.sum("evaluate", shape, evaluate.row())
	row := table.sum("both", shape, a, b)
	row.macs = 1024 * net.MACs()
	return row
}

func (b bill) row() gasRow {
	return gasRow{calls: int(b.transactions), gas: b.gas, largest: b.largest}
}

// gasOfWideAlone is the evaluator's execution for one group.
func gasOfWideAlone(t testing.TB, table *gasTable, net *model.Network, test *dataset.Set) {
	e := newEvaluator(t, form{model.Bits8, dataset.Columns32, contract.FreivaldsEvaluatorMetaData.Bin})
	data := holdoutOf(t, test, freivalds.Lanes, dataset.Columns32)
	m, err := freivalds.NewModel(net)
	if err != nil {
		t.Fatal(err)
	}
	witnesses, err := m.Witnesses(data.payloads[:1])
	if err != nil {
		t.Fatal(err)
	}
	program := m.Load([32]byte{1}, witnesses.Root()).Program
	_, gas, err := e.call(evaluatorABI.PackCount(program, new(big.Int), data.payloads[0], witnesses.Witness(0), wei(freivalds.Lanes)))
	if err != nil {
		t.Fatal(err)
	}
	table.add("count, execution alone", "784-128-10, a group", gas).macs = freivalds.Lanes * net.MACs()
}
