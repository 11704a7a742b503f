package rpcproxy

import (
	"bytes"
	"compress/gzip"
	"crypto/sha1" // the handshake of WebSocket is made of it
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/trie"
)

// What an endpoint does that means harm.

// Always gives the same result to a method.
func Always(method, result string) Mode {
	return on(method, func(Call, func(Call) Answer) Answer { return Say(result) })
}

// Receipts changes receipts, asked for singly or with their block.
func Receipts(change func(map[string]any)) Mode {
	return func(c Call, next func(Call) Answer) Answer {
		switch c.Method {
		case "eth_getTransactionReceipt":
			return edit(next(c), change)
		case "eth_getBlockReceipts":
			a := next(c)
			var list []map[string]any
			if a.Error == nil && json.Unmarshal(a.Result, &list) == nil {
				for _, m := range list {
					change(m)
				}
				a.Result, _ = json.Marshal(list)
			}
			return a
		}
		return next(c)
	}
}

// FlipStatus says of every transaction that it failed.
func FlipStatus() Mode { return Receipts(func(m map[string]any) { m["status"] = "0x0" }) }

// NoEvents takes the logs out of receipts.
func NoEvents() Mode { return Receipts(func(m map[string]any) { m["logs"] = []any{} }) }

// MoreGas makes transactions dear.
func MoreGas() Mode {
	return Receipts(func(m map[string]any) {
		m["gasUsed"], m["cumulativeGasUsed"], m["effectiveGasPrice"] = "0xffffff", "0xffffff", "0x746a528800"
	})
}

// ChangeEvents changes the data of all logs in receipts.
func ChangeEvents() Mode {
	return Receipts(func(m map[string]any) {
		list, _ := m["logs"].([]any)
		for _, l := range list {
			if log, ok := l.(map[string]any); ok {
				log["data"] = "0x" + strings.Repeat("77", 32)
			}
		}
	})
}

// OtherReceipt passes off one transaction's genuine receipt as every other's.
// With relabel it bears the name of the transaction that was asked for.
func OtherReceipt(hash common.Hash, relabel bool) Mode {
	return on("eth_getTransactionReceipt", func(c Call, _ func(Call) Answer) Answer {
		return edit(Ask(c.URL, c.Method, []any{hash}), func(m map[string]any) {
			if relabel {
				m["transactionHash"] = c.param(0)
			}
		})
	})
}

// ForgedBlock puts every transaction into a block that never was, in which it
// failed: block and receipts fit together. With hidden the block is only given by
// its hash, else by its number too.
func ForgedBlock(hidden bool) Mode {
	var mu sync.Mutex
	blocks, receipts := map[string]map[string]any{}, map[string][]*types.Receipt{}
	forge := func(url, number string) (map[string]any, []*types.Receipt) {
		var block map[string]any
		var list []*types.Receipt
		_ = json.Unmarshal(Ask(url, "eth_getBlockByNumber", []any{number, true}).Result, &block)
		_ = json.Unmarshal(Ask(url, "eth_getBlockReceipts", []any{number}).Result, &list)
		for _, r := range list {
			r.Status, r.Logs, r.Bloom = 0, []*types.Log{}, types.Bloom{}
		}
		block["receiptsRoot"] = types.DeriveSha(types.Receipts(list), trie.NewStackTrie(nil)).Hex()
		block["logsBloom"] = "0x" + strings.Repeat("00", 256)
		raw, _ := json.Marshal(block)
		var header types.Header
		if json.Unmarshal(raw, &header) != nil {
			return nil, nil
		}
		hash := header.Hash()
		block["hash"] = hash.Hex()
		for _, r := range list {
			r.BlockHash = hash
		}
		mu.Lock()
		defer mu.Unlock()
		blocks[hash.Hex()], receipts[hash.Hex()] = block, list
		return block, list
	}
	return func(c Call, next func(Call) Answer) Answer {
		switch c.Method {
		case "eth_getTransactionReceipt":
			a := next(c)
			var r *types.Receipt
			if a.Error != nil || json.Unmarshal(a.Result, &r) != nil || r == nil {
				return a
			}
			_, list := forge(c.URL, fmt.Sprintf("%#x", r.BlockNumber))
			for _, r := range list {
				if r.TxHash.Hex() == common.HexToHash(c.param(0)).Hex() {
					return result(r)
				}
			}
			return a
		case "eth_getBlockReceipts", "eth_getBlockByHash":
			name := c.param(0)
			if name == "" {
				var by struct{ BlockHash string }
				_ = json.Unmarshal(c.Params[0], &by)
				name = by.BlockHash
			}
			mu.Lock()
			block, list := blocks[name], receipts[name]
			mu.Unlock()
			if block != nil && c.Method == "eth_getBlockReceipts" {
				return result(list)
			} else if block != nil {
				return result(block)
			}
		case "eth_getBlockByNumber":
			if a := next(c); !hidden && strings.HasPrefix(c.param(0), "0x") {
				var h types.Header
				if json.Unmarshal(a.Result, &h) == nil && h.TxHash != types.EmptyTxsHash {
					block, _ := forge(c.URL, c.param(0))
					return result(block)
				}
				return a
			}
		}
		return next(c)
	}
}

func result(v any) Answer {
	raw, err := json.Marshal(v)
	if err != nil {
		return Fail(-32603, err.Error())
	}
	return Answer{Result: raw}
}

// Swap replaces bytes in what calls return, wherever they stand, in the first n
// answers that hold them; below zero: in all.
func Swap(n int64, from, to []byte) Mode {
	old, fresh := fmt.Appendf(nil, "%x", from), fmt.Appendf(nil, "%x", to)
	var count atomic.Int64
	return on("eth_call", func(c Call, next func(Call) Answer) Answer {
		a := next(c)
		if bytes.Contains(a.Result, old) && (n < 0 || count.Add(1) <= n) {
			a.Result = bytes.ReplaceAll(a.Result, old, fresh)
		}
		return a
	})
}

var bomb = sync.OnceValue(func() []byte {
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	_, _ = io.WriteString(z, `{"jsonrpc":"2.0","id":1,"result":"0x`)
	zeros := bytes.Repeat([]byte("0"), 1<<20)
	for b.Len() < 512<<10 {
		_, _ = z.Write(zeros)
	}
	_ = z.Flush() // what is repeated from here on is the same at every place
	mark := b.Len()
	for range 64 {
		_, _ = z.Write(zeros)
	}
	_ = z.Flush()
	block := bytes.Clone(b.Bytes()[mark:])
	for b.Len() < 3<<20 {
		b.Write(block)
	}
	return b.Bytes()
})

// Bomb answers with 3 MB that inflate to gigabytes, in an encoding that nobody
// asked for; with quiet the encoding is not named either.
func Bomb(quiet bool, methods ...string) Mode {
	return raw(methods, func(w http.ResponseWriter, _ *http.Request) {
		if !quiet {
			w.Header().Set("Content-Encoding", "gzip")
		}
		_, _ = w.Write(bomb())
	})
}

// Endless never ends its answer.
func Endless(methods ...string) Mode {
	return raw(methods, func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, `{"jsonrpc":"2.0","id":1,"result":"0x`)
		for zeros := bytes.Repeat([]byte("0"), 1<<16); ; {
			if _, err := w.Write(zeros); err != nil {
				return
			}
		}
	})
}

// LongError answers with an error of 5 MiB that moves the cursor of a terminal, as
// an error of HTTP, or of JSON-RPC.
func LongError(status int, methods ...string) Mode {
	text := strings.Repeat("\x1b[2J\x1b[31mPAY \u202e\r\n", 5<<20/17)
	if status == http.StatusOK {
		quoted, _ := json.Marshal(text)
		text = `{"jsonrpc":"2.0","id":1,"error":{"code":-32000,"message":` + string(quoted) + `}}`
	}
	return raw(methods, func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		_, _ = io.WriteString(w, text)
	})
}

// EscapedError is a short error with escapes of a terminal.
func EscapedError(methods ...string) Mode {
	return func(c Call, next func(Call) Answer) Answer {
		if len(methods) > 0 && !slices.Contains(methods, c.Method) {
			return next(c)
		}
		return Fail(-32000, "\x1b[2J\x1b]0;owned\a"+strings.Repeat("long ", 4000)+"\r\nmarket paid\u202e")
	}
}

// Redirect sends all requests elsewhere.
func Redirect(url string, status int) Mode {
	return raw(nil, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Location", url)
		w.WriteHeader(status)
	})
}

// raw answers methods, or all, by a handler.
func raw(methods []string, h http.HandlerFunc) Mode {
	return func(c Call, next func(Call) Answer) Answer {
		if len(methods) > 0 && !slices.Contains(methods, c.Method) {
			return next(c)
		}
		return Answer{Raw: h}
	}
}

// LargeFrames is a WebSocket endpoint that answers anything with a frame of n bytes.
// It returns the endpoint's address and what ends it.
func LargeFrames(n int) (url string, stop func(), err error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, err
	}
	server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		conn, rw, err := http.NewResponseController(w).Hijack()
		if err != nil {
			return
		}
		defer conn.Close()
		sum := sha1.Sum([]byte(r.Header.Get("Sec-WebSocket-Key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"))
		_, _ = fmt.Fprintf(rw, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n\r\n", base64.StdEncoding.EncodeToString(sum[:]))
		_ = rw.Flush()
		if _, err := rw.ReadByte(); err != nil {
			return
		}
		head := binary.BigEndian.AppendUint64([]byte{0x81, 127}, uint64(n))
		_, _ = rw.Write(append(head, `{"jsonrpc":"2.0","id":1,"result":"0x`...))
		for left := n - 37; left > 0; left -= 1 << 16 {
			if _, err := rw.Write(bytes.Repeat([]byte("0"), min(left, 1<<16))); err != nil {
				return
			}
		}
		_ = rw.Flush()
		_, _ = io.Copy(io.Discard, conn)
	})}
	go func() { _ = server.Serve(l) }()
	return "ws://" + l.Addr().String(), func() { _ = server.Close() }, nil
}

// Greed suggests a tip of so many wei, by every way in which prices are told.
func Greed(wei uint64) Mode {
	price := fmt.Sprintf("%#x", wei)
	return func(c Call, next func(Call) Answer) Answer {
		switch c.Method {
		case "eth_maxPriorityFeePerGas", "eth_gasPrice":
			return result(price)
		case "eth_feeHistory":
			return edit(next(c), func(m map[string]any) {
				rewards, _ := m["reward"].([]any)
				for i := range rewards {
					rewards[i] = []string{price}
				}
			})
		}
		return next(c)
	}
}

// Wei is an amount as a result.
func Wei(n *big.Int) string { return fmt.Sprintf(`"0x%x"`, n) }
