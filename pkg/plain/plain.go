// Package plain makes what strangers say or leave fit to be shown or read, within
// bounds: an endpoint's error, a
// pool's reason, a miner's version may be megabytes long, or hold what moves a
// terminal's cursor or turns a line's direction round.
package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longest is how many runes of a stranger's text are shown.
const longest = 300

// Line is the text as one line of printable characters, cut where it is long.
func Line(s string) string {
	var b strings.Builder
	n, space := 0, false
	for i, r := range s {
		if n >= longest {
			b.WriteString(" ...")
			break
		}
		if r == utf8.RuneError || unicode.IsSpace(r) || !unicode.IsPrint(r) || unicode.In(r, unicode.Bidi_Control) {
			space = i > 0
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
			n++
		}
		space = false
		b.WriteRune(r)
		n++
	}
	return b.String()
}

// Error is err with its text as Line has it; what it wraps stays within reach.
func Error(err error) error {
	if err == nil {
		return nil
	}
	text := err.Error()
	if line := Line(text); line != text {
		return plainError{line, err}
	}
	return err
}

type plainError struct {
	text string
	err  error
}

func (e plainError) Error() string { return e.text }

func (e plainError) Unwrap() error { return e.err }
