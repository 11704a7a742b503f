package drivers

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

//go:embed *.yaml
var embedded embed.FS

// Set is pages by their names.
type Set map[string]*Page

// Builtin are the pages that are part of the program.
var Builtin = sync.OnceValue(func() Set {
	set, err := load(embedded, ".")
	if err != nil {
		panic(err) // a test holds them
	}
	return set
})

// Load is the program's pages and those of a folder, which replace pages of the same name. A
// folder that is not there has none. A page that cannot be read leaves the others.
func Load(dir string) (Set, error) {
	set := maps.Clone(Builtin())
	if dir == "" {
		return set, nil
	}
	own, err := load(os.DirFS(dir), dir)
	maps.Copy(set, own)
	return set, err
}

func load(files fs.FS, dir string) (Set, error) {
	set := Set{}
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
		p, err := readPage(files, dir, e.Name())
		if err == nil && set[p.Name] != nil {
			err = fmt.Errorf("a page of the name %s is there already", p.Name)
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", filepath.Join(dir, e.Name()), err))
			continue
		}
		set[p.Name] = p
	}
	return set, errors.Join(errs...)
}

func readPage(files fs.FS, dir, name string) (*Page, error) {
	var text []byte
	var err error
	if dir == "." {
		text, err = fs.ReadFile(files, name)
	} else {
		text, err = plain.ReadFile(filepath.Join(dir, name), 0, maxPage)
	}
	if err != nil {
		return nil, err
	}
	return Parse(text)
}

// Find is the page of a miner.
func (s Set) Find(name string) (*Page, error) {
	if p, ok := s[name]; ok {
		return p, nil
	}
	return nil, fmt.Errorf("miner %.60q is unknown (known: %s)", name, strings.Join(s.Names(), ", "))
}

// Names are all miners.
func (s Set) Names() []string { return slices.Sorted(maps.Keys(s)) }
