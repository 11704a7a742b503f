package main

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
)

// deviceCommands are what an operator may ask of single devices.
func deviceCommands() *cobra.Command {
	return group(&cobra.Command{Use: "device", Short: "Restart, pause, quarantine or release devices"},
		deviceCommand(scheduler.Restart, "Stop the devices' workers and start them again", false),
		deviceCommand(scheduler.Pause, "Keep devices from work until resume; workers save what they have done", true),
		deviceCommand(scheduler.Resume, "End a pause", false),
		deviceCommand(scheduler.Quarantine, "Keep devices from work until release: they are not fit for it", true),
		deviceCommand(scheduler.Release, "End a quarantine, whoever began it, and try the devices at once", false),
		deviceCommand(scheduler.Forget, "Miss devices no more that were taken out for good", false),
	)
}

// rigCommands are for all devices, those that are yet to come included.
func rigCommands() *cobra.Command {
	return group(&cobra.Command{Use: "rig", Short: "Pause or resume the whole rig"},
		rigCommand(scheduler.Pause, "Keep all devices from work until resume, over restarts, too", true),
		rigCommand(scheduler.Resume, "End a pause of the rig and of its devices", false),
	)
}

func deviceCommand(a scheduler.Action, short string, lasts bool) *cobra.Command {
	cmd := &cobra.Command{Use: string(a) + " DEVICE...", Short: short, Args: args(cobra.MinimumNArgs(1)),
		Long: short + ".\n\nDEVICE is a UUID, its beginning or an index, as `gpuarbiter status` and `gpus` print them."}
	return commanding(cmd, a, lasts)
}

func rigCommand(a scheduler.Action, short string, lasts bool) *cobra.Command {
	return commanding(&cobra.Command{Use: string(a), Short: short, Args: args(cobra.NoArgs)}, a, lasts)
}

// commanding makes a command that asks the daemon for an action.
func commanding(cmd *cobra.Command, a scheduler.Action, lasts bool) *cobra.Command {
	f := addDaemonFlags(cmd)
	length, reason := new(time.Duration), new(string)
	if lasts {
		length = cmd.Flags().Duration("for", 0, "how long, such as 2h; 0: until it is ended")
		reason = cmd.Flags().String("reason", "", "why, for status and log")
	}
	cmd.RunE = func(cmd *cobra.Command, devices []string) error {
		if *length < 0 {
			return usageError{fmt.Errorf("--for %s is below zero", *length)}
		}
		c, err := f.client()
		if err != nil {
			return err
		}
		var answer httpapi.Commanded
		if err := c.post(cmd.Context(), "/api/command", scheduler.Command{Action: a, Devices: devices, For: *length, Reason: *reason}, &answer); err != nil {
			return &app.Fault{Err: err, Hint: cmp.Or(hintOf(err), "gpuarbiter status lists the devices and what holds them")}
		}
		if *f.json {
			return printJSON(answer)
		}
		names := make([]string, len(answer.Devices))
		for i, id := range answer.Devices {
			names[i] = string(id)
		}
		fmt.Fprintf(stdout, "%s: %s\n", a, orDash(strings.Join(names, ", ")))
		return nil
	}
	return cmd
}
