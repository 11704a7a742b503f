package scenario

import (
	"bytes"
	"slices"
	"text/template"
)

// rig is one model of the simulated rig: what community tables say of it, and
// the one number that is not real: how many of the device's hashes one hash of
// the CPU miner stands for.
type rig struct {
	Model           string
	HashesPerSecond float64
	MiningWatts     float64
	TrainingWatts   float64
	IdleWatts       float64
	TrainingMACs    float64
	Scale           float64
}

// cpuHashes is the hashrate at which the CPU miner stands for one device.
const cpuHashes = 6

// Rigs are the models of the simulated rig on kawpow.
var Rigs = []rig{
	newRig("NVIDIA GeForce RTX 3060 Ti", 28e6, 120, 190, 12),
	newRig("NVIDIA GeForce RTX 3090", 55e6, 270, 340, 25),
	newRig("NVIDIA GeForce RTX 4090", 75e6, 290, 400, 20),
}

func newRig(model string, hashes, mining, training, idle float64) rig {
	return rig{
		Model: model, HashesPerSecond: hashes, MiningWatts: mining, TrainingWatts: training, IdleWatts: idle,
		TrainingMACs: 6e8, // of the CPU that trains in the device's place
		Scale:        hashes / cpuHashes,
	}
}

var configText = template.Must(template.New("config").Parse(`state_dir: {{.StateDir}}
log: {level: info, format: console}
http: {listen: "{{.HTTP}}"}
electricity: {price_per_kwh: 0.12, currency: EUR}
rates: {EUR: 1.08}
devices:
  source: {{if .Cards}}nvml{{else}}simulated{{end}}
  models:
{{- range .Rigs}}
    "{{.Model}}": {idle_watts: {{.IdleWatts}}, mining_limit_watts: 0, training_watts: {{.TrainingWatts}}, training_macs_per_second: {{.TrainingMACs}}}
{{- end}}
mining:
  worker: rig
  grace: 3s
  coins:
{{- range .Coins}}
  - name: {{.Name}}
    algorithm: {{.Algorithm}}
    miner: builtin
    pool: stratum+tcp://{{.Pool}}
    pool_api: http://{{.PoolAPI}}
    wallet: demo-wallet
    price_usd: {{.Price}}
    difficulty: {{.Difficulty}}
    block_reward: 2500
    hashes_per_difficulty: 4294967296
    pool_fee_ratio: 0.01
    stale_ratio: 0.005
    models:
{{- range .Models}}
      "{{.Model}}": {hashes_per_second: {{.HashesPerSecond}}, watts: {{.MiningWatts}}, hash_scale: {{.Scale}}, hash_limit: {{.HashLimit}}}
{{- end}}
{{- end}}
training:
{{- with .Trainer}}
  command: [{{.}}]
{{- end}}
{{- if .Cards}}
  backend: cuda
  read_paths: [/opt]
{{- end}}
  max_devices: {{.Together}}
  grace: 10s
  checkpoint_every: {{.CheckpointEvery}}
  threads: {{.Threads}}
  epochs: {{.Epochs}}
  margin_ratio: {{.Margin}}
  search_ratio: {{.Search}}
  speed_limit: {{.SpeedLimit}}
chains:
- name: {{.ChainName}}
  id: {{.ChainID}}
  rpc:
{{- range .RPC}}
  - "{{.}}"
{{- end}}
  beacon: ["{{.Beacon}}"]
  market: "{{.Market}}"
  ether_price_usd: 3000
  test_network_is_money: true
  poll: 1s
  confirmations: 1
  max_bond_ether: 1
  data: {allow_file: true}
wallet:
  keystore: {{.Keystore}}
  password_file: {{.Password}}
policy:
  tick: 2s
  min_run: 5s
  ledger_every: 5s
  switch_seconds: 10
`))

// coin is a coin of the demo's pool.
type coin struct {
	Name, Algorithm, Pool, PoolAPI string
	Price, Difficulty              float64
	Models                         []coinModel
}

type coinModel struct {
	rig
	HashLimit float64
}

// rigs are the models of the devices: real cards mine as the first of them does.
func (w *World) rigs() []rig {
	if len(w.opt.Cards) == 0 {
		return Rigs
	}
	var list []rig
	for _, name := range slices.Compact(slices.Sorted(slices.Values(w.opt.Cards))) {
		r := newRig(name, 28e6, 120, 400, 70)
		r.TrainingMACs = 2e12 // ResNet-20 on an H200
		list = append(list, r)
	}
	return list
}

func (w *World) configFile() ([]byte, error) {
	endpoints := []string{w.Node.URL}
	if w.opt.RPC != nil {
		endpoints = w.opt.RPC(w.Node.URL)
	}
	var b bytes.Buffer
	err := configText.Execute(&b, map[string]any{
		"StateDir": w.StateDir, "HTTP": w.HTTP, "Rigs": w.rigs(), "Cards": w.opt.Cards, "Coins": w.coins(), "CheckpointEvery": "2s",
		"Threads": w.opt.Threads, "Epochs": w.opt.Epochs, "Margin": w.opt.Margin, "Search": w.opt.Search, "SpeedLimit": w.opt.SpeedLimit, "Trainer": w.opt.Trainer, "Together": max(w.opt.Together, 1),
		"ChainName": "dev", "ChainID": w.Node.ChainID, "RPC": endpoints, "Beacon": w.Node.Beacon, "Market": w.Market,
		"Keystore": w.Solver.Keystore, "Password": w.Solver.Password,
	})
	return b.Bytes(), err
}

// coins are one real algorithm at two prices, so that there is something to
// choose between even before a challenge comes.
func (w *World) coins() []coin {
	var models []coinModel
	for _, r := range w.rigs() {
		models = append(models, coinModel{r, cpuHashes})
	}
	base := coin{Algorithm: poolAlgorithm, Pool: w.poolAddr, PoolAPI: w.poolAPI, Difficulty: 25_000, Models: models}
	a, b := base, base
	a.Name, a.Price = "RVN", 0.020
	b.Name, b.Price = "XNA", 0.017
	return []coin{a, b}
}
