package checkpoint

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/atomicfile"
)

var (
	jobA = strings.Repeat("a", 64)
	jobB = strings.Repeat("b", 64)
)

func save(t *testing.T, s Store, job string, step int) string {
	t.Helper()
	path, sum, err := s.Save(Manifest{JobHash: job, Step: step, Seed: 5}, map[string][]byte{"state": {byte(step), 1, 2}, "best": []byte(job)})
	if err != nil {
		t.Fatal(err)
	}
	if len(sum) != 64 {
		t.Fatalf("sum %q", sum)
	}
	return path
}

func load(t *testing.T, s Store, job string) (*Loaded, int) {
	t.Helper()
	found, skipped, err := s.Load(job)
	if err != nil {
		t.Fatal(err)
	}
	return found, len(skipped)
}

func TestSaveLoad(t *testing.T) {
	s := Store{Dir: filepath.Join(t.TempDir(), "deep", "dir"), Keep: 2}
	if found, _ := load(t, s, jobA); found != nil {
		t.Fatalf("found %+v in nothing", found)
	}
	for step := range 5 {
		save(t, s, jobA, step*1000)
	}
	save(t, s, jobB, 99999) // another job's, newer
	found, skipped := load(t, s, jobA)
	if found == nil || skipped != 0 || found.Manifest.Step != 4000 || found.Manifest.Seed != 5 || string(found.Files["best"]) != jobA {
		t.Fatalf("%+v, %d skipped", found, skipped)
	}
	entries, err := os.ReadDir(s.Dir)
	if err != nil || len(entries) != 3 {
		t.Errorf("%d entries, want two of the one job and one of the other: %v", len(entries), err)
	}
	if found, _ := load(t, s, strings.Repeat("c", 64)); found != nil {
		t.Errorf("a third job found %s", found.Path)
	}
}

func TestDamaged(t *testing.T) {
	corrupt := func(name string, change func([]byte) []byte) func(*testing.T, string) {
		return func(t *testing.T, path string) {
			file := filepath.Join(path, name)
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, change(b), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	flip := func(b []byte) []byte { b[len(b)/2] ^= 1; return b }
	cut := func(b []byte) []byte { return b[:len(b)-1] }
	for name, damage := range map[string]func(*testing.T, string){
		"state flipped":    corrupt("state", flip),
		"state cut":        corrupt("state", cut),
		"best flipped":     corrupt("best", flip),
		"manifest flipped": corrupt(manifestName, flip),
		"manifest cut":     corrupt(manifestName, cut),
		"manifest empty":   corrupt(manifestName, func([]byte) []byte { return nil }),
		"another step": corrupt(manifestName, func(b []byte) []byte {
			return []byte(strings.Replace(string(b), `"step": 20`, `"step": 21`, 1))
		}),
		"state missing": func(t *testing.T, path string) {
			if err := os.Remove(filepath.Join(path, "state")); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := Store{Dir: t.TempDir(), Keep: 2}
			save(t, s, jobA, 10)
			newest := save(t, s, jobA, 20)
			damage(t, newest)
			found, skipped := load(t, s, jobA)
			if found == nil || found.Manifest.Step != 10 || skipped != 1 {
				t.Fatalf("found %+v, %d skipped, want step 10 and 1", found, skipped)
			}
			if _, err := os.Stat(filepath.Join(s.Dir, damaged+filepath.Base(newest))); err != nil {
				t.Errorf("the damaged one was not kept aside: %v", err)
			}
			// The damaged one no longer counts as one of those to keep.
			save(t, s, jobA, 11)
			save(t, s, jobA, 12)
			if found, skipped := load(t, s, jobA); found.Manifest.Step != 12 || skipped != 0 {
				t.Errorf("then at step %d, %d skipped", found.Manifest.Step, skipped)
			}
		})
	}
}

// A save that was killed leaves a temporary directory: it is never taken for a
// checkpoint, and it is cleared away.
func TestKilledSave(t *testing.T) {
	s := Store{Dir: t.TempDir(), Keep: 2}
	save(t, s, jobA, 10)
	half := filepath.Join(s.Dir, atomicfile.TempPrefix+"123")
	if err := os.Mkdir(half, 0o700); err != nil {
		t.Fatal(err)
	}
	if found, skipped := load(t, s, jobA); found.Manifest.Step != 10 || skipped != 0 {
		t.Errorf("step %d, %d skipped", found.Manifest.Step, skipped)
	}
	if _, err := os.Stat(half); !os.IsNotExist(err) {
		t.Errorf("the half-written one is still there: %v", err)
	}
}

func TestSaveAgain(t *testing.T) {
	s := Store{Dir: t.TempDir(), Keep: 2}
	if a, b := save(t, s, jobA, 10), save(t, s, jobA, 10); a != b {
		t.Errorf("the same content at %s and %s", a, b)
	}
	if found, _ := load(t, s, jobA); found == nil || found.Manifest.Step != 10 {
		t.Errorf("%+v", found)
	}
}

func TestWriteFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sub", "artifact")
	for _, content := range []string{"one", "another"} {
		if err := WriteFile(path, []byte(content)); err != nil {
			t.Fatal(err)
		}
		if b, err := os.ReadFile(path); err != nil || string(b) != content {
			t.Fatalf("%q, %v", b, err)
		}
	}
	if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) != 1 {
		t.Errorf("%d files left, want 1", len(entries))
	}
	if err := WriteFile(filepath.Join(path, "x"), nil); err == nil {
		t.Error("wrote below a file")
	}
}

// A checkpoint that was written between the last step and its validation is older than the
// one behind it, whatever their sums are.
func TestTwoAtOneStep(t *testing.T) {
	for seed := range uint64(20) {
		s := Store{Dir: t.TempDir(), Keep: 1}
		for _, validated := range []int{60, 80} {
			if _, _, err := s.Save(Manifest{JobHash: jobA, Step: 80, Validated: validated, Seed: seed}, nil); err != nil {
				t.Fatal(err)
			}
		}
		if found, _ := load(t, s, jobA); found.Manifest.Validated != 80 {
			t.Fatalf("seed %d: the one is kept that was validated at %d", seed, found.Manifest.Validated)
		}
	}
}
