package chain

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
)

// Need is one thing that endpoints and their chain have to serve, as it was found.
// docs/OPERATIONS.md has the list for people.
type Need struct {
	Endpoint int    // its number among the configured ones
	What     string // that was tried
	Words    string // what was found
	Lacks    bool   // without it challenges cannot be opened, solved or settled
	Minor    bool   // it is done without, at a price that Words names
}

// needs are what is tried of an endpoint, in order.
var needs = []struct {
	what string
	try  func(context.Context, *Chain, *ethclient.Client, *types.Header) (words string, minor bool, err error)
}{
	{"base fee", needBaseFee},
	{"tip", needTip},
	{"blob fee", needBlobFee},
	{"pending nonce", needPendingNonce},
	{"calls at a block's hash", needCallAtHash},
	{"logs", needLogs},
	{"transactions and receipts", needReceipts},
	{"old block hashes", needHistory},
	{"randomness", needRandomness},
}

// Needs tries everything that each endpoint and its chain have to serve, before money
// depends on it. It sends nothing.
func (c *Chain) Needs(ctx context.Context) (found []Need) {
	for i := range c.urls {
		client, err := c.open(ctx, i)
		var head *types.Header
		if err == nil {
			head, err = client.HeaderByNumber(ctx, nil)
		}
		if err != nil {
			found = append(found, Need{Endpoint: i, What: "endpoint", Words: said(err).Error(), Lacks: true})
			continue
		}
		for _, n := range needs {
			var words string
			var minor bool
			err := inPatience(ctx, func(ctx context.Context) (err error) {
				words, minor, err = n.try(large(ctx), c, client, head)
				return err
			})
			need := Need{Endpoint: i, What: n.what, Words: words, Minor: minor}
			if err != nil {
				need.Words, need.Lacks = said(err).Error(), !isIndexing(err)
				need.Minor = !need.Lacks
			}
			found = append(found, need)
		}
	}
	return found
}

// How often something is tried that an endpoint only cannot do for the moment, and
// something that it does not find yet.
const (
	needTries = 8
	missTries = 4
)

// inPatience tries something within the time of a request, again and again where
// the endpoint is only busy or a little behind.
func inPatience(ctx context.Context, try func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, rpcTimeout)
	defer cancel()
	for tries, pause := 1, pinPause; ; tries, pause = tries+1, min(2*pause, time.Second) {
		err := try(ctx)
		again := tries < needTries && (isPassing(err) || isIndexing(err)) || tries < missTries && errors.Is(err, ethereum.NotFound)
		if !again || Sleep(ctx, pause) != nil {
			return err
		}
	}
}

// Serves is an error that names the first thing that no endpoint serves; one that
// some endpoint serves is served.
func Serves(found []Need) error {
	served := map[string]bool{}
	for _, n := range found {
		served[n.What] = served[n.What] || !n.Lacks
		served["endpoint"] = served["endpoint"] || n.What != "endpoint"
	}
	for _, n := range found {
		if n.Lacks && !served[n.What] {
			return fmt.Errorf("the endpoint cannot serve a market: %s: %s", n.What, n.Words)
		}
	}
	return nil
}

func needBaseFee(_ context.Context, _ *Chain, _ *ethclient.Client, head *types.Header) (string, bool, error) {
	if head.BaseFee == nil {
		return "", false, txmgr.ErrNoBaseFee
	}
	return fmt.Sprintf("%v wei in block %v", head.BaseFee, head.Number), false, nil
}

func needTip(ctx context.Context, _ *Chain, e *ethclient.Client, _ *types.Header) (string, bool, error) {
	if _, err := e.SuggestGasTipCap(ctx); err != nil {
		tip, err := suggestedTip(ctx, e)
		return fmt.Sprintf("the method eth_maxPriorityFeePerGas is missing: taken from the gas price, %v wei", tip), true, err
	}
	if _, err := paidTip(ctx, e); err != nil {
		return "the method eth_feeHistory is missing: a suggested tip is only bounded by the base fee", true, nil
	}
	return "suggested, and what was paid of late", false, nil
}

// needBlobFee is never one that a market cannot do without: there are calls enough without blobs.
func needBlobFee(ctx context.Context, c *Chain, e *ethclient.Client, head *types.Header) (string, bool, error) {
	fee, err := blobFee(rulesOf(c.ID), head)
	if err != nil {
		return err.Error(), true, nil
	}
	if _, err := e.BlobBaseFee(ctx); err != nil {
		return "the method eth_blobBaseFee is missing: taken from the newest block's header, by the rules that this version knows", true, nil
	}
	return fmt.Sprintf("%v wei in block %v", fee, head.Number), false, nil
}

func needPendingNonce(ctx context.Context, _ *Chain, e *ethclient.Client, _ *types.Header) (string, bool, error) {
	if _, err := e.PendingNonceAt(ctx, common.Address{}); err != nil {
		_, err := e.NonceAt(ctx, common.Address{}, nil)
		return "there is no pending state: only this program may send for the account", true, err
	}
	return "counted", false, nil
}

func needCallAtHash(ctx context.Context, c *Chain, e *ethclient.Client, head *types.Header) (string, bool, error) {
	_, err := e.CallContractAtHash(ctx, ethereum.CallMsg{To: &c.Address, Data: contract.NewMarket().PackChallengeCount()}, head.Hash())
	return "answered", false, err
}

func needLogs(ctx context.Context, c *Chain, e *ethclient.Client, head *types.Header) (string, bool, error) {
	top := head.Number.Uint64()
	for span := min(uint64(mostSpan), top+1); ; span /= 2 {
		_, err := e.FilterLogs(ctx, ethereum.FilterQuery{
			Addresses: []common.Address{c.Address}, FromBlock: new(big.Int).SetUint64(top - span + 1), ToBlock: head.Number,
		})
		switch {
		case err == nil && (span >= 1000 || span > top/2):
			return fmt.Sprintf("of %d blocks at a time", span), span < min(mostSpan, top+1), nil
		case err == nil:
			return fmt.Sprintf("of %d blocks at a time only: reading back takes long", span), true, nil
		case span <= 1 || lacks(err) || ctx.Err() != nil:
			return "", false, err
		}
	}
}

// someTransaction looks for a block with a transaction among the latest; nil: none.
func someTransaction(ctx context.Context, e *ethclient.Client, head *types.Header) (*types.Header, error) {
	if head.TxHash != types.EmptyTxsHash {
		return head, nil
	}
	const blocks, atOnce, singly = 256, 16, 32
	next := head.Number.Int64() - 1
	for least := max(0, next-blocks+1); next >= least; {
		batch, headers := []rpc.BatchElem{}, make([]*types.Header, atOnce)
		for i := 0; i < atOnce && next >= least; i, next = i+1, next-1 {
			batch = append(batch, rpc.BatchElem{Method: "eth_getBlockByNumber", Args: []any{fmt.Sprintf("%#x", next), false}, Result: &headers[i]})
		}
		if err := e.Client().BatchCallContext(ctx, batch); err != nil { // many endpoints take none
			least = max(least, head.Number.Int64()-singly)
			for _, call := range batch {
				if err := e.Client().CallContext(ctx, call.Result, call.Method, call.Args...); err != nil {
					return nil, err
				}
			}
		}
		for _, h := range headers {
			if h != nil && h.TxHash != types.EmptyTxsHash {
				return h, nil
			}
		}
	}
	return nil, nil
}

func needReceipts(ctx context.Context, c *Chain, e *ethclient.Client, head *types.Header) (string, bool, error) {
	header, err := someTransaction(ctx, e, head)
	if err != nil || header == nil {
		return "not tried: no transaction was found in the latest blocks", true, nil
	}
	var block *struct {
		Transactions []common.Hash `json:"transactions"`
	}
	if err := e.Client().CallContext(ctx, &block, "eth_getBlockByHash", header.Hash(), false); err != nil || block == nil || len(block.Transactions) == 0 {
		return "", false, fmt.Errorf("block %v is not given by its hash: %w", header.Number, errors.Join(err, ethereum.NotFound))
	}
	hash := block.Transactions[0]
	var tx *struct {
		Hash common.Hash `json:"hash"`
	}
	if err := e.Client().CallContext(ctx, &tx, "eth_getTransactionByHash", hash); err != nil || tx == nil || tx.Hash != hash {
		return "", false, fmt.Errorf("a transaction of block %v is not given by its hash: hold-outs and models could not be read back: %w", header.Number, errors.Join(err, ethereum.NotFound))
	}
	r, err := e.TransactionReceipt(ctx, hash)
	if err != nil {
		return "", false, fmt.Errorf("a receipt of block %v: %w", header.Number, err)
	}
	if _, err := proveReceipt(ctx, e, c.ID, r); errors.Is(err, errUnprovable) {
		return "receipts of this chain cannot be proven: configure several endpoints, which must agree", true, nil
	} else if err != nil {
		return "", false, err
	}
	return "read and proven", false, nil
}

func needHistory(ctx context.Context, _ *Chain, e *ethclient.Client, head *types.Header) (string, bool, error) {
	const back = 300 // more than the BLOCKHASH opcode reaches
	if head.Number.Uint64() <= back {
		return "not tried: the chain is too short", true, nil
	}
	number := new(big.Int).Sub(head.Number, big.NewInt(back))
	old, err := e.HeaderByNumber(ctx, number)
	if err != nil {
		return "", false, err
	}
	history := params.HistoryStorageAddress
	out, err := e.CallContract(ctx, ethereum.CallMsg{To: &history, Data: common.BigToHash(number).Bytes()}, head.Number)
	if err != nil || common.BytesToHash(out) != old.Hash() {
		return "the chain does not keep them (EIP-2935): a draw must be made within 256 blocks", true, nil
	}
	return "kept", false, nil
}

func needRandomness(ctx context.Context, _ *Chain, e *ethclient.Client, head *types.Header) (string, bool, error) {
	seen := map[common.Hash]bool{head.MixDigest: true}
	for n := head.Number.Int64() - 1; n >= 0 && n > head.Number.Int64()-4; n-- {
		h, err := e.HeaderByNumber(ctx, big.NewInt(n))
		if err != nil {
			return "", false, err
		}
		seen[h.MixDigest] = true
	}
	if len(seen) < 2 && head.Number.Sign() > 0 {
		return "", false, fmt.Errorf("prevrandao is %s in every block: everybody knows what a draw would give", head.MixDigest)
	}
	return "prevrandao changes from block to block", false, nil
}
