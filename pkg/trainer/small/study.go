package small

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"

	"golang.org/x/sync/errgroup"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// Recipe is one way to train.
type Recipe struct {
	Passes int     // over the examples
	Rate   float64 // Adam's at the start; it falls to zero as half a cosine
	Decay  float64 // decoupled weight decay
	Smooth float64 // share of a label that is given to all classes alike
}

// Options are what a study depends on besides its examples.
type Options struct {
	Hidden  []int // outputs of each hidden layer
	Bits    model.Bits
	Batch   int
	Folds   int
	Seed    uint64
	Recipes []Recipe
	Threads int // processors to use; they do not change what comes out
}

// Result is a recipe's cross-validation: of every example once, by a network
// that was not trained on it.
type Result struct {
	Right      int     `json:"right"`       // of the integer networks
	RightFloat int     `json:"right_float"` // of the same ones before quantisation
	Loss       float64 `json:"loss"`        // of the integer networks
}

// Study is a cross-validation and the training that follows from it.
//
//	recipe 0: a pass of each fold's network, and again -> judged
//	recipe 1: ...                                       -> judged
//	the best recipe: a pass of one network on all       -> over
type Study struct {
	set     *dataset.Set
	opt     Options
	scale   scale
	inputs  []float32
	folds   [][]int // examples of each
	results []Result
	chosen  int // recipe of the last network; -1: recipes are still tried
	passes  int // of the present networks
	steps   int // of all networks so far
	nets    []*net
}

// Streams of random numbers, all from the seed; the low half is the pass.
const (
	streamFolds   = 1 << 48
	streamWeights = 2 << 48
	streamOrder   = 3 << 48
	lastNetwork   = 0xffff // its number, where the others have their fold's
)

func random(seed, stream uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, stream)) }

// New begins a study.
func New(set *dataset.Set, opt Options) (*Study, error) {
	switch {
	case opt.Folds < 2 || opt.Folds > set.Len():
		return nil, fmt.Errorf("%d folds of %d examples: want 2 or more, and an example for each", opt.Folds, set.Len())
	case len(opt.Recipes) == 0:
		return nil, errors.New("no recipe")
	case opt.Batch < 1:
		return nil, fmt.Errorf("batch of %d: want at least 1", opt.Batch)
	}
	s := &Study{set: set, opt: opt, scale: scaleOf(set), chosen: -1}
	s.inputs = s.scale.of(set)
	s.folds = stratified(set, opt.Folds, opt.Seed)
	s.begin()
	return s, nil
}

// stratified deals the examples out to folds, class by class, so that each has
// its share of every class: with few of a class, chance would not see to it.
func stratified(set *dataset.Set, folds int, seed uint64) [][]int {
	order := random(seed, streamFolds).Perm(set.Len())
	out, next := make([][]int, folds), 0
	for class := range set.Classes {
		for _, i := range order {
			if int(set.Labels[i]) == class {
				out[next%folds] = append(out[next%folds], i)
				next++
			}
		}
	}
	return out
}

func (s *Study) sizes() []int {
	return append(append([]int{s.set.Shape.Features()}, s.opt.Hidden...), s.set.Classes)
}

func (s *Study) example(i int) []float32 {
	features := s.set.Shape.Features()
	return s.inputs[i*features : (i+1)*features]
}

// recipe is what the present networks are trained by.
func (s *Study) recipe() Recipe {
	if s.chosen >= 0 {
		return s.opt.Recipes[s.chosen]
	}
	return s.opt.Recipes[len(s.results)]
}

// begin draws the networks of the next recipe, or the last one. A fold's
// network starts alike for every recipe, so that chance does not choose.
func (s *Study) begin() {
	s.passes, s.nets = 0, nil
	if s.chosen >= 0 {
		s.nets = []*net{newNet(s.sizes(), random(s.opt.Seed, streamWeights|lastNetwork))}
		return
	}
	for f := range s.folds {
		s.nets = append(s.nets, newNet(s.sizes(), random(s.opt.Seed, streamWeights|uint64(f))))
	}
}

// rows are the examples that a present network is trained on.
func (s *Study) rows(network int) []int {
	var rows []int
	for f, fold := range s.folds {
		if s.chosen >= 0 || f != network {
			rows = append(rows, fold...)
		}
	}
	return rows
}

// Over says whether the last network is trained.
func (s *Study) Over() bool { return s.chosen >= 0 && s.passes >= s.recipe().Passes }

// Results are those of the recipes that have been judged.
func (s *Study) Results() []Result { return s.results }

// Chosen is the recipe by which the last network is trained; ok is false while
// recipes are still tried.
func (s *Study) Chosen() (recipe int, ok bool) { return s.chosen, s.chosen >= 0 }

// Best is the recipe of least loss, of equals the later one; -1 before the first
// is judged. Not the one with the most right answers: of a hundred examples they
// differ by one or two, which is chance, where the loss weighs every example.
func (s *Study) Best() int {
	best := -1
	for i, r := range s.results {
		if best < 0 || r.Loss <= s.results[best].Loss {
			best = i
		}
	}
	return best
}

// Next takes one pass of every present network, on several processors. After the
// last pass of a recipe it is judged, and the next one begins. Interrupted, it
// has changed nothing or all: what it leaves can be written down.
func (s *Study) Next(ctx context.Context) error {
	if err := ctx.Err(); err != nil || s.Over() {
		return err
	}
	taken := make([]int, len(s.nets))
	group := errgroup.Group{}
	group.SetLimit(max(1, s.opt.Threads))
	for k := range s.nets {
		group.Go(func() error {
			var err error
			taken[k], err = s.pass(k)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	for _, n := range taken {
		s.steps += n
	}
	s.passes++
	if s.chosen >= 0 || s.passes < s.recipe().Passes {
		return nil
	}
	return s.conclude()
}

// ErrDiverged is wrapped where weights are no longer numbers.
var ErrDiverged = errors.New("training diverged")

// pass takes one pass of a network over its examples and counts the steps. The
// examples left over by the last full batch are others in each pass.
func (s *Study) pass(network int) (steps int, err error) {
	n, r, rows := s.nets[network], s.recipe(), s.rows(network)
	number := uint64(network)
	if s.chosen >= 0 {
		number = lastNetwork
	}
	order := random(s.opt.Seed, streamOrder|number<<32|uint64(s.passes)).Perm(len(rows))
	batch := min(s.opt.Batch, len(rows))
	per, work := len(rows)/batch, newScratch(n.sizes)
	for b := range per {
		for _, k := range order[b*batch : (b+1)*batch] {
			n.forward(work, s.example(rows[k]))
			n.backward(work, s.set.Labels[rows[k]], float32(r.Smooth))
		}
		part := float64(s.passes*per+b) / float64(r.Passes*per)
		n.update(work, batch, r.Rate*(1+math.Cos(math.Pi*part))/2, r.Decay)
	}
	for _, p := range n.params {
		if math.IsNaN(float64(p)) || math.IsInf(float64(p), 0) {
			return 0, fmt.Errorf("%w: a weight is %v after %d passes: the rate %v is too high", ErrDiverged, p, s.passes+1, r.Rate)
		}
	}
	return per, nil
}

// conclude judges the present recipe and goes on to the next, or to the last
// network.
func (s *Study) conclude() error {
	result, err := s.judgeAll()
	if err != nil {
		return err
	}
	s.results = append(s.results, result)
	if len(s.results) == len(s.opt.Recipes) {
		return s.Settle()
	}
	s.begin()
	return nil
}

// Settle ends the trying: the last network is trained by the best recipe so far.
// If none has been judged, the present one is, as far as it has come: better a low
// word about it than none.
func (s *Study) Settle() error {
	if s.chosen >= 0 {
		return nil
	}
	if len(s.results) == 0 {
		result, err := s.judgeAll()
		if err != nil {
			return err
		}
		s.results = append(s.results, result)
	}
	s.chosen = s.Best()
	s.begin()
	return nil
}
