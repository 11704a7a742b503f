package process

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A worker is a program that others wrote, under the daemon's own user: without
// more, it could read the keystore and the store, or write another worker's
// files. So it enters a Landlock domain before it starts (enter.go), in which it
// opens only what is granted here. Landlock grants whole subtrees and has no
// exceptions; where something hidden lies below a granted folder, the folder is
// replaced by those of its entries that do not lead there.

// Everybody's folders: programs, libraries, and what the system tells.
var (
	readDefaults = []string{
		"/usr", "/lib", "/lib32", "/lib64", "/libx32", "/bin", "/sbin", "/opt", "/etc", "/proc", "/sys", "/nix/store", "/run/opengl-driver",
		// Where resolv.conf often leads to.
		"/run/systemd/resolve", "/run/resolvconf", "/run/NetworkManager",
	}
	// /dev/shm is for CUDA and for threads of several processes.
	writeDefaults  = []string{"/tmp", "/var/tmp", "/dev/shm"}
	deviceDefaults = []string{"/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom", "/dev/dri", "/dev/kfd"}
	// Services whose sockets name resolution and the driver ask.
	socketDefaults = []string{"/run/nvidia-persistenced", "/run/systemd/resolve", "/run/nscd"}
)

// grantKind says what may be done below a path.
type grantKind int

const (
	grantRead   grantKind = iota // read, list, execute
	grantWrite                   // and write, make, remove, move
	grantDevice                  // read, write, and what else a device can do
	grantSocket                  // read, and connect to sockets
)

// grant is one subtree, or one file, that a worker may use.
type grant struct {
	Path string
	Kind grantKind
}

// tree is what the rules need to know of the file system.
type tree struct {
	// resolve follows symbolic links; false where there is nothing.
	resolve func(path string) (string, bool)
	// list names what is in a folder, symbolic links left out.
	list func(dir string) []string
}

// systemTree is the file system itself.
var systemTree = tree{
	resolve: func(path string) (string, bool) {
		real, err := filepath.EvalSymlinks(path)
		return real, err == nil && filepath.IsAbs(real)
	},
	list: func(dir string) []string {
		entries, err := os.ReadDir(dir)
		if err != nil {
			return nil // what cannot be listed is not granted
		}
		var names []string
		for _, e := range entries {
			if e.Type()&os.ModeSymlink == 0 {
				names = append(names, e.Name())
			}
		}
		return names
	},
}

// grantsFor derives what a worker may open from its spec and the file system. What
// a spec names is granted even inside a hidden folder, as the worker's own folder
// in the state directory is.
func grantsFor(spec wireSpec, t tree) []grant {
	var hidden []string
	for _, path := range spec.Hidden {
		hidden = append(hidden, filepath.Clean(path))
		if real, ok := t.resolve(path); ok {
			hidden = append(hidden, real)
		}
	}
	var all []grant
	add := func(kind grantKind, paths ...string) {
		for _, path := range paths {
			if real, ok := t.resolve(path); ok && real != "/" {
				for _, p := range without(real, hidden, t) {
					all = append(all, grant{p, kind})
				}
			}
		}
	}
	if spec.Dir != "" {
		add(grantWrite, spec.Dir)
	}
	add(grantWrite, spec.Write...)
	add(grantRead, spec.Read...)
	if program, ok := t.resolve(spec.Path); ok {
		all = append(all, grant{program, grantRead}) // even if its folder is hidden
		add(grantRead, filepath.Dir(program))
	}
	read, write, sockets := readDefaults, writeDefaults, socketDefaults
	if spec.Room != nil { // it has folders of its own for these, and no way to who resolves names
		read = slices.DeleteFunc(slices.Clone(read), func(path string) bool { return strings.HasPrefix(path, "/run/") && path != "/run/opengl-driver" })
		write, sockets = nil, []string{"/run/nvidia-persistenced"}
		if spec.Room.AllNetwork {
			read, sockets = readDefaults, socketDefaults
		}
	}
	add(grantRead, read...)
	add(grantWrite, write...)
	add(grantDevice, deviceDefaults...)
	for _, name := range t.list("/dev") {
		if strings.HasPrefix(name, "nvidia") {
			add(grantDevice, "/dev/"+name)
		}
	}
	add(grantSocket, sockets...)
	return compact(all)
}

// without is path, or, where something hidden lies below it, those of its
// entries that do not lead there; nothing if path itself is hidden. A folder
// that is below a hidden one was named for this worker.
func without(path string, hidden []string, t tree) []string {
	if slices.Contains(hidden, path) {
		return nil
	}
	if !slices.ContainsFunc(hidden, func(h string) bool { return strings.HasPrefix(h, path+"/") }) {
		return []string{path}
	}
	var parts []string
	for _, name := range t.list(path) {
		parts = append(parts, without(filepath.Join(path, name), hidden, t)...)
	}
	return parts
}

// compact orders the grants and drops those that are there twice.
func compact(all []grant) []grant {
	slices.SortFunc(all, func(a, b grant) int {
		if c := strings.Compare(a.Path, b.Path); c != 0 {
			return c
		}
		return int(a.Kind - b.Kind)
	})
	return slices.Compact(all)
}
