// Package standin holds what tests put in the place of the world's servers: each does
// one thing otherwise than it ought to.
package standin

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net"
	"strings"
	"sync/atomic"
	"testing"
)

// Pool is a pool of XMRig's dialect that misbehaves in one way, its mode.
type Pool struct {
	Address         string
	Logins, Submits atomic.Int64
	mode            string
	jobs            atomic.Int64
}

// NewPool serves a pool until the test ends. An empty mode is a good pool.
func NewPool(t testing.TB, mode string) *Pool {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	p := &Pool{Address: l.Addr().String(), mode: mode}
	go p.Serve(l)
	return p
}

// Serve answers whoever connects.
func (p *Pool) Serve(l net.Listener) {
	for {
		conn, err := l.Accept()
		if err != nil {
			return
		}
		go p.handle(conn)
	}
}

type object = map[string]any

// blob has the layout of Monero's hashing blob; about 65000 hashes are a share.
func (p *Pool) job(more object) object {
	j := object{"blob": strings.Repeat("07", 39) + "00000000" + strings.Repeat("ab", 33), "job_id": fmt.Sprintf("j%d", p.jobs.Add(1)), "target": "ffff0f00"}
	for k, v := range more {
		j[k] = v
	}
	return j
}

func (p *Pool) handle(conn net.Conn) {
	defer conn.Close()
	send := func(v any) {
		line, ok := v.(string)
		if !ok {
			b, err := json.Marshal(v)
			if err != nil {
				panic(err)
			}
			line = string(b)
		}
		// A miner that has left is no fault of ours.
		_, _ = conn.Write([]byte(line + "\n"))
	}
	for lines := bufio.NewScanner(conn); lines.Scan(); {
		var m struct {
			ID     int64
			Method string
			Params object
		}
		if json.Unmarshal(lines.Bytes(), &m) != nil {
			return
		}
		switch m.Method {
		case "login":
			p.Logins.Add(1)
			if !p.login(m.ID, send) {
				return
			}
		case "submit":
			n := p.Submits.Add(1)
			switch {
			case p.mode == "silent_submit", p.mode == "one_in_twenty" && n%20 != 0:
			case p.mode == "hangs_up":
				return
			default:
				send(p.submit(m.ID, m.Params))
			}
		}
	}
}

// raw is JSON that is sent as it stands.
func raw(s string) json.RawMessage { return json.RawMessage(s) }

// loginErrors are members "error" beside a good result, and refusals.
var loginErrors = map[string]struct {
	err  string
	good bool
}{
	"error_false": {`false`, true}, "error_empty": {`""`, true}, "error_zero": {`0`, true}, "error_list": {`[]`, true},
	"error_string_login": {`"Invalid address used for login"`, false},
	"code_str":           {`{"code":"invalid","message":"bad wallet"}`, false},
	"error_nested":       {`{"error":{"text":"no such wallet"}}`, false},
	"error_number":       {`-32`, false}, "error_true": {`true`, false}, "error_of_lists": {`[[21,"wallet is blocked"]]`, false},
}

// login answers one; false hangs up.
func (p *Pool) login(id int64, send func(any)) bool {
	result := object{"id": "s1", "job": p.job(nil), "status": "OK"}
	answer := object{"id": id, "jsonrpc": "2.0", "error": nil, "result": result}
	if e, ok := loginErrors[p.mode]; ok {
		answer["error"] = raw(e.err)
		if !e.good {
			answer["result"] = nil
		}
	}
	if p.mode == "unknown_method" {
		send(object{"id": id, "jsonrpc": "2.0", "error": object{"code": -32601, "message": "Unknown method"}})
		return true
	}
	if words, ok := farewells[p.mode]; ok {
		send(words)
		return false
	}
	switch p.mode {
	case "string_id":
		answer["id"] = fmt.Sprint(id)
	case "float_id":
		answer["id"] = raw(fmt.Sprintf("%d.0", id))
	case "num_session":
		result["id"] = 420620109536685
	case "no_session":
		delete(result, "id")
	case "null_session":
		result["id"] = nil
	case "num_job_id":
		result["job"].(object)["job_id"] = 169741434650495
	case "height_str":
		result["job"].(object)["height"] = "2100000"
	case "ext_bool":
		result["extensions"] = true
	case "upper_algo":
		result["job"].(object)["algo"] = "SHA256D"
	case "no_job", "never_a_job": // the latter as a proxy without a pool behind it
		delete(result, "job")
	case "job_null":
		result["job"] = nil
	}
	send(answer)
	if strings.Contains(p.mode, "no_job") || p.mode == "job_null" {
		send(object{"jsonrpc": "2.0", "method": "job", "params": p.job(nil)})
	}
	for _, line := range between[p.mode] {
		send(line)
	}
	return true
}

// farewells are said in the place of an answer, before the pool hangs up.
var farewells = map[string]string{
	"banned_null_id":   `{"id":null,"jsonrpc":"2.0","error":{"code":-1,"message":"Your IP is banned until 18:00"}}`,
	"banned_no_id":     `{"error":"Your IP is banned until 18:00"}`,
	"banned_other_id":  `{"id":"0","error":[24,"Your IP is banned until 18:00",null]}`,
	"banned_in_method": `{"id":null,"method":"client.show_message","params":["Your IP is banned until 18:00"]}`,
	"banned_result":    `{"id":null,"result":"Your IP is banned until 18:00","error":null}`,
	"banned_plain":     `Your IP is banned until 18:00`,
	"banned_id":        `{"id":1,"jsonrpc":"2.0","error":{"code":-1,"message":"Your IP is banned until 18:00"}}`,
}

// between are lines that say nothing, between good ones.
var between = map[string][]string{
	"junk_line":       {`{ id: null, result: [], error: true }`},
	"blank_lines":     {"", "  ", "\r"},
	"big_line":        {`{"id":null,"method":"client.show_message","params":["` + strings.Repeat("x", 20000) + `"]}`},
	"huge_line":       {strings.Repeat("[", 300000)},
	"html_line":       {"HTTP/1.1 400 Bad Request", "\x00\x15\x03\x01\xff"},
	"odd_types":       {`[1,2]`, `7`, `"job"`, `{"method":5}`, `null`},
	"bad_job":         {`{"method":"job","params":{"blob":"","job_id":"x","target":""}}`, `{"method":"job","params":null}`, `{"method":"job"}`},
	"unknown_methods": {`{"method":"client.show_message","params":["maintenance"]}`, `{"id":2,"method":"client.get_version","params":[]}`, `{"id":null,"method":"mining.set_difficulty","params":[2]}`},
	"warn_null_id":    {`{"id":null,"jsonrpc":"2.0","error":{"code":-1,"message":"Your payment address is not set"}}`},
	"unsolicited":     {`{"id":1,"jsonrpc":"2.0","error":{"code":-1,"message":"Low difficulty share"}}`},
}

// submitAnswers are the parts of an answer to a share: its error and its result.
var submitAnswers = map[string][2]string{
	"err_array": {`[21,"Job not found",null]`, `null`}, "err_string": {`"Low difficulty share"`, `null`}, "err_bool": {`true`, `null`},
	"err_number": {`21`, `true`}, "err_object": {`{"error":"stale"}`, `true`}, "err_beside_ok": {`["stale"]`, `{"status":"OK"}`},
	"result_false": {`null`, `false`}, "status_rejected": {`null`, `{"status":"REJECTED"}`}, "status_stale": {`null`, `"stale"`},
	"result_null": {`null`, `null`}, "accepted_false": {`false`, `{"accepted":false,"reason":"duplicate"}`}, "result_zero": {`0`, `0`},
	"invalid_job": {`{"code":-1,"message":"Invalid job id"}`, `null`},
	"result_true": {`null`, `true`}, "status_ok_lower": {`""`, `{"status":"ok"}`}, "result_one": {`null`, `1`},
}

func (p *Pool) submit(id int64, params object) any {
	answer := object{"id": id, "jsonrpc": "2.0", "error": nil, "result": object{"status": "OK"}}
	if parts, ok := submitAnswers[p.mode]; ok {
		answer["error"], answer["result"] = raw(parts[0]), raw(parts[1])
	}
	switch p.mode {
	case "string_id":
		answer["id"] = fmt.Sprint(id)
	case "float_id":
		answer["id"] = raw(fmt.Sprintf("%d.0", id))
	case "num_job_id": // strict about what it gave
		if _, ok := params["job_id"].(float64); !ok {
			answer["error"] = raw(`"Invalid job id"`)
		}
	case "num_session":
		if _, ok := params["id"].(float64); !ok {
			answer["error"] = raw(`"Unauthenticated"`)
		}
	}
	return answer
}
