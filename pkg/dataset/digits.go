package dataset

import "math/rand/v2"

const (
	digitSide = 28
	smallSide = 16
)

// Digits renders n grey digits of 28x28, ten classes: several fonts under a
// random affine map, with varying stroke, brightness and noise. Every block of
// ten examples holds every class once. Example i depends on seed and i alone
// (so a longer set extends a shorter one), and everything is integer
// arithmetic: the result is the same on every machine.
func Digits(n int, seed uint64) *Set {
	s := &Set{
		Shape:   Shape{1, digitSide, digitSide},
		Classes: 10,
		Pixels:  make([]byte, n*digitSide*digitSide),
		Labels:  make([]byte, n),
	}
	masks := glyphMasks()
	for i := range n {
		if i%10 == 0 {
			rng := rand.New(rand.NewPCG(seed, ^uint64(i)))
			for j, class := range rng.Perm(10) {
				if i+j < n {
					s.Labels[i+j] = byte(class)
				}
			}
		}
		rng := rand.New(rand.NewPCG(seed, uint64(i)))
		m := &masks[rng.IntN(len(masks))][s.Labels[i]]
		renderDigit(s.Example(i), m, rng)
	}
	return s
}

// SmallDigits is Digits(n, seed) averaged down to 16x16.
func SmallDigits(n int, seed uint64) *Set {
	big := Digits(n, seed)
	s := &Set{
		Shape:   Shape{1, smallSide, smallSide},
		Classes: big.Classes,
		Pixels:  make([]byte, n*smallSide*smallSide),
		Labels:  big.Labels,
	}
	for i := range n {
		shrink(s.Example(i), big.Example(i))
	}
	return s
}

// one is 1 in the 16.16 fixed point of the affine map.
const one int64 = 1 << 16

// affine maps a pixel of the image to a point of the mask, both counted from
// the middle of a pixel.
type affine struct{ xx, xy, yx, yy, x0, y0 int64 }

// randomAffine draws rotation (up to about 22 degrees), shear, the scales of
// both axes and a shift.
func randomAffine(rng *rand.Rand) affine {
	// Rotation by the tangent t of the half angle: cosine (1-t^2)/(1+t^2) and
	// sine 2t/(1+t^2) need no trigonometry, which is not alike on all machines.
	t := spread(rng, 12800) // 0.195: half of 22 degrees
	t2 := t * t / one
	cos, sin := one*(one-t2)/(one+t2), one*2*t/(one+t2)
	shear := spread(rng, 22000)
	// Mask pixels per image pixel: the digit becomes 16 to 23 pixels high.
	height := maskDigit * one / 22 * int64(100+rng.IntN(45)) / 107
	width := height * int64(85+rng.IntN(50)) / 100

	a := affine{
		xx: width * cos / one,
		xy: width * (shear*cos/one - sin) / one,
		yx: height * sin / one,
		yy: height * (shear*sin/one + cos) / one,
	}
	dx, dy := spread(rng, 9*one/4), spread(rng, 9*one/4) // image pixels
	const middle = (digitSide - 1) * one / 2
	a.x0 = (maskSide-1)*one/2 - a.xx*(middle+dx)/one - a.xy*(middle+dy)/one
	a.y0 = (maskSide-1)*one/2 - a.yx*(middle+dx)/one - a.yy*(middle+dy)/one
	return a
}

// spread is uniform in -max..max.
func spread(rng *rand.Rand, max int64) int64 { return rng.Int64N(2*max+1) - max }

func renderDigit(out []byte, m *mask, rng *rand.Rand) {
	a := randomAffine(rng)
	weight := int(spread(rng, 70)) // thinner or bolder stroke, in levels of coverage
	ink := 110 + rng.IntN(146)     // brightness of the stroke
	paper := rng.IntN(40)          // brightness behind it
	noise := 10 + rng.IntN(90)     // amplitude, in levels

	var dither uint64
	for y := range digitSide {
		sx, sy := a.x0+a.xy*int64(y), a.y0+a.yy*int64(y)
		for x := range digitSide {
			i := y*digitSide + x
			if i%8 == 0 {
				dither = rng.Uint64()
			}
			// A blurred edge moved up or down is a stroke made wider or narrower.
			cover := min(max(2*sample(m, sx, sy)-128+weight, 0), 255)
			v := paper + (ink-paper)*cover/255 + (int(dither&0xff)-128)*noise/128
			out[i] = byte(min(max(v, 0), 255))
			dither >>= 8
			sx, sy = sx+a.xx, sy+a.yx
		}
	}
}

// sample interpolates the mask at a 16.16 point; outside it is empty.
func sample(m *mask, x, y int64) int {
	ix, iy := int(x>>16), int(y>>16)
	if ix < 0 || iy < 0 || ix >= maskSide-1 || iy >= maskSide-1 {
		return 0
	}
	fx, fy := int(x>>8&0xff), int(y>>8&0xff)
	p := m[iy*maskSide+ix:]
	top := int(p[0])*(256-fx) + int(p[1])*fx
	bottom := int(p[maskSide])*(256-fx) + int(p[maskSide+1])*fx
	return (top*(256-fy) + bottom*fy) >> 16
}

// shrink averages areas: an output pixel covers 28/16 = 7/4 input pixels a
// side, so with input pixels cut in quarters every weight is whole.
func shrink(out, in []byte) {
	const quarters, window = 4, 7
	for y := range smallSide {
		for x := range smallSide {
			sum := 0
			for qy := y * window; qy < (y+1)*window; qy++ {
				for qx := x * window; qx < (x+1)*window; qx++ {
					sum += int(in[qy/quarters*digitSide+qx/quarters])
				}
			}
			out[y*smallSide+x] = byte((sum + window*window/2) / (window * window))
		}
	}
}
