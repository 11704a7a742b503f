package gpu

import (
	"errors"
	"fmt"
	"time"
)

// Event is an Xid error that the driver reported for a device.
type Event struct {
	UUID UUID
	At   time.Time
	Xid  uint64
}

// XidClass says whom an Xid speaks about.
type XidClass int

const (
	// XidUnclassified tells nothing certain about the device.
	XidUnclassified XidClass = iota
	// XidApplication is the fault of the program that used the device.
	XidApplication
	// XidSick means that the device must not get work until someone looked at it.
	XidSick
)

// xids follows NVIDIA's "XID Errors" (docs.nvidia.com/deploy/xid-errors).
var xids = map[uint64]struct {
	class XidClass
	text  string
}{
	13:  {XidApplication, "graphics engine exception"},
	31:  {XidApplication, "memory page fault"},
	43:  {XidApplication, "application's channel reset"},
	45:  {XidApplication, "preemptive channel removal"},
	48:  {XidSick, "double-bit memory error"},
	62:  {XidSick, "internal microcontroller halt"},
	64:  {XidSick, "memory row remapping failed"},
	68:  {XidApplication, "video processor exception"},
	74:  {XidSick, "nvlink error"},
	79:  {XidSick, "fallen off the bus; reboot"},
	95:  {XidSick, "uncontained memory error"},
	109: {XidApplication, "context switch timeout"},
	119: {XidSick, "system processor timeout"},
	120: {XidSick, "system processor error"},
}

// ClassifyXid tells whose fault an Xid is.
func ClassifyXid(xid uint64) XidClass { return xids[xid].class }

// DescribeXid names an Xid for people.
func DescribeXid(xid uint64) string {
	if known, ok := xids[xid]; ok {
		return fmt.Sprintf("xid %d: %s", xid, known.text)
	}
	return fmt.Sprintf("xid %d", xid)
}

// Cause says why a device is sick, and so what may clear it.
type Cause string

const (
	CauseNone Cause = ""
	CauseHung Cause = "hung" // cleared by an answer
	CauseLost Cause = "lost" // cleared by an answer (after a reset)
	CauseXid  Cause = "xid"  // cleared by a person or a restart
)

// Health says whether a device may get work. The zero value is healthy. It is
// a value: each observation returns the next one.
//
//	           no answer                    lost
//	  ┌────────────────────> hung ───────────────────┐
//	  │ <──────answer──────   │                      v
//	ok ─────────────lost──────┼──────────────────> lost
//	  │ <──────answer─────────┼────────────────────  │
//	  │                       v (a sick xid)         v
//	  └───────sick xid─────> xid <───────────────────┘   stays until made healthy by hand
type Health struct {
	Cause  Cause     `json:"cause,omitempty"`
	Reason string    `json:"reason,omitempty"`
	Since  time.Time `json:"since,omitzero"`
}

// OK reports whether the device may get work.
func (h Health) OK() bool { return h.Cause == CauseNone }

func (h Health) String() string {
	if h.OK() {
		return "ok"
	}
	return "sick: " + h.Reason
}

// AfterEvent is the health once an Xid has been reported.
func (h Health) AfterEvent(e Event) Health {
	if ClassifyXid(e.Xid) != XidSick || h.Cause == CauseXid {
		return h
	}
	return Health{Cause: CauseXid, Reason: DescribeXid(e.Xid), Since: e.At}
}

// AfterRead is the health once a reading has succeeded (err is nil) or failed.
// A failure that is no sign of sickness changes nothing.
func (h Health) AfterRead(at time.Time, err error) Health {
	switch {
	case h.Cause == CauseXid:
		return h
	case err == nil:
		return Health{}
	case errors.Is(err, ErrLost) && h.Cause != CauseLost:
		return Health{Cause: CauseLost, Reason: ErrLost.Error(), Since: at}
	case errors.Is(err, ErrTimeout) && h.OK():
		return Health{Cause: CauseHung, Reason: ErrTimeout.Error(), Since: at}
	default:
		return h
	}
}
