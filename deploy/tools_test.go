package deploy_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// TestPromtool lets Prometheus itself judge the files, the alerts' tests and the
// dashboard's expressions.
func TestPromtool(t *testing.T) {
	promtool, err := exec.LookPath("promtool")
	if err != nil {
		t.Log("promtool is not on the PATH: left out")
		return
	}
	panels := filepath.Join(t.TempDir(), "panels.yml")
	if err := os.WriteFile(panels, recordingRules(t), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"check", "config", "prometheus/prometheus.yml"},
		{"check", "rules", alertsFile},
		{"test", "rules", testsFile},
		{"check", "rules", "--lint=none", panels},
	} {
		if out, err := exec.Command(promtool, args...).CombinedOutput(); err != nil {
			t.Errorf("promtool %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
}

// recordingRules makes a rule of each expression of the dashboard, so that
// promtool parses it.
func recordingRules(t *testing.T) []byte {
	t.Helper()
	grafana := strings.NewReplacer("$__rate_interval", "5m", "$__range", "1h", "$rig", ".*")
	var rules []map[string]string
	for i, e := range dashboardExpressions(t) {
		rules = append(rules, map[string]string{"record": fmt.Sprintf("panel:%d", i), "expr": grafana.Replace(e.expr)})
	}
	b, err := yaml.Marshal(map[string]any{"groups": []any{map[string]any{"name": "panels", "rules": rules}}})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestAlertmanager lets Alertmanager's own tool judge the example, and who hears of which severity.
func TestAlertmanager(t *testing.T) {
	amtool, err := exec.LookPath("amtool")
	if err != nil {
		t.Skip("amtool is not on the PATH (Debian: prometheus-alertmanager)")
	}
	const file = "prometheus/alertmanager.example.yml"
	route := []string{"config", "routes", "test", "--config.file=" + file}
	for _, args := range [][]string{
		{"check-config", file},
		append(route, "--verify.receivers=telegram,webhook", "severity=critical"),
		append(route, "--verify.receivers=webhook", "severity=warning"),
	} {
		if out, err := exec.Command(amtool, args...).CombinedOutput(); err != nil {
			t.Errorf("amtool %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
}

// TestUnit lets systemd judge the service, alone and with each drop-in.
func TestUnit(t *testing.T) {
	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Log("systemd-analyze is not on the PATH: left out")
		return
	}
	program := func(name string) string {
		return strings.ReplaceAll(read(t, "systemd/"+name), "/usr/local/bin/gpuarbiter", "/bin/true")
	}
	for _, dropIn := range []string{"", "watch-only.conf", "packages.conf"} {
		dir := t.TempDir()
		file := filepath.Join(dir, "gpuarbiter.service")
		files := map[string]string{file: program("gpuarbiter.service")}
		for _, name := range []string{"gpuarbiter-helper.service", "gpuarbiter-helper.socket"} {
			files[filepath.Join(dir, name)] = program(name)
		}
		if dropIn != "" {
			files[filepath.Join(file+".d", dropIn)] = read(t, "systemd/"+dropIn)
		}
		for name, text := range files {
			if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		// Settings that systemd does not know are only said, not failed.
		if out, err := exec.Command(analyze, "verify", "--man=no", file, filepath.Join(dir, "gpuarbiter-helper.service"), filepath.Join(dir, "gpuarbiter-helper.socket")).CombinedOutput(); err != nil || strings.Contains(string(out), "gpuarbiter") {
			t.Errorf("drop-in %q: %v\n%s", dropIn, err, out)
		}
	}
}

// What the service may do is little enough for systemd's own mark: at most 1.5 of 10.
func TestExposure(t *testing.T) {
	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("systemd-analyze is not on the PATH")
	}
	out, err := exec.Command(analyze, "security", "--offline=true", "--no-pager", "--threshold=15", "systemd/gpuarbiter.service").CombinedOutput()
	if strings.Contains(string(out), "unrecognized option") {
		t.Skip("this systemd-analyze does not look at files")
	}
	if err != nil {
		t.Errorf("%v: %s", err, out[max(0, len(out)-200):])
	}
}
