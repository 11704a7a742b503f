package small

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
)

// head is a state but for the networks' numbers.
type head struct {
	Results []Result `json:"results,omitempty"`
	Chosen  int      `json:"chosen"`
	Passes  int      `json:"passes"`
	Steps   int      `json:"steps"`
	Taken   []int    `json:"taken"` // steps of each present network
}

// maxHead bounds a state's head.
const maxHead = 1 << 20

// State is all that a study must know to go on: the head's length in 4 bytes, the
// head in JSON, then each network's parameters and moments as float32. All
// numbers are little-endian.
func (s *Study) State() ([]byte, error) {
	h := head{Results: s.results, Chosen: s.chosen, Passes: s.passes, Steps: s.steps}
	for _, n := range s.nets {
		h.Taken = append(h.Taken, n.step)
	}
	text, err := json.Marshal(h)
	if err != nil {
		return nil, fmt.Errorf("state of a study: %w", err)
	}
	var b bytes.Buffer
	b.Write(binary.LittleEndian.AppendUint32(nil, uint32(len(text))))
	b.Write(text)
	for _, n := range s.nets {
		for _, v := range [][]float32{n.params, n.m, n.v} {
			if err := binary.Write(&b, binary.LittleEndian, v); err != nil {
				return nil, fmt.Errorf("state of a study: %w", err)
			}
		}
	}
	return b.Bytes(), nil
}

// Restore goes on from a state of a study of the same examples and options; after
// an error the study is as it was.
func (s *Study) Restore(state []byte) error {
	if len(state) < 4 {
		return errors.New("state of a study: too short")
	}
	size := int(binary.LittleEndian.Uint32(state))
	if state = state[4:]; size > min(len(state), maxHead) {
		return fmt.Errorf("state of a study: a head of %d bytes", size)
	}
	var h head
	if err := json.Unmarshal(state[:size], &h); err != nil {
		return fmt.Errorf("state of a study: %w", err)
	}
	next := *s
	next.results, next.chosen, next.steps = h.Results, h.Chosen, h.Steps
	if h.Chosen < -1 || h.Chosen >= len(s.opt.Recipes) || len(h.Results) > len(s.opt.Recipes) || h.Chosen < 0 && len(h.Results) == len(s.opt.Recipes) {
		return fmt.Errorf("state of a study: recipe %d chosen, %d of %d judged", h.Chosen, len(h.Results), len(s.opt.Recipes))
	}
	next.begin()
	next.passes = h.Passes
	if h.Passes < 0 || h.Passes > next.recipe().Passes || len(h.Taken) != len(next.nets) || h.Steps < 0 || h.Steps > s.Total() {
		return fmt.Errorf("state of a study: %d networks, %d passes, %d steps", len(h.Taken), h.Passes, h.Steps)
	}
	r := bytes.NewReader(state[size:])
	for k, n := range next.nets {
		if n.step = h.Taken[k]; n.step < 0 || n.step > math.MaxInt32 {
			return fmt.Errorf("state of a study: a network of %d steps", n.step)
		}
		for _, v := range [][]float32{n.params, n.m, n.v} {
			if err := binary.Read(r, binary.LittleEndian, v); err != nil {
				return fmt.Errorf("state of a study: network %d: %w", k, err)
			}
		}
	}
	if _, err := r.ReadByte(); err != io.EOF {
		return errors.New("state of a study: longer than its networks")
	}
	*s = next
	return nil
}
