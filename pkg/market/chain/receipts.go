package chain

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/ethereum/go-ethereum/trie"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
)

// ErrForged reports a receipt that its block does not commit to.
var ErrForged = errors.New("the receipt is not what its block commits to")

// errUnprovable reports a block of which receipts cannot be proven here: it holds
// kinds of transactions that no client but its chain's own can encode.
var errUnprovable = errors.New("receipts of this chain cannot be proven")

// TransactionReceipt is a transaction's receipt, proven against its block. The
// endpoint in use is asked and, if that knows of none, cannot tell or tells of another
// transaction or block, all of them: a node may have lost its index of transactions, and
// what seems not to have happened would be done again, or waited for in vain.
func (b backend) TransactionReceipt(ctx context.Context, h common.Hash) (*types.Receipt, error) {
	r, err := With(ctx, b.c, func(ctx context.Context, e *ethclient.Client) (*types.Receipt, error) {
		return e.TransactionReceipt(ctx, h)
	})
	switch {
	case err == nil && r.TxHash == h:
		if r, err = b.proven(ctx, r); err == nil {
			return r, nil
		}
	case err == nil || isIndexing(err):
		err = txmgr.ErrUnknown
	}
	if len(b.c.urls) < 2 || !errors.Is(err, ethereum.NotFound) && !errors.Is(err, txmgr.ErrUnknown) {
		return nil, err
	}
	others, _ := askEach(ctx, b, func(ctx context.Context, e *ethclient.Client) (*types.Receipt, error) {
		return e.TransactionReceipt(ctx, h)
	})
	for _, r := range others {
		if r.TxHash != h {
			continue
		}
		if r, err := b.proven(ctx, r); err == nil {
			return r, nil
		}
	}
	return nil, err
}

// isIndexing reports a node whose index of transactions is behind.
func isIndexing(err error) bool { return err != nil && strings.Contains(err.Error(), "indexing") }

// proven is the receipt as its block has it. Of what an endpoint says only the hash
// of the block is used: the block must be the one that most endpoints have at its
// height, its header must have that hash, and all its transactions and receipts the
// roots that the header names.
func (b backend) proven(ctx context.Context, claimed *types.Receipt) (*types.Receipt, error) {
	key := [2]common.Hash{claimed.TxHash, claimed.BlockHash}
	b.c.mu.Lock()
	r := b.c.receipts[key]
	b.c.mu.Unlock()
	if err := b.canonical(ctx, claimed); err != nil {
		return nil, err
	}
	if r != nil {
		copied := *r
		return &copied, nil
	}
	r, err := With(ctx, b.c, func(ctx context.Context, e *ethclient.Client) (*types.Receipt, error) {
		return proveReceipt(large(ctx), e, b.c.ID, claimed)
	})
	if errors.Is(err, errUnprovable) {
		r, err = b.agreed(ctx, claimed)
	}
	if errors.Is(err, ErrForged) || errors.Is(err, ethereum.NotFound) { // another endpoint may have it right
		list, _ := askEach(ctx, b, func(ctx context.Context, e *ethclient.Client) (*types.Receipt, error) {
			return proveReceipt(large(ctx), e, b.c.ID, claimed)
		})
		if len(list) > 0 {
			r, err = list[0], nil
		}
	}
	if err != nil {
		return nil, fmt.Errorf("chain %s: transaction %s in block %s: %w", b.c.Name, claimed.TxHash, claimed.BlockHash, err)
	}
	b.c.mu.Lock()
	if len(b.c.receipts) > 256 { // those of the latest blocks are asked for again and again
		clear(b.c.receipts)
	}
	b.c.receipts[key] = r
	b.c.mu.Unlock()
	copied := *r
	return &copied, nil
}

// canonical checks that the endpoint in use has the receipt's block at its height
// and that, where there are several endpoints, most do. What most do not have, or
// none can say, is not known.
func (b backend) canonical(ctx context.Context, r *types.Receipt) error {
	if r.BlockNumber == nil {
		return txmgr.ErrUnknown
	}
	if len(b.c.urls) < 2 {
		header, err := b.HeaderByNumber(ctx, r.BlockNumber)
		if err != nil && !errors.Is(err, ethereum.NotFound) {
			return err
		}
		if err != nil || header.Hash() != r.BlockHash {
			return ethereum.NotFound // taken back
		}
		return nil
	}
	hashes, err := askEach(ctx, b, func(ctx context.Context, e *ethclient.Client) (common.Hash, error) {
		header, err := e.HeaderByNumber(ctx, r.BlockNumber)
		if err != nil {
			return common.Hash{}, err
		}
		return header.Hash(), nil
	})
	if len(hashes) == 0 {
		return err
	}
	votes := 0
	for _, h := range hashes {
		if h == r.BlockHash {
			votes++
		}
	}
	switch {
	case 2*votes > len(hashes):
		return nil
	case 2*votes == len(hashes):
		return txmgr.ErrUnknown
	}
	return ethereum.NotFound
}

// agreed is a receipt that cannot be proven, but in which most endpoints agree.
func (b backend) agreed(ctx context.Context, claimed *types.Receipt) (*types.Receipt, error) {
	list, err := askEach(ctx, b, func(ctx context.Context, e *ethclient.Client) (*types.Receipt, error) {
		return e.TransactionReceipt(ctx, claimed.TxHash)
	})
	if len(list) == 0 {
		return nil, err
	}
	list = slices.DeleteFunc(list, hollow)
	for _, r := range list {
		votes := 0
		for _, other := range list {
			if r.Status == other.Status && r.BlockHash == other.BlockHash && r.GasUsed == other.GasUsed && sameLogs(r.Logs, other.Logs) {
				votes++
			}
		}
		if 2*votes > len(list) {
			return r, nil
		}
	}
	return nil, txmgr.ErrUnknown
}

func sameLogs(a, b []*types.Log) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Address != b[i].Address || fmt.Sprint(a[i].Topics) != fmt.Sprint(b[i].Topics) || string(a[i].Data) != string(b[i].Data) {
			return false
		}
	}
	return true
}

// proveReceipt reads a whole block from one endpoint and gives the receipt of a
// transaction in it, all of whose fields follow from what the block's hash commits to.
func proveReceipt(ctx context.Context, e *ethclient.Client, chainID uint64, claimed *types.Receipt) (*types.Receipt, error) {
	block, err := e.BlockByHash(ctx, claimed.BlockHash)
	if err != nil {
		if strings.Contains(err.Error(), types.ErrTxTypeNotSupported.Error()) {
			return nil, errUnprovable
		}
		return nil, err
	}
	if block.Hash() != claimed.BlockHash {
		return nil, fmt.Errorf("%w: header", ErrForged)
	}
	txs := block.Transactions()
	if slices.Contains(txs, nil) {
		return nil, fmt.Errorf("%w: transactions", ErrForged)
	}
	if types.DeriveSha(txs, trie.NewStackTrie(nil)) != block.TxHash() {
		return nil, fmt.Errorf("%w: transactions", ErrForged)
	}
	receipts, err := blockReceipts(ctx, e, block)
	if err != nil {
		return nil, err
	}
	if slices.ContainsFunc(receipts, hollow) || types.DeriveSha(receipts, trie.NewStackTrie(nil)) != block.ReceiptHash() {
		return nil, ErrForged
	}
	blobGasPrice, err := blobFee(rulesOf(chainID), block.Header())
	if err != nil {
		blobGasPrice = new(big.Int) // none of its transactions has blobs
	}
	rules := newestRules(chainID)
	if err := receipts.DeriveFields(rules, block.Hash(), block.NumberU64(), block.Time(), block.BaseFee(), blobGasPrice, txs); err != nil {
		return nil, fmt.Errorf("%w: %w", errUnprovable, err)
	}
	for _, r := range receipts {
		if r.TxHash == claimed.TxHash {
			return r, nil
		}
	}
	return nil, fmt.Errorf("%w: the transaction is not in the block", ErrForged)
}

// hollow reports a receipt that is none, or has a log that is none: null is JSON, too.
func hollow(r *types.Receipt) bool { return r == nil || slices.Contains(r.Logs, nil) }

// blockReceipts are all receipts of a block; of an endpoint that does not give them
// at once, one by one.
func blockReceipts(ctx context.Context, e *ethclient.Client, block *types.Block) (types.Receipts, error) {
	list, err := e.BlockReceipts(ctx, rpc.BlockNumberOrHashWithHash(block.Hash(), false))
	if err == nil && len(list) == len(block.Transactions()) {
		return list, nil
	}
	if err != nil && !lacks(err) {
		return nil, err
	}
	list = list[:0]
	for _, tx := range block.Transactions() {
		r, err := e.TransactionReceipt(ctx, tx.Hash())
		if err != nil {
			return nil, err
		}
		list = append(list, r)
	}
	return list, nil
}
