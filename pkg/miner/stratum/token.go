package stratum

import (
	"bytes"
	"encoding/json"
	"math"
	"strconv"
	"strings"
)

// Token is a name that a pool made up, of a job or a session. It is a text with most
// pools and a number with some, and goes back as what it came: a pool that compares
// strictly knows no other.
type Token struct {
	Text   string
	Number bool
}

// Name is a token that is a text.
func Name(s string) Token { return Token{Text: s} }

func (t Token) String() string { return t.Text }

// UnmarshalJSON takes a text or a number; anything else is no name.
func (t *Token) UnmarshalJSON(b []byte) error {
	*t = Token{}
	switch b = bytes.TrimSpace(b); {
	case len(b) > 0 && b[0] == '"':
		return json.Unmarshal(b, &t.Text)
	case len(b) > 0 && (b[0] == '-' || b[0] >= '0' && b[0] <= '9'):
		*t = Token{string(b), true}
	}
	return nil
}

// MarshalJSON writes the token as it came.
func (t Token) MarshalJSON() ([]byte, error) {
	if t.Number {
		return []byte(t.Text), nil
	}
	return json.Marshal(t.Text)
}

// Height is a block's: a whole number that some write as text or with a point. It is for people:
// what is none is zero.
type Height uint64

func (h *Height) UnmarshalJSON(b []byte) error {
	*h = 0
	v, err := strconv.ParseFloat(strings.Trim(string(b), `" `), 64)
	if err == nil && v > 0 && v < 1<<53 {
		*h = Height(v)
	}
	return nil
}

// names is a list of names; what is no list has none.
type names []string

func (n *names) UnmarshalJSON(b []byte) error {
	*n = nil
	var list []string
	if json.Unmarshal(b, &list) == nil {
		*n = list
	}
	return nil
}

// parseID reads the id of a request or an answer, which some write as a text or with a
// point; nil if there is none, or none that we could have given.
func parseID(raw json.RawMessage) *int64 {
	text := strings.TrimSpace(string(raw))
	if len(text) > 1 && text[0] == '"' {
		if json.Unmarshal(raw, &text) != nil {
			return nil
		}
		text = strings.TrimSpace(text)
	}
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return &n
	}
	if v, err := strconv.ParseFloat(text, 64); err == nil && v == math.Trunc(v) && math.Abs(v) < 1<<53 {
		n := int64(v)
		return &n
	}
	return nil
}
