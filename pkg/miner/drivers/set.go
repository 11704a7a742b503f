package drivers

import (
	"embed"
	"maps"
	"slices"
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
// page that cannot be read leaves the others.
func Load(dir string) (Set, error) { return page.With(Builtin(), dir, Parse, nameOf) }

// Find is the page of a miner.
func (s Set) Find(name string) (*Page, error) { return page.Find(s, "miner", name) }

// Names are all miners.
func (s Set) Names() []string { return slices.Sorted(maps.Keys(s)) }
