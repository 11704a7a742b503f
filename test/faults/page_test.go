package faults

import (
	"context"
	"flag"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

var pictures = flag.String("pictures", "", "folder that TestPage writes pictures of the page to")

const pageConfig = `state_dir: state
http: {listen: %s, web_config: web.yaml}
electricity: {price_per_kwh: 0.10}
devices: {source: simulated}
policy: {tick: 1s, min_run: 0s, signal_every: 0s, record_every: 0s, ledger_every: 2s}
mining:
  worker: shed-rig-7
  coins:
  - {name: AAA, algorithm: argon2/chukwa, pool: "stratum+tcp://%[2]s", wallet: w, price_usd: 0.02, difficulty: 1e9, block_reward: 0.3,
     models: {RTX 3090: {hashes_per_second: 50e6, watts: 290, hash_scale: 1e6, hash_limit: 50}, RTX 4090: {hashes_per_second: 70e6, watts: 320, hash_scale: 1e6, hash_limit: 70}}}
  - {name: DOWN, algorithm: argon2/chukwa, pool: "stratum+tcp://127.0.0.1:9", wallet: w, price_usd: 0.02, difficulty: 1e9, block_reward: 0.3,
     models: {RTX 3060 Ti: {hashes_per_second: 30e6, watts: 130, hash_scale: 1e6, hash_limit: 30}}}
`

// TestPage: the page in Chromium is live without a reload, has faults first, fits a phone and a wall, is
// legible by light and by dark, does what is asked for after a login, and axe finds nothing that stands in anybody's way.
func TestPage(t *testing.T) {
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not on the PATH (apt-get install chromium)")
	}
	if _, err := os.Stat("page/node_modules/axe-core"); err != nil {
		t.Skip("its tools are not installed: npm ci in test/faults/page")
	}
	_, pool := servePool(t, 50)
	dir, address := t.TempDir(), freeAddress(t)
	config := filepath.Join(dir, "config.yaml")
	write(t, config, fmt.Sprintf(pageConfig, address, pool))
	write(t, filepath.Join(dir, "web.yaml"), logins(t))
	d := start(t, dir, config)
	d.within(patience, "shares", func() bool { return d.shares(7) > 2 })
	d.within(patience, "a fault", func() bool { return d.device(0).WorkerFault != "" })
	bound, end := context.WithTimeout(t.Context(), 4*time.Minute)
	defer end()
	script := []string{"page.mjs", "http://" + address + "/"}
	if *pictures != "" {
		folder, err := filepath.Abs(*pictures)
		if err != nil {
			t.Fatal(err)
		}
		script = append(script, folder)
	}
	look := exec.CommandContext(bound, "node", script...)
	look.Dir, look.Env = "page", append(os.Environ(), "CHROMIUM="+chromium, "LOGIN="+user+":"+password)
	if out, err := look.CombinedOutput(); err != nil {
		t.Errorf("%v:\n%s", err, out)
	}
}

// freeAddress is one that nobody listens at yet.
func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}
