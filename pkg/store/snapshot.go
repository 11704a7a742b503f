package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strconv"

	bolt "go.etcd.io/bbolt"

	"github.com/gpuarbiter/gpuarbiter/pkg/atomicfile"
)

// ErrDamaged reports a file that is no store, or one that is not whole.
var ErrDamaged = errors.New("the database is damaged")

// ErrNewer reports a store that a later version of this program has written.
var ErrNewer = errors.New("the database was written by a newer version of gpuarbiter")

// migrations lead from one schema to the next: the first from 0, which has none noted,
// to 1. Each is carried out once, in the transaction that notes it.
var migrations = []func(*bolt.Tx) error{
	func(*bolt.Tx) error { return nil }, // 1: the schema is noted
	leasesOfSettings,                    // 2: a lease is of any setting, not of the power limit alone
	sumLedger,                           // 3: the ledger's sums are kept, not made at each start
}

// leasesOfSettings writes {"baseline": 350} as {"baseline": {"power_limit_watts": 350}}.
func leasesOfSettings(tx *bolt.Tx) error {
	b := tx.Bucket([]byte(Leases))
	if b == nil {
		return nil
	}
	renewed := map[string][]byte{}
	err := b.ForEach(func(k, v []byte) error {
		var old struct {
			Baseline float64 `json:"baseline"`
		}
		if err := json.Unmarshal(v, &old); err != nil {
			return fmt.Errorf("%w: lease %q: %w", ErrDamaged, k, err)
		}
		renewed[string(k)] = fmt.Appendf(nil, `{"baseline":{"power_limit_watts":%g}}`, old.Baseline)
		return nil
	})
	for k, v := range renewed {
		err = errors.Join(err, b.Put([]byte(k), v))
	}
	return err
}

var (
	metaBucket = []byte("meta")
	schemaKey  = []byte("schema")
)

// migrate brings the store to this program's schema.
func migrate(tx *bolt.Tx) error {
	meta, err := tx.CreateBucketIfNotExists(metaBucket)
	if err != nil {
		return err
	}
	schema := 0
	if text := meta.Get(schemaKey); text != nil {
		if schema, err = strconv.Atoi(string(text)); err != nil || schema < 0 {
			return fmt.Errorf("%w: schema %.20q", ErrDamaged, text)
		}
	}
	if schema > len(migrations) {
		return fmt.Errorf("%w: its schema is %d, this version knows %d", ErrNewer, schema, len(migrations))
	}
	for _, m := range migrations[schema:] {
		if err := m(tx); err != nil {
			return err
		}
	}
	return meta.Put(schemaKey, []byte(strconv.Itoa(len(migrations))))
}

// carefully does something with a file that may be damaged: a page that is none makes
// bbolt panic, one beyond the file's end is a fault of memory, as the file is mapped.
func carefully(do func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", ErrDamaged, r)
		}
	}()
	return do()
}

// whole walks every page and every value.
func whole(db *bolt.DB) error {
	touched := byte(0)
	return carefully(func() error {
		return db.View(func(tx *bolt.Tx) error {
			return tx.ForEach(func(_ []byte, b *bolt.Bucket) error {
				return b.ForEach(func(k, v []byte) error {
					for _, part := range [][]byte{k, v} {
						if len(part) > 0 {
							touched ^= part[0] ^ part[len(part)-1]
						}
					}
					return nil
				})
			})
		})
	})
}

// Snapshot writes a consistent copy to path while the store is in use; path is either
// whole or not there.
func (s *Store) Snapshot(path string) error {
	err := atomicfile.Write(path, 0o600, func(w io.Writer) error {
		_, err := s.WriteTo(w)
		return err
	})
	if err != nil {
		return fmt.Errorf("snapshot: %w", err)
	}
	return nil
}

// WriteTo writes a consistent copy.
func (s *Store) WriteTo(w io.Writer) (n int64, err error) {
	err = s.db.View(func(tx *bolt.Tx) error {
		n, err = tx.WriteTo(w)
		return err
	})
	return n, err
}

// Restore puts the first of the copies that is whole in the place of the store at path,
// which is moved aside: to the returned name. No copy is changed. ErrDamaged is
// returned if none is whole; then nothing is moved.
func Restore(path, aside string, copies []string) (used string, err error) {
	temp := path + ".restored"
	defer os.Remove(temp) // nothing, once renamed
	for _, c := range copies {
		if err := CopyFile(temp, c); err != nil {
			continue
		}
		s, err := Open(temp)
		if err != nil {
			continue
		}
		if err := s.Close(); err != nil {
			continue
		}
		// A death between the two leaves no store at path: the next start finds the copy again.
		if err := os.Rename(path, aside); err != nil && !errors.Is(err, os.ErrNotExist) {
			return "", fmt.Errorf("restore: %w", err)
		}
		return c, os.Rename(temp, path)
	}
	return "", ErrDamaged
}

// CopyFile copies a file; the copy is whole or not there.
func CopyFile(to, from string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	return atomicfile.Write(to, 0o600, func(w io.Writer) error {
		_, err := io.Copy(w, in)
		return err
	})
}
