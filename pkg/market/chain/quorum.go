package chain

import (
	"errors"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

const (
	maxLag     = 3 // blocks that an endpoint may lie behind the best
	auditDepth = 2 // blocks below the lower of two heads at which they are compared
)

// opinion is what one endpoint says of the chain.
type opinion struct {
	head    *types.Header // nil: it does not answer
	hashes  map[uint64]common.Hash
	doubted bool // it was against a majority a while ago: alone it is not believed
	err     error
}

func answering(opinions []opinion) (list []int) {
	for i, o := range opinions {
		if o.head != nil {
			list = append(list, i)
		}
	}
	return list
}

// comparedAt is a height that both have, and below which neither should be
// taking blocks back.
func comparedAt(a, b opinion) uint64 {
	h := min(a.head.Number.Uint64(), b.head.Number.Uint64())
	if h > auditDepth {
		h -= auditDepth
	}
	return h
}

func agree(a, b opinion) bool {
	h := comparedAt(a, b)
	return a.hashes[h] == b.hashes[h] && a.hashes[h] != common.Hash{}
}

// What can be amiss with an endpoint.
const (
	absent  = "does not answer"
	against = "disagrees with the majority"
	behind  = "lies behind"
)

// quorum picks the endpoint to use: the one in use if it is as good as any. The
// votes of doubted ones count only where those of the others decide nothing.
func quorum(opinions []opinion, current int) (best int, amiss []string, err error) {
	list := answering(opinions)
	if len(list) == 0 {
		for _, o := range opinions {
			amiss = append(amiss, o.silence())
		}
		return 0, amiss, silence(opinions)
	}
	var trusted []int
	for _, i := range list {
		if !opinions[i].doubted {
			trusted = append(trusted, i)
		}
	}
	best, amiss, err = poll(opinions, trusted, current)
	if err != nil && len(list) > 1 {
		best, amiss, err = poll(opinions, list, current)
	}
	return best, amiss, err
}

// poll believes who agrees with most of the voters, each pair being compared
// where both have blocks: who is merely behind speaks for the chain that it is
// behind on, and who has run far ahead does not outvote the others. One that is
// behind speaks for both sides of a fork, though: of two sides the one with more
// votes is believed.
func poll(opinions []opinion, voters []int, current int) (best int, amiss []string, err error) {
	amiss = make([]string, len(opinions))
	list, votes := answering(opinions), make([]int, len(opinions))
	for _, j := range voters {
		for _, i := range list {
			if agree(opinions[i], opinions[j]) {
				votes[i]++
			}
		}
	}
	top, any, tied := uint64(0), false, false
	for i, o := range opinions {
		most := 0 // votes of one that it disagrees with
		for _, j := range list {
			if o.head != nil && !agree(o, opinions[j]) {
				most = max(most, votes[j])
			}
		}
		switch {
		case o.head == nil:
			amiss[i] = o.silence()
		case 2*votes[i] <= len(voters) || most >= votes[i]:
			amiss[i] = against
			tied = tied || 2*votes[i] > len(voters) && most == votes[i]
		default:
			top, any = max(top, o.head.Number.Uint64()), true
		}
	}
	if tied || !any {
		return 0, amiss, ErrDisagree
	}
	best = -1
	for k := range opinions {
		i := (current + k) % len(opinions)
		if amiss[i] != "" {
			continue
		}
		if opinions[i].head.Number.Uint64()+maxLag < top {
			amiss[i] = behind
		} else if best < 0 {
			best = i
		}
	}
	return best, amiss, nil
}

// silence is why an endpoint has no opinion.
func (o opinion) silence() string {
	for _, wrong := range []error{ErrWrongChain, ErrNoContract, ErrForeignCode, ErrHeaders} {
		if errors.Is(o.err, wrong) {
			return "is not used: " + wrong.Error()
		}
	}
	return absent
}

// silence is why no endpoint answers: the first one's reason.
func silence(opinions []opinion) error {
	for _, o := range opinions {
		if o.err != nil {
			return said(o.err)
		}
	}
	return ErrUnreachable
}
