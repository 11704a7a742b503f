package player

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/goleak"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// some are claims by what a test calls them.
var some = map[string]wish{
	"ours, small":  {of: name{key: [32]byte{9}}, ours: true, stake: big.NewInt(1), until: 50},
	"ours, large":  {of: name{key: [32]byte{8}}, ours: true, stake: big.NewInt(2), until: 50},
	"theirs, rich": {of: name{key: [32]byte{7}}, stake: big.NewInt(1000), until: 90},
	"theirs, soon": {of: name{key: [32]byte{6}}, stake: big.NewInt(10), until: 20},
	"theirs":       {of: name{key: [32]byte{5}}, stake: big.NewInt(10), until: 30},
}

// called is what a test calls a claim.
func called(of name) string {
	for what, w := range some {
		if w.of == of {
			return what
		}
	}
	return "nothing"
}

// look is a look that asks for claims, as judge does.
func (p *Player) lookAt(ctx context.Context, claims ...string) {
	p.take()
	for _, what := range claims {
		w := some[what]
		if f, open := p.found(w.of); open {
			w.so = f
			p.wish(w)
		}
	}
	p.Looked(ctx)
}

// What we take part in is computed first, then what is more at stake, then what is over earlier; each once.
func TestWhatMattersMostIsComputedFirst(t *testing.T) {
	p := New(nil, nil, nil)
	var done []string
	p.work = func(_ context.Context, w wish) (finding, error) {
		done = append(done, called(w.of))
		return finding{lie: -1, over: true}, nil
	}
	for range 10 {
		p.lookAt(t.Context(), "theirs", "theirs, soon", "ours, small", "theirs, rich", "ours, large")
	}
	if want := []string{"ours, large", "ours, small", "theirs, rich", "theirs, soon", "theirs"}; !slices.Equal(done, want) {
		t.Errorf("%q, want %q", done, want)
	}
}

// slow is work of so many hours that reports progress of one for each, and goes on where it was.
func slow(hours int, begun *[]string) func(context.Context, wish) (finding, error) {
	return func(ctx context.Context, w wish) (finding, error) {
		*begun = append(*begun, fmt.Sprintf("%s from %d", called(w.of), w.so.checked))
		for f := w.so; ; f.checked++ {
			if f.checked == hours {
				f.over = true
				return f, nil
			}
			select {
			case <-ctx.Done():
				return f, ctx.Err()
			case <-time.After(time.Hour):
			}
		}
	}
}

// No look waits for what is computed beside. What matters more takes the place of what is computed, which goes on later where it was.
func TestLooksDoNotWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var begun []string
		p := New(nil, nil, nil)
		p.Beside, p.work = true, slow(10, &begun)
		looks := func(n int, claims ...string) {
			for range n {
				before := time.Now()
				if p.lookAt(t.Context(), claims...); time.Since(before) != 0 {
					t.Error("a look has waited")
				}
				synctest.Wait()
				time.Sleep(12 * time.Second)
				synctest.Wait()
			}
		}
		looks(3*300+150, "theirs") // 3 and a half hours
		looks(1, "theirs", "theirs, rich")
		looks(300*11, "theirs", "theirs, rich")
		looks(300*8, "theirs", "theirs, rich")
		if f, open := p.found(some["theirs, rich"].of); open || f.checked != 10 || f.err != nil {
			t.Errorf("%+v", f)
		}
		if f, open := p.found(some["theirs"].of); open || f.checked != 10 || f.err != nil {
			t.Errorf("%+v", f)
		}
		if want := []string{"theirs from 0", "theirs, rich from 0", "theirs from 3"}; !slices.Equal(begun, want) {
			t.Errorf("%q, want %q", begun, want)
		}
		looks(2, "ours, small")
		p.Close()
		if f, open := p.found(some["ours, small"].of); !open || f.err != nil {
			t.Errorf("it was ended, but %+v", f)
		}
	})
}

// What nobody asks for any more, since it is lost or over, is given up; one look that passes over it does not do that.
func TestWhatIsNotWishedForIsGivenUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var begun []string
		p := New(nil, nil, nil)
		p.Beside, p.work = true, slow(1000, &begun)
		p.lookAt(t.Context(), "theirs, rich", "theirs")
		for range 5 {
			p.lookAt(t.Context())
			p.lookAt(t.Context(), "theirs", "theirs, rich")
		}
		synctest.Wait()
		if want := []string{"theirs, rich from 0"}; !slices.Equal(begun, want) {
			t.Errorf("%q, want %q", begun, want)
		}
		for range mostMissed + 3 {
			p.lookAt(t.Context(), "theirs")
			synctest.Wait()
		}
		if want := []string{"theirs, rich from 0", "theirs from 0"}; !slices.Equal(begun, want) {
			t.Errorf("%q, want %q", begun, want)
		}
		p.Close()
	})
}

// A claim that cannot be read keeps no other from being computed, and is tried again.
func TestAClaimThatFailsHoldsUpNoOther(t *testing.T) {
	p := New(nil, nil, nil)
	var tried int
	p.work = func(_ context.Context, w wish) (finding, error) {
		if called(w.of) == "ours, large" {
			if tried++; tried < 4 {
				return w.so, errors.New("nobody serves its blobs")
			}
		}
		return finding{lie: 7, over: true}, nil
	}
	for range 30 {
		p.lookAt(t.Context(), "ours, large", "ours, small", "theirs")
		f, _ := p.findings.Get(some["ours, large"].of)
		if told := f.err != nil; told != (tried < 4) {
			t.Fatalf("tried %d times, and %v is told", tried, f.err)
		}
	}
	for _, what := range []string{"ours, large", "ours, small", "theirs"} {
		if f, open := p.found(some[what].of); open || f.lie != 7 || f.err != nil || tried != 4 {
			t.Errorf("%s: %+v, tried %d times", what, f, tried)
		}
	}
}

// Hold-outs of gigabytes are not read where we take no part, and that is said.
func TestLargeHoldoutsOfOthersAreNotRead(t *testing.T) {
	p := New(market.New("dev", 1, nil, common.Address{}), nil, zap.NewNop())
	ch := &market.Challenge{Chain: "dev", ID: 1}
	ch.Terms = market.Terms{HoldoutGroups: 65535, GroupSize: 12, Features: 4096}
	found, err := p.judge(t.Context(), "", ch, 0, market.Assertion{}, nil, bonds{}, nil)
	if words := found.Words(time.Time{}); err != nil || !strings.Contains(words, "claims not computed: 1 (its hold-out is 3072 MB, and where we take no part we read at most 256 MB)") {
		t.Errorf("%q, %v", words, err)
	}
	if p.In = func(*market.Challenge) bool { return true }; p.tooLarge(ch) != "" {
		t.Error("where we take part, its size is no reason")
	}
}

// What is known of a claim is said: that it is not computed yet, or nothing where it is true.
func TestWhatIsUnknownIsSaid(t *testing.T) {
	ch := &market.Challenge{Chain: "dev", ID: 1}
	for words, f := range map[string]finding{
		"claims not computed yet: 1": {lie: -1, checked: 5, rest: 2},
		"":                           {lie: -1, checked: 10, over: true},
	} {
		p := New(market.New("dev", 1, nil, common.Address{}), nil, zap.NewNop())
		p.findings.Add(p.name(ch, 0, market.Assertion{}), f)
		found, err := p.judge(t.Context(), "", ch, 0, market.Assertion{}, nil, bonds{}, nil)
		if got := found.Words(time.Time{}); err != nil || got != words {
			t.Errorf("%q, want %q: %v", got, words, err)
		}
	}
}
