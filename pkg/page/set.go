package page

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

// MaxPage is the largest page that is read, in bytes.
const MaxPage = 256 << 10

// Embedded are the pages that are part of the program. One that cannot be read is a fault of
// the program: a test holds them.
func Embedded[P any](files fs.FS, parse func([]byte) (P, error), name func(P) string) map[string]P {
	set, err := load(files, ".", func(file string) ([]byte, error) { return fs.ReadFile(files, file) }, parse, name)
	if err != nil {
		panic(err)
	}
	return set
}

// Folder are the pages of a folder, by their names. A folder that is not there has none. A
// page that cannot be read leaves the others.
func Folder[P any](files fs.FS, dir string, parse func([]byte) (P, error), name func(P) string) (map[string]P, error) {
	return load(files, dir, func(file string) ([]byte, error) { return plain.ReadFile(filepath.Join(dir, file), 0, MaxPage) }, parse, name)
}

func load[P any](files fs.FS, dir string, read func(string) ([]byte, error), parse func([]byte) (P, error), name func(P) string) (map[string]P, error) {
	set := map[string]P{}
	entries, err := fs.ReadDir(files, ".")
	if errors.Is(err, fs.ErrNotExist) {
		return set, nil
	}
	if err != nil {
		return set, err
	}
	var errs []error
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".yaml") || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		var p P
		text, err := read(e.Name())
		if err == nil {
			p, err = parse(text)
		}
		if err == nil {
			if _, twice := set[name(p)]; twice {
				err = fmt.Errorf("a page of the name %s is there already", name(p))
			}
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", filepath.Join(dir, e.Name()), err))
			continue
		}
		set[name(p)] = p
	}
	return set, errors.Join(errs...)
}
