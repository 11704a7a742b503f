package httpapi

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/testutil/promlint"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

func get(t *testing.T, r *rig, path string) (*http.Response, string) {
	t.Helper()
	w := httptest.NewRecorder()
	Handler(r).ServeHTTP(w, httptest.NewRequest("GET", path, nil))
	return w.Result(), w.Body.String()
}

// metricsText is the scrape without comments, sorted.
func metricsText(t *testing.T, r *rig) []string {
	t.Helper()
	res, body := get(t, r, "/metrics")
	if res.StatusCode != 200 {
		t.Fatalf("%d: %s", res.StatusCode, body)
	}
	var lines []string
	for l := range strings.Lines(body) {
		if !strings.HasPrefix(l, "#") {
			lines = append(lines, strings.TrimSpace(l))
		}
	}
	slices.Sort(lines)
	return lines
}

func TestMetrics(t *testing.T) {
	want := `
gpuarbiter_build_info{version="v1.2.3"} 1
gpuarbiter_challenge_attempt{challenge="dev/0",state="training"} 1
gpuarbiter_challenge_attempt{challenge="dev/1",state="paid"} 1
gpuarbiter_challenge_attempt{challenge="dev/2",state="seen"} 1
gpuarbiter_challenge_deadline_timestamp_seconds{challenge="dev/0"} 1.7723670e+09
gpuarbiter_challenge_left_alone{challenge="dev/0"} 1
gpuarbiter_challenge_left_alone{challenge="dev/2"} 1
gpuarbiter_challenge_phase{challenge="dev/0",phase="commit"} 1
gpuarbiter_challenge_phase{challenge="dev/1",phase="closed"} 1
gpuarbiter_challenge_phase{challenge="dev/2",phase="created"} 1
gpuarbiter_challenge_reward_ether{challenge="dev/0"} 0.1
gpuarbiter_challenge_reward_ether{challenge="dev/1"} 0.1
gpuarbiter_challenge_reward_ether{challenge="dev/2"} 0.1
gpuarbiter_config_last_reload_success_timestamp_seconds 1.7723628e+09
gpuarbiter_config_last_reload_successful 1
gpuarbiter_devices_up 1
gpuarbiter_gpu_best_net_usd_per_hour{uuid="GPU-aaaa"} 0.09
gpuarbiter_gpu_best_net_usd_per_hour{uuid="GPU-bbbb"} 4.99
gpuarbiter_gpu_best_net_usd_per_hour{uuid="GPU-cccc"} 0.09
gpuarbiter_gpu_energy_joules_total{uuid="GPU-aaaa"} 1024
gpuarbiter_gpu_energy_joules_total{uuid="GPU-bbbb"} 0
gpuarbiter_gpu_energy_joules_total{uuid="GPU-cccc"} 0
gpuarbiter_gpu_faulty{uuid="GPU-aaaa"} 0
gpuarbiter_gpu_faulty{uuid="GPU-bbbb"} 0
gpuarbiter_gpu_faulty{uuid="GPU-cccc"} 1
gpuarbiter_gpu_heat_lowered{uuid="GPU-aaaa"} 0
gpuarbiter_gpu_heat_lowered{uuid="GPU-bbbb"} 0
gpuarbiter_gpu_heat_lowered{uuid="GPU-cccc"} 0
gpuarbiter_gpu_settings_refused{uuid="GPU-aaaa"} 0
gpuarbiter_gpu_energy_reckoned{uuid="GPU-aaaa"} 0
gpuarbiter_gpu_energy_reckoned{uuid="GPU-bbbb"} 0
gpuarbiter_gpu_energy_reckoned{uuid="GPU-cccc"} 0
gpuarbiter_gpu_settings_refused{uuid="GPU-bbbb"} 0
gpuarbiter_gpu_settings_refused{uuid="GPU-cccc"} 0
gpuarbiter_gpu_info{driver="",index="0",library="",model="NVIDIA GeForce RTX 3090",pci="00000000:01:00.0",serial="",uuid="GPU-aaaa",vbios=""} 1
gpuarbiter_gpu_info{driver="",index="1",library="",model="NVIDIA GeForce RTX 3090",pci="00000000:02:00.0",serial="",uuid="GPU-bbbb",vbios=""} 1
gpuarbiter_gpu_info{driver="",index="2",library="",model="NVIDIA GeForce RTX 3090",pci="00000000:03:00.0",serial="",uuid="GPU-cccc",vbios=""} 1
gpuarbiter_gpu_memory_used_bytes{uuid="GPU-aaaa"} 1.073741824e+09
gpuarbiter_gpu_net_usd_per_hour{uuid="GPU-aaaa"} 0.09
gpuarbiter_gpu_net_usd_per_hour{uuid="GPU-bbbb"} 4.99
gpuarbiter_gpu_net_usd_per_hour{uuid="GPU-cccc"} -0.001
gpuarbiter_gpu_phase{phase="quarantined",uuid="GPU-cccc"} 1
gpuarbiter_gpu_phase{phase="running",uuid="GPU-aaaa"} 1
gpuarbiter_gpu_phase{phase="running",uuid="GPU-bbbb"} 1
gpuarbiter_gpu_power_limit_watts{uuid="GPU-aaaa"} 290
gpuarbiter_gpu_power_watts{uuid="GPU-aaaa"} 250.5
gpuarbiter_gpu_power_watts{uuid="GPU-bbbb"} 300
gpuarbiter_gpu_processes{uuid="GPU-aaaa"} 1
gpuarbiter_gpu_temperature_celsius{uuid="GPU-aaaa"} 61
gpuarbiter_gpu_temperature_celsius{uuid="GPU-bbbb"} 70
gpuarbiter_gpu_utilization_ratio{uuid="GPU-aaaa"} 0.75
gpuarbiter_gpu_worker_faulty{uuid="GPU-aaaa"} 1
gpuarbiter_gpu_worker_faulty{uuid="GPU-bbbb"} 0
gpuarbiter_gpu_worker_faulty{uuid="GPU-cccc"} 0
gpuarbiter_gpu_worker_restarts{uuid="GPU-aaaa"} 1
gpuarbiter_gpu_worker_restarts{uuid="GPU-bbbb"} 0
gpuarbiter_gpu_worker_restarts{uuid="GPU-cccc"} 0
gpuarbiter_gpu_workload{kind="idle",target="",uuid="GPU-cccc"} 1
gpuarbiter_gpu_workload{kind="mine",target="XMR",uuid="GPU-aaaa"} 1
gpuarbiter_gpu_workload{kind="train",target="dev/0",uuid="GPU-bbbb"} 1
gpuarbiter_mining_realised_ratio{coin="XMR",uuid="GPU-aaaa"} 0.75
gpuarbiter_mining_error_ratio{coin="XMR",uuid="GPU-aaaa"} 0.25
gpuarbiter_source_up{source="gecko"} 1
gpuarbiter_source_up{source="wtm"} 0
gpuarbiter_source_error_ratio{source="gecko"} 0.01
gpuarbiter_source_error_ratio{source="wtm"} 0
gpuarbiter_ledger_earned_usd_total{kind="bond"} 2
gpuarbiter_ledger_earned_usd_total{kind="bounty"} 0
gpuarbiter_ledger_earned_usd_total{kind="curtailment"} 0
gpuarbiter_ledger_earned_usd_total{kind="electricity"} 0
gpuarbiter_ledger_earned_usd_total{kind="gas"} 0
gpuarbiter_ledger_earned_usd_total{kind="mining"} 4
gpuarbiter_ledger_earned_usd_total{kind="reward"} 0
gpuarbiter_ledger_spent_usd_total{kind="bond"} 2.5
gpuarbiter_ledger_spent_usd_total{kind="bounty"} 0
gpuarbiter_ledger_spent_usd_total{kind="curtailment"} 0
gpuarbiter_ledger_spent_usd_total{kind="electricity"} 0.5
gpuarbiter_ledger_spent_usd_total{kind="gas"} 0
gpuarbiter_ledger_spent_usd_total{kind="mining"} 0
gpuarbiter_ledger_spent_usd_total{kind="reward"} 0
gpuarbiter_market_endpoints_amiss{chain="dev"} 0
gpuarbiter_market_endpoints_amiss{chain="gone"} 0
gpuarbiter_market_head_block{chain="dev"} 1234
gpuarbiter_market_head_block{chain="gone"} 0
gpuarbiter_market_refused_transactions{chain="dev"} 0
gpuarbiter_market_refused_transactions{chain="gone"} 0
gpuarbiter_market_up{chain="dev"} 1
gpuarbiter_market_up{chain="gone"} 0
gpuarbiter_mining_hashrate_hashes_per_second{coin="XMR",uuid="GPU-aaaa"} 5.5e+07
gpuarbiter_mining_shares_total{coin="XMR",result="accepted",uuid="GPU-aaaa"} 9
gpuarbiter_mining_shares_total{coin="XMR",result="rejected",uuid="GPU-aaaa"} 1
gpuarbiter_ledger_earned_usd_total{kind="rent"} 0
gpuarbiter_ledger_spent_usd_total{kind="rent"} 0
gpuarbiter_start_time_seconds 1.7723628e+09
gpuarbiter_store_faults_total 2
gpuarbiter_gpu_worker_fault_info{reason="no connection to pool",uuid="GPU-aaaa"} 1
gpuarbiter_ticks_total 42
gpuarbiter_training_progress_ratio{challenge="dev/0",uuid="GPU-bbbb"} 0.5
gpuarbiter_training_team_devices{challenge="dev/0",uuid="GPU-bbbb"} 1
gpuarbiter_training_validation_accuracy_ratio{challenge="dev/0",uuid="GPU-bbbb"} 0.875
gpuarbiter_wallet_balance_ether{chain="dev"} 2.5`
	got := metricsText(t, newRig())
	var wanted []string
	for l := range strings.Lines(want) {
		if l = strings.TrimSpace(strings.Replace(l, "1.7723670e+09", "1.772367e+09", 1)); l != "" {
			wanted = append(wanted, l)
		}
	}
	slices.Sort(wanted)
	ours := func(l string) bool { return strings.HasPrefix(l, "gpuarbiter_") }
	for _, name := range []string{"process_resident_memory_bytes", "process_cpu_seconds_total", "go_goroutines"} { // of the daemon itself
		if !slices.ContainsFunc(got, func(l string) bool { return strings.HasPrefix(l, name+" ") }) {
			t.Errorf("missing: %s", name)
		}
	}
	for _, l := range got {
		if !ours(l) {
			continue
		}
		if !slices.Contains(wanted, l) {
			t.Errorf("unexpected: %s", l)
		}
	}
	for _, l := range wanted {
		if !slices.Contains(got, l) {
			t.Errorf("missing: %s", l)
		}
	}
}

// Names, units and help texts are as Prometheus wants them.
func TestMetricsLint(t *testing.T) {
	r := newRig()
	registry := prometheus.NewPedanticRegistry()
	registry.MustRegister(NewCollector(r))
	families, err := registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	problems, err := promlint.NewWithMetricFamilies(families).Lint()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("%s: %s", p.Metric, p.Text)
	}
	promtool, err := exec.LookPath("promtool")
	if err != nil {
		t.Log("promtool is not on the PATH: left out")
		return
	}
	_, body := get(t, r, "/metrics")
	cmd := exec.Command(promtool, "check", "metrics")
	cmd.Stdin = strings.NewReader(body)
	if out, err := cmd.CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("promtool: %v\n%s", err, out)
	}
}

// A device is named by its UUID; what can change about it stands in info alone.
func TestDevicesAreNamedByUUID(t *testing.T) {
	for _, l := range metricsText(t, newRig()) {
		device := strings.HasPrefix(l, "gpuarbiter_gpu_") || strings.HasPrefix(l, "gpuarbiter_mining_") || strings.HasPrefix(l, "gpuarbiter_training_")
		if device != strings.Contains(l, `uuid="GPU-`) {
			t.Error(l)
		}
		if !strings.HasPrefix(l, "gpuarbiter_gpu_info") && regexp.MustCompile(`\b(model|index|pci|device|gpu)="`).MatchString(l) {
			t.Error(l)
		}
	}
}

// Of a device that does not answer, old readings are not shown; of a daemon that
// has just begun, nothing is made up.
func TestMetricsOfNothing(t *testing.T) {
	got := strings.Join(metricsText(t, &rig{view: scheduler.View{Fault: "no usable nvidia driver library"}}), "\n")
	if strings.Contains(got, "uuid") || !strings.Contains(got, "gpuarbiter_devices_up 0") || !strings.Contains(got, `gpuarbiter_ledger_earned_usd_total{kind="reward"} 0`) {
		t.Error(got)
	}
	r := newRig()
	r.facts.ConfigFault = "line 3"
	if got := metricsText(t, r); !slices.Contains(got, "gpuarbiter_config_last_reload_successful 0") {
		t.Error(got)
	}
}

// The best option of a device is none that another device has.
func TestBestOption(t *testing.T) {
	best := func(r *rig) map[string]string {
		m := map[string]string{}
		for _, l := range metricsText(t, r) {
			var id, v string
			if rest, ok := strings.CutPrefix(l, `gpuarbiter_gpu_best_net_usd_per_hour{uuid="`); ok {
				id, v, _ = strings.Cut(rest, `"} `)
				m[id] = v
			}
		}
		return m
	}
	const mining, training = "0.09", "4.99"
	r := newRig()
	if got := best(r); got[uuid(0)] != mining || got[uuid(1)] != training {
		t.Errorf("another device trains: %v", got)
	}
	r.view.Snapshot.Devices[1].Running = mine // nobody trains yet: one is about to
	r.replan()
	if got := best(r); got[uuid(0)] != training || got[uuid(1)] != mining {
		t.Errorf("this device was assigned: %v", got)
	}
	r.view.Snapshot.Market.Challenges[0].Obstacle = "attempt is ready"
	r.replan()
	if got := best(r); got[uuid(0)] != mining || got[uuid(1)] != mining {
		t.Errorf("nobody can train: %v", got)
	}
}

// Devices that train together say so, each by itself.
func TestTeam(t *testing.T) {
	r := newRig()
	for _, i := range []int{0, 1} {
		*r.device(i) = with(*r.device(i), func(s *scheduler.Status) {
			s.Workload, s.Team, s.Report.Hashrate = train, []gpu.UUID{"GPU-bbbb", "GPU-aaaa"}, 0
		})
	}
	s := StatusOf(r)
	if got := s.Devices[0]; got.With() != "#1" || len(got.Team) != 2 || got.Team[0] != (TeamMember{"GPU-bbbb", 1}) {
		t.Errorf("%+v", got.Team)
	}
	if got := s.Devices[2]; got.Team != nil || got.With() != "" {
		t.Errorf("%+v", got.Team)
	}
	for _, id := range []string{"GPU-aaaa", "GPU-bbbb"} {
		if want := `gpuarbiter_training_team_devices{challenge="dev/0",uuid="` + id + `"} 2`; !slices.Contains(metricsText(t, r), want) {
			t.Errorf("no %s", want)
		}
	}
	if _, body := get(t, r, "/"); !strings.Contains(body, "trains with #1") || !strings.Contains(body, "trains with #0") {
		t.Error("the page does not say it")
	}
}

func TestExplain(t *testing.T) {
	r := newRig()
	for query, want := range map[string][]string{
		"": {uuid(0), uuid(1), uuid(2)}, "1": {uuid(1)}, "GPU-cccc": {uuid(2)}, "GPU-a": {uuid(0)}, "GPU-": {}, "9": {}, "RTX": {},
	} {
		got := []string{}
		for _, e := range Explain(r.view, query) {
			got = append(got, e.Decision.Device)
			if !e.Replayed || e.Model == "" || e.At != noon || len(e.Decision.Options) != 3 {
				t.Errorf("%+v", e)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", query, got, want)
		}
	}
	notes := map[profit.Workload]string{}
	for _, o := range Explain(r.view, "0")[0].Decision.Options {
		notes[o.Workload] = o.Note()
	}
	if notes[mine] != "measured" || notes[train] != "prior" || notes[idle] != "" {
		t.Errorf("%v", notes)
	}
	// A plan that is not what its snapshot leads to shows.
	r.view.Plan.Decisions[0].Chosen = idle
	if e := Explain(r.view, "0"); e[0].Replayed {
		t.Error("a plan from nowhere was replayed")
	}
	if _, body := get(t, &rig{}, "/api/explain"); strings.TrimSpace(body) != "[]" {
		t.Error(body)
	}
}

// What the interface says, a client reads back unchanged.
func TestJSON(t *testing.T) {
	r := newRig()
	res, body := get(t, r, "/api/status")
	if res.Header.Get("Content-Type") != "application/json" {
		t.Error(res.Header)
	}
	var s Status
	decode(t, body, &s)
	if !reflect.DeepEqual(s, StatusOf(r)) {
		t.Errorf("%+v\n%+v", s, StatusOf(r))
	}
	d := s.Devices[0]
	if d.UUID != "GPU-aaaa" || *d.NetUSD < 0.08 || *d.Watts != 250.5 || d.Shares != 9 || d.Worker != "ok" || d.WorkerFault == "" || *d.Utilisation != 0.75 {
		t.Errorf("%+v", d)
	}
	if s.Devices[1].Utilisation != nil || s.Devices[1].MemoryBytes != nil {
		t.Errorf("what was not read is shown: %+v", s.Devices[1])
	}
	if s.Money != (Money{Mining: 4, Electricity: -0.5, Bonds: -0.5, Net: 3}) {
		t.Errorf("%+v", s.Money)
	}
	m := s.Markets[0]
	if m.BalanceWei != "2500000000000000000" || m.Account == "" || s.Markets[1].Account != "" || s.Markets[1].Fault == "" {
		t.Errorf("%+v", s.Markets)
	}
	c := m.Challenges[0]
	if c.Key != "dev/0" || c.Phase != "commit" || c.Need != 40 || c.Points != 48 || c.State != solver.Training || c.Reason != "because" || !c.Deadline.Equal(noon.Add(10*time.Minute)) || c.RewardWei != "100000000000000000" {
		t.Errorf("%+v", c)
	}
	if !m.Challenges[1].Deadline.IsZero() || !m.Challenges[2].Deadline.IsZero() {
		t.Errorf("a deadline where there is none: %+v", m.Challenges[1:])
	}

	var lines []store.Line
	_, body = get(t, r, "/api/ledger?n=1")
	if decode(t, body, &lines); !reflect.DeepEqual(lines, r.lines[:1]) {
		t.Errorf("%+v", lines)
	}
	var records []scheduler.Record
	_, body = get(t, r, "/api/decisions")
	decode(t, body, &records)
	if again := decide.Decide(records[0].Snapshot, decide.Estimates(records[0].Snapshot)); asJSON(t, again) != asJSON(t, records[0].Plan) {
		t.Errorf("the plan from outside differs:\n%+v\n%+v", again, records[0].Plan)
	}
	var explained []Explanation
	_, body = get(t, r, "/api/explain?device=1")
	if decode(t, body, &explained); asJSON(t, explained) != asJSON(t, Explain(r.view, "1")) {
		t.Errorf("%+v", explained)
	}
}

func decode(t *testing.T, body string, v any) {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(body))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		t.Fatalf("%v: %s", err, body)
	}
}

func TestRoutes(t *testing.T) {
	r := newRig()
	r.err = errDisk
	for path, want := range map[string]int{
		"/healthz": 200, "/": 200, "/metrics": 200, "/api/status": 200, "/api/ledger": 500, "/api/decisions": 500, "/api/money": 500, "/api/receipts": 500, "/api/else": 404, "/favicon.ico": 404,
	} {
		if res, body := get(t, r, path); res.StatusCode != want {
			t.Errorf("%s: %d %s", path, res.StatusCode, body)
		}
	}
	w := httptest.NewRecorder()
	Handler(r).ServeHTTP(w, httptest.NewRequest("POST", "/api/status", nil))
	if w.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", w.Code)
	}
}

// The page shows what there is, and what strangers wrote as text alone.
func TestPage(t *testing.T) {
	r := newRig()
	r.facts.ConfigFault, r.facts.StoreFault = "line 3: <b>", "no space left on device"
	r.markets[0].Challenges[0].Obstacle = `<script>alert("x")</script>`
	r.hosts = []rent.View{{Name: "vast", Title: "Vast.ai", Reservation: 0.25, Named: 0.24, Faults: []string{"it says <b>nothing</b>"}}}
	r.totals[store.TotalKey{Workload: "rent vast", Kind: store.RentRevenue}] = store.Total{Earned: 1.25}
	res, body := get(t, r, "/")
	if got := res.Header.Get("Content-Security-Policy"); !strings.HasPrefix(got, "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'") {
		t.Error(got)
	}
	for _, want := range []string{
		"gpuarbiter v1.2.3", "http.listen &lt;is&gt; public", "line 3: &lt;b&gt;", "no space left on device", `title="GPU-aaaa"`, "mine XMR", "% of what it is known for, 9 shares",
		"50 %, accuracy 0.875", "device is lost", "dev/0", "40/48", "0.1 ether", "&lt;script&gt;", "no RPC endpoint answers", "no connection to pool", "<b>4.2500 USD</b>", "</html>",
		"Host vast", "our price 0.2500 USD/h, 0.2400 named", "it says &lt;b&gt;nothing&lt;/b&gt;", "rent 1.25",
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if strings.Count(body, "<script") != 1 {
		t.Error("a stranger's script is on the page")
	}
	if _, body := get(t, &rig{view: scheduler.View{Fault: "no driver"}}, "/"); !strings.Contains(body, "no devices: no driver") || !strings.Contains(body, "</html>") {
		t.Error(body)
	}
}

func TestEther(t *testing.T) {
	if Ether(nil) != 0 || Ether(newRig().markets[0].Balance) != 2.5 {
		t.Error("ether")
	}
	for want, v := range map[string]any{"-": (*float64)(nil), "1.5000": 1.5, "2.0000": new(2.0)} {
		if got := usd(v); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	if short(nil) != "-" || short(new(2.6)) != "3" {
		t.Error(short(nil), short(new(2.6)))
	}
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
