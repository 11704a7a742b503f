package decide

import (
	"fmt"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// rule is which of the planner's rules decided.
type rule uint8

const (
	told        rule = iota // read from a record: the text is all there is
	blocked                 // stay idle: detail
	unvalued                // stay: the running workload's value is not known
	bestAlready             // stay
	over                    // leave: the running workload is impossible
	others                  // leave: the challenge is for other devices
	notWorth                // leave: the challenge is not worth its devices
	losing                  // leave: idling is better
	tooEarly                // stay: minimum run
	withinBand              // stay
	notRepaid               // stay
	tooOften                // stay: detail
	leads                   // switch
	budgeted                // the watt budget
	measured                // the device is measured
	contracted              // the device is let: detail
)

// Reason is why a decision was made; its text is one sentence. In JSON it is the
// sentence.
type Reason struct {
	rule          rule
	running, best profit.Workload
	lead, band    profit.USDPerHour
	loss, hours   float64 // USD; h
	ran, least    time.Duration
	detail        string
}

// String is the reason as one sentence.
func (r Reason) String() string {
	switch r.rule {
	case unvalued:
		if r.detail == "" {
			return fmt.Sprintf("%s goes on: nothing has a believed value", r.running)
		}
		return fmt.Sprintf("%s has no believed value (%s): it goes on until it has", r.running, r.detail)
	case bestAlready:
		return fmt.Sprintf("%s is the best option at %s", r.best, usdPerHour(r.lead))
	case over:
		return fmt.Sprintf("%s is over (%s): %s is the best option at %s", r.running, r.detail, r.best, usdPerHour(r.lead))
	case others:
		return fmt.Sprintf("%s is for other devices: %s is the best option", r.running, r.best)
	case notWorth:
		return fmt.Sprintf("%s is no longer worth the device: %s leads %s by %s", r.running, r.best, r.running, usdPerHour(r.lead))
	case losing:
		return fmt.Sprintf("%s loses %s against idling", r.running, usdPerHour(r.lead))
	case tooEarly:
		return fmt.Sprintf("%s leads by %s, but %s runs for %s of at least %s", r.best, usdPerHour(r.lead), r.running, r.ran.Round(time.Second), r.least)
	case withinBand:
		return fmt.Sprintf("%s leads by %s, not more than the band of %s", r.best, usdPerHour(r.lead), usdPerHour(r.band))
	case tooOften:
		return fmt.Sprintf("%s leads by %s, but %s", r.best, usdPerHour(r.lead), r.detail)
	case notRepaid:
		return fmt.Sprintf("%s leads by %s, which earns %.4f USD in %.1f h, less than the %.4f USD that switching costs", r.best, usdPerHour(r.lead), float64(r.lead)*r.hours, r.hours, r.loss)
	case leads:
		return fmt.Sprintf("%s leads %s by %s, more than the band of %s", r.best, r.running, usdPerHour(r.lead), usdPerHour(r.band))
	case budgeted:
		return fmt.Sprintf("the %s leaves room for %s", r.detail, r.best)
	case contracted:
		return fmt.Sprintf("the device is a customer's: %s, %s", r.best, r.detail)
	case measured:
		return fmt.Sprintf("the device is measured at %s", r.best)
	}
	return r.detail
}

// MarshalText is the sentence.
func (r Reason) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText keeps the sentence.
func (r *Reason) UnmarshalText(b []byte) error {
	*r = Reason{detail: string(b)}
	return nil
}

func usdPerHour(v profit.USDPerHour) string { return fmt.Sprintf("%.4f USD/h", float64(v)) }
