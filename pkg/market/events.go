package market

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// filter asks for the contract's logs of one event of one challenge. Topics are those
// after the challenge's; nil is any.
func (m *Market) filter(ch *Challenge, event string, topics ...[]common.Hash) ethereum.FilterQuery {
	return ethereum.FilterQuery{
		Addresses: []common.Address{m.Address},
		Topics:    append([][]common.Hash{{m.ABI.GetABI().Events[event].ID}, {common.BigToHash(new(big.Int).SetUint64(ch.ID))}}, topics...),
	}
}

// entryLogs are the contract's logs of one event of one entry.
func (m *Market) entryLogs(ctx context.Context, ch *Challenge, event string, entry uint64) ([]types.Log, error) {
	return m.Logs(ctx, ch, event, []common.Hash{common.BigToHash(new(big.Int).SetUint64(entry))})
}

// Logs are the contract's logs of one event of one challenge, from the draw's block on.
func (m *Market) Logs(ctx context.Context, ch *Challenge, event string, topics ...[]common.Hash) ([]types.Log, error) {
	return m.logs(ctx, ch, event, m.filter(ch, event, topics...))
}

// logs are those of a query from the challenge's draw on, the oldest first.
func (m *Market) logs(ctx context.Context, ch *Challenge, event string, query ethereum.FilterQuery) (all []types.Log, err error) {
	head, err := m.Head(ctx)
	if err != nil {
		return nil, err
	}
	for to := head.Number.Uint64(); to >= ch.DrawBlock; {
		logs, from, err := m.LogsBelow(ctx, query, ch.DrawBlock, to)
		if err != nil {
			return nil, fmt.Errorf("chain %s: %s events of challenge %d: %w", m.Name, event, ch.ID, err)
		}
		all = append(logs, all...)
		if from == 0 {
			break
		}
		to = from - 1
	}
	return all, nil
}
