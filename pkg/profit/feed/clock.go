package feed

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// offBy is how wrong this machine's clock must be to be spoken of: answers say the
// time in seconds, and take some to come.
const offBy = time.Minute

// clockOf is how far a source's clock is ahead of ours, by the time of its answer and
// how long that stood in a cache.
func clockOf(h http.Header, asked, answered time.Time) (ahead time.Duration, ok bool) {
	at, err := http.ParseTime(h.Get("Date"))
	if err != nil {
		return 0, false
	}
	if age, err := strconv.Atoi(h.Get("Age")); err == nil && age > 0 && age < 1e6 {
		at = at.Add(time.Duration(age) * time.Second)
	}
	return at.Sub(asked.Add(answered.Sub(asked) / 2)), true
}

// Clock says that this machine's clock is wrong, by what most sources' clocks say; "" if
// it is not, or if they contradict each other. Hosts count once, however many sources
// they serve.
func (f *Feed) Clock() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	middle, agree := f.skew()
	if middle == 0 {
		return ""
	}
	which := "behind"
	if middle < 0 {
		which = "ahead of"
	}
	alone := ""
	if len(agree) == 1 {
		alone = " (nobody else says so)"
	}
	return fmt.Sprintf("this machine's clock is %s %s that of %s%s: set it, for example with timedatectl set-ntp true", middle.Abs().Round(time.Second), which, strings.Join(agree, ", "), alone)
}

// skew is how far this machine's clock is behind those of the hosts that agree about it; 0 if it
// is right, or if that is not clear. The caller has the lock.
func (f *Feed) skew() (behind time.Duration, agree []string) {
	hosts := map[string]time.Duration{}
	for _, s := range f.sources {
		s.mu.Lock()
		if s.host != "" {
			hosts[s.host] = s.ahead
		}
		s.mu.Unlock()
	}
	var all []time.Duration
	for _, d := range hosts {
		all = append(all, d)
	}
	if len(all) == 0 {
		return 0, nil
	}
	slices.Sort(all)
	middle := all[len(all)/2]
	for host, d := range hosts {
		if (d - middle).Abs() <= offBy {
			agree = append(agree, host)
		}
	}
	if middle.Abs() < offBy || 2*len(agree) <= len(all) {
		return 0, nil
	}
	slices.Sort(agree)
	return middle, agree
}

// noteClock logs once that the clock is wrong, and once that it is right again.
func (f *Feed) noteClock() {
	words := f.Clock()
	f.mu.Lock()
	was := f.clock
	f.clock = words != ""
	log := f.log
	f.mu.Unlock()
	switch {
	case words != "" && !was:
		log.Warn(words)
	case words == "" && was:
		log.Info("this machine's clock is right again")
	}
}
