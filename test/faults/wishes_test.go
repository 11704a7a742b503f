package faults

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/test/standin"
)

// wish is a rig of three cards under a daemon, with two coins of which ONE pays twice as much as TWO.
type wish struct {
	*daemon
	rig    cards
	config string
	base   string
}

// wishes starts a daemon whose policy is changed by pairs of old and new text.
func wishes(t *testing.T, change ...string) *wish {
	t.Helper()
	t.Parallel()
	if err := buildLibrary(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	w := &wish{rig: cards{filepath.Join(dir, "cards")}, config: filepath.Join(dir, "config.yaml")}
	for i := range 3 {
		w.rig.set(t, i, "NVIDIA GeForce RTX 3090", "pids=\n")
	}
	w.base = fmt.Sprintf(rulesConfig, library, standin.NewPool(t, "").Address, "    []\n")
	w.policy(t, change...)
	w.daemon = start(t, dir, w.config, w.rig.env())
	return w
}

func (w *wish) policy(t *testing.T, change ...string) {
	t.Helper()
	write(t, w.config, standin.Change(t, w.base, change...))
}

// reload gives the daemon another policy.
func (w *wish) reload(t *testing.T, change ...string) {
	t.Helper()
	w.policy(t, change...)
	if err := w.cmd.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
}

// doing waits until so many cards do each work.
func (w *wish) doing(want map[string]int) {
	w.t.Helper()
	got := map[string]int{}
	defer func() {
		if fmt.Sprint(got) != fmt.Sprint(want) {
			_, out, errs := w.cli("explain", "0", "--config", w.config)
			w.t.Logf("they do %v; card 0:\n%s%s", got, out, errs)
		}
	}()
	w.within(patience, fmt.Sprintf("the cards to do %v", want), func() bool {
		clear(got)
		for i := range 3 {
			if s := w.device(i); string(s.Phase) != "starting" {
				got[s.Workload.String()]++
			}
		}
		return fmt.Sprint(got) == fmt.Sprint(want)
	})
}

func (w *wish) explains(words string) {
	w.t.Helper()
	w.within(patience, "an explanation that says "+words, func() bool {
		for i := range 3 {
			if _, out, _ := w.cli("explain", strconv.Itoa(i), "--config", w.config); strings.Contains(out, words) {
				return true
			}
		}
		return false
	})
}

const noRules = "rules:\n    []"

func rule(lines ...string) string { return "rules:\n  - {" + strings.Join(lines, "}\n  - {") + "}" }

// hours are some that hold now, or that do not.
func hours(now bool) string {
	at := time.Now().UTC()
	if !now {
		at = at.Add(12 * time.Hour)
	}
	return at.Add(-3*time.Hour).Format("15:04") + "-" + at.Add(3*time.Hour).Format("15:04")
}

// What an operator would write into the policy, through the daemon. Of the twelve, "never train on this card" is in
// testdata/policy.txtar and in the end-to-end tests, "stop above 80 C" in TestDevicesThatAreNotWell, "a wallet for each coin, with
// failover" in TestSecondPool, and "rent when somebody pays" in TestRent.
func TestWishes(t *testing.T) {
	t.Run("a coin at night only", func(t *testing.T) {
		w := wishes(t, noRules, rule("name: not by day, work: {coins: [ONE]}, when: {hours: \""+hours(true)+"\"}, forbid: true"))
		w.doing(map[string]int{"mine TWO": 3})
		w.explains(`rule "not by day"`)
		w.reload(t, noRules, rule("name: not by day, work: {coins: [ONE]}, when: {hours: \""+hours(false)+"\"}, forbid: true"))
		w.doing(map[string]int{"mine ONE": 3})
	})
	t.Run("quiet hours", func(t *testing.T) {
		w := wishes(t, noRules, rule("name: quiet, when: {hours: \""+hours(true)+"\"}, forbid: true"))
		w.doing(map[string]int{"idle": 3})
		w.explains(`rule "quiet"`)
	})
	t.Run("two are always mining, two coins at once", func(t *testing.T) {
		w := wishes(t, noRules, rule("name: two at two, work: {coins: [TWO]}, at_least: 2", "name: one at one, work: {coins: [ONE]}, at_most: 1"))
		w.doing(map[string]int{"mine TWO": 2, "mine ONE": 1})
		w.explains(`rule "two at two"`)
	})
	t.Run("a budget of watts", func(t *testing.T) {
		heavy := "watts: 200, hash_limit"
		w := wishes(t, "watts: 1, hash_limit", heavy, "  min_run: 1s", "  min_run: 1s\n  watt_budget: 450")
		w.doing(map[string]int{"mine ONE": 2, "idle": 1})
		w.explains("watt budget of 450 W")
		w.reload(t, "watts: 1, hash_limit", heavy, "  min_run: 1s", "  min_run: 1s\n  watt_budget: 1500")
		w.doing(map[string]int{"mine ONE": 3})
	})
	t.Run("a switch at so much better", func(t *testing.T) {
		w := wishes(t, "price_usd: 0.5", "price_usd: 1.3", "  min_run: 1s", "  min_run: 1s\n  min_lead_ratio: 0.5")
		w.doing(map[string]int{"mine TWO": 3})
		w.reload(t, "price_usd: 1,", "price_usd: 1.6,", "price_usd: 0.5", "price_usd: 1.3", "  min_run: 1s", "  min_run: 1s\n  min_lead_ratio: 0.5")
		time.Sleep(3 * time.Second) // ONE leads by 23 per cent, for six decisions
		w.doing(map[string]int{"mine TWO": 3})
		w.reload(t, "price_usd: 1,", "price_usd: 2.6,", "price_usd: 0.5", "price_usd: 1.3", "  min_run: 1s", "  min_run: 1s\n  min_lead_ratio: 0.5")
		w.doing(map[string]int{"mine ONE": 3})
	})
	t.Run("watts for an algorithm, a clock for one card", func(t *testing.T) {
		w := wishes(t, "nvml_library:", "tuning: [{models: [NVIDIA GeForce RTX 3090], work: mine, algorithms: [argon2/chukwa], power_limit_watts: 220}, {uuids: ["+uuid(1)+"], memory_offset_mhz: 800}], nvml_library:")
		w.doing(map[string]int{"mine ONE": 3})
		offset := func(i int) string {
			text, _ := os.ReadFile(filepath.Join(w.rig.dir, fmt.Sprintf("gpu%d.memory_offset", i)))
			return strings.TrimSpace(string(text))
		}
		w.within(patience, "the settings", func() bool {
			for i := range 3 {
				if s := w.device(i); s.LimitWatts == nil || *s.LimitWatts != 220 {
					return false
				}
			}
			return offset(1) == "800" && (offset(0) == "" || offset(0) == "0")
		})
	})
	t.Run("a miner for each algorithm", func(t *testing.T) {
		bin := t.TempDir()
		for _, name := range []string{"t-rex", "lolMiner"} {
			script := "#!/bin/sh\necho \"I am " + name + " $*\"\nexec sleep 1000\n"
			if err := os.WriteFile(filepath.Join(bin, name), []byte(script), 0o755); err != nil {
				t.Fatal(err)
			}
		}
		one, two := "algorithm: argon2/chukwa, miner: builtin, pool", "name: TWO, algorithm: argon2/chukwa, miner: builtin"
		kawpow := fmt.Sprintf("algorithm: kawpow, miner: t-rex, binary: %s/t-rex, pool", bin)
		etchash := fmt.Sprintf("name: TWO, algorithm: etchash, miner: lolminer, binary: %s/lolMiner", bin)
		change := []string{"name: ONE, " + one, "name: ONE, " + kawpow, two, etchash, ", hash_limit: 4", ""}
		w := wishes(t, change...)
		said := func(words string) {
			t.Helper()
			w.within(patience, words, func() bool {
				found := 0
				_ = filepath.Walk(w.state, func(path string, info os.FileInfo, err error) error {
					if err == nil && info.Mode().IsRegular() && filepath.Base(path) == "log" {
						if text, _ := os.ReadFile(path); strings.Contains(string(text), words) {
							found++
						}
					}
					return nil
				})
				return found == 3
			})
		}
		said("I am t-rex -a kawpow")
		w.reload(t, append(change, noRules, rule("name: not one, work: {coins: [ONE]}, forbid: true"))...)
		said("I am lolMiner --algo ETCHASH")
	})
}
