package solver

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/crypto"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

func (s *Solver) onFetched(r fetchResult) {
	a := s.attempts[r.key]
	delete(s.fetching, r.key)
	if r.err != nil {
		s.retry[r.key] = time.Now().Add(s.cfg.Poll * 5)
		if errors.Is(r.err, dataset.ErrBadBundle) {
			s.retry[r.key] = time.Now().Add(10 * time.Minute)
		}
		if reason := r.err.Error(); a.Reason != reason {
			a.Reason = reason
			s.cfg.Log.Warn("training data", zap.String("challenge", r.key), zap.Error(r.err))
		}
		return
	}
	a.Bundle, a.Shape, a.Reason = r.path, r.shape, ""
	s.logError(s.save(a))
}

func (s *Solver) onTrained(t trainedModel) error {
	a, ok := s.attempts[t.key]
	if !ok || (a.State != Seen && a.State != Training) {
		return nil
	}
	if t.training {
		if a.State == Seen {
			return s.move(a, Training, "")
		}
		return nil
	}
	ch := s.known[a.ID]
	if ch == nil {
		return fmt.Errorf("challenge %s is not read yet", a.Key) // told again after the next look
	}
	hash, err := commitable(ch, t.artifact)
	if err != nil {
		return s.move(a, Abandoned, fmt.Sprintf("the trained model is unusable: %v", err))
	}
	if why := s.hopeless(ch, t); why != "" {
		return s.move(a, Abandoned, why)
	}
	artifact, err := archive(t.artifact, hash)
	if err != nil {
		return err // told again
	}
	a.Artifact, a.ModelHash, a.Salt, a.Validation = artifact, hash[:], s.salt(a.ID, hash), t.validation
	return s.move(a, Ready, fmt.Sprintf("validation accuracy %.4f", t.validation))
}

// hopeless says why a trained model is not worth a commit: what it costs if the
// model fails on the hold-out, the forfeited part of the bond and gas, is more than
// what is won if it does not, each as probable as the validation makes it.
// Where nobody knows what the reward is worth, it must be more probable than not.
func (s *Solver) hopeless(ch *market.Challenge, t trainedModel) string {
	least := 0.5
	if win := s.worth(ch); win != nil {
		lose := new(big.Int).Rsh(ch.CommitBond(), 1)
		if s.gasPrice != nil {
			lose.Add(lose, new(big.Int).Mul(big.NewInt(market.GasEntry), s.gasPrice))
		}
		all := new(big.Float).SetInt(win.Add(win, lose))
		if all.Sign() == 0 {
			return ""
		}
		least, _ = new(big.Float).Quo(new(big.Float).SetInt(lose), all).Float64()
	}
	if t.chance > least {
		return ""
	}
	return fmt.Sprintf("validation accuracy %.4f makes it %.1f %% probable to have %d of %d right: a commit would cost more than that is worth", t.validation, 100*t.chance, ch.Need(), ch.Points())
}

// salt hides a model in its commitment. It follows from our secret and from what it
// is for, so that it can be made again when all else is lost.
func (s *Solver) salt(id uint64, modelHash [32]byte) []byte {
	var numbers [16]byte
	binary.BigEndian.PutUint64(numbers[:8], s.cfg.Market.ID)
	binary.BigEndian.PutUint64(numbers[8:], id)
	return crypto.Keccak256([]byte("gpuarbiter salt 1"), s.cfg.Secret[:], numbers[:], s.cfg.Market.Address[:], modelHash[:])
}

// archive keeps a model under its hash, where no later training for the same
// challenge writes: its commitment can be opened with just these bytes.
func archive(artifact string, hash [32]byte) (string, error) {
	raw, err := os.ReadFile(artifact)
	if err != nil {
		return "", err
	}
	path := filepath.Join(filepath.Dir(artifact), fmt.Sprintf("%x.gaq", hash[:16]))
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, raw) {
		return path, nil
	}
	err = os.Link(artifact, path) // a trainer replaces files, it does not change them
	if errors.Is(err, fs.ErrExist) {
		err = fmt.Errorf("%s is there already, and is another model", path)
	}
	return path, err
}

// commitable is the hash of a trained model, if it can be evaluated on chain.
func commitable(ch *market.Challenge, artifact string) ([32]byte, error) {
	raw, err := os.ReadFile(artifact)
	if err != nil {
		return [32]byte{}, err
	}
	n, err := evaluator.Parse(raw)
	if err != nil {
		return [32]byte{}, err
	}
	if !market.Fits(ch, n) {
		return [32]byte{}, fmt.Errorf("its evaluator cannot evaluate it: %w", model.ErrTooLarge)
	}
	return market.ModelHash(ch.Target, raw)
}
