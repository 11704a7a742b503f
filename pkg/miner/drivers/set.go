package drivers

import (
	"embed"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/gpuarbiter/gpuarbiter/pkg/page"
)

//go:embed *.yaml
var embedded embed.FS

// Set is pages by their names.
type Set map[string]*Page

func nameOf(p *Page) string { return p.Name }

// Builtin are the pages that are part of the program.
var Builtin = sync.OnceValue(func() Set { return page.Embedded(embedded, Parse, nameOf) })

// Load is the program's pages and those of a folder, which replace pages of the same name. A
// folder that is not there has none. A page that cannot be read leaves the others.
func Load(dir string) (Set, error) {
	set := maps.Clone(Builtin())
	if dir == "" {
		return set, nil
	}
	own, err := page.Folder(os.DirFS(dir), dir, Parse, nameOf)
	maps.Copy(set, own)
	return set, err
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
