package dataset

import (
	"errors"
	"fmt"
)

// Limits on shapes that no honest data set reaches; they keep the arithmetic
// on foreign dimensions free of overflow.
const (
	maxDimension = 1 << 16
	maxFeatures  = 1 << 24
	maxClasses   = 256
)

// ErrTooLarge is wrapped by every error that says that an input exceeds a cap
// on its size.
var ErrTooLarge = errors.New("too large")

// Shape is the extent of one example. Feature f = (c*Height+y)*Width + x.
type Shape struct {
	Channels int `json:"channels"`
	Height   int `json:"height"`
	Width    int `json:"width"`
}

// Features is the number of values in one example.
func (s Shape) Features() int { return s.Channels * s.Height * s.Width }

func (s Shape) String() string { return fmt.Sprintf("%dx%dx%d", s.Channels, s.Height, s.Width) }

// Validate reports dimensions that are not positive or are absurdly large.
func (s Shape) Validate() error {
	for _, d := range []int{s.Channels, s.Height, s.Width} {
		if d < 1 || d > maxDimension {
			return fmt.Errorf("shape %v: each dimension must be 1..%d", s, maxDimension)
		}
	}
	// int64: three dimensions of 2^16 fit.
	if f := int64(s.Channels) * int64(s.Height) * int64(s.Width); f > maxFeatures {
		return fmt.Errorf("shape %v: %d features, at most %d", s, f, maxFeatures)
	}
	return nil
}

// flatShape guesses the shape of n features that came without one: a grey
// square where n is a square, three-channel squares where n/3 is one, else a row.
func flatShape(n int) Shape {
	if s := isqrt(n); s*s == n {
		return Shape{1, s, s}
	}
	if s := isqrt(n / 3); 3*s*s == n {
		return Shape{3, s, s}
	}
	return Shape{1, 1, n}
}

func isqrt(n int) int {
	r := 0
	for (r+1)*(r+1) <= n {
		r++
	}
	return r
}

// Set is a labelled data set. Example i is Pixels[i*F:(i+1)*F] with
// F = Shape.Features(), each value 0..255, in the order channel, row, column;
// its label is Labels[i] < Classes.
type Set struct {
	Shape   Shape
	Classes int
	Pixels  []byte
	Labels  []byte

	Encoding *Encoding // how rows became features; nil: bytes as they were, classes without names
	Reading  Reading   // how the files were understood
}

// Reading says, for people, what a reader understood a data set to be.
type Reading struct {
	Label   string   // which column or array holds the labels, and why that is certain
	LeftOut []string // columns that are no features, and why
	Notes   []string // what else may surprise
}

// Len is the number of examples.
func (s *Set) Len() int { return len(s.Labels) }

// Example is the features of example i; the slice aliases the set.
func (s *Set) Example(i int) []byte {
	f := s.Shape.Features()
	return s.Pixels[i*f : (i+1)*f : (i+1)*f]
}

// Subset copies the examples at indices, in that order. It panics where an
// index is out of range, as a slice would.
func (s *Set) Subset(indices []int) *Set {
	sub := &Set{
		Shape:   s.Shape,
		Classes: s.Classes,
		Pixels:  make([]byte, 0, len(indices)*s.Shape.Features()),
		Labels:  make([]byte, 0, len(indices)),

		Encoding: s.Encoding,
		Reading:  s.Reading,
	}
	for _, i := range indices {
		sub.Pixels = append(sub.Pixels, s.Example(i)...)
		sub.Labels = append(sub.Labels, s.Labels[i])
	}
	return sub
}

// Validate checks that the sizes agree and that every label is below Classes.
func (s *Set) Validate() error {
	if err := s.Shape.Validate(); err != nil {
		return err
	}
	if s.Classes < 1 || s.Classes > maxClasses {
		return fmt.Errorf("%d classes: must be 1..%d", s.Classes, maxClasses)
	}
	if want := len(s.Labels) * s.Shape.Features(); len(s.Pixels) != want {
		return fmt.Errorf("%d labels of shape %v need %d pixels, found %d", len(s.Labels), s.Shape, want, len(s.Pixels))
	}
	if s.Encoding != nil {
		if err := s.Encoding.Validate(s.Shape.Features(), s.Classes); err != nil {
			return err
		}
	}
	return checkLabels(s.Labels, s.Classes)
}

func checkLabels(labels []byte, classes int) error {
	for i, l := range labels {
		if int(l) >= classes {
			return fmt.Errorf("label of example %d is %d: expected below %d", i, l, classes)
		}
	}
	return nil
}

// concat joins sets of one shape; the number of classes is the largest.
func concat(sets []*Set) (*Set, error) {
	if len(sets) == 1 {
		return sets[0], nil
	}
	all := &Set{Shape: sets[0].Shape}
	for i, s := range sets {
		if s.Shape != all.Shape {
			return nil, fmt.Errorf("part %d has shape %v, the first has %v", i, s.Shape, all.Shape)
		}
		all.Classes = max(all.Classes, s.Classes)
		all.Pixels = append(all.Pixels, s.Pixels...)
		all.Labels = append(all.Labels, s.Labels...)
	}
	return all, nil
}
