package trainer

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// design is an architecture with its settings, apart from what the problem sets.
type design struct {
	family   string
	channels []int
	blocks   int // of each stage of a ResNet
	hidden   int // of the dense layer of an MLP or CNN
	fast     bool
}

// fastRate is by how much a design that learns fast has the larger rate.
const fastRate = 3

// name tells designs apart: it names records of what was learned, and folders.
func (d design) name() string {
	var b strings.Builder
	b.WriteString(d.family)
	if d.blocks > 0 {
		fmt.Fprint(&b, d.blocks)
	}
	for _, n := range d.channels {
		b.WriteString("-" + strconv.Itoa(n))
	}
	if d.hidden > 0 {
		b.WriteString("-" + strconv.Itoa(d.hidden))
	}
	if d.fast {
		b.WriteString("-fast")
	}
	return b.String()
}

// The hidden layers of the usual designs, widest first; the first that every limit
// allows is taken. 784-64-10 reaches 87.7 % on Fashion-MNIST's test images, as
// integers too, in 51,132 bytes.
var usualHidden = []int{64, 60, 56, 52, 48, 44, 40, 36, 32, 28, 24, 20, 16, 12, 8}

// The usual convolutions, the first that every limit allows. 8-10-12 comes first because it
// keeps within half a million multiply-accumulates for an image of CIFAR-10 (487,552) and
// still gets 59 % right as integers after 25 epochs of 17,000 images. Twice the width gains about three points.
var usualConvolutions = []design{
	{family: CNN, channels: []int{8, 10, 12}, hidden: 64}, {family: CNN, channels: []int{8, 8, 12}, hidden: 48},
	{family: CNN, channels: []int{4, 8, 12}, hidden: 48}, {family: CNN, channels: []int{4, 8, 8}, hidden: 48},
}

// designs are those that are usual for the problem, the best guess first, and those that are worth comparing with.
func (p Problem) designs() (usual, others []design) {
	resnet := func(blocks int, channels ...int) design {
		return design{family: ResNet, channels: channels, blocks: blocks}
	}
	mlp := func(hidden int) design { return design{family: MLP, hidden: hidden} }
	images := p.Target.Graph() && p.Input.Height >= 8 && p.Input.Width >= 8 // to be halved three times
	residual := p.Residual && p.Target.Graph() && p.Input.Channels == 3 && min(p.Input.Height, p.Input.Width) >= 16
	if residual {
		usual = append(usual, resnet(3, 16, 32, 64))
	}
	if images {
		usual = append(usual, usualConvolutions...)
	}
	for _, hidden := range usualHidden {
		usual = append(usual, mlp(hidden))
	}
	switch {
	case residual:
		others = []design{resnet(3, 16, 32, 64), resnet(1, 16, 32, 64), resnet(2, 16, 32, 64), resnet(2, 32, 64, 128), usualConvolutions[0]}
	case images:
		wide := design{family: CNN, channels: []int{16, 20, 24}, hidden: 64}
		others = []design{usualConvolutions[0], wide, usualConvolutions[3], mlp(64)}
	default:
		fast := mlp(64)
		fast.fast = true
		others = []design{mlp(64), fast, mlp(32), mlp(96), mlp(128), mlp(16)}
	}
	return usual, others
}

// suggestion is a design's network and costs, if it keeps the limits.
func (p Problem) suggestion(d design) (s Suggestion, err error) {
	if d.family == ResNet {
		s, err = p.residual(d)
	} else {
		s, err = p.layers(d)
	}
	s.Name = d.name()
	return s, err
}

// slack is how far below the need a network of known accuracy may still serve: problems of a kind are not alike.
const slack = 0.02

// promising are the designs that are not known to fall short of the need.
func (p Problem) promising(all []design) (list []design) {
	for _, d := range all {
		if r, known := p.Known[d.name()]; !known || r.Most+slack >= p.Need {
			list = append(list, d)
		}
	}
	return list
}

// proven are the designs that have got to the need on problems like this one, the least work first.
func (p Problem) proven(all []design) (list []design) {
	work := map[string]float64{} // at the pace of devices' rates
	for _, d := range all {
		r := p.Known[d.name()]
		if r.Accuracy <= 0 || r.Accuracy < p.Need {
			continue
		}
		if s, err := p.suggestion(d); err == nil {
			list, work[d.name()] = append(list, d), float64(r.Work)/p.pace(s)
		}
	}
	slices.SortStableFunc(list, func(a, b design) int { return cmp.Compare(work[a.name()], work[b.name()]) })
	return list
}
