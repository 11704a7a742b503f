package dataset

import (
	"fmt"
	"slices"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/gomedium"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/gomonobolditalic"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/gofont/gosmallcaps"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// The outlines are filled here, in integers, and not by x/image/vector: that
// one works in float32, which some machines fuse and others do not, and one
// grey level of difference would change the root that a challenge commits to.
const (
	maskSide   = 64 // pixels of a glyph mask, the digit in its middle
	maskDigit  = 44 // height of a digit in the mask, in pixels
	subPixels  = 4  // samples per pixel and axis
	subStep    = 64 / subPixels
	quadPieces = 8 // straight pieces that replace one quadratic curve
)

// mask is the coverage 0..255 of one digit in one font, row by row.
type mask [maskSide * maskSide]uint8

// glyphMasks holds every digit in every font: [font][digit]. Filled once,
// never written again.
var glyphMasks = sync.OnceValue(func() [][10]mask {
	fonts := [][]byte{
		goregular.TTF, gobold.TTF, goitalic.TTF, gomono.TTF,
		gomedium.TTF, gosmallcaps.TTF, gomonobolditalic.TTF,
	}
	masks := make([][10]mask, len(fonts))
	for i, ttf := range fonts {
		for digit := range 10 {
			m, err := renderGlyph(ttf, rune('0'+digit))
			if err != nil {
				panic(fmt.Sprintf("embedded font %d: %v", i, err)) // the fonts are compiled in
			}
			masks[i][digit] = m
		}
	}
	return masks
})

type edge struct{ x0, y0, x1, y1 int } // 1/64 pixel of the mask

func renderGlyph(ttf []byte, r rune) (mask, error) {
	f, err := opentype.Parse(ttf)
	if err != nil {
		return mask{}, err
	}
	var buf sfnt.Buffer
	index, err := f.GlyphIndex(&buf, r)
	if err != nil {
		return mask{}, err
	}
	if index == 0 {
		return mask{}, fmt.Errorf("no glyph for %q", r)
	}
	ppem, err := digitSize(f, &buf)
	if err != nil {
		return mask{}, err
	}
	segments, err := f.LoadGlyph(&buf, index, ppem, nil)
	if err != nil {
		return mask{}, err
	}
	edges, err := flatten(segments)
	if err != nil {
		return mask{}, err
	}
	return fill(edges), nil
}

// digitSize is the font size at which a zero is maskDigit pixels high.
func digitSize(f *opentype.Font, buf *sfnt.Buffer) (fixed.Int26_6, error) {
	index, err := f.GlyphIndex(buf, '0')
	if err != nil {
		return 0, err
	}
	units := fixed.Int26_6(f.UnitsPerEm())
	bounds, _, err := f.GlyphBounds(buf, index, units, font.HintingNone) // in font units
	if err != nil {
		return 0, err
	}
	height := bounds.Max.Y - bounds.Min.Y
	if height <= 0 {
		return 0, fmt.Errorf("digit of height %d", height)
	}
	return units * maskDigit * 64 / height, nil
}

// flatten turns an outline into straight edges, centred in the mask.
func flatten(segments sfnt.Segments) ([]edge, error) {
	bounds := segments.Bounds()
	shift := fixed.Point26_6{
		X: (maskSide*64 - bounds.Min.X - bounds.Max.X) / 2,
		Y: (maskSide*64 - bounds.Min.Y - bounds.Max.Y) / 2,
	}
	var edges []edge
	var start, at fixed.Point26_6
	lineTo := func(p fixed.Point26_6) {
		edges = append(edges, edge{int(at.X), int(at.Y), int(p.X), int(p.Y)})
		at = p
	}
	for _, s := range segments {
		a, b := s.Args[0].Add(shift), s.Args[1].Add(shift)
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			lineTo(start) // close the contour before
			start, at = a, a
		case sfnt.SegmentOpLineTo:
			lineTo(a)
		case sfnt.SegmentOpQuadTo:
			p := at
			for t := fixed.Int26_6(1); t <= quadPieces; t++ {
				u := quadPieces - t
				lineTo(fixed.Point26_6{
					X: (u*u*p.X + 2*u*t*a.X + t*t*b.X) / (quadPieces * quadPieces),
					Y: (u*u*p.Y + 2*u*t*a.Y + t*t*b.Y) / (quadPieces * quadPieces),
				})
			}
		default:
			return nil, fmt.Errorf("outline segment of kind %d", s.Op)
		}
	}
	lineTo(start)
	return edges, nil
}

// fill samples the outline's non-zero winding at subPixels^2 points per pixel.
func fill(edges []edge) mask {
	type crossing struct{ x, winding int }
	var hits [maskSide * maskSide]int
	for row := range maskSide * subPixels {
		y := row*subStep + subStep/2
		var cs []crossing
		for _, e := range edges {
			winding := 1
			if e.y0 > e.y1 {
				e, winding = edge{e.x1, e.y1, e.x0, e.y0}, -1
			}
			if e.y0 <= y && y < e.y1 {
				cs = append(cs, crossing{e.x0 + (y-e.y0)*(e.x1-e.x0)/(e.y1-e.y0), winding})
			}
		}
		slices.SortStableFunc(cs, func(a, b crossing) int { return a.x - b.x })
		winding, next := 0, 0
		for column := range maskSide * subPixels {
			x := column*subStep + subStep/2
			for ; next < len(cs) && cs[next].x <= x; next++ {
				winding += cs[next].winding
			}
			if winding != 0 {
				hits[row/subPixels*maskSide+column/subPixels]++
			}
		}
	}
	var m mask
	for i, h := range hits {
		m[i] = uint8(h * 255 / (subPixels * subPixels))
	}
	return m
}
