package dataset

import (
	"fmt"
)

// Format names a way to store a data set.
type Format string

// The formats that Open reads.
const (
	FormatIDX    Format = "idx"     // pairs of MNIST-style images and labels files, plain or gzip
	FormatCIFAR  Format = "cifar10" // CIFAR-10 binary records
	FormatCSV    Format = "csv"     // a table: one row per example, whatever separates the columns
	FormatNPZ    Format = "npz"     // a zip of NumPy arrays
	FormatDigits Format = "digits"  // rendered by Digits, no file
)

// Split picks a part of a data set that comes in two.
type Split string

// The splits; All takes every part there is, training first.
const (
	All   Split = ""
	Train Split = "train"
	Test  Split = "test"
)

// Source says where a data set comes from, completely: two Opens of one
// source give the same set as long as the files do not change.
type Source struct {
	Format Format   `json:"format"`
	Images []string `json:"images,omitempty"` // data files, concatenated; for csv, cifar10 and npz they hold the labels too
	Labels []string `json:"labels,omitempty"` // idx only: one for each of Images

	Split       Split  `json:"split,omitempty"`        // npz only: which arrays
	LabelColumn string `json:"label_column,omitempty"` // csv only: name, number from 1, "first" or "last"; "" takes the only one called as labels are, else refuses
	Header      string `json:"header,omitempty"`       // csv only: whether the first row names the columns, "yes" or "no"; "" goes by what it holds

	Features []string `json:"features,omitempty"` // csv only: the columns to take; none: all but the label and those that number the rows; ["*"]: all but the label
	Arrays   []string `json:"arrays,omitempty"`   // npz only: the arrays of examples and of labels; none: those that are called so

	Shape   Shape `json:"shape,omitzero"`    // of one example where the file does not say (csv, npz); otherwise it must agree
	Classes int   `json:"classes,omitempty"` // 0 counts the different labels; a number leaves them as they are (cifar10 and digits: always 10)

	Count int    `json:"count,omitempty"` // digits only: how many
	Seed  uint64 `json:"seed,omitempty"`  // digits only
	Side  int    `json:"side,omitempty"`  // digits only: 28 (also 0) or 16 pixels

	MaxBytes int64 `json:"max_bytes,omitempty"` // cap on the decompressed bytes of one file; 0 is DefaultMaxBytes
}

func (s Source) maxBytes() int64 {
	if s.MaxBytes <= 0 {
		return DefaultMaxBytes
	}
	return s.MaxBytes
}

// Open reads the whole data set of a source into memory and validates it.
func Open(src Source) (*Set, error) {
	open := map[Format]func(Source) (*Set, error){
		FormatIDX: openIDX, FormatCIFAR: openCIFAR, FormatCSV: openCSV, FormatNPZ: openNPZ, FormatDigits: openDigits,
	}[src.Format]
	if open == nil {
		return nil, fmt.Errorf("data format %q: expected idx, cifar10, csv, npz or digits", src.Format)
	}
	if src.Classes < 0 || src.Classes > maxClasses {
		return nil, fmt.Errorf("source: %d classes: must be 0..%d", src.Classes, maxClasses)
	}
	s, err := open(src)
	if err != nil {
		return nil, fmt.Errorf("data set: %w", err)
	}
	if src.Shape != (Shape{}) && src.Shape != s.Shape {
		return nil, fmt.Errorf("data set: examples of shape %v: the source says %v", s.Shape, src.Shape)
	}
	if src.Classes != 0 && src.Classes != s.Classes {
		return nil, fmt.Errorf("data set: %d classes: the source says %d", s.Classes, src.Classes)
	}
	if err := s.Validate(); err != nil {
		return nil, fmt.Errorf("data set: %w", err)
	}
	return s, nil
}

func openDigits(src Source) (*Set, error) {
	if len(src.Images)+len(src.Labels) != 0 {
		return nil, fmt.Errorf("digits: expected no files, found %d", len(src.Images)+len(src.Labels))
	}
	if src.Count < 1 || int64(src.Count) > src.maxBytes()/(digitSide*digitSide) {
		return nil, fmt.Errorf("digits: count %d: must be 1..%d", src.Count, src.maxBytes()/(digitSide*digitSide))
	}
	switch src.Side {
	case 0, digitSide:
		return Digits(src.Count, src.Seed), nil
	case smallSide:
		return SmallDigits(src.Count, src.Seed), nil
	}
	return nil, fmt.Errorf("digits: side %d: expected %d or %d", src.Side, digitSide, smallSide)
}
