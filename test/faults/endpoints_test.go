package faults

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/gpuarbiter/gpuarbiter/test/devnet"
	"github.com/gpuarbiter/gpuarbiter/test/rpcproxy"
)

// organisers is a chain with accounts for the command line, each of which is used by
// one command at a time.
type organisers struct {
	*testing.T
	node *devnet.Node
	dir  string

	mu   sync.Mutex
	free []string // keystores with money
	poor string   // one without
}

func newOrganisers(t *testing.T, n int) *organisers {
	t.Helper()
	o := &organisers{T: t, dir: t.TempDir()}
	var funded []common.Address
	for i := range n + 1 {
		path, address, err := devnet.WriteKeystore(filepath.Join(o.dir, fmt.Sprintf("keys%d", i)), "secret")
		if err != nil {
			t.Fatal(err)
		}
		if i == n {
			o.poor = path
			break
		}
		o.free, funded = append(o.free, path), append(funded, address)
	}
	var err error
	if o.node, err = devnet.Embedded(devnet.Options{Accounts: funded}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(o.node.Stop)
	return o
}

// proxy is an endpoint that misbehaves.
func (o *organisers) proxy(t *testing.T, modes ...rpcproxy.Mode) *rpcproxy.Proxy {
	t.Helper()
	p, err := rpcproxy.New(o.node.URL, modes...)
	if err != nil {
		t.Error(err)
		return &rpcproxy.Proxy{}
	}
	t.Cleanup(p.Close)
	return p
}

// account is a keystore that no other test uses.
func (o *organisers) account() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	path := o.free[0]
	o.free = o.free[1:]
	return path
}

// flags are those of a command that sends.
func (o *organisers) flags(t *testing.T, url, key string) []string {
	return []string{"--rpc", url, "--chain-id", fmt.Sprint(o.node.ChainID), "--keystore", key, "--password-file", key + ".password", "--state", filepath.Join(t.TempDir(), "state")}
}

// command runs the program; code -1: it was still running at the end of its time.
func command(t *testing.T, patience time.Duration, args ...string) (code int, out, errs string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	var stdout, stderr bytes.Buffer
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	switch {
	case err == nil:
	case errors.As(err, &exit):
		code = exit.ExitCode() // -1 if it was killed
	default:
		t.Error(err)
	}
	return code, stdout.String(), stderr.String()
}

var deployedTo = regexp.MustCompile(`market (0x[0-9a-fA-F]{40})`)

const long = 5 * time.Minute // nothing is decided by it

// What organisers' commands say and do on endpoints that misbehave.
func TestCommandsOnEndpoints(t *testing.T) {
	t.Parallel()
	o := newOrganisers(t, 20)
	deploy := func(t *testing.T, patience time.Duration, url, key string) (int, string, string) {
		return command(t, patience, append([]string{"contract", "deploy", "--min-window", "5s", "--min-draw-delay", "2", "--min-bond", "0.0001"}, o.flags(t, url, key)...)...)
	}
	list := []struct {
		name  string
		mode  rpcproxy.Mode
		words string // "": it works
	}{
		{"no tip", rpcproxy.NoTip(), ""},
		{"no tip and no history of fees", rpcproxy.Missing("eth_maxPriorityFeePerGas", "eth_feeHistory"), ""},
		{"a tip of a busy chain", rpcproxy.Tip(300e9), ""},
		{"receipts are being indexed", rpcproxy.Indexing(3), ""},
		{"receipts are null at first", rpcproxy.Times(3, "eth_getTransactionReceipt", rpcproxy.Always("eth_getTransactionReceipt", "null")), ""},
		{"takes and refuses", rpcproxy.SendThenErr("transaction type not supported"), ""},
		{"rate limits", rpcproxy.RateLimit(0.05, 3), ""},
		{"before London", fitting(), "EIP-1559"},
		{"a type", rpcproxy.SendErr("transaction type not supported"), "transaction type not supported"},
		{"a cap", rpcproxy.SendErr("tx fee (1.20 ether) exceeds the configured cap (1.00 ether)"), "exceeds the configured cap"},
		{"too little gas", rpcproxy.SendErr("intrinsic gas too low"), "intrinsic gas too low"},
		{"no funds, it says", rpcproxy.SendErr("insufficient funds for gas * price + value"), "insufficient funds"},
		{"no logs", rpcproxy.NoLogs(), "eth_getLogs"},
		{"a page", rpcproxy.HTML(), "invalid character"},
		{"colours", rpcproxy.EscapedError("eth_sendRawTransaction"), "long long"},
	}
	var group sync.WaitGroup // they mostly wait
	for _, tt := range list {
		group.Go(func() {
			code, out, errs := deploy(t, long, o.proxy(t, tt.mode).URL, o.account())
			want := 0
			if tt.words != "" {
				want = 1
			}
			if code != want || !strings.Contains(errs, tt.words) || (code == 0) != deployedTo.MatchString(out) || strings.ContainsAny(errs, "\x1b\r\a") {
				t.Errorf("%s: exit %d, want %d and %q:\n%s%s", tt.name, code, want, tt.words, out, errs)
			}
		})
	}
	group.Go(func() {
		if code, out, errs := deploy(t, long, o.node.URL, o.poor); code != 1 || !strings.Contains(errs, "insufficient funds") {
			t.Errorf("an account without ether: exit %d: %s%s", code, out, errs)
		}
	})
	group.Go(func() { // what passes is said once, and waited for
		p := o.proxy(t, rpcproxy.SendErr("max fee per gas less than block base fee"))
		go func() { // once it was refused some times
			for p.Calls("eth_sendRawTransaction") < 5 && t.Context().Err() == nil {
				time.Sleep(50 * time.Millisecond)
			}
			p.Set()
		}()
		code, out, errs := deploy(t, long, p.URL, o.account())
		if code != 0 || strings.Count(errs, "less than block base fee") != 1 {
			t.Errorf("a refusal that passes: exit %d: %s%s", code, out, errs)
		}
	})
	group.Go(func() { o.market(t, deploy) })
	group.Wait()
}

// fitting is a chain from before London whose blocks' hashes are those of their headers.
func fitting() rpcproxy.Mode {
	fits, old := rpcproxy.Fitting(), rpcproxy.PreLondon()
	return func(c rpcproxy.Call, next func(rpcproxy.Call) rpcproxy.Answer) rpcproxy.Answer {
		return fits(c, func(c rpcproxy.Call) rpcproxy.Answer { return old(c, next) })
	}
}

// market needs a market on chain: what config check --online says, and what is done
// beside a challenge that is served.
func (o *organisers) market(t *testing.T, deploy func(*testing.T, time.Duration, string, string) (int, string, string)) {
	key := o.account()
	_, out, errs := deploy(t, long, o.node.URL, key)
	found := deployedTo.FindStringSubmatch(out)
	if found == nil {
		t.Error(out, errs)
		return
	}
	at := found[1]
	for _, tt := range []struct {
		name       string
		mode       rpcproxy.Mode
		mark, what string
	}{
		{"nologs", rpcproxy.NoLogs(), "FAULT", "logs"},
		{"logrange", rpcproxy.LogRange(2), "WARN", "logs"},
		{"nofinal", rpcproxy.NoTip(), "WARN", "tip"},
		{"nopending", rpcproxy.NoPending(), "WARN", "pending nonce"},
		{"txnull", rpcproxy.TxNull(), "FAULT", "transactions and receipts"},
		{"tempo", rpcproxy.Tempo(), "FAULT", "endpoint"},
		{"prelondon", fitting(), "FAULT", "base fee"},
		{"html", rpcproxy.HTML(), "FAULT", "endpoint"},
		{"noblockhash", rpcproxy.NoBlockHash(), "FAULT", "calls at a block's hash"},
	} {
		config := filepath.Join(t.TempDir(), "config.yaml")
		text := fmt.Sprintf("state_dir: state\nhttp: {listen: \"\"}\nelectricity: {price_per_kwh: 0.1}\ndevices: {source: simulated, models: {\"NVIDIA GeForce RTX 3090\": {idle_watts: 20, training_watts: 300, training_macs_per_second: 1000}}}\nchains:\n- {name: dev, id: %d, rpc: [\"%s\"], beacon: [\"%s\", \"http://127.0.0.1:1/topsecret\"], market: \"%s\"}\nwallet: {keystore: \"%s\", password_file: \"%s.password\"}\n", o.node.ChainID, o.proxy(t, tt.mode).URL, o.node.Beacon, at, key, key)
		if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
			t.Error(err)
			return
		}
		code, out, errs := command(t, long, "config", "check", "--online", "--config", config)
		if line := regexp.MustCompile(`(?m)^` + tt.mark + ` +chain dev, rpc\[0\], ` + regexp.QuoteMeta(tt.what)); !line.MatchString(out) || code != 1 && tt.mark == "FAULT" {
			t.Errorf("%s: exit %d, no %s for %s:\n%s%s", tt.name, code, tt.mark, tt.what, out, errs)
		}
		if tt.name == "nofinal" && (!regexp.MustCompile(`WARN +chain dev, beacon\[0\], blobs +not tried: no blob`).MatchString(out) || !strings.Contains(out, "FAULT  chain dev, beacon[1], blobs: genesis: ") || strings.Contains(out+errs, "topsecret")) {
			t.Errorf("of the beacon endpoints:\n%s%s", out, errs)
		}
	}
	o.beside(t, key, at)
}

// beside: a challenge is served, and the same organiser goes on with another.
func (o *organisers) beside(t *testing.T, key, market string) {
	dir := t.TempDir()
	flags := append(o.flags(t, o.proxy(t, rpcproxy.Indexing(2)).URL, key), "--market", market)
	create := func(name string) (int, string, string) {
		return command(t, long, append([]string{"challenge", "create", "--digits", "760", "--need", "50%", "--reward", "0.1", "--data-uri", "https://data.example/" + name,
			"--output", filepath.Join(dir, name+".json")}, flags...)...)
	}
	if code, out, errs := create("a"); code != 0 {
		t.Errorf("exit %d: %s%s", code, out, errs)
		return
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var said bytes.Buffer
	serve := exec.CommandContext(ctx, program, append([]string{"challenge", "serve", "0", "--poll", "200ms", "--commitment", filepath.Join(dir, "a.json"), "--output", filepath.Join(dir, "bundle")}, flags...)...)
	serve.Stdout, serve.Stderr = &said, &said
	if err := serve.Start(); err != nil {
		t.Error(err)
		return
	}
	for _, name := range []string{"b", "c"} {
		if code, out, errs := create(name); code != 0 {
			t.Errorf("beside a challenge that is served: exit %d: %s%s", code, out, errs)
		}
	}
	if code, out, errs := command(t, long, append([]string{"challenge", "fund", "1", "--amount", "0.1"}, flags...)...); code != 0 {
		t.Errorf("beside it: exit %d: %s%s", code, out, errs)
	}
	cancel()
	_ = serve.Wait()
	if strings.Contains(said.String(), "another process") || strings.Contains(said.String(), "error:") {
		t.Errorf("the one that serves says: %s", said.String())
	}
}
