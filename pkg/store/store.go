// Package store keeps what must survive the daemon: intents, attempts, leases,
// learned costs, decisions and the ledger, in one bbolt file.
package store

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// ErrLocked reports that another process holds the store.
var ErrLocked = errors.New("store is locked by another process")

// Bucket is one kind of record.
type Bucket string

// The kinds of record.
const (
	Intents       Bucket = "intents"      // signed transactions, by key
	Attempts      Bucket = "attempts"     // progress on challenges, by challenge key
	Leases        Bucket = "leases"       // what a device's settings were before we changed it, by UUID
	Costs         Bucket = "costs"        // learned switch costs, by device, from and to
	Rates         Bucket = "rates"        // measured performance, by device and workload
	Ledger        Bucket = "ledger"       // lines, in order
	Totals        Bucket = "totals"       // sums of the ledger's lines, by device, workload and kind
	Decisions     Bucket = "decisions"    // snapshots that led to a change, with their plans, in order
	Signals       Bucket = "signals"      // filters of quotes, by device
	Residuals     Bucket = "residuals"    // how much work challenges took against its estimate, by challenge
	Calibrations  Bucket = "calibrations" // predicted against realised, by device and workload
	Booked        Bucket = "booked"       // ids of ledger lines that must not be written twice
	Benches       Bucket = "benches"      // what devices were measured at, limit by limit, by device and work
	Holds         Bucket = "holds"        // what keeps a device from work, by device and holder
	Devices       Bucket = "devices"      // that were here, by UUID
	Baselines     Bucket = "baselines"    // memory in use on a device at rest, by UUID
	Rents         Bucket = "rents"        // what is booked of a host's statements, by host
	Quotes        Bucket = "quotes"       // what was believed of prices last
	Networks      Bucket = "networks"     // what networks came to in training, by problems that are alike
	Paces         Bucket = "paces"        // how fast networks are trained, by trainer, family and size
	ExpectedHours Bucket = "expected"     // what a rig was believed to bring, by the hour
	Secrets       Bucket = "secrets"      // what commitments' salts follow from, by account, where the key is elsewhere
)

var buckets = []Bucket{Intents, Attempts, Leases, Costs, Rates, Ledger, Totals, Decisions, Signals, Residuals, Calibrations, Booked, Secrets, Holds, Devices, Baselines, Benches, Rents, Quotes, Networks, Paces, ExpectedHours}

// Store is an open store. Its methods may be called from any goroutine.
type Store struct {
	db     *bolt.DB
	path   string
	faults atomic.Uint64

	failing sync.Mutex         // guards what follows
	failed  map[Bucket]failure // buckets whose latest write failed
	written time.Time          // when a write last succeeded

	books  sync.Mutex // held by who writes to the ledger
	mu     sync.Mutex // guards totals, for no longer than it takes to look
	totals map[TotalKey]Total
}

// damage reports whether an error of bbolt's says that the file is no store any more.
func damage(err error) bool {
	return errors.Is(err, berrors.ErrInvalid) || errors.Is(err, berrors.ErrChecksum) || errors.Is(err, berrors.ErrVersionMismatch) ||
		err != nil && strings.Contains(err.Error(), "file size too small")
}

// Open opens the store at path, making it (0600) where there is none. It is read whole
// first: ErrDamaged says that it cannot be, ErrNewer that a later version wrote it.
func Open(path string) (*Store, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	var db *bolt.DB
	err := carefully(func() (err error) {
		db, err = bolt.Open(path, 0o600, &bolt.Options{Timeout: time.Second})
		return err
	})
	if errors.Is(err, berrors.ErrTimeout) {
		return nil, fmt.Errorf("%s: %w", path, ErrLocked)
	}
	if damage(err) {
		err = fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if err != nil {
		return nil, fmt.Errorf("store %s: %w", path, err)
	}
	if err := whole(db); err != nil {
		return nil, errors.Join(fmt.Errorf("store %s: %w", path, err), db.Close())
	}
	err = carefully(func() error {
		return db.Update(func(tx *bolt.Tx) error {
			if err := migrate(tx); err != nil {
				return err
			}
			for _, b := range buckets {
				if _, err := tx.CreateBucketIfNotExists([]byte(b)); err != nil {
					return err
				}
			}
			return nil
		})
	})
	if err != nil {
		return nil, errors.Join(fmt.Errorf("store %s: %w", path, err), db.Close())
	}
	s := &Store{db: db, path: path, totals: map[TotalKey]Total{}}
	if err := s.loadTotals(); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return s, nil
}

// Faults counts the writes that failed, for a full disk shows itself here.
func (s *Store) Faults() uint64 { return s.faults.Load() }

// failure is a write that failed.
type failure struct {
	at  time.Time
	why string
}

// failureLasts is how long a bucket that is not written again says that it could not be: on a full disk
// small writes may go on while the ledger's do not.
const failureLasts = 10 * time.Minute

// Fault is why a bucket's latest write failed, of several the latest; "" if none did.
func (s *Store) Fault() string {
	s.failing.Lock()
	defer s.failing.Unlock()
	var last failure
	for _, f := range s.failed {
		if f.at.After(last.at) && (time.Since(f.at) < failureLasts || f.at.After(s.written)) {
			last = f
		}
	}
	return last.why
}

// write runs a write transaction of a bucket.
func (s *Store) write(b Bucket, f func(*bolt.Tx) error) error {
	err := s.db.Update(f)
	s.failing.Lock()
	defer s.failing.Unlock()
	if err != nil {
		s.faults.Add(1)
		if s.failed == nil {
			s.failed = map[Bucket]failure{}
		}
		s.failed[b] = failure{time.Now(), err.Error()}
		return err
	}
	s.written = time.Now()
	if delete(s.failed, b); b == Ledger { // its lines make the file grow: where they can be written all can
		clear(s.failed)
	}
	return nil
}

// Close closes the store.
func (s *Store) Close() error { return s.db.Close() }

// Put writes one record and returns when it is on disk.
func (s *Store) Put(b Bucket, key string, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("store %s %q: %w", b, key, err)
	}
	err = s.write(b, func(tx *bolt.Tx) error { return tx.Bucket([]byte(b)).Put([]byte(key), data) })
	if err != nil {
		return fmt.Errorf("store %s %q: %w", b, key, err)
	}
	return nil
}

// Get reads one record into v and reports whether there is one.
func (s *Store) Get(b Bucket, key string, v any) (bool, error) {
	found := false
	err := s.db.View(func(tx *bolt.Tx) error {
		data := tx.Bucket([]byte(b)).Get([]byte(key))
		if data == nil {
			return nil
		}
		found = true
		return json.Unmarshal(data, v)
	})
	if err != nil {
		return found, fmt.Errorf("store %s %q: %w", b, key, err)
	}
	return found, nil
}

// Delete removes one record; that there is none is no error.
func (s *Store) Delete(b Bucket, key string) error {
	err := s.write(b, func(tx *bolt.Tx) error { return tx.Bucket([]byte(b)).Delete([]byte(key)) })
	if err != nil {
		return fmt.Errorf("store %s %q: %w", b, key, err)
	}
	return nil
}

// Append writes a record behind the last one of its bucket. Of more than keep
// records the oldest go; keep 0 keeps all.
func (s *Store) Append(b Bucket, v any, keep int) error {
	data, err := json.Marshal(v)
	if err == nil {
		err = s.write(b, func(tx *bolt.Tx) error { return put(tx, b, data, keep) })
	}
	if err != nil {
		return fmt.Errorf("store %s: %w", b, err)
	}
	return nil
}

// put writes data behind the last record of the bucket.
func put(tx *bolt.Tx, b Bucket, data []byte, keep int) error {
	bk := tx.Bucket([]byte(b))
	seq, err := bk.NextSequence()
	if err != nil {
		return err
	}
	if err := forget(bk, seq, uint64(max(keep, 0))); err != nil {
		return err
	}
	return bk.Put(sequenceKey(seq), data)
}

// once notes an id and reports whether it is new; no id always is.
func once(tx *bolt.Tx, id string) (bool, error) {
	booked := tx.Bucket([]byte(Booked))
	if id == "" {
		return true, nil
	}
	if booked.Get([]byte(id)) != nil {
		return false, nil
	}
	return true, booked.Put([]byte(id), []byte{1})
}

// forget deletes what is older than the last keep records up to seq; keep 0
// deletes nothing.
func forget(b *bolt.Bucket, seq, keep uint64) error {
	if keep == 0 || seq <= keep {
		return nil
	}
	c := b.Cursor()
	for k, _ := c.First(); k != nil && binary.BigEndian.Uint64(k) <= seq-keep; k, _ = c.First() {
		if err := c.Delete(); err != nil {
			return err
		}
	}
	return nil
}

func sequenceKey(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

// Each calls f with every record of the bucket in the order of their keys;
// decode reads the record. It stops at the first error.
func Each[T any](s *Store, b Bucket, f func(key string, v T) error) error {
	return s.db.View(func(tx *bolt.Tx) error {
		return tx.Bucket([]byte(b)).ForEach(func(k, data []byte) error {
			var v T
			if err := json.Unmarshal(data, &v); err != nil {
				return fmt.Errorf("store %s %q: %w", b, k, err)
			}
			return f(string(k), v)
		})
	})
}

// All reads every record of the bucket in order.
func All[T any](s *Store, b Bucket) ([]T, error) {
	var all []T
	err := Each(s, b, func(_ string, v T) error {
		all = append(all, v)
		return nil
	})
	return all, err
}

// Last reads up to n of the newest records, oldest first.
func Last[T any](s *Store, b Bucket, n int) ([]T, error) {
	return LastOf(s, b, n, func(T) bool { return true })
}

// EachBack hands over the records of the bucket, the newest first, while they are wanted.
func EachBack[T any](s *Store, b Bucket, f func(v T) (more bool)) error {
	return s.db.View(func(tx *bolt.Tx) error {
		c := tx.Bucket([]byte(b)).Cursor()
		for k, data := c.Last(); k != nil; k, data = c.Prev() {
			var v T
			if err := json.Unmarshal(data, &v); err != nil {
				return fmt.Errorf("store %s: %w", b, err)
			}
			if !f(v) {
				return nil
			}
		}
		return nil
	})
}

// LastOf reads up to n of the newest records that are wanted, oldest first.
func LastOf[T any](s *Store, b Bucket, n int, wanted func(T) bool) ([]T, error) {
	var last []T
	err := EachBack(s, b, func(v T) bool {
		if len(last) < n && wanted(v) {
			last = append(last, v)
		}
		return len(last) < n
	})
	for i, j := 0, len(last)-1; i < j; i, j = i+1, j-1 {
		last[i], last[j] = last[j], last[i]
	}
	return last, err
}
