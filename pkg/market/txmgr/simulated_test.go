package txmgr

import (
	"context"
	"errors"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient/simulated"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
)

// On a real node: a transfer, a replacement that the pool takes, a deployment,
// and a call that a contract refuses with its reason.
func TestOnANode(t *testing.T) {
	b := simulated.NewBackend(types.GenesisAlloc{wallet.Address(): {Balance: big.NewInt(1e18)}})
	defer b.Close()
	b.Commit() // without a block a node cannot say that there is no receipt
	now := time.Now()
	m, err := New(chainID, indexed{b.Client()}, wallet, newShelf(&chain{}), Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	ctx := t.Context()
	to := common.Address{7}
	transfer := Call{To: &to, Value: big.NewInt(12345)}
	first, err := m.Ensure(ctx, "transfer", transfer)
	if err != nil {
		t.Fatal(err)
	}
	now = now.Add(2 * time.Minute)
	again, err := m.Ensure(ctx, "transfer", transfer)
	for i := 0; i < 300 && err != nil && strings.Contains(err.Error(), "indexing is in progress"); i++ {
		time.Sleep(10 * time.Millisecond)
		again, err = m.Ensure(ctx, "transfer", transfer)
	}
	if err != nil || len(again.Raw) != 2 {
		t.Fatalf("%+v, %v", again, err)
	}
	b.Commit()
	in, err := m.Ensure(ctx, "transfer", transfer)
	if err != nil || in.State != Mined || in.Receipt.TxHash == newest(first).Hash() {
		t.Fatalf("the replacement was not taken: %+v, %v", in, err)
	}
	gas, value := in.Cost()
	balance, err := b.Client().BalanceAt(ctx, wallet.Address(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := new(big.Int).Add(balance, new(big.Int).Add(gas, value)); got.Int64() != 1e18 || value.Int64() != 12345 {
		t.Errorf("balance %v + gas %v + value %v is not what was there", balance, gas, value)
	}

	abi := contract.NewMarket()
	input := abi.PackConstructor(nil, 1, big.NewInt(1), 1)
	deploy := Call{Data: append(common.FromHex(contract.MarketMetaData.Bin), input...)}
	if _, err := m.Ensure(ctx, "deploy", deploy); err != nil {
		t.Fatal(err)
	}
	b.Commit()
	in, err = m.Ensure(ctx, "deploy", deploy)
	if err != nil || in.State != Mined {
		t.Fatal(in, err)
	}
	market := in.Receipt.ContractAddress
	_, err = m.Ensure(ctx, "withdraw", Call{To: &market, Data: abi.PackWithdraw(common.Address{}, big.NewInt(1))})
	var r *RevertError
	if !errors.As(err, &r) {
		t.Fatal(err)
	}
	if reason, err := abi.UnpackError(r.Data); err != nil {
		t.Error(err)
	} else if _, ok := reason.(*contract.MarketNothingToDo); !ok {
		t.Errorf("the reason is %T", reason)
	}
	if _, known := m.Known("withdraw"); known {
		t.Error("a refused call is an intent")
	}
}

// indexed is a client of a node whose index of receipts is never behind.
type indexed struct{ simulated.Client }

func (indexed) Included(context.Context, common.Hash) (bool, error) { return false, nil }

func (indexed) BlobBaseFee(context.Context) (*big.Int, error) { return big.NewInt(1), nil }
