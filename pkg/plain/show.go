package plain

import (
	"bytes"
	"io"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// unshown are characters that a terminal, a log or a page must not get from a stranger: they
// command it, or turn the order of what stands around them.
func unshown(r rune) bool {
	return unicode.IsControl(r) || unicode.In(r, unicode.Bidi_Control) || r == '\u2028' || r == '\u2029'
}

// Writer passes text on without what commands a terminal; line ends and tabs stay.
type Writer struct {
	W io.Writer
	// Most is how many bytes of one write are passed on, a line's end beside them; 0: all.
	Most int
}

// Write implements io.Writer; it counts what it was given.
func (w Writer) Write(p []byte) (int, error) {
	clean := bytes.Map(func(r rune) rune {
		if unshown(r) && r != '\n' && r != '\t' {
			return utf8.RuneError
		}
		return r
	}, p)
	if w.Most > 0 && len(clean) > w.Most {
		clean = append(clean[:w.Most:w.Most], " ...\n"...)
	}
	if _, err := w.W.Write(clean); err != nil {
		return 0, err
	}
	return len(p), nil
}

// mostText is how long a text within JSON may be, in bytes, to be shown whole.
const mostText = 8 << 10

// ShownJSON is valid JSON with its texts made fit to be shown: without what commands a
// terminal, and cut where they are longer than anybody reads.
func ShownJSON(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); {
		if b[i] != '"' {
			out = append(out, b[i])
			i++
			continue
		}
		end := i + quoted(b[i:])
		out = append(out, '"')
		out = shownText(out, b[i+1:max(end-1, i+1)])
		out = append(out, '"')
		i = end
	}
	return out
}

// shownText appends what stands between two quotes.
func shownText(out, text []byte) []byte {
	begin := len(out)
	for i := 0; i < len(text); {
		if len(out)-begin > mostText {
			return append(out, "..."...)
		}
		r, size := utf8.DecodeRune(text[i:])
		written := size
		if r == '\\' && i+1 < len(text) {
			r, size = escaped(text[i:])
			written = size
		}
		if unshown(r) && r != '\n' && r != '\t' || r == utf8.RuneError && written == 1 {
			out = append(out, `\ufffd`...)
		} else {
			out = append(out, text[i:i+written]...)
		}
		i += size
	}
	return out
}

// escaped is the character that an escape means, and its length.
func escaped(b []byte) (rune, int) {
	switch b[1] {
	case 'n':
		return '\n', 2
	case 't':
		return '\t', 2
	case 'b', 'f', 'r':
		return '\r', 2
	case 'u':
		if len(b) >= 6 {
			if v, err := strconv.ParseUint(string(b[2:6]), 16, 16); err == nil {
				return rune(v), 6
			}
		}
	}
	return ' ', 2
}
