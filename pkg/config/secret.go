package config

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// SecretURL is an address that may hold a password, a provider's key or a token.
// However it is printed, encoded or logged, only scheme and host are shown; who
// needs it all asks for it by Reveal.
type SecretURL string

// Reveal is the whole address.
func (s SecretURL) Reveal() string { return string(s) }

// String is what may be shown.
func (s SecretURL) String() string {
	if s == "" {
		return ""
	}
	u, err := url.Parse(string(s))
	if err != nil || u.Scheme == "" || u.Host == "" {
		return "(an address that is not shown)"
	}
	shown := u.Scheme + "://" + u.Host
	if strings.Trim(u.RequestURI(), "/") != "" || u.User != nil || u.Fragment != "" {
		shown += "/..."
	}
	return shown
}

// GoString is what %#v shows.
func (s SecretURL) GoString() string { return fmt.Sprintf("%q", s.String()) }

// MarshalText shows no more than String.
func (s SecretURL) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// MarshalJSON shows no more than String.
func (s SecretURL) MarshalJSON() ([]byte, error) { return json.Marshal(s.String()) }

// markKey makes the marks of one process differ from those of any other, so that
// nothing can be found out from them.
var markKey = func() []byte {
	key := make([]byte, 32)
	rand.Read(key)
	return key
}()

// MarshalYAML shows no more than String and a mark, by which two addresses that
// are shown alike can be told apart within one process: Diff needs that.
func (s SecretURL) MarshalYAML() (any, error) {
	if s == "" {
		return "", nil
	}
	mac := hmac.New(sha256.New, markKey)
	mac.Write([]byte(s))
	return fmt.Sprintf("%s [%x]", s, mac.Sum(nil)[:8]), nil
}

// UnmarshalText is for YAML and JSON alike.
func (s *SecretURL) UnmarshalText(text []byte) error {
	*s = SecretURL(text)
	return nil
}

// Cloak is the error without what the address keeps to itself, wherever a library
// has put it into words.
func (s SecretURL) Cloak(err error) error {
	if err == nil {
		return nil
	}
	text := err.Error()
	for _, part := range s.parts() {
		text = strings.ReplaceAll(text, part, "...")
	}
	return cloaked{text, err}
}

// parts are the strings that must not be shown, the longest first.
func (s SecretURL) parts() []string {
	parts := []string{string(s)}
	if u, err := url.Parse(string(s)); err == nil {
		parts = append(parts, u.String(), u.Redacted(), u.RequestURI(), u.EscapedPath(), u.Path, u.RawQuery, u.User.String(), u.User.Username())
		if password, ok := u.User.Password(); ok {
			parts = append(parts, password)
		}
		for _, values := range u.Query() {
			parts = append(parts, values...)
		}
	}
	parts = slices.DeleteFunc(parts, func(p string) bool { return len(strings.Trim(p, "/")) < 3 })
	slices.SortFunc(parts, func(a, b string) int { return len(b) - len(a) })
	return parts
}

// cloaked is an error in other words; errors.Is still knows what it is.
type cloaked struct {
	text string
	err  error
}

func (c cloaked) Error() string        { return c.text }
func (c cloaked) Is(target error) bool { return errors.Is(c.err, target) }
