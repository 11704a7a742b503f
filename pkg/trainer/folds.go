package trainer

import (
	"math"

	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/small"
)

// Recipe is one way to train of those that a cross-validation tries.
type Recipe struct {
	Part   float64 `json:"part"`             // of the job's epochs
	Rate   float64 `json:"rate"`             // Adam's learning rate at the start; falls as half a cosine
	Decay  float64 `json:"decay"`            // decoupled weight decay (AdamW)
	Smooth float64 `json:"smooth,omitempty"` // share of a label that is given to all classes alike
}

// Where examples are few, a tenth of them judges too coarsely, and is missed in
// training. Below fewExamples (and where a processor does it in minutes:
// fewWork) a suggestion is cross-validated.
const (
	fewExamples = 2000
	fewFolds    = 5
	fewBatch    = 16
	fewWork     = 2e11 // multiply-accumulates of forward passes; about 0.3 G a second and processor
)

// fewRecipes are few and differ in what matters on tables: on iris, wine and
// breast cancer the first and the third are best, on digits the second, and the
// last where more passes only learn by heart. The rates assume columns of
// deviation 1, which package small sees to.
func fewRecipes() []Recipe {
	return []Recipe{
		{Part: 1, Rate: 1e-2, Decay: 0.1, Smooth: 0.1},
		{Part: 1, Rate: 1e-2, Decay: 1, Smooth: 0.1},
		{Part: 1, Rate: 3e-3, Decay: 3},
		{Part: 0.25, Rate: 1e-2, Decay: 1},
	}
}

// fewEpochs aims at 25,000 examples seen by each network.
func fewEpochs(examples int) int { return min(max(25_000/examples, 40), 150) }

// crossValidated turns a suggestion of dense layers into one that is
// cross-validated, if the examples are few and it takes not too long.
func crossValidated(s Suggestion, examples int) Suggestion {
	job := s.Job
	if job.Graph || job.Family != MLP || examples < 5*fewFolds || examples >= fewExamples {
		return s
	}
	job.Folds, job.Recipes, job.Batch, job.Epochs = fewFolds, fewRecipes(), fewBatch, fewEpochs(examples)
	work := float64(s.MACs) * float64(examples) * float64(job.Epochs) * job.Rounds()
	if work > fewWork {
		return s
	}
	s.Job, s.Work = job, work
	return s
}

// Rounds is how often the job trains on all its examples for all its epochs: once
// but for what a cross-validation takes.
func (j *Job) Rounds() float64 {
	if j.Folds == 0 {
		return 1
	}
	rounds, longest := 0.0, 0.0
	for _, r := range j.Recipes {
		rounds += r.Part * float64(j.Folds-1)
		longest = max(longest, r.Part)
	}
	return rounds + longest
}

// Study are the options of the job's cross-validation.
func (j *Job) Study(threads int) small.Options {
	o := small.Options{Hidden: j.Hidden, Bits: j.Bits, Batch: j.Batch, Folds: j.Folds, Seed: j.Seed, Threads: threads}
	for _, r := range j.Recipes {
		passes := max(1, int(math.Round(r.Part*float64(j.Epochs))))
		o.Recipes = append(o.Recipes, small.Recipe{Passes: passes, Rate: r.Rate, Decay: r.Decay, Smooth: r.Smooth})
	}
	return o
}

// validateFolds checks what belongs to a cross-validation.
func (j *Job) validateFolds(check func(ok bool, field, format string, args ...any), between func(field string, v, low, high float64)) {
	check(j.Folds == 0 || j.Folds >= 2 && j.Folds <= 20, "folds", "%d is neither 0 nor 2 to 20", j.Folds)
	check((j.Folds > 0) == (len(j.Recipes) > 0) && len(j.Recipes) <= 16, "recipes", "%d with %d folds: want 1 to 16 with folds, none without", len(j.Recipes), j.Folds)
	if j.Folds > 0 {
		check(j.Family == MLP && j.L1 == 0 && j.MaxShift == 0 && !j.Mirror, "folds", "only an mlp without l1 and augmentation is cross-validated")
	}
	for _, r := range j.Recipes {
		between("recipes.part", r.Part, 0.001, 1)
		between("recipes.rate", r.Rate, 1e-9, 10)
		between("recipes.decay", r.Decay, 0, 10)
		between("recipes.smooth", r.Smooth, 0, 0.9)
	}
}
