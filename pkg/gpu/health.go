package gpu

import (
	"fmt"
	"maps"
	"slices"
	"time"
)

// Event is an Xid error that the driver reported for a device.
type Event struct {
	UUID UUID
	At   time.Time
	Xid  uint64
}

// XidRule is what an Xid means for the device.
type XidRule struct {
	// PerHour is how many within an hour are borne; the next one quarantines the device.
	// 0: the first does. Below zero: none ever does.
	PerHour int
	// Repair says that only a reset, a reboot or a person helps, so that a quarantine has no
	// end of its own. Else it ends after an hour: the program was at fault, or chance.
	Repair bool
}

// Never is PerHour of an Xid that says nothing about the device.
const Never = -1

// XidPolicy is what is done about Xids: by number; others say nothing about the device.
type XidPolicy map[uint64]XidRule

// application is an error that the program which computes is mostly at fault for: a few are
// borne, since it is started again anyway.
var application = XidRule{PerHour: 5}

// xids follows NVIDIA's "XID Errors" (docs.nvidia.com/deploy/xid-errors).
var xids = map[uint64]struct {
	rule XidRule
	text string
}{
	13:  {application, "graphics engine exception"},
	31:  {application, "memory page fault"},
	43:  {application, "the program's channel was reset"},
	45:  {XidRule{PerHour: Never}, "the program's channel was removed"}, // follows each kill
	48:  {XidRule{Repair: true}, "double-bit memory error; reset the device"},
	61:  {XidRule{Repair: true}, "internal microcontroller breakpoint; reset the device"},
	62:  {XidRule{Repair: true}, "internal microcontroller halt; reset the device"},
	63:  {XidRule{PerHour: Never}, "a row of memory was remapped"},
	64:  {XidRule{Repair: true}, "a row of memory could not be remapped; reset or replace the device"},
	68:  {application, "video processor exception"},
	69:  {application, "graphics engine class error"},
	74:  {XidRule{Repair: true}, "nvlink error; reset the device"},
	79:  {XidRule{Repair: true}, "fallen off the bus; reboot, and look at riser and power"},
	92:  {XidRule{PerHour: Never}, "many single-bit memory errors"},
	94:  {application, "contained memory error"},
	95:  {XidRule{Repair: true}, "uncontained memory error; reset the device"},
	109: {application, "context switch timeout"},
	119: {XidRule{Repair: true}, "system processor does not answer; reset the device"},
	120: {XidRule{Repair: true}, "system processor error; reset the device"},
}

// DefaultXids is the policy where the operator says nothing.
func DefaultXids() XidPolicy {
	p := XidPolicy{}
	for xid, known := range xids {
		p[xid] = known.rule
	}
	return p
}

// DescribeXid names an Xid for people.
func DescribeXid(xid uint64) string {
	if known, ok := xids[xid]; ok {
		return fmt.Sprintf("xid %d: %s", xid, known.text)
	}
	return fmt.Sprintf("xid %d", xid)
}

// XidCounts is how often each Xid was reported for a device since the daemon's start, and
// when in the last hour.
type XidCounts struct {
	Total map[uint64]uint64
	last  map[uint64][]time.Time
}

// mostXids bounds what is kept of a device that reports without end.
const mostXids = 1000

// Add counts an event and says whether it quarantines the device by the policy.
func (c *XidCounts) Add(e Event, policy XidPolicy) (quarantine bool, rule XidRule) {
	if c.Total == nil {
		c.Total, c.last = map[uint64]uint64{}, map[uint64][]time.Time{}
	}
	if _, known := c.Total[e.Xid]; !known && len(c.Total) >= mostXids {
		return false, XidRule{}
	}
	c.Total[e.Xid]++
	rule, judged := policy[e.Xid]
	if !judged || rule.PerHour < 0 {
		return false, rule
	}
	recent := slices.DeleteFunc(c.last[e.Xid], func(at time.Time) bool { return e.At.Sub(at) > time.Hour })
	recent = append(recent, e.At)
	if len(recent) > rule.PerHour+1 {
		recent = recent[1:]
	}
	c.last[e.Xid] = recent
	return len(recent) > rule.PerHour, rule
}

// Totals is a copy of the counts.
func (c *XidCounts) Totals() map[uint64]uint64 { return maps.Clone(c.Total) }
