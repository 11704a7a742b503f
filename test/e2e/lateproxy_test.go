//go:build e2e

package e2e

import (
	"encoding/json"
	"net/http"
	"slices"

	"github.com/ethereum/go-ethereum/common/hexutil"
)

// behindBy is how many blocks a late proxy lies behind its node.
const behindBy = 12

// blockParam is where a method's parameters name the block whose state is asked for.
var blockParam = map[string]int{
	"eth_getBlockByNumber": 0, "eth_call": 1, "eth_estimateGas": 1, "eth_getTransactionCount": 1, "eth_getBalance": 1, "eth_getCode": 1,
}

// late answers as a node does that has not got the newest blocks yet.
func (f *faulty) late(w http.ResponseWriter, r request) {
	var head hexutil.Uint64
	f.ask("eth_blockNumber", &head)
	newest := max(head, behindBy) - behindBy
	if r.Method == "eth_blockNumber" {
		reply(w, r.ID, newest)
		return
	}
	if i, ok := blockParam[r.Method]; ok {
		for len(r.Params) <= i {
			r.Params = append(r.Params, nil)
		}
		n, known := f.number(r.Params[i], newest)
		switch {
		case r.Method == "eth_getBlockByNumber" && (!known || n > newest):
			reply(w, r.ID, json.RawMessage("null"))
			return
		case !known || n > newest:
			w.Header().Set("Content-Type", "application/json")
			_ = json.NewEncoder(w).Encode(map[string]any{"jsonrpc": "2.0", "id": r.ID, "error": map[string]any{"code": -32000, "message": "header not found"}})
			return
		}
		r.Params = slices.Clone(r.Params)
		r.Params[i], _ = json.Marshal(n)
	}
	body, _ := json.Marshal(r)
	status, text := pass(f.target, body)
	var answer struct {
		Result struct {
			BlockNumber *hexutil.Uint64 `json:"blockNumber"`
		} `json:"result"`
	}
	_ = json.Unmarshal(text, &answer) // what has no block's number is passed on
	if n := answer.Result.BlockNumber; n != nil && *n > newest {
		reply(w, r.ID, json.RawMessage("null"))
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write(text)
}

// number is the block that a parameter names, by tag, number or hash.
func (f *faulty) number(param json.RawMessage, newest hexutil.Uint64) (n hexutil.Uint64, known bool) {
	var hash struct {
		BlockHash string `json:"blockHash"`
	}
	if json.Unmarshal(param, &n) == nil && len(param) > 0 && string(param) != "null" {
		return n, true
	}
	if json.Unmarshal(param, &hash) != nil || hash.BlockHash == "" {
		return newest, true // latest, pending, or not given
	}
	var block *struct {
		Number hexutil.Uint64 `json:"number"`
	}
	f.ask("eth_getBlockByHash", &block, hash.BlockHash, false)
	if block == nil {
		return 0, false
	}
	return block.Number, true
}

// ask asks the node behind the proxy.
func (f *faulty) ask(method string, result any, params ...any) {
	body, _ := json.Marshal(map[string]any{"jsonrpc": "2.0", "id": 1, "method": method, "params": append([]any{}, params...)})
	_, text := pass(f.target, body)
	answer := struct {
		Result any `json:"result"`
	}{result}
	_ = json.Unmarshal(text, &answer)
}
