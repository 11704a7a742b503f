//go:build e2e

package e2e

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/gpuarbiter/gpuarbiter/test/scenario"
)

func dial(t *testing.T, w *scenario.World) *ethclient.Client {
	t.Helper()
	c, err := ethclient.Dial(w.Node.URL)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func balance(t *testing.T, w *scenario.World) *big.Int {
	t.Helper()
	v, err := w.Balance(t.Context(), w.Solver.Address)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func bigOf(s string) *big.Int {
	v, _ := new(big.Int).SetString("0"+s, 10)
	return v
}
