package solver

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"net/http"
	"net/http/httptest"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
	"github.com/gpuarbiter/gpuarbiter/test/race"
	"github.com/gpuarbiter/gpuarbiter/test/rpcproxy"
)

// heap runs f and gives how far the heap has grown meanwhile at most, and afterwards.
func heap(f func()) (peak, after int64) {
	read := func() int64 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	defer debug.SetGCPercent(debug.SetGCPercent(10)) // little more is there than what is held
	runtime.GC()
	before := read()
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			peak = max(peak, read()-before)
			select {
			case <-stop:
				return
			case <-time.After(2 * time.Millisecond):
			}
		}
	}()
	f()
	close(stop)
	<-stopped
	runtime.GC()
	return peak, read() - before
}

// What an endpoint answers is bounded before it is believed: by how much it takes,
// and by what is shown of it.
func TestBombs(t *testing.T) {
	if race.Enabled {
		t.Skip("memory is measured, which the race detector's own hides")
	}
	p := newProxied(t, []string{"one"}, 1)
	b := p.all[0]
	p.until("committed", committedTo)
	const mb = 1 << 20
	tx := b.organise.Tx.Final()[0].Receipt
	c := market.New("dev", p.node.ChainID, []string{b.proxies[0].URL}, b.market)
	defer c.Close()
	if _, err := c.Client(t.Context()); err != nil {
		t.Fatal(err)
	}
	worst, worstLarge := int64(0), int64(0)
	for _, tt := range []struct {
		name string
		mode func(...string) rpcproxy.Mode
	}{
		{"a bomb", func(m ...string) rpcproxy.Mode { return rpcproxy.Bomb(false, m...) }},
		{"a quiet bomb", func(m ...string) rpcproxy.Mode { return rpcproxy.Bomb(true, m...) }},
		{"without end", rpcproxy.Endless},
		{"an error of 5 MiB", func(m ...string) rpcproxy.Mode { return rpcproxy.LongError(500, m...) }},
		{"one of JSON-RPC", func(m ...string) rpcproxy.Mode { return rpcproxy.LongError(200, m...) }},
	} {
		for _, method := range everyMethod {
			b.proxies[0].Set(tt.mode(method))
			var err error
			peak, after := heap(func() { err = askFor(t.Context(), c, b, method, tx) })
			if err == nil {
				t.Errorf("%s in answer to %s is believed", tt.name, method)
			} else if text := err.Error(); len(text) > 2000 || strings.ContainsAny(text, "\x1b\r\n\u202e") {
				t.Errorf("%s in answer to %s: this is shown: %.200q", tt.name, method, text)
			}
			most := int64(64 * mb)
			if method == "eth_getBlockByHash" || method == "eth_getBlockReceipts" || method == "eth_getLogs" {
				most, worstLarge = 160*mb, max(worstLarge, peak)
			} else {
				worst = max(worst, peak)
			}
			if peak > most || after > 32*mb {
				t.Errorf("%s in answer to %s takes %d MB, %d MB afterwards", tt.name, method, peak/mb, after/mb)
			}
		}
		b.proxies[0].Set(tt.mode())
		b.stop()
		if peak, after := heap(b.turn); peak > 64*mb || after > 32*mb {
			t.Errorf("%s: a look takes %d MB, %d MB afterwards", tt.name, peak/mb, after/mb)
		}
		if b.solver.State().Fault == "" || b.attempt().State != Committed {
			t.Errorf("%s: %+v", tt.name, b.attempt())
		}
	}
	t.Logf("at most %d MB more, %d MB where a whole block is asked for", worst/mb, worstLarge/mb)
}

// askFor asks for one thing, as the program does.
func askFor(ctx context.Context, c *market.Market, b *onlooker, method string, known *types.Receipt) (err error) {
	back, who := c.Backend(), b.wallet.Address()
	if _, err := c.Client(ctx); err != nil {
		return err
	}
	switch method {
	case "eth_chainId", "eth_getCode":
		c.Drop()
		_, err = c.Client(ctx)
	case "eth_getBlockByNumber":
		_, err = c.Head(ctx)
	case "eth_getBlockByHash", "eth_getBlockReceipts":
		_, err = back.TransactionReceipt(ctx, known.TxHash)
	case "eth_getTransactionReceipt":
		_, err = back.TransactionReceipt(ctx, known.TxHash)
	case "eth_getTransactionByHash":
		_, err = c.Sent(ctx, known.TxHash)
	case "eth_call":
		_, err = c.ChallengeCount(ctx)
	case "eth_estimateGas":
		_, err = back.EstimateGas(ctx, ethereum.CallMsg{From: who})
	case "eth_getLogs":
		_, err = c.OwnEntries(ctx, b.challenge(), who)
	case "eth_getTransactionCount":
		_, err = back.PendingNonceAt(ctx, who)
	case "eth_getBalance":
		_, err = c.Balance(ctx, who)
	case "eth_maxPriorityFeePerGas":
		_, err = back.SuggestGasTipCap(ctx)
	case "eth_gasPrice":
		_, err = chain.With(ctx, c.Chain, func(ctx context.Context, e *ethclient.Client) (*big.Int, error) { return e.SuggestGasPrice(ctx) })
	case "eth_feeHistory":
		_, err = chain.With(ctx, c.Chain, func(ctx context.Context, e *ethclient.Client) (*ethereum.FeeHistory, error) {
			return e.FeeHistory(ctx, 20, nil, []float64{90})
		})
	case "eth_sendRawTransaction":
		err = back.SendTransaction(ctx, types.NewTx(&types.LegacyTx{}))
	}
	return err
}

// A WebSocket's frame of 32 MiB is not taken.
func TestLargeFrames(t *testing.T) {
	url, stop, err := rpcproxy.LargeFrames(32 << 20)
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	c := market.New("dev", 1, []string{url}, common.Address{})
	defer c.Close()
	peak, after := heap(func() { _, err = c.Client(t.Context()) })
	if !errors.Is(err, chain.ErrUnreachable) || peak > 32<<20 || after > 16<<20 {
		t.Errorf("%v, %d MB, %d MB afterwards", err, peak>>20, after>>20)
	}
	t.Logf("%d MB more: %v", peak>>20, err)
}

// A redirect is not followed: whoever it names learns nothing of the endpoint's
// address, which holds a key, nor does a person who reads the error.
func TestRedirects(t *testing.T) {
	var mu sync.Mutex
	var heard []string
	elsewhere := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		heard = append(heard, fmt.Sprint(r.Method, r.URL, r.Header))
	}))
	defer elsewhere.Close()
	proxy, err := rpcproxy.New("http://127.0.0.1:1")
	if err != nil {
		t.Fatal(err)
	}
	defer proxy.Close()
	for _, status := range []int{300, 301, 302, 303, 305, 307, 308} {
		for _, to := range []string{elsewhere.URL, elsewhere.URL + "/v3/else", "//" + strings.TrimPrefix(elsewhere.URL, "http://"), "file:///etc/passwd", "http://[bad"} {
			proxy.Set(rpcproxy.Redirect(to, status))
			c := market.New("dev", 1, []string{strings.Replace(proxy.URL, "http://", "http://user:SECRET@", 1) + "/v3/SECRET?key=SECRET"}, common.Address{})
			_, err := c.Client(t.Context())
			if err == nil || strings.Contains(err.Error(), "SECRET") {
				t.Errorf("%d to %s: %v", status, to, err)
			}
			c.Close()
		}
	}
	if len(heard) > 0 {
		t.Errorf("it was followed: %q", heard)
	}
}
