// Package drivers reads pages: a page of YAML is all that gpuarbiter knows of a miner, how it
// is started for one device, how it is asked, and what its answer means. No miner is special
// in Go. The pages in this folder are part of the program; an operator's own stand in
// mining.miners_dir. docs/MINERS.md is how one is written.
package drivers

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/gpuarbiter/gpuarbiter/pkg/miner/stratum"
	"github.com/gpuarbiter/gpuarbiter/pkg/page"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

// Page is what is known of a miner.
type Page struct {
	Name       string               `yaml:"name"`       // in the configuration
	Title      string               `yaml:"title"`      // for people
	Versions   string               `yaml:"versions"`   // that the page was written for
	Binary     string               `yaml:"binary"`     // on the PATH, unless the configuration names another
	Self       bool                 `yaml:"self"`       // it is this program
	Package    string               `yaml:"package"`    // an unpacked HiveOS package, in which it runs; absolute
	Network    Network              `yaml:"network"`    // of a package; default: its pool alone
	TLS        TLS                  `yaml:"tls"`        // to its pool; default: as the address says
	Dialect    stratum.Dialect      `yaml:"dialect"`    // that it speaks first; default: its algorithm's
	Args       []page.Group         `yaml:"args"`       //
	Env        map[string]page.Text `yaml:"env"`        // added to the environment
	Files      map[string]page.Text `yaml:"files"`      // written to its folder before the start
	Algorithms map[string]string    `yaml:"algorithms"` // its own name by the usual one; none: it takes any
	Fees       map[string]float64   `yaml:"fees"`       // what its author keeps, by the usual name; "default" for others
	Floors     map[string]Floor     `yaml:"floors"`     // by the usual name
	// VersionArgs have the program say its version and end, where its API does not tell it.
	VersionArgs []string          `yaml:"version_args"`
	API         API               `yaml:"api"`
	Faults      []Fault           `yaml:"faults"`   // lines of its log that say why it does not earn
	Notes       []string          `yaml:"notes"`    // what an operator ought to know
	Starts      map[string]string `yaml:"starts"`   // its command line for the vars of Sample, by tcp and tls
	Examples    []Example         `yaml:"examples"` // of its answers

	text []byte // the page as it stands
}

// Network says whom a package may reach.
type Network string

// The networks of a package.
const (
	PoolNetwork Network = "pool"
	AnyNetwork  Network = "any"
)

// TLS says whether a miner reaches its pool by TLS.
type TLS string

// What a miner knows of TLS beside the choice.
const (
	NoTLS   TLS = "none"
	OnlyTLS TLS = "only"
)

// Pool says why the miner cannot work with a pool's address; "" if it can.
func (p *Page) Pool(tls, pinned bool) string {
	switch {
	case p.TLS == NoTLS && tls:
		return p.Title + " speaks no TLS"
	case p.TLS == OnlyTLS && !tls:
		return p.Title + " speaks TLS alone"
	case pinned && !p.Can("Fingerprint"):
		return p.Title + " cannot pin a certificate"
	}
	return ""
}

// Floor is the oldest version that is of use for an algorithm, as behind a hard fork.
type Floor struct {
	Version string `yaml:"version"`
	Because string `yaml:"because"`
}

// Fault is a line of a miner's log, and what it means.
type Fault struct {
	Line page.Pattern `yaml:"line"`
	Says string       `yaml:"says"`
}

// Example is an answer of the miner, or a part of its log, and what is to be understood of it.
type Example struct {
	Answer     string   `yaml:"answer"`
	Algorithm  string   `yaml:"algorithm"`
	Hashrate   float64  `yaml:"hashrate"` // hashes per second
	Accepted   uint64   `yaml:"accepted"`
	Rejected   uint64   `yaml:"rejected"`
	Difficulty float64  `yaml:"difficulty"` // 0: not told
	Knows      []string `yaml:"knows"`      // uptime, connected, work: what else is told
}

// API is how a miner is asked, and what its answer means.
type API struct {
	Kind    Kind                 `yaml:"kind"`
	Format  page.Format          `yaml:"format"`  // of an answer; default json
	Paths   []page.Text          `yaml:"paths"`   // http: tried in order until one answers
	Headers map[string]page.Text `yaml:"headers"` // http
	Request page.Text            `yaml:"request"` // tcp: a line
	File    page.Text            `yaml:"file"`    // file: in its folder
	Command []page.Text          `yaml:"command"` // command: a program that prints the answer
	Lines   []page.Pattern       `yaml:"lines"`   // log: their named groups are the answer, the latest of each
	Read    Read                 `yaml:"read"`
}

// Kind is a way to ask a miner.
type Kind string

// The ways to ask a miner.
const (
	HTTP    Kind = "http"
	TCP     Kind = "tcp"
	File    Kind = "file"
	Program Kind = "command"
	Log     Kind = "log"
)

// Read says where in an answer each figure stands. Each expression may give several values:
// the first that can be used counts. What is not there is unknown.
type Read struct {
	Hashrate   []Rate    `yaml:"hashrate"`   // the shortest window first
	Accepted   page.Expr `yaml:"accepted"`   // shares since it started
	Rejected   page.Expr `yaml:"rejected"`   // shares since it started, stale and invalid ones included
	Work       page.Expr `yaml:"work"`       // hashes that the accepted shares stand for: the sum of their difficulty
	Difficulty page.Expr `yaml:"difficulty"` // hashes that a share of the present job stands for
	Uptime     page.Expr `yaml:"uptime"`     // seconds
	Connected  page.Expr `yaml:"connected"`  // to the pool: true or false
	Paused     page.Expr `yaml:"paused"`
	Version    page.Expr `yaml:"version"`
	Algorithm  page.Expr `yaml:"algorithm"`
	Pool       page.Expr `yaml:"pool"`
	Fault      page.Expr `yaml:"fault"` // why there is no pool, or no accepted share
}

// name is what a page, and what it is called by in a configuration, may look like.
var name = regexp.MustCompile(`^[a-z0-9][a-z0-9.-]{0,39}$`)

// Parse reads a page and checks all that can be checked without the miner. An error names
// the line.
func Parse(text []byte) (*Page, error) {
	if len(text) > page.MaxPage {
		return nil, fmt.Errorf("it has %d bytes, more than %d", len(text), page.MaxPage)
	}
	p := &Page{}
	d := yaml.NewDecoder(bytes.NewReader(text))
	d.KnownFields(true)
	if err := d.Decode(p); err != nil {
		if errors.Is(err, io.EOF) {
			err = errors.New("it is empty")
		}
		return nil, plain.Error(err)
	}
	p.text = text
	if p.API.Format == "" {
		p.API.Format = page.JSON
	}
	return p, p.check()
}

func (p *Page) check() error {
	var errs []error
	bad := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	if !name.MatchString(p.Name) {
		bad("name: %.60q is not of small letters, digits, dots and dashes", p.Name)
	}
	if p.Self && p.Binary != "" {
		bad("binary: it is this program (self)")
	}
	if p.TLS != "" && p.TLS != NoTLS && p.TLS != OnlyTLS {
		bad("tls: %.40q is not one of none, only", p.TLS)
	}
	if p.Dialect != "" && p.Dialect != stratum.CryptoNote && p.Dialect != stratum.Bitcoin && p.Dialect != stratum.Ethereum {
		bad("dialect: %.40q is not one of %s, %s, %s", p.Dialect, stratum.CryptoNote, stratum.Bitcoin, stratum.Ethereum)
	}
	if p.Network != "" && p.Network != PoolNetwork && p.Network != AnyNetwork {
		bad("network: %.40q is not one of pool, any", p.Network)
	}
	if p.Network != "" && p.Package == "" {
		bad("network: only that of a package is bounded")
	}
	if p.Package != "" && (!path.IsAbs(p.Package) || path.Clean(p.Package) != p.Package) {
		bad("package: %.80q is no absolute path", p.Package)
	}
	if p.Package != "" && p.Ports() { // a program would run outside its room
		bad("api.kind: %s: a package is read by a file or its log", p.API.Kind)
	}
	for file := range p.Files {
		if file != path.Base(file) || file == "." || strings.HasPrefix(file, ".") {
			bad("files: %.60q is not the name of a file in the miner's folder", file)
		}
	}
	if len(p.Floors) > 0 && len(p.VersionArgs) == 0 && !p.API.Read.Version.Set() {
		bad("floors: nothing tells the version: neither api.read.version nor version_args")
	}
	for algorithm, fee := range p.Fees {
		if !(fee >= 0 && fee < 0.5) {
			bad("fees: %s: %g is no share from 0 to 0.5", algorithm, fee)
		}
	}
	for algorithm, f := range p.Floors {
		if len(version(f.Version)) == 0 {
			bad("floors: %s: %.40q is no version", algorithm, f.Version)
		}
	}
	errs = append(errs, p.API.check()...)
	if len(errs) > 0 {
		return errors.Join(errs...)
	}
	return p.tryTexts()
}

func (a API) check() (errs []error) {
	bad := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	needs := map[Kind]struct {
		what string
		has  bool
	}{HTTP: {"paths", len(a.Paths) > 0}, TCP: {"request", a.Request.Set()}, File: {"file", a.File.Set()}, Program: {"command", len(a.Command) > 0}, Log: {"lines", len(a.Lines) > 0}}
	need, known := needs[a.Kind]
	switch {
	case !known:
		bad("api.kind: %.40q is not one of %v", a.Kind, slices.Sorted(maps.Keys(needs)))
	case !need.has:
		bad("api.%s: is missing", need.what)
	}
	switch a.Format {
	case page.JSON, page.Pairs, page.Prometheus:
	default:
		bad("api.format: %.40q is not one of json, pairs, prometheus", a.Format)
	}
	if len(a.Read.Hashrate) == 0 {
		bad("api.read.hashrate: is missing")
	}
	if !a.Read.Accepted.Set() {
		bad("api.read.accepted: is missing: without it nobody knows what is paid")
	}
	return errs
}

// Text is the page as it stands.
func (p *Page) Text() []byte { return p.text }

// Can reports whether the page has a use for a setting, such as HashLimit.
func (p *Page) Can(setting string) bool { return bytes.Contains(p.text, []byte("."+setting)) }

// Ports reports whether the miner listens for who asks it.
func (p *Page) Ports() bool { return p.API.Kind == HTTP || p.API.Kind == TCP || p.API.Kind == Program }

// Usual is an algorithm's usual name; itself if the page has none.
func (p *Page) Usual(algorithm string) string {
	if _, ok := p.Algorithms[algorithm]; ok {
		return algorithm
	}
	for _, usual := range slices.Sorted(maps.Keys(p.Algorithms)) {
		if p.Algorithms[usual] == algorithm {
			return usual
		}
	}
	return algorithm
}

// Known are the usual names of the algorithms that the page knows; none: it takes any.
func (p *Page) Known() []string { return slices.Sorted(maps.Keys(p.Algorithms)) }

// Algorithm is the miner's own name of an algorithm, given by that or by its usual one.
func (p *Page) Algorithm(algorithm string) (string, error) {
	if len(p.Algorithms) == 0 {
		return algorithm, nil
	}
	if own, ok := p.Algorithms[p.Usual(algorithm)]; ok {
		return own, nil
	}
	return "", fmt.Errorf("algorithm %.60q is not one of %s's (known: %s)", algorithm, p.Name, strings.Join(p.Known(), ", "))
}

// Fee is what the miner's author keeps of what is earned, 0 to 1.
func (p *Page) Fee(algorithm string) float64 {
	if fee, ok := p.Fees[p.Usual(algorithm)]; ok {
		return fee
	}
	return p.Fees["default"]
}

// TooOld says why a version is of no use for an algorithm; "" if it is, or nobody knows.
func (p *Page) TooOld(running, algorithm string) string {
	floor, ok := p.Floors[p.Usual(algorithm)]
	if v := version(running); !ok || len(v) == 0 || slices.Compare(v, version(floor.Version)) >= 0 {
		return ""
	}
	return fmt.Sprintf("version %s is older than %s, the first that is of use for %s: %s", plain.Line(running), floor.Version, algorithm, floor.Because)
}

var numbers = regexp.MustCompile(`[0-9]+(?:\.[0-9]+)*`)

// version is the numbers of a version, as in "lolMiner 1.98a": the first that has a dot.
func version(s string) (parts []int) {
	all := numbers.FindAllString(s, 10)
	if len(all) == 0 {
		return nil
	}
	best := all[0]
	for _, v := range all {
		if strings.Contains(v, ".") {
			best = v
			break
		}
	}
	for part := range strings.SplitSeq(best, ".") {
		n, err := strconv.Atoi(part)
		if err != nil {
			return nil
		}
		parts = append(parts, n)
	}
	return parts
}

// Trouble is what a line of the miner's log means; "" if the page does not know it.
func (p *Page) Trouble(line string) string {
	for _, f := range p.Faults {
		if f.Line.MatchString(line) {
			return f.Says
		}
	}
	return ""
}
