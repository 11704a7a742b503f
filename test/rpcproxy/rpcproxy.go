// Package rpcproxy is a JSON-RPC proxy for tests: it stands before a real node and
// answers as some provider does, or as one that means harm. What it does wrong is
// put together from modes, each of which answers a call in place of what is behind it.
package rpcproxy

import (
	"bytes"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
)

// Call is one request.
type Call struct {
	ID     json.RawMessage   `json:"id"`
	Method string            `json:"method"`
	Params []json.RawMessage `json:"params"`
	N      int               `json:"-"` // how often the method has been called, this time included
	URL    string            `json:"-"` // of the node behind
}

// Answer is what is said to a call.
type Answer struct {
	Result json.RawMessage
	Error  *Error
	Raw    http.HandlerFunc // answers the whole request, whatever it was
}

// Error is a JSON-RPC error.
type Error struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
	Data    any    `json:"data,omitempty"`
}

// Mode is a way to misbehave: it answers itself, or asks what is behind it.
type Mode func(c Call, next func(Call) Answer) Answer

// Proxy passes requests on to a node, through its modes.
type Proxy struct {
	URL    string
	target string
	close  func()

	mu    sync.Mutex
	modes []Mode
	calls map[string]int
	sent  []*types.Transaction
}

// New starts a proxy before a node. Close ends it.
func New(target string, modes ...Mode) (*Proxy, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	p := &Proxy{URL: "http://" + l.Addr().String(), target: target, modes: modes, calls: map[string]int{}}
	server := &http.Server{Handler: p, ReadHeaderTimeout: 10 * time.Second}
	done := make(chan struct{})
	go func() { defer close(done); _ = server.Serve(l) }()
	p.close = func() { _ = server.Close(); <-done }
	return p, nil
}

// Close ends the proxy.
func (p *Proxy) Close() { p.close() }

// Set replaces the modes; the first stands before the others.
func (p *Proxy) Set(modes ...Mode) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.modes = modes
}

// Calls is how often a method was called.
func (p *Proxy) Calls(method string) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.calls[method]
}

// Sent are the transactions that the proxy was given, whatever became of them.
func (p *Proxy) Sent() []*types.Transaction {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]*types.Transaction(nil), p.sent...)
}

// ServeHTTP answers a request or a batch of them.
func (p *Proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	var calls []Call
	batch := len(bytes.TrimSpace(body)) > 0 && bytes.TrimSpace(body)[0] == '['
	if batch {
		err = json.Unmarshal(body, &calls)
	} else {
		calls = make([]Call, 1)
		err = json.Unmarshal(body, &calls[0])
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	answers := make([]any, len(calls))
	for i, c := range calls {
		a := p.answer(c, batch)
		if a.Raw != nil {
			a.Raw(w, r)
			return
		}
		answers[i] = struct {
			Version string          `json:"jsonrpc"`
			ID      json.RawMessage `json:"id"`
			Result  json.RawMessage `json:"result,omitempty"`
			Error   *Error          `json:"error,omitempty"`
		}{"2.0", c.ID, a.Result, a.Error}
	}
	w.Header().Set("Content-Type", "application/json")
	if batch {
		_ = json.NewEncoder(w).Encode(answers)
		return
	}
	_ = json.NewEncoder(w).Encode(answers[0])
}

func (p *Proxy) answer(c Call, batch bool) Answer {
	p.mu.Lock()
	p.calls[c.Method]++
	c.N, c.URL = p.calls[c.Method], p.target
	if tx := transaction(c); tx != nil {
		p.sent = append(p.sent, tx)
	}
	modes := p.modes
	p.mu.Unlock()
	if batch {
		c.N = -c.N // batches are told by it
	}
	return through(modes, c)
}

func through(modes []Mode, c Call) Answer {
	if len(modes) == 0 {
		return Ask(c.URL, c.Method, c.Params)
	}
	return modes[0](c, func(c Call) Answer { return through(modes[1:], c) })
}

// times is how often a call's method has been called.
func (c Call) times() int {
	if c.N < 0 {
		return -c.N
	}
	return c.N
}

// param is a parameter as a string; "" if it is none.
func (c Call) param(i int) (s string) {
	if i < len(c.Params) {
		_ = json.Unmarshal(c.Params[i], &s)
	}
	return s
}

func transaction(c Call) *types.Transaction {
	raw, err := hexutil.Decode(c.param(0))
	tx := new(types.Transaction)
	if c.Method != "eth_sendRawTransaction" || err != nil || tx.UnmarshalBinary(raw) != nil {
		return nil
	}
	return tx
}

// client asks nodes; it never waits for ever.
var client = &http.Client{Timeout: 30 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 64}}

// Ask asks a node itself.
func Ask[P any](url, method string, params []P) Answer {
	if params == nil {
		params = []P{}
	}
	body, err := json.Marshal(map[string]any{"jsonrpc": "2.0", "id": 1, "method": method, "params": params})
	if err != nil {
		return Fail(-32603, err.Error())
	}
	resp, err := client.Post(url, "application/json", bytes.NewReader(body))
	if err != nil {
		return Fail(-32603, "the node behind is gone")
	}
	defer resp.Body.Close()
	var a struct {
		Result json.RawMessage
		Error  *Error
	}
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return Fail(-32603, err.Error())
	}
	if a.Error == nil && a.Result == nil {
		a.Result = json.RawMessage("null")
	}
	return Answer{Result: a.Result, Error: a.Error}
}

// Fail is an error's answer.
func Fail(code int, message string) Answer {
	return Answer{Error: &Error{Code: code, Message: message}}
}

// Say is an answer of this text, which is JSON.
func Say(text string) Answer { return Answer{Result: json.RawMessage(text)} }
