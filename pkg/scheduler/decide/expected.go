package decide

import "github.com/gpuarbiter/gpuarbiter/pkg/profit"

// Expected is what a plan believes that a rig brings, in money: without what rules prefer.
type Expected struct {
	// Net is of what runs. What has an end, such as training, counts with the power it takes: its
	// estimate spreads the reward over the hours that remain, so its sum over time would be many times
	// the reward. So does what brings nothing into the books.
	Net profit.USDPerHour
	// Alone is what each coin would bring on all devices, each at rest where that costs less:
	// what a miner that knows nothing else could have. What would be too many watts for the rig,
	// or what rules forbid, is not left out of it.
	Alone map[profit.Workload]profit.USDPerHour
}

// ExpectedOf adds up what a plan says of devices that work may be given to, or that are let.
func ExpectedOf(s Snapshot, p Plan) Expected {
	b := Expected{Alone: map[profit.Workload]profit.USDPerHour{}}
	blocked := map[string]bool{}
	for i := range s.Devices {
		blocked[s.Devices[i].UUID] = s.Devices[i].Blocked != ""
	}
	rest := profit.USDPerHour(0)                        // all at rest
	above := map[profit.Workload]profit.USDPerHour(nil) // what a coin brings more than that
	for _, d := range p.Decisions {
		if blocked[d.Device] {
			continue
		}
		b.Net += d.steadily()
		idle := d.atRest()
		rest += idle
		for k := range d.Options {
			e := &d.Options[k]
			if !e.Workload.Counted() || !e.Candidate() {
				continue
			}
			if above == nil {
				above = map[profit.Workload]profit.USDPerHour{}
			}
			above[e.Workload] += max(e.Money()-idle, 0)
		}
	}
	for w, more := range above {
		b.Alone[w] = rest + more
	}
	return b
}

// steadily is what the running workload is believed to bring for as long as it runs; 0 where nobody
// knows.
func (d Decision) steadily() profit.USDPerHour {
	if !d.Running.Task() && !d.Running.Unpaid() {
		net, _ := d.NetNow()
		return net
	}
	for k := range d.Options {
		if e := &d.Options[k]; e.Workload == d.Running && e.Candidate() {
			return -e.Electricity
		}
	}
	return 0
}

// atRest is what a device brings that does nothing: the power it draws, below zero; 0 where
// nobody knows.
func (d Decision) atRest() profit.USDPerHour {
	for k := range d.Options {
		if e := &d.Options[k]; e.Workload.Rests() && e.Candidate() {
			return e.Money()
		}
	}
	return 0
}
