//go:build goexperiment.simd && amd64

package graph

import "simd/archsimd"

// lane is how many weights are multiplied at once.
const lane = 16

// packed are the rows of a layer as 16-bit numbers, filled up with zeros. A pair of
// products is at most 2 * 255 * 128, and a 32-bit lane gets at most 32,768 / 16 of them.
type packed struct {
	rows  [][]int16
	each  int     // rows of a group
	patch []int16 // the inputs as 16-bit numbers
}

// pack takes rows of one length, so many for each group.
func pack(rows [][]byte, perGroup int) packed {
	size := (len(rows[0]) + lane - 1) / lane * lane
	p := packed{each: perGroup, patch: make([]int16, size)}
	for _, row := range rows {
		wide := make([]int16, size)
		for i, w := range row {
			wide[i] = int16(w) - weightOffset
		}
		p.rows = append(p.rows, wide)
	}
	return p
}

// dot is the product of each row of a group with the patch.
func (p *packed) dot(group int, patch []byte, sums []int64) {
	if !archsimd.X86.AVX2() {
		p.slow(group, patch, sums)
		return
	}
	i := 0
	for ; i+lane <= len(patch); i += lane {
		archsimd.LoadUint8x16Slice(patch[i:]).ExtendToUint16().AsInt16x16().StoreSlice(p.patch[i:])
	}
	for ; i < len(patch); i++ {
		p.patch[i] = int16(patch[i])
	}
	rows := p.rows[group*p.each : (group+1)*p.each]
	j := 0
	for ; j+4 <= len(rows); j += 4 {
		four(p.patch, rows[j], rows[j+1], rows[j+2], rows[j+3], sums[j:j+4])
	}
	for ; j < len(rows); j++ {
		var acc archsimd.Int32x8
		for i := 0; i < len(p.patch); i += lane {
			acc = acc.Add(archsimd.LoadInt16x16Slice(rows[j][i:]).DotProductPairs(archsimd.LoadInt16x16Slice(p.patch[i:])))
		}
		sums[j] = total(acc)
	}
}

func four(x, a, b, c, d []int16, sums []int64) {
	var sa, sb, sc, sd archsimd.Int32x8
	for i := 0; i+lane <= len(x); i += lane {
		v := archsimd.LoadInt16x16Slice(x[i:])
		sa = sa.Add(archsimd.LoadInt16x16Slice(a[i:]).DotProductPairs(v))
		sb = sb.Add(archsimd.LoadInt16x16Slice(b[i:]).DotProductPairs(v))
		sc = sc.Add(archsimd.LoadInt16x16Slice(c[i:]).DotProductPairs(v))
		sd = sd.Add(archsimd.LoadInt16x16Slice(d[i:]).DotProductPairs(v))
	}
	sums[0], sums[1], sums[2], sums[3] = total(sa), total(sb), total(sc), total(sd)
}

func total(v archsimd.Int32x8) (sum int64) {
	var lanes [8]int32
	v.Store(&lanes)
	for _, n := range lanes {
		sum += int64(n)
	}
	return sum
}

// slow is for processors without AVX2.
func (p *packed) slow(group int, patch []byte, sums []int64) {
	for j := range sums {
		sum := int64(0)
		for i, x := range patch {
			sum += int64(p.rows[group*p.each+j][i]) * int64(x)
		}
		sums[j] = sum
	}
}
