package workers

import (
	"cmp"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner/drivers"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

func (l *Launcher) minerSpec(d gpu.Device, cfg config.Mining, coin config.Coin, page *drivers.Page, dir string) (miner.Spec, error) {
	port, err := miner.FreePort()
	if err != nil {
		return miner.Spec{}, err
	}
	token := make([]byte, 16)
	rand.Read(token)
	spec := miner.Spec{
		Device: string(d.UUID), DeviceIndex: d.Index, Coin: coin.Name, Algorithm: coin.Algorithm, PoolURL: coin.Pool,
		Wallet: coin.Wallet, Worker: fmt.Sprintf("%s-%d", cfg.Worker, d.Index), Binary: cmp.Or(coin.Binary, page.Binary), ExtraArgs: coin.Args, Parameters: coin.Parameters,
		APIPort: port, APIToken: hex.EncodeToString(token), WorkDir: dir,
	}
	spec.HashLimit = modelOf(coin, d).HashLimit
	if page.Self {
		spec.Binary = l.Self
	}
	spec.Password, err = Password(coin)
	return spec, err
}

// Password is what the coin's pool is given; "" where it wants none.
func Password(coin config.Coin) (string, error) {
	if coin.PasswordFile == "" {
		return "", nil
	}
	secret, err := plain.ReadFile(coin.PasswordFile, 0, 1<<16)
	if err != nil {
		return "", fmt.Errorf("pool password of %s: %w", coin.Name, err)
	}
	password, err := config.SecretLine(secret)
	if err != nil {
		return "", fmt.Errorf("pool password of %s: %w", coin.Name, err)
	}
	return strings.TrimSpace(password), nil
}
