//go:build e2e

package e2e

import (
	"bytes"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
)

// faulty is a proxy in front of a real node that can be told to misbehave.
type faulty struct {
	URL    string
	target string
	other  string // a node with another chain; for the mode other

	mu      sync.Mutex
	mode    string // "", stall, drop, repeat, fail, lag, other, hide
	dropped int
	sent    []*types.Transaction // that it was given
}

func newFaulty(t *testing.T) *faulty {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	f := &faulty{URL: "http://" + l.Addr().String()}
	server := &http.Server{Handler: f, ReadHeaderTimeout: 5 * time.Second}
	go func() { _ = server.Serve(l) }()
	t.Cleanup(func() { _ = server.Close() })
	return f
}

func (f *faulty) set(mode string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.mode = mode
}

func (f *faulty) drops() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.dropped
}

// ServeHTTP passes a request on, or does what the mode says.
func (f *faulty) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	f.mu.Lock()
	mode := f.mode
	f.mu.Unlock()
	var call request
	_ = json.Unmarshal(body, &call)
	sending := call.Method == "eth_sendRawTransaction"
	if sending {
		f.record(call)
	}
	to := f.target
	switch {
	case mode == "stall":
		<-r.Context().Done()
		return
	case mode == "fail":
		http.Error(w, "bad gateway", http.StatusBadGateway)
		return
	case mode == "lag" && !sending:
		f.late(w, call)
		return
	case mode == "hide" && call.Method == "eth_getTransactionReceipt":
		reply(w, call.ID, json.RawMessage("null"))
		return
	case mode == "other":
		to = f.other
	case (mode == "drop" || mode == "lag") && sending:
		f.mu.Lock()
		f.dropped++
		f.mu.Unlock()
		if tx := call.transaction(); tx != nil {
			reply(w, call.ID, tx.Hash()) // says yes and forgets
		}
		return
	case mode == "repeat" && sending:
		pass(to, body)
	}
	status, text := pass(to, body)
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write(text)
}

// request is a call of JSON-RPC.
type request struct {
	Version string            `json:"jsonrpc"`
	ID      json.RawMessage   `json:"id"`
	Method  string            `json:"method"`
	Params  []json.RawMessage `json:"params"`
}

func (r request) transaction() *types.Transaction {
	var raw hexutil.Bytes
	tx := new(types.Transaction)
	if len(r.Params) == 0 || json.Unmarshal(r.Params[0], &raw) != nil || tx.UnmarshalBinary(raw) != nil {
		return nil
	}
	return tx
}

func (f *faulty) record(r request) {
	if tx := r.transaction(); tx != nil {
		f.mu.Lock()
		defer f.mu.Unlock()
		f.sent = append(f.sent, tx)
	}
}

func reply(w http.ResponseWriter, id json.RawMessage, result any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]any{"jsonrpc": "2.0", "id": id, "result": result})
}

func pass(to string, body []byte) (int, []byte) {
	resp, err := http.Post(to, "application/json", bytes.NewReader(body))
	if err != nil {
		return http.StatusBadGateway, []byte(err.Error())
	}
	defer resp.Body.Close()
	text, _ := io.ReadAll(resp.Body)
	return resp.StatusCode, text
}
