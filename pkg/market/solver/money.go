package solver

import (
	"context"
	"fmt"
	"math/big"
	"os"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
)

// worth is what a challenge's reward is worth, in wei; nil if that is not known.
func (s *Solver) worth(ch *market.Challenge) *big.Int {
	if s.cfg.Worth != nil {
		return s.cfg.Worth(ch)
	}
	if ch.Terms.Token != market.Ether {
		return nil
	}
	return new(big.Int).Set(ch.Reward)
}

// stake is what is at stake once we have entered: the reward and our bonds.
func (s *Solver) stake(ch *market.Challenge) *big.Int {
	w := s.worth(ch)
	if w == nil {
		return nil
	}
	return w.Add(w, new(big.Int).Add(ch.CommitBond(), ch.ClaimBond()))
}

// affordable refuses to enter where the gas of the whole attempt would eat the
// reward at what gas costs now.
func (s *Solver) affordable(a *Attempt, ch *market.Challenge) error {
	worth := s.worth(ch)
	if _, known := s.cfg.Tx.Known(s.cfg.Tx.Fresh(a.Key + "/commit")); known || worth == nil || s.gasPrice == nil {
		return nil
	}
	raw, err := os.ReadFile(a.Artifact)
	if err != nil {
		return err
	}
	n, err := evaluator.Parse(raw)
	if err != nil {
		return err
	}
	entry, win := market.Gas(ch, n)
	cost := new(big.Int).Mul(new(big.Int).SetUint64(entry+win), s.gasPrice)
	if cost.Cmp(worth) >= 0 {
		return fmt.Errorf("%w: %v wei for the whole attempt, the reward is worth %v", txmgr.ErrTooDear, cost, worth)
	}
	return nil
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

// settle moves our bonds, and what others lost to us, to our balance.
func (s *Solver) settle(ctx context.Context, a *Attempt, ch *market.Challenge, v View) error {
	won := market.Outcome(ch.Outcome) == market.OutcomeWon && uint64(ch.Winner) == a.Entry+1
	a.Right = int(v.Entry.Right)
	if v.Entry.Status != market.EntrySettled {
		_, done, err := s.send(ctx, a.Key+"/settle", txmgr.Call{Data: s.cfg.Market.ABI.PackClaimBond(ch.Number(), new(big.Int).SetUint64(a.Entry)), Worth: s.stake(ch), Gas: market.GasWithdraw})
		if err != nil || !done {
			return err
		}
	}
	a.Settled = true
	switch {
	case won:
		return s.move(a, Evaluated, fmt.Sprintf("the contract counted %d of %d, %d needed", a.Right, a.Points, a.Need))
	case v.Entry.Status == market.EntrySlashed:
		return s.move(a, Slashed, fmt.Sprintf("our turn ended, or too few were right: the contract counted %d, we had claimed %d", a.Right, a.Claim))
	case market.Outcome(ch.Outcome) == market.OutcomeWon:
		return s.move(a, Beaten, fmt.Sprintf("entry %d won", ch.Winner-1))
	case a.State == Beaten:
		return s.save(a)
	}
	return s.move(a, Expired, market.Outcome(ch.Outcome).String())
}

// withdraw takes our balance out of the contract and books the reward and the
// bonds that came back: first the ether, which no token can hold up.
func (s *Solver) withdraw(ctx context.Context, a *Attempt, ch *market.Challenge) error {
	bonds, source, done, err := s.takeEther(ctx, a)
	if err != nil || !done {
		return err
	}
	if ch.Terms.Token == market.Ether || a.State != Evaluated {
		return s.withdrawn(a, ch, bonds, ch.Reward, source, source)
	}
	reward, tokenSource, done, err := s.takeToken(ctx, a, ch)
	if err != nil || !done {
		return err
	}
	return s.withdrawn(a, ch, bonds, reward, source, tokenSource)
}

// takeEther withdraws our balance; done is true once nothing of it is left to
// wait for.
func (s *Solver) takeEther(ctx context.Context, a *Attempt) (amount *big.Int, source string, done bool, err error) {
	key := a.Key + "/withdraw"
	if _, known := s.cfg.Tx.Known(s.cfg.Tx.Fresh(key)); !known && !a.Carried {
		if s.withdrawing() {
			return nil, "", false, nil // that one may well take our part along
		}
		credit, err := s.cfg.Market.Credit(ctx, s.cfg.Tx.Address())
		if err != nil {
			return nil, "", false, err
		}
		if credit.Sign() == 0 {
			// Stored before it is booked: by the time that a later process came to
			// it, another challenge's part could lie there and be taken for ours.
			a.Carried = true
			if err := s.save(a); err != nil {
				return nil, "", false, err
			}
		}
		amount = credit
	}
	if a.Carried {
		return new(big.Int), "withdrawn by hand or with another challenge's", true, nil
	}
	receipt, done, err := s.send(ctx, key, txmgr.Call{Data: s.cfg.Market.ABI.PackWithdraw(s.cfg.Tx.Address(), market.Everything), Worth: amount, Gas: market.GasWithdraw})
	if err != nil || !done {
		return nil, "", false, err
	}
	amount = new(big.Int)
	for _, log := range receipt.Logs {
		if e, err := s.cfg.Market.ABI.UnpackWithdrawnEvent(log); err == nil {
			amount.Add(amount, e.Amount)
		}
	}
	return amount, fmt.Sprintf("%s, receipt of %s", key, receipt.TxHash), true, nil
}

// takeToken withdraws our reward in a challenge's token, and says what of it arrived.
func (s *Solver) takeToken(ctx context.Context, a *Attempt, ch *market.Challenge) (arrived *big.Int, source string, done bool, err error) {
	key := a.Key + "/withdraw/token"
	if _, known := s.cfg.Tx.Known(s.cfg.Tx.Fresh(key)); !known {
		credit, err := s.cfg.Market.TokenCredit(ctx, ch.ID, s.cfg.Tx.Address())
		if err != nil {
			return nil, "", false, err
		}
		if credit.Sign() == 0 {
			return ch.Reward, "withdrawn by hand", true, nil
		}
	}
	receipt, done, err := s.send(ctx, key, txmgr.Call{Data: s.cfg.Market.ABI.PackWithdrawToken(ch.Number(), market.Everything, s.cfg.Tx.Address())})
	if err != nil || !done {
		return nil, "", false, err
	}
	arrived = new(big.Int)
	for _, log := range receipt.Logs {
		if e, err := s.cfg.Market.ABI.UnpackTokenWithdrawnEvent(log); err == nil {
			arrived.Add(arrived, e.Arrived)
		}
	}
	return arrived, fmt.Sprintf("%s, receipt of %s", key, receipt.TxHash), true, nil
}

// withdrawing reports whether a withdrawal of ours is on its way: all attempts
// share one balance of ether in the market.
func (s *Solver) withdrawing() bool {
	for key := range s.attempts {
		if in, known := s.cfg.Tx.Known(s.cfg.Tx.Fresh(key + "/withdraw")); known && in.State == txmgr.Pending {
			return true
		}
	}
	return false
}

// withdrawn books what came back, so much ether in all and this of the reward,
// and ends the attempt. What of the ether is not the reward counts as bonds; where another challenge's
// withdrawal took the reward along, it was booked as bonds there, and is taken
// from them here.
func (s *Solver) withdrawn(a *Attempt, ch *market.Challenge, amount, reward *big.Int, source, rewardSource string) error {
	bonds, booked := new(big.Int).Set(amount), true
	if a.State == Evaluated {
		reward = new(big.Int).Set(reward)
		a.RewardWei = reward.String()
		if ch.Terms.Token == market.Ether {
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
