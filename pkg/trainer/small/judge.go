package small

import (
	"math"

	"golang.org/x/sync/errgroup"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// verdict is what an integer network says of examples that it was not trained
// on: its logits in the units of the float network, and who is right.
type verdict struct {
	logits            []float64
	labels            []byte
	right, rightFloat int
}

// join is the verdict on both's examples.
func (v verdict) join(w verdict) verdict {
	return verdict{append(v.logits, w.logits...), append(v.labels, w.labels...), v.right + w.right, v.rightFloat + w.rightFloat}
}

// units is the factor that turns integer logits into floats' best, by least
// squares of what is left of both once each example's mean is taken off: a
// common shift of its logits means nothing. 0 where the integers say nothing.
func units(integer []int32, float []float32, classes int) float64 {
	var both, squares float64
	for at := 0; at+classes <= len(integer); at += classes {
		var a, b float64
		for k := range classes {
			a, b = a+float64(integer[at+k])/float64(classes), b+float64(float[at+k])/float64(classes)
		}
		for k := range classes {
			x := float64(integer[at+k]) - a
			both, squares = both+x*(float64(float[at+k])-b), squares+x*x
		}
	}
	if squares == 0 || both < 0 {
		return 0
	}
	return both / squares
}

// crossEntropy is the mean loss of logits times sharpness, by whose labels is
// right. Sharpness 0 says nothing: log(classes).
func crossEntropy(logits []float64, labels []byte, sharpness float64) float64 {
	classes, sum := len(logits)/max(len(labels), 1), 0.0
	for i, label := range labels {
		row := logits[i*classes : (i+1)*classes]
		top, total := math.Inf(-1), 0.0
		for _, v := range row {
			top = max(top, v*sharpness)
		}
		for _, v := range row {
			total += math.Exp(v*sharpness - top)
		}
		sum += math.Log(total) + top - row[label]*sharpness
	}
	return sum / float64(max(len(labels), 1))
}

// calibrated is the least loss over how sharp the logits are taken to be, within
// a factor of eight: recipes differ in how sure of themselves their networks are,
// and the contract looks at the largest logit alone. The loss is convex in the
// sharpness, so that thirds close in on it.
func (v verdict) calibrated() float64 {
	low, high := -3*math.Ln2, 3*math.Ln2
	at := func(x float64) float64 { return crossEntropy(v.logits, v.labels, math.Exp(x)) }
	for range 40 {
		a, b := low+(high-low)/3, high-(high-low)/3
		if at(a) <= at(b) {
			high = b
		} else {
			low = a
		}
	}
	return at((low + high) / 2)
}

// largest is the index of the largest value, the lowest of equals.
func largest[T int32 | float32](v []T) int {
	best := 0
	for i, x := range v {
		if x > v[best] {
			best = i
		}
	}
	return best
}

// Right counts the examples whose largest logit is at their label.
func Right[T int32 | float32](logits []T, labels []byte) (right int) {
	classes := len(logits) / max(len(labels), 1)
	for i, label := range labels {
		if largest(logits[i*classes:(i+1)*classes]) == int(label) {
			right++
		}
	}
	return right
}

// Loss is the integer network's mean cross-entropy, its logits being in the units
// of the float network that it was made of.
func Loss(integer []int32, float []float32, labels []byte) float64 {
	v := verdict{labels: labels}
	v.take(integer, float)
	return crossEntropy(v.logits, labels, 1)
}

// take adds integer logits in the float network's units.
func (v *verdict) take(integer []int32, float []float32) {
	unit := units(integer, float, len(integer)/max(len(v.labels), 1))
	for _, x := range integer {
		v.logits = append(v.logits, float64(x)*unit)
	}
}

// judge asks both networks about the examples at rows.
func (s *Study) judge(n *net, integer *model.Network, rows []int) verdict {
	e, work := model.NewEvaluator(integer), newScratch(n.sizes)
	var v verdict
	var integers []int32
	var floats []float32
	for _, i := range rows {
		integers = append(integers, e.Logits(s.set.Example(i))...)
		floats = append(floats, n.forward(work, s.example(i))...)
		v.labels = append(v.labels, s.set.Labels[i])
	}
	v.right, v.rightFloat = Right(integers, v.labels), Right(floats, v.labels)
	v.take(integers, floats)
	return v
}

// judgeAll asks each fold's network about its fold.
func (s *Study) judgeAll() (Result, error) {
	verdicts := make([]verdict, len(s.nets))
	group := errgroup.Group{}
	group.SetLimit(max(1, s.opt.Threads))
	for k, n := range s.nets {
		group.Go(func() error {
			integer, err := s.quantize(n, s.rows(k))
			if err == nil {
				verdicts[k] = s.judge(n, integer, s.folds[k])
			}
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return Result{}, err
	}
	var all verdict
	for _, v := range verdicts {
		all = all.join(v)
	}
	return Result{Right: all.right, RightFloat: all.rightFloat, Loss: all.calibrated()}, nil
}
