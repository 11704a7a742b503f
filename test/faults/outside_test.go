package faults

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
)

func (a *around) market(chain string) (m httpapi.MarketStatus) {
	for _, m := range a.status().Markets {
		if m.Chain == chain {
			return m
		}
	}
	a.t.Fatalf("status has no chain %s", chain)
	return m
}

// markets: nobody at an endpoint, another chain than expected, no contract.
func (a *around) markets() {
	faults := map[string]string{
		"gone": "no RPC endpoint answers", "wrong": "the endpoint serves another chain: id 1337, configured 4242",
		"later": "there is no market at the address " + a.later.Hex(),
	}
	for chain, words := range faults {
		a.within(patience, "chain "+chain+" to be faulty", func() bool { return strings.Contains(a.market(chain).Fault, words) })
		a.wantMetric(`market_up{chain="`+chain+`"}`, 0)
		a.shows(true, words)
		a.fails(words, "challenge", "show", "0", "--config", a.config, "--chain", chain)
		a.fails(words, "challenge", "draw", "0", "--config", a.config, "--chain", chain, "--state", filepath.Join(a.dir, "organiser"))
	}
	code, out, _ := a.cli("config", "check", "--online", "--config", a.config)
	if code != 1 {
		a.t.Errorf("config check --online: exit %d, want 1", code)
	}
	for chain, words := range faults {
		if !strings.Contains(out, "FAULT  chain "+chain) || !strings.Contains(out, words) {
			a.t.Errorf("config check --online does not tell of chain %s: %q:\n%s", chain, words, out)
		}
	}
	a.earns(first)
	a.earns(second)

	a.rpc.open()
	ctx, cancel := context.WithTimeout(a.t.Context(), patience)
	defer cancel()
	out2, err := a.world.CLI(ctx, "contract", "deploy", "--min-window", "5s", "--min-bond", "0.0001")
	if err != nil {
		a.t.Fatal(err)
	}
	if got := out2["market"]; got != a.later.Hex() {
		a.t.Fatalf("the market is at %v, not at %s", got, a.later)
	}
	for _, chain := range []string{"gone", "later"} {
		a.within(patience, "chain "+chain+" to be back", func() bool { m := a.market(chain); return m.Fault == "" && m.Head > 0 })
		a.wantMetric(`market_up{chain="`+chain+`"}`, 1)
		a.wantLogged(1, `market cannot be used; mining goes on.*"chain": "`+chain+`"`)
		a.wantLogged(1, `market is back.*"chain": "`+chain+`"`)
		a.shows(false, faults[chain])
	}
	a.wantLogged(1, `market cannot be used.*"chain": "wrong"`)
	a.shows(true, faults["wrong"])

	a.open()

	// It goes and comes again.
	a.rpc.shut()
	a.within(patience, "chain gone to be faulty again", func() bool { return a.market("gone").Fault != "" })
	a.rpc.open()
	a.within(patience, "chain gone to be back again", func() bool { return a.market("gone").Fault == "" })
	a.wantLogged(2, `market cannot be used.*"chain": "gone"`)
	a.wantLogged(2, `market is back.*"chain": "gone"`)
	if b, _ := a.get("/api/status"); bytes.Contains(b, []byte("topsecret")) {
		a.t.Error("the key in an endpoint's address is in the status")
	}
}

// requests for what is not there, to a daemon and a chain that are.
func (a *around) requests() {
	a.fails(`there is no device "9"`, "explain", "9", "--config", a.config)
	a.fails("there is no such challenge: 7", "challenge", "show", "7", "--config", a.config, "--chain", "gone")
	a.fails("there is no such challenge: 7", "challenge", "finalize", "7", "--config", a.config, "--chain", "gone", "--state", filepath.Join(a.dir, "organiser"))
	a.fails("store is locked by another process", "run", "--config", a.config)
	if code, _, errs := a.cli("explain", fmt.Sprint(first), "--config", a.config); code != 0 {
		a.t.Errorf("after a second daemon was refused, the first one does not answer: exit %d: %s", code, errs)
	}
}

// lostPool: the pool of one device goes away, and comes back.
func (a *around) lostPool() {
	words := "no connection to pool stratum+tcp://" + a.link.address
	fault := func() string {
		for _, d := range a.status().Devices {
			if d.Index == second {
				return d.WorkerFault
			}
		}
		return "no such device"
	}
	faulty := func(device int) string { return `gpu_worker_faulty{uuid="` + uuid(device) + `"}` }
	a.wantMetric(faulty(second), 0)
	a.link.shut()
	a.within(patience, "the pool's fault", func() bool { return strings.Contains(fault(), words) })
	a.wantMetric(faulty(second), 1)
	a.wantMetric(faulty(first), 0)
	a.shows(true, "fault: "+words)
	if code, out, _ := a.cli("config", "check", "--online", "--config", a.config); code != 1 || !strings.Contains(out, "FAULT  pool of TWO") || strings.Contains(out, "FAULT  pool of ONE") {
		a.t.Errorf("config check --online: exit %d, want 1 and a fault of pool TWO alone:\n%s", code, out)
	}
	a.earns(first)
	a.link.open()
	a.within(patience, "the pool to be used again", func() bool { return fault() == "" })
	a.earns(second)
	a.wantMetric(faulty(second), 0)
	a.shows(false, words)
	a.wantLogged(1, "worker cannot earn.*"+uuid(second))
	a.wantLogged(1, "worker earns again.*"+uuid(second))
	a.wantLogged(0, "worker cannot earn.*"+uuid(first))
}

// lostCard: a device falls off the bus, and is put back.
func (a *around) lostCard() {
	phase := func() (p scheduler.Phase) {
		for _, d := range a.status().Devices {
			if d.Index == second {
				return d.Phase
			}
		}
		return ""
	}
	faulty := func(device int) string { return `gpu_faulty{uuid="` + uuid(device) + `"}` }
	a.rig.set(a.t, second, secondModel, "lost=1\n")
	a.within(patience, "the device to be quarantined", func() bool { return phase() == scheduler.PhaseQuarantined })
	a.wantMetric(faulty(second), 1)
	a.wantMetric(faulty(first), 0)
	a.wantMetric("devices_up", 1)
	a.shows(true, uuid(second)) // which status prints in faults only
	a.earns(first)
	a.rig.set(a.t, second, secondModel, "")
	a.within(patience, "the device to mine again", func() bool { return phase() == scheduler.PhaseRunning })
	a.earns(second)
	a.wantMetric(faulty(second), 0)
	a.shows(false, uuid(second))
	a.wantLogged(1, "device quarantined.*"+uuid(second))
	a.wantLogged(1, "device is back.*"+uuid(second))
	a.wantLogged(0, "quarantined.*"+uuid(first))
}
