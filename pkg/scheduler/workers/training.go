package workers

import (
	"encoding/json"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"go.uber.org/zap"
	"golang.org/x/sys/unix"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/curve"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/checkpoint"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/search"
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
	// Worth, if set, says what a challenge leaves on devices that train this network for it together. Unless it is set,
	// nothing is searched for.
	Worth func(devices []gpu.Device, key string, s trainer.Suggestion) Worth
	// Pace, if set, says how fast a kind of network is trained, as a part of what devices' rates say.
	Pace func(learned.Net) float64
	// Networks, if set, is what networks have come to before.
	Networks Networks

	mu   sync.Mutex
	cfg  config.Training
	jobs map[string]*job
}

// job outlives its workers.
type job struct {
	given  string       // over, and why
	search search.State // of the network; its trials are how far they are
	of     searched
	tries  map[int]*tries // by trial
	alone  bool           // teams have failed: it is for one device at a time
	saved  time.Time
	barred map[gpu.UUID]barred // devices that have failed at it

	starts starts
}

// starts is how starts of trainers fail that never came to be a process: no worker's end says so.
type starts struct {
	failing time.Time // since when; zero: the latest did not
	times   int       // that it was left alone
	until   time.Time // it is left alone
	why     string
}

const (
	startPatience = 5 * time.Minute // with starts that fail, until the devices do something else for a while
	firstRest     = 15 * time.Minute
	longestRest   = 6 * time.Hour
)

// launched notes whether a trainer could be started. Where none can, for a program that is missing or a disk that is full, the
// challenge is left alone for a while: its devices would do nothing until the deadline.
func (t *Training) launched(key string, err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	j, now := t.known(key), time.Now()
	s := &j.starts
	switch {
	case err == nil:
		*s = starts{}
	case j.given != "": // for good, with its own reason
	case s.failing.IsZero():
		s.failing = now
	case now.Sub(s.failing) >= startPatience:
		rest := min(firstRest<<min(s.times, 10), longestRest)
		*s = starts{times: s.times + 1, until: now.Add(rest), why: fmt.Sprintf("no trainer can be started for it: %v", err)}
		t.log.Warn("training: a challenge is left alone for a while", zap.String("challenge", key), zap.Duration("for", rest), zap.Error(err))
	}
}

// searched is what a search is for.
type searched struct {
	Draw string  `json:"draw,omitempty"` // of the hold-out: after another one all begins anew
	Need float64 `json:"need,omitempty"` // accuracy, margin included
	By   string  `json:"by,omitempty"`   // what it was stopped by: another trainer may get further
}

// tries is how the workers of one network have ended.
type tries struct {
	restarts trainer.Tracker
	halvings int
	kills    int // by SIGKILL since the last checkpoint
}

// barred is until when a device does not try a job again, and why.
type barred struct {
	until time.Time
	why   string
}

// bar has a device leave the job to others. False: it is known, or others have failed as it has; then the device is
// not the cause.
func (j *job) bar(devices []gpu.Device, now time.Time, why string) bool {
	maps.DeleteFunc(j.barred, func(_ gpu.UUID, b barred) bool { return !now.Before(b.until) })
	if len(devices) != 1 || len(j.barred) > 0 {
		return false
	}
	j.barred = map[gpu.UUID]barred{devices[0].UUID: {now.Add(trainer.DefaultRestartPolicy().Window), why}}
	return true
}

func newJob() *job {
	return &job{search: search.State{Trials: []search.Trial{{}}}, tries: map[int]*tries{}}
}

// tried is how a trial's workers have ended so far.
func (j *job) tried(trial int) *tries {
	if j.tries[trial] == nil {
		j.tries[trial] = &tries{}
	}
	return j.tries[trial]
}

// longest is how many points of a curve are kept; then every other one is.
const longest = 256

// resumed forgets what came after the step that a trial goes on from: it may
// come otherwise.
func resumed(t *search.Trial, work profit.MACs, step, total int) {
	if total > 0 {
		t.Done = float64(step) / float64(total)
		done := work * profit.MACs(t.Done)
		t.Curve = slices.DeleteFunc(t.Curve, func(p curve.Point) bool { return p.Work > done })
	}
}

// validated adds a validation to a trial's curve. Trainers say their latest accuracy again and again; one that stays the
// same over as much work as there was before is the network's that learns nothing.
func validated(t *search.Trial, work profit.MACs, accuracy float64) {
	if n := len(t.Curve); n > 0 && (t.Curve[n-1].Accuracy == accuracy && work < 2*t.Curve[n-1].Work || t.Curve[n-1].Work >= work) {
		return // said again
	}
	t.Curve = append(t.Curve, curve.Point{Work: work, Accuracy: accuracy})
	if len(t.Curve) > longest {
		for i := range longest / 2 {
			t.Curve[i] = t.Curve[2*i]
		}
		t.Curve = t.Curve[:longest/2]
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
	for _, j := range t.jobs {
		j.starts = starts{} // it may have been mended
	}
}

func (t *Training) config() config.Training {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.cfg
}

// Progress is how far a challenge's training has come.
type Progress struct {
	Network string              // that promises most; "" before one is chosen
	Done    float64             // 0 to 1, of its epochs
	GivenUp string              // over, or for a while, and why
	Curve   []curve.Point       // its accuracies so far, by work
	Alone   bool                // teams fail at it: it is for one device
	Saved   time.Time           // when the trainer that runs saved its work last; zero: no trainer runs
	Barred  map[gpu.UUID]string // devices that have failed at it, and how
}

// Progress is how far a challenge's training has come.
func (t *Training) Progress(key string) Progress {
	t.mu.Lock()
	defer t.mu.Unlock()
	j := t.known(key)
	best := j.search.Trials[j.search.Best(j.of.Need)]
	given := j.given
	if given == "" && time.Now().Before(j.starts.until) {
		given = j.starts.why
	}
	var failed map[gpu.UUID]string
	for id, b := range j.barred { // one at most
		if time.Now().Before(b.until) {
			failed = map[gpu.UUID]string{id: b.why}
		}
	}
	return Progress{best.Name, best.Done, given, slices.Clone(best.Curve), j.alone, j.saved, failed}
}

// known is a challenge's job; one that an earlier daemon began has come as far
// as its last checkpoint. The caller holds the lock.
func (t *Training) known(key string) *job {
	j, ok := t.jobs[key]
	if !ok {
		j = newJob()
		var k kept
		if text, err := plain.ReadFile(t.keptAt(key), unix.O_NOFOLLOW, mostKept); err == nil && json.Unmarshal(text, &k) == nil && k.valid() {
			j.search, j.of = k.state(), k.searched
			j.given = j.search.Stopped
		}
		t.jobs[key] = j
	}
	return j
}

// mostKept bounds what is kept of a training.
const mostKept = 1 << 20

// kept is what a later daemon should know of a training. What is trained stands in the checkpoints themselves.
type kept struct {
	searched
	Search search.State `json:"search,omitzero"`
	// What daemons kept that trained but one network.
	Done  float64       `json:"done,omitempty"`
	Curve []curve.Point `json:"curve,omitempty"`
}

func (k kept) valid() bool {
	for _, t := range append(slices.Clone(k.Search.Trials), search.Trial{Done: k.Done}) {
		if !(t.Done >= 0 && t.Done <= 1) || t.Name != filepath.Base(t.Name) && t.Name != "" {
			return false
		}
	}
	return len(k.Search.Trials) <= mostTrials
}

// mostTrials bounds what is read of a search.
const mostTrials = 64

func (k kept) state() search.State {
	if len(k.Search.Trials) == 0 {
		return search.State{Trials: []search.Trial{{Done: k.Done, Curve: k.Curve}}}
	}
	return k.Search
}

func (t *Training) keptAt(key string) string { return filepath.Join(t.dir(key), "progress.json") }

// keep stores a challenge's job for a later daemon.
func (t *Training) keep(key string) error {
	t.mu.Lock()
	j := t.known(key)
	text, err := json.Marshal(kept{searched: j.of, Search: j.search})
	t.mu.Unlock()
	if err != nil {
		return err
	}
	return checkpoint.WriteFile(t.keptAt(key), text)
}

func (t *Training) job(key string) (config.Training, *job) {
	t.mu.Lock()
	defer t.mu.Unlock()
	j := t.known(key)
	j.given = "" // it is launched: the market wants it, or wants it again
	return t.cfg, j
}
