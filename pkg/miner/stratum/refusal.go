package stratum

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

// Error is a refusal by the pool, in its own words.
type Error struct {
	Code    string // "" if it gave none
	Message string
}

func (e *Error) Error() string {
	if e.Code == "" {
		return "pool: " + e.Message
	}
	return fmt.Sprintf("pool: %s (code %s)", e.Message, e.Code)
}

// words are the members that hold a reason, in the order in which they are looked for.
var words = []string{"message", "msg", "reason", "error", "text", "data"}

// parseError reads the member "error". The dialect's form is {"code", "message"}; pools
// also send ["21", "text", null], a text, true or a number. What holds nothing is no
// error: null, false, "", 0, [] and {}.
func parseError(raw json.RawMessage) *Error {
	v, ok := valueOf(raw)
	if !ok || empty(v) {
		return nil
	}
	e := &Error{Message: reasonIn(v, 0)}
	switch v := v.(type) {
	case map[string]any:
		e.Code = scalar(v["code"])
	case []any:
		e.Code = scalar(v[0])
	}
	if e.Message == "" {
		e.Message = plain.Line(string(raw))
	}
	if e.Code == e.Message {
		e.Code = ""
	}
	return e
}

// Words are what a line says to people, such as the parameters of client.show_message;
// "" if nothing.
func Words(raw json.RawMessage) string {
	v, ok := valueOf(raw)
	if !ok {
		return ""
	}
	return reasonIn(v, 0)
}

// valueOf reads any JSON; false where there is none.
func valueOf(raw json.RawMessage) (v any, ok bool) {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	return v, len(raw) > 0 && d.Decode(&v) == nil
}

func empty(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case bool:
		return !v
	case string:
		return strings.TrimSpace(v) == ""
	case json.Number:
		f, err := v.Float64()
		return err == nil && f == 0
	case []any:
		return !slices.ContainsFunc(v, func(x any) bool { return !empty(x) })
	case map[string]any:
		for _, x := range v {
			if !empty(x) {
				return false
			}
		}
		return true
	}
	return false
}

// reasonIn finds the words for people in whatever a pool sent; it looks no deeper than
// anybody would write it.
func reasonIn(v any, depth int) string {
	if depth > 3 {
		return ""
	}
	switch v := v.(type) {
	case bool:
		return "it gives no reason"
	case string:
		return plain.Line(v)
	case json.Number:
		return "code " + plain.Line(v.String())
	case []any:
		for _, x := range v {
			if s, ok := x.(string); ok && !numeric(s) {
				return plain.Line(s)
			}
		}
		for _, x := range v {
			switch x.(type) {
			case []any, map[string]any:
				if s := reasonIn(x, depth+1); s != "" {
					return s
				}
			}
		}
	case map[string]any:
		for _, name := range words {
			if x, ok := v[name]; ok && !empty(x) {
				if s := reasonIn(x, depth+1); s != "" {
					return s
				}
			}
		}
	}
	return ""
}

func numeric(s string) bool {
	_, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	return err == nil
}

// scalar is a number or a text in words; "" of anything else.
func scalar(v any) string {
	switch v := v.(type) {
	case string:
		return plain.Line(v)
	case json.Number:
		return plain.Line(v.String())
	}
	return ""
}

// good are the words of a status that says yes.
var good = []string{"", "ok", "accepted", "valid", "success", "true", "1", "keepalived"}

// Refusal says why an answer is no yes; nil if it is one. Shares are paid for only
// where a pool said yes: true, or a result that is no refusal by its status. A bare
// false or null, or another status, is a no.
func (m Message) Refusal() *Error {
	if m.Error != nil {
		return m.Error
	}
	v, ok := valueOf(m.Result)
	if !ok || empty(v) {
		if o, is := v.(map[string]any); is && len(o) == 0 { // {}: nothing against it
			return nil
		}
		return &Error{Message: "it answers " + orNothing(m.Result)}
	}
	switch v := v.(type) {
	case string:
		if !slices.Contains(good, strings.ToLower(strings.TrimSpace(v))) {
			return &Error{Message: plain.Line(v)}
		}
	case map[string]any:
		return refusedIn(v)
	}
	return nil
}

// refusedIn looks for a no in the members of a result.
func refusedIn(v map[string]any) *Error {
	if x, ok := v["error"]; ok && !empty(x) {
		return &Error{Message: cmp.Or(reasonIn(x, 0), "it gives no reason")}
	}
	no := ""
	for _, name := range []string{"status", "accepted", "success", "valid", "result", "ok"} {
		switch x := v[name].(type) {
		case bool:
			if !x {
				no = name + " false"
			}
		case string:
			if !slices.Contains(good, strings.ToLower(strings.TrimSpace(x))) {
				no = x
			}
		}
	}
	if no == "" {
		return nil
	}
	for _, name := range words {
		if s, ok := v[name].(string); ok && s != "" {
			no += ": " + s
			break
		}
	}
	return &Error{Message: plain.Line(no)}
}

func orNothing(raw json.RawMessage) string {
	if len(raw) == 0 {
		return "nothing"
	}
	return plain.Line(string(raw))
}
