package dataset

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// length is the number of values.
func (a *npy) length() int { return len(a.data) / max(1, a.itemSize) }

func (a *npy) order() binary.ByteOrder {
	if a.big {
		return binary.BigEndian
	}
	return binary.LittleEndian
}

// bits is value i as it stands, in the low bits.
func (a *npy) bits(i int) uint64 {
	item := a.data[i*a.itemSize:][:a.itemSize]
	switch a.itemSize {
	case 1:
		return uint64(item[0])
	case 2:
		return uint64(a.order().Uint16(item))
	case 4:
		return uint64(a.order().Uint32(item))
	}
	return a.order().Uint64(item)
}

// integer is value i of an array of whole numbers.
func (a *npy) integer(i int) (v int64, ok bool) {
	b := a.bits(i)
	switch a.kind {
	case 'u':
		return int64(b), b <= math.MaxInt64
	case 'b':
		return int64(min(b, 1)), true
	case 'i':
		shift := 64 - 8*a.itemSize
		return int64(b<<shift) >> shift, true
	}
	f := a.float(i)
	return int64(f), f == math.Trunc(f) && math.Abs(f) < 1<<53
}

// float is value i as a number.
func (a *npy) float(i int) float64 {
	b := a.bits(i)
	switch {
	case a.kind == 'u':
		return float64(b)
	case a.kind != 'f':
		v, _ := a.integer(i)
		return float64(v)
	case a.itemSize == 2:
		return halfFloat(uint16(b))
	case a.itemSize == 4:
		return float64(math.Float32frombits(uint32(b)))
	}
	return math.Float64frombits(b)
}

// halfFloat is IEEE 754's binary16.
func halfFloat(h uint16) float64 {
	sign, exponent, fraction := 1.0, int(h>>10&0x1f), float64(h&0x3ff)
	if h>>15 == 1 {
		sign = -1
	}
	switch exponent {
	case 0:
		return sign * math.Ldexp(fraction, -24)
	case 0x1f:
		if fraction != 0 {
			return math.NaN()
		}
		return math.Inf(int(sign))
	}
	return sign * math.Ldexp(1024+fraction, exponent-25)
}

// text is value i of an array of text, without the zeros that fill it up.
func (a *npy) text(i int) string {
	item := a.data[i*a.itemSize:][:a.itemSize]
	if a.kind == 'S' {
		return strings.TrimRight(string(item), "\x00")
	}
	var s []byte
	for ; len(item) > 0; item = item[4:] {
		s = utf8.AppendRune(s, rune(a.order().Uint32(item)))
	}
	return strings.TrimRight(string(s), "\x00")
}

// cOrder reorders an array whose first index runs fastest.
func (a *npy) cOrder() {
	if !a.fortran || len(a.dims) < 2 {
		a.fortran = false
		return
	}
	out := make([]byte, len(a.data))
	index := make([]int, len(a.dims))
	for to := 0; to < len(out); to += a.itemSize {
		from := 0
		for d := len(index) - 1; d >= 0; d-- {
			from = from*a.dims[d] + index[d]
		}
		copy(out[to:to+a.itemSize], a.data[from*a.itemSize:])
		for d := len(index) - 1; d >= 0; d-- { // the last index runs fastest
			if index[d]++; index[d] < a.dims[d] {
				break
			}
			index[d] = 0
		}
	}
	a.data, a.fortran = out, false
}

// labelsOf gathers the labels of arrays of N or N x 1 values, or of N x k
// where each row is 1 for its class and else 0.
func labelsOf(arrays []*npy, want int) (labels []byte, names []string, classes int, err error) {
	for _, a := range arrays {
		if a.isText() != arrays[0].isText() {
			return nil, nil, 0, fmt.Errorf("%s beside %s: some labels are text, others numbers", arrays[0], a)
		}
	}
	if arrays[0].isText() {
		return textLabels(arrays, want)
	}
	var values []int64
	var starts []int
	for _, a := range arrays {
		more, err := a.labelNumbers()
		if err != nil {
			return nil, nil, 0, fmt.Errorf("%s: %w", a.name, err)
		}
		starts, values = append(starts, len(values)), append(values, more...)
	}
	return intLabels(values, want, func(i int) string {
		k := len(starts) - 1
		for starts[k] > i {
			k--
		}
		return fmt.Sprintf("%s: label of example %d", arrays[k].name, i-starts[k])
	})
}

func textLabels(arrays []*npy, want int) (labels []byte, names []string, classes int, err error) {
	texts := map[string]*labelValue{}
	var order, found []*labelValue
	for _, a := range arrays {
		if !a.isColumn() {
			return nil, nil, 0, fmt.Errorf("%s: array shape %v: expected (N,) or (N, 1)", a.name, a.dims)
		}
		for i := range a.length() {
			text := cleanName(a.text(i))
			if texts[text] == nil {
				if len(order) == maxLabels {
					return nil, nil, 0, fmt.Errorf("%s: %w", a.name, tooManyLabels("more than "+strconv.Itoa(maxLabels)))
				}
				v, kind := parseNumber([]byte(text), false)
				texts[text] = &labelValue{text: text, number: v, kind: kind, where: fmt.Sprintf("%s: label of example %d", a.name, i)}
				order = append(order, texts[text])
			}
			found = append(found, texts[text])
		}
	}
	if names, classes, err = assignClasses(order, want); err != nil {
		return nil, nil, 0, err
	}
	for _, l := range found {
		labels = append(labels, byte(l.class))
	}
	return labels, names, classes, nil
}

// isColumn tells an array of N or N x 1 values.
func (a *npy) isColumn() bool { return len(a.dims) == 1 || len(a.dims) == 2 && a.dims[1] == 1 }

func (a *npy) labelNumbers() ([]int64, error) {
	if !a.isColumn() {
		if v, ok := a.oneHot(); ok {
			return v, nil
		}
		return nil, fmt.Errorf("array shape %v: expected (N,) or (N, 1), or (N, k) with a single 1 in each row", a.dims)
	}
	out := make([]int64, a.length())
	for i := range out {
		v, ok := a.integer(i)
		if !ok {
			return nil, fmt.Errorf("label of example %d is %v: expected whole numbers", i, a.float(i))
		}
		out[i] = v
	}
	return out, nil
}

func (a *npy) oneHot() ([]int64, bool) {
	if len(a.dims) != 2 || a.dims[1] > maxClasses || a.isText() {
		return nil, false
	}
	out := make([]int64, a.dims[0])
	for i := range out {
		ones := 0
		for k := range a.dims[1] {
			switch a.float(i*a.dims[1] + k) {
			case 1:
				out[i], ones = int64(k), ones+1
			case 0:
			default:
				return nil, false
			}
		}
		if ones != 1 {
			return nil, false
		}
	}
	return out, true
}

// arrayColumns are the rules that make bytes of arrays: none where every value
// is an integer 0..255; one scale for the whole array where it holds images,
// since a pixel's own scale would tear a picture apart; else one for each column.
func arrayColumns(arrays []*npy, features int) ([]Column, error) {
	asBytes, images := true, len(arrays[0].dims) > 2
	columns := make([]Column, features)
	if images {
		columns = []Column{{Count: features}}
	}
	for k := range columns {
		columns[k].Kind, columns[k].Min, columns[k].Max = Scaled, math.Inf(1), math.Inf(-1)
		if !images {
			columns[k].At = k + 1
		}
	}
	if !slices.ContainsFunc(arrays, func(a *npy) bool { return !a.isByte() }) {
		return nil, nil
	}
	for _, a := range arrays {
		for i := range a.length() {
			v := a.float(i)
			if math.IsNaN(v) || math.IsInf(v, 0) {
				return nil, &Unclear{fmt.Errorf("%s: example %d, value %d is %v: expected finite numbers", a.name, i/features, i%features, v), "fill the gaps or leave those examples out"}
			}
			c := &columns[i%len(columns)]
			c.Min, c.Max = min(c.Min, v), max(c.Max, v)
			asBytes = asBytes && isByte(v)
		}
	}
	if asBytes {
		return nil, nil
	}
	for k := range columns {
		if math.IsInf(255*(columns[k].Max-columns[k].Min), 0) {
			return nil, fmt.Errorf("%s: numbers from %v to %v: too far apart to be scaled", arrays[0].name, columns[k].Min, columns[k].Max)
		}
	}
	return columns, nil
}

// toBytes applies columns to an array, none being bytes as they are.
func (a *npy) toBytes(columns []Column) error {
	if a.isByte() && len(columns) == 0 {
		return nil
	}
	if len(columns) == 0 {
		columns = []Column{{Kind: Bytes}}
	}
	var rules []*Column
	for i := range columns {
		if columns[i].Kind == Values {
			return fmt.Errorf("%s: the encoding has text columns, the array numbers", a.name)
		}
		for range columns[i].count() {
			rules = append(rules, &columns[i])
		}
	}
	out := make([]byte, a.length())
	for i := range out {
		b, err := rules[i%len(rules)].number(a.float(i))
		if err != nil {
			return fmt.Errorf("%s: example %d: %w", a.name, i/max(1, a.length()/max(1, a.dims[0])), err)
		}
		out[i] = b
	}
	a.data, a.descr, a.kind, a.itemSize = out, "|u1", 'u', 1
	return nil
}
