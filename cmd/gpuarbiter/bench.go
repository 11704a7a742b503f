package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
)

// benchCommand has the daemon measure what devices do and draw at coins.
func benchCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "bench", Short: "Measure what devices do and draw at coins, and which power limit earns most", Args: args(cobra.NoArgs),
		Long: "Measure what devices do and draw at coins.\n\n" +
			"The daemon mines one coin after the other on each device, whatever they earn, and keeps\nthe figures in place of those of the configuration. With --power it does so at several\n" +
			"power limits; the one with the most net at the present prices is used from then on, where\nthe configuration names none. What is interrupted here goes on in the daemon; a release of\nthe device ends it, a pause delays it.",
	}
	f := addDaemonFlags(cmd)
	devices := cmd.Flags().StringSlice("device", nil, "UUID, its beginning or index; default: all")
	coins := cmd.Flags().StringSlice("coin", nil, "coin; default: all that the device could mine")
	length := cmd.Flags().Duration("for", 3*time.Minute, "how long each measurement is, behind two minutes of warming up")
	limits := cmd.Flags().Bool("power", false, "at several power limits, too; changing them needs root or the helper")
	wait := cmd.Flags().Bool("wait", true, "wait for the figures and print them")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if *length <= 0 {
			return usageError{fmt.Errorf("--for %s is not above zero", *length)}
		}
		c, err := f.client()
		if err != nil {
			return err
		}
		var answer httpapi.Commanded
		question := scheduler.Command{Action: scheduler.Measure, Devices: *devices, Coins: *coins, For: *length, Limits: *limits}
		if err := c.post(cmd.Context(), "/api/command", question, &answer); err != nil {
			return err
		}
		if !*wait {
			return nil
		}
		measured, err := awaitBench(cmd.Context(), c, answer.Devices, *f.json)
		if err != nil {
			return err
		}
		if *f.json {
			err = printJSON(measured)
		} else {
			err = printBench(measured)
		}
		if err != nil {
			return err
		}
		for _, d := range measured {
			if slices.ContainsFunc(d.Measured, func(m learned.Measurement) bool { return m.Fault == "" }) {
				return nil
			}
		}
		return errors.New("nothing could be measured")
	}
	return cmd
}

// awaitBench waits until the devices' measurements are done, and says how far they are.
func awaitBench(ctx context.Context, c client, ids []gpu.UUID, quiet bool) (lines []httpapi.DeviceStatus, err error) {
	tick := time.NewTicker(2 * time.Second)
	defer tick.Stop()
	show := func(int, int) {}
	if !quiet {
		show = progressOf("measuring")
	}
	for {
		var s httpapi.Status
		if err := c.get(ctx, "/api/status", &s); err != nil {
			return nil, err
		}
		lines = slices.DeleteFunc(s.Devices, func(d httpapi.DeviceStatus) bool { return !slices.Contains(ids, d.UUID) })
		left, done := 0, 0
		for _, d := range lines {
			left, done = left+len(d.Trials), done+len(d.Measured)
		}
		show(done, done+left)
		if left == 0 {
			return lines, nil
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-tick.C:
		}
	}
}

func printBench(devices []httpapi.DeviceStatus) error {
	t := newTable("#", "MODEL", "COIN", "LIMIT W", "RATE", "W", "PER JOULE", "REJECTED", "")
	for _, d := range devices {
		for _, m := range d.Measured {
			limit, watts, efficiency := "-", "-", "-"
			if m.Limit > 0 {
				limit = fmt.Sprintf("%.0f", float64(m.Limit))
			}
			if m.Watts > 0 {
				watts, efficiency = fmt.Sprintf("%.0f", m.Watts), httpapi.SI(m.PerSecond/m.Watts)+"H"
			}
			t.row(fmt.Sprint(d.Index), d.Model, m.Workload.Target, limit, httpapi.SI(m.PerSecond)+"H/s", watts, efficiency, fmt.Sprintf("%.1f %%", 100*m.Rejected), m.Fault)
		}
	}
	return t.flush()
}
