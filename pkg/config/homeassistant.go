package config

import (
	"strings"
	"time"
)

// HomeAssistant is where the rig's state is published; without brokers it is not.
type HomeAssistant struct {
	Brokers      []string      `yaml:"brokers"` // tcp://host:1883 or ssl://host:8883; the first that answers
	Username     string        `yaml:"username"`
	PasswordFile string        `yaml:"password_file"`
	Prefix       string        `yaml:"prefix"` // of Home Assistant's discovery
	Topic        string        `yaml:"topic"`  // under which states stand
	Every        time.Duration `yaml:"every"`
}

func (c *Config) checkHomeAssistant(k *checker) {
	h := c.HomeAssistant
	if len(h.Brokers) == 0 {
		return
	}
	k.brokers("home_assistant.brokers", h.Brokers)
	k.duration("home_assistant.every", h.Every, time.Second)
	for name, topic := range map[string]string{"prefix": h.Prefix, "topic": h.Topic} {
		if topic == "" || strings.ContainsAny(topic, "#+ ") || strings.HasPrefix(topic, "/") || strings.HasSuffix(topic, "/") {
			k.bad("home_assistant."+name, "words with slashes between them, such as gpuarbiter", "%q is no topic to publish under", topic)
		}
	}
}
