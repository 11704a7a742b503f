package plain

import (
	"bytes"
	"unicode/utf8"
)

// JSON is what a stranger's JSON most likely means, as JSON proper: without a
// byte-order mark, comments and commas before a closing bracket, and with null in the
// place of NaN and Infinity, which many writers print. Text within quotes stays as it
// is. What is no JSON for other reasons still is none.
func JSON(b []byte) []byte {
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); {
		switch c := b[i]; {
		case c == '"':
			end := quoted(b[i:])
			out = append(out, b[i:i+end]...)
			i += end
		case c == '#', c == '/' && i+1 < len(b) && (b[i+1] == '/' || b[i+1] == '*'):
			i += comment(b[i:])
			out = append(out, ' ')
		case c == '}', c == ']':
			if trimmed := bytes.TrimRight(out, " \t\r\n"); len(trimmed) > 0 && trimmed[len(trimmed)-1] == ',' {
				out = trimmed[:len(trimmed)-1]
			}
			out = append(out, c)
			i++
		case letter(c), c == '-', c == '+':
			end := word(b[i:])
			out = append(out, number(b[i:i+end])...)
			i += end
		default:
			out = append(out, c)
			i++
		}
	}
	return out
}

// quoted is the length of the text that begins with a quote.
func quoted(b []byte) int {
	for i := 1; i < len(b); i++ {
		switch b[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(b)
}

// comment is the length of the comment that b begins with.
func comment(b []byte) int {
	end, size := []byte("\n"), 0
	if b[0] == '/' && b[1] == '*' {
		end, size = []byte("*/"), 2
	}
	if i := bytes.Index(b[1:], end); i >= 0 {
		return 1 + i + size
	}
	return len(b)
}

func letter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= utf8.RuneSelf
}

// word is the length of what stands there without quotes: a name or a number.
func word(b []byte) int {
	i := 1
	for i < len(b) && (letter(b[i]) || b[i] >= '0' && b[i] <= '9' || b[i] == '.' || b[i] == '-' || b[i] == '+') {
		i++
	}
	return i
}

// number is the word, or null for those that say that there is no number.
func number(w []byte) []byte {
	switch string(bytes.ToLower(bytes.TrimLeft(w, "+-"))) {
	case "nan", "inf", "infinity", "none", "undefined":
		return []byte("null")
	}
	return w
}
