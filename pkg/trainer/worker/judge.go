package worker

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

const (
	calibration = 512 // training examples that the quantisation looks at
	judgeChunk  = 64  // validation examples between two looks at the context
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

// countRight counts the integer model's right answers, as the contract would,
// on all processors.
func countRight(ctx context.Context, n *model.Network, set *dataset.Set) (int, error) {
	workers := min(runtime.GOMAXPROCS(0), max(1, set.Len()/judgeChunk))
	right := make([]int, workers)
	group, ctx := errgroup.WithContext(ctx)
	features := set.Shape.Features()
	for w := range workers {
		group.Go(func() error {
			e := model.NewEvaluator(n)
			for at := w * judgeChunk; at < set.Len(); at += workers * judgeChunk {
				if ctx.Err() != nil {
					return ctx.Err()
				}
				end := min(at+judgeChunk, set.Len())
				right[w] += e.CountRight(set.Pixels[at*features:end*features], set.Labels[at:end])
			}
			return nil
		})
	}
	err := group.Wait()
	total := 0
	for _, r := range right {
		total += r
	}
	return total, err
}
