package deploy_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

type rule struct {
	Alert       string            `yaml:"alert"`
	Expr        string            `yaml:"expr"`
	For         string            `yaml:"for"`
	Labels      map[string]string `yaml:"labels"`
	Annotations map[string]string `yaml:"annotations"`
}

func alerts(t *testing.T) []rule {
	t.Helper()
	var file struct {
		Groups []struct {
			Name  string `yaml:"name"`
			Rules []rule `yaml:"rules"`
		} `yaml:"groups"`
	}
	readYAML(t, alertsFile, &file)
	var all []rule
	for _, g := range file.Groups {
		all = append(all, g.Rules...)
	}
	if len(all) < 10 {
		t.Fatalf("only %d alerts were found", len(all))
	}
	return all
}

func readYAML(t *testing.T, file string, v any) {
	t.Helper()
	if err := yaml.Unmarshal([]byte(read(t, file)), v); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func alertExpressions(t *testing.T) []expression {
	var all []expression
	for _, r := range alerts(t) {
		e := expression{where: r.Alert, expr: r.Expr}
		for _, text := range r.Annotations {
			for _, m := range alertVar.FindAllStringSubmatch(text, -1) {
				e.shown = append(e.shown, m[1])
			}
		}
		all = append(all, e)
	}
	return all
}

// TestAlerts: each alert uses what exists, says how bad it is and what it means,
// stands in the manual, and has tests in which it fires and in which it does not.
func TestAlerts(t *testing.T) {
	m := exported(t)
	for _, e := range alertExpressions(t) {
		for _, bad := range m.faults(e) {
			t.Error(bad)
		}
	}
	var tests struct {
		Tests []struct {
			Alerts []struct {
				Name string `yaml:"alertname"`
				Exp  []any  `yaml:"exp_alerts"`
			} `yaml:"alert_rule_test"`
		} `yaml:"tests"`
	}
	readYAML(t, testsFile, &tests)
	fires, silent := map[string]bool{}, map[string]bool{}
	for _, group := range tests.Tests {
		for _, a := range group.Alerts {
			fires[a.Name] = fires[a.Name] || len(a.Exp) > 0
			silent[a.Name] = silent[a.Name] || len(a.Exp) == 0
		}
	}
	manual := read(t, manualFile)
	seen := map[string]bool{}
	for _, r := range alerts(t) {
		if seen[r.Alert] {
			t.Errorf("%s stands there twice", r.Alert)
		}
		seen[r.Alert] = true
		if s := r.Labels["severity"]; s != "warning" && s != "critical" {
			t.Errorf("%s: severity is %q", r.Alert, s)
		}
		if r.Annotations["summary"] == "" || r.Annotations["description"] == "" {
			t.Errorf("%s lacks a summary or a description", r.Alert)
		}
		if !fires[r.Alert] || !silent[r.Alert] {
			t.Errorf("%s: tested firing %v, silent %v", r.Alert, fires[r.Alert], silent[r.Alert])
		}
		if !strings.Contains(manual, "`"+r.Alert+"`") {
			t.Errorf("%s is not in %s", r.Alert, manualFile)
		}
	}
	for name := range fires {
		if !seen[name] {
			t.Errorf("%s is tested, but there is no such alert", name)
		}
	}
	for _, name := range regexp.MustCompile("`(Gpuarbiter\\w+)`").FindAllStringSubmatch(manual, -1) {
		if !seen[name[1]] {
			t.Errorf("%s speaks of %s, but there is no such alert", manualFile, name[1])
		}
	}
}
