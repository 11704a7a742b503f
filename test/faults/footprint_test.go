package faults

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// BenchmarkFootprint is what the daemon takes of the machine with twelve devices that are
// looked at each second: the part of a core, memory, and the time of a scrape. The stand-in
// for the driver's library reads files at each call; a part of the core is its own.
func BenchmarkFootprint(b *testing.B) {
	if err := buildLibrary(); err != nil {
		b.Fatal(err)
	}
	dir := b.TempDir()
	rig := cards{filepath.Join(dir, "cards")}
	for i := range 12 {
		rig.set(b, i, "NVIDIA GeForce RTX 3090", "pids=\n")
	}
	config := filepath.Join(dir, "config.yaml")
	write(b, config, fmt.Sprintf(`state_dir: state
http: {listen: ""}
electricity: {price_per_kwh: 0.1}
devices: {source: nvml, nvml_library: %s}
policy: {tick: 1s}
`, library))
	d := start(b, dir, config, rig.env())
	time.Sleep(5 * time.Second) // the start is no part of it
	for b.Loop() {
		before, begin := cpu(b, d.cmd.Process.Pid), time.Now()
		for range 4 { // as Prometheus scrapes
			time.Sleep(15 * time.Second)
			if _, err := d.get("/metrics"); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(100*(cpu(b, d.cmd.Process.Pid)-before).Seconds()/time.Since(begin).Seconds(), "%core")
		b.ReportMetric(float64(resident(b, d.cmd.Process.Pid))/(1<<20), "MiB")
		var scrapes []time.Duration
		for range 50 {
			at := time.Now()
			if _, err := d.get("/metrics"); err != nil {
				b.Fatal(err)
			}
			scrapes = append(scrapes, time.Since(at))
		}
		slices.Sort(scrapes)
		b.ReportMetric(float64(scrapes[len(scrapes)/2].Microseconds())/1000, "ms/scrape")
	}
}

// cpu is the time that a process has computed (proc_pid_stat(5): in hundredths of a second).
func cpu(t testing.TB, pid int) time.Duration {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		t.Fatal(err)
	}
	fields := strings.Fields(string(text[strings.LastIndexByte(string(text), ')')+1:]))
	var ticks int
	for _, f := range fields[11:13] {
		n, err := strconv.Atoi(f)
		if err != nil {
			t.Fatal(err)
		}
		ticks += n
	}
	return time.Duration(ticks) * 10 * time.Millisecond
}

// resident is the memory that a process has at present.
func resident(t testing.TB, pid int) int {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	if err != nil {
		t.Fatal(err)
	}
	pages, err := strconv.Atoi(strings.Fields(string(text))[1])
	if err != nil {
		t.Fatal(err)
	}
	return pages * os.Getpagesize()
}
