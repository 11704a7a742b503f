package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/coreos/go-systemd/v22/daemon"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/homeassistant"
	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/feed"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/workers"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
	"github.com/gpuarbiter/gpuarbiter/pkg/work"
)

// App is the daemon.
type App struct {
	version   string
	path      string // of the configuration
	dry       bool
	log       *zap.Logger
	level     zap.AtomicLevel
	started   time.Time
	store     *store.Store
	source    *lazySource
	markets   *markets
	world     *world
	launcher  *workers.Launcher
	signaller *signaller // nil: there is no curtailment
	landlord  *landlord  // nil: nothing is let
	loop      *scheduler.Loop
	beats     chan struct{} // of the loop, on their way to systemd
	stops     stopStack
	stuck     atomic.Bool // processes of an earlier daemon could not be ended

	mu          sync.Mutex
	cfg         *config.Config
	loaded      time.Time
	configFault string
	warnings    []string
}

// stopStack undoes what was started, in the opposite order.
type stopStack []struct {
	name string
	stop func() error
}

func (s *stopStack) push(name string, stop func() error) {
	*s = append(*s, struct {
		name string
		stop func() error
	}{name, stop})
}

func (s *stopStack) unwind(log *zap.Logger) {
	for i := len(*s) - 1; i >= 0; i-- {
		if err := (*s)[i].stop(); err != nil && !errors.Is(err, net.ErrClosed) {
			log.Warn("stop", zap.String("part", (*s)[i].name), zap.Error(err))
		}
	}
	*s = nil
}

// Owner is the id by which workers of a state directory are found.
func Owner(stateDir string) string {
	real, err := filepath.EvalSymlinks(stateDir)
	if err != nil {
		real = stateDir
	}
	sum := sha256.Sum256([]byte(real))
	return hex.EncodeToString(sum[:8])
}

// oldWorkersGrace is how long workers of a daemon that was killed may take to
// write their checkpoints before they are killed.
const oldWorkersGrace = 5 * time.Second

// New opens everything that can be wrong at once: store, key, addresses. What
// fails here is a static fault; faults of the world come and go while it runs.
//
// In a dry run it decides and records, and acts on nothing: no worker, no limit,
// no transaction.
func New(ctx context.Context, version, path string, cfg *config.Config, dry bool, log *zap.Logger, level zap.AtomicLevel) (_ *App, err error) {
	a := &App{version: version, path: path, dry: dry, log: log, level: level, started: time.Now(), beats: make(chan struct{}, 1), cfg: cfg, loaded: time.Now()}
	defer func() {
		if err != nil {
			a.stops.unwind(log)
		}
	}()
	if err := os.MkdirAll(cfg.StateDir, 0o700); err != nil {
		return nil, hint(fmt.Errorf("state_dir: %w", err), "name a folder that this user can write to")
	}
	if info, err := os.Stat(cfg.StateDir); err == nil && info.Mode().Perm()&0o002 != 0 {
		return nil, hint(fmt.Errorf("state_dir %s: everybody can write to it (mode %04o)", cfg.StateDir, info.Mode().Perm()), "chmod 700 %s", cfg.StateDir)
	}
	a.store, err = openStore(cfg.StateDir, a.version, log)
	if errors.Is(err, store.ErrLocked) {
		return nil, hint(err, "another gpuarbiter runs on state_dir %s; stop it first, or use another state_dir", cfg.StateDir)
	}
	if errors.Is(err, store.ErrNewer) {
		return nil, hint(err, "install that version again, or start with the copy that it took before: docs/OPERATIONS.md, Backup")
	}
	if err != nil {
		return nil, hint(err, "state_dir must be writable and its database intact; if there is a backup, put it there: docs/OPERATIONS.md, Backup")
	}
	a.stops.push("store", a.store.Close)
	var key txmgr.Signer // none: challenges are only watched
	if !dry {
		if key, err = OpenSigner(cfg.Wallet); err != nil {
			return nil, err
		}
	}
	// The lock is ours: whatever workers are left belong to a daemon that is dead.
	left, err := process.WaitGone(ctx, Owner(cfg.StateDir), oldWorkersGrace)
	if err != nil {
		return nil, err
	}
	if len(left) > 0 {
		a.stuck.Store(true)
		log.Error("processes of an earlier daemon cannot be ended; their devices stay without work until they are gone", zap.Ints("pids", left))
	}
	if err := removeTemporary(cfg.StateDir); err != nil {
		log.Warn("temporary files of an earlier daemon are not removed", zap.Error(err))
	}
	if err := a.wire(ctx, key); err != nil {
		return nil, err
	}
	return a, a.listen()
}

// wire connects the parts; nothing runs yet.
func (a *App) wire(ctx context.Context, key txmgr.Signer) error {
	cfg := a.cfg
	self, err := os.Executable()
	if err != nil {
		return err
	}
	quotes := feed.New(time.Now)
	recallQuotes(quotes, a.store, a.log)
	a.markets = &markets{ctx: ctx, archive: blobArchive(cfg.StateDir), senders: map[uint64]*txmgr.Manager{}, lags: map[string]time.Duration{}, bundles: &bundles{
		stateDir: cfg.StateDir, now: time.Now, budget: func() int64 { return a.config().StateMax },
	}}
	for _, c := range cfg.Chains {
		if c.Market == "" {
			a.warn("chains.%s has no market: its challenges are not followed", c.Name)
			continue
		}
		s, err := a.markets.newSolver(c, key, a.store, quotes, a.log)
		if err != nil {
			return err
		}
		a.markets.solvers = append(a.markets.solvers, s)
	}
	training := workers.NewTraining(cfg.Training, cfg.StateDir, a.markets, a.log)
	training.Learned = func(key string, r profit.Residual) {
		if err := a.store.Put(store.Residuals, key, r); err != nil {
			a.log.Warn("the work that training took is not stored", zap.Error(err))
		}
	}
	book := learned.New(a.store)
	others := work.Open(cfg.Work)
	a.world = &world{
		residuals: a.residuals, learned: book, others: others, feed: quotes, markets: a.markets.states, progress: training.Progress, network: training.Network, cfg: cfg,
	}
	training.Worth, training.Networks, training.Pace = a.world.leaves, &book.Networks, book.Pace
	a.source = &lazySource{helper: cfg.Devices.Helper, events: make(chan gpu.Event, 64), open: func(ctx context.Context) (deviceSource, error) {
		return OpenDevices(ctx, cfg, a.log)
	}}
	a.stops.push("devices", a.source.Close)
	a.launcher = &workers.Launcher{
		Process: process.Config{Log: a.log, Hidden: func() []string { return hidden(a.path, a.config()) }}, Owner: Owner(cfg.StateDir), StateDir: cfg.StateDir, Self: self,
		Mining: workers.NewMining(cfg.Mining), Training: training, Programs: others.Programs(), Log: a.log, Read: a.source.Read,
	}
	exclude := map[gpu.UUID]bool{}
	for _, id := range cfg.Devices.Exclude {
		exclude[gpu.UUID(id)] = true
	}
	known, err := a.knownDevices()
	if err != nil {
		return err
	}
	switched, err := a.switched()
	if err != nil {
		a.log.Warn("switches of the last day", zap.Error(err))
	}
	var off *scheduler.Curtailment
	off, a.signaller = curtailmentOf(cfg.Curtailment, cfg.Electricity.Timezone, a.log)
	var contract func(gpu.UUID) (decide.Contract, bool)
	if a.landlord = newLandlord(cfg.Rent, a.world, a.store, a.dry, a.log); a.landlord != nil {
		a.landlord.view, a.world.landlord, a.launcher.Hosts, contract = a.View, a.landlord, a.landlord, a.landlord.Contract
	}
	a.loop = scheduler.New(scheduler.Config{
		Curtailment: off, Contract: contract,
		Expected: cfg.Devices.Expected, Known: known, Switched: switched, Left: a.left,
		Source: a.source, Launcher: a.launcher, World: a.world, Store: a.store, Learned: book, Log: a.log,
		Tick: cfg.Policy.Tick, LedgerEvery: cfg.Policy.LedgerEvery, DrainTimeout: cfg.Policy.DrainTimeout,
		DrainMemoryBytes: cfg.Policy.DrainMemoryBytes, Exclude: exclude,
		StopTimeout: max(cfg.Mining.Grace, cfg.Training.Grace, a.landlord.drain(), others.Drain()) + 15*time.Second,
		Alive:       a.beat, AliveEvery: watchdogEvery(), DryRun: a.dry,
		SignalEvery: cfg.Policy.SignalEvery, RecordEvery: cfg.Policy.RecordEvery,
		Record: (&recorder{dir: filepath.Join(cfg.StateDir, "record"), log: a.log, signalEvery: cfg.Policy.SignalEvery}).record,
	}, PolicyOf(cfg))
	if a.dry {
		a.warn("this is a dry run: decisions are made and recorded, and nothing is done; gpuarbiter explain says what would be")
	}
	if lack := process.Unconfined(); lack != "" {
		a.warn("workers are not fully confined: %s", lack)
	}
	return nil
}

// knownDevices are those that an earlier daemon found.
func (a *App) knownDevices() (map[gpu.UUID]scheduler.Known, error) {
	known := map[gpu.UUID]scheduler.Known{}
	err := store.Each(a.store, store.Devices, func(id string, k scheduler.Known) error {
		known[gpu.UUID(id)] = k
		return nil
	})
	return known, err
}

// switched are when an earlier daemon had devices switch, within a day.
func (a *App) switched() (map[gpu.UUID][]time.Time, error) {
	all, since := map[gpu.UUID][]time.Time{}, time.Now().Add(-24*time.Hour)
	err := store.Each(a.store, store.Decisions, func(_ string, r scheduler.Record) error {
		for _, d := range r.Plan.Decisions {
			if d.Switch && r.Plan.At.After(since) {
				all[gpu.UUID(d.Device)] = append(all[gpu.UUID(d.Device)], r.Plan.At)
			}
		}
		return nil
	})
	return all, err
}

// left says what of an earlier daemon still has a device. Only after a start that found such
// processes is the process table asked.
func (a *App) left(id gpu.UUID) string {
	if !a.stuck.Load() {
		return ""
	}
	return process.Left(Owner(a.cfg.StateDir), string(id))
}

func (a *App) warn(format string, args ...any) {
	msg := fmt.Sprintf(format, args...)
	a.warnings = append(a.warnings, msg)
	a.log.Warn(msg)
}

// Run runs until ctx ends and everything has stopped.
func (a *App) Run(ctx context.Context) error {
	defer a.stops.unwind(a.log)
	a.markets.ctx = ctx
	var wg sync.WaitGroup
	for _, s := range a.markets.solvers {
		wg.Go(func() { s.Run(ctx) })
	}
	for _, b := range a.markets.blobs {
		wg.Go(func() { b.run(ctx) })
	}
	go a.passBeats(ctx)
	if !a.dry {
		wg.Go(func() { (&cleaner{a.cfg.StateDir, a.markets.states, a.log}).run(ctx) })
	}
	wg.Go(func() { keepSnapshots(ctx, a.store, a.cfg.StateDir, a.version, a.log) })
	wg.Go(func() { rollUp(ctx, a.store, a.log) })
	if a.signaller != nil {
		wg.Go(func() { a.signaller.run(ctx) })
	}
	if a.landlord != nil {
		wg.Go(func() { a.landlord.run(ctx) })
	}
	if h := a.cfg.HomeAssistant; len(h.Brokers) > 0 {
		fault := func(err error) { a.log.Warn("home_assistant.password_file", zap.Error(err)) }
		publisher := homeassistant.New(homeassistant.Config{
			Options: brokersOf(h.Brokers, h.Username, h.PasswordFile, fault), Prefix: h.Prefix, Topic: h.Topic, Rig: a.Facts().Rig, Every: h.Every,
		}, func() httpapi.Status { return httpapi.StatusOf(a) }, a.log)
		wg.Go(func() { publisher.Run(ctx) })
	}
	if !a.dry {
		wg.Go(func() { rememberQuotes(ctx, a.world.feed, a.store, a.log) })
	}
	wg.Go(func() { a.world.feed.Run(ctx, a.config().Sources, a.log) })
	if a.landlord != nil && !a.dry {
		if known, err := a.knownDevices(); err == nil {
			a.landlord.tidy(ctx, known, a.log)
		}
	}
	notify(daemon.SdNotifyReady)
	a.log.Info("gpuarbiter runs", zap.String("version", a.version), zap.String("state_dir", a.cfg.StateDir), zap.String("http", a.cfg.HTTP.Listen))
	a.loop.Run(ctx)
	notify(daemon.SdNotifyStopping)
	wg.Wait()
	a.log.Info("gpuarbiter has stopped")
	return nil
}

func (a *App) config() *config.Config {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.cfg
}
