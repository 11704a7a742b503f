package dataset

import (
	"fmt"

	"github.com/gpuarbiter/gpuarbiter/pkg/blob"
)

// maxPayload caps one group; what fits a transaction is far below it.
const maxPayload = 16 << 20

// Layout is the form of every group of a challenge.
type Layout struct {
	GroupSize int  `json:"group_size"` // vectors in a group, a multiple of Lanes()
	Features  int  `json:"features"`   // values of a vector
	Classes   int  `json:"classes"`    // labels are below this
	Form      Form `json:"form,omitempty"`
}

// Validate reports a layout that no group can have.
func (l Layout) Validate() error {
	if l.form() == nil {
		return fmt.Errorf("layout: no evaluator of this version takes groups of the form %q", l.Form)
	}
	switch lanes := l.Lanes(); {
	case l.GroupSize < lanes || l.GroupSize%lanes != 0:
		return fmt.Errorf("layout: group size %d: must be a positive multiple of %d", l.GroupSize, lanes)
	case l.Features < 1 || l.Features > maxFeatures:
		return fmt.Errorf("layout: %d features: must be 1..%d", l.Features, maxFeatures)
	case l.Classes < 2 || l.Classes > maxClasses:
		return fmt.Errorf("layout: %d classes: must be 2..%d", l.Classes, maxClasses)
	case l.Form == Blob && (l.GroupSize > blob.MaxPerTx*blob.Bytes || l.Blobs() > blob.MaxPerTx):
		return fmt.Errorf("layout: group of %d x (%d+1) values, %d blobs hold %d", l.GroupSize, l.Features, blob.MaxPerTx, blob.MaxPerTx*blob.Bytes)
	case l.GroupSize > maxPayload || l.PayloadLen() > maxPayload:
		return fmt.Errorf("layout: group of %d x (%d+1) values, at most %d bytes: %w", l.GroupSize, l.Features, maxPayload, ErrTooLarge)
	}
	return nil
}

// Lanes is how many vectors the contract evaluates in one 256-bit word: a
// group is a whole number of such batches.
func (l Layout) Lanes() int { return l.form().lanes() }

// PayloadLen is the length of a group's payload in bytes.
func (l Layout) PayloadLen() int {
	return l.batches()*l.batchLen() + l.GroupSize
}

// Blobs is how many blobs hold a group; none, where groups stand in calldata.
func (l Layout) Blobs() int {
	if l.Form != Blob {
		return 0
	}
	return (l.PayloadLen() + blob.Bytes - 1) / blob.Bytes
}

func (l Layout) batches() int { return l.GroupSize / l.Lanes() }

// batchLen is the length of a batch of vectors: a whole number of units.
func (l Layout) batchLen() int { return l.units() * l.form().unitLen() }

func (l Layout) units() int {
	per := l.form().unitFeatures()
	return (l.Features + per - 1) / per
}

// EncodeGroup lays out the examples at indices as a payload: batch by batch of
// Lanes() vectors their features, unit by unit; then one label byte for each
// vector. Nibbles take the nearest of 16 steps of 17 of a feature.
func EncodeGroup(set *Set, indices []int, layout Layout) ([]byte, error) {
	if err := layout.Validate(); err != nil {
		return nil, err
	}
	if f := set.Shape.Features(); f != layout.Features {
		return nil, fmt.Errorf("encode group: examples of %d features, layout has %d", f, layout.Features)
	}
	if len(indices) != layout.GroupSize {
		return nil, fmt.Errorf("encode group: %d examples, layout has %d", len(indices), layout.GroupSize)
	}
	payload := make([]byte, layout.PayloadLen())
	labels := payload[len(payload)-layout.GroupSize:]
	for v, i := range indices {
		if i < 0 || i >= set.Len() {
			return nil, fmt.Errorf("encode group: example %d of a set of %d", i, set.Len())
		}
		label := set.Labels[i]
		if int(label) >= layout.Classes {
			return nil, fmt.Errorf("encode group: label of example %d is %d: expected below %d", i, label, layout.Classes)
		}
		layout.eachUnit(payload, v, set.Example(i), layout.form().put)
		labels[v] = label
	}
	return payload, nil
}

// DecodeGroup is the inverse of EncodeGroup: pixels holds GroupSize vectors
// one after the other, each value 0 to 255 (of nibbles, a multiple of 17);
// labels their labels. The contract does not look into blobs: there a label may be one that
// is none, which no model is right about.
func DecodeGroup(payload []byte, layout Layout) (pixels, labels []byte, err error) {
	if err := layout.Validate(); err != nil {
		return nil, nil, err
	}
	pixels = make([]byte, layout.Features*layout.GroupSize)
	if labels, err = decodeVectors(payload, layout, func(v int) []byte { return pixels[v*layout.Features:][:layout.Features] }); err != nil {
		return nil, nil, err
	}
	return pixels, append([]byte(nil), labels...), nil
}

// decodeGroup decodes the pixels of a group to train on into memory of the caller's; the labels are the
// payload's.
func decodeGroup(payload []byte, layout Layout, pixels []byte) (labels []byte, err error) {
	return decodeTraining(payload, layout, func(v int) []byte { return pixels[v*layout.Features:][:layout.Features] })
}

// checkGroup is decodeGroup for who wants none of it; vector has room for one.
func checkGroup(payload []byte, layout Layout, vector []byte) error {
	_, err := decodeTraining(payload, layout, func(int) []byte { return vector })
	return err
}

// decodeTraining is decodeVectors where every label has to be one.
func decodeTraining(payload []byte, layout Layout, room func(v int) []byte) (labels []byte, err error) {
	labels, err = decodeVectors(payload, layout, room)
	if err == nil {
		err = labelled(labels, layout)
	}
	return labels, err
}

func labelled(labels []byte, layout Layout) error {
	if err := checkLabels(labels, layout.Classes); err != nil {
		return fmt.Errorf("decode group: %w", err)
	}
	return nil
}

// decodeVectors decodes vector v into room(v).
func decodeVectors(payload []byte, layout Layout, room func(v int) []byte) (labels []byte, err error) {
	if len(payload) != layout.PayloadLen() {
		return nil, fmt.Errorf("decode group: payload of %d bytes, expected %d", len(payload), layout.PayloadLen())
	}
	labels = payload[len(payload)-layout.GroupSize:]
	if layout.Form != Blob {
		if err := labelled(labels, layout); err != nil {
			return nil, err
		}
	}
	empty := true
	for v := range layout.GroupSize {
		layout.eachUnit(payload, v, room(v), func(unit []byte, lane int, values []byte) {
			empty = layout.form().get(unit, lane, values) && empty
		})
	}
	if !empty {
		return nil, fmt.Errorf("decode group: bits are set where there is no feature")
	}
	return labels, nil
}

// eachUnit visits the units of vector v with the vector's values in each.
func (l Layout) eachUnit(payload []byte, v int, vector []byte, visit func(unit []byte, lane int, values []byte)) {
	size, per := l.form().unitLen(), l.form().unitFeatures()
	batch := payload[v/l.Lanes()*l.batchLen():]
	for u := range l.units() {
		visit(batch[u*size:][:size], v%l.Lanes(), vector[u*per:min((u+1)*per, len(vector))])
	}
}
