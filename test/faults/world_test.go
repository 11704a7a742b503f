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

	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
	"github.com/gpuarbiter/gpuarbiter/test/scenario"
)

// The two devices that are used, by index: each can mine one coin only, at a
// pool of its own, so that each pool's loss concerns one device.
const (
	first  = 0 // RTX 3060 Ti
	second = 3 // RTX 3090
)

// watchdog is the time after which systemd would end a daemon without heartbeat.
const watchdog = 1500 * time.Millisecond

func uuid(device int) string { return fmt.Sprintf("GPU-51d00000-0000-4000-8000-%012d", device) }

var worldConfig = template.Must(template.New("").Parse(`state_dir: state
http: {listen: ""}
electricity: {price_per_kwh: {{.Tariff}}}
devices:
  source: simulated
  exclude:
{{- range .Exclude}}
  - {{.}}
{{- end}}
mining:
  warmup: 30s
  grace: 2s
  coins:
  - {name: ONE, algorithm: argon2/chukwa, pool: "stratum+tcp://{{.Pool}}", wallet: w, price_usd: {{.Price}}, difficulty: 100, block_reward: 1,
     models: {"NVIDIA GeForce RTX 3060 Ti": {hashes_per_second: 4, watts: 1, hash_limit: 4}}}
  - {name: TWO, algorithm: argon2/chukwa, pool: "stratum+tcp://{{.Gate}}", wallet: w, price_usd: {{.Price}}, difficulty: 100, block_reward: 1,
     models: {"NVIDIA GeForce RTX 3090": {hashes_per_second: 4, watts: 1, hash_limit: 4}}}
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
	rpc, pool  *gate
	dir        string
	facts      map[string]any // of the configuration
	later      common.Address // where the next market will be
	writable   bool           // the state directory is a small disk of its own
	heartbeats chan time.Time // of the daemon, as systemd would get them
	poolAPI    string
}

// TestWorld lets one fault of the world after another come and go around one
// daemon. With each of them the other devices earn on, it is logged once, status
// and metrics show it, commands that need what is gone fail, and it goes away by
// itself.
func TestWorld(t *testing.T) {
	t.Parallel()
	a := setUp(t)
	a.within(30*time.Second, "both devices to mine", func() bool { return a.shares(first) > 0 && a.shares(second) > 0 })
	for _, tt := range []struct {
		name string
		test func(*around)
	}{
		{"markets", (*around).markets}, {"requests", (*around).requests}, {"pool", (*around).lostPool},
		{"reload", (*around).reload}, {"disk", (*around).fullDisk}, {"watchdog", (*around).stuck},
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
	stratum, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = w.Pool.Serve(t.Context(), stratum) }()

	a := &around{world: w, dir: dir, rpc: newGate(t, strings.TrimPrefix(w.Node.URL, "http://")), pool: newGate(t, stratum.Addr().String())}
	a.pool.open()
	a.later = nextMarket(ctx, t, w)
	var exclude []string
	for i := range 8 {
		if i != first && i != second {
			exclude = append(exclude, uuid(i))
		}
	}
	a.facts = map[string]any{
		"Exclude": exclude, "Pool": stratum.Addr(), "Gate": a.pool.address, "ID": w.Node.ChainID, "RPC": a.rpc.address, "Node": w.Node.URL,
		"Market": w.Market, "Later": a.later.Hex(), "Key": w.Solver.Keystore, "Password": w.Solver.Password, "Price": "0.02", "Tariff": "0.1",
	}
	config := filepath.Join(dir, "config.yaml")
	write(t, config, a.configText(t))
	a.writable = smallDisk(t, filepath.Join(dir, "state"))
	api := httptest.NewServer(w.Pool.Handler())
	t.Cleanup(api.Close)
	a.poolAPI = api.URL
	notify := filepath.Join(dir, "notify")
	a.listen(t, notify)
	a.daemon = start(t, dir, config, "NOTIFY_SOCKET="+notify, fmt.Sprintf("WATCHDOG_USEC=%d", watchdog.Microseconds()))
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

func (a *around) configText(t *testing.T) string {
	var b bytes.Buffer
	if err := worldConfig.Execute(&b, a.facts); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// nextMarket is where the organiser's next deployment will put its market: it
// deploys an evaluator first.
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
	return crypto.CreateAddress(w.Organiser.Address, nonce+1)
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
		a.within(5*time.Second, "chain "+chain+" to be faulty", func() bool { return strings.Contains(a.market(chain).Fault, words) })
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
	ctx, cancel := context.WithTimeout(a.t.Context(), 30*time.Second)
	defer cancel()
	out2, err := a.world.CLI(ctx, "contract", "deploy", "--min-window", "5s", "--min-bond", "0.0001")
	if err != nil {
		a.t.Fatal(err)
	}
	if got := out2["market"]; got != a.later.Hex() {
		a.t.Fatalf("the market is at %v, not at %s", got, a.later)
	}
	for _, chain := range []string{"gone", "later"} {
		a.within(10*time.Second, "chain "+chain+" to be back", func() bool { m := a.market(chain); return m.Fault == "" && m.Head > 0 })
		a.wantMetric(`market_up{chain="`+chain+`"}`, 1)
		a.wantLogged(1, `market cannot be used; mining goes on.*"chain": "`+chain+`"`)
		a.wantLogged(1, `market is back.*"chain": "`+chain+`"`)
		a.shows(false, faults[chain])
	}
	a.wantLogged(1, `market cannot be used.*"chain": "wrong"`)
	a.shows(true, faults["wrong"])

	// It goes and comes again.
	a.rpc.shut()
	a.within(10*time.Second, "chain gone to be faulty again", func() bool { return a.market("gone").Fault != "" })
	a.rpc.open()
	a.within(10*time.Second, "chain gone to be back again", func() bool { return a.market("gone").Fault == "" })
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
	words := "no connection to pool stratum+tcp://" + a.pool.address
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
	a.pool.shut()
	a.within(10*time.Second, "the pool's fault", func() bool { return strings.Contains(fault(), words) })
	a.wantMetric(faulty(second), 1)
	a.wantMetric(faulty(first), 0)
	a.shows(true, "fault: "+words)
	if code, out, _ := a.cli("config", "check", "--online", "--config", a.config); code != 1 || !strings.Contains(out, "FAULT  pool of TWO") || strings.Contains(out, "FAULT  pool of ONE") {
		a.t.Errorf("config check --online: exit %d, want 1 and a fault of pool TWO alone:\n%s", code, out)
	}
	a.earns(first)
	a.pool.open()
	a.within(20*time.Second, "the pool to be used again", func() bool { return fault() == "" })
	a.earns(second)
	a.wantMetric(faulty(second), 0)
	a.shows(false, words)
	a.wantLogged(1, "worker cannot earn.*"+uuid(second))
	a.wantLogged(1, "worker earns again.*"+uuid(second))
	a.wantLogged(0, "worker cannot earn.*"+uuid(first))
}

// reload: a faulty file changes nothing, a good one says what it changes.
func (a *around) reload() {
	hup := func() {
		if err := a.cmd.Process.Signal(syscall.SIGHUP); err != nil {
			a.t.Fatal(err)
		}
	}
	good := a.configText(a.t)
	write(a.t, a.config, strings.Replace(good, "price_per_kwh: 0.1", "price_per_kwh: cheap", 1))
	hup()
	a.within(5*time.Second, "the fault of the file", func() bool { return a.status().ConfigFault != "" })
	if s := a.status(); !strings.Contains(s.ConfigFault, "config.yaml: line 3: ") {
		a.t.Errorf("the fault %q does not name file and line", s.ConfigFault)
	}
	a.wantMetric("config_last_reload_successful", 0)
	a.wantLogged(1, "configuration is not reloaded; the last good one stays in force")
	a.earns(first)

	a.facts["Tariff"] = "0.25"
	write(a.t, a.config, strings.Replace(a.configText(a.t), "ledger_every: 500ms", "ledger_every: 700ms", 1))
	hup()
	a.within(5*time.Second, "the file to be loaded", func() bool { return a.status().ConfigFault == "" })
	a.wantMetric("config_last_reload_successful", 1)
	a.wantLogged(1, `changed.*electricity.price_per_kwh: 0.1 -> 0.25`)
	a.wantLogged(1, `changed, but needs a restart.*policy.ledger_every: 500ms -> 700ms`)
	a.wantLogged(1, "not reloaded")
	a.shows(false, "configuration was not reloaded")
	// The price is in force: power is booked at it.
	a.within(10*time.Second, "a line of the ledger at the new price", func() bool {
		var lines []store.Line
		a.read("/api/ledger?n=8", &lines)
		for _, l := range lines {
			if strings.HasPrefix(l.Quote, "0.25 USD/kWh") {
				return true
			}
		}
		return false
	})
	a.earns(second)
}

// fullDisk: nothing can be stored for a while.
func (a *around) fullDisk() {
	if !a.writable {
		a.t.Skip("no permission to mount a small disk: a full one is not tested")
	}
	before, _ := a.metric("store_faults_total")
	fill := filepath.Join(a.state, "fill")
	a.fill(fill)
	a.within(30*time.Second, "the store to fail", func() bool { return a.status().StoreFault != "" })
	a.shows(true, "fault: the store cannot be written: ")
	if n, _ := a.metric("store_faults_total"); n <= before {
		a.t.Errorf("store_faults_total is %v, and was %v before", n, before)
	}
	a.earns(first)
	a.earns(second)
	a.wantLogged(1, "ledger cannot be written.*no space left on device")
	if err := os.Remove(fill); err != nil {
		a.t.Fatal(err)
	}
	a.within(10*time.Second, "the store to be written again", func() bool { return a.status().StoreFault == "" && a.logged("ledger is written again") == 1 })
	a.shows(false, "store cannot be written")
	a.wantLogged(1, "ledger cannot be written")
	a.balanced()
}

// fill leaves no byte of the disk free.
func (a *around) fill(path string) {
	f, err := os.Create(path)
	if err != nil {
		a.t.Fatal(err)
	}
	defer f.Close()
	for size := 1 << 20; size > 0; {
		if _, err := f.Write(make([]byte, size)); errors.Is(err, syscall.ENOSPC) {
			size /= 2
		} else if err != nil {
			a.t.Fatal(err)
		}
	}
}

// balanced wants the ledger to hold just what was measured: nothing is lost and
// nothing is booked twice. A share or two may not be booked yet.
func (a *around) balanced() {
	a.t.Helper()
	var lines []store.Line
	a.read("/api/ledger?n=100000", &lines)
	joules, shares := map[string]float64{}, map[string]int{}
	for _, l := range lines {
		var n int
		var v float64
		if _, err := fmt.Sscanf(l.Source, "%d accepted shares", &n); err == nil {
			shares[l.Device] += n
		}
		if _, err := fmt.Sscan(l.Amount, &v); err == nil && l.Unit == "J" {
			joules[l.Device] += v
		}
	}
	for _, device := range []int{first, second} {
		id := uuid(device)
		if booked, seen := shares[id], int(a.shares(device)); booked > seen || booked < seen-2 {
			a.t.Errorf("device %d: %d shares are booked, %d were accepted", device, booked, seen)
		}
		measured, _ := a.metric(`gpu_energy_joules_total{uuid="` + id + `"}`)
		if rest := measured - joules[id]; rest < -1 || rest > 1500 { // some seconds at some 300 W
			a.t.Errorf("device %d: %.0f J are booked, %.0f J were measured", device, joules[id], measured)
		}
	}
}

// stuck: the heartbeat for systemd comes from the loop. A file of prices that is
// a pipe without a writer holds the loop up, as a network disk might.
func (a *around) stuck() {
	beat := func(within time.Duration) bool {
		select {
		case <-a.heartbeats:
			return true
		case <-time.After(within):
			return false
		}
	}
	accepted := func() uint64 {
		_, n, err := miner.PoolAccepted(a.t.Context(), a.poolAPI, "w", fmt.Sprintf("gpuarbiter-%d", first))
		if err != nil {
			a.t.Fatal(err)
		}
		return n
	}
	for range 3 {
		if !beat(watchdog) {
			a.t.Fatal("no heartbeat in the watchdog's time")
		}
	}
	pipe := filepath.Join(a.dir, "prices")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		a.t.Fatal(err)
	}
	a.facts["Tariff"] = "{file: prices, key: kwh, max_age: 1h}"
	write(a.t, a.config, a.configText(a.t))
	if err := a.cmd.Process.Signal(syscall.SIGHUP); err != nil {
		a.t.Fatal(err)
	}
	a.within(10*time.Second, "the heartbeat to stop", func() bool { return !beat(watchdog) })
	before := accepted() // the devices do not wait for the loop
	a.within(15*time.Second, "the pool to get shares", func() bool { return accepted() >= before+2 })

	// A writer sets it free.
	if err := os.Rename(pipe, pipe+".old"); err != nil {
		a.t.Fatal(err)
	}
	write(a.t, pipe, fmt.Sprintf(`{"kwh": {"value": 0.3, "at": %q}}`, time.Now().Format(time.RFC3339)))
	w, err := os.OpenFile(pipe+".old", os.O_WRONLY, 0)
	if err != nil {
		a.t.Fatal(err)
	}
	w.Close()
	if !beat(5 * time.Second) {
		a.t.Error("no heartbeat after the loop was set free")
	}
}
