package cpuminer

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/big"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"go.uber.org/goleak"
	"go.uber.org/zap"
	"go.uber.org/zap/zaptest"

	"github.com/gpuarbiter/gpuarbiter/internal/demo/pool"
	"github.com/gpuarbiter/gpuarbiter/internal/demo/xmrigconf"
)

func TestMain(m *testing.M) {
	if path := os.Getenv("CPUMINER_TEST_CONFIG"); path != "" {
		if err := Main(context.Background(), path, zap.NewNop()); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	goleak.VerifyTestMain(m)
}

const token = "test-token"

func listen(t *testing.T, address string) net.Listener {
	t.Helper()
	l, err := net.Listen("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func freePort(t *testing.T) int {
	l := listen(t, "127.0.0.1:0")
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// startPool runs a pool until stop, or the end of the test.
func startPool(t *testing.T, o pool.Options, l net.Listener) (p *pool.Pool, stop func()) {
	t.Helper()
	p, err := pool.New(o)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := p.Serve(ctx, l); err != nil {
			t.Errorf("pool: %v", err)
		}
	}()
	stop = func() { cancel(); <-done }
	t.Cleanup(stop)
	return p, stop
}

func configFor(t *testing.T, poolAddress, algorithm string, limit float64) xmrigconf.Config {
	bearer := token
	return xmrigconf.Config{
		HTTP: xmrigconf.HTTP{Enabled: true, Host: "127.0.0.1", Port: freePort(t), AccessToken: &bearer},
		CPU:  xmrigconf.CPU{Profile: xmrigconf.Profile{Threads: 2}},
		Pools: []xmrigconf.Pool{{
			Algo: &algorithm, URL: poolAddress, User: "wallet", Pass: "x", RigID: &[]string{"rig0"}[0], Enabled: true,
		}},
		RetryPause: 1,
		Extra:      xmrigconf.Extra{HashLimit: limit},
	}
}

// startMiner runs a miner until stop, or the end of the test.
func startMiner(t *testing.T, config xmrigconf.Config) (m *Miner, stop func()) {
	t.Helper()
	m, err := New(config, zaptest.NewLogger(t, zaptest.Level(zap.WarnLevel)))
	if err != nil {
		t.Fatal(err)
	}
	m.backoff.InitialInterval, m.backoff.MaxInterval = 20*time.Millisecond, 50*time.Millisecond
	m.backoff.Reset()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := m.Run(ctx); err != nil {
			t.Errorf("miner: %v", err)
		}
	}()
	stop = func() { cancel(); <-done }
	t.Cleanup(stop)
	return m, stop
}

func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	deadline := time.Now().Add(time.Minute)
	for !is() {
		if time.Now().After(deadline) {
			t.Fatalf("%s: not within a minute", what)
		}
		time.Sleep(5 * time.Millisecond)
	}
}

func account(p *pool.Pool) pool.Account {
	for _, a := range p.Stats().Accounts {
		return a
	}
	return pool.Account{}
}

func TestMinesToPool(t *testing.T) {
	for _, c := range []struct {
		algorithm  string
		limit      float64
		difficulty uint64
	}{{"argon2/chukwa", 150, 10}, {"sha256d", 5000, 200}} {
		t.Run(c.algorithm, func(t *testing.T) {
			l := listen(t, "127.0.0.1:0")
			p, _ := startPool(t, pool.Options{
				Algorithm: c.algorithm, Difficulty: c.difficulty, NetworkDifficulty: 4 * c.difficulty, JobEvery: time.Second,
			}, l)
			m, stop := startMiner(t, configFor(t, l.Addr().String(), c.algorithm, c.limit))
			eventually(t, "five shares", func() bool { return m.state().accepted >= 5 })
			stop()
			a, n := account(p), m.state()
			// A share whose answer was still under way counts at the pool alone.
			if a.Accepted < n.accepted || a.Accepted > n.accepted+2 || a.Difficulty != a.Accepted*c.difficulty {
				t.Errorf("pool %+v, miner %+v", a, n)
			}
			if n.hashes != n.accepted*c.difficulty {
				t.Errorf("%d shares of difficulty %d make %d hashes", n.accepted, c.difficulty, n.hashes)
			}
			if h := m.hasher.hashes.Load(); h < 5 {
				t.Errorf("five shares from %d hashes", h)
			}
		})
	}
}

func TestReconnectsAfterPoolRestart(t *testing.T) {
	l := listen(t, "127.0.0.1:0")
	o := pool.Options{Algorithm: "sha256d", Difficulty: 20}
	_, stopPool := startPool(t, o, l)
	m, _ := startMiner(t, configFor(t, l.Addr().String(), "sha256d", 1000))
	eventually(t, "a share", func() bool { return m.state().accepted > 0 })
	stopPool()
	eventually(t, "the loss is noticed", func() bool { n := m.state(); return !n.connected && n.failures >= 2 })
	time.Sleep(50 * time.Millisecond)
	before := m.hasher.hashes.Load()
	time.Sleep(50 * time.Millisecond)
	if after := m.hasher.hashes.Load(); after != before {
		t.Errorf("hashed %d times without a pool", after-before)
	}
	accepted := m.state().accepted
	p, _ := startPool(t, o, listen(t, l.Addr().String()))
	eventually(t, "shares at the new pool", func() bool { return account(p).Accepted > 0 && m.state().accepted > accepted })
	if n := account(p); n.Rejected > 0 {
		t.Errorf("%d shares of the old session went to the new one", n.Rejected)
	}
}

func selfSigned(t *testing.T) (tls.Certificate, string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(der)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, hex.EncodeToString(sum[:])
}

func TestTLS(t *testing.T) {
	certificate, fingerprint := selfSigned(t)
	l := listen(t, "127.0.0.1:0")
	p, _ := startPool(t, pool.Options{Algorithm: "sha256d", Difficulty: 10},
		tls.NewListener(l, &tls.Config{Certificates: []tls.Certificate{certificate}}))

	config := configFor(t, l.Addr().String(), "sha256d", 500)
	config.Pools[0].TLS, config.Pools[0].TLSFingerprint = true, &fingerprint
	_, stop := startMiner(t, config)
	eventually(t, "a share", func() bool { return account(p).Accepted > 0 })
	stop()

	for name, pin := range map[string]*string{"wrong pin": &[]string{strings.Repeat("00", 32)}[0], "no pin": nil} {
		config.Pools[0].TLSFingerprint = pin
		if conn, err := endpoint(config.Pools[0]).Dial(t.Context()); err == nil {
			conn.Close()
			t.Errorf("%s: a self-signed certificate was taken", name)
		}
	}
}

func TestSIGTERMEndsTheProcessWithZero(t *testing.T) {
	l := listen(t, "127.0.0.1:0")
	p, _ := startPool(t, pool.Options{Algorithm: "argon2/chukwa", Difficulty: 5}, l)
	data, err := json.Marshal(configFor(t, l.Addr().String(), "argon2/chukwa", 100))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "miner.json")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "CPUMINER_TEST_CONFIG="+path)
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer cmd.Process.Kill()
	eventually(t, "a share", func() bool { return account(p).Accepted > 0 })
	begin := time.Now()
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("exit: %v", err)
	}
	// The race detector alone sleeps a second at every exit.
	if d := time.Since(begin); d > 20*time.Second {
		t.Errorf("the end took %s", d)
	}
}

func TestMainRejectsConfig(t *testing.T) {
	path := filepath.Join(t.TempDir(), "miner.json")
	for _, content := range []string{"", "{}", `{"pools":[{"url":"h:1","user":"w","enabled":true,"algo":"kawpow"}]}`} {
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := Main(t.Context(), path, zap.NewNop()); err == nil {
			t.Errorf("%q was accepted", content)
		}
	}
	if err := Main(t.Context(), path+".absent", zap.NewNop()); err == nil {
		t.Error("an absent file was accepted")
	}
}
