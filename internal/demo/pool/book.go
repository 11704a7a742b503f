package pool

import (
	"cmp"
	"encoding/hex"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/gpuarbiter/gpuarbiter/internal/demo/pow"
)

const (
	maxAccounts = 4096
	keptBlocks  = 100
)

// Account is what the pool knows of one worker of a wallet.
type Account struct {
	Wallet      string    `json:"wallet"`
	Worker      string    `json:"worker"`
	Accepted    uint64    `json:"accepted"`
	Rejected    uint64    `json:"rejected"`
	Difficulty  uint64    `json:"difficulty"` // sum over accepted shares, in hashes
	LastShare   time.Time `json:"last_share,omitzero"`
	Connections int       `json:"connections"`
}

// Block is a share that met the network's difficulty.
type Block struct {
	Height uint64    `json:"height"`
	Wallet string    `json:"wallet"`
	Worker string    `json:"worker"`
	Hash   string    `json:"hash"`
	Time   time.Time `json:"time"`
}

// Stats is the pool's state. Counters begin at Started.
type Stats struct {
	Algorithm   string    `json:"algorithm"`
	Started     time.Time `json:"started"`
	Height      uint64    `json:"height"`
	Connections int       `json:"connections"`
	BlocksFound uint64    `json:"blocks_found"`
	Blocks      []Block   `json:"blocks"`   // the newest, oldest first
	Accounts    []Account `json:"accounts"` // by wallet, then worker
}

// login names an account.
type login struct{ wallet, worker string }

// book keeps the accounts. Accounts outlive connections.
type book struct {
	mu       sync.Mutex
	accounts map[login]*Account
	blocks   []Block
	found    uint64
}

func newBook() *book { return &book{accounts: map[login]*Account{}} }

// open counts a connection in.
func (b *book) open(l login) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	a, ok := b.accounts[l]
	if !ok {
		if len(b.accounts) >= maxAccounts {
			return fmt.Errorf("the pool has no room for more than %d workers", maxAccounts)
		}
		a = &Account{Wallet: l.wallet, Worker: l.worker}
		b.accounts[l] = a
	}
	a.Connections++
	return nil
}

func (b *book) close(l login) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.accounts[l].Connections--
}

func (b *book) accept(l login, difficulty uint64, now time.Time) {
	b.mu.Lock()
	defer b.mu.Unlock()
	a := b.accounts[l]
	a.Accepted++
	a.Difficulty += difficulty
	a.LastShare = now
}

func (b *book) reject(l login) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.accounts[l].Rejected++
}

func (b *book) block(l login, height uint64, hash pow.Hash, now time.Time) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.found++
	b.blocks = append(b.blocks, Block{height, l.wallet, l.worker, hex.EncodeToString(hash[:]), now})
	if extra := len(b.blocks) - keptBlocks; extra > 0 {
		b.blocks = slices.Delete(b.blocks, 0, extra)
	}
}

// Stats is a copy of the pool's books.
func (p *Pool) Stats() Stats {
	height := p.template().height
	b := p.book
	b.mu.Lock()
	defer b.mu.Unlock()
	s := Stats{
		Algorithm: p.algorithm.Name(), Started: p.started, Height: height,
		BlocksFound: b.found, Blocks: append([]Block{}, b.blocks...), Accounts: []Account{},
	}
	for _, a := range b.accounts {
		s.Accounts = append(s.Accounts, *a)
		s.Connections += a.Connections
	}
	slices.SortFunc(s.Accounts, func(a, b Account) int {
		return cmp.Or(cmp.Compare(a.Wallet, b.Wallet), cmp.Compare(a.Worker, b.Worker))
	})
	return s
}

// Of keeps the accounts and blocks of one wallet.
func (s Stats) Of(wallet string) Stats {
	s.Accounts = slices.DeleteFunc(slices.Clone(s.Accounts), func(a Account) bool { return a.Wallet != wallet })
	s.Blocks = slices.DeleteFunc(slices.Clone(s.Blocks), func(b Block) bool { return b.Wallet != wallet })
	return s
}
