package export

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"maps"
	"strconv"
	"strings"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
)

// Safetensors is a network's integers. Of GAQ1: L.weight (I8, [out, in] or [out, in, 3, 3]) and L.bias (I32) of each
// weighted layer L, from 0 on. Its metadata say the rest: layers (dense, conv3x3, maxpool2x2, in order), shifts (of
// each weighted layer but the last), input (channels x height x width) and bits.
//
// Of GAQ2: K.weight (I8, [out, in of a group, kernel, kernel], or [out, in] with inputs by channel, height, width),
// K.bias (I32) and but for the logits K.shift (U8, [out]) of each weighted tensor K, the input being number 0. Its
// metadata have tensors: a list of all of them, in JSON, without the fields that are 0.
func Safetensors(n model.Integer, about map[string]string) ([]byte, error) {
	f := &file{header: map[string]any{}}
	var metadata map[string]string
	var err error
	switch n := n.(type) {
	case *model.Network:
		metadata, err = f.layers(n)
	case *graph.Network:
		metadata, err = f.tensors(n)
	default:
		err = unknown(n)
	}
	if err != nil {
		return nil, err
	}
	maps.Copy(metadata, about)
	f.header["__metadata__"] = metadata
	head, err := json.Marshal(f.header) // its keys are sorted: the same network gives the same bytes
	if err != nil {
		return nil, err
	}
	for (8+len(head))%8 != 0 { // the tensors begin aligned
		head = append(head, ' ')
	}
	return append(append(binary.LittleEndian.AppendUint64(nil, uint64(len(head))), head...), f.body...), nil
}

// file is one in the making.
type file struct {
	header map[string]any
	body   []byte
}

func (f *file) add(name, elements string, shape []int, raw []byte) {
	f.header[name] = map[string]any{"dtype": elements, "shape": shape, "data_offsets": []int{len(f.body), len(f.body) + len(raw)}}
	f.body = append(f.body, raw...)
}

// layers adds a network of GAQ1.
func (f *file) layers(n *model.Network) (metadata map[string]string, err error) {
	if err := n.Validate(); err != nil {
		return nil, err
	}
	var kinds, shifts []string
	weighted := 0
	for i := range n.Layers {
		l := &n.Layers[i]
		kinds = append(kinds, l.Kind.String())
		if !l.Weighted() {
			continue
		}
		var bias []byte
		for _, v := range l.Bias {
			bias = append(bias, word(v)...)
		}
		f.add(strconv.Itoa(weighted)+".bias", "I32", []int{l.Outputs}, bias)
		weights := make([]byte, len(l.Weights))
		for k, w := range l.Weights {
			weights[k] = byte(w)
		}
		shape := []int{l.Outputs, len(l.Weights) / l.Outputs}
		if l.Kind == model.Conv3x3 {
			shape = []int{l.Outputs, shape[1] / 9, 3, 3}
		}
		f.add(strconv.Itoa(weighted)+".weight", "I8", shape, weights)
		if weighted++; i < len(n.Layers)-1 {
			shifts = append(shifts, strconv.Itoa(int(l.Shift)))
		}
	}
	return map[string]string{
		"layers": strings.Join(kinds, ","), "shifts": strings.Join(shifts, ","), "input": n.Input.String(), "bits": fmt.Sprint(n.ActivationBits()),
	}, nil
}

// operation is a tensor of GAQ2 as the metadata have it.
type operation struct {
	Op       string `json:"op"`
	A        int    `json:"a,omitempty"`
	B        int    `json:"b,omitempty"`
	Kernel   int    `json:"kernel,omitempty"`
	Stride   int    `json:"stride,omitempty"`
	Pad      int    `json:"pad,omitempty"`
	Zero     int    `json:"zero,omitempty"`
	Shift    int    `json:"shift,omitempty"`
	LeftA    int    `json:"left_a,omitempty"`
	LeftB    int    `json:"left_b,omitempty"`
	Groups   int    `json:"groups,omitempty"`
	Channels int    `json:"channels"`
	Height   int    `json:"height"`
	Width    int    `json:"width"`
}

// tensors adds a network of GAQ2.
func (f *file) tensors(n *graph.Network) (metadata map[string]string, err error) {
	if err := n.Validate(); err != nil {
		return nil, err
	}
	var operations []operation
	for k := range n.Tensors {
		t := &n.Tensors[k]
		operations = append(operations, operation{
			Op: t.Op.String(), A: t.A, B: t.B, Kernel: t.Kernel, Stride: t.Stride, Pad: t.Pad, Zero: t.Zero, Shift: t.Shift,
			LeftA: t.LeftA, LeftB: t.LeftB, Groups: t.Groups, Channels: t.Channels, Height: t.Height, Width: t.Width,
		})
		if !t.Weighted() {
			continue
		}
		var biases, shifts, weights []byte
		for o := range t.Channels {
			bias, shift, row := rowOf(n, k, o)
			biases, shifts = append(biases, word(bias)...), append(shifts, shift)
			for _, w := range row {
				weights = append(weights, w-zeroPoint)
			}
		}
		shape := []int{t.Channels, n.FanIn(k)}
		if t.Op == graph.Conv {
			shape = append([]int{t.Channels}, rowShape(n, k)...)
		}
		f.add(strconv.Itoa(k)+".bias", "I32", shape[:1], biases)
		if t.Op != graph.Logits {
			f.add(strconv.Itoa(k)+".shift", "U8", shape[:1], shifts)
		}
		f.add(strconv.Itoa(k)+".weight", "I8", shape, weights)
	}
	text, err := json.Marshal(operations)
	return map[string]string{"tensors": string(text)}, err
}
