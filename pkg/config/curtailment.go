package config

import (
	"fmt"
	"net/url"
	"slices"
	"time"
)

// Curtailment is power that is paid not to be used. It is on where one source of its signal
// is named. docs/POLICY.md has what it does.
type Curtailment struct {
	File    string   `yaml:"file"`
	Command []string `yaml:"command"` // that prints the signal
	MQTT    MQTT     `yaml:"mqtt"`
	// Calendar has the hours in which less is drawn: it is its own signal, which is never lost.
	Calendar []CurtailmentHours `yaml:"calendar"`

	Every            time.Duration `yaml:"every"` // between two looks at file or command
	BaselineWatts    float64       `yaml:"baseline_watts"`
	OffWatts         float64       `yaml:"off_watts"`
	MaxAge           time.Duration `yaml:"max_age"`
	Within           time.Duration `yaml:"within"`
	MinOff           time.Duration `yaml:"min_off"`
	RestoreStepWatts float64       `yaml:"restore_step_watts"`
	RestoreEvery     time.Duration `yaml:"restore_every"`
	IncomeUSD        float64       `yaml:"income_usd_per_hour"`
}

// CurtailmentHours are hours of some days, by the clock of electricity.timezone.
type CurtailmentHours struct {
	Hours       string   `yaml:"hours"`        // 17:00-20:00
	Days        []string `yaml:"days"`         // mon to sun, on which they begin; default all
	TargetRatio float64  `yaml:"target_ratio"` // of the baseline
}

// When is when the hours are.
func (h CurtailmentHours) When() RuleWhen { return RuleWhen{Hours: h.Hours, Days: h.Days} }

// MQTT is where a signal is published.
type MQTT struct {
	Brokers      []string `yaml:"brokers"` // tcp://host:1883 or ssl://host:8883; the first that answers
	Topic        string   `yaml:"topic"`
	Username     string   `yaml:"username"`
	PasswordFile string   `yaml:"password_file"`
}

// On reports whether there is a signal to heed.
func (c Curtailment) On() bool {
	return c.File != "" || len(c.Command) > 0 || len(c.MQTT.Brokers) > 0 || len(c.Calendar) > 0
}

func (c *Config) checkCurtailment(k *checker) {
	u := c.Curtailment
	if !u.On() {
		return
	}
	sources := 0
	for _, set := range []bool{u.File != "", len(u.Command) > 0, len(u.MQTT.Brokers) > 0, len(u.Calendar) > 0} {
		if set {
			sources++
		}
	}
	if sources > 1 {
		k.bad("curtailment", "name one of file, command, mqtt.brokers, calendar", "has %d signals", sources)
	}
	if u.BaselineWatts <= 0 {
		k.bad("curtailment.baseline_watts", "what the rig draws at the wall when it works, as in the contract", "is missing")
	}
	k.between("curtailment.off_watts", u.OffWatts, 0, max(u.BaselineWatts, 0))
	k.between("curtailment.restore_step_watts", u.RestoreStepWatts, 0, 1e6)
	k.atLeast("curtailment.income_usd_per_hour", u.IncomeUSD, 0)
	for name, d := range map[string]time.Duration{"every": u.Every, "max_age": u.MaxAge, "within": u.Within, "restore_every": u.RestoreEvery} {
		k.duration("curtailment."+name, d, time.Second)
	}
	k.duration("curtailment.min_off", u.MinOff, 0)
	for i, h := range u.Calendar {
		path := fmt.Sprintf("curtailment.calendar[%d]", i)
		if h.Hours == "" {
			k.bad(path+".hours", "such as 17:00-20:00", "is missing")
		}
		k.when(path, h.When())
		k.between(path+".target_ratio", h.TargetRatio, 0, 1)
	}
	k.brokers("curtailment.mqtt.brokers", u.MQTT.Brokers)
	if len(u.MQTT.Brokers) > 0 && u.MQTT.Topic == "" {
		k.bad("curtailment.mqtt.topic", "the topic that the signal is published under", "is missing")
	}
}

// brokers checks addresses of MQTT brokers.
func (k *checker) brokers(path string, list []string) {
	for _, b := range list {
		if at, err := url.Parse(b); err != nil || !slices.Contains([]string{"tcp", "ssl", "ws", "wss"}, at.Scheme) || at.Host == "" {
			k.bad(path, "write tcp://host:1883 or ssl://host:8883", "%q is no broker", b)
		}
	}
}
