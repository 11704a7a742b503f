package chain

import (
	"errors"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// on is the opinion of an endpoint with its head on a chain that left the
// others' at a height; 0 is the others' own.
func on(head, fork int64) opinion {
	o := opinion{head: &types.Header{Number: big.NewInt(head)}, hashes: map[uint64]common.Hash{}}
	for h := range head + 1 {
		of := int64(0)
		if fork > 0 && h >= fork {
			of = fork
		}
		o.hashes[uint64(h)] = common.Hash{1, byte(of), byte(h)}
	}
	return o
}

func doubt(o opinion) opinion {
	o.doubted = true
	return o
}

func TestJudgeEndpoints(t *testing.T) {
	silent := opinion{err: ErrUnreachable}
	tests := []struct {
		name     string
		opinions []opinion
		current  int
		want     int
		amiss    []string
		err      error
	}{
		{"all agree: stay", []opinion{on(10, 0), on(10, 0)}, 1, 1, []string{"", ""}, nil},
		{"one lies behind", []opinion{on(5, 0), on(10, 0)}, 0, 1, []string{behind, ""}, nil},
		{"a little behind is fine", []opinion{on(8, 0), on(10, 0)}, 0, 0, []string{"", ""}, nil},
		{"one is silent", []opinion{silent, on(10, 0)}, 0, 1, []string{absent, ""}, nil},
		{"all are", []opinion{silent, silent}, 0, 0, []string{absent, absent}, ErrUnreachable},
		{"the minority is left", []opinion{on(10, 5), on(10, 0), on(10, 0)}, 0, 1, []string{against, "", ""}, nil},
		{"two disagree: none is believed", []opinion{on(10, 0), on(10, 5)}, 0, 0, []string{against, against}, ErrDisagree},
		{"one far behind on another chain speaks for that", []opinion{on(20, 0), on(12, 5)}, 1, 0, []string{against, against}, ErrDisagree},
		{"three ways", []opinion{on(10, 0), on(10, 5), on(10, 4)}, 0, 0, []string{against, against, against}, ErrDisagree},
		{"one on another chain that has run far ahead", []opinion{on(60, 5), on(10, 0), on(10, 0)}, 0, 1, []string{against, "", ""}, nil},
		{"one that is behind decides where it can", []opinion{on(30, 12), on(18, 0), on(30, 0)}, 0, 2, []string{against, behind, ""}, nil},
		{"and cannot where it ends before the fork", []opinion{on(30, 25), on(18, 0), on(30, 0)}, 0, 0, []string{against, "", against}, ErrDisagree},
		{"nor add to a side", []opinion{on(30, 25), on(18, 0), on(18, 0), on(30, 0), on(30, 0)}, 0, 3, []string{against, behind, behind, "", ""}, nil},
		{"one that was against the others, alone", []opinion{doubt(on(30, 5)), silent, silent}, 0, 0, []string{against, absent, absent}, ErrDisagree},
		{"and beside one of them", []opinion{doubt(on(30, 5)), on(30, 0), silent}, 0, 1, []string{against, "", absent}, nil},
		{"doubted ones decide where the others cannot", []opinion{doubt(on(30, 0)), on(18, 0), on(60, 5)}, 2, 0, []string{"", behind, against}, nil},
		{"a doubted one and another chain", []opinion{doubt(on(30, 0)), on(60, 5), silent}, 1, 1, []string{against, "", absent}, nil},
		{"until it agrees with them", []opinion{doubt(on(30, 0)), on(30, 0), silent}, 0, 0, []string{"", "", absent}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, amiss, err := quorum(tt.opinions, tt.current)
			if !errors.Is(err, tt.err) || err == nil && got != tt.want || !slices.Equal(amiss, tt.amiss) {
				t.Errorf("endpoint %d, %q, %v; want %d, %q, %v", got, amiss, err, tt.want, tt.amiss, tt.err)
			}
		})
	}
}
