package faults

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/internal/demo/pool"
)

const packageConfig = `state_dir: state
http: {listen: ""}
electricity: {price_per_kwh: 0.01}
devices: {source: nvml, nvml_library: %s}
mining:
  warmup: 40s
  miners_dir: miners.d
  coins:
  - {name: ONE, algorithm: argon2/chukwa, miner: %s, pool: "stratum+tcp://%s", wallet: wallet, price_usd: 1, difficulty: 1e6, block_reward: 1,
     parameters: {user_config: %q}, models: {RTX 3090: {hashes_per_second: 1000, watts: 1}}}
policy: {tick: 500ms, ledger_every: 500ms, drain_timeout: 2s}
`

// pack makes a package of a folder of testdata/packages, with our own miner as its program.
func pack(t *testing.T, name, to string) {
	t.Helper()
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	w := tar.NewWriter(z)
	add := func(file string, mode int64) {
		content, err := os.ReadFile(file)
		if err == nil {
			base := filepath.Base(file)
			if file == program {
				base = "miner"
			}
			err = w.WriteHeader(&tar.Header{Typeflag: tar.TypeReg, Name: name + "/" + base, Size: int64(len(content)), Mode: mode})
		}
		if err == nil {
			_, err = w.Write(content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	files, err := filepath.Glob(filepath.Join("testdata/packages", name, "*"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, f := range files {
		add(f, 0o755)
	}
	add(program, 0o755)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	write(t, to, out.String())
}

// packaged is a daemon whose one card mines by a HiveOS package.
type packaged struct {
	*daemon
	dir  string
	pool *pool.Pool
}

func startPackaged(t *testing.T, name string, userConfig func(dir string) string) packaged {
	t.Helper()
	for _, needed := range []string{"jq", "bash"} {
		if _, err := exec.LookPath(needed); err != nil {
			t.Skipf("%s is not to be had, which packages call", needed)
		}
	}
	if out, err := exec.Command("unshare", "--user", "--map-root-user", "--mount-proc", "--pid", "--fork", "--net", "true").CombinedOutput(); err != nil {
		t.Skipf("no namespaces here: %s", out)
	}
	if err := buildLibrary(); err != nil {
		t.Fatal(err)
	}
	p, address := servePool(t, 200)
	dir := t.TempDir()
	archive := filepath.Join(dir, name+"-1.tar.gz")
	pack(t, name, archive)
	out, err := exec.Command(program, "miner", "add", archive, "--miners-dir", filepath.Join(dir, "miners.d"), "--into", filepath.Join(dir, "packages")).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	rig := cards{filepath.Join(dir, "cards")}
	rig.set(t, 0, "NVIDIA GeForce RTX 3090", "pids=\n")
	config := filepath.Join(dir, "config.yaml")
	write(t, config, fmt.Sprintf(packageConfig, library, name, address, userConfig(dir)))
	return packaged{start(t, dir, config, rig.env()), dir, p}
}

// log is what the worker has printed.
func (p packaged) log() string {
	files, _ := filepath.Glob(filepath.Join(p.dir, "state/workers/*/*/log"))
	var all []byte
	for _, f := range files {
		b, _ := os.ReadFile(f)
		all = append(all, b...)
	}
	return string(all)
}

func nothing(string) string { return "" }

// A package as it is published mines: its own scripts, its own folder, what its h-stats.sh says.
func TestPackageMines(t *testing.T) {
	t.Parallel()
	p := startPackaged(t, "clean", nothing)
	p.within(patience, "shares and a rate", func() bool { return p.shares(0) >= 20 && p.device(0).Hashrate > 0 })
	s := p.device(0)
	if s.Restarts > 0 || !strings.HasPrefix(s.Worker, "ok") {
		t.Errorf("%d restarts, %s\n%s", s.Restarts, s.Worker, p.log())
	}
	took := uint64(0)
	for _, a := range p.pool.Stats().Accounts {
		took += a.Accepted
	}
	if shares := p.shares(0); shares > took {
		t.Errorf("%d shares are counted, the pool took %d", shares, took)
	}
	if code := p.stop(); code != 0 {
		t.Errorf("exit %d", code)
	}
}

// One that lies is not believed: a rate a thousand times too high, shares that go back and forth.
func TestPackageLies(t *testing.T) {
	t.Parallel()
	p := startPackaged(t, "liar", nothing)
	p.within(patience, "doubt", func() bool { return strings.Contains(p.device(0).Reason+p.device(0).Worker, "not believed") })
	if rate := p.device(0).Hashrate; rate > 1e5 {
		t.Errorf("it is believed to do %v H/s", rate)
	}
	// It tells a number of shares up to nine, by chance, each time: summed up it would be more.
	p.within(patience, "nine shares", func() bool { return p.shares(0) >= 9 || p.pool.Stats().Accounts[0].Accepted >= 50 })
	if shares := p.shares(0); shares > 9 {
		t.Errorf("%d shares are counted of at most 9 that it has ever told", shares)
	}
}

// One that would do harm does none, and nothing of it is left.
func TestPackageAttacks(t *testing.T) {
	t.Parallel()
	collector, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer collector.Close()
	p := startPackaged(t, "hostile", func(dir string) string {
		return fmt.Sprintf("STATE=%s/state COLLECTOR=%s DAEMON=%d", dir, collector.Addr(), os.Getpid())
	})
	p.within(patience, "its tries", func() bool { return strings.Contains(p.log(), "it has tried") })
	log := p.log()
	for line := range strings.Lines(log) {
		if strings.HasPrefix(line, "could ") && !strings.HasPrefix(line, "could not ") {
			t.Errorf("it %s", line)
		}
	}
	if n := strings.Count(log, "could not "); n < 14 {
		t.Errorf("%d tries:\n%s", n, log)
	}
	if b, err := os.ReadFile(filepath.Join(p.dir, "state/gpuarbiter.db")); err != nil || len(b) == 0 {
		t.Errorf("the store: %d bytes, %v", len(b), err)
	}
	if code := p.stop(); code != 0 {
		t.Errorf("exit %d", code)
	}
	if out, _ := exec.Command("pgrep", "-f", "hostile-orphan").Output(); len(out) > 0 {
		t.Errorf("it is still there: %s", out)
	}
}
