package main

import (
	"context"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
)

func statusCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "status", Short: "What every device does, and what it earns", Args: args(cobra.NoArgs)}
	f := addDaemonFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		var s httpapi.Status
		if err := f.get(cmd.Context(), "/api/status", &s); err != nil {
			return err
		}
		if *f.json {
			return printJSON(s)
		}
		return printStatus(s)
	}
	return cmd
}

func printStatus(s httpapi.Status) error {
	fmt.Fprintf(stdout, "gpuarbiter %s, up %s\n", s.Version, time.Since(s.Started).Round(time.Second))
	for _, w := range s.Warnings {
		fmt.Fprintln(stdout, "warning:", w)
	}
	if s.ConfigFault != "" {
		fmt.Fprintln(stdout, "fault: configuration was not reloaded:", s.ConfigFault)
	}
	if s.StoreFault != "" {
		fmt.Fprintf(stdout, "fault: the store cannot be written: %s (%d writes failed); is the disk full?\n", s.StoreFault, s.StoreFaults)
	}
	if s.Fault != "" {
		fmt.Fprintln(stdout, "fault: no devices:", s.Fault)
	}
	t := newTable(deviceHeader...)
	for _, d := range s.Devices {
		t.row(deviceRow(d)...)
	}
	if err := t.flush(); err != nil {
		return err
	}
	printCare(s)
	printHosts(s.Hosts)
	for _, m := range s.Markets {
		fmt.Fprintf(stdout, "\nchain %s, block %d, account %s, balance %s ether\n", m.Chain, m.Head, orDash(m.Account), etherText(m.BalanceWei))
		if m.Fault != "" {
			fmt.Fprintln(stdout, "fault:", m.Fault)
		}
		for _, e := range m.Endpoints {
			fmt.Fprintln(stdout, "endpoint:", e)
		}
		for _, r := range m.Refusals {
			fmt.Fprintln(stdout, "the node refuses", r)
		}
		if err := printChallenges(m.Challenges); err != nil {
			return err
		}
	}
	m := s.Money
	say("\nUSD: mining %.4f, rent %.4f, rewards %.4f, electricity %.4f, gas %.4f, bonds %.4f, bounties %.4f, net %.4f", m.Mining, m.Rent, m.Rewards, m.Electricity, m.Gas, m.Bonds, m.Bounties, m.Net)
	return nil
}

// deviceHeader and deviceRow are the table of what devices do.
var deviceHeader = []string{"#", "MODEL", "WORKLOAD", "PHASE", "USD/H", "W", "C", "WORKER"}

func deviceRow(d httpapi.DeviceStatus) []string {
	worker := d.Worker
	switch {
	case d.Fault != "":
		worker = "fault: " + d.Fault
	case d.WorkerFault != "":
		worker = "fault: " + d.WorkerFault
	case d.Reason != "":
		worker = d.Reason
	case d.Hashrate > 0:
		worker = fmt.Sprintf("%sH/s, %d shares", httpapi.SI(d.Hashrate), d.Shares)
	case d.Progress > 0:
		worker = strings.TrimSuffix(fmt.Sprintf("%.0f %%, accuracy %.3f, %s", 100*d.Progress, d.Accuracy, d.Network), ", ")
	}
	if with := d.With(); with != "" {
		worker += ", with " + with
	}
	return []string{fmt.Sprint(d.Index), shortModel(d.Model), d.Workload.String(), string(d.Phase), usd(d.NetUSD), whole(d.Watts), whole(d.Celsius), worker}
}

// shortModel is what tells models apart; a pipe gets the whole name.
func shortModel(model string) string {
	if terminalWidth() == 0 {
		return model
	}
	return strings.TrimPrefix(strings.TrimPrefix(model, "NVIDIA "), "GeForce ")
}

// printCare says what a person ought to look at: devices that are missing, are held, are hot
// or have reported errors.
func printCare(s httpapi.Status) {
	for _, a := range s.Absent {
		name, word := orDash(strings.TrimSpace(a.Device.Model+" "+string(a.Device.UUID))), "left alone"
		if a.Missing {
			word = "missing"
		}
		if a.Device.UUID == "" && a.Device.Unusable != "" {
			name = fmt.Sprintf("#%d", a.Device.Index)
		}
		fmt.Fprintf(stdout, "%s: %s: %s\n", word, name, a.Why)
	}
	for _, d := range s.Devices {
		for _, line := range []struct{ word, text string }{{"heat", d.Heat}, {"settings", d.Untuned}, {"power", d.Reckoned}} {
			if line.text != "" {
				fmt.Fprintf(stdout, "%s: #%d: %s\n", line.word, d.Index, line.text)
			}
		}
		for _, xid := range slices.Sorted(maps.Keys(d.Xids)) {
			fmt.Fprintf(stdout, "driver: #%d: %s, %d times\n", d.Index, gpu.DescribeXid(xid), d.Xids[xid])
		}
	}
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func printChallenges(list []httpapi.ChallengeStatus) error {
	if len(list) == 0 {
		fmt.Fprintln(stdout, "no challenges")
		return nil
	}
	t := newTable("CHALLENGE", "PHASE", "ATTEMPT", "REWARD", "NEED", "RIGHT", "DEADLINE", "WHY")
	for _, c := range list {
		phase := c.Phase
		if c.Outcome != "open" {
			phase += " (" + c.Outcome + ")"
		}
		deadline, right := "-", "-"
		if !c.Deadline.IsZero() {
			deadline = c.Deadline.Local().Format("01-02 15:04:05")
		}
		if c.Right > 0 {
			right = fmt.Sprint(c.Right)
		}
		reward := etherText(c.RewardWei) + " ether"
		if c.Token != "" {
			reward = c.RewardWei + " units of " + c.Token
		}
		t.row(c.Key, phase, string(c.State), reward, fmt.Sprintf("%d/%d", c.Need, c.Points), right, deadline, c.Why())
	}
	return t.flush()
}

func challengesCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "challenges", Short: "The challenges that the daemon sees, and our attempts", Args: args(cobra.NoArgs)}
	f := addDaemonFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		var s httpapi.Status
		if err := f.get(cmd.Context(), "/api/status", &s); err != nil {
			return err
		}
		var all []httpapi.ChallengeStatus
		for _, m := range s.Markets {
			all = append(all, m.Challenges...)
		}
		if *f.json {
			return printJSON(all)
		}
		return printChallenges(all)
	}
	return cmd
}

func gpusCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "gpus", Short: "The devices of this machine (no daemon is needed)", Args: args(cobra.NoArgs)}
	path, asJSON := configFlag(cmd), jsonFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		cfg := config.Default()
		if cmd.Flags().Changed("config") {
			loaded, err := config.Load(*path)
			if err != nil {
				return err
			}
			cfg = *loaded
		}
		list, err := readDevices(cmd.Context(), &cfg, setSource)
		if err != nil {
			return err
		}
		list = append(list, missed(cmd.Context(), &cfg)...)
		if *asJSON {
			return printJSON(list)
		}
		t := newTable("#", "MODEL", "UUID", "PCI", "MEMORY", "W", "LIMIT", "C", "PROCESSES")
		for _, d := range list {
			r := d.Reading
			t.row(fmt.Sprint(d.Index), d.Model, string(d.UUID), d.PCI, fmt.Sprintf("%d MiB", d.MemoryBytes>>20), number(r.Power), number(r.PowerLimit), number(r.Temperature), fmt.Sprint(len(r.Processes)))
		}
		if err := t.flush(); err != nil {
			return err
		}
		for _, d := range list {
			if d.Fault != "" {
				say("fault: #%d %s: %s", d.Index, d.Model, d.Fault)
			}
		}
		return nil
	}
	return cmd
}

// missed are the devices that the daemon, where one runs, knows of and that are not here.
func missed(ctx context.Context, cfg *config.Config) (list []deviceReading) {
	if _, err := os.Stat(cfg.Control.Socket); err != nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	var s httpapi.Status
	if err := (client{socket: cfg.Control.Socket}).get(ctx, "/api/status", &s); err != nil {
		return nil // it was not asked for
	}
	for _, a := range s.Absent {
		if a.Missing {
			list = append(list, deviceReading{Device: a.Device, Fault: "it is missing: " + a.Why})
		}
	}
	return list
}

func number[T ~float64](v *T) string {
	if v == nil {
		return "-"
	}
	return fmt.Sprintf("%.0f", float64(*v))
}

// deviceReading is a device with one sample.
type deviceReading struct {
	gpu.Device
	Reading gpu.Reading `json:"reading"`
	Fault   string      `json:"fault,omitempty"`
}

// setSource is what else there is where there is no driver.
const setSource = "set devices.source: simulated"

// readDevices samples all devices; otherwise is what a person can do without a driver, for a first look.
func readDevices(ctx context.Context, cfg *config.Config, otherwise string) ([]deviceReading, error) {
	source, err := app.OpenDevices(ctx, cfg, zap.NewNop())
	if err != nil {
		return nil, &app.Fault{Err: err, Hint: "install the NVIDIA driver (nvidia-smi must work), or " + otherwise + " for a first look"}
	}
	defer source.Close() //nolint:errcheck // nothing was changed
	devices, err := source.Devices(ctx)
	if err != nil {
		return nil, err
	}
	var list []deviceReading
	for _, d := range devices {
		line := deviceReading{Device: d, Fault: d.Unusable}
		if d.UUID == "" {
			list = append(list, line)
			continue
		}
		if line.Reading, err = source.Read(ctx, d.UUID); err != nil {
			line.Fault = err.Error()
		}
		list = append(list, line)
	}
	return list, nil
}
