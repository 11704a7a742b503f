package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"net/http"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

// OpenSigner opens what signs for the wallet's account: a keystore file, or a
// signer in a process of its own. Neither configured gives nil: watch only.
func OpenSigner(w config.Wallet) (txmgr.Signer, error) {
	switch {
	case w.Signer != "":
		return &remoteSigner{url: w.Signer, address: common.HexToAddress(w.Address)}, nil
	case w.Keystore != "":
		key, err := OpenKey(w.Keystore, w.PasswordFile)
		if err != nil {
			return nil, err
		}
		return key, nil
	}
	return nil, nil
}

// remoteSigner has transactions signed by Clef (account_signTransaction), or by
// anything that answers eth_signTransaction. It is not trusted with what is
// signed, only with the key. One that does not answer is a fault of the world:
// the transaction is tried again later.
type remoteSigner struct {
	url     config.SecretURL
	address common.Address
}

// signTimeout leaves a person time to approve.
const signTimeout = 2 * time.Minute

// methodNotFound is JSON-RPC's code.
const methodNotFound = -32601

// Address is the account.
func (r *remoteSigner) Address() common.Address { return r.address }

// SignTx asks for a signature and checks that just this was signed, by the account.
func (r *remoteSigner) SignTx(tx *types.Transaction, chainID *big.Int) (*types.Transaction, error) {
	signed, err := r.signTx(tx, chainID)
	if err != nil {
		// Libraries put the address, and with it its password, into their errors.
		return nil, fmt.Errorf("remote signer: %w", r.url.Cloak(err))
	}
	return signed, nil
}

func (r *remoteSigner) signTx(tx *types.Transaction, chainID *big.Int) (*types.Transaction, error) {
	ctx, cancel := context.WithTimeout(context.Background(), signTimeout)
	defer cancel()
	transport := newSignerTransport()
	client, err := rpc.DialOptions(ctx, r.url.Reveal(), rpc.WithHTTPClient(&http.Client{Transport: transport, CheckRedirect: stay}),
		rpc.WithWebsocketMessageSizeLimit(maxSignerAnswer))
	if err != nil {
		return nil, err
	}
	defer client.Close()
	args := map[string]any{
		"from": r.address, "to": tx.To(), "gas": hexutil.Uint64(tx.Gas()), "nonce": hexutil.Uint64(tx.Nonce()), "value": (*hexutil.Big)(tx.Value()),
		"maxFeePerGas": (*hexutil.Big)(tx.GasFeeCap()), "maxPriorityFeePerGas": (*hexutil.Big)(tx.GasTipCap()),
		"data": hexutil.Bytes(tx.Data()), "chainId": (*hexutil.Big)(chainID),
	}
	if hashes := tx.BlobHashes(); hashes != nil { // the blobs themselves are not signed
		args["blobVersionedHashes"], args["maxFeePerBlobGas"] = hashes, (*hexutil.Big)(tx.BlobGasFeeCap())
	}
	var answer json.RawMessage
	err = client.CallContext(ctx, &answer, "account_signTransaction", args)
	var coded rpc.Error
	if errors.As(err, &coded) && coded.ErrorCode() == methodNotFound {
		err = client.CallContext(ctx, &answer, "eth_signTransaction", args)
	}
	if err != nil {
		return nil, plain.Error(err)
	}
	signed, err := signedTx(answer)
	if err != nil {
		return nil, fmt.Errorf("answers nonsense: %w", plain.Error(err))
	}
	return signed, sameTx(signed, tx, r.address, chainID)
}

// sameTx fails unless signed is tx, in every field, signed by the account for the
// chain. Comparing the hash alone would do, since it covers them all; the fields
// are there to say which one differs.
func sameTx(signed, tx *types.Transaction, from common.Address, chainID *big.Int) error {
	signer := types.LatestSignerForChainID(chainID)
	by, err := types.Sender(signer, signed)
	if err != nil {
		return err
	}
	if by != from {
		return fmt.Errorf("it signed for %s, want %s", by, from)
	}
	for _, field := range []struct {
		name string
		same bool
	}{
		{"type", signed.Type() == tx.Type()},
		{"chain id", signed.ChainId().Cmp(chainID) == 0},
		{"nonce", signed.Nonce() == tx.Nonce()},
		{"receiver", (signed.To() == nil) == (tx.To() == nil) && (tx.To() == nil || *signed.To() == *tx.To())},
		{"value", signed.Value().Cmp(tx.Value()) == 0},
		{"data", bytes.Equal(signed.Data(), tx.Data())},
		{"gas", signed.Gas() == tx.Gas()},
		{"highest fee", signed.GasFeeCap().Cmp(tx.GasFeeCap()) == 0},
		{"tip", signed.GasTipCap().Cmp(tx.GasTipCap()) == 0},
		{"blob", slices.Equal(signed.BlobHashes(), tx.BlobHashes())},
		{"highest blob fee", signed.BlobGasFeeCap().String() == tx.BlobGasFeeCap().String()},
		{"access list", len(signed.AccessList()) == 0 && len(tx.AccessList()) == 0},
		{"content", signer.Hash(signed) == signer.Hash(tx)},
	} {
		if !field.same {
			return fmt.Errorf("it changed the transaction: another %s", field.name)
		}
	}
	return nil
}

// signedTx reads {"raw": "0x..."}, as Clef answers, or just "0x...".
func signedTx(answer json.RawMessage) (*types.Transaction, error) {
	var raw hexutil.Bytes
	if err := json.Unmarshal(answer, &raw); err != nil {
		var clef struct {
			Raw hexutil.Bytes `json:"raw"`
		}
		if err := json.Unmarshal(answer, &clef); err != nil {
			return nil, err
		}
		raw = clef.Raw
	}
	tx := new(types.Transaction)
	return tx, tx.UnmarshalBinary(raw)
}
