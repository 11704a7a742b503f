//go:build !goexperiment.simd || !amd64

package graph

// packed are the rows of a layer in pairs, two weights (offset binary) in the 32-bit
// lanes of a word: one multiplication serves two outputs. A lane holds at most
// 32,768 * 255 * 255 < 2^32.
type packed struct {
	pairs [][]uint64 // one for two rows of a group
	each  int        // pairs of a group
	fan   int
}

// pack takes rows of one length, so many for each group.
func pack(rows [][]byte, perGroup int) packed {
	p := packed{each: (perGroup + 1) / 2, fan: len(rows[0])}
	for first := 0; first < len(rows); first += perGroup {
		for j := 0; j < perGroup; j += 2 {
			pair := make([]uint64, p.fan)
			for i, w := range rows[first+j] {
				pair[i] = uint64(w)
			}
			if j+1 < perGroup {
				for i, w := range rows[first+j+1] {
					pair[i] |= uint64(w) << 32
				}
			}
			p.pairs = append(p.pairs, pair)
		}
	}
	return p
}

// dot is the product of each row of a group with the patch.
func (p *packed) dot(group int, patch []byte, sums []int64) {
	total := int64(0)
	for _, x := range patch {
		total += int64(x)
	}
	total *= weightOffset
	pairs := p.pairs[group*p.each : (group+1)*p.each]
	put := func(j int, acc uint64) {
		sums[2*j] = int64(acc&0xffffffff) - total
		if 2*j+1 < len(sums) {
			sums[2*j+1] = int64(acc>>32) - total
		}
	}
	j := 0
	for ; j+4 <= len(pairs); j += 4 {
		a, b, c, d := pairs[j][:len(patch)], pairs[j+1][:len(patch)], pairs[j+2][:len(patch)], pairs[j+3][:len(patch)]
		var sa, sb, sc, sd uint64
		for i, x := range patch {
			v := uint64(x)
			sa += a[i] * v
			sb += b[i] * v
			sc += c[i] * v
			sd += d[i] * v
		}
		put(j, sa)
		put(j+1, sb)
		put(j+2, sc)
		put(j+3, sd)
	}
	for ; j < len(pairs); j++ {
		acc := uint64(0)
		a := pairs[j][:len(patch)]
		for i, x := range patch {
			acc += a[i] * uint64(x)
		}
		put(j, acc)
	}
}
