package chain

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/test/devnet"
	"github.com/gpuarbiter/gpuarbiter/test/rpcproxy"
)

// A block's blob fee follows from its header, by the rules of its chain and time; a header
// that says the impossible costs no time.
func TestBlobFeeOfAHeader(t *testing.T) {
	excess := func(n uint64) *uint64 { return &n }
	const bpo1, bpo2 = 1765290071, 1767747671
	for name, tt := range map[string]struct {
		chain, time uint64
		excess      *uint64
		want        string
	}{
		"none":                      {1, bpo2, excess(0), "1"},
		"mainnet":                   {1, bpo2, excess(11684671 * 18), "65659969"},
		"mainnet before":            {1, bpo2 - 1, excess(8346193 * 18), "65659969"},
		"a chain of one's own":      {1337, 5, excess(5007716 * 18), "65659969"},
		"more than ever":            {1, bpo2, excess(math.MaxUint64), "6235149080803470524650128195"},
		"no blobs":                  {1, bpo2, nil, ""},
		"no blobs yet, but excess":  {1, 1700000000, excess(5), ""},
		"no blobs at the beginning": {1, 0, excess(math.MaxUint64), ""},
	} {
		fee, err := blobFee(rulesOf(tt.chain), &types.Header{Number: big.NewInt(1), Time: tt.time, ExcessBlobGas: tt.excess})
		if tt.want == "" && !errors.Is(err, txmgr.ErrNoBlobs) || tt.want != "" && (err != nil || fee.String() != tt.want) {
			t.Errorf("%s: %v, %v, want %s", name, fee, err, tt.want)
		}
	}
	if rules := rulesOf(1); rules.BlobConfig(rules.LatestFork(bpo1)) != params.MainnetChainConfig.BlobScheduleConfig.BPO1 {
		t.Error("the rules of mainnet are not mainnet's")
	}
}

// What endpoints say of the blob fee is believed as far as most do, and no further than
// the header goes: neither alone nor with others does one make blobs dear.
func TestBlobFeeOfLiars(t *testing.T) {
	node, err := devnet.Embedded(devnet.Options{Manual: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(node.Stop)
	honest := rpcproxy.Mode(func(c rpcproxy.Call, next func(rpcproxy.Call) rpcproxy.Answer) rpcproxy.Answer { return next(c) })
	says := func(wei string) rpcproxy.Mode { return rpcproxy.Always("eth_blobBaseFee", `"`+wei+`"`) }
	header := func(excess uint64) rpcproxy.Mode {
		change, fitting := rpcproxy.Blocks(func(b map[string]any) { b["excessBlobGas"] = fmt.Sprintf("%#x", excess) }), rpcproxy.Fitting()
		return func(c rpcproxy.Call, next func(rpcproxy.Call) rpcproxy.Answer) rpcproxy.Answer {
			return fitting(c, func(c rpcproxy.Call) rpcproxy.Answer { return change(c, next) })
		}
	}
	dear, absurd := header(18*5007716), header(math.MaxUint64) // e^18 wei by the rules of this chain; more than any
	huge := says("0xffffffffffffffffffffffffffffffffffffffff")
	for name, tt := range map[string]struct {
		modes [][]rpcproxy.Mode
		want  int64
	}{
		"honest":                        {[][]rpcproxy.Mode{{honest}, {honest}, {honest}}, 1},
		"alone, beyond all numbers":     {[][]rpcproxy.Mode{{huge}}, 1},
		"most lie":                      {[][]rpcproxy.Mode{{huge}, {huge}, {honest}}, 1},
		"one of three":                  {[][]rpcproxy.Mode{{dear, says("0x3b9aca00")}, {says("0x2faf080")}, {says("0x2faf080")}}, 50_000_000},
		"one of three, for nothing":     {[][]rpcproxy.Mode{{dear, says("0x0")}, {says("0x2faf080")}, {says("0x2faf080")}}, 50_000_000},
		"nobody knows":                  {[][]rpcproxy.Mode{{dear, rpcproxy.Missing("eth_blobBaseFee")}}, 65_659_969},
		"for nothing":                   {[][]rpcproxy.Mode{{dear, says("0x0")}}, 65_659_969},
		"a header beyond all numbers":   {[][]rpcproxy.Mode{{absurd, says("0x2faf080")}}, 50_000_000},
		"no number":                     {[][]rpcproxy.Mode{{dear, says("x")}}, 65_659_969},
		"rules that have changed since": {[][]rpcproxy.Mode{{absurd, says("0x3")}, {says("0x5")}, {says("0x7")}}, 5},
	} {
		var urls []string
		for _, m := range tt.modes {
			p, err := rpcproxy.New(node.URL, m...)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(p.Close)
			urls = append(urls, p.URL)
		}
		c := New("dev", node.ChainID, urls, common.Address{})
		t.Cleanup(c.Close)
		if fee, err := c.Backend().BlobBaseFee(t.Context()); err != nil || fee.Int64() != tt.want {
			t.Errorf("%s: %v, %v, want %d", name, fee, err, tt.want)
		}
	}
}
