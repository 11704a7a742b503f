package app

import (
	"context"
	"fmt"
	"math/big"
	"path/filepath"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/beacon"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/feed"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/workers"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// intentStore and attemptStore keep their records in the store.
type (
	intentStore  struct{ *store.Store }
	attemptStore struct{ *store.Store }
)

func (s intentStore) Put(in txmgr.Intent) error {
	return s.Store.Put(store.Intents, fmt.Sprintf("%d/%s/%s", in.ChainID, in.From, in.Key), in)
}

func (s intentStore) All() ([]txmgr.Intent, error) {
	return store.All[txmgr.Intent](s.Store, store.Intents)
}

func (s attemptStore) Put(a solver.Attempt) error { return s.Store.Put(store.Attempts, a.Key, a) }

func (s attemptStore) All() ([]solver.Attempt, error) {
	return store.All[solver.Attempt](s.Store, store.Attempts)
}

// markets are the solvers of all chains.
type markets struct {
	ctx     context.Context
	solvers []*solver.Solver
	senders map[uint64]*txmgr.Manager // by chain id
	lags    map[string]time.Duration  // from a trained model to its commit, by chain
	bundles *bundles
	archive *beacon.Archive // of blobs
	blobs   []blobReader
}

func (m *markets) states() []solver.State {
	var all []solver.State
	for _, s := range m.solvers {
		all = append(all, s.State())
	}
	return all
}

func (m *markets) find(key string) (*solver.Solver, solver.Status, error) {
	for _, s := range m.solvers {
		state := s.State()
		if !strings.HasPrefix(key, state.Chain+"/") {
			continue
		}
		for _, c := range state.Challenges {
			if c.Challenge.Key() == key {
				return s, c, nil
			}
		}
		return s, solver.Status{}, fmt.Errorf("challenge %s is not known yet", key)
	}
	return nil, solver.Status{}, fmt.Errorf("challenge %s is on no configured chain", key)
}

// Task implements workers.Market.
func (m *markets) Task(key string) (workers.Task, error) {
	_, status, err := m.find(key)
	if err != nil {
		return workers.Task{}, err
	}
	t := task(status)
	if ch := status.Challenge; market.Phase(ch.Phase) == market.PhaseCommit {
		window := time.Duration(ch.Terms.CommitWindow) * time.Second
		t.Deadline = ch.DeadlineTime().Add(-m.lags[ch.Chain] - min(window/8, handIn))
	}
	return t, nil
}

// handIn is how long a model that is trained may take to be checked and handed in,
// on a busy machine; less where the whole window is short.
const handIn = 5 * time.Minute

// TrainingBegan implements workers.Market.
func (m *markets) TrainingBegan(key string) {
	if s, _, err := m.find(key); err == nil {
		s.TrainingBegan(m.ctx, key)
	}
}

// Trained implements workers.Market.
func (m *markets) Trained(key, artifact string, validation, chance float64) {
	for _, s := range m.solvers {
		if strings.HasPrefix(key, s.State().Chain+"/") {
			s.Trained(m.ctx, key, artifact, validation, chance)
		}
	}
}

// MarketOf describes a configured chain and its market.
func MarketOf(c config.Chain) *market.Market { return marketOf(c, blobs(c, nil)) }

// marketOf is a market whose blobs a client reads; nil: nobody.
func marketOf(c config.Chain, reader *beacon.Client) *market.Market {
	m := market.New(c.Name, c.ID, revealed(c.RPC), common.HexToAddress(c.Market))
	if reader != nil {
		m.Blobs = reader
	}
	return m
}

// TxOptions are a chain's limits for transactions, and who is told of refusals.
func TxOptions(c config.Chain, refused func(txmgr.Refusal)) txmgr.Options {
	return txmgr.Options{Confirmations: c.Confirmations, MaxFeePerGas: weiOf(c.MaxFeeGwei, 1e9), Poll: min(c.Poll, 2*time.Second), Refused: refused}
}

// weiOf is an amount in a unit of so many wei.
func weiOf(amount, unit float64) *big.Int {
	wei, _ := new(big.Float).Mul(big.NewFloat(amount), big.NewFloat(unit)).Int(nil)
	return wei
}

// newSolver makes the solver of one market. Markets on the same chain share what
// sends for the account: its nonces are one row.
func (m *markets) newSolver(c config.Chain, key txmgr.Signer, st *store.Store, f *feed.Feed, log *zap.Logger) (*solver.Solver, error) {
	reader := blobs(c, m.archive)
	chain := marketOf(c, reader)
	sc := solver.Config{
		Market: chain, Attempts: attemptStore{st}, Log: log, Poll: c.Poll,
		Fetch: func(ctx context.Context, ch *market.Challenge) (string, dataset.Shape, error) {
			return m.bundles.fetch(ctx, c.Data, ch)
		},
		Accept: func(ch *market.Challenge) string { return acceptable(c, ch, f) },
		Kept: func(key string) []string {
			found, _ := filepath.Glob(filepath.Join(challengeFolder(m.bundles.stateDir, key), "*.gaq")) // a good pattern
			return found
		},
		OwnClaims: c.Disputes == config.DisputesOwn, MaxGameBonds: weiOf(c.MaxGameBondsEther, 1e18),
		Pay:   func(p solver.Payment) bool { return pay(st, f, c, p, log) },
		Worth: func(ch *market.Challenge) *big.Int { return (&world{feed: f}).worth(c, ch, time.Now()) },
	}
	m.lags[c.Name] = lagOf(c)
	if reader != nil {
		b := blobReader{reader, m.archive, chain}
		m.blobs, sc.Amiss = append(m.blobs, b), b.amiss
	}
	if key != nil {
		if m.senders[c.ID] == nil {
			refused := func(r txmgr.Refusal) {
				log.Warn("a node refuses a transaction", zap.String("chain", c.Name), zap.String("transaction", r.Key), zap.String("words", r.Words))
			}
			tx, err := txmgr.New(new(big.Int).SetUint64(c.ID), chain.Backend(), key, intentStore{st}, TxOptions(c, refused))
			if err != nil {
				return nil, err
			}
			m.senders[c.ID] = tx
		}
		sc.Tx = m.senders[c.ID]
		var err error
		if sc.Secret, err = saltSecret(key, st); err != nil {
			return nil, err
		}
	}
	return solver.New(sc)
}

// lagOf is how long a commit takes to be seen and confirmed.
func lagOf(c config.Chain) time.Duration { return time.Duration(c.Confirmations+2) * c.Poll }

// acceptable applies the operator's limits to a challenge; "" if it is fine.
func acceptable(c config.Chain, ch *market.Challenge, f *feed.Feed) string {
	bonds := httpapi.Ether(ch.CommitBond()) + httpapi.Ether(ch.ClaimBond())
	if ch.AssertBond != nil {
		bonds += httpapi.Ether(ch.AssertBond)
	}
	if bonds > c.MaxBondEther {
		return fmt.Sprintf("its bonds are %g ether, chains.%s.max_bond_ether is %g", bonds, c.Name, c.MaxBondEther)
	}
	// The market's own minimum is whatever its deployer chose.
	least := time.Duration(c.Confirmations+4) * c.Poll
	for name, window := range map[string]uint32{"claim": ch.Terms.ClaimWindow, "turn": ch.Terms.TurnWindow} {
		if d := time.Duration(window) * time.Second; d < least {
			return fmt.Sprintf("its %s window of %s is too short for us: polls and confirmations need %s", name, d, least)
		}
	}
	if open := market.OpenFor(ch.Terms); ch.Target.Blobs() && open > market.BlobsLast {
		return fmt.Sprintf("its reveal window, claim window and twice its turn window are %s: blobs are kept for %s", open, market.BlobsLast)
	}
	if ch.Target.Disputed() && ch.Points() > market.MostAsserted {
		return fmt.Sprintf("a hold-out of %d examples: of more than %d nobody can assert anything in a transaction", ch.Points(), market.MostAsserted)
	}
	if why := overlong(ch); why != "" {
		return why
	}
	if ch.Terms.Features > model.MaxFeatures {
		return fmt.Sprintf("%d features, at most %d", ch.Terms.Features, model.MaxFeatures)
	}
	unit := (&world{feed: f}).unit(c, ch.Terms.Token)
	price := unit.price
	if reward := unit.amount(ch.Reward) * price.Value; price.Source != "" && price.Fault == "" && reward < c.MinRewardUSD {
		return fmt.Sprintf("its reward is %.2f USD, chains.%s.min_reward_usd is %g", reward, c.Name, c.MinRewardUSD)
	}
	return ""
}

// overlong says why no network at all could be counted and checked in time where the verdict is asserted; "" if the smallest may. Larger
// ones are held to the same bound where one is chosen and committed to (market.Fits), and by the contract where one is revealed.
func overlong(ch *market.Challenge) string {
	if !ch.Target.Disputed() {
		return ""
	}
	if why := market.Uncomputable(ch.Points(), graph.LeastWork(int(ch.Terms.Features), int(ch.Terms.Classes)), ch.Terms); why != "" {
		return "its hold-out is too large even for the smallest network: " + why
	}
	return ""
}
