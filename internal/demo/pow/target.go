package pow

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"
	"strings"
)

// Target is the upper bound of a share: a hash is a share when its last eight
// bytes, read as a little-endian number, are below it (XMRig's rule).
type Target uint64

// TargetFor is the target whose shares take difficulty hashes on average; a
// difficulty of zero counts as one.
func TargetFor(difficulty uint64) Target {
	return Target(math.MaxUint64 / max(difficulty, 1))
}

// ParseTarget reads the hexadecimal target of a job: four bytes (the compact
// form of small difficulties) or eight, little endian, as XMRig's
// Job::setTarget does.
func ParseTarget(s string) (Target, error) {
	raw, err := hex.DecodeString(strings.TrimPrefix(s, "0x"))
	if err != nil {
		return 0, fmt.Errorf("target %.80q: %w", s, err)
	}
	var t uint64
	switch len(raw) {
	case 4:
		if compact := binary.LittleEndian.Uint32(raw); compact != 0 {
			t = math.MaxUint64 / (math.MaxUint32 / uint64(compact))
		}
	case 8:
		t = binary.LittleEndian.Uint64(raw)
	default:
		return 0, fmt.Errorf("target %q: want 4 or 8 bytes, got %d", s, len(raw))
	}
	if t == 0 {
		return 0, fmt.Errorf("target %q: must not be zero", s)
	}
	return Target(t), nil
}

// String is the eight-byte form on the wire.
func (t Target) String() string {
	return hex.EncodeToString(binary.LittleEndian.AppendUint64(nil, uint64(t)))
}

// Difficulty is the mean number of hashes that a share of this target takes.
func (t Target) Difficulty() uint64 {
	return math.MaxUint64 / max(uint64(t), 1)
}

// Met reports whether a hash is a share.
func (t Target) Met(h Hash) bool {
	return binary.LittleEndian.Uint64(h[24:]) < uint64(t)
}
