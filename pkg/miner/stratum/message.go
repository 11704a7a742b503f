package stratum

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
)

// MaxLine is the longest line that either side reads, in bytes.
const MaxLine = 16 << 10

// Methods of the dialect.
const (
	MethodLogin     = "login"
	MethodJob       = "job"
	MethodSubmit    = "submit"
	MethodKeepalive = "keepalived"
)

// Message is one line in either direction: a request has ID and Method, a reply
// ID and Result or Error, a notification Method alone. An id that is no number, in
// whatever form, is none; an error that holds nothing is none.
type Message struct {
	ID     *int64
	Method string
	Params json.RawMessage
	Result json.RawMessage
	Error  *Error
}

// LoginParams open a session.
type LoginParams struct {
	Login string   `json:"login"`
	Pass  string   `json:"pass"`
	Agent string   `json:"agent,omitempty"`
	RigID string   `json:"rigid,omitempty"`
	Algo  []string `json:"algo,omitempty"`
}

// LoginResult is the pool's answer: the session's id and its first job.
type LoginResult struct {
	ID         Token  `json:"id"`
	Job        *Job   `json:"job"` // nil: it follows
	Extensions names  `json:"extensions,omitempty"`
	Status     string `json:"status"`
}

// SubmitParams hand in a share. Nonce and Result are hexadecimal.
type SubmitParams struct {
	ID     Token  `json:"id"`
	JobID  Token  `json:"job_id"`
	Nonce  string `json:"nonce"`
	Result string `json:"result"`
	Algo   string `json:"algo,omitempty"`
}

// KeepaliveParams keep a quiet session open.
type KeepaliveParams struct {
	ID Token `json:"id"`
}

// StatusResult answers submit and keepalived.
type StatusResult struct {
	Status string `json:"status"`
}

// Decode reads one line.
func Decode(line []byte) (Message, error) {
	var m struct {
		ID     json.RawMessage `json:"id"`
		Method string          `json:"method"`
		Params json.RawMessage `json:"params"`
		Result json.RawMessage `json:"result"`
		Error  json.RawMessage `json:"error"`
	}
	if err := json.Unmarshal(line, &m); err != nil {
		return Message{}, fmt.Errorf("stratum line %.80q: %w", line, err)
	}
	return Message{parseID(m.ID), m.Method, m.Params, m.Result, parseError(m.Error)}, nil
}

// DecodeJob reads the body of a job, which some pools put into a list.
func DecodeJob(raw json.RawMessage) (Job, error) {
	var list []Job
	if json.Unmarshal(raw, &list) == nil && len(list) == 1 {
		return list[0], nil
	}
	return DecodeParams[Job](raw)
}

// DecodeParams reads the body of a request, a notification or a result.
func DecodeParams[T any](raw json.RawMessage) (T, error) {
	var v T
	if len(raw) == 0 {
		return v, fmt.Errorf("%T is missing", v)
	}
	if err := json.Unmarshal(raw, &v); err != nil {
		return v, fmt.Errorf("%T: %w", v, err)
	}
	return v, nil
}

// Request writes a line that asks for a reply.
func Request(id int64, method string, params any) ([]byte, error) {
	return encode(struct {
		ID      int64  `json:"id"`
		JSONRPC string `json:"jsonrpc"`
		Method  string `json:"method"`
		Params  any    `json:"params"`
	}{id, "2.0", method, params})
}

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

// NewScanner reads lines of at most MaxLine bytes; a longer one ends it with
// bufio.ErrTooLong.
func NewScanner(r io.Reader) *bufio.Scanner {
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 0, 1<<10), MaxLine)
	return s
}
