// Package player plays the game of disputes (contracts/src/Dispute.sol) on chain for one
// account: it asserts what an entry's model is right about, defends that, disputes what
// others assert falsely, and takes back what is its own. What the next move is package
// dispute says; here is who looks and who sends.
package player

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/lru"
	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
)

// Player plays for one account.
type Player struct {
	Market *market.Market
	Tx     *txmgr.Manager
	Log    *zap.Logger
	// Dispute says whether to open games against false claims; without it only one's own are defended.
	Dispute bool
	// MaxGameBonds is how much wei the games that we open may have locked at once; nil: there is no bound.
	MaxGameBonds *big.Int
	// Collecting reports whether a withdrawal of ours from the contract of disputes is on its way,
	// which takes all along that it owes us; nil: nobody else withdraws.
	Collecting func() bool
	// Stake is what a false claim of somebody else would take from us in a challenge, in wei; nil, where we are not in it.
	// Without Stake we are in none, and what is played for are bounties.
	Stake func(ctx context.Context, ch *market.Challenge) (*big.Int, error)
	// Trace computes an example for a claim.
	Trace func(c *dispute.Claim, pixels []byte) (*dispute.Trace, error)
	// Beside: claims of others are computed beside the looks, until Close; else at the end of each, by the same way.
	Beside bool
	// In reports whether we take part in a challenge: its claims are computed first, and whatever that takes. nil: in none.
	In func(*market.Challenge) bool

	desk      desk
	work      func(context.Context, wish) (finding, error)
	secret    [32]byte                       // that the order follows from in which claims are computed
	matters   lru.BasicLRU[name, *matter]    // of claims that we have games about, and of our own
	findings  lru.BasicLRU[name, finding]    // about claims of others
	led       map[string][]uint64            // entries whose claims have led, by challenge
	told      map[string]bool                // what the log has said
	kept      map[string]bool                // what has been read of blobs, so that they are kept
	closed    memory[game]                   // games that are over
	over      memory[struct{}]               // claims of which nothing is left to do or to see
	standings map[string]map[uint64]Standing // as last seen, where it is not nothing, by challenge and entry
	opening   map[[32]byte]*big.Int          // bonds of games that are on their way to the chain, by claim
	gameBonds map[common.Address]*big.Int    // what a game costs, by contract
	first     uint64                         // the head that was looked at first
}

// How much is kept: of matters, each some megabytes, what is played about at once; of findings, each a few bytes, all
// that will ever be asked for.
const (
	mostMatters  = 8
	mostFindings = 1 << 14
)

// New plays on a market for tx's account.
func New(m *market.Market, tx *txmgr.Manager, log *zap.Logger) *Player {
	p := &Player{
		Market: m, Tx: tx, Log: log, Dispute: true, Trace: (*dispute.Claim).Trace, led: map[string][]uint64{}, told: map[string]bool{}, kept: map[string]bool{},
		matters: lru.NewBasicLRU[name, *matter](mostMatters), findings: lru.NewBasicLRU[name, finding](mostFindings),
		closed: memory[game]{}, over: memory[struct{}]{}, standings: map[string]map[uint64]Standing{}, opening: map[[32]byte]*big.Int{}, gameBonds: map[common.Address]*big.Int{},
	}
	p.work = p.examineClaim
	_, _ = rand.Read(p.secret[:]) // never fails
	return p
}

var abi = contract.NewDispute()

// Assert says of every example of the hold-out whether the model of our entry, whose turn
// it is, is right about it; the program is the model's Proof's.
func (p *Player) Assert(ctx context.Context, key string, ch *market.Challenge, entry uint64, program []byte, right []bool, deadline time.Time, worth *big.Int) error {
	data := abi.PackAssertRight(p.Market.Address, ch.Number(), new(big.Int).SetUint64(entry), dispute.Bitmap(right), program)
	_, _, err := p.Tx.Step(ctx, key+"/assert", txmgr.Call{To: &ch.Terms.Evaluator, Data: data, Value: ch.AssertBond, Deadline: deadline, Worth: worth, Gas: gasOf(data)})
	return err
}

// look plays every game about an entry's claim that is ours to play, disputes the claim
// if it is false and that pays, and takes the bond of our own back once it stands. Keys
// of what it sends begin with key. waits: something of it is not over.
func (p *Player) look(ctx context.Context, key string, ch *market.Challenge, entry uint64, head *types.Header) (waits bool, err error) {
	own, now := p.Market.ClaimKey(ch.ID, entry), time.Unix(int64(head.Time), 0)
	if _, final := p.over.final(own); final {
		return false, nil
	}
	c, err := p.Market.Assertion(ctx, ch, entry)
	if err != nil {
		return false, err
	}
	delete(p.opening, own)
	if !c.Stands() {
		p.stand(ch, entry, Standing{})
		p.finish(ctx, own, ch.At(now) == market.PhaseClosed, nil, head)
		return false, nil
	}
	games, err := p.games(ctx, ch, c, own, head)
	if err != nil && games == nil {
		return false, err
	}
	faults := []error{err} // of one game: the others are played all the same, or one that fails would lose them
	cost, err := p.costs(ctx, ch)
	s := standingOf(p.Tx.Address(), c, games, cost)
	faults = append(faults, err)
	if c.Solver != p.Tx.Address() && p.Dispute && !c.Lost && now.Unix() < c.Until.Int64() {
		found, err := p.judge(ctx, key, ch, entry, c, games, cost, head)
		faults = append(faults, err)
		s = s.plus(found)
	}
	if c.Solver == p.Tx.Address() && ch.Target.Blobs() && !c.Lost && c.Bond.Sign() > 0 {
		_, err := p.matter(ctx, ch, entry, c) // our own blobs, too, are read while they are served: a dispute may come when they are not
		faults = append(faults, err)
	}
	ours := c.Solver == p.Tx.Address() && !c.Lost
	if ours && slices.ContainsFunc(games, func(g game) bool { return g.missed(c, now) }) {
		ours, s.Until, s.Clock = false, time.Time{}, 0 // nothing is to be done or hoped for
	}
	p.stand(ch, entry, s)
	for _, g := range games {
		open := dispute.Turn(g.Turn) != dispute.Closed
		waits = waits || open && (g.Challenger == p.Tx.Address() || ours)
		if err := p.play(ctx, key, ch, entry, c, g, now); err != nil {
			faults = append(faults, fmt.Errorf("game %x: %w", g.id[:6], err))
		}
	}
	if ours && c.Bond.Sign() > 0 {
		if waits = true; now.Unix() > c.Until.Int64() && c.Games.Sign() == 0 {
			faults = append(faults, p.money(ctx, ch, fmt.Sprintf("%s/release/%d", key, entry), abi.PackRelease(own)))
		}
	}
	p.finish(ctx, own, !waits && (c.Lost || now.Unix() > c.Until.Int64()), games, head)
	return waits, errors.Join(faults...)
}

// looks looks at several entries; what fails about one holds up no other.
func (p *Player) looks(ctx context.Context, key string, ch *market.Challenge, entries []uint64, head *types.Header) (waits bool, err error) {
	var faults []error
	for _, entry := range entries {
		w, err := p.look(ctx, key, ch, entry, head)
		if waits = waits || w; err != nil {
			faults = append(faults, fmt.Errorf("disputes about entry %d: %w", entry, err))
		}
	}
	return waits, errors.Join(faults...)
}

// play makes our next move in a game, if there is one.
func (p *Player) play(ctx context.Context, key string, ch *market.Challenge, entry uint64, c market.Assertion, g game, now time.Time) error {
	ours, mine := c.Solver == p.Tx.Address(), g.Challenger == p.Tx.Address()
	turn := dispute.Turn(g.Turn)
	if !ours && !mine || turn == dispute.None || turn == dispute.Closed {
		return nil
	}
	if c.Lost {
		if !mine {
			return nil
		}
		return p.money(ctx, ch, fmt.Sprintf("%s/settle/%x", key, g.id), abi.PackSettle(g.id))
	}
	claimants, end := g.clock(c)
	var move *dispute.Move
	switch over := now.After(end); {
	case over && (claimants != ours || mine && !c.Pending(now)): // what we have lost, and nobody ends, would keep what else is ours
		move = &dispute.Move{Name: "timeout", Data: abi.PackTimeout(g.id)}
	case over || claimants != ours:
		return nil
	default:
		m, err := p.matter(ctx, ch, entry, c)
		if err != nil {
			return err
		}
		at, err := p.position(ctx, ch, g)
		if err != nil {
			return err
		}
		trace, err := p.Trace(m.claim, m.pixels(at.Example))
		if err != nil {
			return err
		}
		if ours {
			move = dispute.Defend(m.claim, at, trace)
		} else {
			move, err = dispute.Challenge(m.claim, at, trace, m.group(at.Example))
		}
		if err != nil {
			return err
		}
	}
	if move == nil {
		return nil
	}
	name := moveKey(key, g, move)
	worth, err := p.worth(ctx, ch, c)
	if err != nil {
		return err
	}
	_, done, err := p.Tx.Step(ctx, name, txmgr.Call{To: &ch.Terms.Evaluator, Data: move.Data, Deadline: end, Worth: worth, Gas: gasOf(move.Data)})
	if done {
		p.tell(name, func() {
			p.Log.Info("a move in a dispute", zap.String("challenge", ch.Key()), zap.String("game", fmt.Sprintf("%x", g.id[:6])), zap.String("move", move.Name))
		})
	}
	return err
}

// moveKey is under which a move is sent. A position is named by what cannot come again in a game, a game by all of its
// name: of two whose names begin alike, as a challenger can make them, the second would go unanswered.
func moveKey(key string, g game, move *dispute.Move) string {
	return fmt.Sprintf("%s/game/%x/%s-%d-%d-%d-%d", key, g.id, move.Name, g.Tensor, g.Left, g.Index, g.Chosen)
}

// money sends a call that moves what is ours.
func (p *Player) money(ctx context.Context, ch *market.Challenge, key string, data []byte) error {
	_, _, err := p.Tx.Step(ctx, key, txmgr.Call{To: &ch.Terms.Evaluator, Data: data, Gas: gasMoney})
	return err
}

// Collected is what a challenge's disputes have brought back.
type Collected struct {
	Wei    *big.Int
	Bounty *big.Int // that others have lost to us; the rest are bonds of our own. nil: none
	Source string   // the transactions
	Done   bool     // nothing is left to play or to wait for
}

// Follow does at a head all that is ours to do in a challenge's disputes: plays against
// the leading claim and in the games about those that led before, and once the challenge
// is closed takes back what is ours: the bond of an assertion, and all that the contract
// owes us. Once all challenges were followed, Looked ends the look.
func (p *Player) Follow(ctx context.Context, key string, ch *market.Challenge, head *types.Header) (got Collected, err error) {
	p.take()
	if p.first == 0 {
		p.first = head.Number.Uint64()
	}
	switch ch.At(time.Unix(int64(head.Time), 0)) {
	case market.PhaseClaim:
		_, err := p.keep(ctx, ch, nil)
		return got, err
	case market.PhaseEvaluate:
		leader, ok, err := p.Market.Leader(ctx, ch.ID)
		if err != nil {
			return got, err
		}
		if _, known := p.led[ch.Key()]; !known { // an earlier life may have opened games about them
			before, err := p.claimed(ctx, ch)
			if err != nil {
				return got, err
			}
			p.led[ch.Key()] = before
		}
		if ok && !slices.Contains(p.led[ch.Key()], leader) {
			p.led[ch.Key()] = append(p.led[ch.Key()], leader)
		}
		var last *uint64
		if ok {
			last = &leader
		}
		ctx, fault := p.keep(ctx, ch, last)
		_, err = p.looks(ctx, key, ch, p.led[ch.Key()], head)
		return got, errors.Join(fault, err)
	case market.PhaseClosed:
		delete(p.led, ch.Key())
		all := make([]uint64, ch.Commits)
		for i := range all {
			all[i] = uint64(i)
		}
		waits, err := p.looks(ctx, key, ch, all, head)
		if err != nil || waits {
			return got, err
		}
		return p.collect(ctx, key, ch)
	}
	return got, nil
}

// claimed are the entries that have asserted something so far.
func (p *Player) claimed(ctx context.Context, ch *market.Challenge) (entries []uint64, err error) {
	var keys [][32]byte
	for i := range uint64(ch.Commits) {
		keys = append(keys, p.Market.ClaimKey(ch.ID, i))
	}
	entries = []uint64{}
	for part := range slices.Chunk(keys, atOnce) {
		logs, err := p.Market.DisputeLogs(ctx, ch, "Asserted", part...)
		if err != nil {
			return nil, err
		}
		for i, log := range logs {
			if e, err := abi.UnpackAssertedEvent(&logs[i]); err == nil && !log.Removed && e.Entry.IsUint64() {
				entries = append(entries, e.Entry.Uint64())
			}
		}
	}
	slices.Sort(entries)
	return slices.Compact(entries), nil
}

// CollectKey is under which the n-th withdrawal is sent for disputes whose keys begin with key.
func CollectKey(key string, n int) string { return fmt.Sprintf("%s/collect/%d", key, n) }

// collect withdraws what the contract owes us.
func (p *Player) collect(ctx context.Context, key string, ch *market.Challenge) (got Collected, err error) {
	got.Wei, got.Bounty = new(big.Int), p.Standing(ch).Bounty
	for n := 0; ; n++ {
		name := CollectKey(key, n)
		in, known := p.Tx.Known(p.Tx.Fresh(name))
		switch {
		case known && in.State == txmgr.Mined:
			got.add(name, ch.Terms.Evaluator, in.Receipt)
			continue
		case !known:
			owed, err := read(ctx, p, ch, abi.PackBalance(p.Tx.Address()), abi.UnpackBalance)
			if err != nil || owed.Sign() == 0 {
				got.Done = err == nil
				return got, err
			}
			if p.Collecting != nil && p.Collecting() {
				return got, nil
			}
		}
		return got, p.money(ctx, ch, name, abi.PackWithdraw(p.Tx.Address()))
	}
}

// add counts what a withdrawal has brought.
func (c *Collected) add(name string, from common.Address, receipt *types.Receipt) {
	for _, log := range receipt.Logs {
		if e, err := abi.UnpackWithdrawnEvent(log); err == nil && log.Address == from {
			c.Wei.Add(c.Wei, e.Amount)
			c.Source = fmt.Sprintf("%s, receipt of %s", name, receipt.TxHash)
		}
	}
}

func (p *Player) tell(what string, say func()) {
	if !p.told[what] {
		if len(p.told) > 4096 {
			clear(p.told)
		}
		p.told[what] = true
		say()
	}
}
