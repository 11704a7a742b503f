package market

import (
	"errors"
	"fmt"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
)

// Explain adds the contract's own reason to a refused call.
func Explain(err error) error {
	var r *txmgr.RevertError
	if errors.As(err, &r) {
		if reason := Reason(r.Data); reason != "" {
			return fmt.Errorf("%w (%s)", err, reason)
		}
	}
	return err
}

// Reason reads one of the contract's errors; "" if it is none.
func Reason(data []byte) string {
	if len(data) < 4 {
		return "" // a bare revert
	}
	v, err := contract.NewMarket().UnpackError(data)
	if err != nil {
		v, err = disputes.UnpackError(data) // an evaluator's own
	}
	if err != nil {
		return ""
	}
	switch e := v.(type) {
	case *contract.MarketWrongPhase:
		return "the challenge's phase is " + Phase(e.Phase).String()
	case *contract.MarketBadTerms:
		return "the contract does not accept " + e.Field
	case *contract.MarketWrongValue:
		return fmt.Sprintf("the value must be %v wei", e.Want)
	case *contract.MarketNothingToDo:
		return "there is nothing to do yet, or any more"
	case *contract.MarketWrongChallenge:
		return "the challenge of this number is another one: the chain may have taken blocks back"
	case *contract.MarketTransferFailed:
		return "the transfer failed or moved nothing"
	case *contract.MarketNotDirect:
		return "only an account may reveal the hold-out, not a contract"
	case *contract.DisputeBadHeader:
		return fmt.Sprintf("the network is malformed at tensor %d, or takes longer to compute on the whole hold-out than the turn's window", e.Tensor)
	case *contract.DisputeNotNow:
		return "it is not the account's turn, or too early, or too late"
	case *contract.DisputeNotThere:
		return "the claim or the game is not there, or is another one: the chain may have taken blocks back"
	case *contract.DisputeNotProven:
		return "what is shown proves nothing"
	case *contract.MarketNotAllowed:
		return "not allowed for this account"
	}
	return fmt.Sprintf("%T", v)
}
