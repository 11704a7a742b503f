//go:build !race || nocheckptr

package worker

import (
	"encoding/binary"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/engine"
)

// safetensors writes arrays in that format.
func safetensors(t testing.TB, names []string, shapes [][]int, values [][]float64) []byte {
	t.Helper()
	header, body := map[string]tensor{}, []byte(nil)
	for i, name := range names {
		from := uint64(len(body))
		for _, v := range values[i] {
			body = binary.LittleEndian.AppendUint32(body, math.Float32bits(float32(v)))
		}
		header[name] = tensor{"F32", shapes[i], [2]uint64{from, uint64(len(body))}}
	}
	text, err := json.Marshal(header)
	if err != nil {
		t.Fatal(err)
	}
	return append(append(binary.LittleEndian.AppendUint64(nil, uint64(len(text))), text...), body...)
}

// asFile is a network as a trainer would hand it in.
func asFile(t testing.TB, n *model.FloatNetwork) []byte {
	var names []string
	var shapes [][]int
	var values [][]float64
	weighted := 0
	for _, l := range n.Layers {
		if l.Kind == model.MaxPool {
			continue
		}
		shape := []int{l.Outputs, len(l.Weights) / l.Outputs}
		if l.Kind == model.Conv3x3 {
			shape = []int{l.Outputs, len(l.Weights) / l.Outputs / 9, 3, 3}
		}
		at := string(rune('0' + weighted))
		names, shapes, values = append(names, at+".weight", at+".bias"), append(shapes, shape, []int{l.Outputs}), append(values, l.Weights, l.Bias)
		weighted++
	}
	return safetensors(t, names, shapes, values)
}

// What a trainer of another language hands in becomes, to the byte, the model that the program's own trainer would
// make of the same weights, and is counted alike.
func TestQuantise(t *testing.T) {
	for name, family := range map[string]func(*trainer.Job){
		"dense":        func(*trainer.Job) {},
		"convolutions": func(j *trainer.Job) { j.Family, j.Channels = trainer.CNN, []int{4, 6} },
		"four bits":    func(j *trainer.Job) { j.Bits = model.Bits4 },
	} {
		t.Run(name, func(t *testing.T) {
			job, dir := testJob(t), t.TempDir()
			family(&job)
			job.Target, job.Validation = 0.01, 0.2
			p, err := Prepare(&job, dir)
			if err != nil {
				t.Fatal(err)
			}
			all, err := load(job.Data)
			if err != nil {
				t.Fatal(err)
			}
			train, val, err := all.Split(job.Validation, job.Seed)
			if err != nil {
				t.Fatal(err)
			}
			if p.Train != train.Len() || p.Validation != val.Len() || p.Classes != 10 {
				t.Errorf("%+v", p)
			}
			e, err := engine.New(spec(&job, all), engine.Options{Backend: "go", Batch: 8})
			if err != nil {
				t.Fatal(err)
			}
			defer e.Close()
			floats, err := e.Export()
			if err != nil {
				t.Fatal(err)
			}
			n, want, err := quantize(&job, floats, train)
			if err != nil {
				t.Fatal(err)
			}
			weights, out := filepath.Join(dir, "w"), filepath.Join(dir, "model")
			if err := os.WriteFile(weights, asFile(t, floats), 0o600); err != nil {
				t.Fatal(err)
			}
			q, err := Quantise(t.Context(), &job, dir, weights, out)
			if err != nil {
				t.Fatal(err)
			}
			got, err := os.ReadFile(out)
			if err != nil || !slices.Equal(got, want) || q.SHA256 != sha256Hex(want) {
				t.Errorf("another model: %v", err)
			}
			right := model.CountRight(n.Counter(), val.Pixels, val.Labels)
			if q.Right != right || q.Total != val.Len() || q.MACs != n.MACs() || q.GoodEnough != trainer.GoodEnough(right, val.Len(), 0, job.Target, 0) {
				t.Errorf("%+v, %d right", q, right)
			}
			other := job
			other.Seed++
			if _, err := Quantise(t.Context(), &other, dir, weights, out); err == nil || !strings.Contains(err.Error(), "another job") {
				t.Errorf("with another job's folder: %v", err)
			}
		})
	}
}

// A folder is prepared once, again for another job, and anew where it was left half.
func TestPrepare(t *testing.T) {
	job, dir := testJob(t), t.TempDir()
	first, err := Prepare(&job, dir)
	if err != nil {
		t.Fatal(err)
	}
	for name, size := range map[string]int{trainExamples: first.Train * 256, trainLabels: first.Train, valExamples: first.Validation * 256, valLabels: first.Validation} {
		raw, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil || !strings.HasPrefix(string(raw), "\x93NUMPY\x01\x00") || (10+int(raw[8])+int(raw[9])<<8)%64 != 0 || len(raw)-10-int(raw[8])-int(raw[9])<<8 != size {
			t.Errorf("%s: %d bytes, %v", name, len(raw), err)
		}
	}
	if header, _ := os.ReadFile(filepath.Join(dir, trainExamples)); !strings.Contains(string(header[:128]), "'shape': (640, 1, 16, 16, )") {
		t.Errorf("%q", header[:128])
	}
	was, err := os.Stat(filepath.Join(dir, trainExamples))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Prepare(&job, dir); err != nil {
		t.Fatal(err)
	}
	if is, err := os.Stat(filepath.Join(dir, trainExamples)); err != nil || !is.ModTime().Equal(was.ModTime()) {
		t.Errorf("it is written again: %v", err)
	}
	job.Validation = 0.3
	second, err := Prepare(&job, dir)
	if err != nil || second.Train >= first.Train {
		t.Errorf("%+v, %v", second, err)
	}
	for _, bad := range []string{"{", `{"shape":{"channels":1,"height":16,"width":16},"classes":10,"train":9,"validation":900000000000}`, "{}"} {
		if err := os.WriteFile(filepath.Join(dir, preparedFile), []byte(bad), 0o600); err != nil {
			t.Fatal(err)
		}
		if p, err := ReadPrepared(dir); err == nil {
			if _, _, err := p.sets(dir); err == nil {
				t.Errorf("%s is believed", bad)
			}
		}
		if again, err := Prepare(&job, dir); err != nil || again != second {
			t.Errorf("behind %s: %+v, %v", bad, again, err)
		}
	}
}

// floatsOf reads layers for an image of 2 by 2.
func floatsOf(raw []byte) (*model.FloatNetwork, error) {
	a, err := parseArrays(raw)
	if err != nil {
		return nil, err
	}
	return layers(a, model.Shape{Channels: 1, Height: 2, Width: 2})
}

func TestFloatsThatAreNone(t *testing.T) {
	zeros := func(n int) []float64 { return make([]float64, n) }
	names := []string{"0.weight", "0.bias"}
	for want, raw := range map[string][]byte{
		"no safetensors":    []byte("x"),
		"longer than":       []byte("\xff\xff\xff\xff\xff\xff\xff\x7f{}"),
		"header":            append(binary.LittleEndian.AppendUint64(nil, 1), '['),
		"no layer":          append(binary.LittleEndian.AppendUint64(nil, 2), "{}"...),
		"no 0.weight":       safetensors(t, []string{"a"}, [][]int{{1}}, [][]float64{{1}}),
		"no 0.bias":         safetensors(t, names[:1], [][]int{{2, 4}}, [][]float64{zeros(8)}),
		"biases":            safetensors(t, names, [][]int{{2, 4}, {3}}, [][]float64{zeros(8), zeros(3)}),
		"neither":           safetensors(t, names, [][]int{{2, 1, 5, 5}, {2}}, [][]float64{zeros(50), zeros(2)}),
		"needs 8":           safetensors(t, names, [][]int{{2, 3}, {2}}, [][]float64{zeros(6), zeros(2)}),
		"shape [0 4]":       safetensors(t, names, [][]int{{0, 4}, {2}}, [][]float64{nil, zeros(2)}),
		"shape [2147483647": safetensors(t, names, [][]int{{math.MaxInt32, math.MaxInt32}, {2}}, [][]float64{nil, zeros(2)}),
		"value 0 is NaN":    safetensors(t, names, [][]int{{2, 4}, {2}}, [][]float64{append([]float64{math.NaN()}, zeros(7)...), zeros(2)}),
		"want 8 values":     safetensors(t, names, [][]int{{2, 4}, {2}}, [][]float64{zeros(7), zeros(2)}),
		"it has more":       safetensors(t, append(names, "more"), [][]int{{2, 4}, {2}, {1}}, [][]float64{zeros(8), zeros(2), zeros(1)}),
	} {
		if _, err := floatsOf(raw); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", want, err)
		}
	}
}

// Whatever a trainer hands in: an error, or a network that fits its input.
func FuzzFloats(f *testing.F) {
	f.Add(safetensors(f, []string{"0.weight", "0.bias"}, [][]int{{2, 4}, {2}}, [][]float64{make([]float64, 8), make([]float64, 2)}))
	f.Add(safetensors(f, []string{"0.weight", "0.bias", "1.weight", "1.bias"}, [][]int{{2, 1, 3, 3}, {2}, {3, 2}, {3}}, [][]float64{make([]float64, 18), make([]float64, 2), make([]float64, 6), make([]float64, 3)}))
	f.Fuzz(func(t *testing.T, raw []byte) {
		n, err := floatsOf(raw)
		if err != nil {
			return
		}
		_, _ = model.Quantize(n, make([]byte, 8)) // it may be refused, no more
	})
}
