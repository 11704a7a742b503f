package contract_test

import (
	_ "embed"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
)

// contracts/test/Puppet.sol, compiled by contracts/build.mjs.
//
//go:embed testdata/Puppet.hex
var puppetCode string

//go:embed testdata/Puppet.abi
var puppetABI string

// puppet is a contract that plays a party, driven by an actor.
type puppet struct {
	*chain
	abi  abi.ABI
	by   *actor
	addr common.Address
}

func newPuppet(c *chain, by *actor) *puppet {
	c.t.Helper()
	parsed, err := abi.JSON(strings.NewReader(puppetABI))
	if err != nil {
		c.t.Fatal(err)
	}
	return &puppet{c, parsed, by, c.deploy(common.FromHex(strings.TrimSpace(puppetCode)))}
}

func (p *puppet) pack(method string, args ...any) []byte {
	p.t.Helper()
	data, err := p.abi.Pack(method, args...)
	if err != nil {
		p.t.Fatal(err)
	}
	return data
}

// act makes the puppet call the market; it reports the call's success.
func (p *puppet) act(value *big.Int, data []byte) bool {
	p.t.Helper()
	return p.transact(p.by, &p.addr, value, p.pack("act", p.market, data))
}

func (p *puppet) mustAct(value *big.Int, data []byte) {
	p.t.Helper()
	if !p.act(value, data) {
		p.t.Fatal("the puppet's call failed")
	}
}

// behave sets what the puppet does on receiving ether.
func (p *puppet) behave(refuses bool, again []byte) {
	p.t.Helper()
	if !p.transact(p.by, &p.addr, nil, p.pack("behave", refuses, again)) {
		p.t.Fatal("behave failed")
	}
}

// number reads one of the puppet's counters.
func (p *puppet) number(name string) int64 {
	p.t.Helper()
	out, err := p.client.CallContract(p.t.Context(), ethereum.CallMsg{To: &p.addr, Data: p.pack(name)}, nil)
	if err != nil {
		p.t.Fatal(err)
	}
	return new(big.Int).SetBytes(out).Int64()
}
