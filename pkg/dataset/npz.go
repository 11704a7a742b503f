package dataset

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// maxArrays bounds what is looked at in an archive.
const maxArrays = 1000

func openNPZ(src Source) (*Set, error) {
	var s *Set
	err := withNPZ(src, func(r io.ReaderAt, size int64) (err error) {
		s, err = readNPZ(r, size, src)
		return err
	})
	return s, err
}

func withNPZ(src Source, read func(r io.ReaderAt, size int64) error) error {
	if len(src.Images) != 1 || len(src.Labels) != 0 {
		return fmt.Errorf("npz: expected one archive and no labels files, found %d and %d", len(src.Images), len(src.Labels))
	}
	f, size, err := openRegular(src.Images[0])
	if err != nil {
		return err
	}
	defer f.Close()
	if err := read(f, size); err != nil {
		return fmt.Errorf("%s: %w", src.Images[0], err)
	}
	return nil
}

func readNPZ(r io.ReaderAt, size int64, src Source) (*Set, error) {
	parts, err := readParts(r, size, src, false)
	if err != nil {
		return nil, err
	}
	s := &Set{}
	var names []string
	if s.Labels, names, s.Classes, err = labelsOf(parts.y, src.Classes); err != nil {
		return nil, err
	}
	columns, err := arrayColumns(parts.x, parts.features)
	if err != nil {
		return nil, err
	}
	if s.Shape, s.Pixels, err = parts.pixels(columns, src.Shape); err != nil {
		return nil, err
	}
	if len(columns) > 0 || len(names) > 0 {
		s.Encoding = &Encoding{Columns: columns, Classes: names}
	}
	s.Reading.Notes = append(s.Reading.Notes, parts.unused...)
	s.Reading.Label = "array " + parts.y[0].name + ", which belongs to " + parts.x[0].name
	for i := range parts.x[1:] {
		s.Reading.Label += "; " + parts.y[i+1].name + ", which belongs to " + parts.x[i+1].name
	}
	if len(names) > 0 && !parts.y[0].isText() {
		s.Reading.Notes = append(s.Reading.Notes, renumbered(names))
	}
	return s, nil
}

// npzParts are the arrays that make a data set, part by part, in C order.
type npzParts struct {
	x, y     []*npy
	features int
	unused   []string // a note on the arrays that are not taken
}

// readParts reads the arrays of a data set and checks that they fit together.
func readParts(r io.ReaderAt, size int64, src Source, unlabelled bool) (*npzParts, error) {
	arrays, files, err := listArrays(r, size)
	if err != nil {
		return nil, err
	}
	pairs, err := pairArrays(arrays, src, unlabelled)
	if err != nil {
		return nil, err
	}
	parts, budget := &npzParts{unused: unusedArrays(arrays, pairs)}, src.maxBytes()
	for _, p := range pairs {
		x, err := readNPYEntry(files[p.x], p.x.name, &budget)
		if err != nil {
			return nil, err
		}
		if err := parts.addExamples(x); err != nil {
			return nil, err
		}
		if p.y == nil {
			continue
		}
		y, err := readNPYEntry(files[p.y], p.y.name, &budget)
		if err != nil {
			return nil, err
		}
		if len(y.dims) == 0 || x.dims[0] != y.dims[0] {
			return nil, unclearArrays(arrays, fmt.Errorf("npz: %s holds %d examples but %s %s labels", x.name, x.dims[0], y.name, y.shapeText()))
		}
		parts.y = append(parts.y, y)
	}
	if len(parts.y) != 0 && len(parts.y) != len(parts.x) {
		return nil, unclearArrays(arrays, errors.New("npz: some parts have labels, others none"))
	}
	return parts, nil
}

func (p *npzParts) addExamples(x *npy) error {
	if x.isText() {
		return fmt.Errorf("%s: type %q: expected numbers", x.name, x.descr)
	}
	if len(x.dims) < 2 || len(x.dims) > 4 {
		return fmt.Errorf("%s: array shape %v: expected 2, 3 or 4 dimensions", x.name, x.dims)
	}
	if x.dims[0] == 0 || x.length() == 0 {
		return fmt.Errorf("%s: no example", x.name)
	}
	features := x.length() / x.dims[0]
	if features > maxFeatures {
		return fmt.Errorf("%s: %d features, at most %d", x.name, features, maxFeatures)
	}
	if len(p.x) > 0 && (features != p.features || len(x.dims) != len(p.x[0].dims)) {
		return fmt.Errorf("%s has shape %s, %s has %s", p.x[0].name, p.x[0].shapeText(), x.name, x.shapeText())
	}
	p.x, p.features = append(p.x, x), features
	return nil
}

// pixels makes bytes of all parts.
func (p *npzParts) pixels(columns []Column, want Shape) (shape Shape, pixels []byte, err error) {
	for i, a := range p.x {
		if err := a.toBytes(columns); err != nil {
			return Shape{}, nil, err
		}
		if want == (Shape{}) && len(a.dims) == 2 && len(columns) > 0 {
			want = Shape{1, 1, p.features} // measurements are no picture
		}
		s, data, err := a.images(want)
		if err != nil {
			return Shape{}, nil, fmt.Errorf("%s: %w", a.name, err)
		}
		if i > 0 && s != shape {
			return Shape{}, nil, fmt.Errorf("%s: examples of shape %v, the first part has %v", a.name, s, shape)
		}
		shape, a.data = s, nil
		if i == 0 {
			pixels = data
		} else {
			pixels = append(pixels, data...)
		}
	}
	return shape, pixels, nil
}

// listArrays reads the headers of an archive's arrays. Those that cannot be
// read, such as Python's objects, are only named.
func listArrays(r io.ReaderAt, size int64) (arrays []*npy, files map[*npy]*zip.File, err error) {
	archive, err := zip.NewReader(r, size)
	if err != nil {
		return nil, nil, fmt.Errorf("npz: %w", err)
	}
	files, seen := map[*npy]*zip.File{}, map[string]bool{}
	for _, f := range archive.File {
		if f.Name == "[Content_Types].xml" {
			return nil, nil, errors.New("an Excel workbook: save it as CSV")
		}
		if !strings.HasSuffix(f.Name, ".npy") || strings.HasPrefix(path.Base(f.Name), ".") || strings.HasPrefix(f.Name, "__MACOSX/") {
			continue
		}
		if seen[f.Name] {
			return nil, nil, fmt.Errorf("npz: two entries are called %q", f.Name)
		}
		if len(arrays) == maxArrays {
			return nil, nil, fmt.Errorf("npz: more than %d arrays: %w", maxArrays, ErrTooLarge)
		}
		a := headOf(f)
		a.name = cleanName(strings.TrimSuffix(f.Name, ".npy"))
		seen[f.Name], files[a] = true, f
		arrays = append(arrays, a)
	}
	return arrays, files, nil
}

// headOf is an entry's header, or an array of unknown type.
func headOf(f *zip.File) *npy {
	unknown := &npy{descr: "(not readable: no plain array of numbers or text)"}
	r, err := f.Open()
	if err != nil {
		return unknown
	}
	defer r.Close()
	header, err := readNPYHeader(r)
	if err != nil {
		return unknown
	}
	if a, err := parseNPYHeader(header); err == nil {
		return a
	}
	return unknown
}

// readNPYEntry takes what it reads from budget, which all arrays share.
func readNPYEntry(f *zip.File, name string, budget *int64) (*npy, error) {
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name, err)
	}
	defer r.Close()
	a, err := readNPY(capReader(r, *budget, "decompressed bytes"), *budget)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name, err)
	}
	a.name = name
	*budget -= int64(len(a.data))
	a.cOrder()
	return a, nil
}

// images turns an array of rank 2 (flat), 3 (height, width) or 4 into examples
// in the order channel, row, column. want, where set, settles what is ambiguous.
func (a *npy) images(want Shape) (Shape, []byte, error) {
	d := a.dims
	switch len(d) {
	case 2:
		s := want
		if s == (Shape{}) {
			s = flatShape(min(d[1], maxFeatures))
		}
		return a.shaped(s, d[1])
	case 3:
		return a.shaped(Shape{1, d[1], d[2]}, d[1]*d[2])
	case 4:
		first, last := Shape{d[1], d[2], d[3]}, Shape{d[3], d[1], d[2]}
		guess := want == Shape{}
		isFirst := want == first || guess && likelyChannels(d[1])
		isLast := want == last || guess && likelyChannels(d[3])
		switch {
		case isFirst && isLast && first != last:
			return Shape{}, nil, fmt.Errorf("array shape %v: cannot tell channels first from channels last; set the source's shape", d)
		case isFirst:
			return a.shaped(first, first.Features())
		case isLast:
			a.channelsFirst()
			return a.shaped(last, last.Features())
		}
		return Shape{}, nil, fmt.Errorf("array shape %v: no dimension looks like channels; set the source's shape", d)
	}
	return Shape{}, nil, fmt.Errorf("array shape %v: expected 2, 3 or 4 dimensions", d)
}

func likelyChannels(d int) bool { return d == 1 || d == 3 || d == 4 }

func (a *npy) shaped(s Shape, features int) (Shape, []byte, error) {
	if err := s.Validate(); err != nil {
		return Shape{}, nil, err
	}
	if s.Features() != features {
		return Shape{}, nil, fmt.Errorf("array shape %v: %d features, shape %v needs %d", a.dims, features, s, s.Features())
	}
	return s, a.data, nil
}

// channelsFirst reorders N, height, width, channels to N, channels, height, width.
func (a *npy) channelsFirst() {
	plane, channels := a.dims[1]*a.dims[2], a.dims[3]
	out := make([]byte, len(a.data))
	for base := 0; base < len(out); base += plane * channels {
		for p := range plane {
			for c := range channels {
				out[base+c*plane+p] = a.data[base+p*channels+c]
			}
		}
	}
	a.data = out
}
