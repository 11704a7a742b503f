// Package miner runs and watches external miners: it builds the command of a
// miner for one device, polls the miner's local API, turns its counters into
// progress and judges whether it is well. It starts no process itself.
package miner

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner/drivers"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner/hive"
	"github.com/gpuarbiter/gpuarbiter/pkg/page"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
)

// Spec is everything that a miner has to know for one device.
type Spec struct {
	Device      string            // GPU UUID
	DeviceIndex int               // for people; the device is addressed by its UUID alone
	Coin        string            // ticker, for people
	Algorithm   string            // the miner's name of the algorithm, such as "argon2/chukwa"
	PoolURL     string            // stratum+tcp://host:port or stratum+ssl://host:port[#SHA-256 of the certificate]
	Wallet      string            // the pool's login
	Password    string            // "x" when empty
	Worker      string            // the rig's name at the pool
	Binary      string            // executable to run
	ExtraArgs   []string          // appended to the command line
	APIPort     int               // of the miner's API on 127.0.0.1
	APIToken    string            // bearer token of that API
	WorkDir     string            // absolute; configuration files go there
	HashLimit   float64           // hashes per second, 0 none
	Threads     int               // hashing threads, 0 means one
	Parameters  map[string]string // what the page asks for beside this
	Log         string            // the path of what it prints
	LogFrom     int64             // where that begins: before it are earlier workers' words
}

// Command is what to start. Nothing secret stands in Argv or Env.
type Command struct {
	Argv  []string
	Env   []string          // NAME=value, added to the environment
	Dir   string            // working directory
	Files map[string][]byte // by name in Dir; to be written with mode 0600 before the start
	Room  *process.Room     // where it runs; nil: on the machine
}

// Stats is one answer of a miner's API.
type Stats struct {
	At                 time.Time
	Hashrate           *float64      // hashes per second, of the shortest window that tells; nil while unknown
	RateOver           time.Duration // what the rate is the mean over: a miner tells none before it has worked that long; 0: not known
	Accepted, Rejected uint64        // shares since the miner started
	AcceptedDifficulty float64       // sum of the difficulty of accepted shares: the hashes they stand for
	ShareDifficulty    float64       // difficulty of the present job, 0 while there is none
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

// ErrUnreadable is an answer of which nothing can be used. Unlike no answer it says that the
// process lives.
var ErrUnreadable = page.ErrUnreadable

// The figures that may be unknown.
const (
	UnknownShares     Unknown = 1 << iota // Accepted and Rejected
	UnknownDifficulty                     // AcceptedDifficulty
	UnknownUptime
)

// Over is s with what it does not know as it was before: a counter that cannot be read
// has not begun anew. Nor has one that goes back while the miner has gone on: some count the
// last lines of a log. Nothing more is counted until it is beyond where it was.
func (s Stats) Over(before Stats) Stats {
	if s.Unknown&UnknownShares != 0 {
		s.Accepted, s.Rejected = before.Accepted, before.Rejected
	}
	if s.Unknown&UnknownDifficulty != 0 {
		s.AcceptedDifficulty = before.AcceptedDifficulty
	}
	if s.Unknown&UnknownUptime != 0 {
		s.Uptime = before.Uptime
	} else if before.Uptime > 0 && s.Uptime >= before.Uptime {
		s.Accepted, s.Rejected = max(s.Accepted, before.Accepted), max(s.Rejected, before.Rejected)
		s.AcceptedDifficulty = max(s.AcceptedDifficulty, before.AcceptedDifficulty)
	}
	return s
}

// Miner is a miner as its page has it. Its methods are safe for concurrent use.
type Miner struct{ Page *drivers.Page }

// Command builds the command line and the configuration of a worker.
func (m Miner) Command(spec Spec) (Command, error) {
	wrap := func(err error) error { return fmt.Errorf("%s for device %s: %w", m.Page.Name, spec.Device, err) }
	if err := spec.Validate(); err != nil {
		return Command{}, wrap(err)
	}
	if spec.HashLimit > 0 && !m.Page.Can("HashLimit") {
		return Command{}, wrap(fmt.Errorf("hash limit %g H/s: %s cannot limit its rate", spec.HashLimit, m.Page.Title))
	}
	vars, err := spec.Vars()
	if err != nil {
		return Command{}, wrap(err)
	}
	if why := m.Page.Pool(vars.Pool.TLS, vars.Pool.Fingerprint != ""); why != "" {
		return Command{}, wrap(errors.New(why))
	}
	args, env, files, err := m.Page.Command(vars)
	if err != nil {
		return Command{}, wrap(err)
	}
	var room *process.Room
	if p := m.Page; p.Package != "" {
		if room, err = hive.Room(p.Package, vars.Pool.HostPort, p.Network == drivers.AnyNetwork); err != nil {
			return Command{}, wrap(err)
		}
	}
	return Command{
		Argv: slices.Concat([]string{spec.Binary}, args, spec.ExtraArgs), Env: append(WorkerEnv(spec), env...), Dir: spec.WorkDir, Files: files, Room: room,
	}, nil
}

// Poll asks a running worker for its counters; ctx may bound it further than its own time-out.
func (m Miner) Poll(ctx context.Context, spec Spec) (Stats, error) {
	vars, err := spec.Vars()
	if err != nil {
		return Stats{}, err
	}
	a, err := m.Page.Ask(ctx, drivers.Place{Vars: vars, Log: spec.Log, LogFrom: spec.LogFrom, Run: process.Output})
	if err != nil {
		return Stats{}, err
	}
	s := statsOf(a)
	s.At = time.Now()
	return s, nil
}

// Vars are what the texts of a page may name.
func (s Spec) Vars() (drivers.Vars, error) {
	v := drivers.Vars{
		Device: s.Device, Coin: s.Coin, Algorithm: s.Algorithm, Wallet: s.Wallet, Password: cmp.Or(s.Password, "x"), Worker: s.Worker,
		APIPort: s.APIPort, APIToken: s.APIToken, WorkDir: s.WorkDir, HashLimit: s.HashLimit, Threads: s.Threads, Parameters: s.Parameters,
	}
	if s.PoolURL == "" {
		return v, nil
	}
	pool, err := config.ParsePool(s.PoolURL)
	if err != nil {
		return v, err
	}
	v.Pool = drivers.Pool{HostPort: pool.HostPort, TLS: pool.TLS, Fingerprint: pool.Fingerprint}
	v.Pool.Host, v.Pool.Port, err = net.SplitHostPort(pool.HostPort)
	return v, err
}

// statsOf is an answer as the verdict on a worker needs it.
func statsOf(a drivers.Answer) Stats {
	s := Stats{
		Hashrate: a.Hashrate, RateOver: a.Over, Rejected: a.Rejected, Algorithm: a.Algorithm, Pool: a.Pool, Version: a.Version, Paused: a.Paused, Fault: a.Fault,
	}
	if a.Accepted != nil {
		s.Accepted = *a.Accepted
	} else {
		s.Unknown |= UnknownShares
	}
	if a.Work != nil {
		s.AcceptedDifficulty = *a.Work
	} else {
		s.Unknown |= UnknownDifficulty
	}
	if a.Difficulty != nil {
		s.ShareDifficulty = *a.Difficulty
	}
	if a.Uptime != nil {
		s.Uptime = *a.Uptime
	} else {
		s.Unknown |= UnknownUptime
	}
	// Where a miner does not say so, one that hashes, or has had shares accepted, counts as
	// connected.
	if s.Connected = s.Accepted > 0 || hashing(s); a.Connected != nil {
		s.Connected = *a.Connected
	}
	return s
}

// FreePort finds a port for a miner's API. Another process may take it before the miner does;
// the miner then fails to start and is started again.
func FreePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
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
