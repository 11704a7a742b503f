// Package liar plays the dishonest side of disputes, for tests: a claimant whose model is
// wrong and who says that it is right, and a challenger of what is right.
package liar

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/blob"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute/disputetest"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/player"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
)

// Silence is the lie of who does not answer, OtherBlob that of whose blobs hold other weights than were committed to.
const (
	Silence   = "silence"
	OtherBlob = "another blob"
)

// Liar claims that a model of nonsense is right about everything, and disputes what is right.
type Liar struct {
	Market *market.Market
	Tx     *txmgr.Manager
	Net    *graph.Network
	Lie    string // Silence, or of disputetest; "": claims nothing
	Games  int    // disputes of each honest claim
	// Behind is what the data of the i-th of the calls that reveal the model hold behind the call; nil: nothing.
	Behind func(calls [][]byte, i int) []byte
	// Refused is what the contract said last to calls that it refused, by what they were for.
	Refused map[string]string

	player *player.Player
	random *rand.Rand
	entry  map[uint64]uint64
}

// New makes a liar whose network has the shape of an honest one.
func New(m *market.Market, tx *txmgr.Manager, seed uint64, shape *graph.Network, lie string, games int) *Liar {
	l := &Liar{Market: m, Tx: tx, Lie: lie, Games: games, random: rand.New(rand.NewPCG(seed, 5)), entry: map[uint64]uint64{}, Refused: map[string]string{}}
	l.Net = &graph.Network{Tensors: shape.Tensors, Weights: make([]byte, len(shape.Weights))}
	for i := range l.Net.Weights {
		l.Net.Weights[i] = byte(l.random.Uint32())
	}
	l.player = player.New(m, tx, zap.NewNop())
	l.player.Dispute = false // not what is false
	l.player.Trace = l.trace
	return l
}

// trace is what the liar says of an example of theirs.
func (l *Liar) trace(c *dispute.Claim, pixels []byte) (*dispute.Trace, error) {
	if own := graph.NewTree(l.Net.Weights); l.Lie == OtherBlob && own.Root() == c.WeightsRoot {
		c.Weights = own
		return (&dispute.Claim{Net: l.Net}).Trace(pixels)
	}
	honest, err := c.Trace(pixels)
	if err != nil || l.Lie == Silence || l.Lie == "" {
		return nil, errors.New("the liar is silent")
	}
	last := len(honest.Tensors) - 1
	label := (graph.Argmax(honest.Tensors[last]) + 1) % c.Net.Classes()
	var fit []disputetest.Lie
	for _, x := range disputetest.Lies(rand.New(rand.NewPCG(3, 4)), c.Net, honest, label) { // the same each time
		if x.Name == l.Lie {
			fit = append(fit, x)
		}
	}
	if len(fit) == 0 {
		return nil, fmt.Errorf("there is no lie %q about this network", l.Lie)
	}
	return fit[int(l.Tx.Address()[0])%len(fit)].Trace, nil // each about a tensor of their own
}

// Act is everything that the liar does at one block.
func (l *Liar) Act(ctx context.Context) error {
	head, err := l.Market.Head(ctx)
	if err != nil {
		return err
	}
	ctx = chain.Pin(ctx, head)
	if err := l.Tx.Advance(ctx); err != nil {
		return err
	}
	n, err := l.Market.ChallengeCount(ctx)
	if err != nil {
		return err
	}
	for id := range n {
		ch, err := l.Market.Challenge(ctx, id)
		if err != nil {
			return err
		}
		if ch.Target.Disputed() {
			if err := l.step(ctx, ch, head); err != nil {
				return err
			}
		}
	}
	return nil
}

// proof is that of the liar's model.
func (l *Liar) proof(ch *market.Challenge) (market.Proof, error) {
	raw, err := l.Net.Marshal()
	if err != nil {
		return market.Proof{}, err
	}
	p, err := market.Prove(ch, raw)
	if err != nil || l.Lie != OtherBlob {
		return p, err
	}
	p.Parts[0].Blobs[0][32+7] ^= 1
	hash, err := blob.Hash(&p.Parts[0].Blobs[0])
	copy(p.Program[32:], hash[:])
	return p, err
}

func (l *Liar) send(ctx context.Context, key string, call txmgr.Call) error {
	call.To = &l.Market.Address
	_, err := l.Tx.Ensure(ctx, key, call)
	if errors.Is(err, txmgr.ErrRevert) { // too late, or too early
		l.Refused[key] = market.Explain(err).Error()
		return nil
	}
	return err
}

func (l *Liar) step(ctx context.Context, ch *market.Challenge, head *types.Header) error {
	abi, key := l.Market.ABI, fmt.Sprintf("liar/%d", ch.ID)
	hash := l.Net.Hash()
	entry, in := l.entry[ch.ID]
	switch ch.At(time.Unix(int64(head.Time), 0)) {
	case market.PhaseCommit:
		if l.Lie == "" {
			return nil
		}
		commitment, err := l.Market.Commitment(ctx, ch.ID, l.Tx.Address(), hash, [32]byte{1})
		if err != nil {
			return err
		}
		if own, err := l.Market.OwnEntries(ctx, ch, l.Tx.Address()); err == nil && len(own) > 0 {
			l.entry[ch.ID] = own[0]
		}
		return l.send(ctx, key+"/commit", txmgr.Call{Data: abi.PackCommit(ch.Number(), ch.DatasetHash, commitment), Value: ch.CommitBond()})
	case market.PhaseClaim:
		if in {
			return l.send(ctx, key+"/claim", txmgr.Call{Data: abi.PackClaim(ch.Number(), new(big.Int).SetUint64(entry), hash, [32]byte{1}, big.NewInt(int64(ch.Points()))), Value: ch.ClaimBond()})
		}
	case market.PhaseEvaluate:
		leader, ok, err := l.Market.Leader(ctx, ch.ID)
		if err != nil || !ok {
			return err
		}
		if in && leader == entry {
			if err := l.assert(ctx, key, ch, entry); err != nil {
				return err
			}
		}
		_, _ = l.player.Follow(ctx, key, ch, head) // a silent one fails
		if !in || leader != entry {
			return l.harass(ctx, ch, leader)
		}
	}
	return nil
}

// assert reveals the model and says that it is right about everything.
func (l *Liar) assert(ctx context.Context, key string, ch *market.Challenge, entry uint64) error {
	proof, err := l.proof(ch)
	if err != nil {
		return err
	}
	var calls [][]byte
	for _, part := range proof.Parts {
		calls = append(calls, l.Market.ABI.PackRevealModel(ch.Number(), new(big.Int).SetUint64(entry), part.Data))
	}
	for i, part := range proof.Parts {
		call := txmgr.Call{Data: calls[i], Blobs: part.Blobs}
		if l.Behind != nil {
			call.Data = append(bytes.Clone(call.Data), l.Behind(calls, i)...)
		}
		if err := l.send(ctx, fmt.Sprintf("%s/reveal/%d", key, i), call); err != nil {
			return err
		}
	}
	if e, err := l.Market.Entry(ctx, ch.ID, entry); err != nil || e.Status != market.EntryRevealed {
		return err
	}
	all := make([]bool, ch.Points())
	for i := range all {
		all[i] = true
	}
	if err := l.player.Assert(ctx, key, ch, entry, proof.Program, all, time.Time{}, nil); err != nil && !errors.Is(err, txmgr.ErrRevert) {
		return err
	}
	return nil
}

// harass disputes an honest claim, chooses at random where it can, each game another way,
// and does not go on.
func (l *Liar) harass(ctx context.Context, ch *market.Challenge, entry uint64) error {
	claim, err := l.player.Asserted(ctx, ch, entry)
	if err != nil {
		return nil // nothing is asserted yet
	}
	d, at := contract.NewDispute(), ch.Terms.Evaluator
	for nonce := range int64(l.Games) {
		key, example := fmt.Sprintf("harass/%d/%d/%d", ch.ID, entry, nonce), int(nonce)%ch.Points()
		if !dispute.Says(claim.Bitmap, example) {
			continue
		}
		bond := new(big.Int).Div(ch.AssertBond, big.NewInt(100))
		_, _ = l.Tx.Ensure(ctx, key, txmgr.Call{To: &at, Data: d.PackDispute(claim.Key, claim.Facts, claim.Bitmap, big.NewInt(int64(example)), big.NewInt(nonce)), Value: bond})
		id := dispute.GameOf(claim, l.Tx.Address(), example, nonce)
		out, err := l.Market.Read(ctx, at, d.PackGetGame(id))
		if err != nil {
			return err
		}
		g, err := d.UnpackGetGame(out)
		if err != nil || dispute.Turn(g.Turn) != dispute.Choosing || int64(g.Moves) > nonce {
			continue
		}
		data := d.PackChoose(id, g.Node, big.NewInt(0))
		if g.Opened == 0 {
			data = d.PackChooseTensor(id, g.Node, claim.Facts, claim.Header, claim.WeightsRoot, big.NewInt(int64(l.random.IntN(len(claim.Net.Tensors)))))
		}
		_, _ = l.Tx.Ensure(ctx, fmt.Sprintf("%s/%d", key, g.Moves), txmgr.Call{To: &at, Data: data})
	}
	return nil
}

// Wallet is a new account, as transactions need it.
type Wallet struct{ *ecdsa.PrivateKey }

// NewWallet makes an account.
func NewWallet() (Wallet, error) {
	k, err := crypto.GenerateKey()
	return Wallet{k}, err
}

// Address is the account's.
func (w Wallet) Address() common.Address { return crypto.PubkeyToAddress(w.PublicKey) }

// SignTx signs.
func (w Wallet) SignTx(tx *types.Transaction, id *big.Int) (*types.Transaction, error) {
	return types.SignTx(tx, types.LatestSignerForChainID(id), w.PrivateKey)
}

// Forgetful stores intents nowhere: a liar's end is the end of their games.
type Forgetful struct{}

// Put forgets.
func (Forgetful) Put(txmgr.Intent) error { return nil }

// All remembers nothing.
func (Forgetful) All() ([]txmgr.Intent, error) { return nil, nil }
