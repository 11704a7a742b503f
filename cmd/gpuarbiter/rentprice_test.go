package main

import (
	"errors"
	"fmt"
	"math"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent/pages"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// landlord is a daemon of which only its hosts are asked.
type landlord struct {
	httpapi.Daemon
	hosts []*rent.Host
}

func (landlord) View() scheduler.View                   { return scheduler.View{} }
func (landlord) Markets() []solver.State                { return nil }
func (landlord) Totals() map[store.TotalKey]store.Total { return nil }
func (landlord) Facts() httpapi.Facts                   { return httpapi.Facts{} }
func (l landlord) Hosts() (all []rent.View) {
	for _, h := range l.hosts {
		all = append(all, h.View())
	}
	return all
}

// controlSocket answers as the daemon does on its socket.
func controlSocket(t *testing.T, hosts ...*rent.Host) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "rent") // short: a socket's path has little room
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	l, err := net.Listen("unix", filepath.Join(dir, "s"))
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: httpapi.Handler(landlord{hosts: hosts})}
	go func() { _ = server.Serve(l) }()
	t.Cleanup(func() { _ = server.Close() })
	return l.Addr().String()
}

// akashHost is a host whose reservation price is so much; 0: it is not known.
func akashHost(t *testing.T, name string, reservation float64) *rent.Host {
	t.Helper()
	page, err := pages.Builtin().Find("akash")
	if err != nil {
		t.Fatal(err)
	}
	h := rent.New(rent.Config{
		Terms: rent.Terms{Name: name, Page: page}, Now: time.Now, Log: zap.NewNop(),
		Devices: func() []rent.Device { return []rent.Device{{UUID: "GPU-0"}} }, There: func(string) bool { return true },
	})
	h.Want(reservation)
	return h
}

// Akash's provider runs a script for each order, and takes what that prints for the price, if it ends
// well. What is no bid prints nothing: half a line would be one.
func TestAkashProviderAsks(t *testing.T) {
	t.Parallel()
	socket := controlSocket(t, akashHost(t, "another", 9), akashHost(t, "akash", 0.35), akashHost(t, "blind", 0))
	const one = `{"resources":[{"memory":34359738368,"cpu":8000,"gpu":{"units":1,"attributes":{"vendor":{"nvidia":{"model":"rtx3090","ram":"24Gi"}}}},"storage":[{"class":"ephemeral","size":107374182400}],"count":1,"endpoint_quantity":1,"ip_lease_quantity":0}],"price":{"denom":"uact","amount":"10000.000000000000000000"},"price_precision":6}`
	change := func(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(one) }
	const block = 1699.1693 // millionths of a dollar by the block are one by the hour
	for _, tt := range []struct {
		name, flags, order string
		want               float64 // 0: no bid
		why                string
	}{
		{"one GPU", "", one, 0.35 * block, ""},
		{"twice two", "", change(`"units":1`, `"units":2`, `"count":1`, `"count":2`), 4 * 0.35 * block, ""},
		{"with the rest of it", "--other-usd-per-hour 0.05", one, 0.4 * block, ""},
		{"in AKT", "--usd-per-akt 0.7", change("uact", "uakt"), 0.5 * block, ""},
		{"in AKT, whose price is not said", "", change("uact", "uakt"), 0, "--usd-per-akt"},
		{"in another currency", "--usd-per-akt 0.7", change("uact", "uosmo"), 0, "uosmo"},
		{"of an older provider", "--usd-per-akt 0.7", `[{"gpu":{"units":1},"count":1}]`, 0.5 * block, ""},
		{"it would pay less", "", change("10000.000000000000000000", "594.7"), 0, "by the block"},
		{"it would pay just enough", "", change("10000.000000000000000000", "594.8"), 0.35 * block, ""},
		{"too many GPUs", "", change(`"units":1`, `"units":100000`), 0, "100000 GPUs"},
		{"too long", "", one + strings.Repeat(" ", mostOrder), 0, "longer"},
		{"below zero", "", change(`"units":1`, `"units":-1`), 0, "-1 GPUs"},
		{"no GPU", "", change(`"units":1`, `"units":0`), 0, "no GPU"},
		{"GPUs that are a text", "", change(`"units":1`, `"units":"1"`), 0, "standard input"},
		{"cut", "", one[:len(one)/2], 0, "standard input"},
		{"two in one", "", one + "\n" + one, 0, "standard input"},
		{"garbage", "", "\x00\xff\x17{]", 0, "standard input"},
		{"a page for people", "", "<html><title>502</title></html>", 0, "standard input"},
		{"nothing", "", "", 0, "standard input"},
		{"the price is not known", "--host blind", one, 0, "not known"},
		{"a host that is not there", "--host nobody", one, 0, "nobody"},
		{"the daemon is not there", "--socket /nowhere/s", one, 0, "does not answer"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			script := filepath.Join(t.TempDir(), "price.sh")
			if err := os.WriteFile(script, fmt.Appendf(nil, "#!/bin/sh\nexec gpuarbiter rent price --host akash --socket %s %s\n", socket, tt.flags), 0o700); err != nil {
				t.Fatal(err)
			}
			var out, errs strings.Builder
			cmd := exec.Command("sh", script)
			cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(tt.order), &out, &errs
			cmd.Env = append(os.Environ(), "AKASH_OWNER=akash1owner", "AKASH_DENOM=uact")
			err := cmd.Run()
			var exit *exec.ExitError
			if tt.want == 0 {
				if !errors.As(err, &exit) || out.Len() > 0 || !strings.Contains(errs.String(), tt.why) {
					t.Errorf("%v: %q\n%s", err, out.String(), errs.String())
				}
				return
			}
			got, bad := strconv.ParseFloat(strings.TrimSpace(out.String()), 64)
			if err != nil || bad != nil || math.Abs(got-tt.want) > 0.01 || errs.Len() > 0 {
				t.Errorf("%q, want %.6f: %v\n%s", out.String(), tt.want, err, errs.String())
			}
		})
	}
}
