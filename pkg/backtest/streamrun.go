package backtest

import (
	"runtime"
	"sync"
)

// RunStreams replays every stream under every policy, on all processors; the
// order of the results is fixed.
func RunStreams(streams []*Stream, policies []StreamPolicy, progress func(done, all int)) []StreamResult {
	results := make([]StreamResult, len(streams)*len(policies))
	var mu sync.Mutex
	done := 0
	each(len(results), func(i int) {
		results[i] = streams[i/len(policies)].Run(policies[i%len(policies)])
		mu.Lock()
		defer mu.Unlock()
		done++
		if progress != nil {
			progress(done, len(results))
		}
	})
	return results
}

// each calls f for 0 to n-1, on all processors.
func each(n int, f func(i int)) {
	next := make(chan int)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				f(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}
