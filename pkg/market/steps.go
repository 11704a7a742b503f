package market

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// advance lets an attempt take its next step. A step whose call the contract
// refuses is tried again later: somebody else may have done it.
func (s *Solver) advance(ctx context.Context, a *Attempt, ch *Challenge, head *types.Header) error {
	view := View{Challenge: ch, Now: time.Unix(int64(head.Time), 0), Margin: s.cfg.Margin}
	if again, changed := Redrawn(*a, ch.Seed); changed {
		s.cfg.Log.Warn("the draw was taken back; training starts over", zap.String("challenge", a.Key))
		*a = again
		if err := s.save(a); err != nil {
			return err
		}
	}
	if a.HasEntry && s.cfg.Tx != nil {
		if err := s.stepBack(ctx, a, ch, &view); err != nil {
			return err
		}
	}
	if a.HasEntry && !a.Withdrawn {
		if p := ch.At(view.Now); p == PhaseEvaluate {
			var err error
			if view.Leader, view.HasLeader, err = s.cfg.Chain.Leader(ctx, ch.ID); err != nil {
				return err
			}
		}
	}
	if !a.HasEntry && a.State == Ready && s.cfg.Tx != nil {
		_, view.Committing = s.cfg.Tx.Known(s.cfg.Tx.Fresh(a.Key + "/commit"))
	}
	step, reason := Next(*a, view)
	if step == StepNone || time.Now().Before(s.retry[a.Key]) {
		return nil
	}
	if s.cfg.Tx == nil && step != StepExpire {
		return nil
	}
	err := s.take(ctx, step, reason, a, ch, view)
	if errors.Is(err, txmgr.ErrRevert) {
		s.cfg.Log.Warn("step refused", zap.String("challenge", a.Key), zap.String("step", string(step)), zap.Error(err))
		s.retry[a.Key] = time.Now().Add(2 * s.cfg.Poll)
		return nil
	}
	return err
}

// stepBack reads our entry and corrects the attempt if the chain has taken
// blocks back. An attempt long done is left alone.
func (s *Solver) stepBack(ctx context.Context, a *Attempt, ch *Challenge, view *View) error {
	withdrawn := a.Withdrawn
	for _, part := range []string{"/withdraw", "/withdraw/token"} {
		if in, known := s.cfg.Tx.Known(s.cfg.Tx.Fresh(a.Key + part)); known {
			withdrawn = withdrawn && in.State == txmgr.Mined
		}
	}
	if a.Withdrawn && withdrawn {
		return nil
	}
	entry, present, err := s.cfg.Chain.ownEntry(ctx, ch.ID, a.Entry, s.cfg.Tx.Address())
	if err != nil {
		return err
	}
	view.Entry = entry
	corrected, changed := StepBack(*a, entry, present, withdrawn)
	if !changed {
		return nil
	}
	s.cfg.Log.Warn("the chain took blocks back", zap.String("challenge", a.Key), zap.String("from", string(a.State)), zap.String("to", string(corrected.State)))
	*a = corrected
	return s.save(a)
}

func (s *Solver) take(ctx context.Context, step Step, reason string, a *Attempt, ch *Challenge, v View) error {
	switch step {
	case StepExpire:
		return s.move(a, Expired, reason)
	case StepFetch:
		return s.fetch(ctx, a, ch)
	case StepCommit:
		return s.commit(ctx, a, ch)
	case StepCount:
		return s.countAndClaim(ctx, a, ch)
	case StepReveal:
		return s.reveal(ctx, a, ch)
	case StepEvaluate:
		return s.evaluate(ctx, a, ch)
	case StepFinalize:
		// Several turns may end in one challenge: the key names the state that it ends.
		key := fmt.Sprintf("%s/finalize/%d/%d/%d", a.Key, ch.Phase, ch.Deadline, ch.Winner)
		_, _, err := s.send(ctx, key, txmgr.Call{Data: s.cfg.Chain.abi.PackFinalize(id(ch)), Worth: s.stake(ch)})
		return err
	case StepSettle:
		return s.settle(ctx, a, ch, v)
	case StepWithdraw:
		return s.withdraw(ctx, a, ch)
	}
	return nil
}

func id(ch *Challenge) *big.Int { return new(big.Int).SetUint64(ch.ID) }

// send makes progress on one transaction; done is true once it is confirmed.
func (s *Solver) send(ctx context.Context, key string, call txmgr.Call) (receipt *types.Receipt, done bool, err error) {
	key, call.To = s.cfg.Tx.Fresh(key), &s.cfg.Chain.Market
	in, err := s.cfg.Tx.Ensure(ctx, key, call)
	switch {
	case err != nil:
		return nil, false, err
	case in.State == txmgr.Reverted:
		return nil, false, fmt.Errorf("%s: %w: mined, but reverted", key, txmgr.ErrRevert)
	case in.State == txmgr.Pending:
		return nil, false, nil
	}
	return in.Receipt, true, nil
}

// worth is what a challenge's reward is worth, in wei; nil if that is not known.
func (s *Solver) worth(ch *Challenge) *big.Int {
	if s.cfg.Worth != nil {
		return s.cfg.Worth(ch)
	}
	if ch.Terms.Token != Ether {
		return nil
	}
	return new(big.Int).Set(ch.Reward)
}

// stake is what is at stake once we have entered: the reward and our bonds.
func (s *Solver) stake(ch *Challenge) *big.Int {
	w := s.worth(ch)
	if w == nil {
		return nil
	}
	return w.Add(w, new(big.Int).Add(ch.Terms.CommitBond, ch.Terms.ClaimBond))
}

// affordable refuses to enter where the gas of the whole attempt would eat the
// reward at what gas costs now.
func (s *Solver) affordable(a *Attempt, ch *Challenge) error {
	worth := s.worth(ch)
	if _, known := s.cfg.Tx.Known(s.cfg.Tx.Fresh(a.Key + "/commit")); known || worth == nil || s.gasPrice == nil {
		return nil
	}
	raw, err := os.ReadFile(a.Artifact)
	if err != nil {
		return err
	}
	n, err := model.Parse(raw)
	if err != nil {
		return err
	}
	entry, win := Gas(ch, n)
	cost := new(big.Int).Mul(new(big.Int).SetUint64(entry+win), s.gasPrice)
	if cost.Cmp(worth) >= 0 {
		return fmt.Errorf("%w: %v wei for the whole attempt, the reward is worth %v", txmgr.ErrTooDear, cost, worth)
	}
	return nil
}

// turnEnd is the deadline of the turn that is on, or that begins with the next call.
func turnEnd(ch *Challenge) time.Time {
	end := ch.DeadlineTime()
	if Phase(ch.Phase) == PhaseClaim {
		end = end.Add(time.Duration(ch.Terms.TurnWindow) * time.Second)
	}
	return end
}

// book writes what final transactions cost into the ledger, each once.
func (s *Solver) book() {
	gas := map[string]*big.Int{}
	for _, in := range s.cfg.Tx.Final() {
		a := s.attemptOf(in.Key)
		if a == nil {
			continue
		}
		if gas[a.Key] == nil {
			gas[a.Key] = new(big.Int)
		}
		cost, value := in.Cost()
		gas[a.Key].Add(gas[a.Key], cost)
		if s.booked[in.Key] {
			continue
		}
		source := fmt.Sprintf("%s, receipt of %s", in.Key, in.Receipt.TxHash)
		ok := s.cfg.Pay(Payment{ID: in.Key + "/gas", Key: a.Key, Kind: "gas", Wei: cost.Neg(cost), Source: source})
		if value.Sign() > 0 {
			ok = s.cfg.Pay(Payment{ID: in.Key + "/value", Key: a.Key, Kind: "bond", Wei: value.Neg(value), Source: source}) && ok
		}
		s.booked[in.Key] = ok
	}
	for key, total := range gas {
		if a := s.attempts[key]; a.GasWei != total.String() {
			a.GasWei = total.String()
			s.logError(s.save(a))
		}
	}
}

// attemptOf finds the attempt that an intent belongs to.
func (s *Solver) attemptOf(key string) *Attempt {
	for _, a := range s.attempts {
		if strings.HasPrefix(key, a.Key+"/") {
			return a
		}
	}
	return nil
}

// fetch downloads and verifies the training data beside the loop.
func (s *Solver) fetch(ctx context.Context, a *Attempt, ch *Challenge) error {
	if s.fetching[a.Key] {
		return nil
	}
	if ch.Target == "" {
		return s.move(a, Passed, ErrForeignEvaluator.Error())
	}
	if why := s.cfg.Accept(ch); why != "" {
		return s.move(a, Passed, why)
	}
	s.fetching[a.Key] = true
	a.Seed = slices.Clone(ch.Seed[:])
	copied := *ch
	s.fetches.Go(func() {
		path, shape, err := s.cfg.Fetch(ctx, &copied)
		select {
		case s.fetched <- fetchResult{copied.Key(), path, shape, err}:
		case <-ctx.Done():
		}
	})
	return nil
}

func (s *Solver) commit(ctx context.Context, a *Attempt, ch *Challenge) error {
	commitment, err := s.cfg.Chain.Commitment(ctx, ch.ID, s.cfg.Tx.Address(), [32]byte(a.ModelHash), [32]byte(a.Salt))
	if err != nil {
		return err
	}
	if err := s.affordable(a, ch); err != nil {
		return err
	}
	receipt, done, err := s.send(ctx, a.Key+"/commit", txmgr.Call{
		Data: s.cfg.Chain.abi.PackCommit(id(ch), commitment), Value: ch.Terms.CommitBond, Deadline: ch.DeadlineTime(), Worth: s.worth(ch),
	})
	if err != nil || !done {
		return err
	}
	for _, log := range receipt.Logs {
		if e, err := s.cfg.Chain.abi.UnpackCommittedEvent(log); err == nil {
			a.HasEntry, a.Entry = true, e.Entry.Uint64()
			return s.move(a, Committed, fmt.Sprintf("entry %d", a.Entry))
		}
	}
	return fmt.Errorf("%s/commit: transaction %s has no Committed event", a.Key, receipt.TxHash)
}

// countAndClaim counts our right answers on the revealed test data as the
// contract will, and claims just that.
func (s *Solver) countAndClaim(ctx context.Context, a *Attempt, ch *Challenge) error {
	if a.Claim == 0 {
		groups, err := s.testData(ctx, ch)
		if err != nil {
			return err
		}
		raw, err := os.ReadFile(a.Artifact)
		if err != nil {
			return err
		}
		n, err := model.Parse(raw)
		if err != nil {
			return fmt.Errorf("%s: %w", a.Artifact, err)
		}
		if a.Claim, err = CountRight(n, ch, groups); err != nil {
			return err
		}
		if a.Claim < a.Need {
			return s.move(a, Beaten, fmt.Sprintf("%d of %d right, %d needed", a.Claim, a.Points, a.Need))
		}
		if err := s.save(a); err != nil {
			return err
		}
	}
	data := s.cfg.Chain.abi.PackClaim(id(ch), new(big.Int).SetUint64(a.Entry), [32]byte(a.ModelHash), [32]byte(a.Salt), big.NewInt(int64(a.Claim)))
	_, done, err := s.send(ctx, a.Key+"/claim", txmgr.Call{Data: data, Value: ch.Terms.ClaimBond, Deadline: ch.DeadlineTime(), Worth: s.stake(ch)})
	if err != nil || !done {
		return err
	}
	return s.move(a, Claimed, fmt.Sprintf("%d of %d right, %d needed", a.Claim, a.Points, a.Need))
}

// reveal publishes the model, in as many parts as its evaluator takes.
func (s *Solver) reveal(ctx context.Context, a *Attempt, ch *Challenge) error {
	p, err := s.prove(ctx, a, ch)
	if err != nil {
		return err
	}
	for i, part := range p.parts {
		key := a.Key + "/reveal"
		if i > 0 {
			key = fmt.Sprintf("%s/%d", key, i)
		}
		data := s.cfg.Chain.abi.PackRevealModel(id(ch), new(big.Int).SetUint64(a.Entry), part)
		if _, done, err := s.send(ctx, key, txmgr.Call{Data: data, Deadline: turnEnd(ch), Worth: s.stake(ch)}); err != nil || !done {
			return err
		}
	}
	return s.move(a, Revealed, "our claim leads")
}

// evidence is what an attempt has read from the chain, and made of it. It is a
// cache: all of it follows from the draw, our entry and our model.
type evidence struct {
	seed   [32]byte
	groups []Group
	entry  uint64
	proof  proof
}

// testData is the revealed hold-out, read once for each draw.
func (s *Solver) testData(ctx context.Context, ch *Challenge) ([]Group, error) {
	if e, ok := s.evidence[ch.Key()]; ok && e.seed == ch.Seed {
		return e.groups, nil
	}
	groups, err := s.cfg.Chain.TestData(ctx, ch)
	if err == nil {
		s.evidence[ch.Key()] = &evidence{seed: ch.Seed, groups: groups}
	}
	return groups, err
}

// prove makes the proof of our model on the revealed hold-out.
func (s *Solver) prove(ctx context.Context, a *Attempt, ch *Challenge) (proof, error) {
	groups, err := s.testData(ctx, ch)
	if err != nil {
		return proof{}, err
	}
	e := s.evidence[ch.Key()]
	if e.proof.parts != nil && e.entry == a.Entry {
		return e.proof, nil
	}
	raw, err := os.ReadFile(a.Artifact)
	if err != nil {
		return proof{}, err
	}
	if e.proof, err = s.cfg.Chain.prove(ch, a.Entry, raw, groups); err != nil {
		return proof{}, fmt.Errorf("%s: %w", a.Artifact, err)
	}
	e.entry = a.Entry
	return e.proof, nil
}

// evaluate sends the next batches that the contract has not counted.
func (s *Solver) evaluate(ctx context.Context, a *Attempt, ch *Challenge) error {
	if a.State == Claimed {
		if err := s.move(a, Revealed, "our claim leads"); err != nil {
			return err
		}
	}
	send := func(batch []int, data []byte) error {
		worth := s.stake(ch) // of all batches together
		if worth != nil {
			worth.Div(worth.Mul(worth, big.NewInt(int64(len(batch)))), big.NewInt(int64(ch.Terms.Drawn)))
		}
		key := fmt.Sprintf("%s/evaluate/%d-%d", a.Key, batch[0], batch[len(batch)-1])
		_, _, err := s.send(ctx, key, txmgr.Call{Data: data, Deadline: turnEnd(ch), Worth: worth})
		return err
	}
	groups, err := s.testData(ctx, ch)
	if err != nil {
		return err
	}
	p, err := s.prove(ctx, a, ch)
	if err != nil {
		return err
	}
	if err := s.cfg.Chain.evaluateAll(ctx, ch, a.Entry, p, groups, send); err != nil {
		return err
	}
	entry, err := s.cfg.Chain.Entry(ctx, ch.ID, a.Entry)
	if err == nil && int(entry.Right) != a.Right {
		a.Right = int(entry.Right)
		err = s.save(a)
	}
	return err
}

// evaluateAll hands every batch that the contract has not counted to send,
// halving those that do not fit a transaction.
func (c *Chain) evaluateAll(ctx context.Context, ch *Challenge, entry uint64, p proof, groups []Group, send func([]int, []byte) error) error {
	open, err := c.unseen(ctx, ch, entry)
	if err != nil {
		return err
	}
	pack := func(batch []int) []byte {
		salts, proofs, payloads := arguments(groups, batch)
		return c.abi.PackEvaluate(id(ch), new(big.Int).SetUint64(entry), p.program, big.NewInt(int64(batch[0])), salts, proofs, payloads, p.of(batch))
	}
	return sendAll(batches(open, max(1, p.cost.perTx())), pack, send)
}

// sendAll sends each batch; one that needs too much gas is halved.
func sendAll(queue [][]int, pack func([]int) []byte, send func([]int, []byte) error) error {
	for len(queue) > 0 {
		batch := queue[0]
		queue = queue[1:]
		err := send(batch, pack(batch))
		if errors.Is(err, txmgr.ErrTooMuchGas) && len(batch) > 1 {
			half := len(batch) / 2
			queue = slices.Insert(queue, 0, batch[:half], batch[half:])
			continue
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func arguments(groups []Group, batch []int) (salts [][32]byte, proofs [][][32]byte, payloads [][]byte) {
	for _, slot := range batch {
		g := groups[slot]
		salts, proofs, payloads = append(salts, g.Salt), append(proofs, g.Proof), append(payloads, g.Payload)
	}
	return salts, proofs, payloads
}

// settle moves our bonds, and what others lost to us, to our balance.
func (s *Solver) settle(ctx context.Context, a *Attempt, ch *Challenge, v View) error {
	won := Outcome(ch.Outcome) == OutcomeWon && uint64(ch.Winner) == a.Entry+1
	a.Right = int(v.Entry.Right)
	if v.Entry.Status != EntrySettled {
		_, done, err := s.send(ctx, a.Key+"/settle", txmgr.Call{Data: s.cfg.Chain.abi.PackClaimBond(id(ch), new(big.Int).SetUint64(a.Entry)), Worth: s.stake(ch)})
		if err != nil || !done {
			return err
		}
	}
	a.Settled = true
	switch {
	case won:
		return s.move(a, Evaluated, fmt.Sprintf("the contract counted %d of %d, %d needed", a.Right, a.Points, a.Need))
	case v.Entry.Status == EntryLied:
		return s.move(a, Slashed, fmt.Sprintf("the contract counted %d, we had claimed %d", a.Right, a.Claim))
	case Outcome(ch.Outcome) == OutcomeWon:
		return s.move(a, Beaten, fmt.Sprintf("entry %d won", ch.Winner-1))
	case a.State == Beaten:
		return s.save(a)
	}
	return s.move(a, Expired, Outcome(ch.Outcome).String())
}

// withdraw takes our balance out of the contract and books the reward and the
// bonds that came back: first the ether, which no token can hold up.
func (s *Solver) withdraw(ctx context.Context, a *Attempt, ch *Challenge) error {
	bonds, source, done, err := s.takeOut(ctx, a, a.Key+"/withdraw", Ether)
	if err != nil || !done {
		return err
	}
	if ch.Terms.Token == Ether || a.State != Evaluated {
		return s.withdrawn(a, ch, bonds, source, source)
	}
	_, tokenSource, done, err := s.takeOut(ctx, a, a.Key+"/withdraw/token", ch.Terms.Token)
	if err != nil || !done {
		return err
	}
	return s.withdrawn(a, ch, bonds, source, tokenSource)
}

// takeOut withdraws our balance in a token, or in Ether; done is true once
// nothing of it is left to wait for.
func (s *Solver) takeOut(ctx context.Context, a *Attempt, key string, token common.Address) (amount *big.Int, source string, done bool, err error) {
	carried := a.Carried && token == Ether
	if _, known := s.cfg.Tx.Known(s.cfg.Tx.Fresh(key)); !known && !carried {
		if s.withdrawing() {
			return nil, "", false, nil // that one may well take our part along
		}
		credit, err := s.cfg.Chain.Credit(ctx, token, s.cfg.Tx.Address())
		if err != nil {
			return nil, "", false, err
		}
		if carried = credit.Sign() == 0; carried && token == Ether {
			// Stored before it is booked: by the time that a later process came to
			// it, another challenge's part could lie there and be taken for ours.
			a.Carried = true
			if err := s.save(a); err != nil {
				return nil, "", false, err
			}
		}
		amount = credit
	}
	if carried {
		return new(big.Int), "withdrawn by hand or with another challenge's", true, nil
	}
	var worth *big.Int
	if token == Ether && amount != nil {
		worth = amount
	}
	receipt, done, err := s.send(ctx, key, txmgr.Call{Data: s.cfg.Chain.abi.PackWithdraw(token), Worth: worth})
	if err != nil || !done {
		return nil, "", false, err
	}
	amount = new(big.Int)
	for _, log := range receipt.Logs {
		if e, err := s.cfg.Chain.abi.UnpackWithdrawnEvent(log); err == nil {
			amount.Add(amount, e.Amount)
		}
	}
	return amount, fmt.Sprintf("%s, receipt of %s", key, receipt.TxHash), true, nil
}

// withdrawing reports whether a withdrawal of ours is on its way: all attempts
// share one balance in the market.
func (s *Solver) withdrawing() bool {
	for key := range s.attempts {
		for _, part := range []string{"/withdraw", "/withdraw/token"} {
			if in, known := s.cfg.Tx.Known(s.cfg.Tx.Fresh(key + part)); known && in.State == txmgr.Pending {
				return true
			}
		}
	}
	return false
}

// withdrawn books what came back, so much ether in all, and ends the attempt.
// What of it is not the reward counts as bonds; where another challenge's
// withdrawal took the reward along, it was booked as bonds there, and is taken
// from them here.
func (s *Solver) withdrawn(a *Attempt, ch *Challenge, amount *big.Int, source, rewardSource string) error {
	bonds, booked := new(big.Int).Set(amount), true
	if a.State == Evaluated {
		reward := new(big.Int).Set(ch.Reward)
		a.RewardWei = reward.String()
		if ch.Terms.Token == Ether {
			bonds.Sub(bonds, reward)
		}
		booked = s.cfg.Pay(Payment{ID: a.Key + "/reward", Key: a.Key, Kind: "reward", Token: ch.Terms.Token, Wei: reward, Source: rewardSource})
	}
	if bonds.Sign() != 0 {
		booked = s.cfg.Pay(Payment{ID: a.Key + "/bonds", Key: a.Key, Kind: "bond", Wei: bonds, Source: source}) && booked
	}
	if !booked {
		return fmt.Errorf("%s: what was withdrawn is not in the ledger yet", a.Key)
	}
	a.Withdrawn = true
	delete(s.evidence, a.Key)
	if a.State == Evaluated {
		return s.move(a, Paid, a.Reason)
	}
	return s.save(a)
}
