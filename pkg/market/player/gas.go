package player

// Gas of calls, as upper bounds for where a node does not say (contracts/gas-dispute.txt).
const (
	gasCall  = 500_000 // of a move or an assertion, besides its data
	gasByte  = 60      // of data: 40 at least (EIP-7623); a proof of rows is computed, and a bitmap hashed and logged
	gasMoney = 120_000
	gasGame  = 1_000_000 // of a challenger's whole game
)

// gasOf is that of a move or an assertion with its data: a bitmap has up to 100,000 bytes, and a proof tens of thousands.
func gasOf(data []byte) uint64 { return gasCall + gasByte*uint64(len(data)) }
