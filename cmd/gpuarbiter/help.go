package main

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
)

// fitHelp makes help texts fit the terminal, and 80 columns in a pipe.
func fitHelp(root *cobra.Command) {
	cobra.AddTemplateFunc("wrapped", func(text string) string { return wrap(flow(text), helpWidth()) })
	cobra.AddTemplateFunc("width", helpWidth)
	cobra.AddTemplateFunc("beside", func(padding int, text string) string {
		return strings.ReplaceAll(wrap(text, helpWidth()-padding-3), "\n", "\n"+strings.Repeat(" ", padding+3))
	})
	usage := strings.NewReplacer(
		".LocalFlags.FlagUsages |", "(.LocalFlags.FlagUsagesWrapped width) |", ".InheritedFlags.FlagUsages |", "(.InheritedFlags.FlagUsagesWrapped width) |",
		" for more information about a command.", " for more.",
		"{{rpad .Name .NamePadding }} {{.Short}}", "{{rpad .Name .NamePadding }} {{beside .NamePadding .Short}}",
	).Replace(root.UsageTemplate())
	root.SetUsageTemplate(usage)
	root.SetHelpTemplate(`{{with (or .Long .Short)}}{{wrapped . | trimTrailingWhitespaces}}

{{end}}{{if or .Runnable .HasSubCommands}}{{.UsageString}}{{end}}`)
}

func helpWidth() int {
	if w := terminalWidth(); w > 0 {
		return max(min(w, 120), 40)
	}
	return 80
}

// gap is where the text of a line begins that stands beside a word: "  world    CSV, plain".
var gap = regexp.MustCompile(`^\s*\S+ {2,}`)

// fullLine is from how many characters on a line of prose was broken because it was full.
const fullLine = 70

// flow puts a paragraph's lines together again that the source breaks where it is full, so that
// another width does not break them twice. Lists and code, which are indented, stay as they are.
func flow(text string) string {
	var out []string
	full := false // the line before goes on
	for line := range strings.SplitSeq(text, "\n") {
		prose := line != "" && !strings.HasPrefix(line, " ") && !gap.MatchString(line)
		if prose && full {
			out[len(out)-1] += " " + line
		} else {
			out = append(out, line)
		}
		full = prose && utf8.RuneCountInString(line) >= fullLine
	}
	return strings.Join(out, "\n")
}

// wrap breaks lines that are longer than a width between words, and goes on under where they began.
func wrap(text string, width int) string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		indent := len(line) - len(strings.TrimLeft(line, " "))
		if at := gap.FindString(line); at != "" {
			indent = utf8.RuneCountInString(at)
		}
		for utf8.RuneCountInString(line) > width {
			runes := []rune(line)
			cut := strings.LastIndex(string(runes[:width+1]), " ")
			if cut <= indent { // one long word
				break
			}
			out = append(out, strings.TrimRight(line[:cut], " "))
			line = strings.Repeat(" ", indent) + strings.TrimLeft(line[cut:], " ")
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}
