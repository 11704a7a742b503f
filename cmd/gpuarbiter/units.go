package main

import (
	"fmt"
	"math"
	"strings"
)

// withPrefix is a number with the prefix of its unit behind it: 28.0 M.
func withPrefix(v float64) string {
	prefixes := []string{"", "k", "M", "G", "T", "P", "E"}
	i := 0
	for math.Abs(v) >= 1000 && i < len(prefixes)-1 {
		v /= 1000
		i++
	}
	digits := 2
	switch {
	case math.Abs(v) >= 100:
		digits = 0
	case math.Abs(v) >= 10:
		digits = 1
	}
	return fmt.Sprintf("%.*f %s", digits, v, prefixes[i])
}

// shortNames are names of devices that are short and yet each its own: the ends of their UUIDs. Others
// stay as they are.
func shortNames(names []string) map[string]string {
	short := map[string]string{}
	for n := 4; n <= 32; n++ {
		taken := map[string]string{}
		clear(short)
		clash := false
		for _, name := range names {
			s := name
			if digits := strings.ReplaceAll(name, "-", ""); strings.HasPrefix(name, "GPU-") && len(digits) > n {
				s = digits[len(digits)-n:]
			}
			if other, ok := taken[s]; ok && other != name {
				clash = true
			}
			taken[s], short[name] = name, s
		}
		if !clash {
			break
		}
	}
	return short
}
