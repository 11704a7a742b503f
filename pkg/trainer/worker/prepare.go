package worker

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// The files of a prepared folder, for trainers that are not Go's.
const (
	trainExamples = "train_x.npy" // uint8, [examples, channels, height, width]
	trainLabels   = "train_y.npy" // uint8, [examples]
	valExamples   = "val_x.npy"
	valLabels     = "val_y.npy"
	preparedFile  = "data.json" // Prepared; written last
)

// Prepared says what a prepared folder holds.
type Prepared struct {
	JobHash    string        `json:"job_hash"`
	Shape      dataset.Shape `json:"shape"`
	Classes    int           `json:"classes"`
	Train      int           `json:"train"`
	Validation int           `json:"validation"`
}

// Prepare reads a job's examples, verifies them against the chain's root, splits them as the daemon will
// count them, and writes them into a folder as arrays that any program can map. One that is whole and of
// the same job is left as it is.
func Prepare(job *trainer.Job, dir string) (p Prepared, err error) {
	if p, err = ReadPrepared(dir); err == nil && p.JobHash == job.Hash() {
		return p, nil
	}
	all, err := load(job.Data)
	if err != nil {
		return p, dataFault(err)
	}
	train, val, err := all.Split(job.Validation, job.Seed)
	if err != nil {
		return p, fault{classData, trainer.ExitBadJob, err}
	}
	p = Prepared{job.Hash(), all.Shape, all.Classes, train.Len(), val.Len()}
	if job.Family == trainer.ResNet { // before anything is trained that nobody could hand in
		if _, err := residualNetwork(job, p); err != nil {
			return p, fault{classJob, trainer.ExitBadJob, err}
		}
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return p, err
	}
	if err := os.Remove(filepath.Join(dir, preparedFile)); err != nil && !errors.Is(err, os.ErrNotExist) {
		return p, err
	}
	for _, part := range []struct {
		name  string
		bytes []byte
		shape []int
	}{
		{trainExamples, train.Pixels, imageShape(train)}, {trainLabels, train.Labels, []int{train.Len()}},
		{valExamples, val.Pixels, imageShape(val)}, {valLabels, val.Labels, []int{val.Len()}},
	} {
		if err := writeNPY(filepath.Join(dir, part.name), part.bytes, part.shape); err != nil {
			return p, err
		}
	}
	text, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		return p, err
	}
	return p, os.WriteFile(filepath.Join(dir, preparedFile), append(text, '\n'), 0o600)
}

// ReadPrepared says what a folder holds; an error where it is not whole.
func ReadPrepared(dir string) (p Prepared, err error) {
	text, err := os.ReadFile(filepath.Join(dir, preparedFile))
	if err != nil {
		return p, err
	}
	return p, json.Unmarshal(text, &p)
}

// sets are what a prepared folder holds: of the training examples as many as a quantisation looks at.
func (p Prepared) sets(dir string) (train, val *dataset.Set, err error) {
	features := p.Shape.Features()
	if features < 1 || features > model.MaxFeatures || p.Classes < 2 || p.Train < 1 || p.Validation < 1 || p.Validation > (1<<31)/features {
		return nil, nil, fmt.Errorf("%s is damaged", filepath.Join(dir, preparedFile))
	}
	read := func(examples, labels string, count int) (*dataset.Set, error) {
		s := &dataset.Set{Shape: p.Shape, Classes: p.Classes}
		if s.Pixels, err = readNPY(filepath.Join(dir, examples), count*features); err != nil {
			return nil, err
		}
		s.Labels, err = readNPY(filepath.Join(dir, labels), count)
		return s, err
	}
	if train, err = read(trainExamples, trainLabels, min(p.Train, calibration)); err != nil {
		return nil, nil, err
	}
	val, err = read(valExamples, valLabels, p.Validation)
	return train, val, err
}

// readNPY reads the first bytes of an array that writeNPY wrote.
func readNPY(path string, size int) ([]byte, error) {
	f, _, err := plain.OpenFile(path, unix.O_NOFOLLOW)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	head := make([]byte, 10)
	if _, err := io.ReadFull(f, head); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	data := make([]byte, size)
	if _, err := io.ReadFull(io.NewSectionReader(f, 10+int64(head[8])+int64(head[9])<<8, int64(size)), data); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return data, nil
}

// imageShape is [examples, channels, height, width]; features that are no image are one row.
func imageShape(s *dataset.Set) []int {
	in := shape(s.Shape)
	return []int{s.Len(), in.Channels, in.Height, in.Width}
}

// writeNPY writes bytes as an array of NumPy's format 1.0.
func writeNPY(path string, data []byte, shape []int) error {
	dims := ""
	for _, n := range shape {
		dims += fmt.Sprintf("%d, ", n)
	}
	header := fmt.Sprintf("{'descr': '|u1', 'fortran_order': False, 'shape': (%s), }", dims)
	for (10+len(header)+1)%64 != 0 {
		header += " "
	}
	header += "\n"
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = io.WriteString(f, "\x93NUMPY\x01\x00"+string([]byte{byte(len(header)), byte(len(header) >> 8)})+header)
	if err == nil {
		_, err = f.Write(data)
	}
	return errors.Join(err, f.Close())
}

// ExitOf is the exit code that an error of this package asks for.
func ExitOf(err error) int { return toFault(err).code }
