package devnet_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"
	"go.uber.org/goleak"

	"github.com/gpuarbiter/gpuarbiter/test/devnet"
)

// parentEnv makes the test's executable the parent of a geth.
const parentEnv = "DEVNET_TEST_PARENT"

// lasting are the goroutines that outlive Stop, as Embedded says.
var lasting = []goleak.Option{
	goleak.IgnoreTopFunction("github.com/ethereum/go-ethereum/core.(*txSenderCacher).cache"),
	goleak.IgnoreTopFunction("github.com/syndtr/goleveldb/leveldb.(*DB).mpoolDrain"),
}

func TestMain(m *testing.M) {
	if os.Getenv(parentEnv) != "" {
		// With no blocks geth logs nothing, so that the log's broken pipe does
		// not end it.
		n, err := devnet.Geth(context.Background(), devnet.Options{Period: time.Hour})
		if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Println(n.PID)
		select {}
	}
	goleak.VerifyTestMain(m, lasting...)
}

// running says whether a process exists and is no zombie.
func running(pid int) bool {
	stat, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "stat"))
	if err != nil {
		return false
	}
	_, state, _ := bytes.Cut(stat, []byte(") "))
	return state[0] != 'Z'
}

func within(limit time.Duration, condition func() bool) bool {
	for end := time.Now().Add(limit); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if condition() {
			return true
		}
	}
	return false
}

func TestGethEndsWithItsParent(t *testing.T) {
	needGeth(t)
	t.Parallel()
	parent := exec.Command(os.Args[0])
	temp := t.TempDir() // a killed parent leaves its node's folder
	parent.Env = append(os.Environ(), parentEnv+"=1", "TMPDIR="+temp)
	out, err := parent.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := parent.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(line))
	if err != nil {
		t.Fatalf("the parent says %q", line)
	}
	if !running(pid) {
		t.Fatalf("process %d does not run", pid)
	}
	if err := parent.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = parent.Wait() // killed
	if !within(time.Minute, func() bool { return !running(pid) }) {
		t.Errorf("geth (%d) outlives its parent", pid)
	}
}

func TestGethEndsAndGoesOn(t *testing.T) {
	needGeth(t)
	t.Parallel()
	_, addr := newKey(t)
	var text safeBuffer
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	o := devnet.Options{Dir: t.TempDir(), Accounts: []common.Address{addr}, Log: &text}
	first := must(devnet.Geth(ctx, o))(t)
	client := dial(t, first)
	if !within(time.Minute, func() bool { n, err := client.BlockNumber(t.Context()); return err == nil && n >= 2 }) {
		t.Fatal("no second block")
	}
	block := must(client.HeaderByNumber(t.Context(), common.Big2))(t)
	first.Stop()
	first.Stop()
	if running(first.PID) {
		t.Errorf("geth (%d) outlives Stop", first.PID)
	}
	if !strings.Contains(text.String(), "HTTP server started") || !strings.Contains(text.String(), "HTTP server stopped") {
		t.Errorf("the log has no start or no orderly end:\n%s", text.String())
	}

	o.Port = must(strconv.Atoi(first.URL[strings.LastIndexByte(first.URL, ':')+1:]))(t)
	second := must(devnet.Geth(ctx, o))(t)
	if second.URL != first.URL {
		t.Errorf("the node is at %s, was at %s", second.URL, first.URL)
	}
	if again := must(client.HeaderByNumber(t.Context(), common.Big2))(t); again.Hash() != block.Hash() {
		t.Errorf("block 2 is %v, was %v", again.Hash(), block.Hash())
	}
	second.Kill()
	if running(second.PID) {
		t.Errorf("geth (%d) outlives Kill", second.PID)
	}

	third := must(devnet.Geth(ctx, o))(t)
	if again := must(client.HeaderByNumber(t.Context(), common.Big2))(t); again.Hash() != block.Hash() {
		t.Errorf("block 2 is %v after a kill, was %v", again.Hash(), block.Hash())
	}
	cancel()
	select {
	case <-third.Done():
	case <-time.After(time.Minute):
		t.Error("geth outlives its context")
	}
	third.Kill() // of an ended node: nothing

	o.Accounts = nil
	if _, err := devnet.Geth(t.Context(), o); err == nil || !strings.Contains(err.Error(), "other accounts") {
		t.Errorf("over the data of another genesis: %v", err)
	}
}

func TestEmbeddedEnds(t *testing.T) {
	allowed := append([]goleak.Option{goleak.IgnoreCurrent()}, lasting...)
	var text safeBuffer
	n := must(devnet.Embedded(devnet.Options{Log: &text}))(t)
	client := must(ethclient.DialContext(t.Context(), n.URL))(t)
	if head := must(client.BlockNumber(t.Context()))(t); head == 0 {
		t.Error("there is no block at the start")
	}
	client.Close()
	n.Stop()
	n.Kill()
	<-n.Done()
	if err := goleak.Find(allowed...); err != nil {
		t.Error(err)
	}
	if _, err := net.DialTimeout("tcp", strings.TrimPrefix(n.URL, "http://"), time.Second); err == nil {
		t.Error("the RPC still listens")
	}
	if !strings.Contains(text.String(), "HTTP server started") {
		t.Errorf("the log has no start:\n%s", text.String())
	}
	length := len(text.String())
	must(devnet.Embedded(devnet.Options{}))(t).Stop()
	if len(text.String()) != length {
		t.Error("a node without a log writes to the log of one that has ended")
	}
}

// A node of manual blocks makes them at once, and its clock can jump.
func TestManualBlocks(t *testing.T) {
	n := must(devnet.Embedded(devnet.Options{Manual: true}))(t)
	client := must(ethclient.DialContext(t.Context(), n.URL))(t)
	defer client.Close()
	first := must(client.HeaderByNumber(t.Context(), nil))(t)
	for range 20 {
		if err := n.Mine(0); err != nil {
			t.Fatal(err)
		}
	}
	if err := n.Mine(time.Hour); err != nil {
		t.Fatal(err)
	}
	last := must(client.HeaderByNumber(t.Context(), nil))(t)
	if blocks, seconds := last.Number.Uint64()-first.Number.Uint64(), last.Time-first.Time; blocks != 21 || seconds < 20+3600 || seconds > 20+3600+60 {
		t.Errorf("%d blocks in %d seconds", blocks, seconds)
	}
	n.Stop()
	if err := n.Mine(0); err == nil {
		t.Error("a block was made by a node that has ended")
	}
	timed := must(devnet.Embedded(devnet.Options{}))(t)
	defer timed.Stop()
	if err := timed.Mine(0); err == nil {
		t.Error("a node that makes blocks by itself made one besides")
	}
}

func TestRefusals(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	port := taken.Addr().(*net.TCPAddr).Port
	text := filepath.Join(t.TempDir(), "text")
	if err := os.WriteFile(text, []byte("no program"), 0o600); err != nil {
		t.Fatal(err)
	}
	geth := func(o devnet.Options) (*devnet.Node, error) { return devnet.Geth(t.Context(), o) }
	for _, c := range []struct {
		name, env string
		start     func(devnet.Options) (*devnet.Node, error)
		o         devnet.Options
		want      string
	}{
		{"part of a second", "", devnet.Embedded, devnet.Options{Period: 1500 * time.Millisecond}, "period 1.5s"},
		{"negative period", "", geth, devnet.Options{Period: -time.Second}, "period -1s"},
		{"small block", "", devnet.Embedded, devnet.Options{GasLimit: 1e6}, "gas limit 1000000"},
		{"manual blocks", "", geth, devnet.Options{Manual: true}, "Options.Manual is for Embedded"},
		{"port", "", geth, devnet.Options{Port: 1 << 16}, "port 65536"},
		{"port taken", "", geth, devnet.Options{Port: port}, "address already in use"},
		{"no such binary", "/nowhere/geth", geth, devnet.Options{}, "$GETH: stat /nowhere/geth"},
		{"no executable", text, geth, devnet.Options{}, "is not an executable file"},
		{"another program", "", geth, devnet.Options{Binary: "/bin/false"}, "/bin/false init"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.env != "" {
				t.Setenv("GETH", c.env)
			} else if c.name == "port taken" {
				needGeth(t)
			}
			n, err := c.start(c.o)
			if err == nil {
				n.Stop()
				t.Fatal("started")
			}
			if !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %q does not say %q", err, c.want)
			}
		})
	}
}

func TestWriteKeystore(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "keys")
	path, address, err := devnet.WriteKeystore(dir, "secret ünd längli")
	if err != nil {
		t.Fatal(err)
	}
	password := must(os.ReadFile(path + ".password"))(t)
	key, err := keystore.DecryptKey(must(os.ReadFile(path))(t), string(password))
	if err != nil {
		t.Fatal(err)
	}
	if key.Address != address || address == (common.Address{}) || filepath.Dir(path) != dir {
		t.Errorf("%s holds the key of %v, want %v", path, key.Address, address)
	}
	for _, file := range []string{path, path + ".password"} {
		if mode := must(os.Stat(file))(t).Mode(); mode != 0o600 {
			t.Errorf("%s has mode %v", file, mode)
		}
	}
	if _, _, err := devnet.WriteKeystore("/dev/null/keys", "x"); err == nil {
		t.Error("a folder in a device is fine")
	}
}

// safeBuffer is a bytes.Buffer for several goroutines.
type safeBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *safeBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *safeBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}
