package dataset

import (
	"encoding/binary"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// npy is one NumPy array: format versions 1 and 2, numbers or text.
type npy struct {
	name     string // for people
	descr    string // NumPy's type, such as "|u1" or "<i8"
	kind     byte   // its letter: u, i, b, f, S or U
	big      bool   // big-endian
	itemSize int
	fortran  bool // the first index runs fastest
	dims     []int
	data     []byte
}

const maxNPYHeader = 1 << 16

var (
	npyDescr   = regexp.MustCompile(`'descr'\s*:\s*'([<>|=]?)([a-zA-Z])([0-9]{1,4})'`)
	npyFortran = regexp.MustCompile(`'fortran_order'\s*:\s*(True|False)`)
	npyShape   = regexp.MustCompile(`'shape'\s*:\s*\(([0-9, ]*)\)`)
)

func (a *npy) isByte() bool { return strings.HasSuffix(a.descr, "u1") }

func (a *npy) isText() bool { return a.kind == 'S' || a.kind == 'U' }

func (a *npy) String() string { return fmt.Sprintf("%s %s %s", a.name, a.shapeText(), a.descr) }

func (a *npy) shapeText() string {
	words := make([]string, len(a.dims))
	for i, d := range a.dims {
		words[i] = strconv.Itoa(d)
	}
	if len(words) == 1 {
		return "(" + words[0] + ",)"
	}
	return "(" + strings.Join(words, ", ") + ")"
}

// readNPY reads one array of at most max bytes and expects the stream to end there.
func readNPY(r io.Reader, max int64) (*npy, error) {
	header, err := readNPYHeader(r)
	if err != nil {
		return nil, err
	}
	a, err := parseNPYHeader(header)
	if err != nil {
		return nil, err
	}
	total := int64(a.itemSize)
	for _, d := range a.dims {
		// Divided before it is multiplied: foreign dimensions must not overflow.
		if d > 0 && total > max/int64(d) {
			return nil, fmt.Errorf("array shape %v of %q: more than the %d bytes allowed: %w", a.dims, a.descr, max, ErrTooLarge)
		}
		total *= int64(d)
	}
	if a.data, err = readExactly(r, total, fmt.Sprintf("array shape %v of %q", a.dims, a.descr)); err != nil {
		return nil, err
	}
	return a, expectEnd(r)
}

func readNPYHeader(r io.Reader) (string, error) {
	magic, err := readExactly(r, 8, "npy magic")
	if err != nil {
		return "", err
	}
	if string(magic[:6]) != "\x93NUMPY" {
		return "", fmt.Errorf("magic %q: expected \"\\x93NUMPY\"", magic[:6])
	}
	lengthBytes := int64(2)
	switch magic[6] {
	case 1:
	case 2:
		lengthBytes = 4
	default:
		return "", fmt.Errorf("npy version %d.%d: expected 1 or 2", magic[6], magic[7])
	}
	b, err := readExactly(r, lengthBytes, "npy header length")
	if err != nil {
		return "", err
	}
	length := binary.LittleEndian.Uint32(append(b, 0, 0)[:4])
	if length > maxNPYHeader {
		return "", fmt.Errorf("npy header of %d bytes, at most %d: %w", length, maxNPYHeader, ErrTooLarge)
	}
	header, err := readExactly(r, int64(length), "npy header")
	return string(header), err
}

// parseNPYHeader reads the Python literal {'descr': '|u1', 'fortran_order':
// False, 'shape': (60000, 28, 28), }.
func parseNPYHeader(header string) (*npy, error) {
	header = strings.TrimSpace(header)
	if !strings.HasPrefix(header, "{") || !strings.HasSuffix(header, "}") {
		return nil, fmt.Errorf("npy header %.80q: expected a dictionary", header)
	}
	descr, fortran, shape := npyDescr.FindStringSubmatch(header), npyFortran.FindStringSubmatch(header), npyShape.FindStringSubmatch(header)
	if descr == nil || fortran == nil || shape == nil {
		return nil, fmt.Errorf("npy header %.200q: expected descr, fortran_order and shape of a plain array", header)
	}
	size, _ := strconv.Atoi(descr[3])
	a := &npy{descr: strings.Join(descr[1:], ""), kind: descr[2][0], big: descr[1] == ">", fortran: fortran[1] == "True", itemSize: size}
	if !validType(a.kind, size) {
		return nil, fmt.Errorf("npy type %q: expected numbers, or text for labels", a.descr)
	}
	if descr[2] == "U" {
		a.itemSize = 4 * size
	}
	if strings.TrimSpace(shape[1]) == "" { // a scalar
		return a, nil
	}
	for _, field := range strings.Split(strings.TrimSuffix(strings.TrimSpace(shape[1]), ","), ",") {
		d, err := strconv.ParseUint(strings.TrimSpace(field), 10, 31)
		if err != nil {
			return nil, fmt.Errorf("npy shape (%.80s): %w", shape[1], err)
		}
		a.dims = append(a.dims, int(d))
	}
	if len(a.dims) > 4 {
		return nil, fmt.Errorf("npy shape (%.80s): at most 4 dimensions", shape[1])
	}
	return a, nil
}

func validType(kind byte, size int) bool {
	switch kind {
	case 'u', 'i':
		return size == 1 || size == 2 || size == 4 || size == 8
	case 'f':
		return size == 2 || size == 4 || size == 8
	case 'b':
		return size == 1
	case 'S', 'U':
		return size >= 1 && size <= maxNameBytes
	}
	return false
}
