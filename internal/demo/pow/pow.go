// Package pow holds the proof-of-work functions that the built-in miner
// computes and the local pool checks.
package pow

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"golang.org/x/crypto/argon2"
)

// Hash is a proof-of-work digest: 32 bytes, compared as little-endian numbers.
type Hash [32]byte

// Algorithm is one proof-of-work function under the name that XMRig uses.
type Algorithm struct {
	name string
	sum  func(blob []byte) Hash
}

// Name is the algorithm's name on the wire, such as "argon2/chukwa".
func (a Algorithm) Name() string { return a.name }

// Sum hashes one block blob. It is safe for concurrent use.
func (a Algorithm) Sum(blob []byte) Hash { return a.sum(blob) }

func registry() [2]Algorithm {
	return [2]Algorithm{
		{name: "argon2/chukwa", sum: chukwa},
		{name: "sha256d", sum: sha256d},
	}
}

// Names lists the known algorithms.
func Names() []string {
	var names []string
	for _, a := range registry() {
		names = append(names, a.name)
	}
	return names
}

// Lookup finds an algorithm by name; an unknown name is an error that lists
// the known ones.
func Lookup(name string) (Algorithm, error) {
	for _, a := range registry() {
		if a.name == name {
			return a, nil
		}
	}
	return Algorithm{}, fmt.Errorf("algorithm %q is unknown (known: %s)", name, strings.Join(Names(), ", "))
}

// chukwa is TurtleCoin's Argon2id: 512 KiB, three passes, one lane, salted with
// the blob's first 16 bytes. It agrees with XMRig's argon2_chukwa_test_out.
func chukwa(blob []byte) (h Hash) {
	salt := blob[:min(16, len(blob))]
	copy(h[:], argon2.IDKey(blob, salt, 3, 512, 1, uint32(len(h))))
	return h
}

// sha256d is Bitcoin's double SHA-256, here over the same Monero-style blob: it
// costs next to nothing, so that pools and long runs can be tried cheaply.
func sha256d(blob []byte) Hash {
	first := sha256.Sum256(blob)
	return sha256.Sum256(first[:])
}
