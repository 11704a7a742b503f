//go:build chaos

package chaos

import (
	"context"
	"fmt"
	"net/url"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/test/devnet"
	"github.com/gpuarbiter/gpuarbiter/test/scenario"
)

// chain is a real node with a market on it, and one challenge.
type chain struct {
	*scenario.World
	options   devnet.Options // of the node that goes on with its data
	challenge int

	mu   sync.Mutex
	node *devnet.Node
}

// newChain starts the node and deploys the market.
func newChain(ctx context.Context, dir string) (*chain, error) {
	w, err := scenario.New(ctx, scenario.Options{Dir: dir, Binary: program, Geth: true})
	if err != nil {
		return nil, err
	}
	address, err := url.Parse(w.Node.URL)
	if err != nil {
		return nil, err
	}
	port, err := strconv.Atoi(address.Port())
	if err != nil {
		return nil, err
	}
	return &chain{World: w, node: w.Node, options: devnet.Options{
		Accounts: []common.Address{w.Organiser.Address, w.Solver.Address}, Period: time.Second, Dir: filepath.Join(dir, "geth"), Port: port,
	}}, nil
}

// open creates the challenge. Its windows are so long that all of the chaos is in the first.
func (c *chain) open(ctx context.Context) (err error) {
	c.challenge, err = c.Create(ctx, scenario.Terms{
		Data: []string{"--digits", "9600"}, Groups: 400, Drawn: 20, Need: "80%", Reward: "0.1",
		CommitWindow: 2 * time.Hour, RevealWindow: time.Hour, ClaimWindow: time.Hour, TurnWindow: time.Hour,
	}, new(scenario.Costs))
	return err
}

// strike kills the node and starts it again with what had reached its disk.
func (c *chain) strike(ctx context.Context, hold time.Duration) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.node.Kill()
	time.Sleep(hold)
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	for {
		node, err := devnet.Geth(context.WithoutCancel(ctx), c.options)
		if err == nil {
			c.node = node
			return nil
		}
		if ctx.Err() != nil {
			return err
		}
	}
}

// close ends the node.
func (c *chain) close() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.node.Stop()
	c.World.Close()
}

// committed waits until the daemon says that it has committed, and wants just one commit of
// it on the chain.
func (c *chain) committed(ctx context.Context, r *rig) error {
	ctx, cancel := context.WithTimeout(ctx, 5*patience) // training is work, which takes its time on a busy machine
	defer cancel()
	asked := *c.World
	asked.StateDir = r.state
	if err := asked.WaitState(ctx, c.challenge, solver.Committed); err != nil {
		return err
	}
	shown, err := c.CLI(ctx, "challenge", "show", strconv.Itoa(c.challenge))
	if err != nil {
		return err
	}
	if entries, _ := shown["entries"].([]any); len(entries) != 1 {
		return fmt.Errorf("challenge %d has %d commits, want one", c.challenge, len(entries))
	}
	return nil
}
