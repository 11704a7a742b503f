package workers

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// Task is a challenge as a trainer needs it.
type Task struct {
	Key       string
	Challenge dataset.Challenge
	Bundle    string  // verified
	Need      float64 // accuracy, 0 to 1
	Target    evaluator.Target
	Fits      func(model.Integer) bool // whether a model of that shape can be evaluated on chain
	Deadline  time.Time                // when a model must be in the market's hands at the latest
}

// Examples is the number of training examples.
func (t Task) Examples() int {
	return (t.Challenge.Groups - t.Challenge.HoldoutGroups) * t.Challenge.Layout.GroupSize
}

// problem is what a task asks of a network, as the configured trainer can train it. A command of the operator's
// on CUDA is taken for one that knows residual networks, as trainers/pytorch does.
func problem(t Task, cfg config.Training) trainer.Problem {
	shape := t.Challenge.Shape
	in := model.Shape{Channels: shape.Channels, Height: shape.Height, Width: shape.Width}
	if in.Size() == 0 {
		in = model.Shape{Channels: 1, Height: 1, Width: t.Challenge.Layout.Features}
	}
	return trainer.Problem{
		Input: in, Classes: t.Challenge.Layout.Classes, Examples: t.Examples(), Target: t.Target, Fits: t.Fits, Need: t.Need,
		Residual: len(cfg.Command) > 0 && cfg.Backend == "cuda",
	}
}

// Suggest chooses a network and its work for a task, by what is usual.
func Suggest(t Task, cfg config.Training) (trainer.Suggestion, error) {
	s, err := trainer.Suggest(problem(t, cfg))
	return set(s, cfg), err
}

// NetOf is the kind of network that a suggestion is, as the configured trainer trains it.
func NetOf(cfg config.Training, s trainer.Suggestion) learned.Net {
	return learned.NetOf(trainerName(cfg.Command)+" "+cfg.Backend, s.Job.Family, s.MACs)
}

// set is a suggestion with the operator's settings.
func set(s trainer.Suggestion, cfg config.Training) trainer.Suggestion {
	if cfg.Epochs > 0 && s.Job.Epochs > 0 {
		s.Work *= float64(cfg.Epochs) / float64(s.Job.Epochs)
		s.Job.Epochs = cfg.Epochs
	}
	return s
}

// buildJob is the job to train a network for a task. Its seed comes from the challenge's root, so
// that a restarted daemon goes on with the same job; the number of devices is no part of
// what is trained, so that another team goes on with it, too.
func buildJob(t Task, cfg config.Training, s trainer.Suggestion, dir string, halvings, devices int) (trainer.Job, error) {
	j := s.Job
	c := t.Challenge
	j.ID = t.Key
	j.Data.Bundle = &trainer.Bundle{
		Path: t.Bundle, Root: hex.EncodeToString(c.Root[:]), Layout: c.Layout, Groups: c.Groups, HoldoutGroups: c.HoldoutGroups,
		Seed: hex.EncodeToString(c.Seed[:]), Shape: c.Shape,
	}
	j.Batch = max(1, j.Batch>>halvings)
	for _, b := range c.Root[:8] {
		j.Seed = j.Seed<<8 | uint64(b)
	}
	j.Target, j.Margin, j.Holdout = t.Need, cfg.MarginRatio, c.HoldoutGroups*c.Layout.GroupSize
	j.Trainer = trainerName(cfg.Command)
	j.CheckpointDir, j.CheckpointEveryS = filepath.Join(dir, checkpointsOf(j.Trainer)), cfg.CheckpointEvery.Seconds()
	j.Artifact = filepath.Join(dir, "model.gaq")
	j.Deadline = t.Deadline
	j.Backend, j.Threads, j.SpeedLimit = cfg.Backend, cfg.Threads, cfg.SpeedLimit
	if devices > 1 {
		j.Ranks = devices
	}
	j.GraceS, j.JobHash = cfg.Grace.Seconds(), j.Hash()
	return j, j.Validate()
}

// checkpointsOf is the folder of a trainer's checkpoints.
func checkpointsOf(trainer string) string {
	if trainer == "" {
		return "checkpoints"
	}
	return "checkpoints-" + trainer
}

// trainerName tells commands apart, so that no trainer finds another one's checkpoints; "" is the
// program's own.
func trainerName(command []string) string {
	if len(command) == 0 {
		return ""
	}
	sum := sha256.Sum256([]byte(strings.Join(command, "\x00")))
	return fmt.Sprintf("%.40s-%x", filepath.Base(command[0]), sum[:4])
}
