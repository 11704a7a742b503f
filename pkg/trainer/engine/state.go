package engine

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"

	"github.com/gomlx/gomlx/core/tensors"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// Export is the network in model's layout: for each output a row over the
// inputs; a kernel channel by channel, by rows.
func (e *Engine) Export() (*model.FloatNetwork, error) {
	n := &model.FloatNetwork{Input: e.spec.Input}
	for i, l := range e.spec.layers() {
		w, err := tensors.CopyFlatData[float32](e.state[2*i])
		if err != nil {
			return nil, classify(err)
		}
		b, err := tensors.CopyFlatData[float32](e.state[2*i+1])
		if err != nil {
			return nil, classify(err)
		}
		n.Layers = append(n.Layers, exportLayer(l, w, b))
		if l.kind == model.Conv3x3 {
			n.Layers = append(n.Layers, model.FloatLayer{Kind: model.MaxPool})
		}
	}
	return n, nil
}

func exportLayer(l layer, w, b []float32) model.FloatLayer {
	out := model.FloatLayer{Kind: l.kind, Outputs: l.out, Weights: make([]float64, len(w))}
	for _, v := range b {
		out.Bias = append(out.Bias, float64(v))
	}
	taps := l.fanIn / l.in // 9 or 1; w is [tap, in, out]
	for t := range taps {
		for c := range l.in {
			for o := range l.out {
				out.Weights[(o*l.in+c)*taps+t] = float64(w[(t*l.in+c)*l.out+o])
			}
		}
	}
	return out
}

// WriteState writes the step number and all parameters and moments: 8 bytes,
// then float32 values, little-endian.
func (e *Engine) WriteState(w io.Writer) error {
	if err := binary.Write(w, binary.LittleEndian, uint64(e.step)); err != nil {
		return err
	}
	for _, t := range e.state {
		values, err := tensors.CopyFlatData[float32](t)
		if err != nil {
			return classify(err)
		}
		if err := binary.Write(w, binary.LittleEndian, values); err != nil {
			return err
		}
	}
	return nil
}

// ReadState replaces the state by one that WriteState wrote for the same
// network; after an error the engine keeps its own.
func (e *Engine) ReadState(r io.Reader) error {
	var step uint64
	if err := binary.Read(r, binary.LittleEndian, &step); err != nil {
		return fmt.Errorf("state: %w", err)
	}
	if step > math.MaxInt32 {
		return fmt.Errorf("state: step %d is absurd", step)
	}
	next := make([]*tensors.Tensor, len(e.state))
	for i := range next {
		values := make([]float32, e.shapes[i%len(e.shapes)].Size())
		if err := binary.Read(r, binary.LittleEndian, values); err != nil {
			return fmt.Errorf("state: tensor %d: %w", i, err)
		}
		next[i] = e.tensor(i, values)
	}
	if n, _ := io.ReadFull(r, make([]byte, 1)); n > 0 {
		return errors.New("state: longer than the network's")
	}
	for _, t := range e.state {
		_ = t.FinalizeAll() // frees memory; the tensor is not used again
	}
	e.state, e.step = next, int(step)
	return nil
}
