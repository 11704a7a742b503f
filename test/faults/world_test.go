package faults

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"text/template"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/gpuarbiter/gpuarbiter/internal/demo/pool"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/test/scenario"
)

// The two devices that are used, by index: each can mine one coin only, at a
// pool of its own, so that each pool's loss concerns one device.
const (
	first, firstModel   = 0, "NVIDIA GeForce RTX 3060 Ti"
	second, secondModel = 1, "NVIDIA GeForce RTX 3090"
)

// hashesPerSecond is what each device's miner may do at most.
const hashesPerSecond = 4

// watchdog is the time after which systemd would end a daemon without heartbeat.
const watchdog = 6 * time.Second

var worldConfig = template.Must(template.New("").Parse(`state_dir: state
http: {listen: ""}
electricity: {price_per_kwh: {{.Tariff}}}
devices: {source: nvml, nvml_library: "{{.Library}}"}
mining:
  warmup: 30s
  grace: 2s
  coins:
  - {name: ONE, algorithm: argon2/chukwa, pool: "stratum+tcp://{{.Pool}}", wallet: w, price_usd: {{.Price}}, difficulty: 100, block_reward: 1,
     models: {"NVIDIA GeForce RTX 3060 Ti": {hashes_per_second: {{.Limit}}, watts: 1, hash_limit: {{.Limit}}}}}
  - {name: TWO, algorithm: argon2/chukwa, pool: "stratum+tcp://{{.Gate}}", wallet: w, price_usd: {{.Price}}, difficulty: 100, block_reward: 1,
     models: {"NVIDIA GeForce RTX 3090": {hashes_per_second: {{.Limit}}, watts: 1, hash_limit: {{.Limit}}}}}
chains:
- {name: gone, id: {{.ID}}, rpc: ["http://{{.RPC}}/?key=topsecret"], market: "{{.Market}}", poll: 500ms}
- {name: wrong, id: 4242, rpc: ["{{.Node}}"], market: "{{.Market}}", poll: 500ms}
- {name: later, id: {{.ID}}, rpc: ["{{.Node}}"], market: "{{.Later}}", poll: 500ms}
wallet: {keystore: "{{.Key}}", password_file: "{{.Password}}"}
policy: {tick: 500ms, ledger_every: 500ms, min_run: 1s}
`))

// around is a daemon and the world that is made to fail around it.
type around struct {
	*daemon
	world      *scenario.World
	rpc, link  *gate
	rig        cards
	dir        string
	facts      map[string]any // of the configuration
	later      common.Address // where the next market will be
	writable   bool           // the state directory is a small disk of its own
	heartbeats chan time.Time // of the daemon, as systemd would get them
	poolAPI    string
	parent     *testing.T
	created    <-chan error // of the challenge
	challenge  int
}

// TestWorld lets one fault of the world after another come and go around one
// daemon. With each of them the other devices earn on, it is logged once, status
// and metrics show it, commands that need what is gone fail, and it goes away by
// itself.
func TestWorld(t *testing.T) {
	t.Parallel()
	a := setUp(t)
	a.parent = t
	a.within(patience, "both devices to mine", func() bool { return a.shares(first) > 0 && a.shares(second) > 0 })
	for _, tt := range []struct {
		name string
		test func(*around)
	}{
		{"markets", (*around).markets}, {"requests", (*around).requests}, {"pool", (*around).lostPool}, {"card", (*around).lostCard},
		{"reload", (*around).reload}, {"disk", (*around).fullDisk}, {"commitment", (*around).changedData}, {"watchdog", (*around).stuck},
	} {
		t.Run(tt.name, func(t *testing.T) {
			was := a.t
			a.t = t
			defer func() { a.t = was }()
			tt.test(a)
		})
	}
	if code := a.stop(); code != 0 {
		t.Errorf("exit %d at TERM, want 0", code)
	}
	if strings.Contains(a.text(), "topsecret") {
		t.Error("the key in an endpoint's address is in the log")
	}
}

func setUp(t *testing.T) *around {
	dir := t.TempDir()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	w, err := scenario.New(ctx, scenario.Options{Dir: filepath.Join(dir, "world"), Binary: program})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Close)
	// A share every second, on the average.
	p, err := pool.New(pool.Options{Algorithm: "argon2/chukwa", Difficulty: hashesPerSecond})
	if err != nil {
		t.Fatal(err)
	}
	stratum, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = p.Serve(t.Context(), stratum) }()
	api := httptest.NewServer(p.Handler())
	t.Cleanup(api.Close)

	a := &around{world: w, dir: dir, rig: cards{filepath.Join(dir, "cards")}, poolAPI: api.URL, rpc: newGate(t, strings.TrimPrefix(w.Node.URL, "http://")), link: newGate(t, stratum.Addr().String())}
	a.link.open()
	a.later = nextMarket(ctx, t, w)
	if err := buildLibrary(); err != nil {
		t.Fatal(err)
	}
	a.rig.set(t, first, firstModel, "")
	a.rig.set(t, second, secondModel, "")
	a.facts = map[string]any{
		"Library": library, "Pool": stratum.Addr(), "Gate": a.link.address, "ID": w.Node.ChainID, "RPC": a.rpc.address, "Node": w.Node.URL,
		"Market": w.Market, "Later": a.later.Hex(), "Key": w.Solver.Keystore, "Password": w.Solver.Password, "Price": "0.02", "Tariff": "0.1", "Limit": hashesPerSecond,
	}
	config := filepath.Join(dir, "config.yaml")
	write(t, config, a.configText(t))
	a.writable = smallDisk(t, filepath.Join(dir, "state"))
	notify := filepath.Join(dir, "notify")
	a.listen(t, notify)
	a.daemon = start(t, dir, config, a.rig.env(), "NOTIFY_SOCKET="+notify, fmt.Sprintf("WATCHDOG_USEC=%d", watchdog.Microseconds()))
	return a
}

// listen takes the notifications that are meant for systemd.
func (a *around) listen(t *testing.T, path string) {
	conn, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: path, Net: "unixgram"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	a.heartbeats = make(chan time.Time, 1)
	go func() {
		buf := make([]byte, 256)
		for {
			n, err := conn.Read(buf)
			if err != nil {
				return
			}
			if string(buf[:n]) == "WATCHDOG=1" {
				select {
				case a.heartbeats <- time.Now():
				default:
				}
			}
		}
	}()
}

func (a *around) configText(t testing.TB) string {
	var b bytes.Buffer
	if err := worldConfig.Execute(&b, a.facts); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// nextMarket is where the organiser's next deployment will put its market: it
// deploys the evaluators first.
func nextMarket(ctx context.Context, t *testing.T, w *scenario.World) common.Address {
	client, err := ethclient.DialContext(ctx, w.Node.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	nonce, err := client.PendingNonceAt(ctx, w.Organiser.Address)
	if err != nil {
		t.Fatal(err)
	}
	return crypto.CreateAddress(w.Organiser.Address, nonce+uint64(len(evaluator.All())))
}

// smallDisk mounts a disk of 16 MiB at dir; false where that is not permitted.
func smallDisk(t *testing.T, dir string) bool {
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	err := syscall.Mount("faults", dir, "tmpfs", syscall.MS_NOSUID|syscall.MS_NODEV, "size=16m,mode=0700")
	if errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.EACCES) {
		return false
	}
	if err != nil {
		t.Fatalf("mount tmpfs: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Errorf("unmount %s: %v", dir, err)
		}
	})
	return true
}
