package pool

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"github.com/gpuarbiter/gpuarbiter/pkg/miner/stratum"
)

// Notify writes a line that asks for none.
func Notify(method string, params any) ([]byte, error) {
	return encode(struct {
		JSONRPC string `json:"jsonrpc"`
		Method  string `json:"method"`
		Params  any    `json:"params"`
	}{"2.0", method, params})
}

// Reply writes the answer to a request.
func Reply(id int64, result any) ([]byte, error) {
	return encode(response{ID: id, JSONRPC: "2.0", Result: result})
}

// Refuse writes the refusal of a request.
func Refuse(id int64, code int, message string) ([]byte, error) {
	return encode(response{ID: id, JSONRPC: "2.0", Error: &refusal{code, message}})
}

// response always has both members: XMRig reads each without asking whether it
// is there.
type response struct {
	ID      int64    `json:"id"`
	JSONRPC string   `json:"jsonrpc"`
	Error   *refusal `json:"error"`
	Result  any      `json:"result"`
}

type refusal struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

func encode(v any) ([]byte, error) {
	line, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("stratum message: %w", err)
	}
	return append(line, '\n'), nil
}

// NewScanner reads lines of at most stratum.MaxLine bytes; a longer one ends it with
// bufio.ErrTooLong.
func NewScanner(r io.Reader) *bufio.Scanner {
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 0, 1<<10), stratum.MaxLine)
	return s
}
