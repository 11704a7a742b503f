package stratum

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"net"
	"strings"
	"testing"
	"time"
)

// pool answers each connection's lines by talk, which is given the method of a request and its
// id, and says what is written; "" is silence, "close" ends the connection.
func pool(t *testing.T, talk func(method, id string, params string) string) Endpoint {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer conn.Close()
				for lines := bufio.NewScanner(conn); lines.Scan(); {
					var m struct {
						ID     json.RawMessage
						Method string
						Params json.RawMessage
					}
					if json.Unmarshal(lines.Bytes(), &m) != nil {
						return // a handshake of TLS
					}
					answer := talk(m.Method, string(m.ID), string(m.Params))
					if answer == "close" {
						return
					}
					_, _ = conn.Write([]byte(answer))
				}
			}()
		}
	}()
	return Endpoint{Address: l.Addr().String()}
}

const (
	notify   = `{"id":null,"method":"mining.notify","params":["1","aa","bb","cc",[],"20000000","1d00ffff","65000000",true]}` + "\n"
	settings = `{"id":null,"method":"mining.set_difficulty","params":[4]}` + "\n"
	kawpow   = `{"id":null,"method":"mining.set_target","params":["00000000ffff0000000000000000000000000000000000000000000000000000"]}` + "\n" +
		`{"id":null,"method":"mining.notify","params":["job1","fb3f","5a1e","0000ff",true,1219736,"1b00f2a4"]}` + "\n"
)

// Pools of each dialect, as they are documented and as they are met: those that serve, and what
// is said of those that do not.
func TestTry(t *testing.T) {
	bitcoin := func(authorize, after string) func(string, string, string) string {
		return func(method, id, _ string) string {
			switch method {
			case "mining.subscribe":
				return `{"id":` + id + `,"result":[[["mining.set_difficulty","1"],["mining.notify","1"]],"08000002",4],"error":null}` + "\n" + settings
			case "mining.authorize":
				return strings.ReplaceAll(authorize, "ID", id) + after
			}
			return `{"id":` + id + `,"result":null,"error":[20,"Unsupported method",null]}` + "\n"
		}
	}
	ethereum := func(work string) func(string, string, string) string {
		return func(method, id, _ string) string {
			switch method {
			case "eth_submitLogin":
				return `{"id":` + id + `,"jsonrpc":"2.0","result":true}` + "\n"
			case "eth_getWork":
				return strings.ReplaceAll(work, "ID", id)
			}
			return `{"id":` + id + `,"jsonrpc":"2.0","result":null,"error":{"code":-3,"message":"Method not found"}}` + "\n"
		}
	}
	yes := `{"id":ID,"result":true,"error":null}` + "\n"
	for name, c := range map[string]struct {
		algorithm string
		talk      func(string, string, string) string
		want      error  // in its chain
		words     string // in it; "" with no want: it serves
	}{
		"bitcoin":                {"sha256d", bitcoin(yes, notify), nil, ""},
		"kawpow":                 {"kawpow", bitcoin(yes, kawpow), nil, ""},
		"its id as a text":       {"kawpow", bitcoin(`{"id":"ID","result":true,"error":null}`+"\n", kawpow), nil, ""},
		"unauthorized":           {"kawpow", bitcoin(`{"id":ID,"result":null,"error":[24,"Unauthorized worker",null]}`+"\n", kawpow), nil, "Unauthorized worker"},
		"a bare no":              {"kawpow", bitcoin(`{"id":ID,"result":false,"error":null}`+"\n", kawpow), nil, "answers false"},
		"no job":                 {"kawpow", bitcoin(yes, `{"id":null,"method":"client.show_message","params":["the node is away"]}`+"\n"), ErrNoJob, "the node is away"},
		"a job before the login": {"etchash", func(method, id, p string) string { return kawpow + bitcoin(yes, "")(method, id, p) }, nil, ""},
		"ethereum":               {"etchash", ethereum(`{"id":ID,"jsonrpc":"2.0","result":["0xaa","0xbb","0xcc"]}` + "\n"), nil, ""},
		"ethereum, work follows": {"etchash", ethereum(`{"id":ID,"result":null,"error":{"code":0,"message":"Work not ready"}}` + "\n" + `{"id":0,"jsonrpc":"2.0","result":["0xaa","0xbb","0xcc","0x1"]}` + "\n"), nil, ""},
		"ethereum, never any":    {"etchash", ethereum(`{"id":ID,"result":null,"error":{"code":0,"message":"Work not ready"}}` + "\n"), ErrNoJob, "Work not ready"},
		"etchash in bitcoin's":   {"etchash", bitcoin(yes, notify), nil, ""},
		"another dialect":        {"kawpow", ethereum(""), ErrDialect, "Method not found"},
		"rare: login is understood": {"odd", func(method, id, _ string) string {
			if method == "login" {
				return `{"id":` + id + `,"error":{"message":"Invalid address"}}` + "\n"
			}
			return "close"
		}, nil, "Invalid address"},
		"closes": {"kawpow", func(string, string, string) string { return "close" }, ErrNoLogin, ""},
		"closes, with words": {"kawpow", func(string, string, string) string {
			return `{"id":null,"method":"client.show_message","params":["banned"]}` + "\nnonsense\n"
		}, ErrNoLogin, "nonsense"},
		"cryptonote, the job inside": {"rx/0", func(_, id, _ string) string {
			return `{"id":` + id + `,"result":{"id":"s","job":{"blob":"00","job_id":"1","target":"ff","algo":"rx/0"},"status":"OK"}}` + "\n"
		}, nil, ""},
		"cryptonote, another coin": {"rx/0", func(_, id, _ string) string {
			return `{"id":` + id + `,"result":{"id":"s","job":{"blob":"00","job_id":"1","target":"ff","algo":"rx/wow"},"status":"OK"}}` + "\n"
		}, nil, "not of rx/0"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dialects, _ := Dialects(c.algorithm)
			l := Login{Endpoint: pool(t, c.talk), User: "w", Rig: "rig-0", Pass: "x", Algorithm: c.algorithm, Dialects: dialects}
			if c.want == ErrNoJob || c.words == "nonsense" { // nothing comes until the time is over
				var cancel context.CancelFunc
				ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
				defer cancel()
				check(t, Try(ctx, l), c.want, c.words)
				return
			}
			check(t, Try(t.Context(), l), c.want, c.words)
		})
	}
}

func check(t *testing.T, err, want error, words string) {
	t.Helper()
	switch {
	case want == nil && words == "" && err != nil:
		t.Error(err)
	case want != nil && !errors.Is(err, want):
		t.Errorf("%v, not %v", err, want)
	case words != "" && (err == nil || !strings.Contains(err.Error(), words)):
		t.Errorf("%v, without %q", err, words)
	}
}

// The wallet and the worker's name go as each dialect wants them.
func TestLoginIsSaidAsTheDialectWants(t *testing.T) {
	for d, want := range map[Dialect]string{
		CryptoNote: `{"login":"w","pass":"x","agent":"gpuarbiter/1.0","rigid":"rig","algo":["kawpow"]}`, Bitcoin: `["w.rig","x"]`, Ethereum: `["w.rig","x"]`,
	} {
		all := d.requests(Login{User: "w", Pass: "x", Rig: "rig", Algorithm: "kawpow"})
		r := all[0]
		if d == Bitcoin {
			r = all[1]
		}
		if got, err := json.Marshal(r.params); err != nil || string(got) != want {
			t.Errorf("%s: %s", d, got)
		}
	}
}

// Whatever a pool says, a try neither ends badly nor believes in a job before the login.
func FuzzAttempt(f *testing.F) {
	f.Add("login", []byte(`{"id":1,"result":{"id":"s","job":{"blob":"00"}}}`))
	f.Add("mining.subscribe", []byte(notify+`{"id":1,"result":[]}`+"\n"+`{"id":2,"result":true}`))
	f.Add("eth_submitLogin", []byte(`{"id":1,"result":true}`+"\n"+`{"id":2,"result":["a","b","c"]}`))
	f.Fuzz(func(t *testing.T, dialect string, said []byte) {
		l := Login{User: "w", Algorithm: "rx/0"}
		d := Dialect(dialect)
		a := &attempt{login: l, dialect: d, requests: d.requests(l)}
		a.next()
		for line := range strings.Lines(string(said)) {
			if _, err := a.receive([]byte(line)); err != nil {
				return
			}
			if a.in && a.asked != len(a.requests) {
				t.Fatal("in before all was asked")
			}
		}
	})
}
