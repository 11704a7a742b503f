package main

import (
	"context"
	"fmt"
	"math"
	"net/url"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
)

func explainCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "explain [device]", Short: "Every option of a device, its value, and why it does or does not switch", Args: args(cobra.MaximumNArgs(1))}
	f := addDaemonFlags(cmd)
	history := cmd.Flags().Int("history", 0, "instead: the latest so many switches")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if *history > 0 {
			return explainHistory(cmd.Context(), f, *history, args)
		}
		path := "/api/explain"
		if len(args) == 1 {
			path += "?device=" + url.QueryEscape(args[0])
		}
		var list []httpapi.Explanation
		if err := f.get(cmd.Context(), path, &list); err != nil {
			return err
		}
		if len(list) == 0 && len(args) == 1 {
			return noDevice(args[0])
		}
		if *f.json {
			return printJSON(list)
		}
		for _, e := range list {
			if err := printExplanation(e); err != nil {
				return err
			}
		}
		return nil
	}
	return cmd
}

func printExplanation(e httpapi.Explanation) error {
	d := e.Decision
	fmt.Fprintf(stdout, "%s  %s\n  runs %s since %s\n", d.Device, e.Model, d.Running, e.Since.Local().Format("15:04:05"))
	verb := "stays"
	if d.Switch {
		verb = "switches to " + d.Chosen.String()
	}
	say("  %s: %s", verb, d.Reason)
	if d.Fault != "" {
		say("  fault: %s earns nothing now: %s", d.Running, d.Fault)
	}
	t := newTable("  OPTION", "NET", "= GROSS", "- FEES", "- POWER", "- GAS", "- RISK", "+-", "W", "HOURS", "P", "NOTE")
	for _, o := range d.Options {
		mark := "  "
		if o.Workload == d.Chosen {
			mark = "> "
		}
		note := o.Note()
		if o.Quoted > 0 && math.Abs(float64(o.Gross/o.Quoted)-1) >= 0.02 {
			note += fmt.Sprintf("; quotes of now say %.4f", float64(o.Quoted))
		}
		if !o.Candidate() {
			t.row(mark+o.Workload.String(), "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", note)
			continue
		}
		n := func(v profit.USDPerHour) string { return fmt.Sprintf("%.4f", float64(v)) }
		hours, p := "-", "-"
		if o.Hours > 0 {
			hours, p = fmt.Sprintf("%.3f", o.Hours), fmt.Sprintf("%.2f", o.Probability)
		}
		t.row(mark+o.Workload.String(), n(o.Money()), n(o.Gross), n(o.Fees), n(o.Electricity), n(o.Gas), n(o.Risk), n(o.Sigma), fmt.Sprintf("%.0f", float64(o.Watts)), hours, p, note)
	}
	if err := t.flush(); err != nil {
		return err
	}
	printFull(e.Full)
	if !e.Replayed {
		fmt.Fprintln(stdout, "  fault: the plan computed again from the snapshot differs")
	}
	fmt.Fprintln(stdout, "  (USD per hour)")
	fmt.Fprintln(stdout)
	return nil
}

// printFull prints which part of the estimates decided, and what would lead to
// another decision.
func printFull(x decide.Explanation) {
	if x.Decisive != "" {
		say("  %s", x.Decisive)
	}
	for _, c := range x.Changes {
		say("  %s", c)
	}
	if x.Team != "" {
		say("  %s", x.Team)
	}
}

// explainHistory prints the latest switches, of all devices or one, each with what
// decided it.
func explainHistory(ctx context.Context, f daemonFlags, n int, devices []string) error {
	path := fmt.Sprintf("/api/decisions?n=%d", min(n, 1000)) // each has one switch or more
	if len(devices) > 0 {
		path += "&device=" + url.QueryEscape(devices[0])
	}
	var records []scheduler.Record
	if err := f.get(ctx, path, &records); err != nil {
		return err
	}
	if len(devices) == 1 {
		var list []httpapi.Explanation // of the present: which device is meant
		if err := f.get(ctx, "/api/explain?device="+url.QueryEscape(devices[0]), &list); err != nil {
			return err
		}
		if len(list) == 0 {
			return noDevice(devices[0])
		}
		devices[0] = list[0].Decision.Device
	}
	type line struct {
		At       time.Time       `json:"at"`
		Decision decide.Decision `json:"decision"`
	}
	lines := []line{}
	for _, r := range records {
		for _, d := range r.Plan.Decisions {
			if d.Switch && (len(devices) == 0 || d.Device == devices[0]) {
				lines = append(lines, line{r.Plan.At, d})
			}
		}
	}
	slices.SortStableFunc(lines, func(a, b line) int { return a.At.Compare(b.At) })
	lines = lines[max(len(lines)-n, 0):]
	if *f.json {
		return printJSON(lines)
	}
	for _, l := range lines {
		say("%s  %s: %s to %s\n  %s", l.At.Local().Format(time.DateTime), l.Decision.Device, l.Decision.Running, l.Decision.Chosen, l.Decision.Reason)
		printFull(decide.Explain(l.Decision))
	}
	return nil
}

func noDevice(name string) error {
	return &app.Fault{Err: fmt.Errorf("there is no device %q", name), Hint: "gpuarbiter gpus lists index and UUID"}
}
