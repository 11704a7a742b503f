// Package pkg_test holds what goes for all rooms of the house.
package pkg_test

import (
	"errors"
	"go/build"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// rooms are all packages under pkg/, from top to bottom: none may import one that
// stands above it. A new one is put where it belongs. docs/ARCHITECTURE.md says what
// each is for; .depguard.yaml who may use which library.
var rooms = strings.Fields(`
	app
	work
	homeassistant
	httpapi
	backtest/report backtest
	scheduler/workers scheduler
	market/organiser market/solver market/player market market/dispute/disputetest market/dispute market/beacon market/chain market/txmgr market/contract
	trainer/worker trainer/engine trainer trainer/search trainer/small trainer/checkpoint
	miner miner/hive
	rent
	learned
	books
	store
	gpu/nvml gpu/simrig gpu/helper
	profit/feed profit/signal profit/curve
	scheduler/decide
	curtail policy
	profit
	config/sanity
	process
	evaluator
	model/export model/modeltest model/graph/graphtest model/graph model dataset
	config
	miner/drivers miner/stratum rent/pages
	page
	gpu
	report
	blob
	atomicfile
	plain`)

// placed is where a room stands among the rooms: kinds of work that are packages of their own stand with work.
func placed(room string) string {
	if strings.HasPrefix(room, "work/") {
		return "work"
	}
	return room
}

func TestImportsPointDownward(t *testing.T) {
	const base = "github.com/gpuarbiter/gpuarbiter/pkg/"
	found := map[string]bool{}
	err := filepath.WalkDir(".", func(dir string, e fs.DirEntry, err error) error {
		if err != nil || !e.IsDir() || dir == "." {
			return err
		}
		var none *build.NoGoError
		p, err := build.ImportDir(dir, 0)
		if errors.As(err, &none) {
			return nil
		}
		if err != nil {
			return err
		}
		room := filepath.ToSlash(dir)
		found[placed(room)] = true
		at := slices.Index(rooms, placed(room))
		if at < 0 {
			t.Errorf("pkg/%s has no place among the rooms", room)
			return nil
		}
		for _, i := range p.Imports {
			if other, ok := strings.CutPrefix(i, base); ok && slices.Index(rooms, placed(other)) < at {
				t.Errorf("pkg/%s imports pkg/%s, which stands above it", room, other)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != len(rooms) {
		t.Errorf("%d packages for %d rooms: one of the list is no more", len(found), len(rooms))
	}
}

// A kind of work is named where it is at home, and where its workers are started: everybody
// else asks for traits (profit.Traits). One that is a package of its own is named by the line that
// links it, and nowhere else.
func TestKindsOfWorkAreNamedAtHome(t *testing.T) {
	packages, err := filepath.Glob("work/*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	words := []string{`\bprofit\.(Idle|Mine|Rent|Train)\b`}
	for _, path := range packages {
		name := filepath.Base(filepath.Dir(path))
		words = append(words, `"`+name+`"`, `\b`+name+`\.Kind\b`, `pkg/work/`+name+`"`)
	}
	named := regexp.MustCompile(strings.Join(words, "|"))
	home := func(path string) bool {
		return path == "scheduler/workers/workers.go" || path == "app/kinds.go" || strings.HasPrefix(path, "work/")
	}
	for _, root := range []string{".", "../cmd"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || home(path) {
				return err
			}
			text, err := os.ReadFile(path)
			if err == nil && named.Match(text) {
				t.Errorf("%s names a kind of work: %s", path, named.Find(text))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// What runs under the race detector alone in make test must run there whole: a package whose
// tests leave something out there stands in the Makefile's PARTLY.
func TestWhatIsNotRaced(t *testing.T) {
	makefile, err := os.ReadFile("../Makefile")
	if err != nil {
		t.Fatal(err)
	}
	lists := regexp.MustCompile(`(?m)^(?:ALONE|PARTLY) = (.*)\$\$$`).FindAllSubmatch(makefile, -1)
	if len(lists) != 2 {
		t.Fatalf("the Makefile has %d of the lists ALONE and PARTLY", len(lists))
	}
	listed := regexp.MustCompile("(?:" + string(lists[0][1]) + "|" + string(lists[1][1]) + ")$")
	leavesOut := regexp.MustCompile(`race\.Enabled|(?m)^//go:build.*!race`)
	for _, top := range []string{".", "../cmd"} {
		err := filepath.WalkDir(top, func(path string, e fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, "_test.go") || path == "rooms_test.go" {
				return err
			}
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			room, err := filepath.Abs(filepath.Dir(path))
			if leavesOut.Match(text) && !listed.MatchString(filepath.ToSlash(room)) {
				t.Errorf("%s leaves something out under -race, but its package is in neither ALONE nor PARTLY", path)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}

// fmt.Sscan reads 08 as octal and stops at the 8; it took 08:00 for midnight.
func TestNothingIsScanned(t *testing.T) {
	for _, top := range []string{".", "../cmd", "../internal"} {
		err := filepath.WalkDir(top, func(path string, e fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			text, err := os.ReadFile(path)
			if strings.Contains(string(text), "fmt.S"+"scan") {
				t.Errorf("%s scans: use strconv", path)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}
