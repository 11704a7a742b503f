// Package deploy_test proves that what an operator installs fits the daemon:
// every metric, label and label value that a dashboard or an alert uses exists,
// and every metric that exists is used.
package deploy_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

const (
	dashboardFile = "grafana/gpuarbiter.json"
	alertsFile    = "prometheus/alerts.yml"
	testsFile     = "prometheus/alerts_test.yml"
	manualFile    = "../docs/OPERATIONS.md"
)

// metrics are the daemon's metrics with their labels.
type metrics map[string][]string

var descText = regexp.MustCompile(`^Desc\{fqName: "([^"]+)".* variableLabels: \{([^}]*)\}\}$`)

func exported(t *testing.T) metrics {
	t.Helper()
	ch := make(chan *prometheus.Desc, 1000)
	httpapi.NewCollector(nil).Describe(ch)
	close(ch)
	all := metrics{}
	for d := range ch {
		m := descText.FindStringSubmatch(d.String())
		if m == nil {
			t.Fatalf("description in an unknown form: %s", d)
		}
		all[m[1]] = strings.FieldsFunc(m[2], func(r rune) bool { return r == ',' })
	}
	if len(all) < 20 {
		t.Fatalf("only %d metrics were found", len(all))
	}
	return all
}

// fromPrometheus are labels that the scrape adds.
var fromPrometheus = []string{"instance", "job"}

// values are what a label can hold, where the code has a fixed set.
func values(metric, label string) []string {
	switch {
	case metric == "gpuarbiter_challenge_phase" && label == "phase":
		return phases(market.PhaseCreated, market.PhaseCommit, market.PhaseReveal, market.PhaseClaim, market.PhaseEvaluate, market.PhaseClosed)
	case label == "phase":
		return texts(scheduler.PhaseIdle, scheduler.PhaseStopping, scheduler.PhaseDraining, scheduler.PhaseTuning,
			scheduler.PhaseStarting, scheduler.PhaseRunning, scheduler.PhaseWaiting, scheduler.PhaseQuarantined, scheduler.PhasePaused)
	case label == "state":
		return texts(solver.Seen, solver.Training, solver.Ready, solver.Committed, solver.Claimed, solver.Revealed, solver.Evaluated,
			solver.Paid, solver.Passed, solver.Abandoned, solver.Beaten, solver.Expired, solver.Slashed)
	case label == "kind" && strings.HasPrefix(metric, "gpuarbiter_ledger_"):
		return texts(store.MiningRevenue, store.Electricity, store.Reward, store.Bond, store.Bounty, store.Gas, store.RentRevenue, store.Curtailment)
	case metric == "gpuarbiter_gpu_ecc_errors_total" && label == "kind":
		return []string{"corrected", "uncorrected"}
	case label == "by":
		return texts(scheduler.HeldByOperator, scheduler.HeldByXid, scheduler.HeldByHeat)
	case label == "kind":
		return texts(profit.Kinds()...)
	case label == "role":
		return []string{"claimant", "challenger"}
	case label == "turn":
		return []string{"ours", "theirs"}
	case label == "disputed":
		return []string{"yes", "no"}
	case label == "of":
		return []string{"claims", "games"}
	case metric == "gpuarbiter_dispute_games_decided" && label == "result":
		return []string{"won", "lost"}
	case label == "result":
		return []string{"accepted", "rejected"}
	}
	return nil
}

func phases(ps ...market.Phase) []string {
	var out []string
	for _, p := range ps {
		out = append(out, p.String())
	}
	return out
}

func texts[T ~string](vs ...T) []string {
	var out []string
	for _, v := range vs {
		out = append(out, string(v))
	}
	return out
}

var (
	selector = regexp.MustCompile(`\b(gpuarbiter_\w+)\s*(?:\{([^}]*)\})?`)
	matcher  = regexp.MustCompile(`(\w+)\s*(=~|!~|!=|=)\s*"((?:[^"\\]|\\.)*)"`)
	grouping = regexp.MustCompile(`\b(?:by|without|on|ignoring|group_left|group_right)\s*\(([^)]*)\)`)
	template = regexp.MustCompile(`\{\{\s*(\w+)\s*\}\}`)
	alertVar = regexp.MustCompile(`\$labels\.(\w+)`)
)

// expression is one PromQL expression and the label names that its reader uses.
type expression struct {
	where, expr string
	shown       []string
	instant     bool // only its latest value is shown
}

// faults lists what an expression names that does not exist.
func (m metrics) faults(e expression) []string {
	var bad []string
	say := func(format string, args ...any) { bad = append(bad, e.where+": "+fmt.Sprintf(format, args...)) }
	known := slices.Clone(fromPrometheus)
	for _, s := range selector.FindAllStringSubmatch(e.expr, -1) {
		name := s[1]
		labels, ok := m[name]
		if !ok {
			say("there is no metric %s", name)
			continue
		}
		known = append(known, labels...)
		for _, l := range matcher.FindAllStringSubmatch(s[2], -1) {
			label, value := l[1], l[3]
			if !slices.Contains(labels, label) && !slices.Contains(fromPrometheus, label) {
				say("%s has no label %s", name, label)
			}
			for v := range strings.SplitSeq(value, "|") {
				if can := values(name, label); can != nil && !slices.Contains(can, v) {
					say("%s: %s is never %q, only %v", name, label, v, can)
				}
			}
		}
	}
	named := slices.Clone(e.shown)
	for _, g := range grouping.FindAllStringSubmatch(e.expr, -1) {
		named = append(named, strings.FieldsFunc(g[1], func(r rune) bool { return r == ',' || r == ' ' })...)
	}
	for _, label := range named {
		if !slices.Contains(known, label) {
			say("no metric of %q has a label %s", e.expr, label)
		}
	}
	return bad
}

// TestFaultsAreFound: the check itself sees what is wrong.
func TestFaultsAreFound(t *testing.T) {
	m := metrics{"gpuarbiter_a": {"uuid"}, "gpuarbiter_gpu_phase": {"uuid", "phase"}, "gpuarbiter_ledger_x": {"kind"}}
	for _, tt := range []struct {
		expr  string
		shown []string
		want  int
	}{
		{`sum by (uuid) (gpuarbiter_a{uuid="}", instance=~"$rig"}) > 0`, []string{"uuid", "job"}, 0},
		{`gpuarbiter_b`, nil, 1},
		{`gpuarbiter_a{model="x"}`, nil, 1},
		{`sum by (model, uuid) (gpuarbiter_a)`, nil, 1},
		{`gpuarbiter_a * on (uid) group_left (phase) gpuarbiter_gpu_phase`, nil, 1},
		{`gpuarbiter_a`, []string{"phase"}, 1},
		{`gpuarbiter_gpu_phase{phase=~"running|walking"}`, nil, 1},
		{`gpuarbiter_ledger_x{kind="mine"}`, nil, 1},
		{`gpuarbiter_ledger_x{kind="mining"}`, nil, 0},
	} {
		if got := m.faults(expression{where: "here", expr: tt.expr, shown: tt.shown}); len(got) != tt.want {
			t.Errorf("%s: %d faults, want %d: %q", tt.expr, len(got), tt.want, got)
		}
	}
}
