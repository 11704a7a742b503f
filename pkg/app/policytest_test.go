package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
)

// docsPolicy is the policy that docs/POLICY.md gives to be copied, and its examples.
func docsPolicy(t *testing.T) (*config.Config, []PolicyTest) {
	t.Helper()
	text, err := os.ReadFile("../../docs/POLICY.md")
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split(string(text), "```yaml\n")
	block := func(n int) string { return strings.Split(parts[n], "```")[0] }
	coins := "electricity: {price_per_kwh: 0.1}\nmining:\n  coins:\n"
	for _, name := range []string{"XMR", "ERG", "RVN", "ETC"} {
		coins += "  - {name: " + name + ", miner: xmrig, binary: xmrig, algorithm: x, pool: \"stratum+tcp://p:1\", wallet: w}\n"
	}
	c, err := config.Parse([]byte(coins + strings.Split(block(1), "\nmining:")[0]))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "policy.tests.yaml")
	if err := os.WriteFile(path, []byte(block(3)), 0o600); err != nil {
		t.Fatal(err)
	}
	tests, err := ReadPolicyTests(path)
	if err != nil {
		t.Fatal(err)
	}
	return c, tests
}

func TestPolicyExamplesOfTheDocs(t *testing.T) {
	c, tests := docsPolicy(t)
	for _, e := range tests {
		if r, err := TryPolicy(c, e); err != nil || len(r.Faults) > 0 {
			t.Errorf("%s: %v, %v", e.Name, r.Faults, err)
		}
	}
	if len(tests) != 2 {
		t.Errorf("%d examples", len(tests))
	}
	// Without the rules both come out otherwise: the examples say something.
	c.Policy.Rules = nil
	for _, e := range tests {
		if r, err := TryPolicy(c, e); err != nil || len(r.Faults) == 0 {
			t.Errorf("without rules %s: %v, %v", e.Name, r.Faults, err)
		}
	}
}

// A program's worth is what the test says, and rules speak of it.
func TestPolicyOfPrograms(t *testing.T) {
	c, err := config.Parse([]byte(`electricity: {price_per_kwh: 0.1}
work: {program: [{name: render, command: [render], usd_per_hour: 1, models: {RTX 3080: {}}}]}
policy: {rules: [{name: nights, when: {hours: "22:00-06:00"}, work: {kinds: [program]}, forbid: true}]}
`))
	if err != nil {
		t.Fatal(err)
	}
	try := func(hour int, model, want string) {
		t.Helper()
		e := PolicyTest{Name: "a", At: time.Date(2026, 11, 26, hour, 0, 0, 0, time.UTC), Earns: map[string]float64{"render": 0.5}, Expect: map[string]string{"0": want}, Devices: []TestDevice{{Model: model}}}
		if r, err := TryPolicy(c, e); err != nil || len(r.Faults) > 0 {
			t.Errorf("%d: %v, %v", hour, r.Faults, err)
		}
	}
	try(12, "RTX 3080", "program render")
	try(23, "RTX 3080", "idle")
	e := PolicyTest{Name: "a", At: time.Unix(0, 0), Earns: map[string]float64{"render": 0.5}, Expect: map[string]string{"0": "idle"}, Devices: []TestDevice{{Model: "RTX 9"}}}
	if _, err := TryPolicy(c, e); err == nil || !strings.Contains(err.Error(), "nor other work") {
		t.Errorf("a model that does not run it: %v", err)
	}
}
