package app

import (
	"context"
	"fmt"
	"os"
	"sync"
	"time"

	mqtt "github.com/eclipse/paho.mqtt.golang"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/curtail"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
)

// maxSignal is the longest signal that is read, in bytes.
const maxSignal = 64 << 10

// signaller keeps the latest signal of a curtailment.
type signaller struct {
	cfg config.Curtailment
	log *zap.Logger

	mu   sync.Mutex
	last curtail.Signal
}

// curtailmentOf is nil where there is no contract.
func curtailmentOf(cfg config.Curtailment, zone string, log *zap.Logger) (*scheduler.Curtailment, *signaller) {
	if !cfg.On() {
		return nil, nil
	}
	s := &signaller{cfg: cfg, log: log}
	terms := curtail.Terms{
		Baseline: profit.Watts(cfg.BaselineWatts), OffWatts: profit.Watts(cfg.OffWatts), MaxAge: cfg.MaxAge, Within: cfg.Within, MinOff: cfg.MinOff,
		RestoreStep: profit.Watts(cfg.RestoreStepWatts), RestoreEvery: cfg.RestoreEvery, Income: profit.USDPerHour(cfg.IncomeUSD),
	}
	if len(cfg.Calendar) > 0 {
		return &scheduler.Curtailment{Terms: terms, Signal: func() curtail.Signal { return calendar(cfg.Calendar, zone, time.Now()) }}, nil
	}
	return &scheduler.Curtailment{Terms: terms, Signal: s.signal}, s
}

// calendar is the signal of hours that are known beforehand: of those that overlap the lowest.
func calendar(entries []config.CurtailmentHours, zone string, now time.Time) curtail.Signal {
	s := curtail.Signal{Share: 1, At: now}
	for _, e := range entries {
		if when := whenOf(e.When(), zone); when.Holds(&profit.Market{Now: now}) {
			s.Share = min(s.Share, e.TargetRatio)
		}
	}
	return s
}

func (s *signaller) signal() curtail.Signal {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.last
}

// take keeps a signal, or notes why there is none. One that is older than the last is not
// believed: a broker that comes back may bring an old one along.
func (s *signaller) take(raw []byte, read time.Time, err error) {
	var sig curtail.Signal
	if err == nil {
		sig, err = curtail.Parse(raw, profit.Watts(s.cfg.BaselineWatts), read)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err != nil {
		if s.last.Fault != err.Error() {
			s.log.Warn("the signal of the curtailment is not understood", zap.Error(err))
		}
		s.last.Fault = err.Error()
		return
	}
	if sig.At.Before(s.last.At) {
		return
	}
	s.last = sig
}

// run follows the signal until ctx ends.
func (s *signaller) run(ctx context.Context) {
	if len(s.cfg.MQTT.Brokers) > 0 {
		s.follow(ctx)
		return
	}
	tick := time.NewTicker(s.cfg.Every)
	defer tick.Stop()
	for {
		s.look(ctx)
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

func (s *signaller) look(ctx context.Context) {
	if s.cfg.File != "" {
		raw, err := plain.ReadFile(s.cfg.File, 0, maxSignal)
		written := time.Now()
		if info, statErr := os.Stat(s.cfg.File); err == nil && statErr == nil {
			written = info.ModTime() // a file without a timestamp is as old as it is
		}
		s.take(raw, written, err)
		return
	}
	out, _, exit := process.Run(ctx, s.cfg.Command, process.RunOptions{Timeout: s.cfg.MaxAge / 2, MaxOutputBytes: maxSignal})
	err := exit.Err
	if err == nil && exit.Code != 0 {
		err = fmt.Errorf("%s ends with %s", s.cfg.Command[0], exit)
	}
	s.take(out, time.Now(), err)
}

// follow subscribes to the topic, at whichever broker answers, for as long as ctx lives.
func (s *signaller) follow(ctx context.Context) {
	m := s.cfg.MQTT
	o := brokersOf(m.Brokers, m.Username, m.PasswordFile, func(err error) { s.take(nil, time.Now(), fmt.Errorf("curtailment.mqtt.password_file: %w", err)) })
	o.SetConnectRetry(true).SetConnectRetryInterval(5 * time.Second).SetMaxReconnectInterval(30 * time.Second).SetConnectTimeout(10 * time.Second).SetCleanSession(true).SetOrderMatters(false)
	o.SetOnConnectHandler(func(c mqtt.Client) {
		asked := c.Subscribe(s.cfg.MQTT.Topic, 1, func(_ mqtt.Client, m mqtt.Message) {
			if len(m.Payload()) > maxSignal {
				s.take(nil, time.Now(), fmt.Errorf("a message of %d bytes is no signal", len(m.Payload())))
				return
			}
			s.take(m.Payload(), time.Now(), nil)
		})
		go s.subscribed(ctx, asked)
	})
	o.SetConnectionLostHandler(func(_ mqtt.Client, err error) { s.take(nil, time.Now(), fmt.Errorf("the broker is away: %w", err)) })
	c := mqtt.NewClient(o)
	c.Connect()
	<-ctx.Done()
	c.Disconnect(250)
}

// subscribed says why a broker gives no signal that takes the connection: it may refuse the topic.
func (s *signaller) subscribed(ctx context.Context, asked mqtt.Token) {
	select {
	case <-ctx.Done():
		return
	case <-asked.Done():
	}
	err := asked.Error()
	if sub, ok := asked.(*mqtt.SubscribeToken); ok && err == nil {
		for topic, code := range sub.Result() {
			if code >= 0x80 {
				err = fmt.Errorf("the broker refuses the topic %s: may this user read it", topic)
			}
		}
	}
	if err != nil {
		s.take(nil, time.Now(), fmt.Errorf("nothing is subscribed to: %w", err))
	}
}

// brokersOf are brokers with a login, whose password is read anew for each connection.
func brokersOf(brokers []string, username, passwordFile string, fault func(error)) *mqtt.ClientOptions {
	o := mqtt.NewClientOptions().SetUsername(username)
	if passwordFile != "" {
		o.SetCredentialsProvider(func() (string, string) {
			secret, err := plain.ReadFile(passwordFile, 0, 1<<16)
			password := ""
			if err == nil {
				password, err = config.SecretLine(secret)
			}
			if err != nil {
				fault(err)
			}
			return username, password
		})
	}
	for _, b := range brokers {
		o.AddBroker(b)
	}
	return o
}
