package dataset

import (
	"errors"
	"fmt"
	"hash/maphash"
	"slices"
	"strconv"
	"strings"
)

// labelCure says how to settle which column is the label.
const labelCure = "say which column is the label: --label NAME, or its number from the left (--label 1), or --label first, --label last (a table without labels is only for predict)"

// column finds a column by name, #number, number, first or last.
func (f *tableForm) column(what string) (int, error) {
	what = strings.TrimSpace(what)
	var named []int
	for _, fold := range []bool{false, true} {
		for i, name := range f.names {
			if name != "" && (name == what || fold && strings.EqualFold(name, what)) {
				named = append(named, i)
			}
		}
		if len(named) > 0 {
			break
		}
	}
	at := -1
	hash, isHash := strings.CutPrefix(what, "#")
	if n, err := strconv.Atoi(hash); err == nil && n >= 1 && n <= len(f.names) {
		at = n - 1
	}
	switch {
	case len(named) > 1:
		return 0, &Unclear{fmt.Errorf("%d columns are called %q: %s", len(named), what, f.list()), "name it by its number from the left, such as #1"}
	case len(named) == 1 && at >= 0 && at != named[0] && !isHash:
		return 0, &Unclear{fmt.Errorf("column %q is ambiguous: that is the name of column %d and the number of column %q", what, named[0]+1, f.names[at]),
			fmt.Sprintf("write #%d or #%d", named[0]+1, at+1)}
	case len(named) == 1:
		return named[0], nil
	case at >= 0:
		return at, nil
	case what == "first":
		return 0, nil
	case what == "last":
		return len(f.names) - 1, nil
	}
	err := fmt.Errorf("no column is called %q, the columns are: %s", what, f.list())
	if !f.header {
		err = fmt.Errorf("no column is called %q: the table has no header, its first row is: %s", what, f.list())
	}
	return 0, &Unclear{err, "a column goes by its name, its number from the left (1), first or last"}
}

// labelColumn finds the label and says why it is certain, or refuses.
func (f *tableForm) labelColumn(want string) (at int, why string, err error) {
	if len(f.names) < 2 {
		return 0, "", &Unclear{fmt.Errorf("expected a label and at least one feature, found %d column (%s)", len(f.names), f.list()),
			"columns must be separated by commas, semicolons, tabs, | or blanks, the same in every row"}
	}
	if want != "" {
		at, err = f.column(want)
		return at, "as --label says", err
	}
	if !f.header {
		return 0, "", &Unclear{fmt.Errorf("which column is the label is not certain: the table has no header, its first row is: %s", f.list()), labelCure}
	}
	var found []int
	for i, name := range f.names {
		if isLabelName(name) {
			found = append(found, i)
		}
	}
	switch {
	case len(found) == 0:
		err = fmt.Errorf("which column is the label is not certain: none is called %s; the columns are: %s", strings.Join(labelNames, ", "), f.list())
	case len(found) > 1:
		err = fmt.Errorf("which column is the label is not certain: both %q and %q could be; the columns are: %s", f.names[found[0]], f.names[found[1]], f.list())
	case strings.EqualFold(f.names[found[0]], "y") && f.coordinates():
		err = fmt.Errorf("which column is the label is not certain: %q stands beside %q and may be a coordinate; the columns are: %s", "y", "x", f.list())
	default:
		return found[0], "the only column that is called as labels are", nil
	}
	return 0, "", &Unclear{err, labelCure}
}

// coordinates tells a table with columns x or z, beside which y is no label.
func (f *tableForm) coordinates() bool {
	return slices.ContainsFunc(f.names, func(n string) bool { return strings.EqualFold(n, "x") || strings.EqualFold(n, "z") })
}

// AllColumns, alone in Source.Features, takes every column but the label.
const AllColumns = "*"

// featureColumns are the columns that may become features; chosen where the
// source names them.
func (f *tableForm) featureColumns(want []string, label int) (take []int, chosen bool, err error) {
	if len(want) == 0 || slices.Equal(want, []string{AllColumns}) {
		for i := range f.names {
			if i != label {
				take = append(take, i)
			}
		}
		return take, len(want) > 0, nil
	}
	for _, name := range want {
		i, err := f.column(name)
		switch {
		case err != nil:
			return nil, false, fmt.Errorf("--features: %w", err)
		case i == label:
			return nil, false, &Unclear{fmt.Errorf("--features: column %q is the label", name), "leave it out of --features, or name another with --label"}
		case slices.Contains(take, i):
			return nil, false, &Unclear{fmt.Errorf("--features: column %q is named twice", name), "name every column once"}
		}
		take = append(take, i)
	}
	return take, true, nil
}

// indexNames are the names of columns that number the rows, in lower case.
var indexNames = []string{"id", "index", "row_id", "rowid", "rownames"}

// mayBeIndex tells a column that could number the rows, and whether it is one
// that has no name of its own. Data frames that are written and read twice have
// several of those.
func (f *tableForm) mayBeIndex(i int) (may, nameless bool) {
	name := strings.ToLower(f.names[i])
	nameless = f.header && (i == 0 && name == "" || i < 3 && strings.HasPrefix(name, "unnamed: 0"))
	return i == 0 || nameless || slices.Contains(indexNames, name), nameless
}

// indexStats follow a column that may number the rows.
type indexStats struct {
	named    bool // by its name, or for want of one: whole numbers in any order will do
	counts   bool // up by one, from 0 or 1, and perhaps anew
	strict   bool // up by one from the first row to the last
	distinct bool // whole numbers, all different
	rows     int
	previous float64
	seen     map[uint64]bool // hashes of the cells
}

// maxSeen bounds the memory for telling rows' numbers apart.
const maxSeen = 1 << 22

var seenSeed = maphash.MakeSeed()

func (s *indexStats) add(v float64, whole bool, cell []byte) {
	if s.rows == 0 {
		s.counts, s.strict, s.distinct, s.seen = true, true, s.named, map[uint64]bool{}
	}
	starts := v == 0 || v == 1
	follows := s.rows > 0 && v == s.previous+1
	s.counts = s.counts && whole && (starts || follows)
	s.strict = s.strict && whole && (follows || s.rows == 0 && starts)
	if s.distinct {
		h := maphash.Bytes(seenSeed, cell)
		s.distinct = whole && !s.seen[h] && len(s.seen) < maxSeen
		s.seen[h] = true
	}
	s.rows++
	s.previous = v
}

// leastCounted is how many rows a column without a header must count to be
// taken for their numbers: fewer could be chance.
const leastCounted = 10

// indexReason says why a column is left out, "" where it is not.
func (f *tableForm) indexReason(i int, s *indexStats) (string, error) {
	_, nameless := f.mayBeIndex(i)
	switch {
	case nameless && f.rowNames && i == 0:
		return "it holds the names of the rows", nil
	case !f.header && s.strict && s.rows >= leastCounted, s.counts && s.named:
		return "it counts the rows", nil
	case s.distinct:
		return "it numbers the rows: whole numbers, all different", nil
	case nameless && i == 0:
		return "", &Unclear{errors.New("the first column has no name and does not number the rows: whether it is a feature is not certain"),
			"name the columns to take with --features NAME,NAME,... (#1 is the first)"}
	}
	return "", nil
}
