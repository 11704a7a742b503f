package httpapi

import (
	"slices"
	"strings"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/player"
)

// What is known of disputes is in the metrics and in the status; challenges with verdicts of another kind
// have nothing of it.
func TestDisputesAreShown(t *testing.T) {
	const want = `gpuarbiter_dispute_bonds_ether{challenge="dev/0",of="claims"} 0.2
gpuarbiter_dispute_bonds_ether{challenge="dev/0",of="games"} 0.002
gpuarbiter_dispute_claims_disputed{challenge="dev/0"} 1
gpuarbiter_dispute_clock_end_timestamp_seconds{challenge="dev/0"} 1.7723694e+09
gpuarbiter_dispute_clock_seconds{challenge="dev/0"} 3600
gpuarbiter_dispute_false_claims{challenge="dev/0",disputed="no"} 2
gpuarbiter_dispute_false_claims{challenge="dev/0",disputed="yes"} 1
gpuarbiter_dispute_games_decided{challenge="dev/0",result="lost",role="challenger"} 1
gpuarbiter_dispute_games_decided{challenge="dev/0",result="lost",role="claimant"} 0
gpuarbiter_dispute_games_decided{challenge="dev/0",result="won",role="challenger"} 0
gpuarbiter_dispute_games_decided{challenge="dev/0",result="won",role="claimant"} 3
gpuarbiter_dispute_games{challenge="dev/0",role="challenger",turn="ours"} 0
gpuarbiter_dispute_games{challenge="dev/0",role="challenger",turn="theirs"} 1
gpuarbiter_dispute_games{challenge="dev/0",role="claimant",turn="ours"} 2
gpuarbiter_dispute_games{challenge="dev/0",role="claimant",turn="theirs"} 1
gpuarbiter_ledger_earned_usd_total{kind="bounty"} 4`
	for _, target := range []evaluator.Target{evaluator.Dispute, evaluator.BlobDispute} {
		t.Run(string(target), func(t *testing.T) { disputesAreShown(t, target, want) })
	}
}

func disputesAreShown(t *testing.T, target evaluator.Target, want string) {
	r := everything()
	r.markets[0].Challenges[0].Challenge.Target = target
	got := slices.DeleteFunc(metricsText(t, r), func(l string) bool {
		return !strings.HasPrefix(l, "gpuarbiter_dispute_") && !strings.HasPrefix(l, `gpuarbiter_ledger_earned_usd_total{kind="bounty"`)
	})
	slices.Sort(got)
	if text := strings.Join(got, "\n"); text != want {
		t.Errorf("%s\nwant\n%s", text, want)
	}

	s := StatusOf(r)
	c, other := s.Markets[0].Challenges[0], s.Markets[0].Challenges[1]
	if c.Disputes == nil || c.Disputes.GameBondsWei != "2000000000000000" || c.Disputes.Claimant != (GameCount{OurTurn: 2, TheirTurn: 1, Won: 3}) || c.Disputes.LeftAlone != 2 {
		t.Errorf("%+v", c.Disputes)
	}
	if want := "because; our claim is disputed: 3 open, our turn in 2; we dispute: 1 open, our turn in 0; our time is over in 50m0s; false and not disputed: 2 (gas is dearer than the bounty); disputes won: 3, lost: 1"; c.Why() != want {
		t.Errorf("%q, want %q", c.Why(), want)
	}
	if other.Disputes != nil || other.Why() != "because" || s.Money.Bounties != 4 {
		t.Errorf("%+v, %q, bounties %v", other.Disputes, other.Why(), s.Money.Bounties)
	}
	r.markets[0].Challenges[0].Disputes = player.Standing{}
	if got := metricsText(t, r); slices.ContainsFunc(got, func(l string) bool { return strings.HasPrefix(l, "gpuarbiter_dispute_clock") }) {
		t.Error("a clock is shown that runs in no game")
	}
}
