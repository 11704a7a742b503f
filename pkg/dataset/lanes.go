package dataset

import "encoding/binary"

// form is how a batch of vectors is packed: into units, each of which holds a
// few features of every vector, so that the contract gets at its lanes with
// shifts and masks. The contracts' DenseEvaluator.sol and Dense4Evaluator.sol
// say the same and why.
type form interface {
	lanes() int        // vectors of a batch
	unitFeatures() int // features of each of them in a unit
	unitLen() int      // bytes
	// put writes up to unitFeatures pixels of the vector in a lane into a unit
	// that is zero there.
	put(unit []byte, lane int, pixels []byte)
	// get reads them, and reports whether the rest of the lane is zero.
	get(unit []byte, lane int, pixels []byte) bool
}

// Form names a form of batches; which one a challenge has is its evaluator's.
type Form string

// The forms that there are evaluators for.
const (
	Octets  Form = "octets"  // 12 vectors, packed for DenseEvaluator; "" means it too
	Nibbles Form = "nibbles" // 16 vectors of 4-bit values, for Dense4Evaluator
	Plain   Form = "plain"   // one vector after the other, for Dispute
	Blob    Form = "blob"    // the same in blobs, whose hashes stand for it in the tree
)

// form is nil for a name that there is no form of.
func (l Layout) form() form {
	switch l.Form {
	case Octets, "":
		return octets{}
	case Nibbles:
		return nibbles{}
	case Plain, Blob:
		return single{}
	}
	return nil
}

// single is one vector, byte by byte.
type single struct{}

func (single) lanes() int        { return 1 }
func (single) unitFeatures() int { return 1 }
func (single) unitLen() int      { return 1 }

func (single) put(unit []byte, _ int, pixels []byte) { unit[0] = pixels[0] }

func (single) get(unit []byte, _ int, pixels []byte) bool {
	pixels[0] = unit[0]
	return true
}

// nibbles is 16 lanes of 16 bits. A unit is a word of 32 bytes; bytes 2v and
// 2v+1 are, big-endian, feature 0 of vector v and, times 16, 256 and 4096,
// features 1 to 3.
type nibbles struct{}

const nibbleStep = 17 // 255/15: pixels are sixteen steps apart

func (nibbles) lanes() int        { return 16 }
func (nibbles) unitFeatures() int { return 4 }
func (nibbles) unitLen() int      { return 32 }

func (nibbles) put(unit []byte, lane int, pixels []byte) {
	var v uint16
	for i, p := range pixels {
		v |= uint16((int(p)+nibbleStep/2)/nibbleStep) << (4 * i)
	}
	binary.BigEndian.PutUint16(unit[2*lane:], v)
}

func (nibbles) get(unit []byte, lane int, pixels []byte) bool {
	v := binary.BigEndian.Uint16(unit[2*lane:])
	for i := range pixels {
		pixels[i] = byte(v>>(4*i)&15) * nibbleStep
	}
	return v>>(4*len(pixels)) == 0
}

// octets is 12 lanes of 21 bits. A unit is three words of 32 bytes, read as
// big-endian numbers, and holds 8 features, 64 bits of every vector. Vector v
// has the bits from 21*(11-v) on of each word:
//
//	bits      0-7        8-15       16-20
//	word 0    feature 0  feature 1  bits 0-4 of the tail
//	word 1    feature 2  feature 3  bits 5-9 of the tail
//	word 2    feature 4  feature 5  bits 10-14 of the tail
//
// The tail is feature 6 and, times 256, feature 7; its bit 15 stands above the
// lanes: of the lane 4i+k, counted from the lowest, it is bit 252+k of word i.
type octets struct{}

const (
	octetLane  = 21 // bits
	octetTop   = 252
	octetWords = 3
)

func (octets) lanes() int        { return 12 }
func (octets) unitFeatures() int { return 8 }
func (octets) unitLen() int      { return 32 * octetWords }

func (octets) put(unit []byte, lane int, pixels []byte) {
	var p [8]byte
	copy(p[:], pixels)
	k := 11 - lane
	tail := uint32(p[6]) | uint32(p[7])<<8
	for i := range octetWords {
		field := uint32(p[2*i]) | uint32(p[2*i+1])<<8 | tail>>(5*i)&31<<16
		setBits(unit[32*i:][:32], octetLane*k, field)
	}
	setBits(unit[32*(k/4):][:32], octetTop+k%4, tail>>15)
}

func (octets) get(unit []byte, lane int, pixels []byte) bool {
	var p [8]byte
	k := 11 - lane
	var tail uint32
	for i := range octetWords {
		field := getBits(unit[32*i:][:32], octetLane*k, octetLane)
		p[2*i], p[2*i+1] = byte(field), byte(field>>8)
		tail |= field >> 16 << (5 * i)
	}
	tail |= getBits(unit[32*(k/4):][:32], octetTop+k%4, 1) << 15
	p[6], p[7] = byte(tail), byte(tail>>8)
	copy(pixels, p[:])
	for _, rest := range p[len(pixels):] {
		if rest != 0 {
			return false
		}
	}
	return true
}

// setBits ORs a value of up to 24 bits into a big-endian number of 32 bytes,
// its lowest bit at the given bit.
func setBits(word []byte, bit int, value uint32) {
	value <<= bit % 8
	for i := 31 - bit/8; i >= 0 && value != 0; i-- {
		word[i] |= byte(value)
		value >>= 8
	}
}

// getBits reads n bits, up to 24, from the given bit on.
func getBits(word []byte, bit, n int) uint32 {
	var value uint32
	at := 31 - bit/8
	for i := max(0, at-3); i <= at; i++ {
		value = value<<8 | uint32(word[i])
	}
	return value >> (bit % 8) & (1<<n - 1)
}
