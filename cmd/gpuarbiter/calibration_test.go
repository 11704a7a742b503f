package main

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/curve"
)

// What networks came to is shown beside what was predicted; where none was trained, no table is.
func TestCalibrationShowsNetworks(t *testing.T) {
	print := func(c httpapi.Calibration) string {
		t.Helper()
		var out bytes.Buffer
		defer func(was io.Writer) { stdout = was }(stdout)
		stdout = &out
		if err := printCalibration(c); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	got := print(httpapi.Calibration{Paces: map[string]learned.Pace{" go|cnn|19": {Factor: 0.125}}, Networks: []learned.Networks{{
		Problem: learned.Problem{Target: evaluator.Dense, Channels: 1, Pixels: 784, Classes: 10, Examples: 54000},
		Of:      map[string]curve.Reached{"mlp-64": {Accuracy: 0.877, Work: 4.4e10, Most: 0.877}},
	}}})
	for _, want := range []string{"PROBLEM", "dense, 1 x 784 pixels, 10 classes, 54000 examples", "mlp-64", "87.7 %", "4.4e+10", "go cnn 19", "0.125"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %s", want, got)
		}
	}
	if none := print(httpapi.Calibration{}); strings.Contains(none, "PROBLEM") {
		t.Error(none)
	}
}
