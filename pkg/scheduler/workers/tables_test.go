package workers

import (
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
)

// table is one of scikit-learn's, each column scaled to bytes.
func table(t testing.TB, name string) *dataset.Set {
	t.Helper()
	path := "../../trainer/testdata/tables/" + name + ".csv"
	if name == "digits" {
		path += ".gz"
	}
	set, err := dataset.Open(dataset.Source{Format: dataset.FormatCSV, Images: []string{path}})
	if err != nil {
		t.Fatal(err)
	}
	return set
}
