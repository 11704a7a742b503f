package app

import (
	"crypto/ecdsa"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/google/uuid"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
)

// credential is the name under which systemd's LoadCredential passes the
// wallet's password.
const credential = "wallet-password"

// Key signs with an account's private key, which never leaves it.
type Key struct {
	key     *ecdsa.PrivateKey
	address common.Address
}

// Address is the account.
func (k *Key) Address() common.Address { return k.address }

// SignTx signs a transaction for a chain.
func (k *Key) SignTx(tx *types.Transaction, chainID *big.Int) (*types.Transaction, error) {
	return types.SignTx(tx, types.LatestSignerForChainID(chainID), k.key)
}

// saltSecret is what an account's commitments are hidden by. It follows from the key,
// so that it survives all that is stored; where the key is elsewhere, it is made
// once and stored.
func saltSecret(signer txmgr.Signer, st *store.Store) (secret [32]byte, err error) {
	if k, ok := signer.(*Key); ok {
		return crypto.Keccak256Hash([]byte("gpuarbiter salts"), crypto.FromECDSA(k.key)), nil
	}
	name := "salt/" + signer.Address().Hex()
	var kept hexutil.Bytes
	if found, err := st.Get(store.Secrets, name, &kept); err != nil || found && len(kept) == len(secret) {
		return [32]byte(append(kept, secret[:]...)), err
	}
	rand.Read(secret[:])
	return secret, st.Put(store.Secrets, name, hexutil.Bytes(secret[:]))
}

// OpenKey decrypts a go-ethereum keystore file. The password comes from
// passwordFile or, where that is empty, from systemd's credentials; it never
// stands on a command line or in the configuration.
func OpenKey(keystoreFile, passwordFile string) (*Key, error) {
	text, err := os.ReadFile(keystoreFile)
	if err != nil {
		return nil, hint(fmt.Errorf("wallet.keystore: %w", err), "name a go-ethereum keystore file that this user can read")
	}
	if text, err = config.Text(text); err != nil {
		return nil, hint(fmt.Errorf("wallet.keystore %s: %w", keystoreFile, err), "this is no go-ethereum keystore file (version 3)")
	}
	password, err := readPassword(passwordFile)
	if err != nil {
		return nil, err
	}
	k, err := keystore.DecryptKey(text, password)
	if errors.Is(err, keystore.ErrDecrypt) {
		return nil, hint(fmt.Errorf("wallet.keystore %s: %w", keystoreFile, err), "the password does not open this keystore file; check wallet.password_file")
	}
	if err != nil {
		return nil, hint(fmt.Errorf("wallet.keystore %s: %w", keystoreFile, err), "this is no go-ethereum keystore file (version 3)")
	}
	return &Key{key: k.PrivateKey, address: crypto.PubkeyToAddress(k.PrivateKey.PublicKey)}, nil
}

func readPassword(file string) (string, error) {
	if file == "" {
		dir := os.Getenv("CREDENTIALS_DIRECTORY")
		if dir == "" {
			return "", hint(errors.New("wallet.password_file: is missing"), "name a file with mode 0600, or pass the systemd credential %q", credential)
		}
		file = filepath.Join(dir, credential)
	} else if info, err := os.Stat(file); err == nil && info.Mode().Perm()&fs.FileMode(0o077) != 0 {
		return "", hint(fmt.Errorf("wallet.password_file %s: others can read it (mode %04o)", file, info.Mode().Perm()), "chmod 600 %s", file)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return "", hint(fmt.Errorf("wallet.password_file: %w", err), "write the keystore's password into that file, mode 0600")
	}
	password, err := config.SecretLine(text)
	if err != nil {
		return "", hint(fmt.Errorf("wallet.password_file %s: %w", file, err), "the file must hold the password in its first line and nothing else")
	}
	return password, nil
}

// NewKey makes an account: its keystore file and, where there is none, the file with its password.
// Neither is written over.
func NewKey(keystoreFile, passwordFile string) (address common.Address, madePassword bool, err error) {
	if _, err := os.Lstat(keystoreFile); err == nil {
		return address, false, hint(fmt.Errorf("%s is there already", keystoreFile), "name another file with --keystore: a key that is gone is money that is gone")
	}
	if _, err := os.Lstat(passwordFile); errors.Is(err, fs.ErrNotExist) {
		random := make([]byte, 24)
		rand.Read(random)
		if err := writeNew(passwordFile, 0o600, append([]byte(base64.RawURLEncoding.EncodeToString(random)), '\n')); err != nil {
			return address, false, err
		}
		madePassword = true
	}
	password, err := readPassword(passwordFile)
	if err != nil {
		return address, madePassword, err
	}
	private, err := crypto.GenerateKey()
	if err != nil {
		return address, madePassword, err
	}
	address = crypto.PubkeyToAddress(private.PublicKey)
	id, err := uuid.NewRandom()
	if err != nil {
		return address, madePassword, err
	}
	text, err := keystore.EncryptKey(&keystore.Key{Id: id, Address: address, PrivateKey: private}, password, keystore.StandardScryptN, keystore.StandardScryptP)
	if err != nil {
		return address, madePassword, err
	}
	return address, madePassword, writeNew(keystoreFile, 0o640, text) // the service reads it, in its group's folder
}

// writeNew writes a file that was not there, and sees it on the disk.
func writeNew(path string, mode fs.FileMode, text []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return errors.Join(err, os.Remove(path)) // half a file would stand in the way of the next try
	}
	return nil
}

// Account is the wallet's address. A keystore file names it without its password.
func Account(w config.Wallet) (common.Address, error) {
	if w.Signer != "" {
		return common.HexToAddress(w.Address), nil
	}
	if w.Keystore == "" {
		return common.Address{}, hint(errors.New("wallet.keystore: is missing"), "gpuarbiter wallet new makes one")
	}
	text, err := os.ReadFile(w.Keystore)
	if err != nil {
		return common.Address{}, hint(fmt.Errorf("wallet.keystore: %w", err), "gpuarbiter wallet new makes one")
	}
	var named struct{ Address string }
	if err := json.Unmarshal(text, &named); err != nil || !common.IsHexAddress(named.Address) {
		return common.Address{}, hint(fmt.Errorf("wallet.keystore %s names no account", w.Keystore), "this is no go-ethereum keystore file (version 3)")
	}
	return common.HexToAddress(named.Address), nil
}
