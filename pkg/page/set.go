package page

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
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

// With are the program's pages and those of a folder, which replace pages of the same name. A
// folder that is not there has none. A page that cannot be read leaves the others.
func With[P any](builtin map[string]P, dir string, parse func([]byte) (P, error), name func(P) string) (map[string]P, error) {
	set := maps.Clone(builtin)
	if dir == "" {
		return set, nil
	}
	own, err := load(os.DirFS(dir), dir, func(file string) ([]byte, error) { return plain.ReadFile(filepath.Join(dir, file), 0, MaxPage) }, parse, name)
	maps.Copy(set, own)
	return set, err
}

// Find is the page of a name, of what the set is about.
func Find[P any](set map[string]P, what, name string) (p P, err error) {
	if p, ok := set[name]; ok {
		return p, nil
	}
	return p, fmt.Errorf("%s %.60q is unknown (known: %s)", what, name, strings.Join(slices.Sorted(maps.Keys(set)), ", "))
}

func load[P any](files fs.FS, dir string, read func(string) ([]byte, error), parse func([]byte) (P, error), name func(P) string) (map[string]P, error) {
	set := map[string]P{}
	entries, err := fs.ReadDir(files, ".")
	if errors.Is(err, fs.ErrNotExist) {
		return set, nil
	}
	if err != nil {
		var bare *fs.PathError
		if errors.As(err, &bare) { // it names the folder "."
			err = bare.Err
		}
		return set, fmt.Errorf("%s: %w", dir, err)
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
