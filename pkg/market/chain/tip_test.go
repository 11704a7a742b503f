package chain

import (
	"encoding/json"
	"math/big"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
)

// An endpoint that suggests no tip leaves one all the same, whichever way the base fee moves
// between the questions that it is made from.
func TestTipOfGasPrice(t *testing.T) {
	for _, tt := range []struct {
		name                 string
		before, price, after int64
		want                 int64
	}{
		{"the base fee stands still", 100, 107, 100, 7},
		{"it rises before the price is asked", 100, 127, 120, 27},
		{"it rises after the price was asked", 100, 107, 120, 7},
		{"it falls before the price is asked", 120, 107, 100, 7},
		{"it falls after the price was asked", 120, 127, 100, 27},
		{"the price is the base fee", 100, 100, 100, 1},
		{"the price is below the base fee", 100, 90, 100, 1},
	} {
		bases := []int64{tt.before, tt.after}
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			var call struct {
				ID     json.RawMessage `json:"id"`
				Method string          `json:"method"`
			}
			if err := json.NewDecoder(r.Body).Decode(&call); err != nil {
				t.Error(err)
			}
			answer := map[string]any{"jsonrpc": "2.0", "id": call.ID}
			switch call.Method {
			case "eth_gasPrice":
				answer["result"] = "0x" + big.NewInt(tt.price).Text(16)
			case "eth_getBlockByNumber":
				answer["result"] = types.Header{Number: big.NewInt(1), Difficulty: new(big.Int), BaseFee: big.NewInt(bases[0])}
				bases = bases[1:]
			default:
				answer["error"] = map[string]any{"code": -32601, "message": "the method does not exist"}
			}
			w.Header().Set("Content-Type", "application/json")
			if err := json.NewEncoder(w).Encode(answer); err != nil {
				t.Error(err)
			}
		}))
		t.Cleanup(server.Close)
		e, err := ethclient.Dial(server.URL)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(e.Close)
		if got, err := suggestedTip(t.Context(), e); err != nil || got.Int64() != tt.want {
			t.Errorf("%s: %v, %v, want %d", tt.name, got, err, tt.want)
		}
	}
}
