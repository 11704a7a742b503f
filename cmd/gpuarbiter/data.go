package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// dataFlags name a data set and say what its files do not.
type dataFlags struct {
	path, split, label, header, features, arrays *string
	digits                                       *int
	seed                                         *uint64
}

func addDataFlags(cmd *cobra.Command) dataFlags {
	fs := cmd.Flags()
	return dataFlags{
		path:     fs.String("data", "", "folder or file: IDX, CIFAR-10 binary, NPZ or a table (CSV; also ; tab | or blanks between columns)"),
		split:    fs.String("split", "", "train or test (default: all)"),
		label:    fs.String("label", "", "tables: the label's column: its name, its number (1), first or last (default: the one called label, labels, class, target or y)"),
		header:   fs.String("header", "", "tables: yes or no: whether the first row names the columns (default: as it looks)"),
		features: fs.String("features", "", "tables: columns to take, separated by commas (default: all but the label and those that number the rows)"),
		arrays:   fs.String("arrays", "", "npz: names of the arrays of examples and of labels: x,y (default: those that are called so)"),
		digits:   fs.Int("digits", 0, "instead of --data: so many rendered digits"),
		seed:     fs.Uint64("digits-seed", 1, "seed of the rendered digits"),
	}
}

// source finds out what the data set is. unlabelled: labels may be missing.
func (f dataFlags) source(unlabelled bool) (dataset.Source, error) {
	if *f.digits > 0 {
		return dataset.Source{Format: dataset.FormatDigits, Count: *f.digits, Seed: *f.seed}, nil
	}
	if *f.path == "" {
		return dataset.Source{}, usageError{errors.New("--data: is missing")}
	}
	src, err := dataset.Detect(*f.path, dataset.DetectOptions{Split: dataset.Split(*f.split), Unlabelled: unlabelled})
	if err != nil {
		return src, &app.Fault{Err: fmt.Errorf("--data: %w", err), Hint: "see docs/DATA.md: which files a data set may consist of"}
	}
	if err := f.only(src.Format, dataset.FormatCSV, map[string]string{"label": *f.label, "header": *f.header, "features": *f.features}); err != nil {
		return src, err
	}
	if err := f.only(src.Format, dataset.FormatNPZ, map[string]string{"arrays": *f.arrays}); err != nil {
		return src, err
	}
	src.LabelColumn, src.Header = *f.label, *f.header
	if src.Features, err = commaList(*f.features); err != nil {
		return src, usageError{fmt.Errorf("--features: %w", err)}
	}
	if src.Arrays, err = commaList(*f.arrays); err != nil {
		return src, usageError{fmt.Errorf("--arrays: %w", err)}
	}
	return src, nil
}

// only refuses flags that would have no effect on this kind of data.
func (f dataFlags) only(is, want dataset.Format, flags map[string]string) error {
	for name, value := range flags {
		if value != "" && is != want {
			return usageError{fmt.Errorf("--%s: is for %s, but %s is %s", name, want, *f.path, is)}
		}
	}
	return nil
}

// commaList reads a,b or "a,1",b.
func commaList(s string) ([]string, error) {
	if s == "" {
		return nil, nil
	}
	r := csv.NewReader(strings.NewReader(s))
	r.TrimLeadingSpace = true
	list, err := r.Read()
	if err != nil {
		return nil, fmt.Errorf("%q is no list of names separated by commas", s)
	}
	return list, nil
}

// openData opens a data set.
func openData(src dataset.Source) (*dataset.Set, error) {
	set, err := dataset.Open(src)
	if err != nil {
		return nil, dataFault(err)
	}
	return set, nil
}

// dataFault adds the cure, its own where the data set only leaves a question open.
func dataFault(err error) error {
	hint := "the file is damaged, incomplete or of another kind: get it again, and see docs/DATA.md for what a data set may consist of"
	var unclear *dataset.Unclear
	if errors.As(err, &unclear) {
		hint = unclear.Cure
	}
	return &app.Fault{Err: err, Hint: hint}
}

// split is how many groups the set is cut into, and how many of them are drawn.
func (c createFlags) split(set *dataset.Set) (groups, drawn int) {
	groups, drawn = *c.groups, *c.drawn
	if groups == 0 {
		groups = min(set.Len() / *c.groupSize, 65535)
	}
	if drawn == 0 {
		drawn = max(1, min(1000 / *c.groupSize, groups/2))
	}
	return groups, drawn
}

// described is what create --dry-run prints with --json.
type described struct {
	dataset.Description
	Groups    int      `json:"groups"`
	Drawn     int      `json:"drawn"`
	GroupSize int      `json:"group_size"`
	Lines     []string `json:"lines"`
}

// describe says what the data set was understood to be, before anything is
// signed, stored or sent: on the error output, so that results stay readable
// by programs, unless it is the result.
func (c createFlags) describe(set *dataset.Set, dry, json bool) error {
	out := described{Description: dataset.Describe(set), GroupSize: *c.groupSize}
	out.Lines = out.Description.Lines()
	if out.Features > model.MaxFeatures {
		out.Lines = append(out.Lines, fmt.Sprintf("warning: %d features, and a challenge takes at most %d: take fewer columns with --features, or smaller images", out.Features, model.MaxFeatures))
	}
	if out.GroupSize > 0 {
		out.Groups, out.Drawn = c.split(set)
		out.Lines = append(out.Lines, out.groupLines()...)
	}
	switch {
	case dry && json:
		return printJSON(out)
	case dry:
		fmt.Fprintln(stdout, strings.Join(out.Lines, "\n"))
	default:
		fmt.Fprintln(os.Stderr, strings.Join(out.Lines, "\n"))
	}
	return nil
}

func (d described) groupLines() []string {
	if d.Groups < leastGroups {
		return []string{fmt.Sprintf("warning: %d examples fill %d groups of %d, and a challenge takes at least %d: use more data, or smaller groups with --group-size",
			d.Examples, d.Examples/d.GroupSize, d.GroupSize, leastGroups)}
	}
	line := fmt.Sprintf("groups: %d of %d examples, %d of them drawn for the hold-out", d.Groups, d.GroupSize, d.Drawn)
	return append([]string{line}, d.GroupLines(d.Groups, d.Drawn, d.GroupSize)...)
}

// leastGroups is the smallest challenge that the contract takes.
const leastGroups = 30

// checkFits refuses what no challenge can hold, naming what was taken for the label.
func checkFits(set *dataset.Set) error {
	if set.Classes < 2 {
		return &app.Fault{Err: fmt.Errorf("every label is the same (%s; label: %s): there is nothing to tell apart", set.Encoding.ClassName(0), set.Reading.Label),
			Hint: "name the label: --label (tables) or --arrays (npz)"}
	}
	if n := set.Shape.Features(); n > model.MaxFeatures {
		return &app.Fault{Err: fmt.Errorf("%d features: a challenge takes at most %d", n, model.MaxFeatures), Hint: "take fewer columns with --features, or smaller images"}
	}
	return nil
}
