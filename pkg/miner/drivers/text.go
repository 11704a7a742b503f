package drivers

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/gpuarbiter/gpuarbiter/pkg/page"
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

// Command is how the miner is started for one device, without the program itself.
func (p *Page) Command(v Vars) (args, env []string, files map[string][]byte, err error) {
	if v.Algorithm, err = p.Algorithm(v.Algorithm); err != nil {
		return nil, nil, nil, err
	}
	for _, g := range p.Args {
		all, err := g.Render(v)
		if err != nil {
			return nil, nil, nil, fmt.Errorf("args: %w", err)
		}
		args = append(args, all...)
	}
	for _, k := range slices.Sorted(maps.Keys(p.Env)) {
		s, err := p.Env[k].Render(v)
		if err != nil {
			return nil, nil, nil, fmt.Errorf("env: %s: %w", k, err)
		}
		env = append(env, k+"="+s)
	}
	files = map[string][]byte{}
	for k, t := range p.Files {
		s, err := t.Render(v)
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
	for _, t := range append(slices.Collect(maps.Values(p.API.Headers)), slices.Concat(p.API.Paths, p.API.Command, []page.Text{p.API.Request, p.API.File})...) {
		if _, err := t.Render(v); err != nil {
			return fmt.Errorf("api: %w", err)
		}
	}
	return nil
}
