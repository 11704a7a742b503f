package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/atomicfile"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
)

// cleanEvery is how often what closed challenges have left is removed.
const cleanEvery = time.Hour

// cleaner removes from the state directory what nobody needs any more.
type cleaner struct {
	stateDir string
	states   func() []solver.State
	log      *zap.Logger
}

// run cleans now and then until ctx ends.
func (c *cleaner) run(ctx context.Context) {
	tick := time.NewTicker(cleanEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			c.remove(append(leftovers(c.stateDir, c.states()), oldNotes(c.stateDir, time.Now())...))
		}
	}
}

func (c *cleaner) remove(paths []string) {
	for _, path := range paths {
		if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err := os.RemoveAll(path); err != nil {
			c.log.Warn("what is no longer needed is not removed", zap.Error(err))
			continue
		}
		c.log.Info("removed: its challenge is closed", zap.String("path", path))
	}
}

// over are the states after which an attempt needs its files no more, once its
// challenge is closed.
var over = []solver.AttemptState{solver.Paid, solver.Passed, solver.Abandoned, solver.Beaten, solver.Expired, solver.Slashed}

// kept are the files of a challenge's folder that are small and tell of it. All else there is the
// trainer's, which may be anybody's: checkpoints, arrays, what it has forgotten.
var kept = []string{"job.json", "log", "log.1", "progress.json"}

// leftovers lists what the closed challenges' attempts have left: bundles that no
// other attempt names, what trainers wrote and, of those that were not paid, the model.
func leftovers(stateDir string, states []solver.State) []string {
	var done []solver.Attempt
	needed := map[string]bool{}
	for _, state := range states {
		for _, s := range state.Challenges {
			if s.Challenge != nil && market.Phase(s.Challenge.Phase) == market.PhaseClosed && slices.Contains(over, s.Attempt.State) {
				done = append(done, s.Attempt)
			} else {
				needed[s.Attempt.Bundle] = true
			}
		}
	}
	var paths []string
	for _, a := range done {
		dir := challengeFolder(stateDir, a.Key)
		entries, _ := os.ReadDir(dir) // none, or none that could be removed
		for _, e := range entries {
			model := e.Name() == "model.gaq" || e.Name() == "verified.gaq"
			if !slices.Contains(kept, e.Name()) && !(model && a.State == solver.Paid) {
				paths = append(paths, filepath.Join(dir, e.Name()))
			}
		}
		// Only what fetch has put there: the path comes from a record.
		if a.Bundle != "" && !needed[a.Bundle] && filepath.Dir(a.Bundle) == filepath.Join(stateDir, "data") {
			paths = append(paths, a.Bundle, goodNoteOf(a.Bundle), badNoteOf(a.Bundle))
		}
	}
	return paths
}

// oldNotes lists notes of bad bundles that have not been asked for since it was time
// to: of bundles that were never good no attempt knows.
func oldNotes(stateDir string, now time.Time) (paths []string) {
	found, _ := filepath.Glob(filepath.Join(stateDir, "data", "*.bad.json"))
	for _, path := range found {
		var b badNote
		if readNote(path, &b) && now.Sub(b.Until) > lastBadWait {
			paths = append(paths, path)
		}
	}
	return paths
}

// removeTemporary removes what a daemon that was killed had begun to write. Only
// who holds the store's lock may do that, before anything runs.
func removeTemporary(stateDir string) error {
	var errs []error
	folders := []string{".", "snapshots", "data", "blobs", "challenges/*/*", "challenges/*/*/checkpoints", "challenges/*/*/*", "challenges/*/*/*/checkpoints", "workers/*/*"}
	patterns := []string{"data/.*", "snapshots/.snapshot-*"} // as earlier versions named them
	for _, folder := range folders {
		patterns = append(patterns, folder+"/"+atomicfile.TempPrefix+"*")
	}
	for _, pattern := range patterns {
		found, err := filepath.Glob(filepath.Join(stateDir, pattern))
		errs = append(errs, err)
		for _, path := range found {
			errs = append(errs, os.RemoveAll(path))
		}
	}
	return errors.Join(errs...)
}

// challengeFolder holds what was trained for a challenge.
func challengeFolder(stateDir, key string) string {
	return filepath.Join(stateDir, "challenges", filepath.FromSlash(key))
}
