package rent

import (
	"context"
	"math"
	"slices"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

// Price is a price that was named to a host.
type Price struct {
	PerHour float64 // USD for one device, before the host's fee
	At      time.Time
}

// A price is named anew when it is wrong by more than these, and not more often than that:
// markets do not like prices that twitch, and hosts do not like to be asked.
const (
	priceLook  = 10 * time.Second
	priceStep  = 0.03 // of the price
	priceRest  = 10 * time.Minute
	priceLoss  = 0.10 // below what we would earn otherwise: it is named sooner
	priceHurry = time.Minute
)

// Renew reports whether a price is to be named in the place of one that was. It is pure.
func Renew(was Price, want float64, now time.Time) bool {
	switch age := now.Sub(was.At); {
	case !(want > 0) || math.IsInf(want, 0):
		return false // nothing is known: what was named stands
	case was.At.IsZero() || age < 0:
		return true
	case want > was.PerHour*(1+priceLoss):
		return age >= priceHurry
	default:
		return math.Abs(want/was.PerHour-1) >= priceStep && age >= priceRest
	}
}

// Want says what our price ought to be now, in USD an hour for one device; 0: not known.
func (h *Host) Want(perHour float64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.want = perHour; perHour > 0 {
		h.want = math.Max(perHour, h.cfg.Least)
	}
}

// publish names our price to the host if that is due.
func (h *Host) publish(ctx context.Context) {
	h.mu.Lock()
	want, was, failures, now := h.want, h.named, h.failures, h.cfg.Now()
	h.mu.Unlock()
	devices := h.reached()
	arrived := slices.ContainsFunc(devices, func(d Device) bool { return !h.told[d.UUID] })
	due := Renew(was, want, now) || arrived && want > 0
	if failures > 0 {
		due = want > 0 && now.Sub(was.At) >= min(time.Duration(failures)*priceHurry, 30*time.Minute)
	}
	if !due || len(devices) == 0 {
		return
	}
	err := h.name(ctx, devices, want)
	if ctx.Err() != nil {
		return
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.named.At = now
	if err != nil {
		text := plain.Error(err).Error()
		if h.unnamed != text {
			h.cfg.Log.Warn("our price could not be named to a host; it is tried again", zap.String("host", h.cfg.Name), zap.String("why", text))
		}
		h.unnamed = text
		h.failures++
		return
	}
	h.named.PerHour, h.unnamed, h.failures, h.told = want, "", 0, map[string]bool{}
	for _, d := range devices {
		h.told[d.UUID] = true
	}
	h.cfg.Log.Info("our price is named to a host", zap.String("host", h.cfg.Name), zap.Float64("usd_per_hour", want))
}

func (h *Host) name(ctx context.Context, devices []Device, want float64) error {
	for _, d := range devices {
		v, err := h.vars(d)
		if err != nil {
			return err
		}
		v.Price = want
		for _, ask := range h.cfg.Page.SetPrice {
			if ask.Skipped(v) {
				continue
			}
			if _, err := h.do(ctx, ask, v); err != nil {
				return err
			}
		}
	}
	return nil
}

// View is what people are shown of a host.
type View struct {
	Name        string            `json:"name"`
	Title       string            `json:"title"`
	Scope       string            `json:"scope"`
	Devices     map[string]Report `json:"devices"`
	Reservation float64           `json:"reservation_usd_per_hour,omitempty"` // for one device
	Named       float64           `json:"named_usd_per_hour,omitempty"`
	Pays        float64           `json:"pays_usd_per_hour,omitempty"`
	Occupancy   float64           `json:"occupancy,omitempty"`
	Faults      []string          `json:"faults,omitempty"`
}

// View is a copy of what is known.
func (h *Host) View() View {
	v := View{Name: h.cfg.Name, Title: h.cfg.Page.Title, Scope: string(h.cfg.Page.Scope), Devices: map[string]Report{}}
	for _, d := range h.cfg.Devices() {
		if !h.cfg.Page.Called() && !h.cfg.There(d.UUID) {
			continue
		}
		r := h.Report(d.UUID)
		v.Devices[d.UUID] = r
		if fault := "whether a device is let is not known: " + r.Fault; r.Fault != "" && (len(v.Faults) == 0 || v.Faults[0] != fault) {
			v.Faults = append(v.Faults, fault)
		}
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	v.Reservation, v.Named, v.Pays, v.Occupancy = h.want, h.named.PerHour, h.offer.PerHour, h.offer.Occupancy
	for _, f := range []struct{ what, why string }{{"what it pays", h.offer.Fault}, {"what it has paid", h.earned}, {"our price is not named", h.unnamed}} {
		if f.why != "" {
			v.Faults = append(v.Faults, f.what+": "+f.why)
		}
	}
	return v
}
