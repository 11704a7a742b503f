package market

import (
	"math/big"
	"slices"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
)

// revealed is a drawn challenge of 30 groups of 12, and its revealHoldout calls.
func revealed(t testing.TB) (*Challenge, func(first int64, groups ...Group) []byte, []Group) {
	t.Helper()
	set := dataset.SmallDigits(360, 1)
	com, payloads, err := dataset.Commit(set, dataset.Layout{GroupSize: 12, Features: set.Shape.Features(), Classes: 10}, 30, [32]byte{1})
	if err != nil {
		t.Fatal(err)
	}
	ch := &Challenge{Chain: "dev"}
	ch.Terms.Groups, ch.Terms.HoldoutGroups, ch.Terms.GroupSize, ch.Terms.Features, ch.Terms.Classes = 30, 4, 12, uint16(set.Shape.Features()), 10
	ch.DatasetHash, ch.Seed = com.Root, [32]byte{2}
	tree, err := com.Tree(payloads)
	if err != nil {
		t.Fatal(err)
	}
	var groups []Group
	for slot := range 4 {
		g := dataset.Permute(ch.Seed, slot, 30)
		groups = append(groups, Group{Slot: slot, Salt: com.Salts[g], Proof: tree.Proof(g), Committed: payloads[g], Payload: payloads[g]})
	}
	abi := contract.NewMarket()
	return ch, func(first int64, groups ...Group) []byte {
		var slots []int
		for i := range groups {
			slots = append(slots, i)
		}
		salts, proofs, payloads := flat(groups, slots)
		return abi.PackRevealHoldout(big.NewInt(0), big.NewInt(first), salts, proofs, payloads)
	}, groups
}

func read(ch *Challenge, data ...[]byte) (groups []Group, fresh int) {
	groups = make([]Group, ch.Terms.HoldoutGroups)
	for _, d := range data {
		for _, r := range contract.Reveals(d) {
			for _, g := range collect(ch, groups, r) {
				groups[g.Slot] = g
				fresh++
			}
		}
	}
	return groups, fresh
}

// Groups are found in direct calls and in those that another contract hands on;
// nonsense beside them, of whatever making, hides none of them.
func TestGroupsAreFound(t *testing.T) {
	ch, pack, g := revealed(t)
	wrong := g[1]
	wrong.Committed = slices.Clone(wrong.Committed)
	wrong.Committed[3] ^= 1
	abi := contract.NewMarket()
	huge := new(big.Int).Lsh(big.NewInt(1), 255)
	minus := new(big.Int).SetUint64(1<<63 + 2)
	salts, proofs, payloads := flat(g, []int{0, 1, 2, 3})
	for name, tt := range map[string]struct {
		data [][]byte
		want int
	}{
		"directly":                {[][]byte{pack(0, g...)}, 4},
		"in parts":                {[][]byte{pack(2, g[2:]...), pack(0, g[:2]...)}, 4},
		"twice":                   {[][]byte{pack(0, g...), pack(0, g...)}, 4},
		"through a contract":      {[][]byte{slices.Concat([]byte("\x12\x34\x56\x78 any words"), pack(0, g...), []byte("more"))}, 4},
		"an empty call":           {[][]byte{pack(0), pack(0, g...)}, 4},
		"not ours":                {[][]byte{[]byte("\x12\x34\x56\x78"), nil, pack(0, g...)[:100], pack(0, g...)}, 4},
		"a wrong one beside them": {[][]byte{pack(1, wrong), pack(0, g...)}, 4},
		"a wrong one among them":  {[][]byte{pack(0, g[0], wrong, g[2], g[3])}, 3},
		"at wrong slots":          {[][]byte{pack(1, g...)}, 0},
		"beyond the last":         {[][]byte{pack(3, g[3], g[0])}, 1},
		"far beyond":              {[][]byte{abi.PackRevealHoldout(big.NewInt(0), huge, salts, proofs, payloads)}, 0},
		"a negative slot":         {[][]byte{abi.PackRevealHoldout(big.NewInt(0), minus, salts, proofs, payloads)}, 0},
		"fewer salts":             {[][]byte{abi.PackRevealHoldout(big.NewInt(0), big.NewInt(0), salts[:2], proofs, payloads)}, 0},
		"fewer proofs":            {[][]byte{abi.PackRevealHoldout(big.NewInt(0), big.NewInt(0), salts, proofs[:1], payloads)}, 0},
		"more salts":              {[][]byte{abi.PackRevealHoldout(big.NewInt(0), big.NewInt(0), salts, proofs, payloads[:3])}, 0},
	} {
		groups, fresh := read(ch, tt.data...)
		if fresh != tt.want {
			t.Errorf("%s: %d groups, want %d", name, fresh, tt.want)
		}
		for slot, got := range groups {
			if got.Payload != nil && !slices.Equal(got.Payload, g[slot].Payload) {
				t.Errorf("%s: slot %d holds another group", name, slot)
			}
		}
	}
}

// Transactions are written by strangers.
func FuzzCalls(f *testing.F) {
	ch, pack, g := revealed(f)
	f.Add(pack(0, g[:1]...))
	f.Add(pack(3, g[2:]...))
	f.Add(slices.Concat([]byte("\x00\x01\x02\x03"), pack(0)))
	f.Fuzz(func(t *testing.T, data []byte) {
		groups, fresh := read(ch, data)
		for slot, got := range groups {
			if got.Payload != nil {
				fresh--
				if !slices.Equal(got.Payload, g[slot].Payload) {
					t.Fatalf("slot %d holds what the root does not prove", slot)
				}
			}
		}
		if fresh != 0 {
			t.Fatal("miscounted")
		}
	})
}

func TestReason(t *testing.T) {
	abi := contract.NewMarket().GetABI()
	for name, want := range map[string]string{
		"WrongPhase": "the challenge's phase is claim", "BadTerms": "the contract does not accept groups", "WrongValue": "the value must be 7 wei",
		"NothingToDo": "there is nothing to do yet, or any more", "NotAllowed": "not allowed for this account", "TransferFailed": "the transfer failed or moved nothing",
	} {
		e := abi.Errors[name]
		var args []any
		switch name {
		case "WrongPhase":
			args = []any{uint8(PhaseClaim)}
		case "BadTerms":
			args = []any{"groups"}
		case "WrongValue":
			args = []any{big.NewInt(7)}
		}
		body, err := e.Inputs.Pack(args...)
		if err != nil {
			t.Fatal(err)
		}
		if got := Reason(append(e.ID[:4:4], body...)); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	e := contract.NewDispute().GetABI().Errors["BadHeader"]
	if got := Reason(append(e.ID[:4:4], big.NewInt(3).FillBytes(make([]byte, 32))...)); got != "the network is malformed at tensor 3, or takes longer to compute on the whole hold-out than the turn's window" {
		t.Errorf("%q", got)
	}
	if got := Reason([]byte("\x01\x02\x03\x04")); got != "" {
		t.Errorf("%q", got)
	}
	if got := Reason(nil); got != "" {
		t.Errorf("%q", got)
	}
}
