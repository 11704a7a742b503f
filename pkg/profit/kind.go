package profit

// Kind is what a device does.
type Kind string

// Traits are what deciding and running have to know of a kind of work. No more of it is known
// outside its own files: what it is worth is said by its offers, and a launcher starts it.
type Traits struct {
	Rest    bool   // nothing runs, and nothing is earned
	Task    bool   // it is given to devices, has an end, and what of it is not saved is lost when it is left
	Quoted  bool   // what it earns hangs on quotes: they are filtered
	Counted bool   // what it brings is counted here, share by share, and compared with what was quoted
	Unpaid  bool   // what it is worth is the operator's word: nothing of it comes into the books
	Named   string // what rules call what it is for: coin, chain or host
}

// registered is a kind of work as the others know it.
type registered struct {
	Kind   Kind
	Traits Traits
	// offers appends what could be had of it without an end; nil: it has none of that kind.
	offers func(v *Valuation, es []Estimate, d *Device) []Estimate
	// watts is what a device draws at it, as far as that is known.
	watts func(d *Device, target string) Watts
}

// kinds are all kinds of work, with those that packages of their own register (Register).
var kinds = []registered{idling, mining, renting, training}

// Kinds are the names of all kinds of work.
func Kinds() []Kind {
	all := make([]Kind, len(kinds))
	for i := range kinds {
		all[i] = kinds[i].Kind
	}
	return all
}

var unknown = registered{watts: func(*Device, string) Watts { return 0 }}

func (k Kind) registered() *registered {
	for i := range kinds {
		if kinds[i].Kind == k {
			return &kinds[i]
		}
	}
	return &unknown
}

// Traits are a kind's; of one that nobody knows, none.
func (k Kind) Traits() Traits { return k.registered().Traits }

// Workload is what a device runs: a kind of work, and what it is for. The zero Workload is
// none.
type Workload struct {
	Kind   Kind   `json:"kind"`
	Target string `json:"target,omitempty"` // the coin's name, the host's, the challenge's key, ...
}

func (w Workload) String() string {
	if w.Target == "" {
		return string(w.Kind)
	}
	return string(w.Kind) + " " + w.Target
}

// None reports whether it is no workload.
func (w Workload) None() bool { return w.Kind == "" }

// Rests reports whether the device has nothing to do.
func (w Workload) Rests() bool { return w.Kind.registered().Traits.Rest }

// Task reports whether it is given to devices and has an end.
func (w Workload) Task() bool { return w.Kind.registered().Traits.Task }

// Quoted reports whether what it earns hangs on quotes.
func (w Workload) Quoted() bool { return w.Kind.registered().Traits.Quoted }

// Counted reports whether what it brings is counted here, share by share.
func (w Workload) Counted() bool { return w.Kind.registered().Traits.Counted }

// Unpaid reports whether what it is worth is the operator's word alone.
func (w Workload) Unpaid() bool { return w.Kind.registered().Traits.Unpaid }

// Open reports whether it is work without an end, which a device may leave and come back to.
func (w Workload) Open() bool {
	t := w.Kind.registered().Traits
	return w.Kind != "" && !t.Rest && !t.Task
}

// WattsAt is what the device draws at a workload, as far as that is known.
func (d *Device) WattsAt(w Workload) Watts { return w.Kind.registered().watts(d, w.Target) }
