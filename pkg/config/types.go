package config

import (
	"fmt"
	"strconv"
	"time"

	"gopkg.in/yaml.v3"
)

// Quote says where a price-like value comes from: the operator's own word (a
// number), or a file that something else keeps up to date. The zero Quote is
// no source: money that it would price is worth nothing.
type Quote struct {
	Value  *float64      // the operator's word
	File   string        // JSON: {"<key>": {"value": 1.5, "at": "2026-01-02T15:04:05Z"}}
	Key    string        // in the file
	MaxAge time.Duration // after which the file's value is not believed
}

type quoteFile struct {
	File   string        `yaml:"file"`
	Key    string        `yaml:"key"`
	MaxAge time.Duration `yaml:"max_age"`
}

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
	for i := 0; i < len(n.Content); i += 2 {
		switch k := n.Content[i].Value; k {
		case "file", "key", "max_age":
		default:
			return typeError(n.Content[i], "field %s not found in type config.Quote", k)
		}
	}
	var f quoteFile
	if err := n.Decode(&f); err != nil {
		return err
	}
	q.File, q.Key, q.MaxAge = f.File, f.Key, f.MaxAge
	return nil
}

// MarshalYAML writes what UnmarshalYAML reads.
func (q Quote) MarshalYAML() (any, error) {
	switch {
	case q.Value != nil:
		return *q.Value, nil
	case q.File != "":
		return quoteFile{q.File, q.Key, q.MaxAge}, nil
	}
	return nil, nil
}

// Configured reports whether there is a source at all.
func (q Quote) Configured() bool { return q.Value != nil || q.File != "" }

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
