package main

import (
	"context"
	"crypto/ecdsa"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/export"
)

func modelCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "model ID -o FILE", Short: "Download the winner's model, verified against its commitment", Args: args(cobra.ExactArgs(1)),
		Long: "Download the winner's model, verified against its commitment.\n\nThe file's name says the format: .onnx for runtimes of others (integer operators, the contract's\nlogits to the bit), .safetensors for the integers alone, .md for a model card of what stands on\nchain; all else is the format of the contract.\n\nWith --sign the files, which are in one folder then, are signed as OpenSSF Model Signing v1.0 has it, in\nmodel.sig beside them: `model_signing verify key` verifies that with the public key alone, offline."}
	f := addChainFlags(cmd)
	outputs := cmd.Flags().StringArrayP("output", "o", nil, "file; may be repeated")
	sign := cmd.Flags().String("sign", "", "file with a private key (P-256, PEM): sign the files, in model.sig beside them")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(*outputs) == 0 {
			return usageError{errors.New("--output: is missing")}
		}
		key, err := signingKey(*sign, *outputs)
		if err != nil {
			return err
		}
		chain, ch, err := f.read(cmd.Context(), args[0])
		if err != nil {
			return err
		}
		defer chain.Close()
		if ch.Winner == 0 {
			return fmt.Errorf("challenge %d has no winner (%s)", ch.ID, market.Phase(ch.Phase))
		}
		raw, err := chain.Model(cmd.Context(), ch, uint64(ch.Winner-1))
		if err != nil {
			return err
		}
		n, err := evaluator.Parse(raw)
		if err != nil {
			return err
		}
		written, err := writeModel(cmd.Context(), chain, ch, raw, n, *outputs, key)
		if err != nil {
			return err
		}
		if *f.json {
			return printJSON(map[string]any{"challenge": ch.ID, "file": (*outputs)[0], "files": written, "bytes": len(raw), "macs": n.MACs()})
		}
		for _, output := range written {
			fmt.Fprintln(stdout, "written:", output)
		}
		say("%d bytes, %d multiply-accumulates for an example", len(raw), n.MACs())
		return nil
	}
	return cmd
}

// signingKey reads the key that files are to be signed with, before anything is asked of a chain; nil if
// none is. Names in a signature are those in its folder: all files have to be in one.
func signingKey(file string, outputs []string) (*ecdsa.PrivateKey, error) {
	if file == "" {
		return nil, nil
	}
	for _, output := range outputs {
		if filepath.Dir(output) != filepath.Dir(outputs[0]) {
			return nil, usageError{fmt.Errorf("--sign: %s and %s are in two folders, and a signature is of one", outputs[0], output)}
		}
		if filepath.Base(output) == export.SignatureFile {
			return nil, usageError{fmt.Errorf("--output: %s is what the signature is called", output)}
		}
	}
	text, err := os.ReadFile(file)
	var key *ecdsa.PrivateKey
	if err == nil {
		key, err = export.ReadKey(text)
	}
	if err != nil {
		return nil, &app.Fault{Err: fmt.Errorf("--sign: %s: %w", file, err), Hint: "make one with: openssl ecparam -name prime256v1 -genkey -noout -out key.pem"}
	}
	return key, nil
}

// writeModel writes a winner's model in the formats that names ask for, and with a key what signs them.
func writeModel(ctx context.Context, chain *market.Market, ch *market.Challenge, raw []byte, n model.Integer, outputs []string, key *ecdsa.PrivateKey) (written []string, err error) {
	files := map[string][]byte{}
	for _, output := range outputs {
		text, err := exported(ctx, chain, ch, raw, n, filepath.Ext(output))
		if err != nil {
			return nil, err
		}
		if err := writeOutputBytes(output, text); err != nil {
			return nil, err
		}
		files[filepath.Base(output)] = text
	}
	if key == nil {
		return outputs, nil
	}
	folder, err := filepath.Abs(filepath.Dir(outputs[0]))
	if err != nil {
		return nil, err
	}
	text, err := export.Sign(filepath.Base(folder), files, key)
	if err != nil {
		return nil, err
	}
	signature := filepath.Join(filepath.Dir(outputs[0]), export.SignatureFile)
	return append(outputs, signature), writeOutputBytes(signature, text)
}

// exported is a winner's model in the format that a file's name asks for.
func exported(ctx context.Context, chain *market.Market, ch *market.Challenge, raw []byte, n model.Integer, extension string) ([]byte, error) {
	about := map[string]string{"challenge": ch.Key(), "market": chain.Address.Hex(), "sha256": fmt.Sprintf("%x", sha256.Sum256(raw))}
	switch strings.ToLower(extension) {
	case ".onnx":
		return export.ONNX(n, about)
	case ".safetensors":
		return export.Safetensors(n, about)
	case ".md":
		text, err := chain.Card(ctx, ch, raw, n)
		return []byte(text), err
	}
	return raw, nil
}
