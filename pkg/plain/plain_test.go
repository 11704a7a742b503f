package plain

import (
	"errors"
	"io"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestLine(t *testing.T) {
	for in, want := range map[string]string{
		"":                             "",
		"insufficient funds":           "insufficient funds",
		"two\nlines\r\n and\ta tab  ":  "two lines and a tab",
		"\x1b[31mred\x1b[0m \x07bell":  "[31mred [0m bell",
		"abc\u202edcba\u2066x":         "abc dcba x",
		"not \xff\xfe utf-8":           "not utf-8",
		"grüße, 世界 – ok":               "grüße, 世界 – ok",
		strings.Repeat("a", 300):       strings.Repeat("a", 300),
		strings.Repeat("a", 5_000_000): strings.Repeat("a", 300) + " ...",
	} {
		if got := Line(in); got != want {
			t.Errorf("%.40q: %.80q, want %.80q", in, got, want)
		}
	}
}

func TestErrorKeepsItsCause(t *testing.T) {
	if Error(nil) != nil || Error(io.EOF) != io.EOF {
		t.Error("an error that is plain already is changed")
	}
	long := Error(errors.Join(io.EOF, errors.New(strings.Repeat("x\n", 1000))))
	if !errors.Is(long, io.EOF) || len(long.Error()) > 310 {
		t.Errorf("%v", long)
	}
}

func FuzzLine(f *testing.F) {
	f.Add("a\x00b")
	f.Fuzz(func(t *testing.T, s string) {
		got := Line(s)
		if utf8.RuneCountInString(got) > longest+5 || !utf8.ValidString(got) {
			t.Fatalf("%q", got)
		}
		for _, r := range got {
			if !unicode.IsPrint(r) || unicode.In(r, unicode.Bidi_Control) {
				t.Fatalf("%q holds %U", got, r)
			}
		}
	})
}
