// Package hive takes miners from HiveOS custom packages, as nearly every miner is published in
// one: it unpacks them, makes a page of them, and builds the room in which they find what they
// find on HiveOS. A package is a stranger's script: nothing of it runs outside that room.
package hive

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"text/template"

	"github.com/gpuarbiter/gpuarbiter/pkg/process"
)

// Package is an unpacked package.
type Package struct {
	Name    string // the folder's, which its scripts rely on
	Version string
	Folder  string   // absolute
	Calls   []string // programs that its scripts call, of those that a machine may lack
}

// scripts are what a package consists of, beside its program.
var scripts = []string{"h-manifest.conf", "h-config.sh", "h-run.sh", "h-stats.sh"}

// maxScript bounds a script that is looked into, in bytes.
const maxScript = 1 << 20

// Read looks into an unpacked package. Nothing of it is run.
func Read(folder string) (Package, error) {
	p := Package{Name: filepath.Base(folder), Folder: folder}
	if !name.MatchString(p.Name) {
		return p, fmt.Errorf("its folder's name %.60q is not of letters, digits, dots, dashes and underscores", p.Name)
	}
	dir, err := os.OpenRoot(folder) // links that lead out of it are not followed
	if err != nil {
		return p, err
	}
	defer dir.Close()
	var errs []error
	texts := map[string][]byte{}
	for _, file := range scripts {
		text, err := readScript(dir, file)
		if errors.Is(err, fs.ErrNotExist) {
			err = fmt.Errorf("%s is missing: this is no HiveOS custom package", file)
		}
		texts[file], errs = text, append(errs, err)
	}
	if err := errors.Join(errs...); err != nil {
		return p, err
	}
	if m := version.FindSubmatch(texts["h-manifest.conf"]); m != nil {
		p.Version = string(m[1])
	}
	all := bytes.Join([][]byte{texts["h-config.sh"], texts["h-run.sh"], texts["h-stats.sh"]}, []byte("\n"))
	for _, program := range []string{"bc", "curl", "jq", "nc", "netstat", "nvidia-smi", "python3", "ss", "xxd"} {
		if regexp.MustCompile(`(?m)(^|[\s|(&;` + "`" + `])` + program + `($|[\s|);&` + "`" + `])`).Match(all) {
			p.Calls = append(p.Calls, program)
		}
	}
	return p, nil
}

func readScript(dir *os.Root, file string) ([]byte, error) {
	if info, err := dir.Stat(file); err != nil || !info.Mode().IsRegular() {
		return nil, errors.Join(err, fmt.Errorf("%s is no file", file))
	}
	f, err := dir.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxScript))
}

var (
	name    = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$`)
	version = regexp.MustCompile(`(?m)^\s*(?:export\s+)?CUSTOM_VERSION=["']?([0-9A-Za-z][0-9A-Za-z._+-]{0,39})["']?\s*(?:#.*)?$`)
)

//go:embed page.yaml
var pageText string

var pageTemplate = template.Must(template.New("page").Delims("<<", ">>").Parse(pageText))

// Page is the package's page; allNetwork lets it reach more than its pool.
func (p Package) Page(allNetwork bool) ([]byte, error) {
	var out bytes.Buffer
	err := pageTemplate.Execute(&out, struct {
		Package
		PageName   string
		AllNetwork bool
	}{p, p.PageName(), allNetwork})
	return out.Bytes(), err
}

// PageName is how the configuration calls it.
func (p Package) PageName() string {
	return strings.Trim(strings.ReplaceAll(strings.ToLower(p.Name), "_", "-"), "-.")
}

// What an unpacked package finds where HiveOS has it.
//
//go:embed root
var root embed.FS

// Room is where an unpacked package runs: for pool alone, or for all of the network.
func Room(folder, pool string, allNetwork bool) (*process.Room, error) {
	room := &process.Room{
		Files:      map[string]string{},
		Copies:     map[string]string{path.Join("/hive/miners/custom", filepath.Base(folder)): folder},
		Writable:   []string{"/hive", "/hive-config", "/run/hive", "/var/log"},
		AllNetwork: allNetwork, Reach: []string{pool},
	}
	err := fs.WalkDir(root, "root", func(file string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := root.ReadFile(file)
		room.Files[strings.TrimPrefix(file, "root")] = string(text)
		return err
	})
	return room, err
}

// Missing are the programs that a package calls and this machine does not have.
func (p Package) Missing() (missing []string) {
	for _, program := range p.Calls {
		if _, err := process.Find(program); err != nil {
			missing = append(missing, program)
		}
	}
	return missing
}
