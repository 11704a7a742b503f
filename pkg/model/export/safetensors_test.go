package export_test

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/export"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
)

// entry is a tensor of a safetensors file.
type entry struct {
	Type  string `json:"dtype"`
	Shape []int  `json:"shape"`
	At    [2]int `json:"data_offsets"`
}

// A graph that is written and read again is the same, to the byte, but for the bits of shifts that count for nothing.
func TestSafetensorsHoldAGraph(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 16))
	for range 200 {
		n := graphtest.Random(r)
		raw, err := export.Safetensors(n, map[string]string{"origin": "a test"})
		if err != nil {
			t.Fatal(err)
		}
		got := readGraph(t, raw)
		if _, err := got.Layout(); err != nil {
			t.Fatal(err)
		}
		for k, tensor := range n.Tensors {
			for o := range tensor.Channels {
				if tensor.Weighted() {
					shift := &n.Weights[tensor.Offset+o*(5+n.FanIn(k))+4]
					if *shift &= 31; tensor.Op == graph.Logits {
						*shift = 0
					}
				}
			}
		}
		want, _ := n.Marshal()
		if again, err := got.Marshal(); err != nil || !bytes.Equal(again, want) {
			t.Fatalf("read again it is another network: %v\n%+v\n%+v", err, n.Tensors, got.Tensors)
		}
	}
}

func readGraph(t *testing.T, raw []byte) *graph.Network {
	size := binary.LittleEndian.Uint64(raw)
	header, body := map[string]json.RawMessage{}, raw[8+size:]
	parse(t, raw[8:8+size], &header)
	metadata := map[string]string{}
	parse(t, header["__metadata__"], &metadata)
	if metadata["origin"] != "a test" || size%8 != 0 {
		t.Errorf("metadata %v, a header of %d bytes", metadata, size)
	}
	var operations []struct {
		Op string
		graph.Tensor
		LeftA int `json:"left_a"`
		LeftB int `json:"left_b"`
	}
	parse(t, []byte(metadata["tensors"]), &operations)
	n := &graph.Network{}
	for k, o := range operations {
		tensor := o.Tensor
		tensor.LeftA, tensor.LeftB = o.LeftA, o.LeftB
		for op := graph.Input; op <= graph.Logits; op++ {
			if op.String() == o.Op {
				tensor.Op = op
			}
		}
		n.Tensors = append(n.Tensors, tensor)
		if tensor.Weighted() {
			n.Weights = append(n.Weights, readRows(t, n, k, header, body)...)
		}
	}
	return n
}

// readRows puts the weights of tensor k into the format's order.
func readRows(t *testing.T, n *graph.Network, k int, header map[string]json.RawMessage, body []byte) (rows []byte) {
	part := func(what, elements string) ([]byte, []int) {
		var e entry
		parse(t, header[fmt.Sprintf("%d.%s", k, what)], &e)
		if e.Type != elements {
			t.Fatalf("%d.%s is of type %s", k, what, e.Type)
		}
		return body[e.At[0]:e.At[1]], e.Shape
	}
	bias, _ := part("bias", "I32")
	weights, shape := part("weight", "I8")
	shifts := make([]byte, n.Tensors[k].Channels)
	in := n.Tensors[n.Tensors[k].A]
	channels, height, width := in.Channels, in.Height, in.Width
	if n.Tensors[k].Op == graph.Conv {
		channels, height, width = shape[1], shape[2], shape[3]
	}
	if n.Tensors[k].Op != graph.Logits {
		shifts, _ = part("shift", "U8")
	}
	for o := range shape[0] {
		rows = binary.BigEndian.AppendUint32(rows, binary.LittleEndian.Uint32(bias[4*o:]))
		rows = append(rows, shifts[o])
		for y := range height {
			for x := range width {
				for c := range channels {
					rows = append(rows, weights[((o*channels+c)*height+y)*width+x]+128)
				}
			}
		}
	}
	return rows
}

func parse(t *testing.T, text []byte, into any) {
	if err := json.Unmarshal(text, into); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
}

// What neither format is, and networks that are none, are refused.
func TestRefused(t *testing.T) {
	type other struct{ model.Integer }
	n := graphtest.Random(rand.New(rand.NewPCG(17, 18)))
	short := &graph.Network{Tensors: n.Tensors, Weights: n.Weights[1:]}
	for _, n := range []model.Integer{other{n}, short, &model.Network{}} {
		_, onnx := export.ONNX(n, nil)
		_, safe := export.Safetensors(n, nil)
		if onnx == nil || safe == nil {
			t.Errorf("%T: %v, %v", n, onnx, safe)
		}
	}
}
