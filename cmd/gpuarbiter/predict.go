package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

func modelCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "model ID -o FILE", Short: "Download the winner's model, verified against its commitment", Args: args(cobra.ExactArgs(1))}
	f := addChainFlags(cmd)
	output := cmd.Flags().StringP("output", "o", "", "file")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if *output == "" {
			return usageError{errors.New("--output: is missing")}
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
		n, err := model.Parse(raw)
		if err != nil {
			return err
		}
		if err := os.WriteFile(*output, raw, 0o644); err != nil {
			return err
		}
		if *f.json {
			return printJSON(map[string]any{"challenge": ch.ID, "file": *output, "bytes": len(raw), "macs": n.MACs()})
		}
		fmt.Printf("%s: %d bytes, %d layers, %d multiply-accumulates for an example\n", *output, len(raw), len(n.Layers), n.MACs())
		return nil
	}
	return cmd
}

// predicted is what predict prints.
type predicted struct {
	Examples int     `json:"examples"`
	Right    int     `json:"right"`
	Accuracy float64 `json:"accuracy"`
	Classes  []int   `json:"classes,omitempty"`
}

func predictCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "predict", Short: "Use a model: on a data set, or on a challenge's revealed hold-out", Args: args(cobra.NoArgs)}
	f, d := addChainFlags(cmd), addDataFlags(cmd)
	file := cmd.Flags().String("model", "", "model file")
	holdout := cmd.Flags().String("holdout", "", "number of a challenge: use its revealed hold-out")
	each := cmd.Flags().Bool("each", false, "print the class of every example")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if *file == "" {
			return usageError{errors.New("--model: is missing")}
		}
		n, err := readModel(*file)
		if err != nil {
			return &app.Fault{Err: fmt.Errorf("--model: %w", err), Hint: "challenge model ID -o FILE downloads one"}
		}
		p, err := predict(cmd, n, f, d, *holdout)
		if err != nil {
			return err
		}
		if !*each {
			p.Classes = nil
		}
		if *f.json {
			return printJSON(p)
		}
		for _, c := range p.Classes {
			fmt.Println(c)
		}
		fmt.Printf("%d of %d right, %.2f %%\n", p.Right, p.Examples, 100*p.Accuracy)
		return nil
	}
	return cmd
}

// readModel reads no more of a file than a model may have.
func readModel(path string) (*model.Network, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, model.MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if len(raw) > model.MaxBytes {
		return nil, fmt.Errorf("%s: %w: over %d bytes", path, model.ErrTooLarge, model.MaxBytes)
	}
	n, err := model.Parse(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return n, nil
}

func predict(cmd *cobra.Command, n *model.Network, f chainFlags, d dataFlags, holdout string) (predicted, error) {
	var pixels, labels []byte
	if holdout != "" {
		chain, ch, err := f.read(cmd.Context(), holdout)
		if err != nil {
			return predicted{}, err
		}
		defer chain.Close()
		if pixels, labels, err = chain.Holdout(cmd.Context(), ch); err != nil {
			return predicted{}, err
		}
	} else {
		src, err := d.source()
		if err != nil {
			return predicted{}, err
		}
		set, err := openData(src)
		if err != nil {
			return predicted{}, err
		}
		pixels, labels = set.Pixels, set.Labels
	}
	features := n.Input.Size()
	if len(pixels) != len(labels)*features {
		return predicted{}, fmt.Errorf("the model takes %d features, the data have %d", features, len(pixels)/max(1, len(labels)))
	}
	oracle, p := model.NewEvaluator(n), predicted{Examples: len(labels)}
	for i, label := range labels {
		class := oracle.Classify(pixels[i*features : (i+1)*features])
		p.Classes = append(p.Classes, class)
		if class == int(label) {
			p.Right++
		}
	}
	p.Accuracy = float64(p.Right) / float64(max(1, p.Examples))
	return p, nil
}
