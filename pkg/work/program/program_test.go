package program

import (
	"bytes"
	"math"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/work"
)

func read(t *testing.T, text string) (*config.Config, []config.Fault) {
	t.Helper()
	c, err := config.Parse([]byte("electricity: {price_per_kwh: 0.5}\n" + text))
	if err != nil {
		faults, ok := err.(*config.Faults) //nolint:errorlint // it is
		if !ok {
			t.Fatal(err)
		}
		return nil, faults.List
	}
	return c, nil
}

const render = `work:
  program:
  - name: render
    command: [/opt/render, --gpu, "{{.Index}}", "--out={{.WorkDir}}/frames"]
    env: {DEVICE: "{{.Device}}", A: b}
    usd_per_hour: 0.30
    sigma_ratio: 0.1
    watts: 300
    grace: 30s
    clear: [/opt/clear, "{{.Index}}"]
    read_paths: [/srv/scenes]
    models: {RTX 4090: {usd_per_hour: 0.80}, RTX 3090: {watts: 250}}
`

// What a program is worth on a device becomes an estimate beside all others, and what it is
// started with names the device.
func TestProgram(t *testing.T) {
	c, faults := read(t, render)
	if faults != nil {
		t.Fatal(faults)
	}
	all := work.Open(c.Work)
	big := gpu.Device{UUID: "GPU-1", Index: 1, Model: "NVIDIA GeForce RTX 4090"}
	offers := all.Offers(big)
	want := []profit.Offer{{Target: "render", PerHour: 0.80, Sigma: 0.08, Watts: 300}}
	if got := offers[Kind]; len(got) != 1 || got[0].Target != want[0].Target || got[0].PerHour != want[0].PerHour || math.Abs(float64(got[0].Sigma-want[0].Sigma)) > 1e-12 || got[0].Watts != 300 {
		t.Errorf("%+v", got)
	}
	if got := all.Offers(gpu.Device{Model: "NVIDIA GeForce RTX 3090"})[Kind]; len(got) != 1 || got[0].PerHour != 0.30 || got[0].Watts != 250 {
		t.Errorf("%+v", got)
	}
	if got := all.Offers(gpu.Device{Model: "Tesla P4"}); got != nil {
		t.Errorf("a model that is not named has %+v", got)
	}
	m := profit.Market{Now: time.Now(), Tariff: profit.Tariff{PerKWh: profit.Quote{Value: 0.5, Source: "test"}, Rate: profit.Quote{Value: 1, Source: "test"}, Overhead: 1, Currency: "USD"}}
	es := profit.Estimates(profit.Device{UUID: "GPU-1", Offers: offers}, m)
	i := slices.IndexFunc(es, func(e profit.Estimate) bool { return e.Workload == profit.Workload{Kind: Kind, Target: "render"} })
	if i < 0 || math.Abs(float64(es[i].Net)-(0.80-0.15)) > 1e-12 || es[i].Watts != 300 {
		t.Errorf("%+v", es)
	}
	p, err := all.Programs()[Kind].Program(big, "render", "/w")
	if err != nil || !slices.Equal(p.Argv, []string{"/opt/render", "--gpu", "1", "--out=/w/frames"}) || !slices.Equal(p.Env, []string{"A=b", "DEVICE=GPU-1"}) ||
		!slices.Equal(p.Clear, []string{"/opt/clear", "1"}) || p.Drain != 30*time.Second || !slices.Equal(p.Read, []string{"/srv/scenes"}) {
		t.Errorf("%+v, %v", p, err)
	}
	if _, err := all.Programs()[Kind].Program(big, "gone", "/w"); err == nil {
		t.Error("a program that is not there")
	}
	if k := Kind.Traits(); !k.Unpaid || k.Task || k.Rest {
		t.Errorf("%+v", k)
	}
}

// Watts that nobody tells are what the device may draw: power that is not known is not free.
func TestUnknownWatts(t *testing.T) {
	c, faults := read(t, "work: {program: [{name: a, command: [x], usd_per_hour: 1}]}")
	if faults != nil {
		t.Fatal(faults)
	}
	if got := work.Open(c.Work).Offers(gpu.Device{PowerLimit: gpu.PowerRange{DefaultWatts: 350}})[Kind]; len(got) != 1 || got[0].Watts != 350 {
		t.Errorf("%+v", got)
	}
}

// The example has every key, and nothing is wrong with it.
func TestExample(t *testing.T) {
	c, err := config.Load("../../../config.example.yaml")
	if err != nil {
		t.Fatal(err)
	}
	f := *c.Work[string(Kind)].(*Form)
	if len(f) != 1 || f[0].Name != "render" {
		t.Fatalf("%+v", f)
	}
	text, err := os.ReadFile("../../../config.example.yaml")
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ = bytes.Cut(text, []byte("\nwork:\n"))
	for i := range reflect.TypeFor[Program]().NumField() {
		if key := reflect.TypeFor[Program]().Field(i).Tag.Get("yaml"); !bytes.Contains(text, []byte(" "+key+": ")) && !bytes.Contains(text, []byte(" "+key+":\n")) {
			t.Errorf("%s is not in the example", key)
		}
	}
}

// What is wrong is found when the file is read, with where it stands.
func TestFaults(t *testing.T) {
	for _, tt := range []struct{ text, where, what string }{
		{"work: {program: [{name: a b, command: [x], usd_per_hour: 1}]}", "work.program[0].name", "cannot be used"},
		{"work: {program: [{name: a, command: [x], usd_per_hour: 1}, {name: a, command: [x], usd_per_hour: 1}]}", "work.program[1].name", "cannot be used"},
		{"work: {program: [{name: a, usd_per_hour: 1}]}", "work.program[0].command", "is missing"},
		{"work: {program: [{name: a, command: ['{{.Nothing}}'], usd_per_hour: 1}]}", "work.program[0].command", "Nothing"},
		{"work: {program: [{name: a, command: ['{{'], usd_per_hour: 1}]}", "work.program[0].command", "{{"},
		{"work: {program: [{name: a, command: [x]}]}", "work.program[0].usd_per_hour", "is missing"},
		{"work: {program: [{name: a, command: [x], usd_per_hour: .inf}]}", "work.program[0].usd_per_hour", "out of range"},
		{"work: {program: [{name: a, command: [x], usd_per_hour: 1, watts: -1}]}", "work.program[0].watts", "out of range"},
		{"work: {program: [{name: a, command: [x], models: {M: {watts: .nan}}}]}", `work.program[0].models."M".watts`, "out of range"},
		{"work: {program: [{name: a, command: [x], usd_per_hour: 1, grace: 1h}]}", "work.program[0].grace", "out of range"},
		{"work:\n  program:\n  - name: a\n    comand: [x]\n    command: [x]\n    usd_per_hour: 1\n", "line 5", `unknown key "comand"`},
		{"work:\n  program: [{name: a, command: [x], usd_per_hour: 1, models: {M: {wats: 1}}}]\n", "line 3", `unknown key "wats"`},
		{"work: {program: 7}", "line 2", "is not a list"},
		{"work: {render: []}", "line 2", `"render" is not one of program`},
		{"work: [1]", "line 2", "is not a group of keys"},
		{"work: {program: [{name: a, command: [x], usd_per_hour: 0120}]}", "line 2", "begins with a zero"},
		{"policy: {rules: [{name: r, work: {kinds: [programme]}, forbid: true}]}", "policy.rules[0].work.kinds", "unknown"},
	} {
		_, faults := read(t, tt.text)
		if !slices.ContainsFunc(faults, func(f config.Fault) bool {
			return f.Where == tt.where && strings.Contains(f.What, tt.what) && f.Hint != ""
		}) {
			t.Errorf("%s\n%+v", tt.text, faults)
		}
	}
	for _, fine := range []string{"work:", "work: {}", "work: {program: }", render, "policy: {rules: [{name: r, work: {kinds: [program]}, forbid: true}]}"} {
		if _, faults := read(t, fine); faults != nil {
			t.Errorf("%s\n%+v", fine, faults)
		}
	}
	if s := config.Schema()["properties"].(map[string]any)["work"].(map[string]any)["properties"].(map[string]any)["program"]; s == nil || reflect.DeepEqual(s, map[string]any{}) {
		t.Error("the schema does not have it")
	}
}
