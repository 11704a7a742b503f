package worker

import (
	"errors"
	"io/fs"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// load reads the job's examples and verifies them.
func load(d trainer.Data) (*dataset.Set, error) {
	if d.Source != nil {
		return dataset.Open(*d.Source)
	}
	want, err := d.Bundle.Challenge()
	if err != nil {
		return nil, err
	}
	data, err := dataset.ReadBundleFile(d.Bundle.Path, dataset.Limits{}, want)
	if err != nil {
		return nil, err
	}
	return data.ToSet(), nil
}

// dataFault tells data that will never do from a disk that fails now.
func dataFault(err error) fault {
	var path *fs.PathError
	if errors.As(err, &path) && !errors.Is(err, fs.ErrNotExist) {
		return fault{classData, trainer.ExitBug, err}
	}
	return fault{classData, trainer.ExitBadJob, err}
}
