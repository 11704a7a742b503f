package cpuminer

import (
	"net"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

// netState is what the API tells of the pool. The goroutine of the session
// changes it; readers get copies.
type netState struct {
	accepted, rejected uint64
	stale              uint64 // found too late to be submitted
	hashes             uint64 // sum of the difficulties of accepted shares
	failures           uint64 // connections lost or refused

	connected  bool
	since      time.Time // of the connection
	ip         string
	algorithm  string
	difficulty uint64
	height     uint64
	latency    time.Duration // of the last answer
	fault      string        // why the last connection ended, or a share was refused; "" once one is accepted
}

func (n *netState) connect(addr net.Addr, now time.Time) {
	n.connected, n.since, n.ip = true, now, ""
	if tcp, ok := addr.(*net.TCPAddr); ok {
		n.ip = tcp.IP.String()
	}
}

// disconnect clears what belongs to a connection, as XMRig's NetworkState::stop
// does; the counters stay.
func (n *netState) disconnect(why error) {
	if why != nil {
		n.fault = plain.Line(why.Error())
	}
	n.connected, n.ip, n.difficulty, n.latency = false, "", 0, 0
	n.failures++
}

func (n *netState) accept(difficulty uint64, took time.Duration) {
	n.accepted++
	n.hashes += difficulty
	n.latency, n.fault = took, ""
}

func (n netState) uptime(now time.Time) time.Duration {
	if !n.connected {
		return 0
	}
	return now.Sub(n.since)
}
