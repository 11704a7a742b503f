package dataset

import (
	"bufio"
	"errors"
	"fmt"
	"io"
)

// CIFAR-10 binary layout: 1 label byte, then 32x32 red, green and blue planes.
const (
	cifarClasses = 10
	cifarRecord  = 1 + 3*32*32
)

var cifarShape = Shape{Channels: 3, Height: 32, Width: 32}

func openCIFAR(src Source) (*Set, error) {
	if len(src.Images) == 0 || len(src.Labels) != 0 {
		return nil, fmt.Errorf("cifar10: expected data files and no labels files, found %d and %d", len(src.Images), len(src.Labels))
	}
	sets := make([]*Set, len(src.Images))
	for i, path := range src.Images {
		err := withPlain(path, src.maxBytes(), func(r *bufio.Reader) (err error) {
			sets[i], err = readCIFAR(r)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	all, err := concat(sets)
	if err == nil {
		all.Reading.Label = "the first byte of every record"
	}
	return all, err
}

func readCIFAR(r io.Reader) (*Set, error) {
	s := &Set{Shape: cifarShape, Classes: cifarClasses}
	record := make([]byte, cifarRecord)
	for {
		switch n, err := io.ReadFull(r, record); {
		case errors.Is(err, io.EOF) && s.Len() == 0:
			return nil, errors.New("no CIFAR-10 record")
		case errors.Is(err, io.EOF):
			return s, nil
		case errors.Is(err, io.ErrUnexpectedEOF):
			return nil, fmt.Errorf("truncated: CIFAR-10 record %d: expected %d bytes, found %d", s.Len(), cifarRecord, n)
		case err != nil:
			return nil, err
		case record[0] >= cifarClasses:
			return nil, fmt.Errorf("label of CIFAR-10 record %d is %d: expected below %d", s.Len(), record[0], cifarClasses)
		}
		s.Labels = append(s.Labels, record[0])
		s.Pixels = append(s.Pixels, record[1:]...)
	}
}
