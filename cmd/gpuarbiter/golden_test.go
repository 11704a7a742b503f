package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/test/golden"
)

// TestGoldenHelp: the help of every command, those that are hidden too. Scripts and manuals name commands and
// flags; nothing of it goes or gets another default by the way. Completions are the library's.
func TestGoldenHelp(t *testing.T) {
	if terminalWidth() > 0 {
		t.Skip("help fits the terminal; the file has it as it is in a pipe")
	}
	for _, home := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"} {
		t.Setenv(home, "/home/operator")
	}
	var all strings.Builder
	seen := 0
	var add func(c *cobra.Command)
	add = func(c *cobra.Command) {
		seen++
		c.InitDefaultHelpFlag()
		c.InitDefaultVersionFlag()
		fmt.Fprintf(&all, "==== %s", c.CommandPath())
		if c.Hidden {
			all.WriteString(" (hidden)")
		}
		all.WriteString("\n\n")
		c.SetOut(&all)
		if err := c.Help(); err != nil {
			t.Fatal(err)
		}
		all.WriteString("\n")
		for _, sub := range c.Commands() {
			add(sub)
		}
	}
	root := rootCommand()
	root.InitDefaultHelpCmd()
	add(root)
	if seen < 40 {
		t.Errorf("%d commands were looked at", seen)
	}
	golden.Compare(t, "help.txt", all.String())
}
