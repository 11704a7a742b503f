package devnet

import (
	"fmt"
	"os"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
)

// WriteKeystore makes a new key and writes it to a keystore file in dir, with
// the password beside it in `<path>.password`, both readable by the owner
// only. The key is encrypted lightly, as suits money that is worth nothing.
func WriteKeystore(dir, password string) (path string, address common.Address, err error) {
	account, err := keystore.StoreKey(dir, password, keystore.LightScryptN, keystore.LightScryptP)
	if err != nil {
		return "", common.Address{}, fmt.Errorf("devnet: keystore in %s: %w", dir, err)
	}
	path = account.URL.Path
	if err := os.WriteFile(path+".password", []byte(password), 0o600); err != nil {
		return "", common.Address{}, fmt.Errorf("devnet: password file: %w", err)
	}
	return path, account.Address, nil
}
