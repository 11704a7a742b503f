package dataset

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// The names that tools give the two arrays of a data set, and its parts, in
// lower case and without the part: x_train, trainX and train_images are x,
// x and images of the part train.
var (
	exampleNames = []string{"x", "xs", "image", "images", "img", "imgs", "data", "feature", "features", "input", "inputs", "pixels", "samples", "examples", "arr0"}
	classNames   = []string{"y", "ys", "label", "labels", "target", "targets", "class", "classes", "arr1"}
	partNames    = []struct {
		split Split
		words []string
	}{
		{Train, []string{"training", "train", "tr"}},
		{validation, []string{"validation", "valid", "val", "dev"}},
		{Test, []string{"testing", "test", "te"}},
	}
)

// validation is a part that only All takes.
const validation Split = "val"

// nameParts takes the part out of an array's name. examples and labels tell
// which of the two it may be.
func nameParts(name string) (split Split, examples, labels bool) {
	plain := strings.Map(func(r rune) rune {
		if strings.ContainsRune("_- .", r) {
			return -1
		}
		return r
	}, strings.ToLower(name))
	is := func(rest string) bool {
		examples, labels = slices.Contains(exampleNames, rest), slices.Contains(classNames, rest)
		return examples || labels
	}
	if is(plain) {
		return All, examples, labels
	}
	for _, part := range partNames {
		for _, word := range part.words {
			if rest, ok := strings.CutPrefix(plain, word); ok && is(rest) {
				return part.split, examples, labels
			}
			if rest, ok := strings.CutSuffix(plain, word); ok && is(rest) {
				return part.split, examples, labels
			}
		}
	}
	return All, false, false
}

// npzPair are the arrays of examples and of labels of one part, nil where
// there is none.
type npzPair struct{ x, y *npy }

// pairArrays finds the arrays that make the data set. unlabelled: labels may
// be missing.
func pairArrays(arrays []*npy, src Source, unlabelled bool) ([]npzPair, error) {
	if len(src.Arrays) > 0 {
		return chosenArrays(arrays, src.Arrays, unlabelled)
	}
	var pairs []npzPair
	for _, split := range []Split{All, Train, validation, Test} {
		if src.Split != All && src.Split != split {
			continue
		}
		p, err := pairOf(arrays, split, unlabelled)
		if err != nil {
			return nil, err
		}
		if p.x == nil {
			continue
		}
		if len(pairs) > 0 && splitOf(pairs[0].x) == All {
			return nil, unclearArrays(arrays, fmt.Errorf("npz: %s stands beside %s: which of them to take is not certain", pairs[0].x.name, p.x.name))
		}
		pairs = append(pairs, p)
	}
	switch {
	case len(pairs) > 0:
		return pairs, savezInOrder(arrays, pairs[0])
	case src.Split == All && unlabelled && len(arrays) == 1:
		return []npzPair{{x: arrays[0]}}, nil
	case src.Split != All:
		return nil, unclearArrays(arrays, fmt.Errorf("npz: found no arrays for split %q", src.Split))
	}
	return nil, unclearArrays(arrays, errors.New("npz: found no arrays of examples and labels by their names"))
}

func splitOf(a *npy) Split {
	split, _, _ := nameParts(a.name)
	return split
}

// savezInOrder checks arrays that were saved without names, arr_0 and arr_1:
// only their shapes can say that the examples came first.
func savezInOrder(arrays []*npy, p npzPair) error {
	if p.x.name != "arr_0" {
		return nil
	}
	if len(arrays) > 2 || len(p.x.dims) < 2 || p.y != nil && !p.y.isColumn() {
		return unclearArrays(arrays, errors.New("npz: the arrays have no names of their own, and their shapes do not say which they are"))
	}
	return nil
}

// unusedArrays is a note on the arrays that are in no pair.
func unusedArrays(arrays []*npy, pairs []npzPair) []string {
	var names []string
	for _, a := range arrays {
		if !slices.ContainsFunc(pairs, func(p npzPair) bool { return a == p.x || a == p.y }) && len(names) < 20 {
			names = append(names, a.name)
		}
	}
	if len(names) == 0 {
		return nil
	}
	return []string{"arrays that are not taken: " + strings.Join(names, ", ")}
}

func pairOf(arrays []*npy, split Split, unlabelled bool) (p npzPair, err error) {
	for _, a := range arrays {
		s, examples, labels := nameParts(a.name)
		if s != split {
			continue
		}
		to := &p.x
		if labels {
			to = &p.y
		}
		if !examples && !labels {
			continue
		}
		if *to != nil {
			return p, unclearArrays(arrays, fmt.Errorf("npz: both %s and %s could be meant", (*to).name, a.name))
		}
		*to = a
	}
	switch {
	case p.x == nil && p.y != nil:
		return p, unclearArrays(arrays, fmt.Errorf("npz: %s is there, but the examples that belong to it are missing", p.y.name))
	case p.x != nil && p.y == nil && !unlabelled:
		return p, unclearArrays(arrays, fmt.Errorf("npz: %s is there, but the labels that belong to it are missing", p.x.name))
	}
	return p, nil
}

func chosenArrays(arrays []*npy, names []string, unlabelled bool) ([]npzPair, error) {
	if len(names) != 2 && (len(names) != 1 || !unlabelled) {
		return nil, unclearArrays(arrays, fmt.Errorf("--arrays: %d names: expected two, of the examples and of the labels", len(names)))
	}
	found := make([]*npy, 2)
	for k, name := range names {
		i := slices.IndexFunc(arrays, func(a *npy) bool { return a.name == strings.TrimSuffix(strings.TrimSpace(name), ".npy") })
		if i < 0 {
			return nil, unclearArrays(arrays, fmt.Errorf("--arrays: no array is called %q", name))
		}
		found[k] = arrays[i]
	}
	return []npzPair{{found[0], found[1]}}, nil
}

// unclearArrays adds what the archive holds to a refusal.
func unclearArrays(arrays []*npy, err error) error {
	words := make([]string, len(arrays))
	for i, a := range arrays[:min(len(arrays), 30)] {
		words[i] = a.String()
	}
	held := strings.Join(words[:min(len(arrays), 30)], ", ")
	if len(arrays) == 0 {
		held = "no array"
	}
	return &Unclear{fmt.Errorf("%w; the archive holds %s", err, held), "name the two arrays: --arrays EXAMPLES,LABELS"}
}
