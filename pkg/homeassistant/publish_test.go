package homeassistant

import (
	"context"
	"encoding/json"
	"log/slog"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	mqtt "github.com/eclipse/paho.mqtt.golang"
	broker "github.com/mochi-mqtt/server/v2"
	"github.com/mochi-mqtt/server/v2/hooks/auth"
	"github.com/mochi-mqtt/server/v2/listeners"
	"github.com/mochi-mqtt/server/v2/packets"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// heard is what a broker has been told, by topic.
type heard struct {
	mu   sync.Mutex
	last map[string]string
	kept map[string]bool // retained
}

func (h *heard) get(topic string) string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.last[topic]
}

// serve is a real broker that listens to everything.
func serve(t *testing.T, address string) (*heard, string, func()) {
	t.Helper()
	l, err := net.Listen("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	b := broker.New(&broker.Options{InlineClient: true, Logger: slog.New(slog.DiscardHandler)})
	if err := b.AddHook(new(auth.AllowHook), nil); err != nil {
		t.Fatal(err)
	}
	if err := b.AddListener(listeners.NewNet("test", l)); err != nil {
		t.Fatal(err)
	}
	go func() { _ = b.Serve() }()
	h := &heard{last: map[string]string{}, kept: map[string]bool{}}
	err = b.Subscribe("#", 1, func(_ *broker.Client, _ packets.Subscription, p packets.Packet) {
		h.mu.Lock()
		defer h.mu.Unlock()
		h.last[p.TopicName], h.kept[p.TopicName] = string(p.Payload), p.FixedHeader.Retain
	})
	if err != nil {
		t.Fatal(err)
	}
	var once sync.Once
	end := func() { once.Do(func() { _ = b.Close() }) }
	t.Cleanup(end)
	return h, l.Addr().String(), end
}

func soon(t *testing.T, what string, is func() bool) {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); !is(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%s: not within a minute", what)
		}
	}
}

// A rig and its devices appear in Home Assistant by themselves, with what they do; one that is taken out goes; at the
// end they are away. A broker that has forgotten all is told again.
func TestPublish(t *testing.T) {
	h, address, end := serve(t, "127.0.0.1:0")
	var mu sync.Mutex
	watts, net := 231.5, 0.042
	status := httpapi.Status{Devices: []httpapi.DeviceStatus{
		{UUID: "GPU-aa", Index: 0, Model: "RTX 3080\x1b[2J", Workload: profit.Mining("RVN"), Watts: &watts, NetUSD: &net, Hashrate: 45e6},
		{UUID: "GPU-bb", Index: 1, Model: "RTX 3080", Workload: profit.Idling, WorkerFault: "the pool does not pay"},
	}}
	p := New(Config{Options: mqtt.NewClientOptions().AddBroker("tcp://" + address), Prefix: "homeassistant", Topic: "gpuarbiter", Rig: "Rig 7!", Every: 20 * time.Millisecond}, func() httpapi.Status {
		mu.Lock()
		defer mu.Unlock()
		return status
	}, zap.NewNop())
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); p.Run(ctx) }()
	t.Cleanup(func() { cancel(); <-done })

	const power = "homeassistant/sensor/gpuarbiter_rig_7_gpu_aa_watts/config"
	soon(t, "discovery", func() bool {
		return h.get(power) != "" && h.get("gpuarbiter/rig_7/state") != "" && h.get("gpuarbiter/rig_7/gpu_bb/state") != ""
	})
	var c struct {
		StateTopic, UniqueID, Unit, Class, Availability string
		Device                                          struct{ Model, Via string }
	}
	var raw map[string]any
	if err := json.Unmarshal([]byte(h.get(power)), &raw); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(strings.NewReplacer("state_topic", "StateTopic", "unique_id", "UniqueID", "unit_of_measurement", "Unit", "device_class", "Class", "availability_topic", "Availability", "via_device", "Via").Replace(h.get(power))), &c); err != nil {
		t.Fatal(err)
	}
	if c.StateTopic != "gpuarbiter/rig_7/gpu_aa/state" || c.Unit != "W" || c.Class != "power" || c.Availability != "gpuarbiter/rig_7/availability" || strings.Contains(c.Device.Model, "\x1b") || c.Device.Via != "gpuarbiter_rig_7" || !h.kept[power] {
		t.Errorf("%+v", raw)
	}
	var one, other, rig state
	for topic, to := range map[string]*state{"gpuarbiter/rig_7/gpu_aa/state": &one, "gpuarbiter/rig_7/gpu_bb/state": &other, "gpuarbiter/rig_7/state": &rig} {
		if err := json.Unmarshal([]byte(h.get(topic)), to); err != nil {
			t.Fatal(err)
		}
	}
	if one.Workload != "mine RVN" || *one.Watts != 231.5 || *one.Hashrate != 45e6 || one.Problem || !other.Problem || other.Watts != nil || *rig.Watts != 231.5 || *rig.Devices != 1 || !rig.Problem {
		t.Errorf("%+v, %+v, %+v", one, other, rig)
	}
	if got := h.get("gpuarbiter/rig_7/availability"); got != "online" {
		t.Errorf("it is %q", got)
	}
	mu.Lock()
	status.Devices = status.Devices[:1]
	mu.Unlock()
	gone := "homeassistant/sensor/gpuarbiter_rig_7_gpu_bb_watts/config"
	soon(t, "the end of one that was taken out", func() bool { return h.get(gone) == "" })

	end()
	h, _, _ = serve(t, address)
	soon(t, "discovery at a broker that has forgotten", func() bool { return h.get(power) != "" && h.get(gone) == "" })
	cancel()
	<-done
	soon(t, "its end", func() bool { return h.get("gpuarbiter/rig_7/availability") == "offline" })
}
