//go:build e2e

package e2e

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/checkpoint"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/engine"
	training "github.com/gpuarbiter/gpuarbiter/pkg/trainer/worker"
	"github.com/gpuarbiter/gpuarbiter/test/scenario"
)

var convolutions = flag.String("convolutions", "", "long: CIFAR-10 (JPEG), about 27 minutes; short: rendered digits, about 3 minutes")

// convContest is what the convolutional challenge is about and what it may take.
type convContest struct {
	terms  scenario.Terms
	epochs int
	limit  time.Duration
}

// The whole commit window passes whatever training takes: the long one leaves
// room for a machine that is busy with something else. Of 1,008 images chance
// moves the accuracy by 1.6 points.
func convContests() map[string]convContest {
	digits := convContest{scenario.Terms{
		Data: []string{"--digits", "7200"}, Groups: 600, Drawn: 42, Need: "80%", CommitWindow: 75 * time.Second,
	}, 5, 8 * time.Minute}
	all := map[string]convContest{"short": digits, "long": digits}
	if dir, ok := shared("cifar10-jpeg"); ok {
		all["long"] = convContest{scenario.Terms{
			Data: []string{"--data", dir, "--split", "train"}, Drawn: 84, Need: "55%", CommitWindow: 25 * time.Minute,
		}, 25, 45 * time.Minute}
	}
	for name, c := range all {
		c.terms.Evaluator, c.terms.Reward = string(evaluator.Conv), "3"
		c.terms.RevealWindow, c.terms.ClaimWindow, c.terms.TurnWindow = 8*time.Minute, 10*time.Second, 10*time.Minute
		all[name] = c
	}
	return all
}

// The main job with a convolutional network on a real node: all 20,000 training
// images of CIFAR-10 (JPEG) in groups of twelve, 1,008 of them drawn as hold-out,
// 55 % needed. The contract counts every image itself; what it counts is exactly
// what pkg/model counts, which is within a point of the network before quantisation.
// It takes long and so runs only where it is asked for: make e2e-conv.
func TestConvolutionsOnARealNode(t *testing.T) {
	c, ok := convContests()[*convolutions]
	if !ok {
		t.Skip("it is a suite of its own: make e2e-conv or make e2e-conv-short")
	}
	t.Logf("%v, %s needed", c.terms.Data, c.terms.Need)
	ctx, cancel := context.WithTimeout(t.Context(), c.limit)
	defer cancel()
	// A margin that is not reached: training goes through all its epochs, since
	// the last ones, at a small rate, gain most.
	w := world(t, scenario.Options{Geth: true, Epochs: c.epochs, Margin: 0.4, Threads: 2})
	daemon(t, w)
	r := mainJob(ctx, t, w, c.terms)
	integers, floats, images := counts(t, w, r)
	macs := network(t, r.file).MACs()
	if gap := max(integers-floats, floats-integers); 100*gap > images {
		t.Errorf("of %d images the integer network gets %d right, the float network %d: more than a point apart", images, integers, floats)
	}
	if r.points < 504 || macs > 500_000 {
		t.Errorf("%d images and %d multiply-accumulates, want at least 504 and at most 500,000", r.points, macs)
	}
	gas, sent := gasUsed(t, w, "/evaluate/")
	t.Logf("%d multiply-accumulates; accuracy of %d images: %.2f %% on chain; of the %d others: %.2f %% as integers, %.2f %% as floats; evaluated for %d gas in %d transactions: %.4f ether at 1 gwei, %.6f at 0.01",
		macs, r.points, percent(r.right, r.points), images, percent(integers, images), percent(floats, images), gas, sent, float64(gas)*1e-9, float64(gas)*1e-11)
}

func percent(a, b int) float64 { return 100 * float64(a) / float64(b) }

// counts is what the winning model and the network that it was quantised from get
// right of the images that the solver had: the trainer's last checkpoint holds
// both. The hold-out is too small for it, where chance alone moves the gap by half a
// point; that the contract counts as pkg/model does is checked exactly, in mainJob.
func counts(t *testing.T, w *scenario.World, r result) (integers, floats, images int) {
	t.Helper()
	dir := filepath.Join(w.StateDir, "challenges", "dev", strconv.Itoa(r.id))
	raw, err := os.ReadFile(filepath.Join(dir, "job.json"))
	if err != nil {
		t.Fatal(err)
	}
	job, err := trainer.ParseJob(raw)
	if err != nil {
		t.Fatal(err)
	}
	saved, _, err := checkpoint.Store{Dir: job.CheckpointDir}.Load(job.Hash())
	if err != nil || saved == nil {
		t.Fatalf("the trainer's checkpoint: %v, %v", saved, err)
	}
	winner, err := os.ReadFile(r.file)
	if err != nil || !bytes.Equal(saved.Files[training.BestModel], winner) {
		t.Fatalf("the checkpoint is of another model than the winner (%v)", err)
	}
	n := network(t, r.file)
	e, err := engine.New(engine.Spec{Input: n.(*model.Network).Input, Classes: n.Classes(), Channels: job.Channels, Hidden: job.Hidden}, engine.Options{Batch: 1})
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	if err := e.ReadState(bytes.NewReader(saved.Files[training.BestState])); err != nil {
		t.Fatal(err)
	}
	want, err := job.Data.Bundle.Challenge()
	if err != nil {
		t.Fatal(err)
	}
	data, err := dataset.ReadBundleFile(job.Data.Bundle.Path, dataset.Limits{}, want)
	if err != nil {
		t.Fatal(err)
	}
	floats, err = e.CountRight(data.Pixels, data.Labels)
	if err != nil {
		t.Fatal(err)
	}
	return model.CountRight(n.Counter(), data.Pixels, data.Labels), floats, len(data.Labels)
}
