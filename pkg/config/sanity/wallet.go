package sanity

import (
	"regexp"
	"slices"
	"strings"

	"github.com/btcsuite/btcd/btcutil/base58"
	"github.com/btcsuite/btcd/btcutil/bech32"
	"github.com/ethereum/go-ethereum/common"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
)

// address is the form of a coin's addresses: any of what is named.
type address struct {
	Base58   []byte `yaml:"base58,flow"` // first bytes, with a checksum behind
	Bech32   string `yaml:"bech32"`      // prefix
	Ethereum bool   `yaml:"ethereum"`
	Pattern  string `yaml:"pattern"`
}

func (a address) known() bool {
	return len(a.Base58) > 0 || a.Bech32 != "" || a.Ethereum || a.Pattern != ""
}

// wrong says what is wrong with an address; "" if nothing is.
func (a address) wrong(s string) string {
	why := "it does not have the form of one"
	if len(a.Base58) > 0 {
		_, version, err := base58.CheckDecode(s)
		switch {
		case err == nil && slices.Contains(a.Base58, version):
			return ""
		case err == nil:
			why = "it is an address of another coin"
		case len(s) >= 32 && len(s) <= 36:
			why = "its checksum does not fit: a character is wrong"
		}
	}
	if a.Bech32 != "" && strings.HasPrefix(strings.ToLower(s), a.Bech32+"1") {
		if _, _, _, err := bech32.DecodeGeneric(s); err == nil {
			return ""
		}
		return "its checksum does not fit: a character is wrong"
	}
	if a.Ethereum {
		why = ethereumWrong(s)
	}
	if a.Pattern != "" && regexp.MustCompile(a.Pattern).MatchString(s) {
		return ""
	}
	return why
}

// ethereumWrong checks EIP-55, where letters of both cases are a checksum.
func ethereumWrong(s string) string {
	if !common.IsHexAddress(s) || !strings.HasPrefix(s, "0x") {
		return "it is not 0x and 40 hexadecimal digits"
	}
	digits := s[2:]
	if digits != strings.ToLower(digits) && digits != strings.ToUpper(digits) && common.HexToAddress(s).Hex() != s {
		return "its checksum does not fit: a character is wrong"
	}
	return ""
}

// bitcoin is the address that pools take which pay every coin in it.
func bitcoin() address { return known().Coins["BTC"].address }

// wallet doubts a login that is no address of its coin. Pools that pay in Bitcoin take an
// address of that; some take a ticker in front, or a name of theirs.
func (k *checker) wallet(where string, c config.Coin, of address) {
	login, _, _ := strings.Cut(c.Wallet, ".")
	if _, behind, ok := strings.Cut(login, ":"); ok && of.wrong(login) != "" && of.wrong(behind) == "" {
		return
	}
	if !of.known() || bitcoin().wrong(login) == "" {
		return
	}
	if why := of.wrong(login); why != "" {
		k.doubt(where, "copy the address from the wallet once more; if the pool wants another login, all is well", "%q is no address of %s: %s", brief(login), c.Name, why)
	}
}

func brief(s string) string {
	if len(s) > 24 {
		return s[:12] + "..." + s[len(s)-8:]
	}
	return s
}
