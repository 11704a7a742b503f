package organiser

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
)

// approve lets the market take just the amount from us. An allowance that is
// neither zero nor enough goes to zero first: some tokens insist.
func (o *Organiser) approve(ctx context.Context, key string, token common.Address, amount *big.Int) error {
	has, err := o.Market.Allowance(ctx, token, o.Tx.Address())
	if err != nil || has.Cmp(amount) >= 0 {
		return err
	}
	steps := []*big.Int{amount}
	if has.Sign() > 0 {
		steps = []*big.Int{new(big.Int), amount}
	}
	for i, to := range steps {
		data, err := o.Market.PackApprove(to)
		if err != nil {
			return err
		}
		if _, err := o.wait(ctx, fmt.Sprintf("%s/approve/%d", key, i), txmgr.Call{To: &token, Data: data}); err != nil {
			return err
		}
	}
	return nil
}
