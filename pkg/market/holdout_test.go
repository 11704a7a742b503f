package market

import (
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
)

// Hold-outs, of whatever making, take up no more memory than one more than may be held; the one in use is not dropped for others.
func TestHeldHoldoutsAreBounded(t *testing.T) {
	m := New("dev", 1, nil, chain.Address{})
	challenge := func(id uint64, points, features uint16) *Challenge {
		ch := &Challenge{Chain: "dev", ID: id}
		ch.Terms = Terms{HoldoutGroups: points, GroupSize: 1, Features: features}
		return ch
	}
	ours := challenge(0, 1000, 783)
	first := m.reader(ours)
	for id := range uint64(100) {
		large := id%3 == 0 // 218 MB
		points := uint16(1000)
		if large {
			points = 65535
		}
		size := m.reader(challenge(1+id, points, 3327)).size
		if m.reader(ours) != first {
			t.Fatal("the hold-out in use was dropped")
		}
		held := 0
		for _, r := range m.readers {
			held += r.size
		}
		if held > mostHeld || len(m.readers) > mostReaders {
			t.Fatalf("%d bytes of %d hold-outs are held, the latest of %d", held, len(m.readers), size)
		}
	}
	if huge := m.reader(challenge(1000, 65535, 65535)); m.readers[ChallengeKey("dev", 1000)] != huge || len(m.readers) != 1 {
		t.Error("the latest is kept whatever its size, and alone")
	}
}
