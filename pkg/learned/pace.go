package learned

import (
	"fmt"
	"math"
	"math/bits"
	"time"
)

// Net is a kind of network, as far as it bears on how fast devices train it: small ones wait for memory and for
// launches, large ones do ten times as many multiply-accumulates in a second and more.
type Net struct {
	Trainer string // and where it computes
	Family  string
	Size    int // of its multiply-accumulates for an example, the power of two
}

// NetOf is a network's kind.
func NetOf(trainer, family string, macs int) Net {
	return Net{trainer, family, bits.Len(uint(max(macs, 0)))}
}

func (n Net) key() string { return fmt.Sprintf("%s|%s|%d", n.Trainer, n.Family, n.Size) }

// Pace is how fast networks of a kind are trained, as a part of what the configuration says that devices do. What a
// device does at one kind of network is its own rate times the kind's pace: so the rig's devices learn of one another
// what a network is like, and a device's rate is one number whatever it trains.
type Pace struct {
	Factor  float64   `json:"factor"`
	Seconds float64   `json:"seconds"` // that it was measured for, on all devices
	At      time.Time `json:"at"`
}

// paceMemory is how long a measurement counts, of all devices' time. A device that is slow for a while, as in a hot
// afternoon, is to say little of the network: that is for its own rate, which forgets within minutes.
const paceMemory = 6 * time.Hour

func (p Pace) add(factor, dt float64) Pace {
	if p.Factor <= 0 {
		return Pace{Factor: factor} // of a moment: it has no weight yet
	}
	weight := max(1-math.Exp(-dt/paceMemory.Seconds()), dt/(p.Seconds+dt))
	factor = min(max(factor, p.Factor/2), 2*p.Factor) // a trainer may talk nonsense for a moment
	p.Factor *= math.Pow(factor/p.Factor, weight)
	p.Seconds += dt
	return p
}

// farthest is how many powers of two a kind may lie from one that is known, and be taken for alike.
const farthest = 32

// Pace is a kind's pace, or that of the nearest size of its family that was measured, or 1: then devices are taken
// to do what the configuration says.
func (b *Book) Pace(n Net) float64 {
	for off := range farthest {
		for _, size := range []int{n.Size - off, n.Size + off} {
			if p, ok := b.Paces.Get(Net{n.Trainer, n.Family, size}); size >= 0 && ok && p.Factor > 0 {
				return p.Factor
			}
		}
	}
	return 1
}

// Trained takes in that a device trained a network of the kind for a time, at such a part of what the configuration
// says. A time of zero is that of a first look: it counts where nothing is known.
func (b *Book) Trained(n Net, factor float64, dt time.Duration, now time.Time) error {
	return b.Paces.update(n, func(p Pace) (Pace, bool) {
		if p.Factor > 0 && dt <= 0 {
			return p, false
		}
		p = p.add(factor, dt.Seconds())
		p.At = now.Round(0).UTC()
		return p, true
	})
}
