package hive

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// An archive is a stranger's: what it may hold is bounded.
const (
	MaxBytes   = 2 << 30 // of all files together
	MaxEntries = 10_000
)

// Unpack unpacks a package, name-version.tar.gz with one folder in it, to a new folder below
// into, which it returns. All or nothing: what cannot be had whole is not left behind.
func Unpack(archive io.Reader, into string) (p Package, err error) {
	if err := os.MkdirAll(into, 0o755); err != nil {
		return p, err
	}
	temp, err := os.MkdirTemp(into, ".unpack-")
	if err != nil {
		return p, err
	}
	defer os.RemoveAll(temp)
	folder, err := extract(archive, temp)
	if err != nil {
		return p, err
	}
	if p, err = Read(filepath.Join(temp, folder)); err != nil {
		return p, err
	}
	to := filepath.Join(into, p.PageName()+"-"+orUnknown(p.Version))
	if err := os.Chmod(temp, 0o755); err != nil {
		return p, err
	}
	if err := os.Rename(temp, to); err != nil {
		if errors.Is(err, fs.ErrExist) || isThere(to) {
			err = fmt.Errorf("%s is there already: remove it first, if no worker uses it", to)
		}
		return p, err
	}
	p.Folder = filepath.Join(to, folder)
	return p, nil
}

func isThere(path string) bool { _, err := os.Lstat(path); return err == nil }

func orUnknown(version string) string {
	if version == "" {
		return "unknown"
	}
	return version
}

// extract writes an archive's entries below a folder, and returns the one folder that they are in.
func extract(archive io.Reader, to string) (folder string, err error) {
	dir, err := os.OpenRoot(to) // nothing that is written through it lands elsewhere
	if err != nil {
		return "", err
	}
	defer dir.Close()
	plainTar, err := inflate(archive)
	if err != nil {
		return "", err
	}
	left, links := int64(MaxBytes), []string(nil)
	entries := tar.NewReader(plainTar)
	for n := 0; ; n++ {
		h, err := entries.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return "", fmt.Errorf("archive: %w", err)
		}
		if n >= MaxEntries {
			return "", fmt.Errorf("archive: more than %d entries", MaxEntries)
		}
		name := path.Clean(h.Name)
		if name == "." {
			continue
		}
		if !filepath.IsLocal(name) {
			return "", fmt.Errorf("archive: %.80q leads out of it", h.Name)
		}
		top, _, _ := strings.Cut(name, "/")
		if folder == "" {
			folder = top
		}
		if top != folder {
			return "", fmt.Errorf("archive: it has more than one folder: %.40q, %.40q", folder, top)
		}
		if left -= max(h.Size, 0); left < 0 {
			return "", fmt.Errorf("archive: its files have more than %d MiB", MaxBytes>>20)
		}
		if err := write(dir, name, h, entries); err != nil {
			return "", fmt.Errorf("archive: %.80q: %w", h.Name, err)
		}
		if h.Typeflag == tar.TypeSymlink && !path.IsAbs(h.Linkname) {
			links = append(links, name)
		}
	}
	for _, name := range links { // through other links each may lead elsewhere than its text says
		if _, err := dir.Stat(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("archive: %.80q: %w", name, err)
		}
	}
	if folder == "" {
		return "", errors.New("archive: it is empty")
	}
	return folder, nil
}

// inflate takes an archive that is compressed or not.
func inflate(archive io.Reader) (io.Reader, error) {
	b := bufio.NewReader(archive)
	if magic, err := b.Peek(2); err != nil || magic[0] != 0x1f || magic[1] != 0x8b {
		return b, err
	}
	z, err := gzip.NewReader(b)
	if err != nil {
		return nil, fmt.Errorf("archive: %w", err)
	}
	return z, nil
}

// write writes one entry. Of its rights the one to be run is kept.
func write(dir *os.Root, name string, h *tar.Header, content io.Reader) error {
	if parent := path.Dir(name); parent != "." {
		if err := dir.MkdirAll(parent, 0o755); err != nil {
			return err
		}
	}
	switch h.Typeflag {
	case tar.TypeDir:
		err := dir.Mkdir(name, 0o755)
		if errors.Is(err, fs.ErrExist) {
			err = nil
		}
		return err
	case tar.TypeReg:
		f, err := dir.OpenFile(name, os.O_CREATE|os.O_WRONLY|os.O_EXCL, 0o644|h.FileInfo().Mode().Perm()&0o111)
		if err != nil {
			return err
		}
		_, err = io.Copy(f, content)
		return errors.Join(err, f.Close())
	case tar.TypeLink:
		return dir.Link(path.Clean(h.Linkname), name)
	case tar.TypeSymlink:
		if target := h.Linkname; path.IsAbs(target) && !strings.HasPrefix(path.Clean(target), "/hive/") || !path.IsAbs(target) && !filepath.IsLocal(path.Join(path.Dir(name), target)) {
			return fmt.Errorf("it links to %.80q, out of the archive", target)
		}
		return dir.Symlink(h.Linkname, name)
	case tar.TypeXGlobalHeader:
		return nil
	}
	return fmt.Errorf("it is neither file nor folder nor link (type %q)", h.Typeflag)
}
