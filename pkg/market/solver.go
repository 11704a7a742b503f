package market

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
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
	Kind   string         // gas, bond, reward
	Token  common.Address // what was moved; Ether or a token
	Wei    *big.Int       // in its smallest unit; received above zero, spent below
	Source string         // transaction and what it did
}

// SolverConfig is what a solver needs besides the chain.
type SolverConfig struct {
	Chain    *Chain
	Tx       *txmgr.Manager // nil: watch only, no key is configured
	Secret   [32]byte       // of the account: commitments' salts follow from it
	Attempts AttemptStore
	// Fetch downloads and verifies the bundle, and says what shape its examples have.
	Fetch  func(ctx context.Context, ch *Challenge) (path string, shape dataset.Shape, err error)
	Accept func(ch *Challenge) (obstacle string) // the operator's limits
	Pay    func(Payment) (booked bool)
	// Worth is what a challenge's reward is worth, in wei; nil if that is not
	// known. Without it rewards in ether are what they are.
	Worth  func(ch *Challenge) *big.Int
	Log    *zap.Logger
	Poll   time.Duration
	Margin time.Duration // before the deadline, in which a commit is not begun any more; default 1 s: one that comes too late costs a little gas, one that is not tried the reward
}

// Solver follows one market and carries our attempts through it. One goroutine
// (Run) owns its state; others read published copies.
type Solver struct {
	cfg       SolverConfig
	attempts  map[string]*Attempt
	stored    map[string]Attempt // the attempts as they were last stored
	known     map[uint64]*Challenge
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
	redraws   map[string]redraw // draws that the chain tells of and that we wait to see confirmed
	sweeping  bool              // this look has searched a challenge for forgotten entries
	lastFault string

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
	Challenge *Challenge
	Attempt   Attempt
	Obstacle  string // why it cannot be trained for
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

// NewSolver loads the attempts on this chain.
func NewSolver(cfg SolverConfig) (*Solver, error) {
	if cfg.Poll <= 0 {
		cfg.Poll = 12 * time.Second
	}
	if cfg.Margin <= 0 {
		cfg.Margin = time.Second
	}
	s := &Solver{
		cfg: cfg, attempts: map[string]*Attempt{}, stored: map[string]Attempt{}, known: map[uint64]*Challenge{}, retry: map[string]time.Time{},
		fetching: map[string]bool{}, evidence: map[string]*evidence{}, booked: map[string]bool{}, redraws: map[string]redraw{}, expiring: map[string]uint64{}, stumbles: map[string]string{}, fetched: make(chan fetchResult, 16), trained: make(chan trainedModel, 16),
	}
	all, err := cfg.Attempts.All()
	if err != nil {
		return nil, err
	}
	for _, a := range all {
		if a.Chain == cfg.Chain.Name {
			s.adopt(a)
		}
	}
	s.published = State{Chain: cfg.Chain.Name, Fault: "not looked at yet"}
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
		s.cfg.Chain.Drop()
	}
	s.mu.Lock()
	s.published.Fault = fault
	s.mu.Unlock()
	if (fault == "") != (s.lastFault == "") {
		if fault != "" {
			s.cfg.Log.Warn("market cannot be used; mining goes on", zap.String("chain", s.cfg.Chain.Name), zap.String("fault", fault))
		} else {
			s.cfg.Log.Info("market is back", zap.String("chain", s.cfg.Chain.Name))
		}
	}
	s.lastFault = fault
}

// look reads the market once and lets every attempt take a step.
func (s *Solver) look(ctx context.Context) error {
	head, err := s.cfg.Chain.Audit(ctx)
	s.noteEndpoints()
	if err != nil {
		return err
	}
	ctx = pin(ctx, head)
	s.gasPrice = head.BaseFee
	if err := s.discover(ctx); err != nil {
		return err
	}
	if s.cfg.Tx != nil {
		if err := s.cfg.Tx.Advance(ctx); err != nil {
			return err
		}
		s.book()
	}
	if err := s.cfg.Chain.refresh(ctx, s.changing(head)); err != nil {
		return err
	}
	s.sweeping = false
	var list []Status
	for _, id := range slices.Sorted(maps.Keys(s.known)) {
		ch := s.known[id]
		a := s.attempts[ch.Key()]
		err := s.advance(ctx, a, ch, head)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		copied, shown := *ch, *a
		if s.stumble(a.Key, err); err != nil {
			shown.Reason = err.Error()
		} else if why := s.refused(a.Key); why != "" {
			shown.Reason = why
		}
		list = append(list, Status{Challenge: &copied, Attempt: shown, Obstacle: s.obstacle(a, ch, head)})
	}
	var balance *big.Int
	if s.cfg.Tx != nil {
		if balance, err = s.cfg.Chain.Balance(ctx, s.cfg.Tx.Address()); err != nil {
			return err
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.published.At, s.published.Head = time.Now(), head.Number.Uint64()
	s.published.Balance, s.published.Challenges = balance, list
	s.published.Refusals = s.refusals()
	s.published.GasPrice = new(big.Int)
	if head.BaseFee != nil {
		s.published.GasPrice.Set(head.BaseFee)
	}
	return nil
}

// changing are the challenges that can still change, or of which something is ours.
// One that was not drawn in time only waits for somebody to close it.
func (s *Solver) changing(head *types.Header) (list []*Challenge) {
	for _, id := range slices.Sorted(maps.Keys(s.known)) {
		ch, a := s.known[id], s.attempts[ChallengeKey(s.cfg.Chain.Name, id)]
		missed := Phase(ch.Phase) == PhaseCreated && head.Number.Uint64() > ch.Deadline+reorgBlocks
		if Phase(ch.Phase) != PhaseClosed && !missed || a.HasEntry && !a.Withdrawn {
			list = append(list, ch)
		}
	}
	return list
}

// reorgBlocks is how many blocks a chain may take back.
const reorgBlocks = 64

// refused is a refusal of one of an attempt's transactions, in the node's words, or
// what it has waited for in silence.
func (s *Solver) refused(key string) string {
	if s.cfg.Tx == nil {
		return ""
	}
	for _, r := range s.cfg.Tx.Refusals() {
		if strings.HasPrefix(r.Key, key+"/") {
			return fmt.Sprintf("the node refuses our %s: %s", strings.TrimPrefix(r.Key, key+"/"), r.Words)
		}
	}
	for in, why := range s.cfg.Tx.Silences() {
		if step, ours := strings.CutPrefix(in, key+"/"); ours {
			return fmt.Sprintf("our %s waits: %s", step, why)
		}
	}
	return ""
}

// refusals are all refusals of transactions of this market.
func (s *Solver) refusals() (list []string) {
	if s.cfg.Tx == nil {
		return nil
	}
	for _, r := range s.cfg.Tx.Refusals() {
		if strings.HasPrefix(r.Key, s.cfg.Chain.Name+"/") {
			list = append(list, r.Key+": "+r.Words)
		}
	}
	return list
}

// stumble notes why an attempt's step failed. It is that attempt's alone, and
// tried again later: one challenge, of whatever making, holds no other up.
func (s *Solver) stumble(key string, err error) {
	if err == nil {
		delete(s.stumbles, key)
		return
	}
	s.retry[key] = time.Now().Add(2 * s.cfg.Poll)
	if why := err.Error(); s.stumbles[key] != why {
		s.stumbles[key] = why
		s.cfg.Log.Warn("step failed", zap.String("challenge", key), zap.Error(err))
	}
}

// newAtOnce is how many new challenges one look reads.
const newAtOnce = 256

// discover reads challenges that are new to us.
func (s *Solver) discover(ctx context.Context) error {
	n, err := s.cfg.Chain.ChallengeCount(ctx)
	if err != nil {
		return err
	}
	var fresh []uint64
	for id := uint64(0); id < n && len(fresh) < newAtOnce; id++ {
		if _, ok := s.known[id]; !ok {
			fresh = append(fresh, id)
		}
	}
	read, err := s.cfg.Chain.challenges(ctx, fresh)
	if err != nil {
		return err
	}
	for _, ch := range read {
		id := ch.ID
		s.known[id] = ch
		if _, ok := s.attempts[ch.Key()]; !ok {
			a := Attempt{Key: ch.Key(), Chain: ch.Chain, ID: id, State: Seen, Need: ch.Need(), Points: ch.Points()}
			s.adopt(a)
			if Phase(ch.Phase) != PhaseClosed {
				s.cfg.Log.Info("challenge seen", zap.String("challenge", a.Key), zap.String("reward_wei", ch.Reward.String()),
					zap.Int("need", a.Need), zap.Int("points", a.Points))
			}
		}
	}
	return nil
}

// obstacle says why no device can train for the challenge now.
func (s *Solver) obstacle(a *Attempt, ch *Challenge, head *types.Header) string {
	phase := ch.At(time.Unix(int64(head.Time), 0))
	switch {
	case a.State != Seen && a.State != Training:
		return "attempt is " + string(a.State)
	case ch.Target == "":
		return ErrForeignEvaluator.Error()
	case s.cfg.Tx == nil:
		return "no key is configured for this chain"
	case phase == PhaseCreated:
		return "the hold-out is not drawn yet"
	case phase != PhaseCommit:
		return "phase is " + phase.String()
	case a.Bundle == "":
		if a.Reason != "" {
			return a.Reason
		}
		return "training data is not here yet"
	}
	return ""
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

func (s *Solver) onFetched(r fetchResult) {
	a := s.attempts[r.key]
	delete(s.fetching, r.key)
	if r.err != nil {
		s.retry[r.key] = time.Now().Add(s.cfg.Poll * 5)
		if errors.Is(r.err, dataset.ErrBadBundle) {
			s.retry[r.key] = time.Now().Add(10 * time.Minute)
		}
		if reason := r.err.Error(); a.Reason != reason {
			a.Reason = reason
			s.cfg.Log.Warn("training data", zap.String("challenge", r.key), zap.Error(r.err))
		}
		return
	}
	a.Bundle, a.Shape, a.Reason = r.path, r.shape, ""
	s.logError(s.save(a))
}

func (s *Solver) onTrained(t trainedModel) error {
	a, ok := s.attempts[t.key]
	if !ok || (a.State != Seen && a.State != Training) {
		return nil
	}
	if t.training {
		if a.State == Seen {
			return s.move(a, Training, "")
		}
		return nil
	}
	ch := s.known[a.ID]
	if ch == nil {
		return fmt.Errorf("challenge %s is not read yet", a.Key) // told again after the next look
	}
	hash, err := commitable(ch, t.artifact)
	if err != nil {
		return s.move(a, Abandoned, fmt.Sprintf("the trained model is unusable: %v", err))
	}
	if why := s.hopeless(ch, t); why != "" {
		return s.move(a, Abandoned, why)
	}
	artifact, err := archive(t.artifact, hash)
	if err != nil {
		return err // told again
	}
	a.Artifact, a.ModelHash, a.Salt, a.Validation = artifact, hash[:], s.salt(a.ID, hash), t.validation
	return s.move(a, Ready, fmt.Sprintf("validation accuracy %.4f", t.validation))
}

// hopeless says why a trained model is not worth a commit: what it costs if the
// model fails on the hold-out, the forfeited part of the bond and gas, is more than
// what is won if it does not, each as probable as the validation makes it.
// Where nobody knows what the reward is worth, it must be more probable than not.
func (s *Solver) hopeless(ch *Challenge, t trainedModel) string {
	least := 0.5
	if win := s.worth(ch); win != nil {
		lose := new(big.Int).Rsh(ch.CommitBond(), 1)
		if s.gasPrice != nil {
			lose.Add(lose, new(big.Int).Mul(big.NewInt(gasEntry), s.gasPrice))
		}
		all := new(big.Float).SetInt(win.Add(win, lose))
		if all.Sign() == 0 {
			return ""
		}
		least, _ = new(big.Float).Quo(new(big.Float).SetInt(lose), all).Float64()
	}
	if t.chance > least {
		return ""
	}
	return fmt.Sprintf("validation accuracy %.4f makes it %.1f %% probable to have %d of %d right: a commit would cost more than that is worth", t.validation, 100*t.chance, ch.Need(), ch.Points())
}

// salt hides a model in its commitment. It follows from our secret and from what it
// is for, so that it can be made again when all else is lost.
func (s *Solver) salt(id uint64, modelHash [32]byte) []byte {
	var numbers [16]byte
	binary.BigEndian.PutUint64(numbers[:8], s.cfg.Chain.ID)
	binary.BigEndian.PutUint64(numbers[8:], id)
	return crypto.Keccak256([]byte("gpuarbiter salt 1"), s.cfg.Secret[:], numbers[:], s.cfg.Chain.Market[:], modelHash[:])
}

// archive keeps a model under its hash, where no later training for the same
// challenge writes: its commitment can be opened with just these bytes.
func archive(artifact string, hash [32]byte) (string, error) {
	raw, err := os.ReadFile(artifact)
	if err != nil {
		return "", err
	}
	path := filepath.Join(filepath.Dir(artifact), fmt.Sprintf("%x.gaq", hash[:16]))
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, raw) {
		return path, nil
	}
	err = os.Link(artifact, path) // a trainer replaces files, it does not change them
	if errors.Is(err, fs.ErrExist) {
		err = fmt.Errorf("%s is there already, and is another model", path)
	}
	return path, err
}

// commitable is the hash of a trained model, if it can be evaluated on chain.
func commitable(ch *Challenge, artifact string) ([32]byte, error) {
	raw, err := os.ReadFile(artifact)
	if err != nil {
		return [32]byte{}, err
	}
	n, err := model.Parse(raw)
	if err != nil {
		return [32]byte{}, err
	}
	if !Fits(ch, n) {
		return [32]byte{}, fmt.Errorf("its evaluator cannot evaluate it: %w", model.ErrTooLarge)
	}
	return modelHash(ch.Target, raw)
}

func (s *Solver) logError(err error) {
	if err != nil {
		s.cfg.Log.Error("attempt cannot be stored", zap.Error(err))
	}
}
