package stratum

import (
	"encoding/json"
	"strings"
)

// Dialect is a way to log in at a pool, named after its first word.
type Dialect string

const (
	CryptoNote Dialect = "login"            // XMRig's: the first job comes with the answer, or follows
	Bitcoin    Dialect = "mining.subscribe" // most pools': subscribe, authorize, then mining.notify
	Ethereum   Dialect = "eth_submitLogin"  // work is asked for, or comes by itself
)

// spoken is what pools speak, by how an algorithm's name begins: only those of which that is
// known well enough to call a pool that does not answer dead.
var spoken = []struct {
	begins   string
	dialects []Dialect
}{
	{"rx/", []Dialect{CryptoNote}}, {"cn/", []Dialect{CryptoNote}}, {"cn-", []Dialect{CryptoNote}}, {"argon2/", []Dialect{CryptoNote}}, {"dynexsolve", []Dialect{CryptoNote}},
	{"etchash", []Dialect{Ethereum, Bitcoin}}, {"ethash", []Dialect{Ethereum, Bitcoin}}, {"ubqhash", []Dialect{Ethereum, Bitcoin}},
	{"kawpow", []Dialect{Bitcoin}}, {"progpow", []Dialect{Bitcoin}}, {"firopow", []Dialect{Bitcoin}}, {"meowpow", []Dialect{Bitcoin}}, {"evrprogpow", []Dialect{Bitcoin}},
	{"phihash", []Dialect{Bitcoin}}, {"autolykos2", []Dialect{Bitcoin}}, {"equihash", []Dialect{Bitcoin}}, {"kheavyhash", []Dialect{Bitcoin}},
	{"karlsenhash", []Dialect{Bitcoin}}, {"pyrinhash", []Dialect{Bitcoin}}, {"sha256d", []Dialect{Bitcoin}}, {"sha512256d", []Dialect{Bitcoin}}, {"nexapow", []Dialect{Bitcoin}},
}

// Dialects are those in which an algorithm's pools are tried, the likeliest first. Where sure
// is false a pool may speak none of them and serve its miners all the same.
func Dialects(algorithm string) (dialects []Dialect, sure bool) {
	for _, s := range spoken {
		if strings.HasPrefix(strings.ToLower(algorithm), s.begins) {
			return s.dialects, true
		}
	}
	return []Dialect{Bitcoin, CryptoNote}, false
}

type request struct {
	method string
	params any
}

// requests are what is sent, each one after the answer to that before.
func (d Dialect) requests(l Login) []request {
	user := l.User
	if l.Rig != "" && d != CryptoNote {
		user += "." + l.Rig
	}
	switch d {
	case CryptoNote:
		return []request{{MethodLogin, LoginParams{Login: l.User, Pass: l.Pass, RigID: l.Rig, Agent: agent, Algo: []string{l.Algorithm}}}}
	case Ethereum:
		return []request{{string(Ethereum), []string{user, l.Pass}}, {"eth_getWork", []string{}}}
	}
	subscribe := []string{agent}
	if strings.Contains(l.Algorithm, "hash") && strings.HasPrefix(l.Algorithm, "et") {
		subscribe = append(subscribe, "EthereumStratum/1.0.0")
	}
	return []request{{string(Bitcoin), subscribe}, {"mining.authorize", []string{user, l.Pass}}}
}

// brings reports whether a line that answers nothing is a job.
func (d Dialect) brings(m Message) bool {
	switch d {
	case CryptoNote:
		return m.Method == MethodJob
	case Ethereum:
		return m.Method == "" && m.Error == nil && isWork(m.Result)
	}
	return m.Method == "mining.notify"
}

// isWork reports whether a result is what eth_getWork gives: a header's hash, a seed, a target.
func isWork(result json.RawMessage) bool {
	var words []string
	return json.Unmarshal(result, &words) == nil && len(words) >= 3
}

// unknownMethod reports whether a refusal is of the dialect, and not of the login.
func unknownMethod(e *Error) bool {
	text := strings.ToLower(e.Message)
	return e.Code == "-32601" || strings.Contains(text, "method") || strings.Contains(text, "unknown command") || strings.Contains(text, "not supported")
}
