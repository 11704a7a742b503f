package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

const (
	snapshotEvery = 24 * time.Hour
	snapshotsKept = 3
	stampLayout   = "20060102T150405Z"
)

// openStore opens the daemon's store. A damaged one is moved aside for the newest daily
// copy that is whole; what the copy lacks of our attempts the chain has. Without a copy
// it is left as it is: a fresh start would forget transactions that are on their way.
func openStore(dir string, log *zap.Logger) (*store.Store, error) {
	path := filepath.Join(dir, "gpuarbiter.db")
	info, err := os.Stat(path)
	empty := err == nil && info.Size() == 0
	lost := errors.Is(err, os.ErrNotExist)
	copies := snapshots(dir)
	var st *store.Store
	if (empty || lost) && len(copies) > 0 {
		err = fmt.Errorf("store %s: %w: it is empty or gone, but there are copies of it", path, store.ErrDamaged)
	} else {
		st, err = store.Open(path)
	}
	if !errors.Is(err, store.ErrDamaged) {
		return st, err
	}
	aside := path + ".damaged-" + time.Now().UTC().Format(stampLayout)
	used, rerr := store.Restore(path, aside, copies)
	if rerr != nil {
		return nil, err
	}
	log.Error("the database was damaged; the newest copy that is whole is used, what it lacks of our attempts is read from the chain",
		zap.Error(err), zap.String("copy", used), zap.String("moved_to", aside))
	return store.Open(path)
}

func snapshotFolder(dir string) string { return filepath.Join(dir, "snapshots") }

// snapshots are the daily copies, newest first.
func snapshots(dir string) []string {
	found, err := filepath.Glob(filepath.Join(snapshotFolder(dir), "gpuarbiter-*.db"))
	if err != nil {
		return nil // a bad pattern: it is none
	}
	slices.Sort(found)
	slices.Reverse(found)
	return found
}

// keepSnapshots takes a copy of the store at once if the newest is a day old, or if
// another version took it, and then each day; it keeps a few.
func keepSnapshots(ctx context.Context, st *store.Store, dir, version string, log *zap.Logger) {
	for wait := firstSnapshot(dir, version); ; wait = snapshotEvery {
		select {
		case <-ctx.Done():
			return
		case <-time.After(wait):
		}
		if err := takeSnapshot(st, dir, version); err != nil {
			log.Warn("the daily copy of the database is not taken", zap.Error(err))
		}
	}
}

// firstSnapshot is when the next copy is due.
func firstSnapshot(dir, version string) time.Duration {
	list := snapshots(dir)
	if by, err := os.ReadFile(filepath.Join(snapshotFolder(dir), "version")); len(list) == 0 || err != nil || string(by) != version {
		return 0
	}
	info, err := os.Stat(list[0])
	if err != nil {
		return 0
	}
	return min(max(time.Until(info.ModTime().Add(snapshotEvery)), 0), snapshotEvery)
}

func takeSnapshot(st *store.Store, dir, version string) error {
	folder := snapshotFolder(dir)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	if err := st.Snapshot(filepath.Join(folder, "gpuarbiter-"+time.Now().UTC().Format(stampLayout)+".db")); err != nil {
		return err
	}
	errs := []error{os.WriteFile(filepath.Join(folder, "version"), []byte(version), 0o600)}
	if list := snapshots(dir); len(list) > snapshotsKept {
		for _, old := range list[snapshotsKept:] {
			errs = append(errs, os.Remove(old))
		}
	}
	return errors.Join(errs...)
}

// rollUpEvery is how often what is old in the ledger is added up.
const rollUpEvery = time.Hour

// rollUp adds up what is old in the ledger, in steps between which others write.
func rollUp(ctx context.Context, st *store.Store, log *zap.Logger) {
	for wait := time.Minute; ; wait = rollUpEvery {
		for more := true; more; wait = time.Second {
			select {
			case <-ctx.Done():
				return
			case <-time.After(wait):
			}
			var err error
			if more, err = st.RollUp(time.Now()); err != nil {
				log.Warn("what is old in the ledger is not added up", zap.Error(err))
			}
		}
	}
}
