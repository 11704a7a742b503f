package pow

import (
	"encoding/hex"
	"strings"
	"testing"
)

// The first 76 bytes of XMRig's test_input (src/crypto/cn/CryptoNight_test.h).
const xmrigInput = "0305a0dbd6bf05cf16e503f3a66f78007cbf34144332ecbfc22ed95c8700383b" +
	"309ace1923a0964b00000008ba939a62724c0d7581fce5761e9d8a0e6a1c3f92" +
	"4fdd8493d1115649c05eb601"

func TestVectors(t *testing.T) {
	blob, err := hex.DecodeString(xmrigInput)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, input, want string }{
		// XMRig's argon2_chukwa_test_out.
		{"argon2/chukwa", string(blob), "c158a105ae75c7561cfd029083a47a87653d51f914128e21c1971d8b10c49034"},
		// SHA-256 twice over "hello", a widely published value.
		{"sha256d", "hello", "9595c9df90075148eb06860365df33584b75bff782a510c6cd4883a419833d50"},
	} {
		a, err := Lookup(c.name)
		if err != nil {
			t.Fatal(err)
		}
		got := a.Sum([]byte(c.input))
		if hex.EncodeToString(got[:]) != c.want {
			t.Errorf("%s: got %x, want %s", c.name, got, c.want)
		}
	}
}

func TestShortBlobDoesNotPanic(t *testing.T) {
	for _, name := range Names() {
		a, _ := Lookup(name)
		if a.Sum(nil) == a.Sum([]byte{1}) {
			t.Errorf("%s: different blobs have the same hash", name)
		}
	}
}

func TestLookupUnknown(t *testing.T) {
	_, err := Lookup("kawpow")
	if err == nil || !strings.Contains(err.Error(), "argon2/chukwa") {
		t.Fatalf("want an error that lists the known algorithms, got %v", err)
	}
}

func BenchmarkSum(b *testing.B) {
	blob := make([]byte, 76)
	for _, name := range Names() {
		a, _ := Lookup(name)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for i := range b.N {
				blob[39] = byte(i)
				a.Sum(blob)
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "H/s")
		})
	}
}
