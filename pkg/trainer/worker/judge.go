package worker

import (
	"context"
	"fmt"
	"runtime"

	"golang.org/x/sync/errgroup"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/checkpoint"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/small"
)

const (
	calibration = 512 // training examples that the quantisation looks at
	judgeChunk  = 64  // validation examples for which another processor is worth it
)

// quantize makes the integer model and its bytes.
func quantize(bits model.Bits, f *model.FloatNetwork, train *dataset.Set) (*model.Network, []byte, error) {
	if bits == 0 {
		bits = model.Bits8
	}
	n, err := model.QuantizeTo(bits, f, train.Pixels[:min(calibration, train.Len())*train.Shape.Features()])
	if err != nil {
		return nil, nil, err
	}
	b, err := n.Marshal()
	return n, b, err
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
	integer, b, err := quantize(r.job.Bits, network, r.train)
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
func integerLogits(ctx context.Context, n *model.Network, set *dataset.Set) ([]int32, error) {
	workers := min(runtime.GOMAXPROCS(0), max(1, set.Len()/judgeChunk))
	logits := make([]int32, set.Len()*n.Classes())
	group, ctx := errgroup.WithContext(ctx)
	for w := range workers {
		group.Go(func() error {
			e := model.NewEvaluator(n)
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
