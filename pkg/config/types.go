package config

import (
	"fmt"
	"strconv"
	"time"

	"gopkg.in/yaml.v3"
)

// Quote says where a price-like value comes from: the operator's own word (a
// number), a file that something else keeps up to date, or sources of which the
// median counts. The zero Quote is no source: money that it would price is worth
// nothing.
type Quote struct {
	Value   *float64      // the operator's word
	File    string        // JSON: {"<key>": {"value": 1.5, "at": "2026-01-02T15:04:05Z"}}
	Key     string        // in the file
	MaxAge  time.Duration // after which a file's or source's value is not believed
	From    []string      // source:key, of sources
	In      string        // the sources' currency, of rates; empty: USD, or the field's own unit
	MaxJump float64       // factor beyond which a change is believed only when it is said again
	Hold    time.Duration // that the last believed value counts while no source says a new one
}

type quoteFile struct {
	File    string        `yaml:"file"`
	Key     string        `yaml:"key"`
	MaxAge  time.Duration `yaml:"max_age"`
	MaxJump float64       `yaml:"max_jump"`
}

type quoteFrom struct {
	From    []string      `yaml:"from"`
	In      string        `yaml:"in,omitempty"`
	MaxAge  time.Duration `yaml:"max_age"`
	MaxJump float64       `yaml:"max_jump"`
	Hold    time.Duration `yaml:"hold"`
}

// Of a quote from sources, or from a file that the operator keeps, unless it says
// otherwise.
const (
	quoteMaxAge  = time.Hour
	quoteMaxJump = 1.5
	quoteHold    = 24 * time.Hour // with a doubt that grows
	fileMaxJump  = 10             // a slip of the unit, no move of a market
)

// UnmarshalYAML reads a number or {file, key, max_age}.
func (q *Quote) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		if n.ShortTag() == "!!null" {
			return nil
		}
		v, err := strconv.ParseFloat(n.Value, 64)
		if err != nil || n.ShortTag() == "!!str" {
			return typeError(n, "%q is not a number; the unit stands in the key, or write {file, key, max_age}", n.Value)
		}
		q.Value = &v
		return nil
	}
	if n.Kind != yaml.MappingNode {
		return typeError(n, "want a number or {file, key, max_age}")
	}
	sources := false
	for _, key := range keysIn(n, 0) {
		switch key.Value {
		case "file", "key", "max_age", "max_jump":
		case "from", "in", "hold":
			sources = true
		default:
			return typeError(key, "field %s not found in type config.Quote", key.Value)
		}
	}
	if sources {
		return q.unmarshalFrom(n)
	}
	f := quoteFile{MaxJump: fileMaxJump}
	if err := n.Decode(&f); err != nil {
		return err
	}
	q.File, q.Key, q.MaxAge, q.MaxJump = f.File, f.Key, f.MaxAge, f.MaxJump
	return nil
}

// keysIn are the keys of a group, with those that it takes over from others by <<. What
// is no group there the decoder finds.
func keysIn(n *yaml.Node, depth int) (keys []*yaml.Node) {
	switch {
	case depth > 100: // no decoder would get to its end
	case n.Kind == yaml.AliasNode:
		return keysIn(n.Alias, depth+1)
	case n.Kind == yaml.SequenceNode:
		for _, part := range n.Content {
			keys = append(keys, keysIn(part, depth+1)...)
		}
	case n.Kind == yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == "<<" {
				keys = append(keys, keysIn(n.Content[i+1], depth+1)...)
				continue
			}
			keys = append(keys, n.Content[i])
		}
	}
	return keys
}

func (q *Quote) unmarshalFrom(n *yaml.Node) error {
	for _, key := range keysIn(n, 0) {
		if key.Value == "file" || key.Value == "key" {
			return typeError(key, "%s does not go with from", key.Value)
		}
	}
	f := quoteFrom{MaxAge: quoteMaxAge, MaxJump: quoteMaxJump, Hold: quoteHold}
	if err := n.Decode(&f); err != nil {
		return err
	}
	q.From, q.In, q.MaxAge, q.MaxJump, q.Hold = f.From, f.In, f.MaxAge, f.MaxJump, f.Hold
	return nil
}

// MarshalYAML writes what UnmarshalYAML reads.
func (q Quote) MarshalYAML() (any, error) {
	switch {
	case q.Value != nil:
		return *q.Value, nil
	case q.File != "":
		return quoteFile{q.File, q.Key, q.MaxAge, q.MaxJump}, nil
	case len(q.From) > 0:
		return quoteFrom{q.From, q.In, q.MaxAge, q.MaxJump, q.Hold}, nil
	}
	return nil, nil
}

// Configured reports whether there is a source at all.
func (q Quote) Configured() bool { return q.Value != nil || q.File != "" || len(q.From) > 0 }

// FileMode is an octal file mode.
type FileMode uint32

// UnmarshalYAML reads octal digits.
func (m *FileMode) UnmarshalYAML(n *yaml.Node) error {
	v, err := strconv.ParseUint(n.Value, 8, 32)
	if err != nil || v > 0o777 {
		return typeError(n, "%q is not an octal file mode such as 0660", n.Value)
	}
	*m = FileMode(v)
	return nil
}

// MarshalYAML writes octal digits.
func (m FileMode) MarshalYAML() (any, error) {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!int", Value: fmt.Sprintf("0%o", uint32(m))}, nil
}

func typeError(n *yaml.Node, format string, args ...any) error {
	return &yaml.TypeError{Errors: []string{fmt.Sprintf("line %d: ", n.Line) + fmt.Sprintf(format, args...)}}
}
