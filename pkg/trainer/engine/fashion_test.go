//go:build !race || nocheckptr

// The race detector turns on the compiler's pointer checks, which the tensor
// library's kernels do not pass (they step one past their slices). To run these
// tests under it: go test -race -tags nocheckptr -gcflags=github.com/gomlx/...=-d=checkptr=0

package engine

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// fashion opens a part of Fashion-MNIST, which lies beside the repository.
func fashion(t testing.TB, part string) *dataset.Set {
	t.Helper()
	dir := filepath.Join("..", "..", "..", "..", "shared", "data", "fashion-mnist")
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no Fashion-MNIST: %v", err)
	}
	set, err := dataset.Open(dataset.Source{
		Format: dataset.FormatIDX, Classes: 10,
		Images: []string{filepath.Join(dir, part+"-images-idx3-ubyte.gz")}, Labels: []string{filepath.Join(dir, part+"-labels-idx1-ubyte.gz")},
	})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// TestFashion: on real images, with the rows' L1 norms near what the integer
// accumulators allow, the integer model is within half a point of the float
// one. Ten epochs (32 s of one processor) give 87.7 %; this takes half of one.
func TestFashion(t *testing.T) {
	set, test := fashion(t, "train"), fashion(t, "t10k")
	e := open(t, Spec{Input: model.Shape{Channels: 1, Height: 28, Width: 28}, Classes: 10, Hidden: []int{64}, Seed: 1}, Options{Batch: 64, Decay: 1e-3})
	train(t, e, set, 500, 2e-3)
	right, err := e.CountRight(test.Pixels, test.Labels)
	if err != nil {
		t.Fatal(err)
	}
	f, err := e.Export()
	if err != nil {
		t.Fatal(err)
	}
	n, err := model.Quantize(f, set.Pixels[:512*784])
	if err != nil {
		t.Fatal(err)
	}
	integer := model.NewEvaluator(n).CountRight(test.Pixels, test.Labels)
	t.Logf("float %d, int8 %d of %d", right, integer, test.Len())
	if right < 8000 || integer < right-50 {
		t.Errorf("float %d, int8 %d of %d", right, integer, test.Len())
	}
}
