package workers

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"sync"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner/drivers"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
)

// Mining is the operator's mining policy; Set replaces it on a reload, for
// workers that start afterwards.
type Mining struct {
	try   func(ctx context.Context, cfg config.Mining, c config.Coin) error // a pool; nil: they are not tried
	tries sync.WaitGroup

	mu     sync.Mutex
	cfg    config.Mining
	absent map[string]*absence // pools, by their addresses
}

// NewMining holds a mining policy.
func NewMining(cfg config.Mining) *Mining {
	return &Mining{cfg: cfg, try: func(ctx context.Context, cfg config.Mining, c config.Coin) error {
		_, err := TryPool(ctx, cfg, c)
		return err
	}}
}

// Set replaces the policy.
func (m *Mining) Set(cfg config.Mining) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.cfg = cfg
}

func (m *Mining) coin(name string) (config.Mining, config.Coin, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, c := range m.cfg.Coins {
		if c.Name == name {
			return m.cfg, m.pooled(c, time.Now()), nil
		}
	}
	return m.cfg, config.Coin{}, fmt.Errorf("coin %q is not in the configuration", name)
}

// historyLen bounds what is remembered of a miner for the verdict on it.
const historyLen = 1000

// minerWorker is a running miner.
type minerWorker struct {
	*process.Worker
	page  *drivers.Page
	poll  func(context.Context, miner.Spec) (miner.Stats, error)
	spec  miner.Spec
	scale float64
	// what the program says of itself, where its API does not; "": nothing
	version string
	// what its device ought to do, in its own hashes per second; 0: nobody knows
	expected float64
	pool     *settlement // nil: the pool is not asked
	limits   miner.Limits
	device   func(context.Context) miner.Device // what it is seen to do; nil: nobody looks

	mu         sync.Mutex // Report is called by one goroutine, but costs nothing to guard
	history    miner.History
	last       miner.Stats
	lower      uint64    // shares, as they were told last
	lowerSince time.Time // since when these are fewer than they were, and only grow

	ahead  float64 // difficulty that was booked while the miner's counter could not be read
	hashed float64 // by its rate, since shares were accepted last, where it tells no difficulty

	connected bool // once, at least

	instead  func() string    // why it is not at its coin's first pool; nil: it is
	away     func(why string) // says that its pool does not serve
	poolless time.Time        // since when it has no pool, or none that pays

	listener func() error // who listens at its API's port; nil: nobody looks
	trusted  bool         // it was the worker, and has answered ever since
}

func (l miners) Launch(ctx context.Context, d gpu.Device, name string) (scheduler.Worker, error) {
	cfg, coin, err := l.Mining.coin(name)
	if err == nil && len(coin.Pools) > 0 { // it begins where it is let in
		l.findPool(ctx, d, name)
		cfg, coin, err = l.Mining.coin(name)
	}
	if err != nil {
		return nil, err
	}
	page, err := cfg.Page(coin.Miner)
	if err != nil {
		return nil, err
	}
	program := miner.Miner{Page: page}
	dir, env, err := l.home(d, coin.Miner)
	if err != nil {
		return nil, err
	}
	spec, err := l.minerSpec(d, cfg, coin, page, dir)
	if err != nil {
		return nil, err
	}
	spec.Log = filepath.Join(dir, "log")
	spec.LogFrom = logged(spec.Log)
	command, err := program.Command(spec)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	for file, content := range command.Files {
		if err := writeFile(filepath.Join(command.Dir, file), content); err != nil {
			return nil, err
		}
	}
	env = baseEnv(append(env, command.Env...)...)
	start := process.Spec{
		Argv: command.Argv, Env: env, Dir: command.Dir, Grace: cfg.Grace, ReadPaths: append(pathsIn(env, coin.Args), coin.ReadPaths...),
		LogPath: spec.Log, LogStdout: true, Owner: l.Owner, Room: command.Room,
	}
	version := l.askVersion(ctx, page, coin.Algorithm, start)
	w, err := process.Start(ctx, l.Process, start)
	if err != nil {
		return nil, err
	}
	limits, model := miner.NewLimits(), modelOf(coin, d)
	limits.Warmup = cfg.Warmup
	worker := &minerWorker{
		Worker: w, page: page, poll: program.Poll, spec: spec, scale: max(model.HashScale, 1e-12), pool: settlementOf(coin, spec, dir),
		version: version, limits: limits, history: miner.History{Started: time.Now()}, device: l.look(d, model.Watts),
	}
	worker.expected = model.HashesPerSecond / worker.scale
	worker.instead = func() string { return l.Mining.instead(coin) }
	worker.away = func(why string) { l.Mining.away(coin.Name, coin.Pool, why) }
	if page.Ports() {
		worker.listener = func() error { return w.CheckListener(spec.APIPort) }
	}
	return worker, nil
}

// modelOf is how the device's model does on the coin. Of one that is not configured nothing is
// known; a hash of its miner is a hash.
func modelOf(coin config.Coin, d gpu.Device) config.CoinModel {
	if m, ok := coin.Model(d.Model); ok {
		return m
	}
	return config.CoinModel{HashScale: 1}
}

// look is how one sees whether a device computes: by its utilisation, or by its power
// where that is not known.
func (l *Launcher) look(d gpu.Device, watts float64) func(context.Context) miner.Device {
	if l.Read == nil {
		return nil
	}
	return func(ctx context.Context) miner.Device {
		r, err := l.Read(ctx, d.UUID)
		if err != nil {
			return miner.DeviceUnknown
		}
		return doing(r, watts)
	}
}

// doing is what a reading tells of the device; watts are what its workload ought to draw.
func doing(r gpu.Reading, watts float64) miner.Device {
	computes := false
	switch {
	case r.Utilisation != nil:
		computes = *r.Utilisation >= 0.5
	case r.Power != nil && watts > 0:
		computes = float64(*r.Power) >= watts/2
	default:
		return miner.DeviceUnknown
	}
	if computes {
		return miner.DeviceComputes
	}
	return miner.DeviceIdles
}

// Report polls the miner, and the pool where it has an API: what the pool
// accepted is what will be paid.
func (w *minerWorker) Report(ctx context.Context) scheduler.Report {
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	w.mu.Lock()
	defer w.mu.Unlock()
	stats, err := w.poll(ctx, w.spec)
	if err = w.trust(err); err != nil {
		stats = miner.Stats{}
	}
	now := time.Now()
	var delta miner.Delta
	doubt := ""
	if err == nil {
		stats, doubt = miner.Believe(stats, w.expected)
		stats = w.steady(stats, now)
		delta = miner.Progress(w.last, stats)
		w.last = stats
		if w.history.Refused += delta.Rejected; delta.Accepted > 0 {
			w.history.Refused = 0
		}
		w.history.Promise = w.history.Promise.Add(now, delta.Elapsed, stats, delta.Accepted, delta.Rejected)
	}
	w.history.Polls = append(w.history.Polls, miner.Poll{At: now, Stats: stats, Err: err})
	if n := len(w.history.Polls) - historyLen; n > 0 {
		w.history.Polls = w.history.Polls[n:]
	}
	verdict := w.diagnose(ctx, now)
	r := scheduler.Report{At: now, State: verdict.State.String(), Reason: verdict.Reason}
	if verdict.State == miner.Hung {
		if says := w.trouble(); says != "" {
			r.Reason += "; its log says: " + says
		}
	}
	if err != nil {
		return r
	}
	if doubt != "" {
		r.Reason = doubt
	}
	r.Accepted, r.Rejected, r.Hashes = delta.Accepted, delta.Rejected, w.worth(stats, delta)*w.scale
	if r.Fault = w.poolFault(stats, now); r.Fault != "" && stats.Connected {
		r.Unpaid = w.history.Promise.Since
	}
	r.Everywhere = r.Fault != "" && w.history.Refused == 0 // refused shares may be the device's
	w.failOver(r.Fault, now)
	if w.instead != nil && r.Fault == "" {
		if why := w.instead(); why != "" {
			r.Reason = why
		}
	}
	if stats.Hashrate != nil {
		r.Hashrate = *stats.Hashrate * w.scale
		r.Lag = min(stats.RateOver, now.Sub(w.history.Started))
	}
	if w.pool != nil {
		r.Hashes = w.pool.settle(ctx, now, r.Hashes/w.scale) * w.scale
		if r.Reason == "" {
			r.Reason = w.pool.why
		}
	}
	return r
}

// lowerFor is how long shares have to stay below what they were, and only grow, before they count as
// begun anew: some packages start their miner again by themselves, and their clock goes on.
const lowerFor = 10 * time.Minute

// steady is the answer with counters that do not go back, except where they have begun anew.
func (w *minerWorker) steady(s miner.Stats, now time.Time) miner.Stats {
	over := s.Over(w.last)
	switch {
	case s.Unknown&miner.UnknownShares != 0 || s.Accepted >= over.Accepted:
		w.lowerSince = time.Time{}
	case w.lowerSince.IsZero() || s.Accepted < w.lower:
		w.lowerSince = now
	case now.Sub(w.lowerSince) >= lowerFor:
		w.lowerSince = time.Time{}
		w.last.Accepted, w.last.Rejected, w.last.AcceptedDifficulty = s.Accepted, s.Rejected, min(w.last.AcceptedDifficulty, s.AcceptedDifficulty)
		over = s.Over(w.last)
	}
	w.lower = s.Accepted
	return over
}

// failOver gives up a pool that has not served for a while.
func (w *minerWorker) failOver(fault string, now time.Time) {
	switch {
	case fault == "":
		w.poolless = time.Time{}
	case w.poolless.IsZero():
		w.poolless = now
	case w.away != nil && now.Sub(w.poolless) >= failAfter:
		w.away(fault)
	}
}

// trust believes an answer only of who is known to be the worker: its port was free before it
// took it, and others may have been faster.
func (w *minerWorker) trust(err error) error {
	if err != nil || w.trusted || w.listener == nil {
		w.trusted = w.trusted && err == nil
		return err
	}
	if err := w.listener(); err != nil {
		return err
	}
	w.trusted = true
	return nil
}

// diagnose looks at the device before it calls a worker hung: the device knows.
func (w *minerWorker) diagnose(ctx context.Context, now time.Time) miner.Verdict {
	w.history.Device = miner.DeviceUnknown
	verdict := miner.Diagnose(w.history, now, w.limits)
	unread := verdict.State == miner.OK && w.history.Polls[len(w.history.Polls)-1].Err != nil
	if w.device != nil && (verdict.State == miner.Hung || unread) {
		w.history.Device = w.device(ctx)
		verdict = miner.Diagnose(w.history, now, w.limits)
	}
	return verdict
}

// worth is the difficulty that accepted shares stand for. While the miner's own count
// of it cannot be read it is what the present job says, which the count makes up for
// once it is back.
func (w *minerWorker) worth(s miner.Stats, d miner.Delta) float64 {
	if s.Unknown&miner.UnknownDifficulty != 0 {
		guess := float64(d.Accepted) * s.ShareDifficulty
		if s.ShareDifficulty == 0 {
			guess = w.integrate(s, d)
		}
		w.ahead += guess
		return guess
	}
	if d.Restarted {
		w.ahead = 0
	}
	booked := max(d.AcceptedDifficulty-w.ahead, 0)
	w.ahead = max(w.ahead-d.AcceptedDifficulty, 0)
	return booked
}

// integrate is what accepted shares stand for where the miner tells no difficulty: what it
// has hashed since the last ones, less the part that was refused. It is never more than was
// hashed, and nothing while no share is accepted.
func (w *minerWorker) integrate(s miner.Stats, d miner.Delta) float64 {
	if s.Hashrate != nil && s.Connected && !s.Paused {
		w.hashed += *s.Hashrate * min(d.Elapsed, integrateGap).Seconds()
	}
	all := d.Accepted + d.Rejected
	if all == 0 {
		return 0
	}
	hashed := w.hashed
	w.hashed = 0
	return hashed * float64(d.Accepted) / float64(all)
}

// integrateGap is between two answers, beyond which nobody knows what was done.
const integrateGap = time.Minute

// loginPatience is how long after its start a miner may be without a pool.
const loginPatience = 5 * time.Second

// poolFault says that the miner has no pool, or none that takes its shares, and why as
// far as the miner says it; "" if it has one, or has had no time to find it.
func (w *minerWorker) poolFault(s miner.Stats, now time.Time) string {
	w.connected = w.connected || s.Connected
	broken := ""
	if now.Sub(w.history.Started) >= w.limits.Warmup {
		broken = w.history.Promise.Broken(now, w.limits.Drought)
	}
	fault := "no connection to pool " + w.spec.PoolURL
	old := w.page.TooOld(cmp.Or(s.Version, w.version), w.spec.Algorithm)
	switch {
	case old != "":
		return w.page.Title + " " + old
	case w.limits.Refused > 0 && w.history.Refused >= w.limits.Refused:
		fault = fmt.Sprintf("pool %s refuses every share (%d in a row)", w.spec.PoolURL, w.history.Refused)
	case broken != "":
		fault = fmt.Sprintf("pool %s does not pay: %s", w.spec.PoolURL, broken)
	case s.Connected || !w.connected && now.Sub(w.history.Started) < loginPatience:
		return ""
	}
	if why := s.Fault; why != "" {
		fault += ": " + why
	} else if why = w.trouble(); why != "" {
		fault += "; its log says: " + why
	}
	return fault
}

// trouble is the last line of its log that tells of one, in the words of its page where the
// page knows it.
func (w *minerWorker) trouble() string {
	line := lastTrouble(w.spec.Log, w.spec.LogFrom, w.page.Trouble)
	if says := w.page.Trouble(line); says != "" {
		return says + " (" + line + ")"
	}
	return line
}

// settlementOf is where the coin's pool says what it has accepted; nil if it is not asked.
func settlementOf(coin config.Coin, spec miner.Spec, dir string) *settlement {
	if coin.PoolAPI == "" {
		return nil
	}
	api := miner.PoolAPI{Kind: coin.PoolAPIType, URL: coin.PoolAPI.Reveal(), Wallet: spec.Wallet, Worker: spec.Worker}
	// Another pool, wallet or name is another account, which begins anew.
	name := sha256.Sum256(fmt.Appendf(nil, "%q", []string{api.Kind, api.URL, api.Wallet, api.Worker}))
	// Beside the worker's folder, where it cannot write.
	s := &settlement{api: api, path: filepath.Join(filepath.Dir(dir), "settled-"+hex.EncodeToString(name[:6])+".json")}
	s.resume()
	return s
}

// Ended restarts a miner whatever its reason was.
func (w *minerWorker) Ended() scheduler.Ended {
	reason := "miner ended: " + w.Exit().String()
	if why := w.trouble(); why != "" {
		reason += "; its log says: " + why
	}
	return scheduler.Ended{Restart: true, Reason: reason}
}
