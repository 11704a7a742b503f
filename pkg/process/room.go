package process

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/sys/unix"
)

// Room is a file system and a network of a worker's own, for programs that count on files at
// fixed places and whom nobody knows: user, mount, process, IPC and, unless all of the
// network is allowed, network namespaces. In it is what any worker may open (confine.go), at the same
// paths, but for temporary folders, which are its own, and for who resolves names; and what stands
// here. The rest of the machine is not there. What is written outside the worker's own
// folder is gone with it.
type Room struct {
	// Files are made in it, by their paths, and may be run.
	Files map[string]string
	// Copies are folders of the machine, by their paths in it. Their small files are copies, which
	// may be written; larger ones are the machine's, and may not.
	Copies map[string]string
	// Writable are folders in it that may be written, such as those of Files and Copies.
	Writable []string
	// AllNetwork leaves it the machine's network. Without, it reaches Reach alone.
	AllNetwork bool
	// Reach are addresses, host:port, of which the host may be a name.
	Reach []string
}

const (
	// copyBytes is up to which size a file of Copies is a copy, and copyFiles how many files may be.
	copyBytes = 1 << 20
	copyFiles = 10_000
	// roomBytes and roomFiles bound what is written in a room.
	roomBytes = 64 << 20
	roomFiles = 2 * copyFiles
)

// namespaces are those that a room needs.
func (r *Room) namespaces() uintptr {
	n := uintptr(unix.CLONE_NEWUSER | unix.CLONE_NEWNS | unix.CLONE_NEWPID | unix.CLONE_NEWIPC | unix.CLONE_NEWUTS)
	if !r.AllNetwork {
		n |= unix.CLONE_NEWNET
	}
	return n
}

// noRoom explains why the kernel gave no namespaces.
func noRoom(err error) error {
	if errors.Is(err, unix.EPERM) || errors.Is(err, unix.EACCES) || errors.Is(err, unix.ENOSPC) || errors.Is(err, unix.EINVAL) {
		return fmt.Errorf("a room of its own (namespaces) is refused: %w; docs/MINERS.md says what the service and the kernel have to allow", err)
	}
	return err
}

// grants are what may be opened of what is in the room alone.
func (r *Room) grants() (all []grant) {
	for _, d := range slices.Concat(r.Writable, writeDefaults) {
		all = append(all, grant{d, grantWrite})
	}
	for _, paths := range []map[string]string{r.Files, r.Copies} {
		for _, at := range slices.Sorted(maps.Keys(paths)) {
			all = append(all, grant{at, grantRead})
		}
	}
	return all
}

// furnish builds the room of a process that is in its namespaces already, and moves there. The
// paths of the grants are those of the machine.
func (r *Room) furnish(grants []grant, dir string) error {
	if err := r.enterEmpty(); err != nil {
		return fmt.Errorf("room: %w", err)
	}
	steps := []func() error{
		func() error { return r.bindGrants(grants) },
		r.furniture,
		func() error { return moveIn(dir) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return fmt.Errorf("room: %w", err)
		}
	}
	return nil
}

// Where the machine's root and the room are while it is built.
const (
	roomOld = "/old"
	roomNew = "/new"
)

// enterEmpty puts a small file system in memory in the root's place, with the machine's
// root at roomOld and the room to be at roomNew.
func (r *Room) enterEmpty() error {
	if err := unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, ""); err != nil {
		return noRoom(err)
	}
	if err := unix.Mount("room", os.TempDir(), "tmpfs", unix.MS_NOSUID|unix.MS_NODEV, fmt.Sprintf("mode=0755,size=%d,nr_inodes=%d", roomBytes, roomFiles)); err != nil {
		return noRoom(err)
	}
	if err := os.Chdir(os.TempDir()); err != nil {
		return err
	}
	for _, d := range []string{roomOld, roomNew} {
		if err := os.Mkdir(d[1:], 0o755); err != nil {
			return err
		}
	}
	if err := unix.PivotRoot(".", roomOld[1:]); err != nil {
		return fmt.Errorf("change the root: %w", err)
	}
	if err := os.Chdir("/"); err != nil {
		return err
	}
	return bind(roomNew, roomNew, false)
}

// bind shows from at at.
func bind(from, at string, readOnly bool) error {
	if err := unix.Mount(from, at, "", unix.MS_BIND|unix.MS_REC, ""); err != nil {
		return fmt.Errorf("show %s: %w", strings.TrimPrefix(from, roomOld), err)
	}
	if !readOnly {
		return nil
	}
	err := unix.MountSetattr(unix.AT_FDCWD, at, unix.AT_RECURSIVE, &unix.MountAttr{Attr_set: unix.MOUNT_ATTR_RDONLY})
	if err != nil && !errors.Is(err, unix.ENOSYS) { // Linux 5.12; Landlock keeps it, too
		return fmt.Errorf("keep %s from being written: %w", strings.TrimPrefix(from, roomOld), err)
	}
	return nil
}

// show binds a path of the machine into the room.
func show(from, at string, readOnly bool) error {
	info, err := os.Stat(roomOld + from)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // it has gone meanwhile
	}
	if err != nil {
		return err
	}
	target := roomNew + at
	if info.IsDir() {
		err = os.MkdirAll(target, 0o755)
	} else {
		err = touch(target)
	}
	if err != nil {
		return err
	}
	return bind(roomOld+from, target, readOnly)
}

// touch makes an empty file and its folders; one that is there stays as it is.
func touch(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDONLY, 0o755)
	if err != nil {
		return err
	}
	return f.Close()
}

// bindGrants shows what the worker may open, the folder before what is in it, and the root's
// links, such as /bin.
func (r *Room) bindGrants(grants []grant) error {
	shown := ""
	for _, g := range grants { // ordered by their paths
		if g.Path == "/proc" {
			if err := mountProc(); err != nil {
				return err
			}
			shown = g.Path
			continue
		}
		if shown != "" && (g.Path == shown || strings.HasPrefix(g.Path, shown+"/")) && !writes(g) {
			continue
		}
		// A device can be written behind a bind that cannot: what cannot is its mode and its owner.
		if err := show(g.Path, g.Path, g.Kind != grantWrite); err != nil {
			return err
		}
		shown = g.Path
	}
	entries, err := os.ReadDir(roomOld)
	if err != nil {
		return err
	}
	links := map[string]string{"/dev/fd": "/proc/self/fd", "/dev/stdin": "/proc/self/fd/0", "/dev/stdout": "/proc/self/fd/1", "/dev/stderr": "/proc/self/fd/2"}
	for _, e := range entries {
		if to, err := os.Readlink(roomOld + "/" + e.Name()); err == nil {
			links["/"+e.Name()] = to
		}
	}
	for at, to := range links {
		if err := os.MkdirAll(roomNew+filepath.Dir(at), 0o755); err != nil {
			return err
		}
		if err := os.Symlink(to, roomNew+at); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return nil
}

// mountProc gives the room a /proc of its own processes: scripts look there for others of their
// kind, of which each device has one, and the library that confines us looks for our threads.
func mountProc() error {
	if err := os.Mkdir(roomNew+"/proc", 0o555); err != nil {
		return err
	}
	if err := unix.Mount("proc", roomNew+"/proc", "proc", unix.MS_NOSUID|unix.MS_NODEV|unix.MS_NOEXEC, ""); err != nil {
		return noRoom(fmt.Errorf("/proc: %w", err))
	}
	return nil
}

func writes(g grant) bool { return g.Kind == grantWrite || g.Kind == grantDevice }

// furniture makes what stands in the room.
func (r *Room) furniture() error {
	// What is temporary is the room's own, and ends with it.
	for _, d := range slices.Concat(r.Writable, writeDefaults) {
		if err := os.MkdirAll(roomNew+d, 0o755); err != nil {
			return err
		}
	}
	for _, at := range slices.Sorted(maps.Keys(r.Copies)) {
		if err := copyTree(r.Copies[at], at); err != nil {
			return err
		}
	}
	for at, content := range r.Files {
		if err := os.MkdirAll(roomNew+filepath.Dir(at), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(roomNew+at, []byte(content), 0o755); err != nil {
			return err
		}
	}
	return r.names()
}

// copyTree copies a folder's small files, and shows the large ones.
func copyTree(from, at string) error {
	count := 0
	return filepath.WalkDir(roomOld+from, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel := strings.TrimPrefix(path, roomOld+from)
		to := roomNew + at + rel
		if count++; count > copyFiles {
			return fmt.Errorf("%s has more than %d files", from, copyFiles)
		}
		info, err := e.Info()
		switch {
		case err != nil:
			return err
		case e.IsDir():
			return os.MkdirAll(to, 0o755)
		case e.Type()&fs.ModeSymlink != 0:
			target, err := os.Readlink(path)
			if err != nil {
				return err
			}
			return os.Symlink(target, to)
		case !e.Type().IsRegular():
			return nil
		case info.Size() > copyBytes:
			return show(from+rel, at+rel, true)
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(to, content, 0o600|info.Mode().Perm())
	})
}

// moveIn makes the room the root, and leaves the machine's behind.
func moveIn(dir string) error {
	if err := os.Chdir(roomNew); err != nil {
		return err
	}
	if err := unix.PivotRoot(".", "."); err != nil {
		return fmt.Errorf("change the root: %w", err)
	}
	if err := unix.Unmount(".", unix.MNT_DETACH); err != nil {
		return fmt.Errorf("leave the machine's root: %w", err)
	}
	if dir == "" {
		dir = "/"
	}
	return os.Chdir(dir)
}
