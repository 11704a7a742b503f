// Package homeassistant publishes the rig's state over MQTT, with Home Assistant's discovery: each device and the rig
// appear there by themselves. Nothing is taken from the broker.
package homeassistant

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"time"

	mqtt "github.com/eclipse/paho.mqtt.golang"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

// Config is where and what is published.
type Config struct {
	Options *mqtt.ClientOptions // brokers and login
	Prefix  string              // of discovery: homeassistant
	Topic   string              // under which states stand: gpuarbiter
	Rig     string              // its name
	Every   time.Duration       // between states
}

// Publisher publishes until its context ends.
type Publisher struct {
	cfg    Config
	status func() httpapi.Status
	log    *zap.Logger
	node   string
	told   map[string]bool // topics of discovery that are retained at the broker
}

// New is a publisher; status is what there is to publish, from any goroutine.
func New(cfg Config, status func() httpapi.Status, log *zap.Logger) *Publisher {
	return &Publisher{cfg, status, log, slug(cfg.Rig), map[string]bool{}}
}

// patience bounds a publication: a broker that hangs holds up nobody.
const patience = 10 * time.Second

// Run publishes at whichever broker answers, for as long as ctx lives, and says at the end that the rig is away.
func (p *Publisher) Run(ctx context.Context) {
	back := make(chan struct{}, 1)
	o := p.cfg.Options.SetConnectRetry(true).SetConnectRetryInterval(5*time.Second).SetMaxReconnectInterval(30*time.Second).
		SetConnectTimeout(patience).SetCleanSession(true).SetWill(p.availability(), "offline", 1, true)
	o.SetOnConnectHandler(func(mqtt.Client) {
		select {
		case back <- struct{}{}:
		default:
		}
	})
	o.SetConnectionLostHandler(func(_ mqtt.Client, err error) {
		p.log.Warn("the broker of home_assistant is away", zap.Error(plain.Error(err)))
	})
	c := mqtt.NewClient(o)
	c.Connect()
	tick := time.NewTicker(p.cfg.Every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			if c.IsConnectionOpen() {
				c.Publish(p.availability(), 1, true, "offline").WaitTimeout(time.Second)
			}
			c.Disconnect(250)
			return
		case <-back: // it may be another broker, or one that has forgotten
			clear(p.told)
			p.send(c, p.availability(), true, []byte("online"))
		case <-tick.C:
		}
		if c.IsConnectionOpen() {
			p.publish(c)
		}
	}
}

// publish sends what has changed of discovery, and all states.
func (p *Publisher) publish(c mqtt.Client) {
	status := p.status()
	entities := p.entities(status)
	here := map[string]bool{}
	for _, e := range entities {
		here[e.topic] = true
		if !p.told[e.topic] && p.send(c, e.topic, true, e.config) {
			p.told[e.topic] = true
		}
	}
	for topic := range p.told {
		if !here[topic] && p.send(c, topic, true, nil) { // it was taken out
			delete(p.told, topic)
		}
	}
	for topic, state := range p.states(status) {
		text, err := json.Marshal(state)
		if err == nil {
			p.send(c, topic, false, text)
		}
	}
}

func (p *Publisher) send(c mqtt.Client, topic string, retained bool, text []byte) bool {
	t := c.Publish(topic, 1, retained, text)
	if !t.WaitTimeout(patience) {
		return false
	}
	if err := t.Error(); err != nil {
		p.log.Warn("nothing is published to home_assistant's broker", zap.String("topic", topic), zap.Error(plain.Error(err)))
		return false
	}
	return true
}

func (p *Publisher) availability() string { return p.cfg.Topic + "/" + p.node + "/availability" }

func (p *Publisher) stateTopic(of string) string {
	return strings.TrimSuffix(p.cfg.Topic+"/"+p.node+"/"+of, "/") + "/state"
}

var odd = regexp.MustCompile(`[^a-z0-9]+`)

// slug is a name as topics and Home Assistant's ids may have it.
func slug(name string) string {
	s := strings.Trim(odd.ReplaceAllString(strings.ToLower(name), "_"), "_")
	if s == "" {
		return "rig"
	}
	return s[:min(len(s), 60)]
}

// entity is one figure of discovery: its topic, and what Home Assistant is told of it.
type entity struct {
	topic  string
	config []byte
}

// figure is what is shown of a device or of the rig, by the member of its state.
type figure struct {
	member, name, unit, class, state string
	binary                           bool
}

var ofDevice = []figure{
	{member: "workload", name: "Work"}, {member: "watts", name: "Power", unit: "W", class: "power", state: "measurement"},
	{member: "celsius", name: "Temperature", unit: "°C", class: "temperature", state: "measurement"},
	{member: "net", name: "Net per hour", unit: "USD/h", state: "measurement"}, {member: "hashrate", name: "Hashrate", unit: "H/s", state: "measurement"},
	{member: "problem", name: "Problem", class: "problem", binary: true},
}

var ofRig = []figure{
	{member: "watts", name: "Power", unit: "W", class: "power", state: "measurement"}, {member: "net", name: "Net per hour", unit: "USD/h", state: "measurement"},
	{member: "earned", name: "Net since the ledger began", unit: "USD", class: "monetary", state: "total"},
	{member: "devices", name: "Devices at work", state: "measurement"}, {member: "problem", name: "Problem", class: "problem", binary: true},
}

// entities are the figures of the rig and of each device.
func (p *Publisher) entities(s httpapi.Status) (all []entity) {
	rig := map[string]any{"identifiers": []string{"gpuarbiter_" + p.node}, "name": p.cfg.Rig, "manufacturer": "gpuarbiter", "sw_version": s.Version}
	all = p.of(all, ofRig, "", rig)
	for _, d := range s.Devices {
		id := slug(string(d.UUID))
		all = p.of(all, ofDevice, id, map[string]any{
			"identifiers": []string{"gpuarbiter_" + p.node + "_" + id}, "name": fmt.Sprintf("%s #%d %s", p.cfg.Rig, d.Index, plain.Line(d.Model)),
			"model": plain.Line(d.Model), "serial_number": string(d.UUID), "via_device": "gpuarbiter_" + p.node,
		})
	}
	return all
}

func (p *Publisher) of(all []entity, figures []figure, id string, device map[string]any) []entity {
	for _, f := range figures {
		object := strings.Trim(p.node+"_"+id+"_"+f.member, "_")
		object = strings.ReplaceAll(object, "__", "_")
		kind := "sensor"
		c := map[string]any{
			"name": f.name, "unique_id": "gpuarbiter_" + object, "object_id": "gpuarbiter_" + object, "state_topic": p.stateTopic(id),
			"value_template": "{{ value_json." + f.member + " }}", "availability_topic": p.availability(),
			"expire_after": int((3 * p.cfg.Every).Seconds()) + 1, "device": device,
		}
		for key, v := range map[string]string{"unit_of_measurement": f.unit, "device_class": f.class, "state_class": f.state} {
			if v != "" {
				c[key] = v
			}
		}
		if f.binary {
			kind = "binary_sensor"
			c["payload_on"], c["payload_off"], c["value_template"] = "ON", "OFF", "{{ 'ON' if value_json."+f.member+" else 'OFF' }}"
		}
		text, _ := json.Marshal(c) // texts and numbers can be written
		all = append(all, entity{fmt.Sprintf("%s/%s/gpuarbiter_%s/config", p.cfg.Prefix, kind, object), text})
	}
	return all
}

// state is what is known of a device or the rig; what is not is left out, which Home Assistant shows as unknown.
type state struct {
	Workload string   `json:"workload,omitempty"`
	Watts    *float64 `json:"watts,omitempty"`
	Celsius  *float64 `json:"celsius,omitempty"`
	Net      *float64 `json:"net,omitempty"`
	Hashrate *float64 `json:"hashrate,omitempty"`
	Earned   *float64 `json:"earned,omitempty"`
	Devices  *int     `json:"devices,omitempty"`
	Problem  bool     `json:"problem"`
	Reason   string   `json:"reason,omitempty"`
}

// states are the rig's and the devices', by their topics.
func (p *Publisher) states(s httpapi.Status) map[string]state {
	all := map[string]state{}
	watts, net, working := 0.0, 0.0, 0
	rig := state{Watts: &watts, Net: &net, Devices: &working, Earned: &s.Money.Net, Problem: s.Fault != "" || s.ConfigFault != "" || s.StoreFault != "", Reason: plain.Line(s.Fault)}
	for _, d := range s.Devices {
		why := cmp.Or(d.Fault, d.WorkerFault, d.Heat, d.Untuned)
		for _, h := range d.Held {
			if why == "" && h.Faulty {
				why = h.Reason
			}
		}
		one := state{Workload: plain.Line(d.Workload.String()), Watts: d.Watts, Celsius: d.Celsius, Net: d.NetUSD, Problem: why != "", Reason: plain.Line(why)}
		if d.Hashrate > 0 {
			one.Hashrate = &d.Hashrate
		}
		if d.Watts != nil {
			watts += *d.Watts
		}
		if d.NetUSD != nil {
			net += *d.NetUSD
		}
		if !d.Workload.Rests() {
			working++
		}
		rig.Problem = rig.Problem || one.Problem
		all[p.stateTopic(slug(string(d.UUID)))] = one
	}
	for _, a := range s.Absent {
		rig.Problem = rig.Problem || a.Missing
	}
	all[p.stateTopic("")] = rig
	return all
}
