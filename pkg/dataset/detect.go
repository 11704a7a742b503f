package dataset

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// DetectOptions narrows what Detect takes.
type DetectOptions struct {
	Split      Split // All, Train or Test
	Unlabelled bool  // images without a labels file will do
}

var (
	idxImagesName = regexp.MustCompile(`^(.*)images([-.])idx[34]-ubyte(\.gz)?$`)
	tableName     = regexp.MustCompile(`(?i)\.(csv|tsv|tab|data)(\.gz)?$`)
	testName      = regexp.MustCompile(`(?i)^(t10k|test)`)
)

// Detect works out the format of a file by its content, or of a directory by
// the names in it: pairs of *images-idx3-ubyte* and *labels-idx1-ubyte*, else
// CIFAR-10 *.bin, else a single .npz or table. Files whose names begin with a
// dot are left out. It reads no more than a few bytes.
func Detect(path string, opts DetectOptions) (Source, error) {
	if !slices.Contains([]Split{All, Train, Test}, opts.Split) {
		return Source{}, fmt.Errorf("split %q: expected \"train\", \"test\" or \"\"", opts.Split)
	}
	info, err := os.Stat(path)
	if err != nil {
		return Source{}, fmt.Errorf("detect data set: %w", err)
	}
	var src Source
	if info.IsDir() {
		src, err = detectDir(path, opts)
	} else {
		src, err = detectFile(path, opts)
	}
	if err != nil {
		return Source{}, fmt.Errorf("detect data set: %w", err)
	}
	return src, nil
}

func detectDir(dir string, opts DetectOptions) (Source, error) {
	split := opts.Split
	entries, err := os.ReadDir(dir)
	if err != nil {
		return Source{}, err
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() && !strings.HasPrefix(e.Name(), ".") { // .DS_Store, and ._x that a Mac puts beside x
			names = append(names, e.Name())
		}
	}
	// Training before test, whatever the alphabet says.
	slices.SortStableFunc(names, func(a, b string) int {
		return boolInt(testName.MatchString(a)) - boolInt(testName.MatchString(b))
	})
	inSplit := func(name string) bool {
		return split == All || (split == Test) == testName.MatchString(name)
	}
	if src, err := idxPairs(dir, names, inSplit, opts.Unlabelled); err != nil || len(src.Images) > 0 {
		return src, err
	}
	src := Source{Format: FormatCIFAR}
	var single []string
	for _, name := range names {
		switch {
		case strings.HasSuffix(name, ".bin") && inSplit(name):
			src.Images = append(src.Images, filepath.Join(dir, name))
		case strings.HasSuffix(name, ".npz"), tableName.MatchString(name) && inSplit(name):
			single = append(single, name)
		}
	}
	switch {
	case len(src.Images) > 0:
		return src, nil
	case len(single) == 1:
		return detectFile(filepath.Join(dir, single[0]), opts)
	case len(single) > 1:
		return Source{}, fmt.Errorf("%s: several candidates (%s): name one of them", dir, strings.Join(single, ", "))
	}
	return Source{}, fmt.Errorf("%s: no data set for split %q: expected IDX pairs, CIFAR-10 .bin files, one .npz or one table (.csv, .tsv, .tab, .data)", dir, split)
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// idxPairs matches images with labels by name. Where a file is there both
// plain and as .gz, the plain one (which sorts first) is taken.
func idxPairs(dir string, names []string, inSplit func(string) bool, unlabelled bool) (Source, error) {
	src := Source{Format: FormatIDX}
	taken := map[string]bool{}
	for _, name := range names {
		m := idxImagesName.FindStringSubmatch(name)
		if m == nil || !inSplit(name) || taken[m[1]] {
			continue
		}
		labels, ok := labelsBeside(name, names)
		if !ok && unlabelled {
			taken[m[1]] = true
			src.Images = append(src.Images, filepath.Join(dir, name))
			continue
		}
		if !ok {
			return Source{}, fmt.Errorf("%s: no labels file beside it", filepath.Join(dir, name))
		}
		taken[m[1]] = true
		src.Images = append(src.Images, filepath.Join(dir, name))
		src.Labels = append(src.Labels, filepath.Join(dir, labels))
	}
	if len(src.Labels) != 0 && len(src.Labels) != len(src.Images) {
		return Source{}, fmt.Errorf("%s: some images have a labels file beside them, others none", dir)
	}
	return src, nil
}

func labelsBeside(images string, names []string) (string, bool) {
	m := idxImagesName.FindStringSubmatch(images)
	if m == nil {
		return "", false
	}
	base := m[1] + "labels" + m[2] + "idx1-ubyte"
	for _, candidate := range []string{base + m[3], base, base + ".gz"} {
		if slices.Contains(names, candidate) {
			return candidate, true
		}
	}
	return "", false
}

func detectFile(path string, opts DetectOptions) (Source, error) {
	split := opts.Split
	var head []byte
	err := withPlain(path, DefaultMaxBytes, func(r *bufio.Reader) (err error) {
		head, err = r.Peek(512)
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			err = nil
		}
		return err
	})
	if err != nil {
		return Source{}, err
	}
	if split != All && !bytes.HasPrefix(head, []byte("PK\x03\x04")) && (split == Test) != testName.MatchString(filepath.Base(path)) {
		return Source{}, fmt.Errorf("%s: its name does not belong to split %q", path, split)
	}
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return Source{Format: FormatNPZ, Images: []string{path}, Split: split}, nil
	case len(head) > 3 && (bytes.HasPrefix(head, []byte{0, 0, 8, 3}) || bytes.HasPrefix(head, []byte{0, 0, 8, 4})):
		return detectIDXFile(path, opts.Unlabelled)
	case bytes.HasPrefix(head, []byte{0, 0, 8, 1}):
		return Source{}, fmt.Errorf("%s: holds IDX labels: name the images file or the directory", path)
	case bytes.HasPrefix(head, []byte{0, 5, 0x16, 7}):
		return Source{}, fmt.Errorf("%s: what a Mac keeps beside a file (AppleDouble), not the file itself: name the one without ._", path)
	case looksLikeText(head):
		return Source{Format: FormatCSV, Images: []string{path}}, nil
	case len(head) > 0 && head[0] < cifarClasses:
		return Source{Format: FormatCIFAR, Images: []string{path}}, nil
	}
	return Source{}, fmt.Errorf("%s: %s", path, unknownFormat(head))
}

// unknownFormat says what is known of a file that cannot be read.
func unknownFormat(head []byte) string {
	switch zeros := bytes.Count(head, []byte{0}); {
	case bytes.HasPrefix(head, []byte("\x93NUMPY")):
		return "a single NumPy array: save examples and labels together (numpy.savez)"
	case bytes.HasPrefix(head, []byte("\x89HDF")), bytes.HasPrefix(head, []byte("PAR1")), bytes.HasPrefix(head, []byte("\x80\x04")), bytes.HasPrefix(head, []byte("MATLAB")):
		return "HDF5, Parquet, MATLAB and Python's objects are not read: save a table as text, or arrays as NPZ"
	case len(head) > 4 && zeros > len(head)/3 && (head[0] == 0) != (head[1] == 0) && head[0]|head[1] >= ' ':
		return "text in UTF-16 without a byte order mark: save it as UTF-8"
	}
	return fmt.Sprintf("unknown format (starts with % x): expected IDX, CIFAR-10, NPZ or a table as text", head[:min(8, len(head))])
}

func detectIDXFile(path string, unlabelled bool) (Source, error) {
	dir, name := filepath.Split(path)
	entries, err := os.ReadDir(filepath.Clean(dir + "."))
	if err != nil {
		return Source{}, err
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	labels, ok := labelsBeside(name, names)
	if !ok && unlabelled {
		return Source{Format: FormatIDX, Images: []string{path}}, nil
	}
	if !ok {
		return Source{}, fmt.Errorf("%s: holds IDX images, but no labels file is called alike: name both", path)
	}
	return Source{Format: FormatIDX, Images: []string{path}, Labels: []string{filepath.Join(dir, labels)}}, nil
}

// looksLikeText: UTF-16 by its byte order mark, else no control characters,
// and UTF-8 or mostly ASCII (a page of Latin-1 with some accents).
func looksLikeText(head []byte) bool {
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		return true
	}
	ascii := 0
	for _, b := range head {
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' {
			return false
		}
		ascii += boolInt(b < 0x80)
	}
	whole := head // the last character may be cut
	for i := 0; i < utf8.UTFMax && len(whole) > 0 && !utf8.Valid(whole); i++ {
		whole = whole[:len(whole)-1]
	}
	return len(head) > 0 && (utf8.Valid(whole) || ascii*10 >= len(head)*7)
}
