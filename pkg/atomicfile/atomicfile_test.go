package atomicfile

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// A file is replaced as a whole, with its mode, or stays as it was; nothing else is left in the folder.
func TestWrite(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "file")
	holds := func(content string, mode os.FileMode) {
		t.Helper()
		text, err := os.ReadFile(path)
		info, statErr := os.Lstat(path)
		if err := errors.Join(err, statErr); err != nil {
			t.Fatal(err)
		}
		if string(text) != content || info.Mode() != mode {
			t.Errorf("%q with mode %v, want %q with %v", text, info.Mode(), content, mode)
		}
		if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 {
			t.Errorf("%v beside it: %v", entries, err)
		}
	}
	if err := WriteBytes(path, 0o644, []byte("one")); err != nil {
		t.Fatal(err)
	}
	holds("one", 0o644)
	half := errors.New("half")
	err := Write(path, 0o600, func(w io.Writer) error {
		_, err := w.Write([]byte("tw"))
		return errors.Join(err, half)
	})
	if !errors.Is(err, half) {
		t.Errorf("%v", err)
	}
	holds("one", 0o644)
	if err := WriteBytes(path, 0o600, []byte("two")); err != nil {
		t.Fatal(err)
	}
	holds("two", 0o600)
}

// What a link points to is not written: a confined worker may have put it there.
func TestALinkIsReplaced(t *testing.T) {
	folder := t.TempDir()
	path, target := filepath.Join(folder, "link"), filepath.Join(t.TempDir(), "target")
	if err := errors.Join(os.WriteFile(target, []byte("key"), 0o600), os.Symlink(target, path)); err != nil {
		t.Fatal(err)
	}
	if err := WriteBytes(path, 0o600, []byte("new")); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(target)
	info, statErr := os.Lstat(path)
	if err := errors.Join(err, statErr); err != nil || string(text) != "key" || !info.Mode().IsRegular() {
		t.Errorf("%q, %v, %v", text, info.Mode(), err)
	}
}
