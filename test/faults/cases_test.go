package faults

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
	"github.com/gpuarbiter/gpuarbiter/test/standin"
)

// patience is what a busy machine may need; it decides nothing.
const patience = time.Minute

// caseDaemon runs the configuration of a reported case, changed by pairs of old and new
// text.
func caseDaemon(t *testing.T, name string, prepare func(dir string) (env []string), change ...string) *daemon {
	t.Helper()
	dir := t.TempDir()
	config := filepath.Join(dir, "config.yaml")
	write(t, config, standin.Case(t, name, change...))
	var env []string
	if prepare != nil {
		env = prepare(dir)
	}
	return start(t, dir, config, env...)
}

// lines are the ledger's of a kind.
func (d *daemon) lines(kind store.LineKind) (list []store.Line) {
	d.t.Helper()
	var all []store.Line
	d.read("/api/ledger?n=10000", &all)
	for _, l := range all {
		if l.Kind == kind {
			list = append(list, l)
		}
	}
	return list
}

// device is what status says of one; nothing before the first look at it.
func (d *daemon) device(index int) (line httpapi.DeviceStatus) {
	d.t.Helper()
	for _, line := range d.status().Devices {
		if line.Index == index {
			return line
		}
	}
	return line
}

// A share that the pool refuses, in whatever form, is booked nowhere; status, explain and
// metrics say so, and one that it takes is.
func TestRefusedSharesAreNotBooked(t *testing.T) {
	for _, mode := range []string{"result_false", "status_rejected", "err_array", "result_null", "result_true"} {
		t.Run(mode, func(t *testing.T) {
			p := standin.NewPool(t, mode)
			d := caseDaemon(t, "rejected-counted", nil, "127.0.0.1:13555", p.Address, "ledger_every: 5s", "ledger_every: 500ms")
			d.within(patience, "seven answers", func() bool { return p.Submits.Load() > 6 })
			taken := mode == "result_true"
			if taken {
				d.within(patience, "income", func() bool { return len(d.lines(store.MiningRevenue)) > 0 })
				return
			}
			d.within(patience, "the fault", func() bool { return strings.Contains(d.device(3).WorkerFault, "refuses every share") })
			d.within(patience, "electricity to be booked", func() bool { return len(d.lines(store.Electricity)) > 1 })
			if list := d.lines(store.MiningRevenue); len(list) > 0 || d.shares(3) > 0 {
				t.Errorf("booked: %+v, %d shares", list, d.shares(3))
			}
			series := `mining_shares_total{coin="AAA",result="rejected",uuid="` + string(d.device(3).UUID) + `"}`
			if n, ok := d.metric(series); !ok || n < 5 {
				t.Errorf("metric %s: %v, %v", series, n, ok)
			}
		})
	}
}

// Where every share is refused the miner logs in again, and the device's status says why
// it earns nothing.
func TestEveryShareIsRefused(t *testing.T) {
	p := standin.NewPool(t, "invalid_job")
	d := caseDaemon(t, "all-rejected", nil, "127.0.0.1:13558", p.Address)
	d.within(patience, "new logins", func() bool { return p.Logins.Load() > 4 })
	// Between two logins the fault is that there is no connection, for the same reason.
	d.within(patience, "the fault", func() bool {
		_, out, _ := d.cli("status", "--config", d.config)
		return strings.Contains(out, "refuses every share") && strings.Contains(out, "Invalid job id")
	})
	if n := d.logged("worker cannot earn"); n < 1 || n > 3 { // once for each device
		t.Errorf("logged %d times", n)
	}
}

// A pool that answers no submit, takes one share in twenty or hangs up on each is as one
// that refuses all: what is not accepted is not believed, and no promise is shown.
func TestPoolsThatDoNotPay(t *testing.T) {
	for _, mode := range []string{"silent_submit", "one_in_twenty", "hangs_up"} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			p := standin.NewPool(t, mode)
			d := caseDaemon(t, "all-rejected", nil, "127.0.0.1:13558", p.Address, "mining:\n", "mining:\n  warmup: 2s\n")
			// Of one share in twenty it takes most of a minute until chance is no explanation any more.
			d.within(4*patience, "the fault", func() bool { return strings.Contains(d.device(3).WorkerFault, "pool stratum+tcp://"+p.Address) })
			d.within(patience, "no promise", func() bool { net := d.device(3).NetUSD; return net != nil && *net < 0 })
			if net, ok := d.metric(`gpu_net_usd_per_hour{uuid="` + string(d.device(3).UUID) + `"}`); !ok || net > 0 {
				t.Errorf("the metric promises %v", net)
			}
			if _, out, errs := d.cli("explain", "3", "--config", d.config); !strings.Contains(out, "earns nothing now: ") {
				t.Errorf("explain:\n%s%s", out, errs)
			}
		})
	}
}

// A miner of which only the summary is broken mines on, and is booked.
func TestBrokenSummaries(t *testing.T) {
	for name, modes := range map[string][]string{"cut-summary": {"cut", "nan", "hashesneg", "first"}, "slow-rate": {"slow", "zero10", "slow60", "textrates"}} {
		for _, mode := range modes {
			t.Run(mode, func(t *testing.T) {
				t.Parallel()
				d := caseDaemon(t, name, func(dir string) []string {
					binary, err := os.ReadFile(xmrig)
					if err == nil {
						err = os.WriteFile(filepath.Join(dir, "standxmrig"), binary, 0o700)
					}
					if err != nil {
						t.Fatal(err)
					}
					write(t, filepath.Join(dir, "mode"), mode)
					return nil
				}, "./fakexmrig.py", "./standxmrig", "ledger_every: 5s", "ledger_every: 500ms")
				const mining = 7 // an RTX 4090
				d.within(patience, "five shares", func() bool { return d.shares(mining) > 4 })
				d.within(patience, "income", func() bool { return len(d.lines(store.MiningRevenue)) > 0 })
				if s := d.device(mining); s.Restarts > 0 || !strings.HasPrefix(s.Worker, "ok") {
					t.Errorf("%d restarts, %s", s.Restarts, s.Worker)
				}
				d.wantLogged(0, "worker hangs")
			})
		}
	}
}

// A card whose driver gives neither power nor energy is booked at its configured watts,
// and that is said.
func TestCardWithoutMeter(t *testing.T) {
	if err := buildLibrary(); err != nil {
		t.Fatal(err)
	}
	p := standin.NewPool(t, "")
	d := caseDaemon(t, "no-power-card", func(dir string) []string {
		if err := os.CopyFS(filepath.Join(dir, "cards"), os.DirFS("testdata/cases/no-power-card/cards")); err != nil {
			t.Fatal(err)
		}
		return []string{cards{filepath.Join(dir, "cards")}.env()}
	}, "127.0.0.1:13556", p.Address, "./libstand.so", library, "ledger_every: 5s", "ledger_every: 500ms")
	d.within(patience, "electricity of mining", func() bool {
		for _, l := range d.lines(store.Electricity) {
			if !strings.HasPrefix(l.Source, "estimate: ") {
				t.Fatalf("%+v", l)
			}
			if l.Workload == "mine AAA" && l.Seconds > 0 && l.USD < 0 { // while it is not started yet it draws what idling does: here, nothing
				return true
			}
		}
		return false
	})
}

// The reason that a worker has no pool for is in status and in the daemon's log, with the
// cure.
func TestReasonOfTheWorker(t *testing.T) {
	own, pin := standin.NewTLSPool(t, "", "", time.Now().Add(time.Hour))
	banned := standin.NewPool(t, "banned_null_id")
	for name, tt := range map[string]struct{ pool, words string }{
		"certificate": {"stratum+ssl://" + own.Address, "write #" + pin},
		"plain":       {"stratum+tcp://" + own.Address, "the pool closed the connection"},
		"banned":      {"stratum+tcp://" + banned.Address, "Your IP is banned until 18:00"},
	} {
		t.Run(name, func(t *testing.T) {
			d := caseDaemon(t, "tls-check", nil, "stratum+ssl://127.0.0.1:13443", tt.pool)
			d.within(patience, "the reason", func() bool { return strings.Contains(d.device(3).WorkerFault, tt.words) })
			d.within(patience, "the log", func() bool { return d.logged("worker cannot earn") > 0 })
			d.shows(true, tt.words)
			if !strings.Contains(d.text(), tt.words) {
				t.Error("the log does not say it")
			}
		})
	}
}
