package deploy_test

import (
	"cmp"
	"errors"
	"fmt"
	"net/http/httptest"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
)

const (
	scrapes  = time.Minute    // between two scrapes of the recording
	recorded = 26 * time.Hour // a day, which alerts look back, and what lies before it
)

// TestPrometheus asks a real Prometheus every expression of the dashboard and of the alerts, on a
// recording of two rigs: a sound one, and one that has every fault once.
func TestPrometheus(t *testing.T) {
	for _, program := range []string{"prometheus", "promtool"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not on the PATH (Debian: prometheus)", program)
		}
	}
	end := time.Now().Truncate(scrapes)
	began := end.Add(-recorded)
	sound := &fakeRig{instance: "10.0.0.7:9820", name: "sound", began: began}
	sick := &fakeRig{instance: "10.0.0.8:9820", name: "sick", began: began, sick: true}
	dir := t.TempDir()
	record(t, dir, sound, sick)

	// A third rig is there and can be scraped; the operator has just broken its configuration.
	present := &fakeRig{name: "present", sick: true, began: began, age: faultOf("GpuarbiterConfigReloadFailed").begins}
	daemon := httptest.NewServer(httpapi.Handler(present))
	t.Cleanup(daemon.Close)
	present.instance = daemon.Listener.Addr().String()

	p := serve(t, dir, present.instance)
	t.Run("dashboard", func(t *testing.T) { testDashboard(t, p, end, sound, sick) })
	t.Run("alerts", func(t *testing.T) { testAlerts(t, p, end, sick) })
	t.Run("present", func(t *testing.T) { testPresent(t, p, present) })
}

// grafana puts in what Grafana does for its variables; one rig's name stands in a pattern.
func grafana(expr string, rigs ...string) string {
	rig := ".*" // "All"
	if len(rigs) == 1 {
		rig = strings.ReplaceAll(regexp.QuoteMeta(rigs[0]), `\`, `\\`)
	}
	return strings.NewReplacer("$__rate_interval", (4 * scrapes).String(), "$rig", rig).Replace(expr)
}

// testDashboard: each expression has data and the labels of its legend, of all rigs and of the one
// that is chosen, and none of others.
func testDashboard(t *testing.T, p server, end time.Time, sound, sick *fakeRig) {
	for _, e := range dashboardExpressions(t) {
		if strings.Contains(e.expr, "ALERTS") {
			continue // is of testPresent: only rules that run make it
		}
		ask := func(rigs ...string) []series {
			all, err := p.panel(e, grafana(e.expr, rigs...), end)
			if err != nil {
				t.Errorf("%s: %s: %v", e.where, e.expr, err)
			}
			return all
		}
		all, bySick, bySound := ask(), ask(sick.instance), ask(sound.instance)
		for _, got := range [][]series{all, bySick} { // the sound rig lacks faults
			for _, bad := range append(lacks(got, e.shown), empty(got)...) {
				t.Errorf("%s: %s: %s", e.where, bad, e.expr)
			}
		}
		if !strings.Contains(e.expr, "$rig") {
			continue // it is the list of rigs itself
		}
		if slices.ContainsFunc(bySick, sound.owns) || slices.ContainsFunc(bySound, sick.owns) {
			t.Errorf("%s shows another rig than the chosen one: %s", e.where, e.expr)
		}
	}
}

// panel evaluates what Grafana would for a panel, or for an annotation.
func (s server) panel(e expression, expr string, end time.Time) ([]series, error) {
	switch {
	case strings.Contains(expr, "$"):
		return nil, errors.New("what does Grafana put in?")
	case e.instant:
		return s.between(expr, end, end, scrapes)
	case strings.HasPrefix(e.where, "annotation"):
		return s.between(expr, end.Add(-recorded), end, scrapes) // as it says itself
	}
	return s.between(expr, end.Add(-recorded), end, 5*scrapes) // no fault is shorter
}

// empty says so where there is nothing but the 0 of `or vector(0)`.
func empty(all []series) []string {
	for _, s := range all {
		if slices.ContainsFunc(s.values, func(v float64) bool { return v != 0 }) {
			return nil
		}
	}
	return []string{"no data"}
}

// lacks is which of the labels that a legend or a text names no series has.
func lacks(all []series, shown []string) (bad []string) {
	for _, label := range shown {
		if !slices.ContainsFunc(all, func(s series) bool { return s.labels[label] != "" }) {
			bad = append(bad, "no label "+label)
		}
	}
	return bad
}

// owns reports whether a series is about the rig.
func (r *fakeRig) owns(s series) bool {
	return s.labels["instance"] == r.instance || strings.HasPrefix(s.labels["uuid"], "GPU-"+r.name+"-")
}

// testAlerts: each alert fires while the sick rig has its fault, not before, and not for ever; of the
// sound rig it says nothing. What its texts name is there.
func testAlerts(t *testing.T, p server, end time.Time, sick *fakeRig) {
	tested := map[string]bool{}
	for i, r := range alerts(t) {
		tested[r.Alert] = true
		k := slices.IndexFunc(faults, func(f fault) bool { return f.alert == r.Alert })
		if k < 0 {
			t.Errorf("%s: the sick rig has no such fault", r.Alert)
			continue
		}
		all, err := p.between(r.Expr, sick.began, end, scrapes)
		if err != nil {
			t.Errorf("%s: %v", r.Alert, err)
			continue
		}
		for _, bad := range misfires(t, r, faults[k], all, sick, end) {
			t.Errorf("%s %s", r.Alert, bad)
		}
		for _, bad := range lacks(all, alertExpressions(t)[i].shown) {
			t.Errorf("%s: %s, which its texts name", r.Alert, bad)
		}
	}
	for _, f := range faults {
		if !tested[f.alert] {
			t.Errorf("there is no alert %s", f.alert)
		}
	}
}

// misfires is what is wrong with when and for whom an alert fires.
func misfires(t *testing.T, r rule, f fault, all []series, sick *fakeRig, end time.Time) (bad []string) {
	t.Helper()
	wait, err := time.ParseDuration(cmp.Or(r.For, "0s"))
	if err != nil {
		t.Fatal(err)
	}
	var fires []int64
	for _, s := range all {
		at := s.lasting(wait)
		if len(at) > 0 && !sick.owns(s) {
			bad = append(bad, fmt.Sprintf("fires for %v", s.labels))
		}
		fires = append(fires, at...)
	}
	if len(fires) == 0 {
		return append(bad, "does not fire")
	}
	begins := sick.began.Add(f.begins)
	if first := slices.Min(fires); first < begins.Add(wait).Unix() || first > begins.Add(f.lasts).Unix() {
		bad = append(bad, fmt.Sprintf("fires from %s on; the fault lasts for %s from %s on", time.Unix(first, 0), f.lasts, begins))
	}
	if slices.Max(fires) == end.Unix() {
		bad = append(bad, "never ends")
	}
	return bad
}

// lasting is when an alert on the series fires: it has been there for so long, at every evaluation.
func (s series) lasting(wait time.Duration) (fires []int64) {
	var since int64
	for i, at := range s.at {
		if i == 0 || at-s.at[i-1] > int64(scrapes/time.Second) {
			since = at
		}
		if time.Duration(at-since)*time.Second >= wait {
			fires = append(fires, at)
		}
	}
	return fires
}

// testPresent: with the shipped configuration Prometheus scrapes the daemon and runs the rules
// without a fault, and the dashboard marks the alert that fires, at its own rig alone.
func testPresent(t *testing.T, p server, present *fakeRig) {
	var annotation string
	for _, e := range dashboardExpressions(t) {
		if strings.Contains(e.expr, "ALERTS") {
			annotation = e.expr
		}
	}
	now := func(expr string) []series {
		at := time.Now()
		got, err := p.between(expr, at, at, scrapes)
		if err != nil {
			t.Fatalf("%s: %v", expr, err)
		}
		return got
	}
	soon(t, "the rig's alert fires", func() bool {
		return slices.ContainsFunc(now(grafana(annotation, present.instance)), func(s series) bool { return s.labels["alertname"] == "GpuarbiterConfigReloadFailed" })
	})
	if got := now(grafana(annotation, "10.0.0.7:9820")); len(got) > 0 {
		t.Errorf("another rig was chosen, and these alerts are marked: %v", got)
	}
	if up := now(fmt.Sprintf("up{instance=%q}", present.instance)); len(up) != 1 || up[0].values[0] != 1 {
		t.Errorf("the daemon is not scraped: %v", up)
	}
	soon(t, "each rule was evaluated", func() bool {
		var data struct {
			Groups []struct {
				Rules []struct {
					Name   string `json:"name"`
					Health string `json:"health"`
					Fault  string `json:"lastError"`
				} `json:"rules"`
			} `json:"groups"`
		}
		if err := p.ask("rules", nil, &data); err != nil {
			t.Fatal(err)
		}
		evaluated := 0
		for _, g := range data.Groups {
			for _, r := range g.Rules {
				if r.Fault != "" {
					t.Fatalf("%s: %s", r.Name, r.Fault)
				}
				if r.Health == "ok" {
					evaluated++
				}
			}
		}
		return evaluated == len(alerts(t))
	})
}
