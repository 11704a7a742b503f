package evaluator

import (
	"math/rand/v2"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/modeltest"
)

func TestTable(t *testing.T) {
	for _, target := range All() {
		layout := dataset.Layout{GroupSize: target.GroupSize(20, 1000), Features: 20, Classes: 3, Form: target.Form()}
		if err := layout.Validate(); err != nil || layout.GroupSize%layout.Lanes() != 0 {
			t.Errorf("%s: groups of %d are none of its form: %v", target, layout.GroupSize, err)
		}
		layers := modeltest.DenseOf(target.Bits(), rand.New(rand.NewPCG(1, 2)), 20, 8, 3)
		n, err := target.Of(layers)
		if err != nil {
			t.Fatal(err)
		}
		if err := target.Accepts(n); err != nil {
			t.Errorf("%s refuses a small network: %v", target, err)
		}
		if target.Graph() {
			if err := target.Accepts(layers); err == nil {
				t.Errorf("%s takes layers", target)
			}
			continue // nothing is evaluated
		}
		if one, two := target.Gas(n, target.GroupSize(20, 1000)), target.Gas(n, 2*target.GroupSize(20, 1000)); one < 1 || two < 2*one-1 {
			t.Errorf("%s: a group takes %d gas, two %d", target, one, two)
		}
	}
}

// The contract takes no weights of one word in blobs: their tree would have no node to open.
func TestSmallestInBlobs(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for features, want := range map[int]bool{5: false, 6: true} { // three rows of 5 + features bytes
		n := graphtest.Fill(r, &graph.Network{Tensors: []graph.Tensor{{Op: graph.Input, Channels: 1, Height: 1, Width: features}, {Op: graph.Logits, A: 0, Channels: 3}}})
		if err := BlobDispute.Accepts(n); (err == nil) != want || Dispute.Accepts(n) != nil {
			t.Errorf("%d bytes of weights: %v", len(n.Weights), err)
		}
	}
}

// In blobs groups are as large as leaves enough of them.
func TestGroupsInBlobs(t *testing.T) {
	for _, c := range []struct{ features, examples, want int }{{3072, 20000, 247}, {3072, 9000, 123}, {3072, 3000, 41}, {784, 5000, 83}, {784, 20, 1}, {4096, 100, 1}} {
		if got := BlobDispute.GroupSize(c.features, c.examples); got != c.want {
			t.Errorf("%d examples of %d features: groups of %d, want %d", c.examples, c.features, got, c.want)
		}
	}
}

func TestNoEvaluator(t *testing.T) {
	none := Target("")
	n := modeltest.Dense(rand.New(rand.NewPCG(1, 2)), 5, 3)
	if none.Known() || none.Gas(n, 12) != 0 || none.Accepts(n) == nil || (dataset.Layout{GroupSize: 12, Features: 5, Classes: 3, Form: none.Form()}).Validate() == nil {
		t.Error("an evaluator that nobody knows takes networks or data")
	}
}

// TestLimitsAreTheContracts compares the table's limits with the sources of the
// contracts, which refuse by them.
func TestLimitsAreTheContracts(t *testing.T) {
	for file, limits := range map[string]map[string]int{
		"Dense.sol": {"MAX_WORK": maxDenseWork, "MAX_BYTES": model.MaxPartBytes, "MAX_LAYERS": model.MaxLayers, "MAX_OUTPUTS": model.MaxOutputs, "MAX_FEATURES": model.MaxFeatures},
	} {
		source, err := os.ReadFile("../../contracts/src/" + file)
		if err != nil {
			t.Fatal(err)
		}
		for name, want := range limits {
			found := regexp.MustCompile(`\b` + name + ` = ([0-9_]+)(?: << ([0-9]+))?;`).FindSubmatch(source)
			if found == nil {
				t.Errorf("%s has no %s", file, name)
				continue
			}
			got, _ := strconv.Atoi(strings.ReplaceAll(string(found[1]), "_", ""))
			shift, _ := strconv.Atoi(string(found[2]))
			if got <<= shift; got != want {
				t.Errorf("%s: %s is %d, here %d", file, name, got, want)
			}
		}
	}
}
