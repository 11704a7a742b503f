package standin

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/big"
	"net"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// BitcoinPool is a pool of Bitcoin's dialect of Stratum (mining.subscribe, mining.notify)
// for sha256d, which computes each share again before it takes it.
type BitcoinPool struct {
	Address           string
	Accepted, Refused atomic.Int64
	// ShareHashes is what a share stands for.
	ShareHashes float64

	mu     sync.Mutex
	logins map[string]bool
}

// NewBitcoinPool serves until the test ends. A share stands for difficulty * 2^32 hashes.
func NewBitcoinPool(t testing.TB, difficulty float64) *BitcoinPool {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	p := &BitcoinPool{Address: l.Addr().String(), ShareHashes: difficulty * (1 << 32), logins: map[string]bool{}}
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go p.handle(conn, difficulty)
		}
	}()
	return p
}

// Logins are the users that have logged in.
func (p *BitcoinPool) Logins() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	var all []string
	for user := range p.logins {
		all = append(all, user)
	}
	slices.Sort(all)
	return all
}

// The one job: a coinbase in two parts around the extra nonces, and no other transaction.
const (
	coinbase1   = "01000000010000000000000000000000000000000000000000000000000000000000000000ffffffff0c"
	coinbase2   = "ffffffff0100f2052a010000001976a914000000000000000000000000000000000000000088ac00000000"
	extraNonce1 = "08000002"
	bits        = "1d00ffff"
	blockForm   = "20000000"
)

func (p *BitcoinPool) handle(conn net.Conn, difficulty float64) {
	defer conn.Close()
	started := fmt.Sprintf("%08x", time.Now().Unix())
	seen := map[string]bool{}
	for lines := bufio.NewScanner(conn); lines.Scan(); {
		var m struct {
			ID     any
			Method string
			Params []any
		}
		if json.Unmarshal(lines.Bytes(), &m) != nil {
			return
		}
		answer := func(result any) { p.send(conn, object{"id": m.ID, "result": result, "error": nil}) }
		switch m.Method {
		case "mining.subscribe":
			answer([]any{[]any{[]any{"mining.notify", "1"}}, extraNonce1, 4})
		case "mining.authorize":
			p.mu.Lock()
			p.logins[fmt.Sprint(m.Params[0])] = true
			p.mu.Unlock()
			answer(true)
			p.send(conn, object{"id": nil, "method": "mining.set_difficulty", "params": []any{difficulty}})
			p.send(conn, object{"id": nil, "method": "mining.notify", "params": []any{"job", zeros(64), coinbase1, coinbase2, []any{}, blockForm, bits, started, true}})
		case "mining.submit":
			good := len(m.Params) >= 5 && p.good(fmt.Sprint(m.Params[2]), fmt.Sprint(m.Params[3]), fmt.Sprint(m.Params[4]), difficulty)
			share := fmt.Sprint(m.Params...)
			if good = good && !seen[share]; good {
				p.Accepted.Add(1)
			} else {
				p.Refused.Add(1)
			}
			seen[share] = true
			answer(good)
		default:
			p.send(conn, object{"id": m.ID, "result": nil, "error": []any{20, "unknown method", nil}})
		}
	}
}

func (p *BitcoinPool) send(conn net.Conn, v any) {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	_, _ = conn.Write(append(b, '\n')) // a miner that has left is no fault of ours
}

func zeros(n int) string { return string(bytes.Repeat([]byte{'0'}, n)) }

// good computes a share again.
func (p *BitcoinPool) good(extraNonce2, ntime, nonce string, difficulty float64) bool {
	coinbase, err := hex.DecodeString(coinbase1 + extraNonce1 + extraNonce2 + coinbase2)
	if err != nil {
		return false
	}
	root := twice(coinbase)
	header := slices.Concat(reversed(blockForm), make([]byte, 32), root, reversed(ntime), reversed(bits), reversed(nonce))
	if len(header) != 80 {
		return false
	}
	hash := twice(header)
	slices.Reverse(hash)
	target, _ := new(big.Float).Quo(new(big.Float).SetInt(new(big.Int).Lsh(big.NewInt(0xffff), 208)), big.NewFloat(difficulty)).Int(nil)
	return new(big.Int).SetBytes(hash).Cmp(target) <= 0
}

func twice(b []byte) []byte {
	once := sha256.Sum256(b)
	again := sha256.Sum256(once[:])
	return again[:]
}

// reversed are the bytes of a number that is written the other way round; none if it is none.
func reversed(s string) []byte {
	n, err := strconv.ParseUint(s, 16, 32)
	if err != nil {
		return nil
	}
	return []byte{byte(n), byte(n >> 8), byte(n >> 16), byte(n >> 24)}
}
