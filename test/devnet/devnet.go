// Package devnet starts real Ethereum nodes for tests and the demo: geth as a
// process of its own, or a node in this process. Both run the rules that are
// live on mainnet, from one genesis, with mainnet's block gas limit, and make
// a block every period whose time is the wall clock's and whose prevrandao is
// fresh. Both serve HTTP JSON-RPC on the loopback interface only, and blobs as a
// beacon node does.
package devnet

import (
	"errors"
	"fmt"
	"io"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
)

const (
	host            = "127.0.0.1"
	defaultGasLimit = 60_000_000
	defaultPeriod   = time.Second
)

// modules are the RPC namespaces served; debug holds debug_setHead, which
// takes blocks away again.
var modules = []string{"eth", "net", "web3", "txpool", "debug"}

// Options of a node; the zero value is a node with no funded account.
type Options struct {
	Binary   string           // geth's executable; empty: FindGeth. Not for Embedded
	Dir      string           // geth's data, kept at its end and gone on with if it holds a chain; empty: a new one, removed at its end. Not for Embedded
	Port     int              // of the RPC; 0: a free one. Not for Embedded
	Period   time.Duration    // from block to block, whole seconds as block times are; 0: one second
	GasLimit uint64           // of a block; 0: 60,000,000
	Accounts []common.Address // funded in the genesis
	Balance  *big.Int         // wei of each account; nil: 1,000,000 ether
	Log      io.Writer        // the node's log; nil: none
	Manual   bool             // no block comes but by Node.Mine. Only for Embedded
}

// Node is a running node. It ends with Stop or Kill.
type Node struct {
	*blobs // that it was sent; its beacon side gives them back

	URL     string // of its HTTP JSON-RPC
	Beacon  string // of what a beacon node serves, blobs among it
	ChainID uint64
	PID     int // of its process; 0 in this process

	stop, kill func()
	order      func(order) error // nil: blocks come by themselves only
	done       <-chan struct{}
}

// Stop ends the node in good order and waits for its end. Any number of calls
// from any goroutine are fine.
func (n *Node) Stop() { n.stop() }

// Kill ends the node's process with SIGKILL, as a crash would, and waits for
// its end. A node in this process is stopped.
func (n *Node) Kill() { n.kill() }

// Done is closed when the node has ended, wanted or not.
func (n *Node) Done() <-chan struct{} { return n.done }

// Mine makes a block now, on a node that was started with Options.Manual. Its
// time is the wall clock's, but at least a second after its parent's: the
// chain's clock may run ahead, as far as the test likes. With later above zero
// the clock jumps by so many whole seconds; nothing may be pending then.
func (n *Node) Mine(later time.Duration) error {
	return n.do(order{later: later})
}

// Reorg takes the latest blocks away, on a node that was started with Options.Manual;
// their transactions wait again, and the next block has another parent. Nothing may be
// pending when it is called.
func (n *Node) Reorg(blocks int) error {
	return n.do(order{back: blocks})
}

func (n *Node) do(o order) error {
	if n.order == nil {
		return errors.New("devnet: blocks come by themselves; Options.Manual is not set")
	}
	return n.order(o)
}

// withDefaults fills in what is not given.
func (o Options) withDefaults() (Options, error) {
	if o.Period == 0 {
		o.Period = defaultPeriod
	}
	if o.Period < time.Second || o.Period%time.Second != 0 {
		return o, fmt.Errorf("devnet: period %v is not a positive number of whole seconds", o.Period)
	}
	if o.GasLimit == 0 {
		o.GasLimit = defaultGasLimit
	}
	if o.GasLimit < params.MaxTxGas {
		return o, fmt.Errorf("devnet: block gas limit %d is below the cap of one transaction, %d", o.GasLimit, uint64(params.MaxTxGas))
	}
	if o.Port < 0 || o.Port > 65535 {
		return o, fmt.Errorf("devnet: port %d is not in 0..65535", o.Port)
	}
	if o.Balance == nil {
		o.Balance = new(big.Int).Mul(big.NewInt(1_000_000), big.NewInt(params.Ether))
	}
	if o.Balance.Sign() < 0 || o.Balance.BitLen() > 240 {
		return o, fmt.Errorf("devnet: balance %v wei is not in 0..2^240", o.Balance)
	}
	return o, nil
}

// genesis is what `geth --dev dumpgenesis` prints, system contracts included,
// but under the live rules: the developer chain also enables the fork that is
// being prepared, in which a fresh storage slot costs three times as much, and
// has fewer blobs in a block (9, not 21).
func (o Options) genesis() *core.Genesis {
	g := core.DeveloperGenesisBlock(o.GasLimit, nil)
	rules := *g.Config
	rules.BogotaTime = nil
	now := uint64(0)
	rules.BPO1Time, rules.BPO2Time = &now, &now
	schedule := *rules.BlobScheduleConfig
	schedule.BPO1, schedule.BPO2 = params.DefaultBPO1BlobConfig, params.DefaultBPO2BlobConfig
	rules.BlobScheduleConfig = &schedule
	g.Config = &rules
	for _, a := range o.Accounts {
		g.Alloc[a] = types.Account{Balance: new(big.Int).Set(o.Balance)}
	}
	return g
}
