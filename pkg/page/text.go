// Package page holds what pages of YAML are made of, by which programs and hosts are described
// without Go: texts with names in them, jq expressions over answers, the formats of answers.
// All of it is bounded in size and time: who wrote a page, or answers, is not trusted.
package page

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"text/template"

	"gopkg.in/yaml.v3"
)

var functions = template.FuncMap{
	"json": func(v any) (string, error) {
		b, err := json.Marshal(v)
		return string(b), err
	},
	"int": func(s string) (int, error) { return strconv.Atoi(strings.TrimSpace(s)) },
	"add": func(a, b int) int { return a + b },
	"times": func(factors ...any) (float64, error) {
		product := 1.0
		for _, f := range factors {
			v, err := strconv.ParseFloat(strings.TrimSpace(fmt.Sprint(f)), 64)
			if err != nil {
				return 0, fmt.Errorf("times: %v is no number", f)
			}
			product *= v
		}
		return product, nil
	},
	"pick": func(list string, i int) string { // of a list with commas; nothing where there are not as many
		all := strings.Split(list, ",")
		if i < 0 || i >= len(all) {
			return ""
		}
		return strings.TrimSpace(all[i])
	},
	"urlescape": url.QueryEscape, // also of what template/url would leave: . : @ /
	"replace":   func(old, with, s string) string { return strings.ReplaceAll(s, old, with) },
}

// Text is a template of Go's text/template over what its page may name.
type Text struct {
	t    *template.Template
	line int
}

// UnmarshalYAML implements yaml.Unmarshaler.
func (t *Text) UnmarshalYAML(n *yaml.Node) error {
	var s string
	if err := n.Decode(&s); err != nil {
		return err
	}
	parsed, err := ParseText(s)
	if err != nil {
		return At(n, err)
	}
	t.t, t.line = parsed.t, n.Line
	return nil
}

// ParseText reads a text that stands in no page.
func ParseText(s string) (Text, error) {
	parsed, err := template.New("").Option("missingkey=zero").Funcs(functions).Parse(s)
	return Text{t: parsed}, err
}

// At says where in a page a fault is.
func At(n *yaml.Node, err error) error {
	return fmt.Errorf("line %d, column %d: %s", n.Line, n.Column, strings.TrimPrefix(err.Error(), "template: :"))
}

// Set reports whether there is a text.
func (t Text) Set() bool { return t.t != nil }

// Render is the text with the values filled in.
func (t Text) Render(v any) (string, error) {
	if t.t == nil {
		return "", nil
	}
	var out strings.Builder
	if err := t.t.Execute(&out, v); err != nil {
		why := strings.TrimPrefix(err.Error(), "template: :")
		if t.line == 0 {
			return "", errors.New(why)
		}
		return "", fmt.Errorf("line %d: %s", t.line, why)
	}
	return out.String(), nil
}

// Group is arguments that stand together: if one of them comes out empty, all are left out.
// A single one stands for itself.
type Group []Text

// UnmarshalYAML implements yaml.Unmarshaler.
func (g *Group) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.SequenceNode {
		var all []Text
		if err := n.Decode(&all); err != nil {
			return err
		}
		*g = all
		return nil
	}
	var one Text
	if err := n.Decode(&one); err != nil {
		return err
	}
	*g = Group{one}
	return nil
}

// Render are the arguments with the values filled in.
func (g Group) Render(v any) ([]string, error) {
	var all []string
	for _, t := range g {
		s, err := t.Render(v)
		if err != nil {
			return nil, err
		}
		if s == "" {
			return nil, nil
		}
		all = append(all, s)
	}
	return all, nil
}

// Pattern is a regular expression.
type Pattern struct{ *regexp.Regexp }

// UnmarshalYAML implements yaml.Unmarshaler.
func (p *Pattern) UnmarshalYAML(n *yaml.Node) error {
	var s string
	if err := n.Decode(&s); err != nil {
		return err
	}
	r, err := regexp.Compile(s)
	if err != nil {
		return At(n, err)
	}
	p.Regexp = r
	return nil
}
