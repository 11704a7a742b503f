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
	Equity   []float64 // money at the end of each day
}

// Earned counts a path's money on the true figures. The first option is free.
func Earned(w *World, c *Class, path []int8, minutes float64) (m Money) {
	daily := max(int(24/w.Hours()+0.5), 1)
	m.Equity = make([]float64, 0, len(path)/daily+1)
	for t, k := range path {
		m.USD += w.net(c, int(k), t) * w.Hours()
		if t > 0 && path[t-1] != k {
			m.USD -= switchCost(c, int(k), t, minutes)
			m.Switches++
		}
		if t%daily == daily-1 || t == len(path)-1 {
			m.Equity = append(m.Equity, m.USD)
		}
	}
	return m
}

// Clairvoyant is the path of the most money that anyone could have earned who
// knew everything: exact dynamic programming, backwards over the steps.
func Clairvoyant(w *World, c *Class, minutes float64) []int8 {
	n, options := w.Steps(), len(c.Gross)
	value, next := make([]float64, options), make([]float64, options)
	move := make([][]int8, n) // from an option at t to the best one at t+1
	for k := range value {
		value[k] = w.net(c, k, n-1) * w.Hours()
	}
	for t := n - 2; t >= 0; t-- {
		enter, best := 0, value[0]-switchCost(c, 0, t+1, minutes)
		for k := range value {
			if v := value[k] - switchCost(c, k, t+1, minutes); v > best {
				enter, best = k, v
			}
		}
		move[t] = make([]int8, options)
		for k := range value {
			move[t][k] = int8(k)
			if best > value[k] {
				move[t][k] = int8(enter)
			}
			next[k] = max(value[k], best) + w.net(c, k, t)*w.Hours()
		}
		value, next = next, value
	}
	path := make([]int8, n)
	for k, v := range value {
		if v > value[path[0]] {
			path[0] = int8(k)
		}
	}
	for t := 1; t < n; t++ {
		path[t] = move[t-1][path[t-1]]
	}
	return path
}

// BestStatic is the path of the best single coin in hindsight, idling whenever
// that costs less. Its moves are for free.
func BestStatic(w *World, c *Class) []int8 {
	idle := len(c.Coins)
	best, most := 0, 0.0
	for k := range c.Coins {
		sum := 0.0
		for t := range w.Steps() {
			sum += max(w.net(c, k, t), w.net(c, idle, t)) * w.Hours()
		}
		if k == 0 || sum > most {
			best, most = k, sum
		}
	}
	path := make([]int8, w.Steps())
	for t := range path {
		path[t] = int8(best)
		if w.net(c, idle, t) > w.net(c, best, t) {
			path[t] = int8(idle)
		}
	}
	return path
}
