package dataset

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
)

// npzPairs are the array names that an archive may use, in order of
// preference, for each split; every pair of the first list that has one is read.
func npzPairs(split Split) [][][2]string {
	train := [2]string{"x_train", "y_train"}
	test := [2]string{"x_test", "y_test"}
	switch split {
	case Train:
		return [][][2]string{{train}}
	case Test:
		return [][][2]string{{test}}
	}
	return [][][2]string{{{"x", "y"}}, {{"images", "labels"}}, {train, test}}
}

func openNPZ(src Source) (*Set, error) {
	if len(src.Images) != 1 || len(src.Labels) != 0 {
		return nil, fmt.Errorf("npz: expected one archive and no labels files, found %d and %d", len(src.Images), len(src.Labels))
	}
	path := src.Images[0]
	f, size, err := openRegular(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	s, err := readNPZ(f, size, src)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return s, nil
}

func readNPZ(r io.ReaderAt, size int64, src Source) (*Set, error) {
	archive, err := zip.NewReader(r, size)
	if err != nil {
		return nil, fmt.Errorf("npz: %w", err)
	}
	files := make(map[string]*zip.File, len(archive.File))
	for _, f := range archive.File {
		if files[f.Name] != nil {
			return nil, fmt.Errorf("npz: two entries are called %q", f.Name)
		}
		files[f.Name] = f
	}
	budget := src.maxBytes()
	for _, alternative := range npzPairs(src.Split) {
		var sets []*Set
		for _, pair := range alternative {
			x, y := files[pair[0]+".npy"], files[pair[1]+".npy"]
			if x == nil && y == nil {
				continue
			}
			if x == nil || y == nil {
				return nil, fmt.Errorf("npz: one of %s.npy and %s.npy is missing", pair[0], pair[1])
			}
			s, err := readNPZPair(x, y, src, &budget)
			if err != nil {
				return nil, err
			}
			sets = append(sets, s)
		}
		if len(sets) > 0 {
			return concat(sets)
		}
	}
	return nil, fmt.Errorf("npz: found no arrays for split %q: expected x and y, images and labels, or x_train and y_train", src.Split)
}

// readNPZPair takes what it reads from budget, which all arrays share.
func readNPZPair(x, y *zip.File, src Source, budget *int64) (*Set, error) {
	images, err := readNPYEntry(x, budget)
	if err != nil {
		return nil, err
	}
	if !images.isByte() {
		return nil, fmt.Errorf("%s: type %q: expected uint8, \"|u1\"", x.Name, images.descr)
	}
	labels, err := readNPYEntry(y, budget)
	if err != nil {
		return nil, err
	}
	s := &Set{}
	if s.Labels, err = labels.labels(); err != nil {
		return nil, fmt.Errorf("%s: %w", y.Name, err)
	}
	if images.dims[0] != s.Len() {
		return nil, fmt.Errorf("%s holds %d images but %s holds %d labels", x.Name, images.dims[0], y.Name, s.Len())
	}
	if s.Len() == 0 {
		return nil, fmt.Errorf("%s: no example", x.Name)
	}
	if s.Shape, s.Pixels, err = images.images(src.Shape); err != nil {
		return nil, fmt.Errorf("%s: %w", x.Name, err)
	}
	return s, classify(s, src.Classes, y.Name)
}

func readNPYEntry(f *zip.File, budget *int64) (*npy, error) {
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name, err)
	}
	defer r.Close()
	a, err := readNPY(capReader(r, *budget, "decompressed bytes"), *budget)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name, err)
	}
	*budget -= int64(len(a.data))
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

// labels narrows an array of N or N x 1 integers to bytes.
func (a *npy) labels() ([]byte, error) {
	if len(a.dims) != 1 && (len(a.dims) != 2 || a.dims[1] != 1) {
		return nil, fmt.Errorf("array shape %v: expected (N,) or (N, 1)", a.dims)
	}
	if a.isByte() {
		return a.data, nil
	}
	if a.descr[0] == '>' {
		return nil, errors.New("big-endian labels are not supported")
	}
	out := make([]byte, len(a.data)/a.itemSize)
	for i := range out {
		item := a.data[i*a.itemSize:][:a.itemSize]
		outside := a.itemSize == 1 && item[0] > 127 // int8 below zero
		for _, b := range item[1:] {
			outside = outside || b != 0
		}
		if outside {
			return nil, fmt.Errorf("label of example %d is outside 0..255", i)
		}
		out[i] = item[0]
	}
	return out, nil
}
