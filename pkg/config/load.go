package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/gpuarbiter/gpuarbiter/pkg/miner/drivers"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent/pages"
)

// Fault is one thing that is wrong with the file.
type Fault struct {
	Where string // the line, or the field's path; "" for the file itself
	What  string
	Hint  string
}

// Line is the fault in words that name the file.
func (f Fault) Line(file string) string {
	if f.Where == "" {
		return file + ": " + f.What
	}
	return file + ": " + f.Where + ": " + f.What
}

// Faults are all of them at once.
type Faults struct {
	File string
	List []Fault
}

func (f *Faults) Error() string {
	lines := make([]string, len(f.List))
	for i, x := range f.List {
		lines[i] = x.Line(f.File)
	}
	return strings.Join(lines, "\n")
}

// maxBytes is far beyond any real file.
const maxBytes = 4 << 20

// Load reads, completes and validates a file. Relative paths in it are
// relative to the file's folder.
func Load(path string) (*Config, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxBytes+1))
	if err != nil {
		return nil, unreadable(path, err)
	}
	if len(b) > maxBytes {
		return nil, &Faults{path, []Fault{{"file", "is over 4 MiB", "this is no configuration"}}}
	}
	dir, err := filepath.Abs(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	c, err := parse(b, dir)
	var faults *Faults
	if errors.As(err, &faults) {
		faults.File = path
		return nil, faults
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	c.resolve(dir)
	return c, nil
}

// Forbidden is the cure where a file must not be read.
const Forbidden = "root and the group gpuarbiter may read it: try it with sudo"

// unreadable is a file that cannot be read: a fault of the configuration, too.
func unreadable(path string, err error) error {
	what, hint := err.Error(), "name the configuration with --config; config.example.yaml is one to start from"
	if errors.Is(err, fs.ErrPermission) {
		hint = Forbidden
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		what = p.Err.Error()
	}
	return &Faults{path, []Fault{{"", what, hint}}}
}

// Parse reads, completes and validates the text of a file.
func Parse(b []byte) (*Config, error) { return parse(b, ".") }

func parse(b []byte, dir string) (*Config, error) {
	doc := document{Config: Default()}
	d := yaml.NewDecoder(bytes.NewReader(b))
	d.KnownFields(true)
	var faults []Fault
	if err := d.Decode(&doc); err != nil && !errors.Is(err, io.EOF) {
		if faults = yamlFaults(err); !onlyUnknownKeys(err) {
			return nil, &Faults{"configuration", append(faults, doc.strangers(b)...)}
		}
	}
	c := doc.Config
	faults = append(faults, doc.strangers(b)...)
	if err := d.Decode(new(any)); !errors.Is(err, io.EOF) {
		faults = append(faults, Fault{"file", "has a second YAML document", "put everything into one"})
	}
	if m := &c.Mining; m.MinersDir != "" && !filepath.IsAbs(m.MinersDir) {
		m.MinersDir = filepath.Join(dir, m.MinersDir)
	}
	var err error
	if c.Mining.Pages, err = drivers.Load(c.Mining.MinersDir); err != nil {
		faults = append(faults, Fault{"mining.miners_dir", "has a page that cannot be read: " + err.Error(), "gpuarbiter miner check PAGE says more; docs/MINERS.md is how a page is written"})
	}
	if r := &c.Rent; r.PagesDir != "" && !filepath.IsAbs(r.PagesDir) {
		r.PagesDir = filepath.Join(dir, r.PagesDir)
	}
	if c.Rent.Pages, err = pages.Load(c.Rent.PagesDir); err != nil {
		faults = append(faults, Fault{"rent.pages_dir", "has a page that cannot be read: " + err.Error(), "gpuarbiter rent check PAGE says more; docs/RENT.md is how a page is written"})
	}
	faults = append(faults, octals(b, &c)...)
	c.defaults()
	if faults = append(faults, c.validate()...); len(faults) > 0 {
		return nil, &Faults{"configuration", faults}
	}
	return &c, nil
}

// resolve makes relative paths absolute.
func (c *Config) resolve(dir string) {
	abs := func(p *string) {
		if *p != "" && !filepath.IsAbs(*p) {
			*p = filepath.Join(dir, *p)
		}
	}
	paths := []*string{&c.StateDir, &c.Control.Socket, &c.Wallet.Keystore, &c.Wallet.PasswordFile, &c.Electricity.PricePerKWh.File, &c.Curtailment.File, &c.Curtailment.MQTT.PasswordFile, &c.HomeAssistant.PasswordFile, &c.HTTP.WebConfig}
	names := []*string{&c.Devices.NVMLLibrary} // without a slash, for the system to find
	for i := range c.Mining.Coins {
		m := &c.Mining.Coins[i]
		paths = append(paths, &m.PasswordFile, &m.PriceUSD.File, &m.Difficulty.File, &m.BlockReward.File, &m.USDPerHash.File)
		names = append(names, &m.Binary)
		for j := range m.ReadPaths {
			paths = append(paths, &m.ReadPaths[j])
		}
	}
	for _, n := range names {
		if strings.ContainsRune(*n, filepath.Separator) {
			paths = append(paths, n)
		}
	}
	for i := range c.Chains {
		paths = append(paths, &c.Chains[i].EtherPriceUSD.File)
		for j := range c.Chains[i].Tokens {
			paths = append(paths, &c.Chains[i].Tokens[j].PriceUSD.File)
		}
	}
	for _, p := range paths {
		abs(p)
	}
	for k, q := range c.Rates {
		abs(&q.File)
		c.Rates[k] = q
	}
	if command := &c.Curtailment.Command; len(*command) > 0 && strings.ContainsRune((*command)[0], filepath.Separator) {
		abs(&(*command)[0])
	}
	if command := &c.Training.Command; len(*command) > 0 && strings.ContainsRune((*command)[0], filepath.Separator) {
		abs(&(*command)[0])
	}
	for _, list := range [][]string{c.Training.ReadPaths, c.Training.WritePaths} {
		for i := range list {
			abs(&list[i])
		}
	}
	for k, s := range c.Sources {
		abs(&s.KeyFile)
		if len(s.Command) > 0 && strings.ContainsRune(s.Command[0], filepath.Separator) {
			s.Command = slices.Clone(s.Command)
			abs(&s.Command[0])
		}
		c.Sources[k] = s
	}
	for _, h := range c.Rent.Hosts {
		for k, file := range h.Secrets {
			abs(&file)
			h.Secrets[k] = file
		}
		for model, m := range h.Models {
			abs(&m.USDPerHour.File)
			h.Models[model] = m
		}
	}
	for i := range c.Mining.Coins {
		for model, m := range c.Mining.Coins[i].Models {
			abs(&m.USDPerHour.File)
			c.Mining.Coins[i].Models[model] = m
		}
	}
}

// diffYAML compares the flattened documents.
func diffYAML(old, new *Config) []string {
	a, b := flatten(old), flatten(new)
	var lines []string
	for k, v := range b {
		switch was, ok := a[k]; {
		case ok && was == v:
		case secret.MatchString(k):
			lines = append(lines, k+": changed")
		case !ok:
			lines = append(lines, fmt.Sprintf("%s: added %s", k, v))
		default:
			lines = append(lines, fmt.Sprintf("%s: %s -> %s", k, was, v))
		}
	}
	for k, v := range a {
		if _, ok := b[k]; ok {
			continue
		}
		if secret.MatchString(k) {
			v = "(not shown)"
		}
		lines = append(lines, fmt.Sprintf("%s: removed %s", k, v))
	}
	sort.Strings(lines)
	return lines
}

// secret are the keys whose values may hold a provider's key or a password.
var secret = regexp.MustCompile(`(\.rpc|\.beacon|\.args|\.command)\[\d+\]$|\.pool_api$|^sources\..*\.url$|^wallet\.signer$`)

func flatten(c *Config) map[string]string {
	out := map[string]string{}
	var n yaml.Node
	if err := n.Encode(c); err == nil {
		walk(&n, "", out)
	}
	return out
}

func walk(n *yaml.Node, path string, out map[string]string) {
	scalars(n, path, func(path string, x *yaml.Node) { out[path] = x.Value })
}

// scalars calls do with every scalar below n, and with its path.
func scalars(n *yaml.Node, path string, do func(path string, x *yaml.Node)) {
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i < len(n.Content); i += 2 {
			scalars(n.Content[i+1], strings.TrimPrefix(path+"."+n.Content[i].Value, "."), do)
		}
	case yaml.SequenceNode:
		for i, x := range n.Content {
			scalars(x, fmt.Sprintf("%s[%d]", path, i), do)
		}
	default:
		do(path, n)
	}
}
