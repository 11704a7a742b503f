// Package miner runs and watches external miners: it builds the command of a
// miner for one device, polls the miner's local API, turns its counters into
// progress and judges whether it is well. It starts no process itself.
package miner

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"strings"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
)

// Spec is everything that a miner has to know for one device.
type Spec struct {
	Device      string   // GPU UUID
	DeviceIndex int      // for people; the device is addressed by its UUID alone
	Coin        string   // ticker, for people
	Algorithm   string   // the miner's name of the algorithm, such as "argon2/chukwa"
	PoolURL     string   // stratum+tcp://host:port or stratum+ssl://host:port[#SHA-256 of the certificate]
	Wallet      string   // the pool's login
	Password    string   // "x" when empty
	Worker      string   // the rig's name at the pool
	Binary      string   // executable to run
	ExtraArgs   []string // appended to the command line
	APIPort     int      // of the miner's API on 127.0.0.1
	APIToken    string   // bearer token of that API
	WorkDir     string   // absolute; configuration files go there
	HashLimit   float64  // hashes per second, 0 none
	Threads     int      // hashing threads, 0 means one
}

// Command is what to start. Nothing secret stands in Argv or Env.
type Command struct {
	Argv  []string
	Env   []string          // NAME=value, added to the environment
	Dir   string            // working directory
	Files map[string][]byte // by name in Dir; to be written with mode 0600 before the start
}

// Stats is one answer of a miner's API.
type Stats struct {
	At                 time.Time
	Hashrate           *float64    // hashes per second, of the shortest window that tells; nil while unknown
	Rates              [3]*float64 // over 10 s, 60 s and 15 min; nil while unknown
	Accepted, Rejected uint64      // shares since the miner started
	AcceptedDifficulty float64     // sum of the difficulty of accepted shares: the hashes they stand for
	ShareDifficulty    float64     // difficulty of the present job, 0 while there is none
	Uptime             time.Duration
	Algorithm, Pool    string
	Connected          bool // to the pool
	Version            string
	Paused             bool
	Fault              string // why there is no pool, or no accepted share, if the miner says it
	Unknown            Unknown
}

// Unknown are figures that an answer does not have, or not in a form to be believed.
type Unknown uint8

// The figures that may be unknown.
const (
	UnknownShares     Unknown = 1 << iota // Accepted and Rejected
	UnknownDifficulty                     // AcceptedDifficulty
	UnknownUptime
)

// Over is s with what it does not know as it was before: a counter that cannot be read
// has not begun anew.
func (s Stats) Over(before Stats) Stats {
	if s.Unknown&UnknownShares != 0 {
		s.Accepted, s.Rejected = before.Accepted, before.Rejected
	}
	if s.Unknown&UnknownDifficulty != 0 {
		s.AcceptedDifficulty = before.AcceptedDifficulty
	}
	if s.Unknown&UnknownUptime != 0 {
		s.Uptime = before.Uptime
	}
	return s
}

// rateWindows are what Stats.Rates are means over.
var rateWindows = [3]time.Duration{10 * time.Second, time.Minute, 15 * time.Minute}

// Window is what the rate is the mean over: a miner tells none before it has worked that
// long. 0 while there is no rate.
func (s Stats) Window() time.Duration {
	for i, rate := range s.Rates {
		if rate != nil {
			return rateWindows[i]
		}
	}
	return 0
}

// Driver knows one kind of miner. Its methods are safe for concurrent use.
type Driver interface {
	Name() string
	// Command builds the command line and the configuration of a worker.
	Command(Spec) (Command, error)
	// Poll asks a running worker for its counters; ctx may bound it further
	// than the driver's own time-out.
	Poll(ctx context.Context, spec Spec) (Stats, error)
}

// Lookup finds a driver: "xmrig" is an XMRig binary, "builtin" this program's
// own CPU miner, which has the same configuration and API.
func Lookup(name string) (Driver, error) {
	switch name {
	case "xmrig":
		return xmrig{name: name}, nil
	case "builtin":
		return xmrig{name: name, args: []string{"worker", "mine"}, limits: true}, nil
	}
	return nil, fmt.Errorf("miner %q is unknown (known: builtin, xmrig)", name)
}

// WorkerEnv is the environment that pins a worker to its device. The UUID does
// not change when cards are added or swapped, unlike an index.
func WorkerEnv(spec Spec) []string {
	return []string{
		"CUDA_VISIBLE_DEVICES=" + spec.Device,
		"CUDA_DEVICE_ORDER=PCI_BUS_ID",
		"GPUARBITER_ALGORITHM=" + spec.Algorithm,
	}
}

// Validate reports every fault of a spec at once.
func (s Spec) Validate() error {
	var errs []error
	bad := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	for _, f := range []struct{ name, value string }{
		{"device", s.Device}, {"algorithm", s.Algorithm}, {"wallet", s.Wallet},
	} {
		if err := config.Word(f.name, f.value); err != nil {
			errs = append(errs, err)
		}
	}
	if config.Word("api token", s.APIToken) != nil { // it is not shown
		bad("api token: must be printable, without spaces, and not empty")
	}
	if err := config.Word("worker", s.Worker); err != nil && s.Worker != "" {
		errs = append(errs, err)
	}
	if s.Binary == "" || strings.ContainsRune(s.Binary, 0) {
		bad("binary %q: must be a path", s.Binary)
	}
	if !filepath.IsAbs(s.WorkDir) {
		bad("work dir %q: must be absolute", s.WorkDir)
	}
	if s.APIPort < 1 || s.APIPort > math.MaxUint16 {
		bad("api port %d: must be 1 to 65535", s.APIPort)
	}
	if !(s.HashLimit >= 0 && s.HashLimit <= 1e15) {
		bad("hash limit %g H/s: must be 0 to 1e15", s.HashLimit)
	}
	if s.Threads < 0 || s.Threads > 1024 {
		bad("threads %d: must be 0 to 1024", s.Threads)
	}
	if _, err := config.ParsePool(s.PoolURL); err != nil {
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

func decodeJSON(data []byte, v any) error {
	if err := json.Unmarshal(data, v); err != nil {
		return fmt.Errorf("not the expected json: %w", err)
	}
	return nil
}
