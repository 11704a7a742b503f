package store

import (
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"
)

// Forecast is what was believed, within an hour, that a rig brings: what the ledger is held
// against. Money is in USD, what it costs below zero.
type Forecast struct {
	Hour  time.Time          `json:"hour"`            // its beginning
	Hours float64            `json:"hours"`           // of it that were looked at
	USD   float64            `json:"usd"`             // by what ran
	Alone map[string]float64 `json:"alone,omitempty"` // by each coin alone on all devices, each at rest where that costs less
}

// keepForecasts is how old a forecast becomes.
const keepForecasts = 3 * 365 * 24 * time.Hour

func forecastKey(hour time.Time) []byte { return []byte(hour.UTC().Format(time.RFC3339)) }

// PutForecast writes an hour's forecast in the place of the one that was there, and drops those that
// are too old.
func (s *Store) PutForecast(f Forecast) error {
	if err := s.Put(Forecasts, string(forecastKey(f.Hour)), f); err != nil {
		return err
	}
	oldest := forecastKey(f.Hour.Add(-keepForecasts))
	old := false
	if err := s.db.View(func(tx *bolt.Tx) error {
		k, _ := tx.Bucket([]byte(Forecasts)).Cursor().First()
		old = k != nil && string(k) < string(oldest)
		return nil
	}); err != nil || !old {
		return err
	}
	err := s.write(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(Forecasts))
		var drop [][]byte
		c := b.Cursor()
		for k, _ := c.First(); k != nil && string(k) < string(oldest) && len(drop) < rolledAtOnce; k, _ = c.Next() {
			drop = append(drop, []byte(string(k)))
		}
		for _, k := range drop {
			if err := b.Delete(k); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("store %s: %w", Forecasts, err)
	}
	return nil
}

// Forecast is an hour's; false if there is none.
func (s *Store) Forecast(hour time.Time) (f Forecast, ok bool, err error) {
	ok, err = s.Get(Forecasts, string(forecastKey(hour)), &f)
	return f, ok, err
}

// EachForecast hands over what was forecast since a time, the newest first.
func (s *Store) EachForecast(since time.Time, f func(Forecast)) error {
	return EachBack(s, Forecasts, func(v Forecast) bool {
		if v.Hour.Before(since) {
			return false
		}
		f(v)
		return true
	})
}
