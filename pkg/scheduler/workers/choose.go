package workers

import (
	"encoding/hex"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/curve"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/search"
)

// Worth is what a challenge leaves on devices, as work.
type Worth struct {
	Spare profit.MACs // that its surplus pays, beyond what training takes
	Left  profit.MACs // that there is time for before the deadline
	Start profit.MACs // that there would be time for while a trainer is started
}

// Networks is what networks have come to on problems that are alike.
type Networks interface {
	Get(k learned.Like) (learned.Networks, bool)
	Put(k learned.Like, v learned.Networks) error
}

// choice is the network that is to be trained, and how far.
type choice struct {
	trial      int
	until      float64 // part of its work behind which another may be trained; 1: it is trained to its end
	suggestion trainer.Suggestion
	dir        string // the job's own
	note       string // for a person
}

// Network is the network that promises most for a task, of those that are trained or would be.
func (t *Training) Network(task Task) (trainer.Suggestion, error) {
	cfg := t.config()
	t.mu.Lock()
	j := t.jobOf(task)
	name, begun := j.search.Trials[j.search.Best(j.of.Need)].Name, j.begun()
	t.mu.Unlock()
	if begun {
		if s, err := named(task, cfg, name); err == nil {
			return s, nil
		}
	}
	s, err := trainer.Suggest(t.problem(task, cfg))
	return set(s, cfg), err
}

// named is the suggestion of a trial's name; "" is what is usual.
func named(task Task, cfg config.Training, name string) (trainer.Suggestion, error) {
	if name == "" {
		return Suggest(task, cfg)
	}
	s, err := trainer.Named(problem(task, cfg), name)
	return set(s, cfg), err
}

// problem is a task's, with what is known of networks.
func (t *Training) problem(task Task, cfg config.Training) trainer.Problem {
	p := problem(task, cfg)
	if t.Networks != nil {
		if n, ok := t.Networks.Get(alike(p).Like()); ok {
			p.Known = n.Known(time.Now())
		}
	}
	p.Pace = func(s trainer.Suggestion) float64 { return t.paceOf(cfg, s) }
	return p
}

// paceOf is how fast a network is trained, as a part of what devices' rates say.
func (t *Training) paceOf(cfg config.Training, s trainer.Suggestion) float64 {
	if t.Pace == nil {
		return 1
	}
	return t.Pace(NetOf(cfg, s))
}

func alike(p trainer.Problem) learned.Problem {
	return learned.Problem{Target: p.Target, Channels: p.Input.Channels, Pixels: p.Input.Height * p.Input.Width, Classes: p.Classes, Examples: p.Examples, Need: p.Need}
}

// begun reports whether a network is chosen, or was trained by a daemon that chose none.
func (j *job) begun() bool {
	first := j.search.Trials[0]
	return first.Name != "" || first.Done > 0 || len(first.Curve) > 0
}

// jobOf is a task's job, a new one after another draw, since its examples are others, and where a search was stopped that
// the operator has another trainer for now. The caller holds the lock.
func (t *Training) jobOf(task Task) *job {
	j := t.known(task.Key)
	draw := hex.EncodeToString(task.Challenge.Seed[:])
	if j.of.Draw != draw {
		if j.of.Draw != "" {
			j = newJob()
			t.jobs[task.Key] = j
		}
		j.of.Draw = draw
	}
	if j.search.Stopped != "" && j.of.By != by(t.cfg) {
		j = newJob()
		j.of.Draw = draw
		t.jobs[task.Key] = j
	}
	return j
}

// by is what it hangs on besides the networks whether one of them gets to the need.
func by(cfg config.Training) string {
	return fmt.Sprint(trainerName(cfg.Command), " ", cfg.Backend, " ", cfg.Epochs, " ", cfg.MarginRatio, " ", cfg.SearchRatio)
}

// next chooses what devices train for a task now. It is stored before it is acted upon: a later daemon, and one that
// asks again, chooses the same. An error says why nothing is trained.
func (t *Training) next(devices []gpu.Device, task Task) (choice, error) {
	cfg := t.config()
	t.mu.Lock()
	j := t.jobOf(task)
	state, begun := j.search, j.begun()
	state.Trials = slices.Clone(state.Trials)
	t.mu.Unlock()
	network, err := t.Network(task)
	if err != nil {
		return choice{}, err
	}
	worth := Worth{Left: profit.MACs(math.MaxFloat64)}
	if t.Worth != nil {
		worth = t.Worth(devices, task.Key, network)
	}
	if begun {
		begun = t.refresh(state, task, cfg)
	}
	if !begun {
		if state, err = t.begin(devices, task, cfg, worth); err != nil {
			return choice{}, err
		}
	}
	need := task.Need + cfg.MarginRatio
	state, step := search.Next(state, need, worth.Left)
	t.mu.Lock()
	if !begun {
		j.tries = map[int]*tries{}
	}
	j.search, j.of.Need = state, need
	if step.Stop != "" {
		j.given, j.of.By = step.Stop, by(cfg)
	}
	t.mu.Unlock()
	if err := t.keep(task.Key); err != nil {
		return choice{}, fmt.Errorf("what is to be trained is not stored: %w", err)
	}
	t.clear(task.Key, state)
	if step.Stop != "" {
		t.learn(task, state.Trials)
		return choice{}, errorOf(step.Stop)
	}
	return t.choice(task, cfg, state, step)
}

// errorOf is a reason that is whole as it stands.
type errorOf string

func (e errorOf) Error() string { return string(e) }

// choice is a step of a search with all that its job takes.
func (t *Training) choice(task Task, cfg config.Training, state search.State, step search.Step) (c choice, err error) {
	trial := state.Trials[step.Trial]
	c = choice{trial: step.Trial, until: step.Until, dir: t.dir(task.Key), note: trial.Name}
	c.suggestion, err = named(task, cfg, trial.Name)
	if len(state.Trials) > 1 {
		c.dir = filepath.Join(c.dir, trial.Name)
		if c.note += fmt.Sprintf(", the last of %d networks", len(state.Trials)); step.Until < 1 {
			c.note = fmt.Sprintf("%s, %d of %d networks left, to %.0f %% of its work", trial.Name, len(state.In()), len(state.Trials), 100*step.Until)
		}
	}
	return c, err
}

// refresh has the trials of a search cost what they cost by the present configuration; false where one is known no
// more, and the search begins anew.
func (t *Training) refresh(state search.State, task Task, cfg config.Training) bool {
	for i := range state.Trials {
		s, err := named(task, cfg, state.Trials[i].Name)
		if err != nil {
			return false
		}
		state.Trials[i].Work, state.Trials[i].Epochs, state.Trials[i].Pace = profit.MACs(s.Work), s.Job.Epochs, t.paceOf(cfg, s)
	}
	return true
}

// begin begins a search within a part of what the challenge leaves, among the networks that would leave as much
// themselves. Where that is little, it is of one network.
func (t *Training) begin(devices []gpu.Device, task Task, cfg config.Training, worth Worth) (search.State, error) {
	candidates, err := trainer.Candidates(t.problem(task, cfg))
	if err != nil {
		return search.State{}, err
	}
	budget := search.Budget{Work: profit.MACs(cfg.SearchRatio) * worth.Spare, Start: worth.Start}
	var trials []search.Trial
	for i, s := range candidates {
		s = set(s, cfg)
		if i == 0 || budget.Work > 0 && t.Worth(devices, task.Key, s).Spare >= budget.Work {
			trials = append(trials, search.Trial{Name: s.Name, Work: profit.MACs(s.Work), Epochs: s.Job.Epochs, Pace: t.paceOf(cfg, s)})
		}
	}
	return search.New(trials, budget), nil
}

// clear removes the folders of networks that are trained no more.
func (t *Training) clear(key string, state search.State) {
	for _, trial := range state.Trials {
		if trial.Out == "" || len(state.Trials) == 1 {
			continue
		}
		if err := os.RemoveAll(filepath.Join(t.dir(key), trial.Name)); err != nil {
			t.log.Warn("what is no longer needed is not removed", zap.Error(err))
		}
	}
}

// learn notes what the trials have come to.
func (t *Training) learn(task Task, trials []search.Trial) {
	if t.Networks == nil {
		return
	}
	of := alike(problem(task, t.config()))
	n, _ := t.Networks.Get(of.Like())
	for _, trial := range trials {
		if r := curve.Best(trial.Curve, trial.Done); trial.Name != "" && r.Accuracy > 0 {
			n = n.Add(time.Now(), trial.Name, r)
		}
	}
	if n.Problem = of; len(n.Of) == 0 {
		return
	}
	if err := t.Networks.Put(of.Like(), n); err != nil {
		t.log.Warn("what networks came to is not stored", zap.Error(err))
	}
}
