package player

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"math/big"
	"slices"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/beacon"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
)

// wish is a claim of another's that a look would have computed. Looks only ask; what is asked for is computed beside them, one
// claim at a time, since anybody can make challenges whose claims take hours:
//
//	find (not yet known) --> wishes --Looked: the first, by rank--> work --> done --take--> findings --> find
//	                                                              ^    |
//	                                                              +----+ ended for one of a higher rank, or wished no more: it goes on later
type wish struct {
	of    name
	ch    *market.Challenge
	entry uint64
	said  *contract.DisputeAsserted
	ours  bool     // we take part in the challenge
	stake *big.Int // wei
	until int64    // that it can be disputed
	so    finding  // far
}

// rank orders wishes: what we take part in comes first, then what is more at stake, then what is over earlier.
func (w *wish) rank(o *wish) int {
	switch {
	case w.ours && !o.ours:
		return -1
	case o.ours && !w.ours:
		return 1
	}
	return cmp.Or(o.stake.Cmp(w.stake), cmp.Compare(w.until, o.until), bytes.Compare(w.of.key[:], o.of.key[:]), bytes.Compare(w.of.facts[:], o.of.facts[:]))
}

// desk is where claims are computed. The look's goroutine owns it; the one that computes has a wish, and answers once.
type desk struct {
	wishes []wish // of this look
	now    *wish  // is being computed; nil: nothing is
	end    context.CancelFunc
	done   chan result // of now
	missed int         // looks in a row that have not wished for it
}

// result is what has come of a wish.
type result struct {
	of name
	finding
}

// Bounds of what is computed. The hold-outs of challenges that we take no part in can hold gigabytes, and whoever makes
// them loses nothing by it. That all of a claim can be computed within the turn's window the contract sees to.
const (
	mostForeign = 256 << 20        // bytes of a hold-out
	mostReading = 10 * time.Minute // to read what a claim is about
	mostMissed  = 8                // looks that may pass over a challenge, one whose step has failed, before its claim is given up
)

// find is what we know of a claim. Where that is not all, the claim is wished for.
func (p *Player) find(ctx context.Context, ch *market.Challenge, entry uint64, c market.Assertion) (finding, error) {
	of := p.name(ch, entry, c)
	f, open := p.found(of)
	if !open {
		return f, f.err
	}
	said, err := p.asserted(ctx, ch, of)
	if err != nil {
		return f, err
	}
	copied, ours := *ch, p.takesPart(ch)
	stake := new(big.Int).Rsh(c.Bond, 2) // the bounty
	if ours && ch.Terms.Token == market.Ether {
		stake.Add(stake, ch.Reward)
	}
	p.wish(wish{of, &copied, entry, said, ours, stake, c.Until.Int64(), f})
	return f, f.err
}

// found is what is known of a claim, and whether it is to be wished for.
func (p *Player) found(of name) (f finding, open bool) {
	f, known := p.findings.Get(of)
	switch {
	case !known:
		return finding{lie: -1}, true
	case f.rest > 0:
		f.rest--
		p.findings.Add(of, f)
		return f, false
	}
	return f, !f.over
}

func (p *Player) takesPart(ch *market.Challenge) bool { return p.In != nil && p.In(ch) }

// tooLarge says why a claim is not computed at all; "" if it is.
func (p *Player) tooLarge(ch *market.Challenge) string {
	if size := ch.Points() * (int(ch.Terms.Features) + 1); size > mostForeign && !p.takesPart(ch) {
		return fmt.Sprintf("its hold-out is %d MB, and where we take no part we read at most %d MB", size>>20, mostForeign>>20)
	}
	return ""
}

func (p *Player) wish(w wish) {
	i := slices.IndexFunc(p.desk.wishes, func(o wish) bool { return o.of == w.of })
	if i < 0 {
		p.desk.wishes = append(p.desk.wishes, w)
		return
	}
	p.desk.wishes[i] = w // of a look that did not come to its end
}

// Looked ends a look at all challenges: what matters most of the claims that it asked for is computed next. Without Beside that is
// done at once; what is found is known to the next look.
func (p *Player) Looked(ctx context.Context) {
	p.take()
	d := &p.desk
	wishes := d.wishes
	d.wishes = nil
	slices.SortFunc(wishes, func(a, b wish) int { return a.rank(&b) })
	switch {
	case d.now != nil:
		if d.missed++; slices.ContainsFunc(wishes, func(w wish) bool { return w.of == d.now.of }) {
			d.missed = 0
		}
		if d.missed > mostMissed || len(wishes) > 0 && wishes[0].rank(d.now) < 0 {
			d.end() // it answers soon, with what it has found so far
		}
	case len(wishes) > 0:
		w := wishes[0]
		d.now, d.missed, d.done = &w, 0, make(chan result, 1)
		ctx, d.end = context.WithCancel(ctx)
		if p.Beside {
			go func() { d.done <- result{w.of, p.compute(ctx, w)} }()
			return
		}
		d.done <- result{w.of, p.compute(ctx, w)}
		p.take()
	}
}

// take notes what was found, if anything was.
func (p *Player) take() {
	select {
	case r := <-p.desk.done:
		p.note(r)
	default:
	}
}

func (p *Player) note(r result) {
	p.desk.end()
	p.desk.now, p.desk.done = nil, nil
	p.findings.Add(r.of, r.finding)
}

// Wait waits until nothing is computed.
func (p *Player) Wait() {
	if p.desk.now != nil {
		p.note(<-p.desk.done)
	}
}

// Close ends what is computed beside.
func (p *Player) Close() {
	if p.desk.now != nil {
		p.desk.end()
	}
	p.Wait()
}

// compute goes on with a wish. What fails is tried again ever more rarely, so that it does not keep others waiting.
func (p *Player) compute(ctx context.Context, w wish) finding {
	f, err := p.work(ctx, w)
	if err == nil || ctx.Err() != nil {
		f.err, f.tries, f.rest = nil, 0, 0
		return f
	}
	f.err, f.tries = err, f.tries+1
	f.rest = 1<<min(f.tries, 5) - 1
	return f
}

// examineClaim reads what a wish is about, and computes it. It changes nothing of the player's: it runs beside.
func (p *Player) examineClaim(ctx context.Context, w wish) (finding, error) {
	m, err := p.read(ctx, w)
	if err != nil {
		return w.so, err
	}
	return m.examine(ctx, w.so, order(w.said.Bitmap, w.ch.Points(), p.seeded(w.of)))
}

// read reads what a wish is about, at the head as it is by then.
func (p *Player) read(ctx context.Context, w wish) (*matter, error) {
	ctx, cancel := context.WithTimeout(ctx, mostReading)
	defer cancel()
	head, err := p.Market.Head(ctx)
	if err != nil {
		return nil, err
	}
	if w.ours {
		ctx = beacon.Hold(ctx)
	}
	return p.gather(chain.Pin(ctx, head), w.ch, w.entry, w.said)
}

func (p *Player) tellCap(ch *market.Challenge, entry uint64, why string) {
	p.tell(fmt.Sprintf("unchecked %s/%d %s", ch.Key(), entry, why), func() {
		p.Log.Warn("a claim is not computed", zap.String("challenge", ch.Key()), zap.Uint64("entry", entry), zap.String("why", why))
	})
}
