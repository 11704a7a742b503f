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

	mu      sync.Mutex
	mode    string // "", stall, drop, repeat, fail
	dropped int
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
	var call struct {
		ID     json.RawMessage   `json:"id"`
		Method string            `json:"method"`
		Params []json.RawMessage `json:"params"`
	}
	_ = json.Unmarshal(body, &call)
	sending := call.Method == "eth_sendRawTransaction"
	switch {
	case mode == "stall":
		<-r.Context().Done()
		return
	case mode == "fail":
		http.Error(w, "bad gateway", http.StatusBadGateway)
		return
	case mode == "drop" && sending:
		f.mu.Lock()
		f.dropped++
		f.mu.Unlock()
		answer(w, call.ID, call.Params) // says yes and forgets
		return
	case mode == "repeat" && sending:
		f.pass(body)
	}
	status, text := f.pass(body)
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write(text)
}

func answer(w http.ResponseWriter, id json.RawMessage, params []json.RawMessage) {
	var raw hexutil.Bytes
	tx := new(types.Transaction)
	if len(params) == 0 || json.Unmarshal(params[0], &raw) != nil || tx.UnmarshalBinary(raw) != nil {
		http.Error(w, "no transaction", http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]any{"jsonrpc": "2.0", "id": id, "result": tx.Hash()})
}

func (f *faulty) pass(body []byte) (int, []byte) {
	resp, err := http.Post(f.target, "application/json", bytes.NewReader(body))
	if err != nil {
		return http.StatusBadGateway, []byte(err.Error())
	}
	defer resp.Body.Close()
	text, _ := io.ReadAll(resp.Body)
	return resp.StatusCode, text
}
