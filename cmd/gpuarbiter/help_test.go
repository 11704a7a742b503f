package main

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// Lines break between words, under where their text begins; a word that is too long stays whole.
func TestWrap(t *testing.T) {
	for text, want := range map[string]string{
		"one two three": "one two\nthree", "  world    a b c d e f": "  world    a\n           b\n           c\n           d\n           e\n           f",
		"averyverylongword": "averyverylongword", "    in code that goes": "    in code\n    that\n    goes", "": "", "a\n\nb": "a\n\nb",
	} {
		if got := wrap(text, 12); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Prose that the source breaks is one paragraph; what is indented, short, or a list is not prose.
func TestFlow(t *testing.T) {
	long := strings.Repeat("word ", 15) + "end" // 78
	for text, want := range map[string]string{
		long + "\nand on": long + " and on", long + "\n" + long + "\nend.\n\nNext": long + " " + long + " end.\n\nNext",
		"Short.\nNext": "Short.\nNext", long + "\n  world    CSV": long + "\n  world    CSV", "  " + long + "\nprose": "  " + long + "\nprose",
	} {
		if got := flow(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Every command's help fits 80 columns.
func TestHelpFits(t *testing.T) {
	root := rootCommand()
	for _, cmd := range append(root.Commands(), root) {
		for _, c := range append(cmd.Commands(), cmd) {
			var out strings.Builder
			c.SetOut(&out)
			c.InitDefaultHelpFlag()
			if err := c.Help(); err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(out.String()) {
				if n := utf8.RuneCountInString(strings.TrimRight(line, "\n")); n > 80 {
					t.Errorf("%s: %d columns: %s", c.CommandPath(), n, line)
				}
			}
		}
	}
}
