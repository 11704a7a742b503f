package backtest

// switchCost is what entering an option costs at a step: so many minutes of its
// gross. Idling is free to enter.
func switchCost(c *Class, option, step int, minutes float64) float64 {
	return c.Gross[option][step] * minutes / 60
}

// Money is what a path has earned.
type Money struct {
	USD      float64
	Switches int
}

// Earned counts a path's money on the true figures. The first option is free.
func Earned(w *World, c *Class, path []int8, minutes float64) (m Money) {
	for t, k := range path {
		m.USD += w.net(c, int(k), t) * w.Hours()
		if t > 0 && path[t-1] != k {
			m.USD -= switchCost(c, int(k), t, minutes)
			m.Switches++
		}
	}
	return m
}

// Clairvoyant is the most that anyone could have earned who knew everything:
// exact dynamic programming, backwards over the steps.
func Clairvoyant(w *World, c *Class, minutes float64) float64 {
	n, options := w.Steps(), len(c.Gross)
	value, next := make([]float64, options), make([]float64, options)
	for k := range value {
		value[k] = w.net(c, k, n-1) * w.Hours()
	}
	for t := n - 2; t >= 0; t-- {
		best := value[0] - switchCost(c, 0, t+1, minutes)
		for k := range value {
			best = max(best, value[k]-switchCost(c, k, t+1, minutes))
		}
		for k := range value {
			next[k] = max(value[k], best) + w.net(c, k, t)*w.Hours()
		}
		value, next = next, value
	}
	best := value[0]
	for _, v := range value {
		best = max(best, v)
	}
	return best
}

// BestStatic is the best single coin in hindsight, idling whenever that costs
// less, for free.
func BestStatic(w *World, c *Class) float64 {
	idle := len(c.Coins)
	best := 0.0
	for k := range c.Coins {
		sum := 0.0
		for t := range w.Steps() {
			sum += max(w.net(c, k, t), w.net(c, idle, t)) * w.Hours()
		}
		if k == 0 || sum > best {
			best = sum
		}
	}
	return best
}
