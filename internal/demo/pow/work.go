package pow

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/gpuarbiter/gpuarbiter/pkg/miner/stratum"
)

// Layout of a Monero-style hashing blob: major and minor version, five bytes of
// time stamp, the previous block's hash (32), the nonce (4, little endian), the
// Merkle root (32) and the number of transactions.
const (
	NonceOffset = 39
	NonceSize   = 4
	RootOffset  = NonceOffset + NonceSize
	BlobSize    = RootOffset + 32 + 1

	maxBlobSize = 408 // XMRig's Job::kMaxBlobSize
	maxIDSize   = 128
)

// Work is a job that has been read and found sound.
type Work struct {
	ID        stratum.Token
	Blob      []byte // at least RootOffset bytes; do not change, clone
	Target    Target
	Height    uint64
	Algorithm Algorithm
}

// Parse reads a job of the wire. fallback is the algorithm of a job that names none.
func Parse(j stratum.Job, fallback string) (Work, error) {
	if j.JobID.Text == "" || len(j.JobID.Text) > maxIDSize {
		return Work{}, fmt.Errorf("job_id: want 1 to %d bytes, got %d", maxIDSize, len(j.JobID.Text))
	}
	blob, err := hex.DecodeString(j.Blob)
	if err != nil {
		return Work{}, fmt.Errorf("job %s: blob: %w", j.JobID, err)
	}
	if len(blob) < RootOffset || len(blob) >= maxBlobSize {
		return Work{}, fmt.Errorf("job %s: blob of %d bytes: want %d to %d", j.JobID, len(blob), RootOffset, maxBlobSize-1)
	}
	target, err := ParseTarget(j.Target)
	if err != nil {
		return Work{}, fmt.Errorf("job %s: %w", j.JobID, err)
	}
	name := strings.ToLower(j.Algo)
	if name == "" {
		name = fallback
	}
	algorithm, err := Lookup(name)
	if err != nil {
		return Work{}, fmt.Errorf("job %s: %w", j.JobID, err)
	}
	return Work{ID: j.JobID, Blob: blob, Target: target, Height: uint64(j.Height), Algorithm: algorithm}, nil
}

// Nonces is the number of nonces that the miner may choose from: all of them,
// or 2^24 when the pool fixed the high byte (it then is not zero).
func (w Work) Nonces() uint64 {
	if binary.LittleEndian.Uint32(w.Blob[NonceOffset:]) != 0 {
		return 1 << 24
	}
	return 1 << 32
}

// Nonce is the i-th nonce of this work, for i below Nonces.
func (w Work) Nonce(i uint64) uint32 {
	fixed := binary.LittleEndian.Uint32(w.Blob[NonceOffset:]) & 0xff000000
	return fixed | uint32(i)
}

// PutNonce writes a nonce into a blob.
func PutNonce(blob []byte, nonce uint32) {
	binary.LittleEndian.PutUint32(blob[NonceOffset:], nonce)
}

// EncodeNonce is the nonce on the wire: its four little-endian bytes.
func EncodeNonce(nonce uint32) string {
	return hex.EncodeToString(binary.LittleEndian.AppendUint32(nil, nonce))
}

// ParseNonce reads the wire form of a nonce.
func ParseNonce(s string) (uint32, error) {
	raw, err := hex.DecodeString(s)
	if err != nil || len(raw) != NonceSize {
		return 0, fmt.Errorf("nonce %.32q: want %d hexadecimal digits", s, 2*NonceSize)
	}
	return binary.LittleEndian.Uint32(raw), nil
}

// ParseHash reads the wire form of a hash.
func ParseHash(s string) (h Hash, err error) {
	raw, err := hex.DecodeString(s)
	if err != nil || len(raw) != len(h) {
		return h, fmt.Errorf("result %.80q: want %d hexadecimal digits", s, 2*len(h))
	}
	return Hash(raw), nil
}
