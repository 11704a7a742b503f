package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner/cpuminer"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner/xmrigconf"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/workers"
)

// checkPool tries a coin's pool as its worker would: it shakes hands and logs in. XMRig
// takes any certificate and knows more dialects, so with it neither is a fault.
func checkPool(ctx context.Context, cfg *config.Config, c config.Coin) (string, error) {
	address, err := config.ParsePool(c.Pool)
	if err != nil {
		return "", err
	}
	password, err := workers.Password(c)
	if err != nil {
		return "", err
	}
	rig := cfg.Mining.Worker + "-0"
	p := xmrigconf.Pool{Algo: &c.Algorithm, URL: address.HostPort, User: c.Wallet, Pass: cmp.Or(password, "x"), RigID: &rig, TLS: address.TLS}
	if address.Fingerprint != "" {
		p.TLSFingerprint = &address.Fingerprint
	}
	words := c.Pool + " takes the login"
	err = cpuminer.Probe(ctx, p)
	if c.Miner == "builtin" {
		return words, err
	}
	var certificate *cpuminer.CertificateError
	if errors.As(err, &certificate) && p.TLSFingerprint == nil {
		words += fmt.Sprintf("; its certificate is trusted by nobody, which XMRig does not mind: write #%s behind the address, so that it takes no other", certificate.Fingerprint)
		p.TLSFingerprint = &certificate.Fingerprint
		err = cpuminer.Probe(ctx, p)
	}
	switch {
	case errors.Is(err, cpuminer.ErrNoLogin):
		return fmt.Sprintf("%s takes connections, but XMRig may have to speak another dialect: %v", c.Pool, err), nil
	case err != nil && strings.Contains(strings.ToLower(err.Error()), "method"):
		return fmt.Sprintf("%s answers in another dialect: %v", c.Pool, err), nil
	}
	return words, err
}

// checkModels says which configured models no device is of, and which coins no device
// could mine: a name that is written otherwise costs the whole coin, in silence.
func checkModels(cfg *config.Config, devices []deviceReading) (list []finding) {
	if len(devices) == 0 {
		return nil
	}
	var names []string
	for _, d := range devices {
		if !slices.Contains(names, d.Device.Model) {
			names = append(names, d.Device.Model)
		}
	}
	list = append(list, unmatched("devices.models", slices.Sorted(maps.Keys(cfg.Devices.Models)), names)...)
	for _, c := range cfg.Mining.Coins {
		keys := slices.Sorted(maps.Keys(c.Models))
		faults := unmatched("models of "+c.Name, keys, names)
		list = append(list, faults...)
		mined := slices.ContainsFunc(names, func(name string) bool { _, ok := c.Model(name); return ok })
		if !mined && len(faults) == 0 {
			list = append(list, finding{What: "models of " + c.Name, Words: "no device can mine it: models has none of " + strings.Join(names, ", ")})
		}
	}
	return list
}

// unmatched are the configured names that no device has: what they are taken for, or, as a
// fault, which name they are near that no other one means. Others may be of another rig
// that shares the file.
func unmatched(what string, keys, devices []string) (list []finding) {
	var left []string
	for _, d := range devices {
		if !slices.ContainsFunc(keys, func(k string) bool { return config.SameModel(k, d) }) {
			left = append(left, d)
		}
	}
	for _, k := range keys {
		if i := slices.IndexFunc(devices, func(d string) bool { return config.SameModel(k, d) }); i >= 0 {
			if !slices.Contains(devices, k) {
				list = append(list, finding{What: what, OK: true, Words: fmt.Sprintf("no device is called %q; it is taken for %q", k, devices[i])})
			}
			continue
		}
		if near := config.NearestModel(k, left); near != "" {
			list = append(list, finding{What: what, Words: fmt.Sprintf("no device is called %q; one is called %q", k, near)})
		}
	}
	return list
}
