package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"
)

// Expected is what was believed, within an hour, that a rig brings: what the ledger is held
// against. Money is in USD, what it costs below zero.
type Expected struct {
	Hour  time.Time          `json:"hour"`            // its beginning
	Hours float64            `json:"hours"`           // of it that were looked at
	USD   float64            `json:"usd"`             // by what ran
	Alone map[string]float64 `json:"alone,omitempty"` // by each coin alone on all devices, each at rest where that costs less
}

// keepExpected is for how long it is kept.
const keepExpected = 3 * 365 * 24 * time.Hour

func expectedKey(hour time.Time) []byte { return []byte(hour.UTC().Format(time.RFC3339)) }

// PutExpected writes what is expected of an hour in the place of what was there, and drops what is
// too old.
func (s *Store) PutExpected(e Expected) error {
	data, err := json.Marshal(e)
	if err != nil {
		return fmt.Errorf("store %s: %w", ExpectedHours, err)
	}
	oldest := expectedKey(e.Hour.Add(-keepExpected))
	err = s.write(ExpectedHours, func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(ExpectedHours))
		var old [][]byte
		c := b.Cursor()
		for k, _ := c.First(); k != nil && string(k) < string(oldest) && len(old) < rolledAtOnce; k, _ = c.Next() {
			old = append(old, bytes.Clone(k))
		}
		for _, k := range old {
			if err := b.Delete(k); err != nil {
				return err
			}
		}
		return b.Put(expectedKey(e.Hour), data)
	})
	if err != nil {
		return fmt.Errorf("store %s: %w", ExpectedHours, err)
	}
	return nil
}

// Expected is an hour's; false if there is none.
func (s *Store) Expected(hour time.Time) (e Expected, ok bool, err error) {
	ok, err = s.Get(ExpectedHours, string(expectedKey(hour)), &e)
	return e, ok, err
}

// EachExpected hands over what was expected since a time, the newest hour first.
func (s *Store) EachExpected(since time.Time, f func(Expected)) error {
	return EachBack(s, ExpectedHours, func(e Expected) bool {
		if e.Hour.Before(since) {
			return false
		}
		f(e)
		return true
	})
}
