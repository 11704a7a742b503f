package dataset

import (
	"fmt"
	"math"
	"math/rand/v2"
)

// splitStream keeps the split's random numbers apart from a trainer's others of
// the same seed.
const splitStream = 1 << 40

// Split divides the examples into those to train on and those to judge by, the
// share of which is held back. The same seed and share always divide alike: a
// trainer and who recounts what it says must look at the same examples.
func (s *Set) Split(share float64, seed uint64) (train, held *Set, err error) {
	n := s.Len()
	part := max(1, int(math.Round(share*float64(n))))
	if n-part < 1 {
		return nil, nil, fmt.Errorf("%d examples are too few to train and to validate", n)
	}
	order := rand.New(rand.NewPCG(seed, splitStream)).Perm(n)
	return s.Subset(order[part:]), s.Subset(order[:part]), nil
}
