package export

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"maps"
	"strconv"
	"strings"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// Safetensors is the network's integers: L.weight (I8, [out, in] or [out, in, 3, 3]) and L.bias (I32) of each
// weighted layer L, from 0 on. Its metadata say the rest: layers (dense, conv3x3, maxpool2x2, in order), shifts (of
// each weighted layer but the last), input (channels x height x width) and bits.
func Safetensors(n *model.Network, about map[string]string) ([]byte, error) {
	if err := n.Validate(); err != nil {
		return nil, err
	}
	var kinds, shifts []string
	var body []byte
	header := map[string]any{}
	add := func(name, elements string, shape []int, raw []byte) {
		header[name] = map[string]any{"dtype": elements, "shape": shape, "data_offsets": []int{len(body), len(body) + len(raw)}}
		body = append(body, raw...)
	}
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
		add(strconv.Itoa(weighted)+".bias", "I32", []int{l.Outputs}, bias)
		weights := make([]byte, len(l.Weights))
		for k, w := range l.Weights {
			weights[k] = byte(w)
		}
		shape := []int{l.Outputs, len(l.Weights) / l.Outputs}
		if l.Kind == model.Conv3x3 {
			shape = []int{l.Outputs, shape[1] / 9, 3, 3}
		}
		add(strconv.Itoa(weighted)+".weight", "I8", shape, weights)
		if weighted++; i < len(n.Layers)-1 {
			shifts = append(shifts, strconv.Itoa(int(l.Shift)))
		}
	}
	metadata := map[string]string{
		"layers": strings.Join(kinds, ","), "shifts": strings.Join(shifts, ","), "input": n.Input.String(), "bits": fmt.Sprint(n.ActivationBits()),
	}
	maps.Copy(metadata, about)
	header["__metadata__"] = metadata
	head, err := json.Marshal(header) // its keys are sorted: the same network gives the same bytes
	if err != nil {
		return nil, err
	}
	for (8+len(head))%8 != 0 { // the tensors begin aligned
		head = append(head, ' ')
	}
	return append(append(binary.LittleEndian.AppendUint64(nil, uint64(len(head))), head...), body...), nil
}
