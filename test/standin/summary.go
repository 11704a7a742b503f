package standin

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
)

// Summary is what XMRig answers for /2/summary after so many seconds, in which a share of
// 1e8 was accepted every two seconds, with one thing otherwise: the mode.
func Summary(mode string, up int) []byte {
	good, total := up/2, `[50000000.0, 50000000.0, null]`
	if rates, ok := rates[mode]; ok {
		total = rates
	}
	text := fmt.Sprintf(`{
    "id": "a",
    "worker_id": "r",
    "uptime": %d,
    "restricted": true,
    "version": "6.22.1",
    "kind": "miner",
    "paused": false,
    "algo": "kawpow",
    "hashrate": {"total": %s, "highest": 51000000.0},
    "results": {"diff_current": 100000000, "shares_good": %d, "shares_total": %d, "avg_time": 2, "avg_time_ms": 2000, "hashes_total": %d, "best": [1, 0], "error_log": []},
    "connection": {"pool": "127.0.0.1:3333", "ip": "127.0.0.1", "uptime": %d, "uptime_ms": %d, "ping": 20, "failures": 0, "tls": null, "algo": "kawpow",
                   "diff": 100000000, "accepted": %d, "rejected": 0, "avg_time": 2, "avg_time_ms": 2000, "hashes_total": %d}
}`, up, total, good, good, good*100000000, up, up*1000, good, good*100000000)
	switch mode {
	case "cut":
		text = text[:len(text)*2/3]
	case "stub":
		text = text[:40]
	case "nan":
		text = strings.Replace(text, "51000000.0", "nan", 1)
	case "hashesneg":
		text = strings.Replace(text, fmt.Sprintf(`"hashes_total": %d`, good*100000000), `"hashes_total": -9223372036854775808`, 2)
	case "goodabove":
		text = strings.Replace(text, fmt.Sprintf(`"shares_total": %d`, good), fmt.Sprintf(`"shares_total": %d`, max(good-1, 0)), 1)
	case "uptimefloat":
		text = strings.Replace(text, fmt.Sprintf(`"uptime": %d,`, up), fmt.Sprintf(`"uptime": %d.5,`, up), 1)
	case "uptimegone":
		text = strings.Replace(text, `"uptime"`, `"time"`, 1)
	case "poolnull":
		text = strings.Replace(text, `"pool": "127.0.0.1:3333"`, `"pool": null`, 1)
	case "html":
		text = "<html>busy</html>"
	}
	return []byte(text)
}

// rates are what the modes state over 10 s, 60 s and 15 min.
var rates = map[string]string{
	"slow": `[null, null, 155.7]`, "slow60": `[null, 50000000.0, 50000000.0]`, "zero10": `[0.0, 0.0, 50000000.0]`, "nulls": `[null, null, null]`,
	"nohighest": `[5e7]`, "norates": `null`, "textrates": `["n/a", "50000000", 0]`, "idle": `[0.0, 0.0, 0.0]`,
}

// XMRig answers as its API does; up is how many seconds it has run. In the mode "first"
// it has /1/summary alone, in "backends" only those can be read.
func XMRig(mode string, up func() int) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case mode == "first" && r.URL.Path != "/1/summary":
			http.NotFound(w, r)
			return
		case mode == "backends" && r.URL.Path == "/2/backends":
			fmt.Fprint(w, `[{"type":"cuda","hashrate":[50000000.0,null,null]}]`)
			return
		case mode == "backends":
			fmt.Fprint(w, "{")
			return
		}
		_, _ = bytes.NewReader(Summary(mode, up())).WriteTo(w) // who has left needs no answer
	})
}
