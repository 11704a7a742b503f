// Package stratum is what miners say to pools, one JSON object per line: how a pool is reached,
// how it is read though it writes as it likes, and how it is tried in its own dialect.
package stratum

import (
	"encoding/json"
	"errors"
	"fmt"
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

// Job is a piece of work on the wire. Blob and Target are hexadecimal.
type Job struct {
	Blob   string `json:"blob"`
	JobID  Token  `json:"job_id"`
	Target string `json:"target"`
	Algo   string `json:"algo,omitempty"`
	Height Height `json:"height,omitempty"`
	ID     Token  `json:"id,omitzero"`
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

// LoginAnswer is the answer to a login that was taken.
func LoginAnswer(msg Message) (result LoginResult, err error) {
	if msg.Error != nil {
		return result, fmt.Errorf("login: %w", msg.Error)
	}
	result, err = DecodeParams[LoginResult](msg.Result)
	// Without a name a session can be worked in, if there is a job.
	if err != nil || result.ID.Text == "" && result.Job == nil {
		if refusal := msg.Refusal(); refusal != nil {
			return result, fmt.Errorf("login: %w", refusal)
		}
		return result, errors.New("login: the pool gave no session id")
	}
	return result, nil
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

func encode(v any) ([]byte, error) {
	line, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("stratum message: %w", err)
	}
	return append(line, '\n'), nil
}
