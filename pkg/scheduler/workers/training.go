package workers

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/curve"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// Market is what the training side asks and tells the market.
type Market interface {
	Task(key string) (Task, error)
	TrainingBegan(key string)
	// Trained hands over a model, its accuracy on our own examples, and how probable
	// that makes it that the hold-out is passed.
	Trained(key, artifact string, validation, chance float64)
}

// Training is the operator's training policy and what is remembered of jobs
// between their workers.
type Training struct {
	market   Market
	log      *zap.Logger
	stateDir string

	// Learned, if set, is told how much work a challenge took, against its estimate.
	Learned func(key string, r profit.Residual)

	mu   sync.Mutex
	cfg  config.Training
	jobs map[string]*job
}

// job outlives its workers.
type job struct {
	restarts trainer.Tracker
	halvings int
	kills    int    // by SIGKILL since the last checkpoint
	alone    bool   // teams have failed: it is for one device at a time
	given    string // over, and why
	progress float64
	curve    []curve.Point
	saved    time.Time
}

// longest is how many points of a curve are kept; then every other one is.
const longest = 256

// resumed forgets what came after the step that training goes on from: it may
// come otherwise.
func (j *job) resumed(work profit.MACs, step, total int) {
	if total > 0 {
		done := work * profit.MACs(float64(step)/float64(total))
		j.curve = slices.DeleteFunc(j.curve, func(p curve.Point) bool { return p.Work > done })
	}
}

// learned adds a validation to the curve.
func (j *job) learned(work profit.MACs, accuracy float64) {
	if n := len(j.curve); n > 0 && (j.curve[n-1].Accuracy == accuracy || j.curve[n-1].Work >= work) {
		return // said again
	}
	j.curve = append(j.curve, curve.Point{Work: work, Accuracy: accuracy})
	if len(j.curve) > longest {
		for i := range longest / 2 {
			j.curve[i] = j.curve[2*i]
		}
		j.curve = j.curve[:longest/2]
	}
}

// Trained is why a challenge's training is over when it has come to its end.
const Trained = "the model is trained"

// NewTraining holds a training policy; jobs' folders are below stateDir.
func NewTraining(cfg config.Training, stateDir string, market Market, log *zap.Logger) *Training {
	return &Training{market: market, log: log, stateDir: stateDir, cfg: cfg, jobs: map[string]*job{}}
}

// dir is the folder of a challenge's job.
func (t *Training) dir(key string) string {
	return filepath.Join(t.stateDir, "challenges", filepath.FromSlash(key))
}

// Set replaces the policy for workers that start afterwards.
func (t *Training) Set(cfg config.Training) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.cfg = cfg
}

func (t *Training) config() config.Training {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.cfg
}

// Progress is how far a challenge's training has come.
type Progress struct {
	Done    float64       // 0 to 1, of the epochs
	GivenUp string        // over, and why
	Curve   []curve.Point // accuracies so far, by work
	Alone   bool          // teams fail at it: it is for one device
	Saved   time.Time     // when the trainer that runs saved its work last; zero: no trainer runs
}

// Progress is how far a challenge's training has come.
func (t *Training) Progress(key string) Progress {
	t.mu.Lock()
	defer t.mu.Unlock()
	j := t.known(key)
	return Progress{j.progress, j.given, slices.Clone(j.curve), j.alone, j.saved}
}

// known is a challenge's job; one that an earlier daemon began has come as far
// as its last checkpoint. The caller holds the lock.
func (t *Training) known(key string) *job {
	j, ok := t.jobs[key]
	if !ok {
		j = &job{}
		var k kept
		if text, err := os.ReadFile(t.keptAt(key)); err == nil && json.Unmarshal(text, &k) == nil && k.Done >= 0 && k.Done <= 1 {
			j.progress, j.curve = k.Done, k.Curve
		}
		t.jobs[key] = j
	}
	return j
}

// kept is what a later daemon should know of a training. It only serves the
// valuation: what is trained stands in the checkpoint itself.
type kept struct {
	Done  float64       `json:"done"`
	Curve []curve.Point `json:"curve,omitempty"`
}

func (t *Training) keptAt(key string) string { return filepath.Join(t.dir(key), "progress.json") }

func (t *Training) job(key string) (config.Training, *job) {
	t.mu.Lock()
	defer t.mu.Unlock()
	j := t.known(key)
	j.given = "" // it is launched: the market wants it, or wants it again
	return t.cfg, j
}
