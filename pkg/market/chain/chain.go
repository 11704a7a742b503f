// Package chain reads a chain through one endpoint or several, none of which is
// believed alone where there are others: it compares them, bounds what they answer
// and proves what can be proven.
package chain

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rlp"
)

// Faults of the world that callers tell apart.
var (
	ErrUnreachable = errors.New("no RPC endpoint answers")
	ErrWrongChain  = errors.New("the endpoint serves another chain")
	ErrNoContract  = errors.New("there is no market at the address")
	ErrForeignCode = errors.New("the contract at the address is not this program's market")
	ErrNoChallenge = errors.New("there is no such challenge")
	ErrDisagree    = errors.New("the endpoints disagree about the chain")
	ErrHeaders     = errors.New("the chain's block hashes are not those of their headers: no draw can be proven there")
)

// rpcTimeout bounds one request; a hung endpoint must not hold a tick.
const rpcTimeout = 20 * time.Second

// Chain is a chain that a market's contract is on, as its endpoints show it.
type Chain struct {
	Name    string
	ID      uint64
	Address common.Address // of the market's contract: who does not have it there is not used
	urls    []string

	mu      sync.Mutex
	clients []*ethclient.Client // by endpoint; nil until one has passed the checks
	current int                 // the endpoint in use
	amiss   []string            // what the latest audit found wrong, by endpoint
	rests   map[int]time.Time   // until when an endpoint is not asked by audits
	doubts  map[int]time.Time   // until when it is not believed alone

	receipts map[[2]common.Hash]*types.Receipt // proven, by transaction and block
	span     uint64                            // for how many blocks logs are asked for at once
	streak   int                               // how often that has worked
}

// New describes a chain; nothing is dialled before the first use.
// The market's address may be zero for a chain that is only deployed to.
func New(name string, id uint64, urls []string, address common.Address) *Chain {
	return &Chain{
		Name: name, ID: id, Address: address, urls: urls, clients: make([]*ethclient.Client, len(urls)),
		rests: map[int]time.Time{}, doubts: map[int]time.Time{},
		receipts: map[[2]common.Hash]*types.Receipt{}, span: mostSpan,
	}
}

// pinned is the key of the block that the reads of a context are made at.
type pinned struct{}

// Pin lets all reads of the contract be made at one block, so that what is decided
// on them fits together, and comes from the chain that the block is on: an
// endpoint that has fallen behind, or is another one by now, does not know it.
func Pin(ctx context.Context, head *types.Header) context.Context {
	return context.WithValue(ctx, pinned{}, head.Hash())
}

// Behind one address there may be several nodes, of which one has the block a
// moment later than another.
const (
	pinTries = 5
	pinPause = 200 * time.Millisecond
)

// Read calls a contract at the block that ctx is pinned to, or at the head.
func (c *Chain) Read(ctx context.Context, to common.Address, data []byte) ([]byte, error) {
	msg := ethereum.CallMsg{To: &to, Data: data}
	hash, isPinned := ctx.Value(pinned{}).(common.Hash)
	for try := 1; ; try++ {
		out, err := With(ctx, c, func(ctx context.Context, e *ethclient.Client) ([]byte, error) {
			if isPinned {
				return e.CallContractAtHash(ctx, msg, hash)
			}
			return e.CallContract(ctx, msg, nil)
		})
		if err == nil || !isPinned || try == pinTries || !strings.Contains(err.Error(), "not found") {
			return out, err
		}
		if err := Sleep(ctx, pinPause); err != nil {
			return nil, err
		}
	}
}

// Head is the newest block's header.
func (c *Chain) Head(ctx context.Context) (*types.Header, error) {
	head, err := c.Backend().HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("chain %s: %w", c.Name, err)
	}
	return head, nil
}

// HeaderRLP is the header of a block as its hash is taken over it.
func (c *Chain) HeaderRLP(ctx context.Context, number uint64) ([]byte, error) {
	header, err := c.Backend().HeaderByNumber(ctx, new(big.Int).SetUint64(number))
	if err != nil {
		return nil, fmt.Errorf("chain %s, block %d: %w", c.Name, number, err)
	}
	return rlp.EncodeToBytes(header)
}

// Balance is an account's ether, in wei.
func (c *Chain) Balance(ctx context.Context, a common.Address) (*big.Int, error) {
	return With(ctx, c, func(ctx context.Context, e *ethclient.Client) (*big.Int, error) { return e.BalanceAt(ctx, a, nil) })
}

// Address is an account or a contract.
type Address = common.Address

// AddressOf reads an address that IsAddress accepts.
func AddressOf(s string) common.Address { return common.HexToAddress(s) }

// IsAddress reports whether s can be a contract's address; all zeros cannot.
func IsAddress(s string) bool {
	return common.IsHexAddress(s) && common.HexToAddress(s) != (common.Address{})
}
