//go:build chaos

package chaos

import (
	"bytes"
	"os"
	"text/template"
)

// models are those of both rigs.
var models = []string{"NVIDIA GeForce RTX 3060 Ti", "NVIDIA GeForce RTX 3090", "NVIDIA GeForce RTX 4090"}

// coins are what is mined. The first one's miner ignores SIGTERM; every other one is settled
// by what its pool says, not by what its miner does.
var coins = []string{"AAA", "BBB", "CCC", "DDD", "EEE"}

var configText = template.Must(template.New("").Parse(`state_dir: {{.State}}
log: {level: info, format: json}
http: {listen: ""}
electricity: {price_per_kwh: 0.1}
devices:
{{- if .Library}}
  source: nvml
  nvml_library: {{.Library}}
{{- else}}
  source: simulated
{{- end}}
  models:
{{- range .Models}}
    "{{.}}": {idle_watts: 10, training_watts: 100, training_macs_per_second: 6.0e8}
{{- end}}
mining:
  worker: {{.Name}}
  grace: 1s
  coins:
{{- range .Coins}}
  - name: {{.Name}}
    algorithm: sha256d
    pool: stratum+tcp://{{.Pool}}
    wallet: {{$.Wallet}}
    usd_per_hash: {file: "{{$.Quotes}}", key: {{.Name}}, max_age: 1h}
{{- with .API}}
    pool_api: http://{{.}}
{{- end}}
{{- with .Binary}}
    miner: xmrig
    binary: {{.}}
    args: ["--limit={{$.Limit}}"]
{{- end}}
    models:
{{- $limited := not .Binary}}
{{- range .Rates}}
      "{{.Model}}": {hashes_per_second: {{.PerSecond}}, watts: 100{{if $limited}}, hash_limit: {{$.Limit}}{{end}}}
{{- end}}
{{- end}}
training: {grace: 5s, checkpoint_every: 2s, threads: 1, epochs: {{.Epochs}}, margin_ratio: 0.5, search_ratio: 0, speed_limit: 40}
{{- with .Chain}}
chains:
- name: dev
  id: {{.Node.ChainID}}
  rpc: ["{{.Node.URL}}"]
  beacon: ["{{.Node.Beacon}}"]
  market: "{{.Market}}"
  ether_price_usd: 3000
  test_network_is_money: true
  poll: 1s
  confirmations: 1
  max_bond_ether: 1
  data: {allow_file: true}
wallet:
  keystore: {{.Solver.Keystore}}
  password_file: {{.Solver.Password}}
{{- end}}
policy:
  tick: 200ms
  min_run: 1s
  ledger_every: 1s
  drain_timeout: 3s
  switch_seconds: 1
  lead_variance: 0
  signal_every: 0s
  record_every: 0s
`))

type (
	configCoin struct {
		Name, Pool, API, Binary string
		Rates                   []configRate
	}
	configRate struct {
		Model     string
		PerSecond float64
	}
)

// configure writes a rig's configuration. Models differ in what they are good at, so that
// not all devices change at once.
func (c *chaos) configure(r *rig) error {
	var list []configCoin
	for i, s := range c.sites {
		coin := configCoin{Name: s.coin, Pool: s.stratum}
		if i == 0 {
			coin.Binary = stubborn
		}
		if i%2 == 1 {
			coin.API = s.api
		}
		for j, model := range models {
			coin.Rates = append(coin.Rates, configRate{model, hashLimit * (1 + 0.2*float64((2*i+3*j)%len(coins)))})
		}
		list = append(list, coin)
	}
	epochs := 15 // a minute, if nothing came in between
	if *long {
		epochs = 60
	}
	facts := map[string]any{
		"Epochs": epochs,
		"State":  r.state, "Name": r.name, "Models": models, "Coins": list, "Wallet": wallet, "Quotes": c.quotes.path, "Limit": hashLimit,
	}
	if r.cards != nil {
		facts["Library"] = library
	} else if c.chain != nil {
		facts["Chain"] = c.chain
	}
	var text bytes.Buffer
	if err := configText.Execute(&text, facts); err != nil {
		return err
	}
	return os.WriteFile(r.config(), text.Bytes(), 0o600)
}
