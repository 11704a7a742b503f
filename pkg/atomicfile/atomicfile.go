// Package atomicfile writes files that are whole and on disk, or not there: behind kill -9 and a power cut, too.
package atomicfile

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// TempPrefix begins the names of files that are not whole yet. A death leaves them; whoever owns the folder removes
// them before it writes there again. (github.com/google/renameio gives them no name that could be told from others',
// and leaves the rename to the next sync of the folder.)
const TempPrefix = ".new-"

// Write lets fill write a new file, with mode perm, that takes path's place when it is whole and on disk. What stood
// there is replaced: a link is not followed. Where anything fails path is as it was, but where only the last sync of
// its folder does.
func Write(path string, perm fs.FileMode, fill func(io.Writer) error) error {
	folder := filepath.Dir(path)
	f, err := os.CreateTemp(folder, TempPrefix)
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // nothing, once renamed
	if err = fill(f); err == nil {
		err = errors.Join(f.Chmod(perm), f.Sync())
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return err
	}
	return SyncDir(folder)
}

// WriteBytes is Write of what is at hand.
func WriteBytes(path string, perm fs.FileMode, content []byte) error {
	return Write(path, perm, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}

// SyncDir makes renames within a folder survive a power cut.
func SyncDir(folder string) error {
	d, err := os.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
