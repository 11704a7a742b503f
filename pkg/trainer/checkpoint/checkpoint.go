// Package checkpoint keeps the state of a training run on disk so that it can
// be killed at any instant: a checkpoint is either whole or not there.
//
// Each is a directory of its own, written under a temporary name, synced, and
// renamed. Its name is <job hash, 12 digits>-<step>-<manifest hash, 16 digits>,
// so that the name vouches for the manifest, and the manifest for the files.
package checkpoint

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gpuarbiter/gpuarbiter/pkg/atomicfile"
)

const (
	version      = 1
	manifestName = "manifest.json"
	damaged      = "damaged-"
	maxFileBytes = 1 << 28
)

// Manifest says where a run stands. Step, Epoch and Batch name the next step
// to take: the order of the data follows from Seed and Epoch.
type Manifest struct {
	Version int    `json:"version"`
	JobHash string `json:"job_hash"`
	Seed    uint64 `json:"seed"`
	Step    int    `json:"step"`  // steps taken
	Epoch   int    `json:"epoch"` // Step / steps per epoch
	Batch   int    `json:"batch"` // Step % steps per epoch

	TrainedS  float64 `json:"trained_s"` // seconds of training so far, over all runs
	Validated int     `json:"validated"` // step of the latest validation
	Stale     int     `json:"stale"`     // validations since the best one
	ValRight  int     `json:"val_right"` // right answers at the latest validation
	ValTotal  int     `json:"val_total"`
	Best      Best    `json:"best"`

	Files map[string]File `json:"files"`
}

// Best describes the best integer model so far; its bytes are a file of the
// checkpoint.
type Best struct {
	Step       int     `json:"step"`
	Right      int     `json:"right"`
	RightFloat int     `json:"right_float"`
	Loss       float64 `json:"loss"` // of the integer model, on the validation examples
}

// File is what a checkpoint's file must be.
type File struct {
	Size   int    `json:"size"`
	SHA256 string `json:"sha256"`
}

// Loaded is a verified checkpoint.
type Loaded struct {
	Manifest Manifest
	Path     string
	Files    map[string][]byte
}

// Store is a directory of checkpoints, of which it keeps the newest Keep of
// each job. It is for one process at a time.
type Store struct {
	Dir  string
	Keep int
}

// Save writes a checkpoint durably and gives its path and the hash of its
// manifest; older ones beyond Keep are then removed. m.Version and m.Files are
// filled in.
func (s Store) Save(m Manifest, files map[string][]byte) (path, sum string, err error) {
	if len(m.JobHash) != 64 {
		return "", "", fmt.Errorf("checkpoint: job hash %q is not 64 digits", m.JobHash)
	}
	m.Version, m.Files = version, map[string]File{}
	for name, b := range files {
		m.Files[name] = File{Size: len(b), SHA256: digest(b)}
	}
	manifest, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return "", "", fmt.Errorf("checkpoint: %w", err)
	}
	sum = digest(manifest)
	// Of two at one step the one that has been judged is the later.
	path = filepath.Join(s.Dir, fmt.Sprintf("%s-%09d-%09d-%s", m.JobHash[:12], m.Step, m.Validated, sum[:16]))
	if err := s.write(path, manifest, files); err != nil {
		return "", "", fmt.Errorf("checkpoint at step %d: %w", m.Step, err)
	}
	return path, sum, s.prune(m.JobHash)
}

func (s Store) write(path string, manifest []byte, files map[string][]byte) error {
	if err := os.MkdirAll(s.Dir, 0o755); err != nil {
		return err
	}
	temp, err := os.MkdirTemp(s.Dir, atomicfile.TempPrefix)
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp) // nothing, once renamed
	for name, b := range files {
		if err := writeSynced(filepath.Join(temp, name), b); err != nil {
			return err
		}
	}
	if err := writeSynced(filepath.Join(temp, manifestName), manifest); err != nil {
		return err
	}
	if err := atomicfile.SyncDir(temp); err != nil {
		return err
	}
	// The same name means the same content, unless that one was damaged.
	if err := os.RemoveAll(path); err != nil {
		return err
	}
	if err := os.Rename(temp, path); err != nil {
		return err
	}
	return atomicfile.SyncDir(s.Dir)
}

func (s Store) prune(jobHash string) error {
	names, err := s.names(jobHash)
	if err != nil {
		return err
	}
	for _, name := range names[min(s.Keep, len(names)):] {
		if err := os.RemoveAll(filepath.Join(s.Dir, name)); err != nil {
			return fmt.Errorf("remove old checkpoint: %w", err)
		}
	}
	return nil
}

// names lists the job's checkpoints, the newest first.
func (s Store) names(jobHash string) ([]string, error) {
	entries, err := os.ReadDir(s.Dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("checkpoints: %w", err)
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() && strings.HasPrefix(e.Name(), jobHash[:12]+"-") {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names) // the steps are of fixed width
	slices.Reverse(names)
	return names, nil
}

// Load finds the newest whole checkpoint of the job, nil if there is none.
// Damaged ones are moved aside (renamed, not deleted) and reported in skipped;
// what a killed Save left behind is removed.
func (s Store) Load(jobHash string) (found *Loaded, skipped []error, err error) {
	if len(jobHash) != 64 {
		return nil, nil, fmt.Errorf("checkpoint: job hash %q is not 64 digits", jobHash)
	}
	leftovers, _ := filepath.Glob(filepath.Join(s.Dir, atomicfile.TempPrefix+"*")) // the pattern is well-formed
	for _, l := range leftovers {
		if err := os.RemoveAll(l); err != nil {
			return nil, nil, fmt.Errorf("checkpoints: %w", err)
		}
	}
	names, err := s.names(jobHash)
	if err != nil {
		return nil, nil, err
	}
	for _, name := range names {
		path := filepath.Join(s.Dir, name)
		found, err := read(path, jobHash)
		if err == nil {
			return found, skipped, nil
		}
		skipped = append(skipped, fmt.Errorf("checkpoint %s: %w", path, err))
		if err := os.Rename(path, filepath.Join(s.Dir, damaged+name)); err != nil {
			skipped = append(skipped, err)
		}
	}
	return nil, skipped, nil
}

func read(path, jobHash string) (*Loaded, error) {
	b, err := readBounded(filepath.Join(path, manifestName))
	if err != nil {
		return nil, err
	}
	if sum := digest(b); !strings.HasSuffix(path, "-"+sum[:16]) {
		return nil, errors.New("the manifest is not the one that the name vouches for")
	}
	l := &Loaded{Path: path, Files: map[string][]byte{}}
	if err := json.Unmarshal(b, &l.Manifest); err != nil {
		return nil, fmt.Errorf("manifest: %w", err)
	}
	if m := l.Manifest; m.Version != version || m.JobHash != jobHash || m.Step < 0 {
		return nil, fmt.Errorf("manifest: version %d, job %.12s, step %d", m.Version, m.JobHash, m.Step)
	}
	for name, want := range l.Manifest.Files {
		if name != filepath.Base(name) {
			return nil, fmt.Errorf("manifest: file name %q", name)
		}
		b, err := readBounded(filepath.Join(path, name))
		if err != nil {
			return nil, err
		}
		if len(b) != want.Size || digest(b) != want.SHA256 {
			return nil, fmt.Errorf("file %s is not what the manifest says", name)
		}
		l.Files[name] = b
	}
	return l, nil
}

func readBounded(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > maxFileBytes {
		return nil, fmt.Errorf("%s: no regular file of at most %d bytes", path, maxFileBytes)
	}
	return os.ReadFile(path)
}

func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// WriteFile replaces a file, and makes its folder where there is none.
func WriteFile(path string, b []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return atomicfile.WriteBytes(path, 0o644, b)
}

func writeSynced(path string, b []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	return errors.Join(err, f.Sync(), f.Close())
}
