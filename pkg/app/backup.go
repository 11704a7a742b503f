package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/atomicfile"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

const (
	snapshotEvery = 24 * time.Hour
	snapshotsKept = 3
	stampLayout   = "20060102T150405Z"
)

// openStore opens the daemon's store. A damaged one is moved aside for the newest daily
// copy that is whole; what the copy lacks of our attempts the chain has. Without a copy
// it is left as it is: a fresh start would forget transactions that are on their way. Before
// another version opens it, which may change its form, it is copied as it is.
func openStore(dir, version string, log *zap.Logger) (*store.Store, error) {
	path := filepath.Join(dir, "gpuarbiter.db")
	info, err := os.Stat(path)
	empty := err == nil && info.Size() == 0
	lost := errors.Is(err, os.ErrNotExist)
	copies := snapshots(dir)
	if err := copyBefore(dir, path, version); err != nil {
		log.Warn("the database is not copied before the upgrade", zap.Error(err))
	}
	var st *store.Store
	if (empty || lost) && len(copies) > 0 {
		err = fmt.Errorf("store %s: %w: it is empty or gone, but there are copies of it", path, store.ErrDamaged)
	} else {
		st, err = store.Open(path)
	}
	if err == nil && empty {
		log.Warn("the database was empty, and there is no copy of it: what was learned, and attempts that are under way, are not known", zap.String("path", path))
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

// copyBefore copies the database that another version has left, unchanged; the newest of such
// copies are kept, whatever days pass.
func copyBefore(dir, path, version string) error {
	folder := snapshotFolder(dir)
	by, err := os.ReadFile(filepath.Join(folder, "version"))
	info, missing := os.Stat(path)
	if err != nil || missing != nil || info.Size() == 0 || string(by) == version {
		return nil //nolint:nilerr // nobody has left one
	}
	to := filepath.Join(folder, "before-"+fileName.ReplaceAllString(version, "_")+".db")
	if _, err := os.Stat(to); err == nil { // of a start that did not come far
		return nil
	}
	if err := store.CopyFile(to, path); err != nil {
		return err
	}
	old, err := filepath.Glob(filepath.Join(folder, "before-*.db"))
	age := func(path string) time.Time {
		info, err := os.Stat(path)
		if err != nil {
			return time.Time{}
		}
		return info.ModTime()
	}
	slices.SortFunc(old, func(a, b string) int { return age(b).Compare(age(a)) })
	errs := []error{err}
	for _, path := range old[min(beforeKept, len(old)):] {
		errs = append(errs, os.Remove(path))
	}
	return errors.Join(errs...)
}

// beforeKept is how many copies of before an upgrade are kept.
const beforeKept = 3

var fileName = regexp.MustCompile(`[^A-Za-z0-9.+-]`)

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
	errs := []error{atomicfile.WriteBytes(filepath.Join(folder, "version"), 0o600, []byte(version))}
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
