package worker

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/checkpoint"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/small"
)

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
// convolution, behind which come ReLU and a max pooling of 2 by 2, and [out, in] of a dense layer); of a resnet
// those of graph.ResNet's tensors in their order, batch normalisation folded into them. Inputs are bytes divided by 255.
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
	a, err := readArrays(weights, maxFloats(job))
	if err != nil {
		return q, fmt.Errorf("%s: %w", weights, err)
	}
	n, b, err := modelOf(job, p, a, train)
	if err != nil {
		return q, fmt.Errorf("%s: %w", weights, err)
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

// modelOf makes the integer model of a trainer's weights.
func modelOf(job *trainer.Job, p Prepared, a *arrays, train *dataset.Set) (model.Integer, []byte, error) {
	if job.Family == trainer.ResNet {
		floats, err := residual(job, p, a)
		if err != nil {
			return nil, nil, err
		}
		n, err := graph.Quantize(floats, first(train, graphCalibration))
		if err != nil {
			return nil, nil, fmt.Errorf("quantise: %w", err)
		}
		b, err := n.Marshal()
		return n, b, err
	}
	floats, err := layers(a, shape(p.Shape))
	if err != nil {
		return nil, nil, err
	}
	if last := floats.Layers[len(floats.Layers)-1]; last.Kind != model.Dense || last.Outputs != p.Classes {
		return nil, nil, fmt.Errorf("the last layer is not dense with %d outputs", p.Classes)
	}
	n, b, err := quantize(job, floats, train)
	if err != nil {
		return nil, nil, fmt.Errorf("quantise: %w", err)
	}
	return n, b, nil
}

// residualNetwork is the job's network without weights, where it suits the data and the contract takes it.
func residualNetwork(job *trainer.Job, p Prepared) (*graph.Float, error) {
	f, err := graph.ResNet(shape(p.Shape), job.Channels, job.Blocks, p.Classes)
	if err == nil {
		var n *graph.Network
		if n, err = f.Shape(); err == nil {
			err = evaluator.Dispute.Accepts(n)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("job: a resnet of channels %v and %d blocks does not suit the data: %w", job.Channels, job.Blocks, err)
	}
	return f, nil
}

// residual is the job's network with the file's weights: one layer for each tensor that has some, in their order.
func residual(job *trainer.Job, p Prepared, a *arrays) (*graph.Float, error) {
	f, err := residualNetwork(job, p)
	if err != nil {
		return nil, err
	}
	l := 0
	for k := range f.Tensors {
		t := &f.Tensors[k]
		if !t.Weighted() {
			continue
		}
		weights, got, bias, err := a.layer(l)
		if err != nil {
			return nil, err
		}
		want := []int{t.Channels, f.Tensors[t.A].Channels, t.Kernel, t.Kernel}
		if t.Op == graph.Logits {
			want = want[:2]
		}
		if !slices.Equal(got, want) {
			return nil, fmt.Errorf("layer %d: weights %v, the job's network (channels %v, blocks %d) has %v there", l, got, job.Channels, job.Blocks, want)
		}
		if err := f.Take(k, weights, bias); err != nil {
			return nil, err
		}
		l++
	}
	if len(a.header) > 0 {
		return nil, fmt.Errorf("the job's network has %d layers with weights; the file has %s, too", l, strings.Join(names(a.header), ", "))
	}
	return f, nil
}

// layers are the network that a file's arrays make.
func layers(a *arrays, in model.Shape) (*model.FloatNetwork, error) {
	n := &model.FloatNetwork{Input: in}
	for l := 0; len(a.header) > 0; l++ {
		if l > model.MaxLayers {
			return nil, fmt.Errorf("more than %d layers", model.MaxLayers)
		}
		weights, shape, bias, err := a.layer(l)
		if err != nil {
			return nil, err
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
