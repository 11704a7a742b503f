package plain

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// Nothing but a regular file of the size that is allowed is read, and nothing is
// waited for.
func TestReadFile(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	if err := os.WriteFile(at("file"), []byte("12345"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(at("file"), at("link")); err != nil {
		t.Fatal(err)
	}
	if err := unix.Mkfifo(at("fifo"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name  string
		flags int
		most  int64
		good  bool
	}{
		{"file", 0, 5, true}, {"file", 0, 4, false}, {"link", 0, 5, true}, {"link", unix.O_NOFOLLOW, 5, false},
		{"fifo", 0, 5, false}, {".", 0, 5, false}, {"none", 0, 5, false},
	} {
		text, err := ReadFile(at(tt.name), tt.flags, tt.most)
		if (err == nil) != tt.good || tt.good && string(text) != "12345" {
			t.Errorf("%s, flags %x, at most %d: %q, %v", tt.name, tt.flags, tt.most, text, err)
		}
	}
	if _, err := ReadFile("/dev/zero", 0, 5); err == nil {
		t.Error("a device is read")
	}
}
