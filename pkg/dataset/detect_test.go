package dataset

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/gpuarbiter/gpuarbiter/test/race"
)

func TestDetectDirectory(t *testing.T) {
	s := randomSet(2, tiny, 2, 1)
	images, labels, record := idxImagesOf(s), idxLabelsOf(s), cifarOf(randomSet(1, cifarShape, 10, 1))
	npz := zipOf(t, "x.npy", []byte{})
	mnist := map[string][]byte{
		"t10k-images-idx3-ubyte": images, "t10k-labels-idx1-ubyte": labels,
		"train-images-idx3-ubyte.gz": gzipOf(images), "train-labels-idx1-ubyte.gz": gzipOf(labels), "README": nil,
	}
	cifar := map[string][]byte{"data_batch_1.bin": record, "data_batch_2.bin": record, "test_batch.bin": record, "batches.meta.txt": nil}
	tests := []struct {
		name   string
		files  map[string][]byte
		split  Split
		format Format
		images []string
		labels []string
		err    string
	}{
		{"mnist", mnist, All, FormatIDX, []string{"train-images-idx3-ubyte.gz", "t10k-images-idx3-ubyte"}, []string{"train-labels-idx1-ubyte.gz", "t10k-labels-idx1-ubyte"}, ""},
		{"mnist train", mnist, Train, FormatIDX, []string{"train-images-idx3-ubyte.gz"}, []string{"train-labels-idx1-ubyte.gz"}, ""},
		{"mnist test", mnist, Test, FormatIDX, []string{"t10k-images-idx3-ubyte"}, []string{"t10k-labels-idx1-ubyte"}, ""},
		{"plain and gz", map[string][]byte{"images-idx3-ubyte": images, "images-idx3-ubyte.gz": gzipOf(images), "labels-idx1-ubyte.gz": gzipOf(labels)},
			All, FormatIDX, []string{"images-idx3-ubyte"}, []string{"labels-idx1-ubyte.gz"}, ""},
		{"no labels", map[string][]byte{"train-images-idx3-ubyte": images}, All, "", nil, nil, "no labels file beside it"},
		{"cifar", cifar, All, FormatCIFAR, []string{"data_batch_1.bin", "data_batch_2.bin", "test_batch.bin"}, nil, ""},
		{"cifar test", cifar, Test, FormatCIFAR, []string{"test_batch.bin"}, nil, ""},
		{"npz", map[string][]byte{"d.npz": npz}, All, FormatNPZ, []string{"d.npz"}, nil, ""},
		{"csv split", map[string][]byte{"train.csv": []byte("1,2\n"), "test.csv": []byte("1,2\n")}, Test, FormatCSV, []string{"test.csv"}, nil, ""},
		{"from a Mac", map[string][]byte{"._d.csv": []byte("\x00\x05\x16\x07"), ".DS_Store": {0}, "d.csv": []byte("1,2\n")}, All, FormatCSV, []string{"d.csv"}, nil, ""},
		{"cifar from a Mac", map[string][]byte{"._data_batch_1.bin": {0}, "data_batch_1.bin": record}, All, FormatCIFAR, []string{"data_batch_1.bin"}, nil, ""},
		{"npz from a Mac", map[string][]byte{"._d.npz": npz, "d.npz": npz}, All, FormatNPZ, []string{"d.npz"}, nil, ""},
		{"tsv", map[string][]byte{"d.tsv": []byte("1\t2\n"), "README.txt": nil}, All, FormatCSV, []string{"d.tsv"}, nil, ""},
		{"csv both", map[string][]byte{"train.csv": nil, "test.csv": nil}, All, "", nil, nil, "train.csv"},
		{"nothing", map[string][]byte{"a.txt": nil}, All, "", nil, nil, "no data set"},
		{"bad split", mnist, "dev", "", nil, nil, `"dev"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			for name, content := range tt.files {
				writeFile(t, dir, name, content)
			}
			got, err := Detect(dir, DetectOptions{Split: tt.split})
			if tt.err != "" {
				wantError(t, err, tt.err)
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			want := Source{Format: tt.format, Images: under(dir, tt.images), Labels: under(dir, tt.labels)}
			if d := cmp.Diff(want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func under(dir string, names []string) (paths []string) {
	for _, n := range names {
		paths = append(paths, filepath.Join(dir, n))
	}
	return paths
}

// The file's name says nothing: its content does.
func TestDetectFile(t *testing.T) {
	s := randomSet(2, tiny, 2, 1)
	for name, tt := range map[string]struct {
		content []byte
		format  Format
		err     string
	}{
		"csv":       {[]byte("label,a\n1,2\n"), FormatCSV, ""},
		"csv.gz":    {gzipOf([]byte("1,2\n")), FormatCSV, ""},
		"npz":       {zipOf(t, "x.npy", []byte{}), FormatNPZ, ""},
		"cifar":     {cifarOf(randomSet(1, cifarShape, 10, 1)), FormatCIFAR, ""},
		"labels":    {idxLabelsOf(s), "", "holds IDX labels"},
		"alone":     {idxImagesOf(s), "", "name both"},
		"tabs":      {[]byte("a\tb\n1\t2\n"), FormatCSV, ""},
		"utf16":     {[]byte("\xff\xfea\x00;\x00b\x00"), FormatCSV, ""},
		"latin1":    {[]byte("S\xe4ure;S\xfc\xdfe;label\n1;2;3\n4;5;6\n"), FormatCSV, ""},
		"unmarked":  {[]byte("a\x00;\x00b\x00\n\x00"), "", "UTF-16 without a byte order mark"},
		"a.npy":     {npyBytes(1, "|u1", "(1,)", []byte{1}), "", "numpy.savez"},
		"a.h5":      {[]byte("\x89HDF\r\n\x1a\n"), "", "HDF5"},
		"._a":       {[]byte("\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X"), "", "AppleDouble"},
		"image.png": {[]byte("\x89PNG\r\n\x1a\n"), "", "89 50 4e 47"},
		"empty":     {nil, "", "unknown format"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Detect(writeFile(t, t.TempDir(), name, tt.content), DetectOptions{})
			if tt.err != "" {
				wantError(t, err, name, tt.err)
			} else if err != nil || got.Format != tt.format {
				t.Errorf("format %q, error %v", got.Format, err)
			}
		})
	}
	dir := t.TempDir()
	path := writeFile(t, dir, "x-images-idx3-ubyte", idxImagesOf(s))
	writeFile(t, dir, "x-labels-idx1-ubyte.gz", gzipOf(idxLabelsOf(s)))
	src, err := Detect(path, DetectOptions{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := Open(src)
	if err != nil {
		t.Fatal(err)
	}
	sameSet(t, got, s)
	if _, err := Detect(path, DetectOptions{Split: Test}); err == nil {
		t.Error("a file outside the split was taken")
	}
}

// The data of the project's shared folder, where it is there.
func TestRealData(t *testing.T) {
	root := filepath.Join("..", "..", "..", "shared", "data")
	if _, err := os.Stat(root); err != nil {
		t.Skipf("no shared data: %v", err)
	}
	for _, tt := range []struct {
		dir   string
		split Split
		n     int
		shape Shape
	}{
		{"fashion-mnist", Test, 10000, Shape{1, 28, 28}},
		{"fashion-mnist", All, 70000, Shape{1, 28, 28}},
		{"cifar10-jpeg", Test, 2000, Shape{3, 32, 32}},
		{"cifar10-jpeg", Train, 20000, Shape{3, 32, 32}},
	} {
		if race.Enabled && tt.n > 10000 {
			continue
		}
		src, err := Detect(filepath.Join(root, tt.dir), DetectOptions{Split: tt.split})
		if err != nil {
			t.Fatal(err)
		}
		s, err := Open(src)
		if err != nil {
			t.Fatal(err)
		}
		if s.Len() != tt.n || s.Shape != tt.shape || s.Classes != 10 {
			t.Errorf("%s %q: %d examples of %v in %d classes", tt.dir, tt.split, s.Len(), s.Shape, s.Classes)
		}
		counts := make([]int, 10)
		for _, l := range s.Labels {
			counts[l]++
		}
		for class, n := range counts {
			if n < tt.n/10*8/10 || n > tt.n/10*12/10 { // both sets are balanced; these copies are shuffled
				t.Errorf("%s %q: class %d has %d of %d examples", tt.dir, tt.split, class, n, tt.n)
			}
		}
	}
}
