package dataset

import (
	"fmt"
)

// Lanes is how many vectors the contract evaluates in one 256-bit word of
// 21-bit lanes; a group is a whole number of such words.
const Lanes = 12

// maxPayload caps one group; what fits a transaction is far below it.
const maxPayload = 16 << 20

// Layout is the form of every group of a challenge.
type Layout struct {
	GroupSize int `json:"group_size"` // vectors in a group, a multiple of Lanes
	Features  int `json:"features"`   // values of a vector
	Classes   int `json:"classes"`    // labels are below this
}

// Validate reports a layout that no group can have.
func (l Layout) Validate() error {
	switch {
	case l.GroupSize < Lanes || l.GroupSize%Lanes != 0:
		return fmt.Errorf("layout: group size %d: must be a positive multiple of %d", l.GroupSize, Lanes)
	case l.Features < 1 || l.Features > maxFeatures:
		return fmt.Errorf("layout: %d features: must be 1..%d", l.Features, maxFeatures)
	case l.Classes < 2 || l.Classes > maxClasses:
		return fmt.Errorf("layout: %d classes: must be 2..%d", l.Classes, maxClasses)
	case l.GroupSize > maxPayload/(l.Features+1):
		return fmt.Errorf("layout: group of %d x (%d+1) bytes, at most %d: %w", l.GroupSize, l.Features, maxPayload, ErrTooLarge)
	}
	return nil
}

// PayloadLen is the length of a group's payload in bytes: N*(F+1).
func (l Layout) PayloadLen() int { return l.GroupSize * (l.Features + 1) }

// EncodeGroup lays out the examples at indices as a payload, N = GroupSize:
//
//	byte f*N + v  feature f of vector v   (feature-major: 12 neighbouring bytes are one word's lanes)
//	byte F*N + v  label of vector v
func EncodeGroup(set *Set, indices []int, layout Layout) ([]byte, error) {
	if err := layout.Validate(); err != nil {
		return nil, err
	}
	if f := set.Shape.Features(); f != layout.Features {
		return nil, fmt.Errorf("encode group: examples of %d features, layout has %d", f, layout.Features)
	}
	n := layout.GroupSize
	if len(indices) != n {
		return nil, fmt.Errorf("encode group: %d examples, layout has %d", len(indices), n)
	}
	payload := make([]byte, layout.PayloadLen())
	for v, i := range indices {
		if i < 0 || i >= set.Len() {
			return nil, fmt.Errorf("encode group: example %d of a set of %d", i, set.Len())
		}
		label := set.Labels[i]
		if int(label) >= layout.Classes {
			return nil, fmt.Errorf("encode group: label of example %d is %d: expected below %d", i, label, layout.Classes)
		}
		for f, p := range set.Example(i) {
			payload[f*n+v] = p
		}
		payload[layout.Features*n+v] = label
	}
	return payload, nil
}

// DecodeGroup is the inverse of EncodeGroup: pixels holds GroupSize vectors
// one after the other, labels their labels.
func DecodeGroup(payload []byte, layout Layout) (pixels, labels []byte, err error) {
	if err := layout.Validate(); err != nil {
		return nil, nil, err
	}
	if len(payload) != layout.PayloadLen() {
		return nil, nil, fmt.Errorf("decode group: payload of %d bytes, expected %d", len(payload), layout.PayloadLen())
	}
	n := layout.GroupSize
	labels = append([]byte(nil), payload[layout.Features*n:]...)
	if err := checkLabels(labels, layout.Classes); err != nil {
		return nil, nil, fmt.Errorf("decode group: %w", err)
	}
	pixels = make([]byte, layout.Features*n)
	for v := range n {
		vector := pixels[v*layout.Features:][:layout.Features]
		for f := range vector {
			vector[f] = payload[f*n+v]
		}
	}
	return pixels, labels, nil
}
