package engine

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/gomlx/compute"
	"github.com/gomlx/compute/dtypes"
	"github.com/gomlx/compute/shapes"
	g "github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/core/tensors"
)

// Options are the settings of training that are not the network's.
type Options struct {
	Backend string  // "" is DefaultBackend
	Batch   int     // examples in a step
	Decay   float64 // decoupled weight decay (AdamW), for kernels only
	L1      float64 // decoupled L1 decay, for kernels only
}

// evalBatch is how many examples one evaluation call classifies.
const evalBatch = 256

// Engine holds a network in training: parameters and both Adam moments. It is
// not safe for concurrent use. After an error from Step its state is undefined.
type Engine struct {
	spec    Spec
	opt     Options
	backend compute.Backend
	shapes  []shapes.Shape
	state   []*tensors.Tensor // parameters, first moments, second moments
	step    int
	loss    *tensors.Tensor
	train   *g.Exec
	eval    *g.Exec
}

// New opens the backend, draws the initial weights and compiles the training
// step. The error wraps ErrDevice or ErrMemory where those are the cause.
func New(spec Spec, opt Options) (*Engine, error) {
	if err := spec.Validate(); err != nil {
		return nil, err
	}
	if opt.Batch < 1 {
		return nil, fmt.Errorf("batch of %d: want at least 1", opt.Batch)
	}
	backend, err := openBackend(opt.Backend)
	if err != nil {
		return nil, err
	}
	e := &Engine{spec: spec, opt: opt, backend: backend, shapes: spec.paramShapes()}
	convolve := convolution(im2col)
	if strings.HasPrefix(opt.Backend, "xla") {
		convolve = nativeConvolution
	}
	if e.train, err = g.NewExec(backend, func(in []*g.Node) []*g.Node { return e.trainGraph(in, convolve) }); err == nil {
		e.eval, err = g.NewExec(backend, func(in []*g.Node) *g.Node { return spec.forward(in[0], in[1:], convolve) })
	}
	if err != nil {
		e.Close()
		return nil, classify(err)
	}
	params := spec.initial()
	for i := range 3 * len(params) {
		values := params[i%len(params)]
		if i >= len(params) {
			values = make([]float32, len(values))
		}
		e.state = append(e.state, e.tensor(i, values))
	}
	if err := e.compile(); err != nil {
		e.Close()
		return nil, classify(fmt.Errorf("compile the training step: %w", err))
	}
	return e, nil
}

func (e *Engine) tensor(i int, values []float32) *tensors.Tensor {
	return tensors.FromFlatDataAndDimensions(values, e.shapes[i%len(e.shapes)].Dimensions...)
}

func (e *Engine) compile() error {
	in := []shapes.Shape{
		shapes.Make(dtypes.Uint8, e.opt.Batch, e.spec.Input.Size()), shapes.Make(dtypes.Uint8, e.opt.Batch),
		shapes.Make(dtypes.Float32, 4),
	}
	for range 3 {
		in = append(in, e.shapes...)
	}
	_, err := e.train.Compile(in...)
	return err
}

// Adam's constants (Kingma and Ba 2015).
const (
	beta1   = 0.9
	beta2   = 0.999
	epsilon = 1e-7
)

// trainGraph takes pixels, labels, the step's factors (see factors) and the
// state; it gives the mean loss and the next state.
func (e *Engine) trainGraph(in []*g.Node, convolve convolution) []*g.Node {
	pixels, labels, factors, state := in[0], in[1], in[2], in[3:]
	n := len(e.shapes)
	params, m, v := state[:n], state[n:2*n], state[2*n:]
	logits := e.spec.forward(pixels, params, convolve)
	truth := g.OneHot(g.ConvertDType(labels, dtypes.Int32), e.spec.Classes, dtypes.Float32)
	loss := g.MulScalar(g.ReduceAllSum(g.Mul(truth, g.LogSoftmax(logits))), -1/float64(e.opt.Batch))
	factor := func(i int) *g.Node { return g.Reshape(g.Slice(factors, g.AxisElem(i))) }
	rate, eps, keep, shrink := factor(0), factor(1), factor(2), factor(3)

	next := make([]*g.Node, 3*n)
	for i, grad := range g.Gradient(loss, params...) {
		next[n+i] = g.Add(g.MulScalar(m[i], beta1), g.MulScalar(grad, 1-beta1))
		next[2*n+i] = g.Add(g.MulScalar(v[i], beta2), g.MulScalar(g.Square(grad), 1-beta2))
		p := params[i]
		if kernel := i%2 == 0; kernel && e.opt.Decay > 0 {
			p = g.Mul(p, keep)
		}
		p = g.Sub(p, g.Div(g.Mul(next[n+i], rate), g.Add(g.Sqrt(next[2*n+i]), eps)))
		if kernel := i%2 == 0; kernel && e.opt.L1 > 0 {
			// The proximal step of L1: towards zero by shrink, never across.
			p = g.Sub(p, g.Max(g.Min(p, shrink), g.Neg(shrink)))
		}
		next[i] = p
	}
	return append([]*g.Node{loss}, next...)
}

// factors folds Adam's bias correction into the rate and epsilon (the
// efficient order of its paper, section 2), so that the step number is no
// input of the graph.
func (e *Engine) factors(rate float64) []float32 {
	t := float64(e.step + 1)
	c1, c2 := 1-math.Pow(beta1, t), math.Sqrt(1-math.Pow(beta2, t))
	return []float32{float32(rate * c2 / c1), float32(epsilon * c2), float32(1 - rate*e.opt.Decay), float32(rate * e.opt.L1)}
}

// Step trains on one batch: Options.Batch examples one after the other, and
// their labels.
func (e *Engine) Step(pixels, labels []byte, rate float64) error {
	if len(labels) != e.opt.Batch || len(pixels) != e.opt.Batch*e.spec.Input.Size() {
		return fmt.Errorf("batch of %d labels and %d pixels, want %d and %d",
			len(labels), len(pixels), e.opt.Batch, e.opt.Batch*e.spec.Input.Size())
	}
	args := []any{
		tensors.FromFlatDataAndDimensions(pixels, e.opt.Batch, e.spec.Input.Size()),
		tensors.FromFlatDataAndDimensions(labels, e.opt.Batch),
		tensors.FromFlatDataAndDimensions(e.factors(rate), 4),
	}
	for _, t := range e.state {
		donated, err := g.DonateTensorBuffer(t, e.backend, 0)
		if err != nil {
			return classify(err)
		}
		args = append(args, donated)
	}
	out, err := e.train.Call(args...)
	for _, a := range args[:3] {
		err = errors.Join(err, a.(*tensors.Tensor).FinalizeAll())
	}
	if e.loss != nil {
		err = errors.Join(err, e.loss.FinalizeAll())
	}
	if err != nil {
		return classify(fmt.Errorf("step %d: %w", e.step+1, err))
	}
	e.loss, e.state = out[0], out[1:]
	e.step++
	return nil
}

// Loss is the mean loss of the last step's batch (before its update), 0 before
// the first; reading it waits for the device.
func (e *Engine) Loss() (float64, error) {
	if e.loss == nil {
		return 0, nil
	}
	values, err := tensors.CopyFlatData[float32](e.loss)
	if err != nil {
		return 0, classify(err)
	}
	return float64(values[0]), nil
}

// Steps counts the steps taken, those before a restored state included.
func (e *Engine) Steps() int { return e.step }

// Logits are the float network's outputs for examples one after the other,
// Classes values for each.
func (e *Engine) Logits(pixels []byte) ([]float32, error) {
	features := e.spec.Input.Size()
	if len(pixels)%features != 0 {
		return nil, fmt.Errorf("%d pixels are no multiple of %d features", len(pixels), features)
	}
	var all []float32
	for len(pixels) > 0 {
		chunk := min(evalBatch*features, len(pixels))
		buf := make([]byte, evalBatch*features) // the last one is padded: one shape, one program
		copy(buf, pixels[:chunk])
		args := []any{tensors.FromFlatDataAndDimensions(buf, evalBatch, features)}
		for _, t := range e.state[:len(e.shapes)] {
			args = append(args, t)
		}
		out, err := e.eval.Call(args...)
		if err != nil {
			return nil, classify(fmt.Errorf("evaluate: %w", err))
		}
		values, err := tensors.CopyFlatData[float32](out[0])
		if err != nil {
			return nil, classify(err)
		}
		all = append(all, values[:chunk/features*e.spec.Classes]...)
		if err := errors.Join(out[0].FinalizeAll(), args[0].(*tensors.Tensor).FinalizeAll()); err != nil {
			return nil, classify(err)
		}
		pixels = pixels[chunk:]
	}
	return all, nil
}

// CountRight counts the examples whose largest logit is at their label (the
// lowest index of equals, as model does).
func (e *Engine) CountRight(pixels, labels []byte) (int, error) {
	logits, err := e.Logits(pixels)
	if err != nil {
		return 0, err
	}
	right := 0
	for i, label := range labels {
		row := logits[i*e.spec.Classes : (i+1)*e.spec.Classes]
		best := 0
		for j, v := range row {
			if v > row[best] {
				best = j
			}
		}
		if best == int(label) {
			right++
		}
	}
	return right, nil
}

// Close frees what the device holds.
func (e *Engine) Close() {
	for _, t := range e.state {
		_ = t.FinalizeAll()
	}
	if e.loss != nil {
		_ = e.loss.FinalizeAll()
	}
	for _, x := range []*g.Exec{e.train, e.eval} {
		if x != nil {
			x.Finalize()
		}
	}
	e.backend.Finalize()
}
