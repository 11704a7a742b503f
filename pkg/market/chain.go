// Package market is the chain side: challenges as they stand in a market's
// contract, our own attempts on them, and the organiser's steps. It is, with
// its subfolders, the only user of go-ethereum besides the keystore's opening.
package market

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"net/url"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// Faults of the world that callers tell apart.
var (
	ErrUnreachable = errors.New("no RPC endpoint answers")
	ErrWrongChain  = errors.New("the endpoint serves another chain")
	ErrNoContract  = errors.New("there is no market at the address")
	ErrForeignCode = errors.New("the contract at the address is not this program's market")
	ErrNoChallenge = errors.New("there is no such challenge")
	ErrDisagree    = errors.New("the endpoints disagree about the chain")
	ErrBehind      = errors.New("the endpoint lies behind")
)

// withoutURL takes the endpoint's address out of an error: it may hold a key.
func withoutURL(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		return u.Err
	}
	return err
}

// rpcTimeout bounds one request; a hung endpoint must not hold a tick.
const rpcTimeout = 20 * time.Second

// Chain is a market's contract on one chain.
type Chain struct {
	Name   string
	ID     uint64
	Market common.Address
	urls   []string
	abi    *contract.Market

	mu      sync.Mutex
	clients []*ethclient.Client // by endpoint; nil until one has passed the checks
	current int                 // the endpoint in use
	targets map[common.Address]model.Target
}

// NewChain describes a market; nothing is dialled before the first use.
// Market may be the zero address for a chain that is only deployed to.
func NewChain(name string, id uint64, urls []string, market common.Address) *Chain {
	return &Chain{Name: name, ID: id, Market: market, urls: urls, clients: make([]*ethclient.Client, len(urls)), targets: map[common.Address]model.Target{}, abi: contract.NewMarket()}
}

// call reads from the contract at the head of the chain.
func call[T any](ctx context.Context, c *Chain, data []byte, unpack func([]byte) (T, error)) (T, error) {
	var zero T
	client, err := c.Client(ctx)
	if err != nil {
		return zero, err
	}
	ctx, cancel := context.WithTimeout(ctx, rpcTimeout)
	defer cancel()
	out, err := client.CallContract(ctx, ethereum.CallMsg{To: &c.Market, Data: data}, nil)
	if err != nil {
		return zero, fmt.Errorf("chain %s: %w", c.Name, withoutURL(err))
	}
	v, err := unpack(out)
	if err != nil {
		return zero, fmt.Errorf("chain %s: market %s answers nonsense: %w", c.Name, c.Market, err)
	}
	return v, nil
}

// Head is the newest block's header.
func (c *Chain) Head(ctx context.Context) (*types.Header, error) {
	client, err := c.Client(ctx)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, rpcTimeout)
	defer cancel()
	head, err := client.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("chain %s: %w", c.Name, withoutURL(err))
	}
	return head, nil
}

// headerRLP is the header of a block as its hash is taken over it.
func (c *Chain) headerRLP(ctx context.Context, number uint64) ([]byte, error) {
	client, err := c.Client(ctx)
	if err != nil {
		return nil, err
	}
	header, err := client.HeaderByNumber(ctx, new(big.Int).SetUint64(number))
	if err != nil {
		return nil, fmt.Errorf("chain %s, block %d: %w", c.Name, number, withoutURL(err))
	}
	return rlp.EncodeToBytes(header)
}

// Balance is an account's ether, in wei.
func (c *Chain) Balance(ctx context.Context, a common.Address) (*big.Int, error) {
	client, err := c.Client(ctx)
	if err != nil {
		return nil, err
	}
	balance, err := client.BalanceAt(ctx, a, nil)
	return balance, withoutURL(err)
}

// Credit is what an account may withdraw from the market of a token, or of Ether.
func (c *Chain) Credit(ctx context.Context, token, a common.Address) (*big.Int, error) {
	return call(ctx, c, c.abi.PackBalance(token, a), c.abi.UnpackBalance)
}

// ChallengeCount is the number of challenges; their ids are 0 to n-1.
func (c *Chain) ChallengeCount(ctx context.Context) (uint64, error) {
	n, err := call(ctx, c, c.abi.PackChallengeCount(), c.abi.UnpackChallengeCount)
	if err != nil {
		return 0, err
	}
	return n.Uint64(), nil
}

// AddressOf reads an address that IsAddress accepts.
func AddressOf(s string) common.Address { return common.HexToAddress(s) }

// IsAddress reports whether s can be a contract's address; all zeros cannot.
func IsAddress(s string) bool {
	return common.IsHexAddress(s) && common.HexToAddress(s) != (common.Address{})
}
