package market

import (
	"context"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
)

// Ether stands for ether where a token is named.
var Ether common.Address

// erc20 is the part of ERC-20 that we call.
var erc20 = func() abi.ABI {
	parsed, err := abi.JSON(strings.NewReader(`[
	{"type":"function","name":"decimals","stateMutability":"view","inputs":[],"outputs":[{"type":"uint8"}]},
	{"type":"function","name":"allowance","stateMutability":"view","inputs":[{"type":"address"},{"type":"address"}],"outputs":[{"type":"uint256"}]},
	{"type":"function","name":"approve","stateMutability":"nonpayable","inputs":[{"type":"address"},{"type":"uint256"}],"outputs":[{"type":"bool"}]}]`))
	if err != nil {
		panic(err) // the text above
	}
	return parsed
}()

// askToken reads one value from a token.
func askToken[T any](ctx context.Context, m *Market, token common.Address, method string, args ...any) (v T, err error) {
	data, err := erc20.Pack(method, args...)
	if err != nil {
		return v, err
	}
	out, err := m.Read(ctx, token, data)
	if err != nil {
		return v, fmt.Errorf("token %s: %w", token, err)
	}
	values, err := erc20.Unpack(method, out)
	if err != nil {
		return v, fmt.Errorf("token %s is no ERC-20: %s: %w", token, method, err)
	}
	return values[0].(T), nil
}

// Decimals is how many decimals a token's amounts have; 18 for ether.
func (m *Market) Decimals(ctx context.Context, token common.Address) (int, error) {
	if token == Ether {
		return 18, nil
	}
	d, err := askToken[uint8](ctx, m, token, "decimals")
	return int(d), err
}

// Allowance is how much of an account's tokens the market may take.
func (m *Market) Allowance(ctx context.Context, token, account common.Address) (*big.Int, error) {
	return askToken[*big.Int](ctx, m, token, "allowance", account, m.Address)
}

// PackApprove is the call of a token that lets the market take an amount.
func (m *Market) PackApprove(amount *big.Int) ([]byte, error) {
	return erc20.Pack("approve", m.Address, amount)
}
