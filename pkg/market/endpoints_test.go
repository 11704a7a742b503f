package market

import (
	"errors"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

func TestJudgeEndpoints(t *testing.T) {
	a, b := common.Hash{1}, common.Hash{2}
	says := func(head int64, hash common.Hash) opinion {
		return opinion{head: &types.Header{Number: big.NewInt(head)}, hash: hash}
	}
	silent := opinion{}
	tests := []struct {
		name     string
		opinions []opinion
		current  int
		want     int
		err      error
	}{
		{"all agree: stay", []opinion{says(10, a), says(10, a)}, 1, 1, nil},
		{"one lies behind", []opinion{says(5, a), says(10, a)}, 0, 1, nil},
		{"a little behind is fine", []opinion{says(8, a), says(10, a)}, 0, 0, nil},
		{"one is silent", []opinion{silent, says(10, a)}, 0, 1, nil},
		{"the minority is left", []opinion{says(10, b), says(10, a), says(10, a)}, 0, 1, nil},
		{"two disagree: none is believed", []opinion{says(10, a), says(10, b)}, 0, 0, ErrDisagree},
		{"one that is far behind has no vote", []opinion{says(10, a), says(2, b)}, 1, 0, nil},
		{"three ways", []opinion{says(10, a), says(10, b), says(10, common.Hash{3})}, 0, 0, ErrDisagree},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := judge(tt.opinions, tt.current)
			if !errors.Is(err, tt.err) || got != tt.want {
				t.Errorf("endpoint %d, %v; want %d, %v", got, err, tt.want, tt.err)
			}
		})
	}
}

func TestCommonHeight(t *testing.T) {
	head := func(n int64) opinion { return opinion{head: &types.Header{Number: big.NewInt(n)}} }
	for _, tt := range []struct {
		opinions []opinion
		want     uint64
		ok       bool
	}{
		{[]opinion{head(10), head(9)}, 7, true},
		{[]opinion{head(10), head(2)}, 8, true},
		{[]opinion{{}, head(1)}, 1, true},
		{[]opinion{{}, {}}, 0, false},
	} {
		if got, ok := commonHeight(tt.opinions); got != tt.want || ok != tt.ok {
			t.Errorf("%v: height %d, %v; want %d, %v", tt.opinions, got, ok, tt.want, tt.ok)
		}
	}
}
