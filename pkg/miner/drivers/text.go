package drivers

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"text/template"

	"gopkg.in/yaml.v3"
)

// Vars are what a page's texts may name.
type Vars struct {
	Device     string // its UUID
	Coin       string // ticker
	Algorithm  string // the miner's own name of it
	Pool       Pool
	Wallet     string // the login
	Password   string // x where the pool wants none
	Worker     string // the rig's name at the pool; may be empty
	APIPort    int    // on 127.0.0.1
	APIToken   string
	WorkDir    string
	HashLimit  float64 // hashes per second, 0: none
	Threads    int
	Parameters map[string]string // the configuration's mining.coins[].parameters
}

// Login is the wallet and the worker's name, as most pools want them.
func (v Vars) Login() string {
	if v.Worker == "" {
		return v.Wallet
	}
	return v.Wallet + "." + v.Worker
}

// Pool is a pool's address.
type Pool struct {
	Host, Port, HostPort string
	TLS                  bool
	Fingerprint          string // SHA-256 of its certificate, hexadecimal; empty: not pinned
}

// URL is the address with one of two schemes in front.
func (p Pool) URL(plain, tls string) string {
	if p.TLS {
		return tls + p.HostPort
	}
	return plain + p.HostPort
}

var functions = template.FuncMap{
	"json": func(v any) (string, error) {
		b, err := json.Marshal(v)
		return string(b), err
	},
	"urlescape": url.QueryEscape, // also of what template/url would leave: . : @ /
	"replace":   func(old, with, s string) string { return strings.ReplaceAll(s, old, with) },
}

// Text is a template of Go's text/template over Vars.
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
	parsed, err := template.New("").Option("missingkey=zero").Funcs(functions).Parse(s)
	if err != nil {
		return at(n, err)
	}
	t.t, t.line = parsed, n.Line
	return nil
}

// at says where in a page a fault is.
func at(n *yaml.Node, err error) error {
	return fmt.Errorf("line %d, column %d: %s", n.Line, n.Column, strings.TrimPrefix(err.Error(), "template: :"))
}

func (t Text) set() bool { return t.t != nil }

func (t Text) render(v Vars) (string, error) {
	if t.t == nil {
		return "", nil
	}
	var out strings.Builder
	if err := t.t.Execute(&out, v); err != nil {
		return "", fmt.Errorf("line %d: %s", t.line, strings.TrimPrefix(err.Error(), "template: :"))
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

func (g Group) render(v Vars) ([]string, error) {
	var all []string
	for _, t := range g {
		s, err := t.render(v)
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
		return at(n, err)
	}
	p.Regexp = r
	return nil
}

// Command is how the miner is started for one device, without the program itself.
func (p *Page) Command(v Vars) (args, env []string, files map[string][]byte, err error) {
	if v.Algorithm, err = p.Algorithm(v.Algorithm); err != nil {
		return nil, nil, nil, err
	}
	for _, g := range p.Args {
		all, err := g.render(v)
		if err != nil {
			return nil, nil, nil, fmt.Errorf("args: %w", err)
		}
		args = append(args, all...)
	}
	for _, k := range slices.Sorted(maps.Keys(p.Env)) {
		s, err := p.Env[k].render(v)
		if err != nil {
			return nil, nil, nil, fmt.Errorf("env: %s: %w", k, err)
		}
		env = append(env, k+"="+s)
	}
	files = map[string][]byte{}
	for k, t := range p.Files {
		s, err := t.render(v)
		if err != nil {
			return nil, nil, nil, fmt.Errorf("files: %s: %w", k, err)
		}
		files[k] = []byte(s)
	}
	for _, s := range slices.Concat(args, env) {
		if strings.ContainsRune(s, 0) {
			return nil, nil, nil, errors.New("an argument holds a zero byte")
		}
	}
	return args, env, files, nil
}

// tryTexts renders every text once: a name that there is not is found when the page is loaded.
func (p *Page) tryTexts() error {
	v := Vars{Device: "GPU-0", Coin: "X", Algorithm: "x", Pool: Pool{Host: "pool", Port: "1", HostPort: "pool:1"}, Wallet: "w", Password: "x", Worker: "r", APIPort: 1, WorkDir: "/"}
	for usual := range p.Algorithms {
		v.Algorithm = usual
	}
	if _, _, _, err := p.Command(v); err != nil {
		return err
	}
	for _, t := range append(slices.Collect(maps.Values(p.API.Headers)), append(p.API.Paths, p.API.Request, p.API.File)...) {
		if _, err := t.render(v); err != nil {
			return fmt.Errorf("api: %w", err)
		}
	}
	return nil
}
