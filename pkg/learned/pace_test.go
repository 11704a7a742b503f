package learned

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// nothing is a store that has none and keeps none: what was put is in memory.
type nothing struct{}

func (nothing) Put(store.Bucket, string, any) error         { return nil }
func (nothing) Get(store.Bucket, string, any) (bool, error) { return false, nil }

// What is measured of one network is taken for the sizes nearest to it, of its family and trainer; what nobody has
// trained goes by the configuration.
func TestPace(t *testing.T) {
	b, now := New(nothing{}), time.Unix(1e9, 0)
	small, large := NetOf("a", "cnn", 500_000), NetOf("a", "cnn", 40_000_000)
	take := func(n Net, factor float64, dt time.Duration) {
		t.Helper()
		if err := b.Trained(n, factor, dt, now); err != nil {
			t.Fatal(err)
		}
	}
	if p := b.Pace(small); p != 1 {
		t.Errorf("of none: %v", p)
	}
	take(small, 0.1, 0) // a first look
	take(small, 9, 0)   // another device's
	if p := b.Pace(small); p != 0.1 {
		t.Errorf("after the first look: %v", p)
	}
	take(small, 0.2, time.Minute) // which counts nothing once it is measured
	if p := b.Pace(small); math.Abs(p-0.2) > 1e-9 {
		t.Errorf("measured for a minute: %v", p)
	}
	if p := b.Pace(large); math.Abs(p-0.2) > 1e-9 {
		t.Errorf("a larger one: %v", p)
	}
	take(large, 0.8, time.Minute)
	take(large, 0.8, time.Minute)
	if p, q := b.Pace(NetOf("a", "cnn", 30_000_000)), b.Pace(NetOf("a", "cnn", 700_000)); math.Abs(p-0.8) > 1e-9 || math.Abs(q-0.2) > 1e-9 {
		t.Errorf("of sizes between: %v, %v", p, q)
	}
	for _, other := range []Net{NetOf("a", "resnet", 40_000_000), NetOf("b", "cnn", 40_000_000), {}} {
		if p := b.Pace(other); p != 1 {
			t.Errorf("%v: %v", other, p)
		}
	}
}

// Devices whose speeds differ from what the configuration says train networks that differ: the product of a device's
// own rate and a network's pace comes to what each pair does, whatever the order.
func TestPaceTellsDevicesFromNetworks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b, now := New(nothing{}), time.Unix(1e9, 0)
		kinds := []Net{NetOf("a", "mlp", 50_000), NetOf("a", "cnn", 500_000), NetOf("a", "resnet", 40_000_000)}
		pace := rapid.SliceOfN(rapid.Float64Range(0.05, 2), 3, 3).Draw(t, "paces")
		speed := rapid.SliceOfN(rapid.Float64Range(0.7, 1.4), 4, 4).Draw(t, "speeds")
		own := make([]Rate, len(speed))
		for range 6 * 60 { // minutes, in which each device trains something
			for d := range speed {
				k := rapid.IntRange(0, 2).Draw(t, "kind")
				raw := speed[d] * pace[k]
				if err := b.Trained(kinds[k], raw, time.Minute, now); err != nil {
					t.Fatal(err)
				}
				own[d] = own[d].Add(raw/b.Pace(kinds[k]), 0, 60)
			}
		}
		for d := range speed {
			for k := range kinds {
				if got, want := own[d].PerSecond*b.Pace(kinds[k]), speed[d]*pace[k]; math.Abs(math.Log(got/want)) > 0.2 {
					t.Errorf("device %d, network %d: %.3g, does %.3g", d, k, got, want)
				}
			}
		}
	})
}
