// Package xmrigconf is XMRig's config.json, as far as gpuarbiter writes it and
// the built-in miner reads it. Keys are XMRig's own; it ignores those that it
// does not know, and so does Parse, so that the section "gpuarbiter" may stand
// in the same file.
package xmrigconf

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net"
	"os"
	"strconv"
)

// MaxSize is the largest configuration that Read accepts, in bytes.
const MaxSize = 1 << 20

// Config is the whole file.
type Config struct {
	API         API     `json:"api"`
	HTTP        HTTP    `json:"http"`
	Autosave    bool    `json:"autosave"`
	Background  bool    `json:"background"`
	Colors      bool    `json:"colors"`
	CPU         CPU     `json:"cpu"`
	DonateLevel int     `json:"donate-level"` // per cent; XMRig allows no less than 1
	LogFile     *string `json:"log-file"`
	Pools       []Pool  `json:"pools"`
	PrintTime   int     `json:"print-time"`  // seconds between log lines of the rate, 0 none
	Retries     int     `json:"retries"`     //
	RetryPause  int     `json:"retry-pause"` // seconds
	Watch       bool    `json:"watch"`       // reload the file when it changes
	Extra       Extra   `json:"gpuarbiter"`
}

// API names the worker to whoever reads its API.
type API struct {
	ID       *string `json:"id"`
	WorkerID *string `json:"worker-id"`
}

// HTTP is the local API. Restricted allows reading only.
type HTTP struct {
	Enabled     bool    `json:"enabled"`
	Host        string  `json:"host"`
	Port        int     `json:"port"`
	AccessToken *string `json:"access-token"`
	Restricted  bool    `json:"restricted"`
}

// CPU holds XMRig's CPU backend; the profile "*" serves every algorithm.
type CPU struct {
	Enabled   bool    `json:"enabled"`
	HugePages bool    `json:"huge-pages"`
	Yield     bool    `json:"yield"`
	Profile   Profile `json:"*"`
}

// Profile is the number of hashing threads; an affinity of -1 pins none.
type Profile struct {
	Intensity int `json:"intensity"`
	Threads   int `json:"threads"`
	Affinity  int `json:"affinity"`
}

// Pool is one pool; the first enabled one is used.
type Pool struct {
	Algo           *string `json:"algo"`
	Coin           *string `json:"coin"`
	URL            string  `json:"url"` // host:port
	User           string  `json:"user"`
	Pass           string  `json:"pass"`
	RigID          *string `json:"rig-id"`
	Keepalive      bool    `json:"keepalive"`
	Enabled        bool    `json:"enabled"`
	TLS            bool    `json:"tls"`
	TLSFingerprint *string `json:"tls-fingerprint"` // SHA-256 of the certificate, hexadecimal
}

// Extra is what XMRig does not have.
type Extra struct {
	HashLimit float64 `json:"hash-limit"` // hashes per second, 0 none
}

// Parse reads and checks a configuration; every fault is reported at once.
func Parse(data []byte) (Config, error) {
	c := Config{HTTP: HTTP{Host: "127.0.0.1", Restricted: true}, CPU: CPU{Enabled: true}, RetryPause: 5}
	if err := json.Unmarshal(data, &c); err != nil {
		return Config{}, fmt.Errorf("miner configuration: %w", err)
	}
	if err := c.validate(); err != nil {
		return Config{}, fmt.Errorf("miner configuration: %w", err)
	}
	return c, nil
}

// Read parses the file at path.
func Read(path string) (Config, error) {
	info, err := os.Stat(path)
	if err != nil {
		return Config{}, fmt.Errorf("miner configuration: %w", err)
	}
	if info.Size() > MaxSize {
		return Config{}, fmt.Errorf("miner configuration %s: %d bytes, more than %d", path, info.Size(), MaxSize)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return Config{}, fmt.Errorf("miner configuration: %w", err)
	}
	c, err := Parse(data)
	if err != nil {
		return Config{}, fmt.Errorf("%s: %w", path, err)
	}
	return c, nil
}

// ActivePool is the first enabled pool.
func (c Config) ActivePool() (Pool, bool) {
	for _, p := range c.Pools {
		if p.Enabled {
			return p, true
		}
	}
	return Pool{}, false
}

func (c Config) validate() error {
	var errs []error
	bad := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	if c.HTTP.Enabled {
		if c.HTTP.Port < 0 || c.HTTP.Port > math.MaxUint16 {
			bad("http.port: %d is not a port", c.HTTP.Port)
		}
		if ip := net.ParseIP(c.HTTP.Host); ip == nil || !ip.IsLoopback() {
			bad("http.host: %q is not a loopback address", c.HTTP.Host)
		}
	}
	if n := c.CPU.Profile.Threads; n < 0 || n > 1024 {
		bad("cpu.*.threads: %d is not between 0 and 1024", n)
	}
	if c.RetryPause < 1 || c.RetryPause > 3600 {
		bad("retry-pause: %d seconds is not between 1 and 3600", c.RetryPause)
	}
	if c.PrintTime < 0 || c.PrintTime > 86400 {
		bad("print-time: %d seconds is not between 0 and 86400", c.PrintTime)
	}
	if l := c.Extra.HashLimit; l < 0 || l > 1e15 {
		bad("gpuarbiter.hash-limit: %g is not between 0 and 1e15", l)
	}
	p, ok := c.ActivePool()
	if !ok {
		bad("pools: none is enabled")
		return errors.Join(errs...)
	}
	if host, port, err := net.SplitHostPort(p.URL); err != nil {
		bad("pools.url: %w", err)
	} else if n, err := strconv.Atoi(port); host == "" || err != nil || n < 1 || n > math.MaxUint16 {
		bad("pools.url: %q is not host:port", p.URL)
	}
	if p.User == "" {
		bad("pools.user: is empty")
	}
	if !p.TLS && p.TLSFingerprint != nil {
		bad("pools.tls-fingerprint: is set, but tls is off")
	}
	return errors.Join(errs...)
}
