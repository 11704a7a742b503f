package dataset

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// IDX, the format of MNIST: big-endian magic 00 00 type rank, one uint32 per
// dimension, then the values. Only type 08 (unsigned byte) is data of ours.
const (
	idxLabels = 0x00000801 // N
	idxImages = 0x00000803 // N, height, width
	idxColour = 0x00000804 // N, channels, height, width
)

func idxName(magic uint32) string {
	switch magic {
	case idxLabels:
		return "labels"
	case idxImages, idxColour:
		return "images"
	}
	if magic>>16 == 0 {
		return fmt.Sprintf("IDX of type %#02x and rank %d", magic>>8&0xff, magic&0xff)
	}
	return "not IDX"
}

// openIDX reads pairs of images and labels files, concatenated.
func openIDX(src Source) (*Set, error) {
	if len(src.Images) == 0 || len(src.Images) != len(src.Labels) {
		return nil, fmt.Errorf("idx: %d images files and %d labels files: expected as many of each", len(src.Images), len(src.Labels))
	}
	sets := make([]*Set, len(src.Images))
	for i := range src.Images {
		s := &Set{}
		err := withPlain(src.Images[i], src.maxBytes(), func(r *bufio.Reader) (err error) {
			s.Shape, s.Pixels, err = readIDXImages(r, src.maxBytes())
			return err
		})
		if err != nil {
			return nil, err
		}
		err = withPlain(src.Labels[i], src.maxBytes(), func(r *bufio.Reader) (err error) {
			s.Labels, err = readIDXLabels(r, src.maxBytes())
			return err
		})
		if err != nil {
			return nil, err
		}
		if n := len(s.Pixels) / s.Shape.Features(); n != len(s.Labels) {
			return nil, fmt.Errorf("%s holds %d images but %s holds %d labels", src.Images[i], n, src.Labels[i], len(s.Labels))
		}
		s.Classes = maxClasses
		sets[i] = s
	}
	s, err := concat(sets)
	if err != nil {
		return nil, err
	}
	s.Reading.Label = "file " + strings.Join(src.Labels, ", ")
	return s, classify(s, src)
}

// classify makes classes of labels as they were read.
func classify(s *Set, src Source) error {
	values := make([]labelValue, maxClasses)
	var labels []*labelValue
	for i, v := range s.Labels {
		if l := &values[v]; l.where == "" {
			*l = labelValue{text: strconv.Itoa(int(v)), number: float64(v), kind: cellNumber, where: fmt.Sprintf("%s: example %d", strings.Join(src.Labels, ", "), i)}
			labels = append(labels, l)
		}
	}
	names, classes, err := assignClasses(labels, src.Classes)
	if err != nil {
		return err
	}
	for i, v := range s.Labels {
		s.Labels[i] = byte(values[v].class)
	}
	s.Classes = classes
	if len(names) > 0 {
		s.Encoding = &Encoding{Classes: names}
		s.Reading.Notes = append(s.Reading.Notes, renumbered(names))
	}
	return nil
}

func readIDXImages(r io.Reader, max int64) (Shape, []byte, error) {
	magic, err := readUint32(r, "magic")
	if err != nil {
		return Shape{}, nil, err
	}
	if magic != idxImages && magic != idxColour {
		return Shape{}, nil, fmt.Errorf("magic %#08x (%s): expected IDX images, %#08x", magic, idxName(magic), uint32(idxImages))
	}
	dims, err := readDims(r, int(magic&0xff))
	if err != nil {
		return Shape{}, nil, err
	}
	shape := Shape{1, dims[len(dims)-2], dims[len(dims)-1]}
	if magic == idxColour {
		shape.Channels = dims[1]
	}
	if err := shape.Validate(); err != nil {
		return Shape{}, nil, err
	}
	pixels, err := readIDXBody(r, dims[0], shape.Features(), max)
	return shape, pixels, err
}

func readIDXLabels(r io.Reader, max int64) ([]byte, error) {
	magic, err := readUint32(r, "magic")
	if err != nil {
		return nil, err
	}
	if magic != idxLabels {
		return nil, fmt.Errorf("magic %#08x (%s): expected IDX labels, %#08x", magic, idxName(magic), uint32(idxLabels))
	}
	dims, err := readDims(r, 1)
	if err != nil {
		return nil, err
	}
	return readIDXBody(r, dims[0], 1, max)
}

func readIDXBody(r io.Reader, count, size int, max int64) ([]byte, error) {
	if count < 1 { // below 0: a 32-bit int cannot hold it
		return nil, fmt.Errorf("the header says %d examples", count)
	}
	// count < 2^32 and size <= 2^24: the product fits.
	total := int64(count) * int64(size)
	if total > max {
		return nil, fmt.Errorf("the header says %d x %d bytes, the cap is %d: %w", count, size, max, ErrTooLarge)
	}
	body, err := readExactly(r, total, fmt.Sprintf("%d values of %d bytes", count, size))
	if err != nil {
		return nil, err
	}
	return body, expectEnd(r)
}

func readDims(r io.Reader, rank int) ([]int, error) {
	dims := make([]int, rank)
	for i := range dims {
		d, err := readUint32(r, fmt.Sprintf("dimension %d of %d", i+1, rank))
		if err != nil {
			return nil, err
		}
		dims[i] = int(d)
	}
	return dims, nil
}

func readUint32(r io.Reader, what string) (uint32, error) {
	b, err := readExactly(r, 4, what)
	if err != nil {
		return 0, err
	}
	return binary.BigEndian.Uint32(b), nil
}

// imagesAlone reads images that have no labels beside them.
func imagesAlone(src Source) (*Rows, error) {
	rows := &Rows{}
	var shape Shape
	for _, path := range src.Images {
		err := withPlain(path, src.maxBytes(), func(r *bufio.Reader) error {
			s, pixels, err := readIDXImages(r, src.maxBytes())
			if err == nil && shape != (Shape{}) && s != shape {
				err = fmt.Errorf("images of shape %v, the first file has %v", s, shape)
			}
			if err != nil {
				return err
			}
			shape = s
			rows.Pixels = append(rows.Pixels, pixels...)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	if shape == (Shape{}) {
		return nil, errors.New("idx: expected images files, found none")
	}
	rows.Count = len(rows.Pixels) / shape.Features()
	return rows, nil
}
