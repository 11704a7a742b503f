package faults

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/rent/pages"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
	"github.com/gpuarbiter/gpuarbiter/test/standin"
)

// hurried is a page of the program with shorter pauses between two looks.
func hurried(t *testing.T, dir, name string) {
	t.Helper()
	p, err := pages.Builtin().Find(name)
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "hosts", name+".yaml"), regexp.MustCompile(`every: \d+[smh]`).ReplaceAllString(string(p.Text()), "every: 1s"))
}

// TestRent: a machine that is listed at Vast.ai mines until a customer comes, leaves at once
// whatever part of it is rented, comes back at the end, books what the host has paid, and names
// the price at which that is worth it. While the host says nothing, nothing runs.
func TestRent(t *testing.T) {
	t.Parallel()
	if err := buildLibrary(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	rig, p, vast := cards{filepath.Join(dir, "cards")}, standin.NewPool(t, ""), standin.NewVast(t, 2)
	for i := range 2 {
		rig.set(t, i, "NVIDIA GeForce RTX 3090", "pids=\n")
	}
	hurried(t, dir, "vast")
	write(t, filepath.Join(dir, "vast.key"), standin.VastKey+"\n")
	config := filepath.Join(dir, "config.yaml")
	write(t, config, fmt.Sprintf(rulesConfig, library, p.Address, "  - {name: none at two, work: {coins: [TWO]}, forbid: true}\n")+fmt.Sprintf(`rent:
  pages_dir: hosts
  hosts:
  - {name: vast, parameters: {machine: "35798", base: %q}, secrets: {api_key: vast.key}, margin_ratio: 0.1, models: {RTX 3090: {watts: 100}}}
`, vast.URL))
	vast.Break("API requests too frequent")
	d := start(t, dir, config, rig.env())
	both := func(want string) {
		t.Helper()
		d.within(patience, "both at "+want, func() bool {
			return d.device(0).Workload.String() == want && d.device(1).Workload.String() == want
		})
	}
	both("rent vast") // as far as anybody knows
	if host := d.status().Hosts[0]; len(host.Faults) == 0 || d.logged("worker started.*mine") > 0 {
		t.Errorf("it does not say so, or mines all the same: %+v", host)
	}
	vast.Break("")
	both("mine ONE")
	d.within(patience, "our price", func() bool { _, listed, _ := vast.Prices(); return listed > 0 }) // which is named after the bid
	bid, listed, _ := vast.Prices()
	// A card mines for 4/100 USD a second, less next to nothing; a customer draws 100 W.
	want := 144*1.1 + 0.1*1.06*0.01
	if math.Abs(bid-want) > 0.01*want || math.Abs(listed-1.15*bid) > 0.01*want {
		t.Errorf("%v is bid and %v listed, want %v", bid, listed, want)
	}
	vast.Rent(time.Now().Add(time.Hour))
	both("rent vast")
	rig.set(t, 0, "NVIDIA GeForce RTX 3090", "pids=4711\n") // the customer's
	if code, out, errs := d.cli("explain", "1", "--config", d.config); !strings.Contains(out, "the device is a customer's") {
		t.Errorf("explain: %d\n%s%s", code, out, errs)
	}
	if let, ok := d.metric(fmt.Sprintf(`host_let{host="vast",uuid=%q}`, uuid(0))); !ok || let != 1 {
		t.Errorf("the metric says %v, %t", let, ok)
	}
	vast.Earn(1.25)
	d.within(patience, "what it has paid", func() bool { return d.status().Money.Rent == 1.25 })
	vast.Earn(0.5)
	d.within(patience, "what it has paid since", func() bool { return d.status().Money.Rent == 1.75 })
	if lines := d.lines(store.RentRevenue); len(lines) != 2 {
		t.Errorf("%d lines", len(lines))
	}
	rig.set(t, 0, "NVIDIA GeForce RTX 3090", "pids=\n")
	vast.Rent(time.Time{})
	both("mine ONE")
	if code := d.stop(); code != 0 {
		t.Errorf("exit %d", code)
	}
	if text := d.text(); strings.Contains(text, standin.VastKey) {
		t.Error("the key is in the log")
	}
}

// visitPage is a host that cards go to, whose word is a file.
const visitPage = `name: visit
title: Visit
scope: device
parameters: {word: {about: a file}, mark: {about: a file}}
start:
  command: [sh, -c, 'echo "$CUDA_VISIBLE_DEVICES" > "$HOME/there"; exec sleep 1000']
  clear: [sh, -c, 'date >> {{.Parameters.mark}}']
  drain: 2s
probes:
- {every: 1s, ask: {file: "{{.Parameters.word}}"}, state: .state}
`

// TestVisit: a card goes to a host that pays more than mining, stays as long as a customer
// computes there, whatever mining pays meanwhile, and leaves once nobody does.
func TestVisit(t *testing.T) {
	t.Parallel()
	if err := buildLibrary(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	rig, p := cards{filepath.Join(dir, "cards")}, standin.NewPool(t, "")
	rig.set(t, 0, "NVIDIA GeForce RTX 3090", "pids=\n")
	write(t, filepath.Join(dir, "hosts", "visit.yaml"), visitPage)
	word, mark, config := filepath.Join(dir, "word"), filepath.Join(dir, "mark"), filepath.Join(dir, "config.yaml")
	configure := func(price string) {
		text := fmt.Sprintf(rulesConfig, library, p.Address, "  - {name: none at two, work: {coins: [TWO]}, forbid: true}\n")
		write(t, config, strings.Replace(text, "price_usd: 1,", "price_usd: "+price+",", 1)+fmt.Sprintf(`rent:
  pages_dir: hosts
  hosts:
  - {name: visit, parameters: {word: %s, mark: %s}, occupancy_ratio: 1, models: {RTX 3090: {usd_per_hour: 200, watts: 100}}}
`, word, mark))
	}
	configure("1") // 144 USD an hour
	write(t, word, `{"state":"free"}`)
	d := start(t, dir, config, rig.env())
	does := func(want string) {
		t.Helper()
		d.within(patience, want, func() bool { return d.device(0).Workload.String() == want && d.device(0).Phase == "running" })
	}
	does("rent visit")
	there := filepath.Join(d.state, "workers", uuid(0), "rent-visit", "there")
	d.within(patience, "its program", func() bool { b, _ := os.ReadFile(there); return strings.TrimSpace(string(b)) == uuid(0) })
	write(t, word, `{"state":"committed","until":0}`)
	d.within(patience, "the customer", func() bool { return strings.Contains(d.device(0).Worker, "committed") })
	configure("2")
	if err := d.cmd.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	d.within(patience, "the new price", func() bool {
		_, out, _ := d.cli("explain", "0", "--config", d.config)
		return strings.Contains(out, "the device is a customer's") && regexp.MustCompile(`28[78]\.\d`).MatchString(out)
	})
	if did := d.device(0).Workload.String(); did != "rent visit" {
		t.Errorf("it does %s", did)
	}
	write(t, word, `{"state":"free"}`)
	does("mine ONE")
	if b, _ := os.ReadFile(mark); strings.Count(string(b), "\n") != 2 {
		t.Errorf("it was cleared up %d times, not before and behind the visit", strings.Count(string(b), "\n"))
	}
}
