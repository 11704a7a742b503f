package market

import (
	"context"
	"crypto/sha256"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

// Card is a winner's model card in Markdown, of what stands on chain: anybody can make the same one.
func (m *Market) Card(ctx context.Context, ch *Challenge, raw []byte, n model.Integer) (string, error) {
	if ch.Winner == 0 {
		return "", fmt.Errorf("challenge %d has no winner (%s)", ch.ID, Phase(ch.Phase))
	}
	entry := uint64(ch.Winner - 1)
	e, err := m.Entry(ctx, ch.ID, entry)
	if err != nil {
		return "", err
	}
	transactions, err := m.transactions(ctx, ch, entry)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	say := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	right, points := int(e.Right), ch.Points()
	say("# The model that won challenge %d on chain %s\n", ch.ID, plain.Line(m.Name))
	how := "The contract counted it itself"
	if ch.Target.Disputed() {
		how = "It was asserted on chain, example by example, and nobody could disprove it"
	}
	say(how+": **%d of %d hold-out examples right (%.2f %%)**, %d (%.2f %%) were needed. The hold-out was drawn when the data", right, points, 100*float64(right)/float64(points), ch.Need(), 100*float64(ch.Need())/float64(points))
	say("were committed already, and nobody but the organiser had seen it when the model was.\n")
	say("## Network\n")
	layersOf(n, say)
	say("| file | |\n|---|---|\n| bytes | %d |\n| SHA-256 | `%x` |\n| hash on chain | `0x%x` |\n", len(raw), sha256.Sum256(raw), e.ModelHash)
	say("## Data\n")
	t := ch.Terms
	say("| | |\n|---|---|\n| Merkle root | `0x%x` |\n| groups | %d of %d examples, %d of them drawn as hold-out |\n| seed of the draw | `0x%x` |\n| training data | %s |\n",
		t.DatasetHash, t.Groups, t.GroupSize, t.HoldoutGroups, ch.Seed, plain.Line(t.DataURI))
	say("Trained on the published groups, by the solver alone: what was done is not known beyond the model.\n")
	say("## Contract\n")
	reward := ch.Reward.String() + " wei"
	if t.Token != Ether {
		reward = fmt.Sprintf("%s smallest units of token %s", ch.Reward, t.Token)
	}
	say("| | |\n|---|---|\n| market | %s |\n| evaluator | %s (%s) |\n| organiser | %s |\n| solver | %s, entry %d |\n| reward | %s |\n", m.Address, t.Evaluator, ch.Target, ch.Owner, e.Solver, entry, reward)
	say("| step | block | transaction |\n|---|---|---|")
	for _, x := range transactions {
		say("| %s | %d | `%s` |", x.step, x.log.BlockNumber, x.log.TxHash)
	}
	return b.String(), nil
}

// logged is a step of a challenge with its transaction.
type logged struct {
	step string
	log  types.Log
}

// transactions are those that led to an entry's win, each once; the end is said even where the last count brings it.
func (m *Market) transactions(ctx context.Context, ch *Challenge, entry uint64) (all []logged, err error) {
	seen := map[common.Hash]bool{}
	for _, s := range []struct {
		step, event string
		own         bool // of the entry
	}{
		{"the hold-out is drawn", "Drawn", false}, {"the model is committed to", "Committed", true}, {"the hold-out is revealed", "HoldoutRevealed", false},
		{"its count is claimed", "Claimed", true}, {"the model is revealed", "ModelRevealed", true}, {"examples are counted", "Evaluated", true}, {"the winner stands", "Finalized", false},
	} {
		var logs []types.Log
		if s.own {
			logs, err = m.entryLogs(ctx, ch, s.event, entry)
		} else {
			logs, err = m.Logs(ctx, ch, s.event)
		}
		if err != nil {
			return nil, err
		}
		for _, l := range logs {
			if !seen[l.TxHash] || s.event == "Finalized" {
				seen[l.TxHash] = true
				all = append(all, logged{s.step, l})
			}
		}
	}
	logs, err := m.asserted(ctx, ch, entry)
	for _, l := range logs {
		all = append(all, logged{"what it is right about is asserted", l})
	}
	return all, err
}

// layersOf says what a network is made of.
func layersOf(n model.Integer, say func(string, ...any)) {
	switch n := n.(type) {
	case *model.Network:
		parameters, shapes := 0, n.Shapes()
		say("| layer | takes | gives | parameters |\n|---|---|---|---|")
		for i := range n.Layers {
			l := &n.Layers[i]
			parameters += len(l.Weights) + len(l.Bias)
			say("| %s | %s | %s | %d |", l.Kind, shapes[i], shapes[i+1], len(l.Weights)+len(l.Bias))
		}
		say("\n%d parameters, %d multiply-accumulates for an example; integers alone: weights of 8 bits, activations of %d, accumulators of 32. Inputs are bytes,", parameters, n.MACs(), n.ActivationBits())
		say("%s of them (channels x height x width). The class is the largest of the %d outputs, of equal ones the first.\n", n.Input, n.Classes())
	case *graph.Network:
		say("| tensor | made by | of | shape (channels x height x width) | weights |\n|---|---|---|---|---|")
		for k := range n.Tensors {
			t, of := &n.Tensors[k], ""
			if t.Op != graph.Input {
				of = fmt.Sprint(t.A)
			}
			if t.Op == graph.Add {
				of += fmt.Sprintf(", %d", t.B)
			}
			say("| %d | %s | %s | %dx%dx%d | %d |", k, t.Op, of, t.Channels, t.Height, t.Width, n.FanIn(k)*t.Channels)
		}
		in := &n.Tensors[0]
		say("\n%d bytes of weights, %d multiply-accumulates for an example; integers alone (docs/FORMAT.md). Inputs are bytes,", len(n.Weights), n.MACs())
		say("%dx%dx%d of them (channels x height x width). The class is the largest of the %d outputs, of equal ones the first.\n", in.Channels, in.Height, in.Width, n.Classes())
	}
}
