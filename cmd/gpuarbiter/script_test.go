package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/gpuarbiter/gpuarbiter/test/race"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"gpuarbiter": main})
}

// TestScripts runs the program on data as people have them. Each script finds
// testdata/cases in its folder: one folder for each case that was reported.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		// the training library's kernels fail checkptr, which -race turns on
		Condition: func(cond string) (bool, error) { return cond == "race" && race.Enabled, nil },
		Setup: func(env *testscript.Env) error {
			return copyTree(filepath.Join("testdata", "cases"), env.WorkDir)
		},
	})
}

// copyTree copies also the files that begin with a dot, which are what one of
// the cases is about.
func copyTree(from, to string) error {
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		if d.IsDir() {
			return os.MkdirAll(filepath.Join(to, rel), 0o700)
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, rel), content, 0o600)
	})
}
