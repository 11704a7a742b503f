// Package solver follows a market and carries our attempts on its challenges through,
// from the first look to the withdrawn reward.
package solver

import (
	"context"
	"errors"
	"math/big"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/player"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
)

// AttemptStore persists attempts.
type AttemptStore interface {
	Put(Attempt) error
	All() ([]Attempt, error)
}

// Payment is money that moved on chain because of an attempt.
type Payment struct {
	ID     string         // the same payment is booked once
	Key    string         // of the challenge
	Kind   string         // gas, bond, reward, bounty
	Token  common.Address // what was moved; Ether or a token
	Wei    *big.Int       // in its smallest unit; received above zero, spent below
	Source string         // transaction and what it did
}

// Config is what a solver needs besides the chain.
type Config struct {
	Market   *market.Market
	Tx       *txmgr.Manager // nil: watch only, no key is configured
	Secret   [32]byte       // of the account: commitments' salts follow from it
	Attempts AttemptStore
	// Fetch downloads and verifies the bundle, and says what shape its examples have.
	Fetch  func(ctx context.Context, ch *market.Challenge) (path string, shape dataset.Shape, err error)
	Accept func(ch *market.Challenge) (obstacle string) // the operator's limits
	// Kept are the files of models that were trained for a challenge, whatever became of them;
	// nil: none is looked for.
	Kept func(key string) []string
	Pay  func(Payment) (booked bool)
	// OwnClaims: only our own claims are defended, and those of others not disputed.
	OwnClaims bool
	// MaxGameBonds is how much wei games against claims of others may have locked at once; nil: there is no bound.
	MaxGameBonds *big.Int
	// Worth is what a challenge's reward is worth, in wei; nil if that is not
	// known. Without it rewards in ether are what they are.
	Worth  func(ch *market.Challenge) *big.Int
	Amiss  func() []string // what is amiss with where blobs are read from; nil: nothing is asked
	Log    *zap.Logger
	Poll   time.Duration
	Margin time.Duration // before the deadline, in which a commit is not begun any more; default 1 s: one that comes too late costs a little gas, one that is not tried the reward
}

// Solver follows one market and carries our attempts through it. One goroutine
// (Run) owns its state; others read published copies.
type Solver struct {
	cfg       Config
	attempts  map[string]*Attempt
	stored    map[string]Attempt // the attempts as they were last stored
	known     map[uint64]*market.Challenge
	retry     map[string]time.Time // steps that failed wait
	fetching  map[string]bool
	fetched   chan fetchResult
	trained   chan trainedModel
	evidence  map[string]*evidence
	gasPrice  *big.Int          // wei, at the latest head
	booked    map[string]bool   // intents whose cost is in the ledger
	stumbles  map[string]string // why a step failed, by attempt
	untold    []trainedModel    // news that could not be stored
	fetches   sync.WaitGroup
	expiring  map[string]uint64 // attempts that seem over, and the head at which they first did
	recalled  map[string]bool   // attempts whose entries of an earlier life have been looked for
	redraws   map[string]redraw // draws that the chain tells of and that we wait to see confirmed
	sweeping  bool              // this look has searched a challenge for forgotten entries
	lastFault string
	player    *player.Player // of disputes; nil: watch only

	mu        sync.Mutex
	published State
}

// State is what the solver last saw.
type State struct {
	Chain      string
	At         time.Time // of the last complete look; zero before the first
	Head       uint64
	Fault      string   // why the market cannot be used now
	Endpoints  []string // what is amiss with single endpoints
	Account    common.Address
	Balance    *big.Int
	GasPrice   *big.Int // wei; what a transaction would pay now
	Refusals   []string // of our transactions, in the nodes' words
	Challenges []Status
}

// Status is a challenge with our attempt on it.
type Status struct {
	Challenge *market.Challenge
	Attempt   Attempt
	Obstacle  string // why it cannot be trained for
	Disputes  player.Standing
}

type fetchResult struct {
	key, path string
	shape     dataset.Shape
	err       error
}

type trainedModel struct {
	key, artifact string
	validation    float64
	chance        float64 // that the hold-out is passed
	training      bool    // only: training has begun
}

// New loads the attempts on this chain.
func New(cfg Config) (*Solver, error) {
	if cfg.Poll <= 0 {
		cfg.Poll = 12 * time.Second
	}
	if cfg.Margin <= 0 {
		cfg.Margin = time.Second
	}
	s := &Solver{
		cfg: cfg, attempts: map[string]*Attempt{}, stored: map[string]Attempt{}, known: map[uint64]*market.Challenge{}, retry: map[string]time.Time{},
		fetching: map[string]bool{}, evidence: map[string]*evidence{}, booked: map[string]bool{}, redraws: map[string]redraw{}, recalled: map[string]bool{}, expiring: map[string]uint64{}, stumbles: map[string]string{}, fetched: make(chan fetchResult, 16), trained: make(chan trainedModel, 16),
	}
	all, err := cfg.Attempts.All()
	if err != nil {
		return nil, err
	}
	for _, a := range all {
		if a.Chain == cfg.Market.Name {
			s.adopt(a)
		}
	}
	if cfg.Tx != nil {
		s.player = player.New(cfg.Market, cfg.Tx, cfg.Log)
		s.player.Collecting, s.player.Dispute, s.player.MaxGameBonds = s.collecting, !cfg.OwnClaims, cfg.MaxGameBonds
		s.player.Stake = s.lost
		s.player.In = func(ch *market.Challenge) bool {
			a := s.attempts[ch.Key()]
			return a != nil && a.HasEntry
		}
	}
	s.published = State{Chain: cfg.Market.Name, Fault: "not looked at yet"}
	if cfg.Tx != nil {
		s.published.Account = cfg.Tx.Address()
	}
	return s, nil
}

// State returns what the solver last saw.
func (s *Solver) State() State {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.published
}

// TrainingBegan notes that a device trains for the challenge.
func (s *Solver) TrainingBegan(ctx context.Context, key string) {
	s.tell(ctx, trainedModel{key: key, training: true})
}

// Trained hands over a finished model; the solver commits to it.
// validation is its accuracy on our own examples, and chance how probable that makes
// it to pass the hold-out.
func (s *Solver) Trained(ctx context.Context, key, artifact string, validation, chance float64) {
	s.tell(ctx, trainedModel{key: key, artifact: artifact, validation: validation, chance: chance})
}

func (s *Solver) tell(ctx context.Context, t trainedModel) {
	select {
	case s.trained <- t:
	case <-ctx.Done():
	}
}

// Run follows the market until ctx ends. A fault of the world is published and
// tried again; it never ends Run.
func (s *Solver) Run(ctx context.Context) {
	ticker := time.NewTicker(s.cfg.Poll)
	defer ticker.Stop()
	defer s.fetches.Wait()
	if s.player != nil {
		s.player.Beside = true
		defer s.player.Close()
	}
	for {
		s.retell()
		s.note(s.look(ctx))
		select {
		case <-ctx.Done():
			return
		case r := <-s.fetched:
			s.onFetched(r)
		case t := <-s.trained:
			s.untold = append(s.untold, t)
		case <-ticker.C:
		}
	}
}

// retell takes in what trainers have told. What cannot be stored is kept: a
// trained model is not lost to a full disk.
func (s *Solver) retell() {
	news := s.untold
	s.untold = nil
	for _, t := range news {
		if err := s.onTrained(t); err != nil {
			s.logError(err)
			s.untold = append(s.untold, t)
		}
	}
}

// note publishes a fault and logs it once, and its end.
func (s *Solver) note(err error) {
	fault := ""
	if err != nil && !errors.Is(err, context.Canceled) {
		fault = err.Error()
		s.cfg.Market.Drop()
	}
	s.mu.Lock()
	s.published.Fault = fault
	s.mu.Unlock()
	if (fault == "") != (s.lastFault == "") {
		if fault != "" {
			s.cfg.Log.Warn("market cannot be used; mining goes on", zap.String("chain", s.cfg.Market.Name), zap.String("fault", fault))
		} else {
			s.cfg.Log.Info("market is back", zap.String("chain", s.cfg.Market.Name))
		}
	}
	s.lastFault = fault
}

// adopt takes an attempt in as it is stored, or as it is before it first is.
func (s *Solver) adopt(a Attempt) {
	s.attempts[a.Key], s.stored[a.Key] = &a, a
}

// save persists an attempt. What cannot be stored has not happened: the attempt
// is again what it was, so that the step is found undone and taken again.
func (s *Solver) save(a *Attempt) error {
	a.Updated = time.Now()
	if err := s.cfg.Attempts.Put(*a); err != nil {
		*a = s.stored[a.Key]
		return err
	}
	s.stored[a.Key] = *a
	return nil
}

// move changes an attempt's state, persists it and says so.
func (s *Solver) move(a *Attempt, to AttemptState, reason string) error {
	from := a.State
	a.State, a.Reason = to, reason
	if err := s.save(a); err != nil {
		return err
	}
	if from != to {
		s.cfg.Log.Info("attempt", zap.String("challenge", a.Key), zap.String("from", string(from)), zap.String("to", string(to)), zap.String("reason", reason))
	}
	return nil
}

func (s *Solver) logError(err error) {
	if err != nil {
		s.cfg.Log.Error("attempt cannot be stored", zap.Error(err))
	}
}
