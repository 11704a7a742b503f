package devnet

import (
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/eth/catalyst"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/eth/filters"
	"github.com/ethereum/go-ethereum/log"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/p2p"
	"github.com/ethereum/go-ethereum/rpc"
)

// Embedded starts a full node in this process, its chain in memory. It returns
// with the first block made. Its goroutines end with Stop, but for one of the
// peer database's, goleveldb's (*DB).mpoolDrain, which takes up to a second
// longer, and go-ethereum's core.(*txSenderCacher).cache, one set per process.
//
// It is put together from the parts of ethclient/simulated rather than from
// that package, which keeps the node to itself: its RPC's port could not be left
// to the kernel and learned, and a port that is taken would be a panic.
//
// With Options.Log set, everything in this process that go-ethereum logs goes
// there until Stop, since its logger is one per process.
func Embedded(o Options) (*Node, error) {
	o, err := o.withDefaults()
	if err != nil {
		return nil, err
	}
	kept, err := recallBlobs("")
	if err != nil {
		return nil, err
	}
	l, err := listen(0)
	if err != nil {
		return nil, err
	}
	restore := logTo(o.Log)
	stack, beacon, blocks, err := o.assemble()
	if err != nil {
		restore()
		return nil, errors.Join(fmt.Errorf("devnet: embedded node: %w", err), l.Close())
	}
	beacon.Commit()
	front, err := open(l, stack.HTTPEndpoint(), kept)
	if err != nil {
		restore()
		return nil, errors.Join(fmt.Errorf("devnet: embedded node: %w", err), l.Close(), stack.Close())
	}

	quit, done := make(chan struct{}), make(chan struct{})
	orders := make(chan order)
	go func() {
		defer close(done)
		if o.Manual {
			obey(beacon, blocks, orders, quit)
		} else {
			seal(beacon, o.Period, quit)
		}
		front.close()
		_ = beacon.Stop() // never fails
		if err := stack.Close(); err != nil {
			log.Warn("Closing the embedded node", "err", err)
		}
		restore()
	}()
	end := sync.OnceFunc(func() { close(quit) })
	stop := func() { end(); <-done }
	n := &Node{blobs: kept, URL: front.url, Beacon: front.url, ChainID: o.genesis().Config.ChainID.Uint64(), stop: stop, kill: stop, done: done}
	if o.Manual {
		n.order = func(by order) error {
			by.answer = make(chan error, 1)
			select {
			case orders <- by:
				return <-by.answer
			case <-done:
				return errors.New("devnet: the node has ended")
			}
		}
	}
	return n, nil
}

// assemble starts a node with an Ethereum service and a beacon that makes a
// block at each Commit.
func (o Options) assemble() (*node.Node, *catalyst.SimulatedBeacon, *core.BlockChain, error) {
	conf := node.DefaultConfig
	conf.DataDir = "" // in memory
	conf.P2P = p2p.Config{NoDiscovery: true, NoDial: true}
	conf.HTTPHost, conf.HTTPPort, conf.HTTPModules = host, 0, modules
	stack, err := node.New(&conf)
	if err != nil {
		return nil, nil, nil, err
	}
	beacon, blocks, err := o.serve(stack)
	if err != nil {
		_ = stack.Close() // the first error is the one to tell
		return nil, nil, nil, err
	}
	return stack, beacon, blocks, nil
}

func (o Options) serve(stack *node.Node) (*catalyst.SimulatedBeacon, *core.BlockChain, error) {
	conf := ethconfig.Defaults
	conf.Genesis = o.genesis()
	conf.SyncMode = ethconfig.FullSync
	conf.Miner.GasCeil = o.GasLimit
	conf.TxPool.NoLocals = true
	conf.StateScheme, conf.NoPruning = stateScheme, true
	conf.LogNoHistory = true                                                  // a short chain is searched faster than indexed
	conf.TrieCleanCache, conf.TrieDirtyCache, conf.SnapshotCache = 16, 16, 16 // MB
	service, err := eth.New(stack, &conf)
	if err != nil {
		return nil, nil, err
	}
	system := filters.NewFilterSystem(service.APIBackend, filters.Config{})
	stack.RegisterAPIs([]rpc.API{{Namespace: "eth", Service: filters.NewFilterAPI(system)}})
	if err := stack.Start(); err != nil {
		return nil, nil, err
	}
	beacon, err := catalyst.NewSimulatedBeacon(0, common.Address{}, service)
	return beacon, service.BlockChain(), err
}

// seal makes a block at each whole period of the wall clock. A block's time is
// at least a second after its parent's: blocks that come late are left out, not
// made up for, or the chain's clock would run ahead.
func seal(beacon *catalyst.SimulatedBeacon, period time.Duration, quit <-chan struct{}) {
	for {
		now := time.Now()
		timer := time.NewTimer(now.Truncate(period).Add(period).Sub(now))
		select {
		case <-quit:
			timer.Stop()
			return
		case <-timer.C:
			beacon.Commit()
		}
	}
}

// order asks for a block, or for some to be taken away.
type order struct {
	later  time.Duration // jump by so much; 0: the block after this one
	back   int           // blocks to take away
	answer chan error
}

// obey makes a block at each order.
func obey(beacon *catalyst.SimulatedBeacon, blocks *core.BlockChain, orders <-chan order, quit <-chan struct{}) {
	for {
		select {
		case <-quit:
			return
		case by := <-orders:
			switch {
			case by.later > 0:
				by.answer <- beacon.AdjustTime(by.later)
			case by.back > 0:
				by.answer <- reorg(beacon, blocks, by.back)
			default:
				beacon.Commit()
				by.answer <- nil
			}
		}
	}
}

// reorg makes the block so many before the latest the latest.
func reorg(beacon *catalyst.SimulatedBeacon, blocks *core.BlockChain, back int) error {
	parent := blocks.CurrentBlock()
	for range back {
		if parent = blocks.GetHeaderByHash(parent.ParentHash); parent == nil {
			return errors.New("devnet: the chain is not that long")
		}
	}
	return beacon.Fork(parent.Hash())
}

// logTo sends go-ethereum's log to w until restore is called.
func logTo(w io.Writer) (restore func()) {
	if w == nil {
		return func() {}
	}
	before := log.Root()
	log.SetDefault(gethOnly{log.NewLogger(log.NewTerminalHandlerWithLevel(w, log.LevelInfo, false))})
	return func() { log.SetDefault(gethOnly{before}) }
}

// gethOnly is a logger that log.SetDefault does not know: of those it knows it
// also makes the default of log/slog, and with that of the log package.
type gethOnly struct{ log.Logger }
