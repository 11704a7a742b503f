package app

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/checkpoint"
)

// note says what a bundle was found to be, in a file beside it. It holds for one
// root and one draw.
type note struct {
	Root   string        `json:"root"`
	Seed   string        `json:"seed"`
	SHA256 string        `json:"sha256"`
	Bytes  int64         `json:"bytes"`
	Shape  dataset.Shape `json:"shape"`
	At     time.Time     `json:"at"`
}

// badNote is one of a bundle that was not what was committed to.
type badNote struct {
	URI    string    `json:"uri"`
	Root   string    `json:"root"`
	Seed   string    `json:"seed"`
	Bytes  int64     `json:"bytes"` // read until it was known
	Reason string    `json:"reason"`
	Times  int       `json:"times"`
	At     time.Time `json:"at"`
	Until  time.Time `json:"until"` // not asked for again before
}

// Waits after a bad bundle: the organiser may mend it, and is not trusted to.
const (
	firstBadWait = time.Hour
	lastBadWait  = 24 * time.Hour
	maxNote      = 64 << 10
)

func goodNoteOf(path string) string { return path + ".json" }
func badNoteOf(path string) string  { return strings.TrimSuffix(path, ".bundle") + ".bad.json" }

func readNote(path string, into any) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxNote))
	return err == nil && json.Unmarshal(text, into) == nil
}

// good reports whether the bundle at path was verified for this root and draw, and
// is still the same.
func (n note) good(path string) (dataset.Shape, bool) {
	var was note
	if !readNote(goodNoteOf(path), &was) || was.Root != n.Root || was.Seed != n.Seed {
		return dataset.Shape{}, false
	}
	f, err := os.Open(path)
	if err != nil {
		return dataset.Shape{}, false
	}
	defer f.Close()
	sum := sha256.New()
	size, err := io.Copy(sum, io.LimitReader(f, was.Bytes+1))
	return was.Shape, err == nil && size == was.Bytes && hex.EncodeToString(sum.Sum(nil)) == was.SHA256
}

// save notes that the bundle at path is good.
func (n note) save(path string) error {
	text, err := json.MarshalIndent(n, "", "  ")
	if err != nil {
		return err
	}
	if err := os.Remove(badNoteOf(path)); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return checkpoint.WriteFile(goodNoteOf(path), text)
}

// bad is what is known of a bundle's faults; an error if it is too early to ask
// for it again.
func (n note) bad(path string, now time.Time) (badNote, error) {
	var was badNote
	if !readNote(badNoteOf(path), &was) || was.Root != n.Root || was.Seed != n.Seed {
		return badNote{}, nil
	}
	if now.Before(was.Until) {
		return was, was.fault(errors.New(was.Reason))
	}
	return was, nil
}

// again notes that the bundle was bad once more, and says until when it is left.
func (b badNote) again(path, uri string, n note, cause error, now time.Time) error {
	reason := plain.Line(strings.TrimPrefix(cause.Error(), dataset.ErrBadBundle.Error()+": "))
	wait := min(firstBadWait<<min(b.Times, 10), lastBadWait)
	next := badNote{URI: uri, Root: n.Root, Seed: n.Seed, Bytes: n.Bytes, Reason: reason, Times: b.Times + 1, At: now, Until: now.Add(wait)}
	text, err := json.MarshalIndent(next, "", "  ")
	if err == nil {
		err = checkpoint.WriteFile(badNoteOf(path), text)
	}
	return errors.Join(next.fault(errors.New(reason)), err)
}

func (b badNote) fault(cause error) error {
	return fmt.Errorf("%w (found %d times, last at %s; not asked for again before %s): %w", dataset.ErrBadBundle,
		b.Times, b.At.Format(time.DateTime), b.Until.Format(time.DateTime), cause)
}
