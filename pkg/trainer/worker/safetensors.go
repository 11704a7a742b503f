package worker

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// What bounds a file of floats: the largest network that a model file can hold, in float32.
const (
	maxHeader       = 1 << 20
	maxWeights      = 8 * model.MaxBytes
	maxGraphWeights = maxHeader + 4*evaluator.MaxGraphBytes
)

// maxFloats is how many bytes a trainer may hand in for a job.
func maxFloats(job *trainer.Job) int64 {
	if job.Graph {
		return maxGraphWeights
	}
	return maxWeights
}

// tensor is an array of a safetensors file.
type tensor struct {
	DType   string    `json:"dtype"`
	Shape   []int     `json:"shape"`
	Offsets [2]uint64 `json:"data_offsets"`
}

// arrays are those of a safetensors file that nobody has taken yet. What the file says is checked before it is
// believed.
type arrays struct {
	header map[string]json.RawMessage
	body   []byte
}

// readArrays opens a file of at most so many bytes.
func readArrays(path string, most int64) (*arrays, error) {
	raw, err := plain.ReadFile(path, unix.O_NOFOLLOW, most)
	if err != nil {
		return nil, err
	}
	return parseArrays(raw)
}

func parseArrays(raw []byte) (*arrays, error) {
	if len(raw) < 8 {
		return nil, errors.New("it is no safetensors file")
	}
	length, body := binary.LittleEndian.Uint64(raw), raw[8:]
	if length > uint64(len(body)) || length > maxHeader {
		return nil, errors.New("its header is longer than the file, or than a mebibyte")
	}
	a := &arrays{body: body[length:]}
	if err := json.Unmarshal(body[:length], &a.header); err != nil {
		return nil, fmt.Errorf("header: %w", err)
	}
	delete(a.header, "__metadata__")
	return a, nil
}

// layer takes the weights and biases of layer l.
func (a *arrays) layer(l int) (weights []float64, shape []int, bias []float64, err error) {
	weights, shape, err = a.take(strconv.Itoa(l) + ".weight")
	if err != nil {
		if len(a.header) > 0 {
			err = fmt.Errorf("%w; it has %s", err, strings.Join(names(a.header), ", "))
		}
		return nil, nil, nil, err
	}
	bias, biases, err := a.take(strconv.Itoa(l) + ".bias")
	if err != nil {
		return nil, nil, nil, err
	}
	if len(biases) != 1 || biases[0] != shape[0] {
		return nil, nil, nil, fmt.Errorf("layer %d: %v biases for weights %v", l, biases, shape)
	}
	return weights, shape, bias, nil
}

// take gives an array's values and shape, of at least one dimension.
func (a *arrays) take(name string) ([]float64, []int, error) {
	var t tensor
	text, ok := a.header[name]
	if !ok {
		return nil, nil, fmt.Errorf("it has no %s", name)
	}
	delete(a.header, name)
	if err := json.Unmarshal(text, &t); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	count := 1
	for _, n := range t.Shape {
		if n < 1 || n > maxGraphWeights || count > maxGraphWeights/n {
			return nil, nil, fmt.Errorf("%s: shape %v", name, t.Shape)
		}
		count *= n
	}
	from, to := t.Offsets[0], t.Offsets[1]
	if t.DType != "F32" || len(t.Shape) == 0 || from > to || to > uint64(len(a.body)) || to-from != uint64(4*count) {
		return nil, nil, fmt.Errorf("%s: want %d values of F32 at its offsets, which are %d to %d of %d bytes, of %s", name, count, from, to, len(a.body), plain.Line(t.DType))
	}
	values := make([]float64, count)
	for i := range values {
		v := float64(math.Float32frombits(binary.LittleEndian.Uint32(a.body[from+4*uint64(i):])))
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, nil, fmt.Errorf("%s: value %d is %v", name, i, v)
		}
		values[i] = v
	}
	return values, t.Shape, nil
}

func names(header map[string]json.RawMessage) []string {
	var all []string
	for name := range header {
		all = append(all, plain.Line(name))
	}
	slices.Sort(all)
	return all[:min(len(all), 8)]
}
