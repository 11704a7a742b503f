package dataset

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/test/race"
)

// A change of these hashes changes every root committed to over rendered digits.
const (
	goldenDigits = "c0f83f5377104f7530864745ca130a6b552bff64d1327cb562efee3c933cb2c5"
	goldenSmall  = "9c343a45d6d93f0a327b9dc11ee958965c1fbf522e97f6bcd26c10608fb29b64"
)

func TestDigitsAreTheSameEverywhere(t *testing.T) {
	for name, tt := range map[string]struct {
		set  *Set
		want string
	}{
		"digits": {Digits(1000, 42), goldenDigits},
		"small":  {SmallDigits(1000, 42), goldenSmall},
	} {
		h := sha256.New()
		h.Write(tt.set.Pixels)
		h.Write(tt.set.Labels)
		if got := hex.EncodeToString(h.Sum(nil)); got != tt.want {
			t.Errorf("%s: hash %s, want %s", name, got, tt.want)
		}
	}
}

func TestDigitsAreBalancedAndExtend(t *testing.T) {
	s, long := Digits(95, 7), Digits(130, 7)
	if err := s.Validate(); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(long.Pixels[:len(s.Pixels)], s.Pixels) || !bytes.Equal(long.Labels[:95], s.Labels) {
		t.Error("a longer set does not extend a shorter one")
	}
	for start := 0; start < 90; start += 10 {
		block := slices.Sorted(slices.Values(s.Labels[start : start+10]))
		if !bytes.Equal(block, []byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}) {
			t.Errorf("block at %d has labels %v", start, block)
		}
	}
	if bytes.Equal(Digits(10, 8).Pixels, s.Pixels[:10*784]) {
		t.Error("the seed does not matter")
	}
}

func TestSmallDigitsAverage(t *testing.T) {
	var in [digitSide * digitSide]byte
	var out [smallSide * smallSide]byte
	for i := range in {
		in[i] = 200
	}
	in[0] = 53 // 16 of the 49 quarter pixels below the first output pixel
	shrink(out[:], in[:])
	if want := byte((16*53 + 33*200 + 24) / 49); out[0] != want || out[1] != 200 || out[255] != 200 {
		t.Errorf("averages %d, %d, %d: want %d, 200, 200", out[0], out[1], out[255], want)
	}
}

func TestGlyphsFillTheirMask(t *testing.T) {
	for font, digits := range glyphMasks() {
		for d := range digits {
			top, bottom, sum := maskSide, 0, 0
			for i, v := range digits[d] {
				if v > 0 {
					top, bottom = min(top, i/maskSide), max(bottom, i/maskSide)
					sum += int(v)
				}
			}
			if h := bottom - top + 1; h < maskDigit-4 || h > maskDigit+4 {
				t.Errorf("font %d digit %d is %d pixels high, want about %d", font, d, h, maskDigit)
			}
			if ink := sum / 255; ink < 150 || ink > 1100 {
				t.Errorf("font %d digit %d covers %d pixels", font, d, ink)
			}
		}
	}
}

// Hard enough that accuracy means something, easy enough that a small network
// gets there: 784-32-10 gets 93, 95 and 97 % out of 5,000, 10,000 and 20,000
// examples in 8 epochs, a little less with what a test has time for.
func TestDigitsAreLearnable(t *testing.T) {
	train, test, least := 6000, 1000, 0.88
	if race.Enabled {
		train, least = 1000, 0.6
	}
	s := SmallDigits(train+test, 3)
	net := trainMLP(s.Subset(upTo(train)), 32, 3)
	held := s.Subset(upTo(train + test)[train:])
	if a := net.accuracy(held); a < least || a > 0.98 {
		t.Errorf("accuracy %.3f: want %.2f..0.98", a, least)
	} else {
		t.Logf("accuracy %.3f", a)
	}
}
