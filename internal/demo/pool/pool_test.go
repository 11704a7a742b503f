package pool

import (
	"bufio"
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"
	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/internal/demo/pow"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner/stratum"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// start runs a pool until the test ends.
func start(t *testing.T, o Options) (*Pool, string) {
	t.Helper()
	o.Algorithm = "sha256d"
	p, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- p.Serve(ctx, listener) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Errorf("Serve: %v", err)
		}
	})
	return p, listener.Addr().String()
}

// rig is a hand-driven miner.
type rig struct {
	t     *testing.T
	conn  net.Conn
	in    *bufio.Scanner
	id    string
	job   stratum.Job
	calls int64
}

func connect(t *testing.T, address string) *rig {
	t.Helper()
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	conn.SetDeadline(time.Now().Add(5 * time.Second))
	return &rig{t: t, conn: conn, in: NewScanner(conn)}
}

func (r *rig) send(s string) {
	r.t.Helper()
	if _, err := r.conn.Write([]byte(s)); err != nil {
		r.t.Fatal(err)
	}
}

// call sends a request and returns its reply; jobs that come first are kept.
func (r *rig) call(method string, params any) stratum.Message {
	r.t.Helper()
	r.calls++
	line, err := stratum.Request(r.calls, method, params)
	if err != nil {
		r.t.Fatal(err)
	}
	r.send(string(line))
	for {
		if m := r.next(); m.ID != nil && *m.ID == r.calls {
			return m
		}
	}
}

func (r *rig) next() stratum.Message {
	r.t.Helper()
	if !r.in.Scan() {
		r.t.Fatalf("connection ended: %v", r.in.Err())
	}
	m, err := stratum.Decode(r.in.Bytes())
	if err != nil {
		r.t.Fatal(err)
	}
	m.Params = append(json.RawMessage(nil), m.Params...)
	if m.Method == stratum.MethodJob {
		if r.job, err = stratum.DecodeParams[stratum.Job](m.Params); err != nil {
			r.t.Fatal(err)
		}
	}
	return m
}

func (r *rig) login(wallet, worker string) *rig {
	r.t.Helper()
	m := r.call(stratum.MethodLogin, stratum.LoginParams{Login: wallet, Pass: "x", RigID: worker, Algo: []string{"sha256d"}})
	result, err := stratum.DecodeParams[stratum.LoginResult](m.Result)
	if err != nil || m.Error != nil {
		r.t.Fatalf("login: %v, %v", err, m.Error)
	}
	r.id, r.job = result.ID.Text, *result.Job
	return r
}

// mine finds the n-th nonce that is a share of a job, or with bad the n-th that
// is not.
func mine(t *testing.T, j stratum.Job, n int, bad bool) stratum.SubmitParams {
	t.Helper()
	w, err := pow.Parse(j, "sha256d")
	if err != nil {
		t.Fatal(err)
	}
	for nonce := uint32(0); ; nonce++ {
		pow.PutNonce(w.Blob, nonce)
		hash := w.Algorithm.Sum(w.Blob)
		if w.Target.Met(hash) == bad {
			continue
		}
		if n--; n == 0 {
			return stratum.SubmitParams{ID: j.ID, JobID: j.JobID, Nonce: pow.EncodeNonce(nonce), Result: hex.EncodeToString(hash[:])}
		}
	}
}

func (r *rig) submit(p stratum.SubmitParams) string {
	r.t.Helper()
	if m := r.call(stratum.MethodSubmit, p); m.Error != nil {
		return m.Error.Message
	}
	return ""
}

func TestShareRules(t *testing.T) {
	p, address := start(t, Options{Difficulty: 50})
	r := connect(t, address).login("wallet", "rig0")

	good := mine(t, r.job, 1, false)
	if got := r.submit(good); got != "" {
		t.Fatalf("a good share was refused: %s", got)
	}
	second := mine(t, r.job, 2, false)
	for _, c := range []struct {
		name, want string
		change     func(*stratum.SubmitParams)
	}{
		{"again", refuseDuplicate, func(s *stratum.SubmitParams) { *s = good }},
		{"upper case is the same nonce", refuseDuplicate, func(s *stratum.SubmitParams) {
			*s = good
			s.Nonce = strings.ToUpper(s.Nonce)
		}},
		{"other session", refuseSession, func(s *stratum.SubmitParams) { s.ID = stratum.Name("ffffffff") }},
		{"unknown job", refuseStale, func(s *stratum.SubmitParams) { s.JobID = stratum.Name("x") }},
		{"short nonce", refuseMalformed, func(s *stratum.SubmitParams) { s.Nonce = "00" }},
		{"no hash", refuseMalformed, func(s *stratum.SubmitParams) { s.Result = "" }},
		{"forged hash", refuseHash, func(s *stratum.SubmitParams) { s.Result = strings.Repeat("00", 32) }},
		{"hash above the target", refuseLow, func(s *stratum.SubmitParams) { *s = mine(t, r.job, 1, true) }},
	} {
		s := second
		c.change(&s)
		if got := r.submit(s); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	if got := r.submit(second); got != "" {
		t.Errorf("a refusal spoiled the share itself: %s", got)
	}

	s := p.Stats()
	if len(s.Accounts) != 1 {
		t.Fatalf("accounts: %+v", s.Accounts)
	}
	a := s.Accounts[0]
	if a.Wallet != "wallet" || a.Worker != "rig0" || a.Accepted != 2 || a.Rejected != 8 || a.Difficulty != 100 ||
		a.Connections != 1 || a.LastShare.IsZero() {
		t.Errorf("account: %+v", a)
	}
}

func TestStaleAfterNewJob(t *testing.T) {
	_, address := start(t, Options{Difficulty: 10, JobEvery: 50 * time.Millisecond})
	r := connect(t, address).login("wallet", "")
	old := mine(t, r.job, 1, false)
	before := r.job
	for r.job.JobID == before.JobID {
		r.next()
	}
	if r.job.Blob == before.Blob {
		t.Error("the new job has the old blob")
	}
	if got := r.submit(old); got != refuseStale {
		t.Errorf("got %q, want %q", got, refuseStale)
	}
}

// A block found elsewhere makes a share stale at once, even before this
// connection has been told.
func TestStaleBeforeTheNewJobIsSent(t *testing.T) {
	p, err := New(Options{Algorithm: "sha256d", Difficulty: 2})
	if err != nil {
		t.Fatal(err)
	}
	c := &connection{pool: p, conn: sink{}, number: 1, difficulty: 2}
	if err := c.receive([]byte(`{"id":1,"method":"login","params":{"login":"w"}}`)); err != nil {
		t.Fatal(err)
	}
	good := mine(t, c.current.wire(c), 1, false)
	if !p.advance(c.template, 1) || p.advance(c.template, 1) {
		t.Fatal("a template is replaced once")
	}
	if _, _, got := c.check(good); got != refuseStale {
		t.Errorf("got %q, want %q", got, refuseStale)
	}
}

func TestBlockMovesTheChain(t *testing.T) {
	p, address := start(t, Options{Difficulty: 10, NetworkDifficulty: 10})
	a, b := connect(t, address).login("w", "a"), connect(t, address).login("w", "b")
	if a.job.Blob == b.job.Blob {
		t.Fatal("two connections search the same nonces")
	}
	if got := a.submit(mine(t, a.job, 1, false)); got != "" {
		t.Fatal(got)
	}
	for b.job.Height != 2 { // everybody is told
		b.next()
	}
	s := p.Stats()
	if s.BlocksFound != 1 || s.Height != 2 || len(s.Blocks) != 1 || s.Blocks[0].Worker != "a" || s.Blocks[0].Height != 1 {
		t.Errorf("stats: %+v", s)
	}
}

func TestVardiff(t *testing.T) {
	p, address := start(t, Options{Difficulty: 4, SharesPerMinute: 60, RetargetEvery: 100 * time.Millisecond})
	r := connect(t, address).login("w", "a")
	first := r.job
	for i := range 20 {
		if got := r.submit(mine(t, first, i+1, false)); got != "" {
			t.Fatal(got)
		}
		if r.job.JobID != first.JobID {
			break
		}
	}
	for r.job.JobID == first.JobID {
		r.next()
	}
	if r.job.Target == first.Target {
		t.Error("the difficulty did not rise")
	}
	// The job before the change is of the same block: it still counts, at its own
	// difficulty.
	if got := r.submit(mine(t, first, 30, false)); got != "" {
		t.Errorf("share of the job before the change: %s", got)
	}
	if a := p.Stats().Accounts[0]; a.Difficulty != 4*a.Accepted {
		t.Errorf("%d shares of difficulty 4 count as %d", a.Accepted, a.Difficulty)
	}
}

func TestRetarget(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := rapid.Uint64Range(1, 1<<40).Draw(t, "difficulty")
		shares := rapid.IntRange(0, 10000).Draw(t, "shares")
		perMinute := rapid.Float64Range(0.1, 600).Draw(t, "per minute")
		got := retarget(d, shares, time.Minute, perMinute, 1, math.MaxUint64)
		if got < 1 || float64(got) > 4*float64(d) || float64(got) < float64(d)/4-1 {
			t.Fatalf("%d became %d", d, got)
		}
		if float64(shares) > perMinute && got < d || float64(shares) < perMinute && got > d {
			t.Fatalf("%d shares instead of %g: %d became %d", shares, perMinute, d, got)
		}
	})
}

// closed reports whether the pool ends the connection.
func (r *rig) closed() bool {
	for r.in.Scan() {
	}
	return r.in.Err() == nil || !strings.Contains(r.in.Err().Error(), "timeout")
}

func TestHostileLines(t *testing.T) {
	for _, c := range []struct{ name, line string }{
		{"not json", "hello\n"},
		{"no id", `{"method":"login","params":{"login":"w"}}` + "\n"},
		{"submit before login", `{"id":1,"method":"submit","params":{}}` + "\n"},
		{"login of the wrong type", `{"id":1,"method":"login","params":{"login":5}}` + "\n"},
		{"no wallet", `{"id":1,"method":"login","params":{"login":""}}` + "\n"},
		{"control characters", `{"id":1,"method":"login","params":{"login":"a\u0007"}}` + "\n"},
		{"other algorithm", `{"id":1,"method":"login","params":{"login":"w","algo":["rx/0"]}}` + "\n"},
		{"endless line", strings.Repeat("x", stratum.MaxLine+10)},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, address := start(t, Options{})
			r := connect(t, address)
			r.send(c.line)
			if !r.closed() {
				t.Error("the connection stayed open")
			}
			if n := p.Stats().Connections; n != 0 {
				t.Errorf("%d connections are counted", n)
			}
		})
	}
}

func TestSilentConnectionIsClosed(t *testing.T) {
	_, address := start(t, Options{LoginTimeout: 50 * time.Millisecond})
	if r := connect(t, address); !r.closed() {
		t.Error("a connection without login stayed open")
	}
	_, address = start(t, Options{IdleTimeout: 50 * time.Millisecond})
	if r := connect(t, address).login("w", "a"); !r.closed() {
		t.Error("an idle connection stayed open")
	}
}

func TestManyBadSharesCloseTheConnection(t *testing.T) {
	_, address := start(t, Options{})
	r := connect(t, address).login("w", "a")
	for i := range maxBadInARow + 1 {
		line, _ := stratum.Request(int64(100+i), stratum.MethodSubmit, stratum.SubmitParams{ID: stratum.Name(r.id)})
		r.send(string(line))
	}
	if !r.closed() {
		t.Error("the connection stayed open")
	}
}

func TestMaxConnections(t *testing.T) {
	p, address := start(t, Options{MaxConnections: 1})
	first := connect(t, address).login("w", "a")
	if second := connect(t, address); !second.closed() {
		t.Error("the second connection stayed open")
	}
	first.conn.Close()
	deadline := time.Now().Add(3 * time.Second)
	for p.Stats().Connections != 0 {
		if time.Now().After(deadline) {
			t.Fatal("a closed connection is still counted")
		}
		time.Sleep(5 * time.Millisecond)
	}
}

func TestStatsOverHTTP(t *testing.T) {
	p, address := start(t, Options{Difficulty: 10})
	for _, w := range []string{"w1.from-login", "w2"} {
		r := connect(t, address).login(w, "")
		if got := r.submit(mine(t, r.job, 1, false)); got != "" {
			t.Fatal(got)
		}
	}
	get := func(query string) (s Stats) {
		rec := httptest.NewRecorder()
		p.Handler().ServeHTTP(rec, httptest.NewRequest("GET", "/api/stats"+query, nil))
		if err := json.Unmarshal(rec.Body.Bytes(), &s); err != nil {
			t.Fatal(err)
		}
		return s
	}
	if n := len(get("").Accounts); n != 2 {
		t.Errorf("%d accounts in all, want 2", n)
	}
	one := get("?wallet=w1").Accounts
	if len(one) != 1 || one[0].Worker != "from-login" || one[0].Difficulty != 10 {
		t.Errorf("accounts of w1: %+v", one)
	}
	rec := httptest.NewRecorder()
	p.Handler().ServeHTTP(rec, httptest.NewRequest("GET", "/api/stats?wallet=nobody", nil))
	if !strings.Contains(rec.Body.String(), `"accounts":[]`) {
		t.Errorf("an unknown wallet: %s", rec.Body)
	}
}

func TestNewRejectsOptions(t *testing.T) {
	for _, o := range []Options{
		{Algorithm: "kawpow"},
		{Algorithm: "sha256d", SharesPerMinute: math.NaN()},
		{Algorithm: "sha256d", JobEvery: -1},
	} {
		if _, err := New(o); err == nil {
			t.Errorf("%+v was accepted", o)
		}
	}
}

// sink is a connection that nobody reads.
type sink struct{ net.Conn }

func (sink) Write(b []byte) (int, error)      { return len(b), nil }
func (sink) SetWriteDeadline(time.Time) error { return nil }

func FuzzLines(f *testing.F) {
	login := `{"id":1,"method":"login","params":{"login":"w","algo":["sha256d"]}}`
	f.Add(login, `{"id":2,"method":"submit","params":{"id":"00000001","job_id":"1-1","nonce":"00000000","result":"`+strings.Repeat("00", 32)+`"}}`)
	f.Add(login, login)
	f.Add(`{"id":1,"method":"keepalived"}`, `[]`)
	f.Fuzz(func(t *testing.T, first, second string) {
		p, err := New(Options{Algorithm: "sha256d", Difficulty: 2})
		if err != nil {
			t.Fatal(err)
		}
		c := &connection{pool: p, conn: sink{}, number: 1, difficulty: 2}
		for _, line := range []string{first, second} {
			if c.receive([]byte(line)) != nil {
				break
			}
		}
		// Whatever was said, a share counts only if its hash is right.
		for _, a := range p.Stats().Accounts {
			if a.Accepted > 1 || a.Difficulty != 2*a.Accepted {
				t.Fatalf("account: %+v", a)
			}
		}
	})
}

func BenchmarkCheckShare(b *testing.B) {
	for _, name := range pow.Names() {
		b.Run(name, func(b *testing.B) {
			p, _ := New(Options{Algorithm: name, Difficulty: 1})
			c := &connection{pool: p, conn: sink{}, number: 1, difficulty: 1}
			if err := c.receive(fmt.Appendf(nil, `{"id":1,"method":"login","params":{"login":"w","algo":[%q]}}`, name)); err != nil {
				b.Fatal(err)
			}
			blob := c.current.blob
			hash := p.algorithm.Sum(blob[:])
			s := stratum.SubmitParams{ID: stratum.Name(c.id), JobID: stratum.Name(c.current.id), Nonce: "00000000", Result: hex.EncodeToString(hash[:])}
			for b.Loop() {
				if _, _, refusal := c.check(s); refusal != "" {
					b.Fatal(refusal)
				}
				clear(c.current.seen)
			}
		})
	}
}

func TestScannerCapsLines(t *testing.T) {
	s := NewScanner(strings.NewReader(strings.Repeat("x", stratum.MaxLine+1)))
	if s.Scan() || !errors.Is(s.Err(), bufio.ErrTooLong) {
		t.Fatalf("a line over the cap must fail, got %v", s.Err())
	}
}
