package cpuminer

import (
	"bytes"
	"net"
	"strings"
	"testing"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/internal/demo/pool"
	"github.com/gpuarbiter/gpuarbiter/internal/demo/pow"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner/stratum"
)

// script is a pool of one connection whose every word the test says.
type script struct {
	t       *testing.T
	conn    net.Conn
	scanner interface {
		Scan() bool
		Bytes() []byte
	}
}

func accept(t *testing.T, l net.Listener) *script {
	t.Helper()
	l.(*net.TCPListener).SetDeadline(time.Now().Add(5 * time.Second))
	conn, err := l.Accept()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	conn.SetDeadline(time.Now().Add(5 * time.Second))
	return &script{t, conn, pool.NewScanner(conn)}
}

func (s *script) expect(method string) stratum.Message {
	s.t.Helper()
	if !s.scanner.Scan() {
		s.t.Fatalf("the miner left instead of saying %s", method)
	}
	m, err := stratum.Decode(bytes.Clone(s.scanner.Bytes()))
	if err != nil || m.Method != method {
		s.t.Fatalf("got %q, %v; want %s", m.Method, err, method)
	}
	return m
}

func (s *script) say(line []byte, err error) {
	s.t.Helper()
	if err == nil {
		_, err = s.conn.Write(line)
	}
	if err != nil {
		s.t.Fatal(err)
	}
}

func jobOf(id, algorithm string, difficulty uint64) stratum.Job {
	return stratum.Job{
		Blob: strings.Repeat("00", pow.BlobSize), JobID: stratum.Name(id), Target: pow.TargetFor(difficulty).String(), Algo: algorithm,
	}
}

func (s *script) login(j stratum.Job) {
	s.t.Helper()
	s.expect(stratum.MethodLogin)
	s.say(pool.Reply(1, stratum.LoginResult{ID: stratum.Name("s"), Job: &j, Status: "OK"}))
}

func TestRefusalsAreCounted(t *testing.T) {
	l := listen(t, "127.0.0.1:0")
	defer l.Close()
	m, _ := startMiner(t, configFor(t, l.Addr().String(), "sha256d", 200))
	s := accept(t, l)
	s.login(jobOf("1", "sha256d", 1))
	id := *s.expect(stratum.MethodSubmit).ID
	s.say(pool.Refuse(id, -1, "Low difficulty share"))
	id = *s.expect(stratum.MethodSubmit).ID
	s.say(pool.Reply(id, stratum.StatusResult{Status: "OK"}))
	eventually(t, "both answers", func() bool { n := m.state(); return n.rejected == 1 && n.accepted == 1 && n.hashes == 1 })
}

func TestNewJobReplacesTheOld(t *testing.T) {
	l := listen(t, "127.0.0.1:0")
	defer l.Close()
	startMiner(t, configFor(t, l.Addr().String(), "sha256d", 200))
	s := accept(t, l)
	s.login(jobOf("1", "sha256d", 1<<40)) // no share in this life
	s.say(pool.Notify(stratum.MethodJob, jobOf("2", "sha256d", 1)))
	submit, err := stratum.DecodeParams[stratum.SubmitParams](s.expect(stratum.MethodSubmit).Params)
	if err != nil || submit.JobID.Text != "2" {
		t.Errorf("submitted for job %q, %v", submit.JobID, err)
	}
}

// Shares of a job that was replaced while they were found stay at home, even
// when the new job has the same id.
func TestLateSharesAreNotSubmitted(t *testing.T) {
	m, err := New(configFor(t, "127.0.0.1:1", "sha256d", 0), zap.NewNop())
	if err != nil {
		t.Fatal(err)
	}
	conn, far := net.Pipe()
	defer conn.Close()
	far.Close() // writing fails
	s := newSession(m, conn)
	if err := s.work(jobOf("1", "sha256d", 1)); err != nil {
		t.Fatal(err)
	}
	late := share{task: m.gate.wait(t.Context(), nil)}
	if err := s.work(jobOf("1", "sha256d", 1)); err != nil {
		t.Fatal(err)
	}
	if err := s.submit(late); err != nil || m.state().stale != 1 {
		t.Errorf("the late share was sent: %v", err)
	}
	if err := s.submit(share{task: m.gate.wait(t.Context(), nil)}); err == nil {
		t.Error("the share of the present job was not sent")
	}
}

func TestBadPoolIsLeft(t *testing.T) {
	for _, c := range []struct {
		name string
		say  func(*script)
	}{
		{"login refused", func(s *script) { s.expect("login"); s.say(pool.Refuse(1, -1, "no")) }},
		{"not json", func(s *script) { s.expect("login"); s.say([]byte("<html>\n"), nil); s.conn.Close() }},
		{"other algorithm", func(s *script) { s.login(jobOf("1", "argon2/chukwa", 1)) }},
		{"endless line", func(s *script) {
			s.expect("login")
			s.say(bytes.Repeat([]byte("x"), stratum.MaxLine+1), nil)
			s.conn.Close()
		}},
		{"bad job, and many more lines", func(s *script) {
			s.expect("login")
			bad, _ := pool.Reply(1, stratum.LoginResult{ID: stratum.Name("s"), Job: new(jobOf("1", "argon2/chukwa", 1))})
			more, _ := pool.Notify(stratum.MethodJob, jobOf("2", "sha256d", 1))
			s.say(append(bad, bytes.Repeat(more, 20)...), nil)
		}},
		{"closed", func(s *script) { s.expect("login"); s.conn.Close() }},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := listen(t, "127.0.0.1:0")
			defer l.Close()
			m, _ := startMiner(t, configFor(t, l.Addr().String(), "sha256d", 100))
			c.say(accept(t, l))
			accept(t, l).expect("login") // it comes back
			if n := m.state(); n.failures != 1 || n.accepted != 0 {
				t.Errorf("state %+v", n)
			}
		})
	}
}
