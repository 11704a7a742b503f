package app

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"go.uber.org/zap"
	"go.uber.org/zap/zaptest/observer"

	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// A database that is damaged, empty or gone is replaced by the newest daily copy that is
// whole, and that is said; what was damaged is kept.
func TestDamagedDatabase(t *testing.T) {
	for name, damage := range map[string]func(path string) error{
		"text":  func(path string) error { return os.WriteFile(path, []byte("nonsense"), 0o600) },
		"empty": func(path string) error { return os.Truncate(path, 0) },
		"half":  func(path string) error { return os.Truncate(path, 20_000) },
		"gone":  os.Remove,
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "gpuarbiter.db")
			st, err := openStore(dir, "test", zap.NewNop())
			if err != nil {
				t.Fatal(err)
			}
			for n, v := range []string{"old", "new"} {
				if err := st.Put(store.Attempts, "dev/0", v); err != nil {
					t.Fatal(err)
				}
				if err := takeSnapshot(st, dir, "v1"); err != nil {
					t.Fatal(err)
				}
				if n == 0 { // a name says the second it was taken in
					if err := os.Rename(snapshots(dir)[0], filepath.Join(dir, "snapshots", "gpuarbiter-20200101T000000Z.db")); err != nil {
						t.Fatal(err)
					}
				}
			}
			if firstSnapshot(dir, "v1") < 23*time.Hour || firstSnapshot(dir, "v2") != 0 {
				t.Errorf("the next copy: in %v, of another version in %v", firstSnapshot(dir, "v1"), firstSnapshot(dir, "v2"))
			}
			if err := errors.Join(st.Close(), damage(path)); err != nil {
				t.Fatal(err)
			}
			core, logs := observer.New(zap.ErrorLevel)
			st, err = openStore(dir, "test", zap.New(core))
			if err != nil {
				t.Fatal(err)
			}
			defer st.Close()
			var v string
			if ok, err := st.Get(store.Attempts, "dev/0", &v); !ok || err != nil || v != "new" {
				t.Errorf("%q, %v, %v", v, ok, err)
			}
			aside, _ := filepath.Glob(path + ".damaged-*")
			if logs.Len() != 1 || len(aside) != 1 && name != "gone" {
				t.Errorf("%v, aside %v", logs.All(), aside)
			}
		})
	}
}

// Without a copy a damaged database is left as it is, and only so many copies are kept.
func TestNoCopy(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "gpuarbiter.db")
	if err := os.WriteFile(path, []byte("nonsense"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := openStore(dir, "test", zap.NewNop()); !errors.Is(err, store.ErrDamaged) {
		t.Errorf("%v", err)
	}
	if text, _ := os.ReadFile(path); string(text) != "nonsense" {
		t.Errorf("it was touched: %q", text)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	st, err := openStore(dir, "test", zap.NewNop())
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	for n := range 5 {
		if err := takeSnapshot(st, dir, "v1"); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(snapshots(dir)[0], filepath.Join(dir, "snapshots", "gpuarbiter-2020010"+string(rune('1'+n))+"T000000Z.db")); err != nil {
			t.Fatal(err)
		}
	}
	if err := takeSnapshot(st, dir, "v1"); err != nil || len(snapshots(dir)) != snapshotsKept {
		t.Errorf("%v, %v", err, snapshots(dir))
	}
}

// Before another version opens the database it is copied as it is, once, and such copies do not go with the days;
// an empty database is said.
func TestCopyBeforeUpgrade(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "gpuarbiter.db")
	for n, version := range []string{"v1", "v1", "v2", "v2", "v3", "v4/x", "v5", "v6"} {
		before, _ := os.ReadFile(path)
		st, err := openStore(dir, version, zap.NewNop())
		if err != nil {
			t.Fatal(err)
		}
		kept, err := os.ReadFile(filepath.Join(dir, "snapshots", "before-"+fileName.ReplaceAllString(version, "_")+".db"))
		if (err == nil) != (n >= 2) || err == nil && n != 3 && !bytes.Equal(kept, before) { // the third time it was copied the time before
			t.Errorf("%d, %s: copied: %v, %v", n, version, len(kept), err)
		}
		if err := st.Put(store.Quotes, "n", n); err != nil {
			t.Fatal(err)
		}
		for range 4 { // as many days
			if err := takeSnapshot(st, dir, version); err != nil {
				t.Fatal(err)
			}
		}
		if err := st.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if kept, _ := filepath.Glob(filepath.Join(dir, "snapshots", "before-*.db")); len(kept) != beforeKept {
		t.Errorf("%v", kept)
	}

	if err := errors.Join(os.RemoveAll(filepath.Join(dir, "snapshots")), os.WriteFile(path, nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	core, logs := observer.New(zap.WarnLevel)
	st, err := openStore(dir, "v6", zap.New(core))
	if err != nil || logs.FilterMessageSnippet("the database was empty").Len() != 1 {
		t.Fatalf("%v, %v", err, logs.All())
	}
	defer st.Close()
}
