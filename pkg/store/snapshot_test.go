package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"
)

func filled(t *testing.T, path string) {
	t.Helper()
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 300 {
		if err := s.Put(Attempts, fmt.Sprint(i), strings.Repeat("x", 1000)); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// However the file is cut or overwritten, opening it ends with a store or with an error,
// never with a panic or a fault of memory.
func TestDamage(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "good.db")
	filled(t, path)
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	damaged, tries := 0, 0
	try := func(name string, b []byte) {
		t.Helper()
		tries++ // each at a path of its own: bbolt keeps the lock of what makes it panic
		bad := filepath.Join(dir, fmt.Sprintf("bad%d.db", tries))
		if err := os.WriteFile(bad, b, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(bad)
		switch {
		case errors.Is(err, ErrDamaged):
			damaged++
		case err != nil:
			t.Errorf("%s: %v", name, err)
		default:
			s.Close()
		}
	}
	for cut := 1; cut < len(good); cut += 4096 * 7 {
		try(fmt.Sprintf("cut at %d", cut), good[:cut])
	}
	for page := 2; page*4096 < len(good); page += 5 {
		b := bytes.Clone(good)
		copy(b[page*4096:], bytes.Repeat([]byte{0xa5}, 4096))
		try(fmt.Sprintf("page %d overwritten", page), b)
	}
	try("text", []byte("electricity: {price_per_kwh: 0.1}\n"))
	try("both roots", append(bytes.Repeat([]byte{7}, 8192), good[8192:]...))
	if damaged < 20 {
		t.Errorf("only %d were seen to be damaged", damaged)
	}
}

// A damaged store is moved aside for the newest copy that is whole.
func TestRestore(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	filled(t, at("a.db"))
	s, err := Open(at("a.db"))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Snapshot(at("copy.db")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(at("copy.db")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
	s.Close()
	for name, text := range map[string]string{"a.db": "damaged", "newer.db": "damaged too"} {
		if err := os.WriteFile(at(name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Restore(at("a.db"), at("aside"), []string{at("newer.db"), at("none.db")}); !errors.Is(err, ErrDamaged) {
		t.Errorf("without a good copy: %v", err)
	}
	if text, _ := os.ReadFile(at("a.db")); string(text) != "damaged" {
		t.Errorf("it was touched: %q", text)
	}
	used, err := Restore(at("a.db"), at("aside"), []string{at("newer.db"), at("copy.db")})
	if err != nil || used != at("copy.db") {
		t.Fatalf("%s, %v", used, err)
	}
	if text, _ := os.ReadFile(at("aside")); string(text) != "damaged" {
		t.Errorf("moved aside: %q", text)
	}
	s, err = Open(at("a.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var v string
	if ok, err := s.Get(Attempts, "299", &v); !ok || err != nil {
		t.Errorf("%v, %v", ok, err)
	}
}

// A store of a later version is refused; one without a schema is brought to ours.
func TestSchema(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	filled(t, path)
	set := func(f func(*bolt.Tx) error) {
		t.Helper()
		db, err := bolt.Open(path, 0o600, nil)
		if err == nil {
			err = errors.Join(db.Update(f), db.Close())
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	set(func(tx *bolt.Tx) error { return tx.DeleteBucket(metaBucket) })
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	set(func(tx *bolt.Tx) error {
		if got := string(tx.Bucket(metaBucket).Get(schemaKey)); got != fmt.Sprint(len(migrations)) {
			t.Errorf("schema %q", got)
		}
		return tx.Bucket(metaBucket).Put(schemaKey, []byte("99"))
	})
	if _, err := Open(path); !errors.Is(err, ErrNewer) || !strings.Contains(err.Error(), "schema is 99") {
		t.Errorf("%v", err)
	}
}
