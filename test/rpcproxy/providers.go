package rpcproxy

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/ethereum/go-ethereum/core/types"
)

// What honest providers do, each in its own way.

// SendErr refuses transactions.
func SendErr(text string) Mode {
	return on("eth_sendRawTransaction", func(Call, func(Call) Answer) Answer { return Fail(-32000, text) })
}

// SendThenErr takes transactions and refuses them all the same.
func SendThenErr(text string) Mode {
	return on("eth_sendRawTransaction", func(c Call, next func(Call) Answer) Answer {
		next(c)
		return Fail(-32000, text)
	})
}

// LogRange gives logs of at most n blocks at a time.
func LogRange(n int64) Mode {
	return on("eth_getLogs", func(c Call, next func(Call) Answer) Answer {
		var q struct{ FromBlock, ToBlock string }
		_ = json.Unmarshal(c.Params[0], &q)
		if span := number(q.ToBlock) - number(q.FromBlock) + 1; span > n {
			return Fail(-32602, fmt.Sprintf("range %d exceeds limit of %d", span, n))
		}
		return next(c)
	})
}

// NoLogs has no logs.
func NoLogs() Mode { return Missing("eth_getLogs") }

// LogRate answers one in n requests for logs.
func LogRate(n int) Mode {
	return on("eth_getLogs", func(c Call, next func(Call) Answer) Answer {
		if c.times()%n != 0 {
			return Fail(-32005, "limit exceeded")
		}
		return next(c)
	})
}

// RateLimit refuses a share of all requests, by chance.
func RateLimit(share float64, seed uint64) Mode {
	chance := dice(seed)
	return func(c Call, next func(Call) Answer) Answer {
		if chance() < share {
			return Fail(-32005, "daily request count exceeded, request rate limited")
		}
		return next(c)
	}
}

// TooMany answers every n-th request with HTTP's 429.
func TooMany(n int64) Mode {
	var count atomic.Int64
	return func(c Call, next func(Call) Answer) Answer {
		if count.Add(1)%n == 0 {
			return Answer{Raw: func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Retry-After", "1")
				http.Error(w, "Too Many Requests", http.StatusTooManyRequests)
			}}
		}
		return next(c)
	}
}

// Indexing does not find the first n receipts yet.
func Indexing(n int) Mode {
	return on("eth_getTransactionReceipt", func(c Call, next func(Call) Answer) Answer {
		if c.times() <= n {
			return Answer{Error: &Error{-32000, "transaction indexing is in progress", "transaction indexing is in progress"}}
		}
		return next(c)
	})
}

// NoTip has no method that suggests a tip.
func NoTip() Mode { return Missing("eth_maxPriorityFeePerGas") }

// PreLondon is a chain without a base fee.
func PreLondon() Mode {
	return func(c Call, next func(Call) Answer) Answer {
		switch c.Method {
		case "eth_sendRawTransaction":
			return Fail(-32000, "transaction type not supported")
		case "eth_maxPriorityFeePerGas", "eth_feeHistory":
			return missing(c.Method)
		case "eth_getBlockByNumber", "eth_getBlockByHash":
			return edit(next(c), func(m map[string]any) { delete(m, "baseFeePerGas") })
		}
		return next(c)
	}
}

// Fitting gives blocks hashes that are those of their headers, as they are told.
func Fitting() Mode {
	return Blocks(func(m map[string]any) {
		raw, _ := json.Marshal(m)
		var h types.Header
		if json.Unmarshal(raw, &h) == nil {
			m["hash"] = h.Hash().Hex()
		}
	})
}

// NullHead does not know its newest block in every n-th request for it.
func NullHead(n int) Mode {
	return on("eth_getBlockByNumber", func(c Call, next func(Call) Answer) Answer {
		if c.param(0) == "latest" && c.times()%n == 0 {
			return Say("null")
		}
		return next(c)
	})
}

// NoPending has no pending state.
func NoPending() Mode {
	return on("eth_getTransactionCount", func(c Call, next func(Call) Answer) Answer {
		if c.param(1) == "pending" {
			return Fail(-32000, "pending state is not available")
		}
		return next(c)
	})
}

// TxNull knows no transaction by its hash.
func TxNull() Mode { return Always("eth_getTransactionByHash", "null") }

// Tip suggests so many wei.
func Tip(wei uint64) Mode { return Always("eth_maxPriorityFeePerGas", fmt.Sprintf(`"%#x"`, wei)) }

// Tempo has headers that say more than is in their hash.
func Tempo() Mode {
	return Blocks(func(m map[string]any) { m["extraData"] = "0x" + strings.Repeat("d8", 97) })
}

// ExtraHead has headers with fields of its own.
func ExtraHead() Mode {
	return Blocks(func(m map[string]any) {
		m["l1BlockNumber"], m["sendRoot"], m["sendCount"] = "0x10", "0x"+strings.Repeat("11", 32), "0x1"
	})
}

// HTML answers with a page.
func HTML() Mode {
	return func(Call, func(Call) Answer) Answer {
		return Answer{Raw: func(w http.ResponseWriter, _ *http.Request) {
			_, _ = w.Write([]byte("<html><body>401 invalid project id</body></html>"))
		}}
	}
}

// NoBlockHash takes no block's hash in calls.
func NoBlockHash() Mode {
	return atHash("invalid argument 1: hex string without 0x prefix", -32602)
}

// CallPruned has not kept the state at the block's hash.
func CallPruned() Mode {
	return atHash("missing trie node 0a (path ) state is not available", -32000)
}

func atHash(text string, code int) Mode {
	return on("eth_call", func(c Call, next func(Call) Answer) Answer {
		if len(c.Params) > 1 && strings.HasPrefix(string(c.Params[1]), "{") {
			return Fail(code, text)
		}
		return next(c)
	})
}

// NullRecent does not know its newest n blocks by their numbers.
func NullRecent(n int64) Mode {
	return on("eth_getBlockByNumber", func(c Call, next func(Call) Answer) Answer {
		if strings.HasPrefix(c.param(0), "0x") {
			var head string
			_ = json.Unmarshal(Ask[any](c.URL, "eth_blockNumber", nil).Result, &head)
			if number(head)-number(c.param(0)) < n {
				return Say("null")
			}
		}
		return next(c)
	})
}

// NoBatch refuses batches.
func NoBatch() Mode {
	return func(c Call, next func(Call) Answer) Answer {
		if c.N < 0 {
			return Answer{Raw: func(w http.ResponseWriter, _ *http.Request) {
				http.Error(w, "batch requests are not supported", http.StatusBadRequest)
			}}
		}
		return next(c)
	}
}

// Missing lacks methods.
func Missing(methods ...string) Mode {
	return func(c Call, next func(Call) Answer) Answer {
		if slices.Contains(methods, c.Method) {
			return missing(c.Method)
		}
		return next(c)
	}
}

func missing(method string) Answer {
	return Fail(-32601, "the method "+method+" does not exist/is not available")
}

// ByChance takes, for each request, one of several modes or none.
func ByChance(seed uint64, share float64, modes ...Mode) Mode {
	chance := dice(seed)
	return func(c Call, next func(Call) Answer) Answer {
		if x := chance(); x < share {
			return modes[int(x/share*float64(len(modes)))](c, next)
		}
		return next(c)
	}
}

// While is a mode that is on while a condition holds.
func While(ok func() bool, m Mode) Mode {
	return func(c Call, next func(Call) Answer) Answer {
		if ok() {
			return m(c, next)
		}
		return next(c)
	}
}

// Times is a mode that stands for the first n calls of a method.
func Times(n int64, method string, m Mode) Mode {
	var count atomic.Int64
	return on(method, func(c Call, next func(Call) Answer) Answer {
		if count.Add(1) <= n {
			return m(c, next)
		}
		return next(c)
	})
}

func dice(seed uint64) func() float64 {
	var mu sync.Mutex
	r := rand.New(rand.NewPCG(seed, 1))
	return func() float64 {
		mu.Lock()
		defer mu.Unlock()
		return r.Float64()
	}
}

// on is a mode of one method.
func on(method string, m Mode) Mode {
	return func(c Call, next func(Call) Answer) Answer {
		if c.Method != method {
			return next(c)
		}
		return m(c, next)
	}
}

// Blocks changes blocks and headers.
func Blocks(f func(map[string]any)) Mode {
	return func(c Call, next func(Call) Answer) Answer {
		if c.Method == "eth_getBlockByNumber" || c.Method == "eth_getBlockByHash" {
			return edit(next(c), f)
		}
		return next(c)
	}
}

// edit changes an answer that is an object.
func edit(a Answer, f func(map[string]any)) Answer {
	var m map[string]any
	if a.Error != nil || json.Unmarshal(a.Result, &m) != nil || m == nil {
		return a
	}
	f(m)
	a.Result, _ = json.Marshal(m)
	return a
}

func number(hex string) int64 {
	n, _ := strconv.ParseInt(strings.TrimPrefix(hex, "0x"), 16, 64)
	return n
}
