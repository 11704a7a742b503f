//go:build e2e

package e2e

import (
	"math"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// A residual network: what the trainer says of it is what we count, a run that was stopped ends with the same bytes, and
// two ranks, which share what they normalise by, follow one.
func TestPyTorchTrainsResNets(t *testing.T) {
	script := pytorch(t)
	const epochs = 12 // as validated has it
	small := func(j *trainer.Job) {
		j.Family, j.Graph, j.Hidden, j.Channels, j.Blocks, j.Epochs, j.Rate = trainer.ResNet, true, nil, []int{4, 8}, 1, epochs, 0.1
		j.Data.Source.Count, j.Mirror, j.Batch = 1000, false, 32
	}
	whole, broken := seconds(t, small), seconds(t, small)
	one := ends(t, script, whole)
	done, ready := latest[trainer.Done](one), latest[trainer.Ready](one)
	n, right, total := counted(t, whole)
	if done.Right != right || done.Total != total || done.Acc != float64(right)/float64(total) || ready.MACs != n.MACs() {
		t.Errorf("it says %+v and %d multiply-accumulates; we count %d of %d and %d", done, ready.MACs, right, total, n.MACs())
	}
	if done.Acc < 0.4 || math.Abs(done.Acc-done.AccFloat) > 0.1 {
		t.Errorf("it has learnt nothing, or the integers have: %+v", done)
	}

	for _, stop := range []int{1, 90} {
		if r := follow(t, script, broken, at(stop, func(r *ran) { r.signal(t, -r.pid, syscall.SIGTERM) })); r.code != trainer.ExitPreempted {
			t.Fatalf("stopped at %d: exit %d", stop, r.code)
		}
	}
	if r := ends(t, script, broken); latest[trainer.Done](r).Right != right {
		t.Errorf("stopped and resumed: %+v", latest[trainer.Done](r))
	}
	sameModel(t, whole, broken)

	both := ends(t, script, seconds(t, func(j *trainer.Job) { small(j); j.Ranks, j.Threads = 2, 2 }))
	alone, first := validated(one), ready.Total/epochs
	if losses := validated(both); len(losses) != len(alone) || math.Abs(losses[first]-alone[first]) > 5e-3 { // 29 steps apart by rounding alone; a share that is lost shows in the first digit
		t.Errorf("two ranks: losses %v, one has %v", losses, alone)
	}
}

// counted is a job's artifact, and how many of the job's held-back examples it gets right.
func counted(t *testing.T, dir string) (n *graph.Network, right, total int) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, "job.json"))
	if err != nil {
		t.Fatal(err)
	}
	j, err := trainer.ParseJob(text)
	if err != nil {
		t.Fatal(err)
	}
	all, err := dataset.Open(*j.Data.Source)
	if err != nil {
		t.Fatal(err)
	}
	var val *dataset.Set
	if _, val, err = all.Split(j.Validation, j.Seed); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(j.Artifact)
	if err == nil {
		n, err = graph.Parse(raw)
	}
	if err != nil {
		t.Fatal(err)
	}
	return n, model.CountRight(n.Counter(), val.Pixels, val.Labels), val.Len()
}
