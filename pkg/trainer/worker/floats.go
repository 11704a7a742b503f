package worker

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/checkpoint"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/small"
)

// maxWeights bounds a file of floats: the largest network that a model file can hold, in float32.
const maxWeights = 8 * model.MaxBytes

// Quantised is what came of a network of floats.
type Quantised struct {
	Artifact string `json:"artifact"`
	SHA256   string `json:"sha256"`
	Right    int    `json:"right"` // of the integer model, on the validation examples
	Total    int    `json:"total"`
	MACs     int    `json:"macs"` // of one example
	// GoodEnough is whether training may stop: the job's target and margin are met, and that makes it probable
	// that the hold-out is passed.
	GoodEnough bool `json:"good_enough"`
}

// Quantise turns a trained network into the integer model that the contract evaluates, writes it to a file, and
// counts it as the daemon will. The weights are a safetensors file of float32: L.weight
// and L.bias for each layer L with weights, from 0 on without gaps, in PyTorch's order ([out, in, 3, 3] of a
// convolution, behind which come ReLU and a max pooling of 2 by 2, and [out, in] of a dense layer). Inputs are
// bytes divided by 255.
func Quantise(ctx context.Context, job *trainer.Job, dir, weights, artifact string) (q Quantised, err error) {
	p, err := ReadPrepared(dir)
	if err != nil {
		return q, fmt.Errorf("the folder is not prepared: %w", err)
	}
	if p.JobHash != job.Hash() {
		return q, errors.New("the folder is of another job")
	}
	train, val, err := p.sets(dir)
	if err != nil {
		return q, err
	}
	floats, err := readFloats(weights, shape(p.Shape))
	if err != nil {
		return q, fmt.Errorf("%s: %w", weights, err)
	}
	if last := floats.Layers[len(floats.Layers)-1]; last.Kind != model.Dense || last.Outputs != p.Classes {
		return q, fmt.Errorf("%s: the last layer is not dense with %d outputs", weights, p.Classes)
	}
	n, b, err := quantize(job, floats, train)
	if err != nil {
		return q, fmt.Errorf("quantise: %w", err)
	}
	logits, err := integerLogits(ctx, n, val)
	if err != nil {
		return q, err
	}
	if err := checkpoint.WriteFile(artifact, b); err != nil {
		return q, fmt.Errorf("write artifact: %w", err)
	}
	right := small.Right(logits, val.Labels)
	return Quantised{
		Artifact: artifact, SHA256: sha256Hex(b), Right: right, Total: val.Len(), MACs: n.MACs(),
		GoodEnough: trainer.GoodEnough(right, val.Len(), job.Holdout, job.Target, job.Margin),
	}, nil
}

// tensor is an array of a safetensors file.
type tensor struct {
	DType   string    `json:"dtype"`
	Shape   []int     `json:"shape"`
	Offsets [2]uint64 `json:"data_offsets"`
}

// readFloats reads a network's weights. What the file says is checked before it is believed.
func readFloats(path string, in model.Shape) (*model.FloatNetwork, error) {
	raw, err := plain.ReadFile(path, unix.O_NOFOLLOW, maxWeights)
	if err != nil {
		return nil, err
	}
	return parseFloats(raw, in)
}

func parseFloats(raw []byte, in model.Shape) (*model.FloatNetwork, error) {
	if len(raw) < 8 {
		return nil, errors.New("it is no safetensors file")
	}
	length, body := binary.LittleEndian.Uint64(raw), raw[8:]
	if length > uint64(len(body)) || length > 1<<20 {
		return nil, errors.New("its header is longer than the file, or than a mebibyte")
	}
	var header map[string]json.RawMessage
	if err := json.Unmarshal(body[:length], &header); err != nil {
		return nil, fmt.Errorf("header: %w", err)
	}
	delete(header, "__metadata__")
	body = body[length:]
	read := func(name string) ([]float64, []int, error) {
		var t tensor
		text, ok := header[name]
		if !ok {
			return nil, nil, fmt.Errorf("it has no %s", name)
		}
		delete(header, name)
		if err := json.Unmarshal(text, &t); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", name, err)
		}
		count := 1
		for _, n := range t.Shape {
			if n < 1 || n > maxWeights || count > maxWeights/n {
				return nil, nil, fmt.Errorf("%s: shape %v", name, t.Shape)
			}
			count *= n
		}
		from, to := t.Offsets[0], t.Offsets[1]
		if t.DType != "F32" || from > to || to > uint64(len(body)) || to-from != uint64(4*count) {
			return nil, nil, fmt.Errorf("%s: want %d values of F32 at its offsets, which are %d to %d of %d bytes, of %s", name, count, from, to, len(body), t.DType)
		}
		values := make([]float64, count)
		for i := range values {
			v := float64(math.Float32frombits(binary.LittleEndian.Uint32(body[from+4*uint64(i):])))
			if math.IsNaN(v) || math.IsInf(v, 0) {
				return nil, nil, fmt.Errorf("%s: value %d is %v", name, i, v)
			}
			values[i] = v
		}
		return values, t.Shape, nil
	}
	n := &model.FloatNetwork{Input: in}
	for l := 0; len(header) > 0; l++ {
		if l > model.MaxLayers {
			return nil, fmt.Errorf("more than %d layers", model.MaxLayers)
		}
		weights, shape, err := read(strconv.Itoa(l) + ".weight")
		if err != nil {
			return nil, fmt.Errorf("%w; it has %s", err, strings.Join(names(header), ", "))
		}
		bias, biases, err := read(strconv.Itoa(l) + ".bias")
		if err != nil {
			return nil, err
		}
		if len(biases) != 1 || biases[0] != shape[0] {
			return nil, fmt.Errorf("layer %d: %v biases for weights %v", l, biases, shape)
		}
		layer := model.FloatLayer{Kind: model.Dense, Outputs: shape[0], Weights: weights, Bias: bias}
		switch {
		case len(shape) == 2:
			n.Layers = append(n.Layers, layer)
		case len(shape) == 4 && shape[2] == 3 && shape[3] == 3:
			layer.Kind = model.Conv3x3
			n.Layers = append(n.Layers, layer, model.FloatLayer{Kind: model.MaxPool})
		default:
			return nil, fmt.Errorf("layer %d: weights %v are neither [out, in] nor [out, in, 3, 3]", l, shape)
		}
	}
	if len(n.Layers) == 0 {
		return nil, errors.New("it holds no layer")
	}
	return n, fits(n)
}

// fits checks that each layer takes what the one before it gives.
func fits(n *model.FloatNetwork) error {
	at := n.Input
	for i, l := range n.Layers {
		want := 0
		switch l.Kind {
		case model.Conv3x3:
			want, at.Channels = 9*at.Channels*l.Outputs, l.Outputs
		case model.MaxPool:
			at.Height, at.Width = at.Height/2, at.Width/2
			continue
		default:
			want, at = at.Size()*l.Outputs, model.Shape{Channels: l.Outputs, Height: 1, Width: 1}
		}
		if len(l.Weights) != want {
			return fmt.Errorf("layer %d has %d weights, what comes before it needs %d", i, len(l.Weights), want)
		}
	}
	return nil
}

func names(header map[string]json.RawMessage) []string {
	var all []string
	for name := range header {
		all = append(all, plain.Line(name))
	}
	slices.Sort(all)
	return all[:min(len(all), 8)]
}
