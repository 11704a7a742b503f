package worker

import (
	"context"
	"fmt"
	"runtime"

	"golang.org/x/sync/errgroup"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/checkpoint"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/small"
)

const (
	calibration      = 512 // training examples that the quantisation looks at
	graphCalibration = 64  // of which a graph wants fewer: it looks at ranges alone
	judgeChunk       = 64  // validation examples for which another processor is worth it
)

// quantize makes the integer model that the job asks for, and its bytes.
func quantize(job *trainer.Job, f *model.FloatNetwork, train *dataset.Set) (n model.Integer, b []byte, err error) {
	switch {
	case job.Graph:
		var g *graph.Float
		if g, err = graph.FromLayers(f); err == nil {
			n, err = graph.Quantize(g, first(train, graphCalibration))
		}
	case job.Bits == 0:
		n, err = model.QuantizeTo(model.Bits8, f, first(train, calibration))
	default:
		n, err = model.QuantizeTo(job.Bits, f, first(train, calibration))
	}
	if err != nil {
		return nil, nil, err
	}
	b, err = n.Marshal()
	return n, b, err
}

// first are a set's first examples.
func first(set *dataset.Set, n int) []byte {
	return set.Pixels[:min(n, set.Len())*set.Shape.Features()]
}

// better says whether a validation is better than another: more right answers, or
// as many and no more loss. On few examples many models are equally good, and the
// first of them is the one that has learnt least.
func better(v, than checkpoint.Best) bool {
	return v.Right > than.Right || v.Right == than.Right && v.Loss <= than.Loss
}

// judge makes the integer model that the weights are now and validates it.
func (r *run) judge(ctx context.Context) ([]byte, checkpoint.Best, error) {
	v := checkpoint.Best{Step: r.engine.Steps()}
	logits, err := r.engine.Logits(r.val.Pixels)
	if err != nil {
		return nil, v, err
	}
	network, err := r.engine.Export()
	if err != nil {
		return nil, v, err
	}
	integer, b, err := quantize(r.job, network, r.train)
	if err != nil {
		return nil, v, fmt.Errorf("quantise: %w", err)
	}
	answers, err := integerLogits(ctx, integer, r.val)
	if err != nil {
		return nil, v, err
	}
	v.Right, v.RightFloat = small.Right(answers, r.val.Labels), small.Right(logits, r.val.Labels)
	v.Loss = small.Loss(answers, logits, r.val.Labels)
	return b, v, nil
}

// integerLogits are the integer model's outputs for a set's examples, as the
// contract would compute them, on all processors.
func integerLogits(ctx context.Context, n model.Integer, set *dataset.Set) ([]int32, error) {
	workers := min(runtime.GOMAXPROCS(0), max(1, set.Len()/judgeChunk))
	logits := make([]int32, set.Len()*n.Classes())
	group, ctx := errgroup.WithContext(ctx)
	for w := range workers {
		group.Go(func() error {
			e := n.Counter()
			for i := w; i < set.Len(); i += workers {
				if ctx.Err() != nil {
					return ctx.Err()
				}
				copy(logits[i*n.Classes():], e.Logits(set.Example(i)))
			}
			return nil
		})
	}
	return logits, group.Wait()
}
