package chain

import (
	"context"
	"encoding/json"
	"errors"
	"math/big"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
)

// fake is an endpoint that serves headers of a chain that may be a fork, a
// contract that answers where it knows the block, and takes transactions.
type fake struct {
	mu    sync.Mutex
	head  int64
	from  int64 // the first block of the fork; 0: none
	hangs bool
	sent  int
}

func (f *fake) set(head, from int64, hangs bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.head, f.from, f.hangs = head, from, hangs
}

func (f *fake) header(n int64) *types.Header {
	h := &types.Header{Number: big.NewInt(n), Difficulty: new(big.Int), BaseFee: big.NewInt(1)}
	if f.from > 0 && n >= f.from {
		h.Extra = []byte("fork")
	}
	return h
}

func (f *fake) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var call struct {
		ID     json.RawMessage   `json:"id"`
		Method string            `json:"method"`
		Params []json.RawMessage `json:"params"`
	}
	_ = json.NewDecoder(r.Body).Decode(&call)
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.hangs {
		f.mu.Unlock()
		<-r.Context().Done()
		f.mu.Lock()
		return
	}
	answer := map[string]any{"jsonrpc": "2.0", "id": call.ID}
	switch call.Method {
	case "eth_chainId":
		answer["result"] = "0x1"
	case "eth_sendRawTransaction":
		f.sent++
		answer["result"] = common.Hash{}
	case "eth_getBlockByNumber":
		n := hexutil.Uint64(f.head)
		_ = json.Unmarshal(call.Params[0], &n)
		answer["result"] = f.header(int64(n))
	case "eth_call":
		var block struct{ BlockHash common.Hash }
		_ = json.Unmarshal(call.Params[1], &block)
		answer["error"] = map[string]any{"code": -32000, "message": "header for hash not found"}
		for n := range f.head + 1 {
			if f.header(n).Hash() == block.BlockHash {
				delete(answer, "error")
				answer["result"] = hexutil.Bytes(common.BigToHash(big.NewInt(7)).Bytes())
			}
		}
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(answer)
}

func fakes(t *testing.T, n int) (list []*fake, c *Chain) {
	var urls []string
	for range n {
		f := &fake{head: 20}
		server := httptest.NewServer(f)
		t.Cleanup(server.CloseClientConnections)
		list, urls = append(list, f), append(urls, server.URL)
	}
	c = New("dev", 1, urls, common.Address{})
	t.Cleanup(c.Close)
	return list, c
}

// Two endpoints that disagree: nothing is read until they agree again.
func TestAuditOfTwo(t *testing.T) {
	list, c := fakes(t, 2)
	audit := func(want error) {
		t.Helper()
		if _, err := c.Audit(t.Context()); !errors.Is(err, want) {
			t.Fatalf("%v, want %v", err, want)
		}
	}
	audit(nil)
	list[1].set(30, 15, false)
	audit(ErrDisagree)
	if got := c.Amiss(); !slices.Equal(got, []string{against, against}) {
		t.Errorf("%q", got)
	}
	audit(ErrDisagree)
	list[1].set(21, 0, false)
	audit(nil)
	if got := c.Amiss(); !slices.Equal(got, []string{"", ""}) {
		t.Errorf("%q", got)
	}
}

// One that hangs from the start keeps nobody from hearing the others, and takes
// time once, not at every look; it is heard again later.
func TestAuditDoesNotWaitForOneThatHangs(t *testing.T) {
	t.Parallel()
	list, c := fakes(t, 3)
	list[0].set(20, 0, true)
	list[1].set(8, 0, false)
	for range 3 {
		head, err := c.Audit(t.Context())
		if err != nil || head.Number.Int64() != 20 || c.InUse() != 2 {
			t.Fatalf("%v, %v, rpc[%d]", head, err, c.InUse())
		}
	}
	begin := time.Now()
	if _, err := c.Audit(t.Context()); err != nil || time.Since(begin) > auditTimeout/2 {
		t.Errorf("%v after %v", err, time.Since(begin))
	}
	list[0].set(20, 0, false)
	clear(c.rests)
	if _, err := c.Audit(t.Context()); err != nil || !slices.Equal(c.Amiss(), []string{"", behind, ""}) {
		t.Errorf("%v, %q", err, c.Amiss())
	}
}

// An endpoint that changes after it was audited is caught at the next read, and
// not believed for what it reads on its other chain.
func TestReadsArePinned(t *testing.T) {
	list, c := fakes(t, 1)
	head, err := c.Audit(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	read := func() error {
		out, err := c.Read(Pin(t.Context(), head), common.Address{1}, nil)
		if n := new(big.Int).SetBytes(out); err == nil && n.Int64() != 7 {
			t.Errorf("it reads %v", n)
		}
		return err
	}
	if err := read(); err != nil {
		t.Error(err)
	}
	list[0].set(80, 15, false)
	if read() == nil {
		t.Error("it read from another chain")
	}
	list[0].set(19, 0, false)
	time.AfterFunc(pinPause, func() { list[0].set(20, 0, false) })
	if err := read(); err != nil {
		t.Errorf("a node that has the block a moment later: %v", err)
	}
}

// A transaction goes to all: the one in use may forget it.
func TestTransactionsGoToAll(t *testing.T) {
	t.Parallel()
	list, c := fakes(t, 3)
	list[1].set(20, 0, true)
	tx := types.NewTx(&types.LegacyTx{GasPrice: new(big.Int), Value: new(big.Int), V: new(big.Int), R: new(big.Int), S: new(big.Int)})
	if _, err := c.Audit(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := c.Backend().SendTransaction(t.Context(), tx); err != nil {
		t.Error(err)
	}
	if list[0].sent != 1 || list[2].sent != 1 {
		t.Errorf("sent to %d and %d", list[0].sent, list[2].sent)
	}
}

// Reading the hold-out back ends, too, when the endpoint stops answering in the
// middle of it.
func TestReadingEvidenceDoesNotHang(t *testing.T) {
	t.Parallel()
	list, c := fakes(t, 2)
	if _, err := c.Audit(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, f := range list {
		f.set(20, 0, true)
	}
	failed := make(chan error, 2)
	go func() {
		_, err := c.Head(t.Context())
		failed <- err
	}()
	go func() {
		_, err := c.Sent(t.Context(), common.Hash{})
		failed <- err
	}()
	for range 2 {
		select {
		case err := <-failed:
			if !errors.Is(err, context.DeadlineExceeded) {
				t.Error(err)
			}
		case <-time.After(rpcTimeout):
			t.Fatal("it hangs")
		}
	}
}
