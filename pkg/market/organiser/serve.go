package organiser

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/player"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
)

// Step is what an organiser does next for a challenge.
type Step string

// An organiser's steps.
const (
	ServeWait     Step = ""
	ServeDraw     Step = "draw"
	ServePublish  Step = "publish"
	ServeReveal   Step = "reveal"
	ServeEvaluate Step = "evaluate"
	ServeFinalize Step = "finalize"
	ServeWithdraw Step = "withdraw"
	ServeDone     Step = "done"
)

// Served is what serving a challenge needs to know besides the chain.
type Served struct {
	Published [32]byte // the draw whose training groups stand at the data URI
	Withdrawn bool
}

// NextServe is an organiser's next step: a pure function of what the chain says
// at a moment and what was done off chain.
func NextServe(ch *market.Challenge, s Served, headNumber uint64, now time.Time) Step {
	late := now.After(ch.DeadlineTime())
	switch phase := market.Phase(ch.Phase); {
	case phase == market.PhaseClosed && !s.Withdrawn:
		return ServeWithdraw
	case phase == market.PhaseClosed:
		return ServeDone
	case phase == market.PhaseCreated && headNumber > ch.Deadline:
		return ServeFinalize // the draw was missed: only the sponsors' money is left to save
	case phase == market.PhaseCreated && headNumber > ch.DrawBlock:
		return ServeDraw
	case phase == market.PhaseCreated:
		return ServeWait
	case s.Published != ch.Seed && phase == market.PhaseCommit:
		return ServePublish
	case phase == market.PhaseCommit && late && ch.Commits == 0:
		return ServeFinalize
	case phase == market.PhaseCommit && late, phase == market.PhaseReveal && !late:
		return ServeReveal
	case phase == market.PhaseReveal:
		return ServeFinalize
	case phase == market.PhaseEvaluate && now.Before(ch.DeadlineTime().Add(-ch.Turn()/2)):
		return ServeWait // solvers evaluate and finalise themselves; this is for the one who cannot
	case phase == market.PhaseEvaluate && ch.Winner != 0:
		return ServeFinalize
	case phase == market.PhaseEvaluate && !late && !ch.Target.Disputed():
		return ServeEvaluate
	case phase == market.PhaseEvaluate && now.After(ch.DeadlineTime().Add(min(ch.Turn()/4, 10*time.Minute))):
		return ServeFinalize // the next in turn had their time to do it
	case phase == market.PhaseClaim && late:
		return ServeFinalize
	}
	return ServeWait
}

// Hooks are an organiser's steps off chain, and what is told of them.
type Hooks struct {
	// Account opens what sends for the organiser, for one step: between its steps,
	// other commands of the same account send. nil: the organiser's own, always.
	Account func(ctx context.Context) (tx *txmgr.Manager, release func(), err error)
	// Data opens the committed groups.
	Data func() (*dataset.Commitment, [][]byte, error)
	// Publish writes the training groups for the data URI.
	Publish func(ch *market.Challenge) error
	// Say tells of a step that was taken, or of why it could not be.
	Say func(step Step, err error)
}

// Serve does every step of a challenge in time until it is closed and the
// organiser's balance is withdrawn. A fault is told and tried again.
func (o *Organiser) Serve(ctx context.Context, prefix string, id uint64, poll time.Duration, h Hooks) error {
	o.Beside = true
	defer o.Close()
	var s Served
	o.stake = stake
	for {
		step, err := o.serveOnce(ctx, prefix, id, &s, h)
		if step == ServeDone {
			return nil
		}
		if err != nil && ctx.Err() == nil {
			o.Market.Drop()
		}
		if step != ServeWait || err != nil {
			h.Say(step, err)
		}
		if err := chain.Sleep(ctx, poll); err != nil {
			return err
		}
	}
}

func (o *Organiser) serveOnce(ctx context.Context, prefix string, id uint64, s *Served, h Hooks) (Step, error) {
	head, err := o.Market.Head(ctx)
	if err != nil {
		return ServeWait, err
	}
	ch, err := o.Market.Challenge(ctx, id)
	if err != nil {
		return ServeWait, err
	}
	settled, err := o.dispute(ctx, prefix, ch, head, h)
	if err != nil && ctx.Err() == nil { // what cannot be read of one claim, as blobs that are gone, holds no step up
		o.Market.Drop()
		h.Say(ServeWait, fmt.Errorf("disputes: %w", err))
	}
	step := NextServe(ch, *s, head.Number.Uint64(), time.Unix(int64(head.Time), 0))
	if sends := step != ServeWait && step != ServeDone && step != ServePublish; sends && h.Account != nil {
		tx, release, err := h.Account(ctx)
		if err != nil {
			return step, err
		}
		defer release()
		o.Tx = tx
	}
	if step == ServeDone && !settled {
		step = ServeWait
	}
	key := prefix + "/" + string(step)
	switch step {
	case ServeDraw:
		err = o.Draw(ctx, key, id, time.Second)
	case ServePublish:
		if err = h.Publish(ch); err == nil {
			s.Published = ch.Seed
		}
	case ServeReveal:
		var com *dataset.Commitment
		var payloads [][]byte
		if com, payloads, err = h.Data(); err == nil {
			err = o.Reveal(ctx, key, id, com, payloads)
		}
	case ServeEvaluate:
		_, err = o.Evaluate(ctx, key, id)
		if errors.Is(err, market.ErrNotRevealed) || errors.Is(err, txmgr.ErrRevert) {
			return ServeWait, nil // its solver has not revealed yet, or was faster
		}
	case ServeFinalize:
		err = o.Finalize(ctx, fmt.Sprintf("%s/%d/%d/%d", key, ch.Phase, ch.Deadline, ch.Winner), id)
		if errors.Is(err, txmgr.ErrRevert) {
			return ServeWait, nil // not yet by the next block's time, or somebody was faster
		}
	case ServeWithdraw:
		if err = o.RefundIfDue(ctx, prefix+"/refund", id); err == nil {
			_, err = o.Withdraw(ctx, key, o.Tx.Address(), market.Everything)
		}
		if err == nil && ch.Terms.Token != market.Ether {
			_, err = o.WithdrawToken(ctx, key+"/token", id, o.Tx.Address(), market.Everything)
		}
		s.Withdrawn = err == nil
	}
	return step, err
}

// dispute plays against claims that are false, of a challenge whose verdict is reached by
// dispute, and keeps what stands in blobs; done is true once nothing of that is left.
func (o *Organiser) dispute(ctx context.Context, prefix string, ch *market.Challenge, head *types.Header, h Hooks) (done bool, err error) {
	phase := ch.At(time.Unix(int64(head.Time), 0))
	keeps := phase == market.PhaseClaim && ch.Target.Blobs()
	if !ch.Target.Disputed() || !keeps && phase != market.PhaseEvaluate && phase != market.PhaseClosed {
		return true, nil
	}
	if h.Account != nil {
		tx, release, err := h.Account(ctx)
		if err != nil {
			return false, err
		}
		defer release()
		o.Tx = tx
	}
	defer o.looked(ctx)
	got, err := o.Follow(chain.Pin(ctx, head), prefix, ch, head)
	return got.Done, err
}

// Follow does at a head what is ours to do in a challenge's disputes.
func (o *Organiser) Follow(ctx context.Context, prefix string, ch *market.Challenge, head *types.Header) (player.Collected, error) {
	if o.player == nil {
		o.player = player.New(o.Market, o.Tx, o.Log)
		o.player.In = func(ch *market.Challenge) bool { return o.named == nil || o.named[ch.ID] }
	}
	o.player.Beside = o.Beside
	o.player.Tx, o.player.MaxGameBonds, o.player.Stake = o.Tx, o.MaxGameBonds, o.stake // others may have sent since
	if err := o.Tx.Advance(ctx); err != nil {
		return player.Collected{}, err
	}
	return o.player.Follow(ctx, prefix+"/dispute", ch, head)
}

// stake is what a lie would take from an organiser: it would be paid their reward.
func stake(_ context.Context, ch *market.Challenge) (*big.Int, error) { return ch.Worth(), nil }

// looked ends a look at disputes.
func (o *Organiser) looked(ctx context.Context) {
	if o.player != nil {
		o.player.Looked(ctx)
	}
}

// Close ends what is computed beside.
func (o *Organiser) Close() {
	if o.player != nil {
		o.player.Close()
	}
}
