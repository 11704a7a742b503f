package dataset

import (
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
)

// Rows are examples for a model: encoded as its training data were, with the
// classes that are known of them, if any.
type Rows struct {
	Count   int
	Pixels  []byte
	Labels  []int // nil: none are known; -1: a label that is no class of the model's
	Reading Reading
}

// encodingCure is the way out where bytes or classes cannot be told.
const encodingCure = "name the encoding that the model was trained with: --encoding FILE (the commitment, the bundle, or what create wrote)"

// OpenRows reads examples for a model of so many features and classes. enc is
// how its training data were encoded, nil where that is not known: the values
// must then be bytes and the labels numbers of classes. Labels may be missing.
func OpenRows(src Source, enc *Encoding, features, classes int) (*Rows, error) {
	known := enc != nil
	if enc == nil {
		enc = &Encoding{}
	}
	if len(enc.Columns) > 0 && enc.Features() != features {
		return nil, &Unclear{fmt.Errorf("the model takes %d features, the encoding gives %d", features, enc.Features()), "name the encoding that belongs to the model: --encoding FILE"}
	}
	var rows *Rows
	var err error
	switch src.Format {
	case FormatCSV:
		rows, err = tableRows(src, enc, known, features, classes)
	case FormatNPZ:
		rows, err = arrayRows(src, enc, known, classes)
	default:
		rows, err = imageRows(src, enc, classes)
	}
	if err != nil {
		return nil, fmt.Errorf("data set: %w", err)
	}
	if len(rows.Pixels) != rows.Count*features {
		return nil, fmt.Errorf("the model takes %d features, the data have %d", features, len(rows.Pixels)/max(1, rows.Count))
	}
	return rows, rows.checkLabels(known)
}

// checkLabels refuses labels of no class where no encoding says what the
// classes are called, and else says how many there are.
func (r *Rows) checkLabels(known bool) error {
	strange := 0
	for i, l := range r.Labels {
		if l >= 0 {
			continue
		}
		if !known {
			return &Unclear{fmt.Errorf("data set: the label of row %d is no class of the model", i+1), encodingCure}
		}
		strange++
	}
	if strange > 0 {
		r.Reading.Notes = append(r.Reading.Notes, fmt.Sprintf("%d rows have labels that are no class of the model: they count as wrong", strange))
	}
	return nil
}

// class finds the class of a label, -1 where there is none.
func (e *Encoding) class(text string, number float64, kind cellKind, classes int) int {
	if len(e.Classes) == 0 {
		if kind == cellNumber && number >= 0 && number < float64(classes) && number == math.Trunc(number) {
			return int(number)
		}
		return -1
	}
	if i := slices.Index(e.Classes, text); i >= 0 || kind != cellNumber {
		return i
	}
	return slices.Index(e.Classes, strconv.FormatFloat(number, 'f', -1, 64))
}

func (e *Encoding) classesOfNumbers(values []int64, classes int) []int {
	out := make([]int, len(values))
	for i, v := range values {
		out[i] = e.class(strconv.FormatInt(v, 10), float64(v), cellNumber, classes)
	}
	return out
}

func arrayRows(src Source, enc *Encoding, known bool, classes int) (*Rows, error) {
	rows := &Rows{}
	return rows, withNPZ(src, func(r io.ReaderAt, size int64) error {
		parts, err := readParts(r, size, src, true)
		if err != nil {
			return err
		}
		if n := enc.Inputs(); n != 0 && n != parts.features {
			return fmt.Errorf("%s: examples of %d values, the encoding takes %d", parts.x[0].name, parts.features, n)
		}
		rows.Reading.Notes = parts.unused
		for _, a := range parts.y {
			labels, err := a.classes(enc, classes)
			if err != nil {
				return fmt.Errorf("%s: %w", a.name, err)
			}
			rows.Labels = append(rows.Labels, labels...)
		}
		for _, a := range parts.x {
			rows.Count += a.dims[0]
		}
		_, rows.Pixels, err = parts.pixels(enc.Columns, src.Shape)
		return cureValues(err, known)
	})
}

// cureValues says what to do about values that are no bytes.
func cureValues(err error, known bool) error {
	var unclear *Unclear
	if err == nil || known || errors.As(err, &unclear) {
		return err
	}
	return &Unclear{err, encodingCure}
}

// classes are the classes of an array of labels.
func (a *npy) classes(enc *Encoding, classes int) ([]int, error) {
	if !a.isText() {
		values, err := a.labelNumbers()
		return enc.classesOfNumbers(values, classes), err
	}
	if !a.isColumn() {
		return nil, fmt.Errorf("array shape %v: expected (N,) or (N, 1)", a.dims)
	}
	out := make([]int, a.length())
	for i := range out {
		text := cleanName(a.text(i))
		number, kind := parseNumber([]byte(text), false)
		out[i] = enc.class(text, number, kind, classes)
	}
	return out, nil
}

func imageRows(src Source, enc *Encoding, classes int) (*Rows, error) {
	if len(enc.Columns) > 0 {
		return nil, fmt.Errorf("%s: holds bytes, but the encoding is of a table or of numbers", src.Format)
	}
	if src.Format == FormatIDX && len(src.Labels) == 0 {
		return imagesAlone(src)
	}
	if src.Format == FormatIDX {
		src.Classes = maxClasses // as they stand: the encoding says which classes they are
	}
	s, err := Open(src)
	if err != nil {
		return nil, err
	}
	values := make([]int64, s.Len())
	for i, l := range s.Labels {
		values[i] = int64(l)
	}
	return &Rows{Count: s.Len(), Pixels: s.Pixels, Labels: enc.classesOfNumbers(values, classes), Reading: s.Reading}, nil
}
