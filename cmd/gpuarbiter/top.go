package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/gpuarbiter/gpuarbiter/pkg/books"
	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
)

func topCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "top", Short: "The rig, live, in a terminal", Args: args(cobra.NoArgs),
		Long: "The rig, live, in a terminal: faults first, money today, what each device does. q ends it.",
	}
	f := addDaemonFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if terminalWidth() == 0 {
			return usageError{errors.New("this is no terminal: gpuarbiter status prints the same")}
		}
		return (&top{ctx: cmd.Context(), get: f.get}).run(os.Stdin, os.Stdout)
	}
	return cmd
}

const (
	topStatus = 2 * time.Second
	topMoney  = time.Minute
)

// top is what is on the screen.
type top struct {
	ctx           context.Context
	get           func(ctx context.Context, path string, v any) error
	width, height int

	status httpapi.Status
	today  *books.Row // nil: not known yet
	fault  string     // why there is no status
}

// run shows the rig until q, ctrl-C or the context's end.
func (t *top) run(in *os.File, out io.Writer) error {
	keys := make(chan byte)
	if term.IsTerminal(int(in.Fd())) {
		before, err := term.MakeRaw(int(in.Fd()))
		if err != nil {
			return err
		}
		defer term.Restore(int(in.Fd()), before) //nolint:errcheck // the terminal may be gone
		go func() {
			key := make([]byte, 1)
			for {
				if _, err := in.Read(key); err != nil {
					return
				}
				select {
				case keys <- key[0]:
				case <-t.ctx.Done():
					return
				}
			}
		}()
	}
	// Another screen, without a cursor; the one before comes back at the end.
	if _, err := io.WriteString(out, "\x1b[?1049h\x1b[?25l"); err != nil {
		return err
	}
	defer io.WriteString(out, "\x1b[?25h\x1b[?1049l") //nolint:errcheck // the terminal may be gone
	money := time.Time{}
	for {
		t.askStatus()
		if time.Since(money) >= topMoney {
			t.askMoney()
			money = time.Now()
		}
		if width, height, err := term.GetSize(int(os.Stdout.Fd())); err == nil {
			t.width, t.height = width, height
		}
		if _, err := io.WriteString(out, "\x1b[H"+strings.ReplaceAll(t.view(), "\n", "\x1b[K\r\n")+"\x1b[K\x1b[J"); err != nil {
			return err
		}
		select {
		case <-t.ctx.Done():
			return nil
		case key := <-keys:
			if key == 'q' || key == 3 || key == 4 { // ctrl-C and ctrl-D, which raw mode hands over
				return nil
			}
		case <-time.After(topStatus):
		}
	}
}

func (t *top) askStatus() {
	var s httpapi.Status
	if err := t.get(t.ctx, "/api/status", &s); err != nil {
		t.fault = err.Error()
		return
	}
	t.status, t.fault = s, ""
}

func (t *top) askMoney() {
	now := time.Now()
	midnight := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	var e httpapi.Earned
	if t.get(t.ctx, "/api/money?"+url.Values{"by": {string(books.Kind)}, "since": {midnight.Format(time.RFC3339)}}.Encode(), &e) == nil {
		t.today = &e.Total // otherwise the status says what is amiss
	}
}

// view is the screen's text.
func (t *top) view() string {
	var lines []string
	s := t.status
	net, watts := 0.0, 0.0
	for _, d := range s.Devices {
		if d.NetUSD != nil {
			net += *d.NetUSD
		}
		if d.Watts != nil {
			watts += *d.Watts
		}
	}
	today := "?"
	if t.today != nil {
		today = httpapi.Dollars(t.today.Net)
	}
	lines = append(lines, fmt.Sprintf("%s   today %s USD   now %s USD/h   %.0f W   %s", orDash(s.Rig), today, httpapi.Dollars(net), watts, time.Now().Format("15:04:05")), "")
	if t.fault != "" {
		lines = append(lines, "! "+t.fault, "")
	}
	for _, f := range httpapi.FaultsOf(s) {
		lines = append(lines, "! "+f)
	}
	rows := [][]string{deviceHeader}
	for _, d := range s.Devices {
		rows = append(rows, deviceRow(d))
	}
	var table strings.Builder
	out := tabwriter.NewWriter(&table, 0, 4, columnGap, ' ', 0)
	for _, row := range fit(rows, t.width) {
		fmt.Fprintln(out, strings.Join(row, "\t"))
	}
	_ = out.Flush() // into memory
	lines = append(lines, "")
	lines = append(lines, strings.Split(strings.TrimRight(table.String(), "\n"), "\n")...)
	for _, m := range s.Markets {
		for _, c := range m.Challenges {
			lines = append(lines, strings.TrimSpace(fmt.Sprintf("%s: %s %s %s", c.Key, c.Phase, c.State, c.Why())))
		}
	}
	lines = append(lines, "", "q ends it")
	for i, line := range lines {
		if r := []rune(line); t.width > 0 && len(r) > t.width {
			lines[i] = string(r[:t.width-1]) + "\u2026"
		}
	}
	if t.height > 0 && len(lines) > t.height {
		lines = lines[:t.height]
	}
	return strings.Join(lines, "\n")
}
