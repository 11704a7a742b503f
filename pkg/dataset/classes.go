package dataset

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// labelValue is one of the different labels of a data set.
type labelValue struct {
	text   string
	number float64
	kind   cellKind
	where  string // where it first stands, for people
	class  int    // found by assignClasses
}

// isKnown tells a label from a cell that was left open.
func (l *labelValue) isKnown() bool { return l.kind != cellMissing && l.text != unknown }

// maxLabels bounds the different labels that are gathered before they are
// refused; several ways to write one number count apart.
const maxLabels = 4096

// assignClasses gives every label its class and returns their names; none are
// needed where the labels are 0, 1, 2... without a gap. Other whole numbers
// are ordered by value, text by its bytes. want, where set, is the number of
// classes: numbers are then classes as they stand.
func assignClasses(labels []*labelValue, want int) (names []string, classes int, err error) {
	texts, fraction := 0, -1
	for i, l := range labels {
		switch {
		case l.kind == cellMissing && strings.EqualFold(l.text, "none"): // a class that people have
			l.kind = cellText
			texts++
		case l.kind == cellMissing:
			return nil, 0, &Unclear{fmt.Errorf("%s: found %q: expected a label, as in the other rows", l.where, l.text), "fill the gaps or leave those rows out"}
		case l.kind == cellText, math.Abs(l.number) >= 1<<53: // beyond, different numbers look alike
			texts++
		case l.number != math.Trunc(l.number) && fraction < 0:
			fraction = i
		}
	}
	switch {
	case texts > 0:
		return nameClasses(labels, want, func(a, b *labelValue) int { return cmp.Compare(a.text, b.text) })
	case fraction >= 0:
		return nil, 0, &Unclear{fmt.Errorf("%s: label %s is no whole number: it names no class", labels[fraction].where, labels[fraction].text),
			"the label must be text or a whole number: name another column, or cut the values into classes first"}
	case want == 0:
		for _, l := range labels {
			l.text = strconv.FormatFloat(l.number, 'f', -1, 64)
		}
		names, classes, err = nameClasses(labels, 0, func(a, b *labelValue) int { return cmp.Compare(a.number, b.number) })
		if err == nil && names[0] == "0" && names[classes-1] == strconv.Itoa(classes-1) {
			names = nil // no gap: the numbers are the classes
		}
		return names, classes, err
	}
	for _, l := range labels {
		if l.number < 0 || l.number >= float64(want) {
			return nil, 0, fmt.Errorf("%s: label %s: expected below %d", l.where, l.text, want)
		}
		l.class = int(l.number)
	}
	return nil, want, nil
}

func nameClasses(labels []*labelValue, want int, order func(a, b *labelValue) int) (names []string, classes int, err error) {
	labels = slices.SortedStableFunc(slices.Values(labels), order)
	for i, l := range labels {
		if i == 0 || order(labels[i-1], l) != 0 {
			names = append(names, l.text)
		}
		l.class = len(names) - 1
	}
	if len(names) > maxClasses {
		return nil, 0, tooManyLabels(strconv.Itoa(len(names)))
	}
	if want != 0 && want != len(names) {
		return nil, 0, fmt.Errorf("%d different labels: the source says %d classes", len(names), want)
	}
	return names, len(names), nil
}

func tooManyLabels(n string) error {
	return &Unclear{fmt.Errorf("%s different labels: at most %d classes", n, maxClasses), "this can hardly be the label: name another with --label (tables) or --arrays (npz)"}
}

// intLabels makes classes of integers. where names example i.
func intLabels(values []int64, want int, where func(i int) string) (labels []byte, names []string, classes int, err error) {
	first := map[int64]*labelValue{}
	var all []*labelValue
	for i, v := range values {
		if first[v] != nil {
			continue
		}
		if len(all) == maxLabels {
			return nil, nil, 0, tooManyLabels("more than " + strconv.Itoa(maxLabels))
		}
		l := &labelValue{text: strconv.FormatInt(v, 10), number: float64(v), kind: cellNumber, where: where(i)}
		first[v], all = l, append(all, l)
	}
	names, classes, err = assignClasses(all, want)
	if err != nil {
		return nil, nil, 0, err
	}
	labels = make([]byte, len(values))
	for i, v := range values {
		labels[i] = byte(first[v].class)
	}
	return labels, names, classes, nil
}

// renumbered says that labels became other numbers, and what would have been
// there otherwise.
func renumbered(names []string) string {
	first, last := names[0], names[len(names)-1]
	why := "the labels are not 0, 1, 2..."
	if largest, err := strconv.ParseUint(last, 10, 32); err == nil && !strings.HasPrefix(first, "-") {
		why = fmt.Sprintf("of the labels 0..%d, %d have no example; they get no class, since each would cost gas", largest, int(largest)+1-len(names))
	}
	return fmt.Sprintf("%s: label %s became class 0, label %s class %d", why, first, last, len(names)-1)
}
