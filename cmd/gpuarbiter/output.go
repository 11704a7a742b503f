package main

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/atomicfile"
)

// writeOutput has fill write what a user asked to have in a file, with mode perm: it is whole, or as it was. An error
// of fill's is returned as it is.
func writeOutput(path string, perm fs.FileMode, fill func(io.Writer) error) error {
	var filling error
	err := replace(path, perm, func(w io.Writer) error {
		filling = fill(w)
		return filling
	})
	if err != nil && filling == nil {
		return &app.Fault{Err: err, Hint: "name a file in a folder that this user can write to"}
	}
	return err
}

func writeOutputBytes(path string, content []byte) error {
	return writeOutput(path, 0o644, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}

// replace writes to what is no regular file, as /dev/stdout or a FIFO, where it stands: renamed onto it, a file would
// take its place.
func replace(path string, perm fs.FileMode, fill func(io.Writer) error) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		return errors.Join(fill(f), f.Close())
	}
	return atomicfile.Write(path, perm, fill)
}
