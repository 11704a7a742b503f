package pow

import (
	"encoding/binary"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/miner/stratum"
)

func hashWithTail(tail uint64) (h Hash) {
	binary.LittleEndian.PutUint64(h[24:], tail)
	return h
}

func TestTargetRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := rapid.Uint64Range(1, math.MaxUint32).Draw(t, "difficulty")
		target := TargetFor(d)
		back, err := ParseTarget(target.String())
		if err != nil || back != target {
			t.Fatalf("wire form %s: %v, %v", target, back, err)
		}
		if target.Difficulty() != d {
			t.Fatalf("difficulty %d became %d", d, target.Difficulty())
		}
		if !target.Met(hashWithTail(uint64(target)-1)) || target.Met(hashWithTail(uint64(target))) {
			t.Fatal("the target itself must be the first hash that fails")
		}
	})
}

func TestParseTarget(t *testing.T) {
	for _, c := range []struct {
		in   string
		diff uint64 // 0: an error is wanted
	}{
		{"ffffffff", 1},
		{"b88d0600", 10000}, // 0x00068db8 = 2^32/10000, as pools send it
		{"ffffffffffffffff", 1},
		{"ffffffffffffff00", 256},
		{"00000000", 0},
		{"0000000000000000", 0},
		{"ffff", 0},
		{"zz", 0},
		{"", 0},
	} {
		got, err := ParseTarget(c.in)
		if (err != nil) != (c.diff == 0) {
			t.Errorf("%q: error %v", c.in, err)
		}
		if err == nil && got.Difficulty() != c.diff {
			t.Errorf("%q: difficulty %d, want %d", c.in, got.Difficulty(), c.diff)
		}
	}
}

func TestWorkNonces(t *testing.T) {
	blob := make([]byte, BlobSize)
	w := Work{Blob: blob}
	if w.Nonces() != 1<<32 || w.Nonce(0x01020304) != 0x01020304 {
		t.Error("a zero nonce leaves all 2^32 to the miner")
	}
	PutNonce(blob, 0xab000000)
	if w.Nonces() != 1<<24 || w.Nonce(5) != 0xab000005 {
		t.Error("a fixed high byte must stay")
	}
	n, err := ParseNonce(EncodeNonce(0x01020304))
	if err != nil || n != 0x01020304 || EncodeNonce(0x01020304) != "04030201" {
		t.Errorf("nonce %x, %v", n, err)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"id":1,"jsonrpc":"2.0","result":{"id":"a","job":{"blob":"00","job_id":"1","target":"ffffffff"},"status":"OK"}}`))
	f.Add([]byte(`{"method":"job","params":{"blob":"` + strings.Repeat("00", BlobSize) + `","job_id":"1","target":"ffffffff","algo":"sha256d"}}`))
	f.Add([]byte(`{"id":2,"method":"submit","params":{"nonce":"00000000","result":"` + strings.Repeat("00", 32) + `"}}`))
	f.Add([]byte(`{"id":null,"error":{"code":-1,"message":"x"}}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		m, err := stratum.Decode(line)
		if err != nil {
			return
		}
		if job, err := stratum.DecodeParams[stratum.Job](m.Params); err == nil {
			if w, err := Parse(job, "sha256d"); err == nil {
				PutNonce(w.Blob, w.Nonce(w.Nonces()-1))
				_ = w.Target.Met(w.Algorithm.Sum(w.Blob))
				if w.Target.Difficulty() == 0 {
					t.Fatal("a job without difficulty was accepted")
				}
			}
		}
		_, _ = stratum.DecodeParams[stratum.LoginResult](m.Result)
		if s, err := stratum.DecodeParams[stratum.SubmitParams](m.Params); err == nil {
			_, _ = ParseNonce(s.Nonce)
			_, _ = ParseHash(s.Result)
		}
	})
}
