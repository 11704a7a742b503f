package scheduler

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// shared is the worker of a team.
type shared struct {
	Worker
	ended   func() Ended // once, for all seats
	devices []gpu.Device
	stopped string // why; "": it was not
	stuck   bool   // it was, and has not ended
}

// seat is a device's place in a team; the mutex of all teams guards it.
type seat struct {
	dev   gpu.Device
	wake  func()                           // its runner
	unfit func(ctx context.Context) string // why the device cannot take a worker now; "": it can; the leader asks

	teams  *teams
	team   *team
	since  time.Time
	done   chan struct{} // closed when a seat without a worker is given up
	end    Ended         // what that means
	worker *shared       // nil: it waits
	leaves bool          // as soon as the start that is under way is over
}

// away takes the seat from those that wait. The lock is held.
func (s *seat) away() {
	s.team.waiting = slices.DeleteFunc(s.team.waiting, func(o *seat) bool { return o == s })
}

// dismiss ends a seat without a worker. The lock is held.
func (s *seat) dismiss(end Ended) {
	if !isClosed(s.done) {
		s.away()
		s.end = end
		close(s.done)
	}
}

// has is the worker; nil: the seat waits.
func (s *seat) has() *shared {
	s.teams.mu.Lock()
	defer s.teams.mu.Unlock()
	return s.worker
}

// waitsFor says what keeps the team from working.
func (s *seat) waitsFor() string {
	s.teams.mu.Lock()
	defer s.teams.mu.Unlock()
	switch late := s.team.missing(); {
	case s.worker != nil || isClosed(s.done):
		return ""
	case len(late) > 0:
		return "waits for the others of its team: " + strings.Join(late, ", ")
	case s.team.worker != nil:
		return "waits for the team's worker to end"
	}
	return ""
}

// Done implements Worker. While the seat waits it is another channel than later: the runner is
// woken in between.
func (s *seat) Done() <-chan struct{} {
	if w := s.has(); w != nil {
		return w.Done()
	}
	return s.done
}

// Exit implements Worker.
func (s *seat) Exit() process.Exit {
	if w := s.has(); w != nil {
		return w.Exit()
	}
	return process.Exit{}
}

// Stop implements Worker: the device leaves its team.
func (s *seat) Stop(ctx context.Context) process.Exit {
	for {
		s.teams.mu.Lock()
		launched := s.team.launched
		if launched == nil {
			break
		}
		s.teams.mu.Unlock()
		select {
		case <-launched:
		case <-ctx.Done():
			s.teams.mu.Lock()
			s.leaves = true
			s.teams.mu.Unlock()
			return process.Exit{Code: -1, Err: fmt.Errorf("the team's worker is being started: %w", ctx.Err())}
		}
	}
	w := s.worker
	if w == nil {
		s.dismiss(Ended{Reason: "it left its team"})
	}
	s.teams.mu.Unlock()
	if w == nil {
		return process.Exit{}
	}
	return s.teams.stop(ctx, s.team, w, string(s.dev.UUID)+" leaves the team")
}

// Report implements Worker. Of what the team does each device's part is the same: all of them
// take as many steps.
func (s *seat) Report(ctx context.Context) Report {
	w := s.has()
	if w == nil {
		return Report{At: s.teams.cfg.Now(), State: "starting", Reason: s.waitsFor()}
	}
	r := w.Report(ctx)
	r.MACs /= profit.MACs(len(w.devices))
	s.teams.mu.Lock()
	defer s.teams.mu.Unlock()
	if w.stuck {
		r.State, r.Reason = "hung", "the team's worker cannot be ended"
	}
	return r
}

// Ended implements Worker: what the end means, for all seats alike.
func (s *seat) Ended() Ended {
	s.teams.mu.Lock()
	w, end := s.worker, s.end
	if w != nil && w.stopped != "" {
		w, end = nil, Ended{Regroup: true, Reason: w.stopped}
	}
	s.teams.mu.Unlock()
	if w == nil {
		return end
	}
	return w.ended()
}
