package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// predicted is what predict prints. Without known labels nothing is counted.
type predicted struct {
	Examples int      `json:"examples"`
	Right    *int     `json:"right,omitempty"`
	Accuracy *float64 `json:"accuracy,omitempty"`
	Classes  []int    `json:"classes,omitempty"`
	Names    []string `json:"names,omitempty"` // of the classes above, where the encoding has names
	Notes    []string `json:"notes,omitempty"`
	File     string   `json:"file,omitempty"`
}

// predictFlags are predict's own.
type predictFlags struct {
	model, holdout, encoding, output *string
	each                             *bool
}

func predictCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "predict", Short: "Use a model: on a data set, with labels or without, or on a challenge's revealed hold-out", Args: args(cobra.NoArgs)}
	f, d, fs := addChainFlags(cmd), addDataFlags(cmd), cmd.Flags()
	p := predictFlags{
		model:    fs.String("model", "", "model file"),
		holdout:  fs.String("holdout", "", "number of a challenge: use its revealed hold-out"),
		encoding: fs.String("encoding", "", "how the training data became bytes, and what the classes are called: a commitment, a bundle, or the encoding alone"),
		each:     fs.Bool("each", false, "print the class of every row, also where the labels are known"),
		output:   fs.StringP("output", "o", "", "write row,class,name of every row to this file (CSV)"),
	}
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if *p.model == "" {
			return usageError{errors.New("--model: is missing")}
		}
		n, err := readModel(*p.model)
		if err != nil {
			return &app.Fault{Err: fmt.Errorf("--model: %w", err), Hint: "challenge model ID -o FILE downloads one"}
		}
		enc, err := p.readEncoding(n)
		if err != nil {
			return err
		}
		rows, err := examples(cmd, n, f, d, *p.holdout, enc)
		if err != nil {
			return err
		}
		return p.print(predict(n, rows, enc), *f.json)
	}
	return cmd
}

// readEncoding is the encoding that was named, nil if none was.
func (p predictFlags) readEncoding(n model.Integer) (*dataset.Encoding, error) {
	if *p.encoding == "" {
		return nil, nil
	}
	enc, err := dataset.LoadEncoding(*p.encoding)
	if err == nil && len(enc.Classes) > 0 && len(enc.Classes) != n.Classes() {
		err = fmt.Errorf("it names %d classes, the model has %d", len(enc.Classes), n.Classes())
	}
	if err != nil {
		return nil, &app.Fault{Err: fmt.Errorf("--encoding: %w", err), Hint: "name the commitment that challenge create wrote, or the bundle of the challenge that the model was trained for"}
	}
	return enc, nil
}

// print says what was predicted: on lines, as JSON, into a file.
func (p predictFlags) print(out predicted, asJSON bool) error {
	if *p.output != "" {
		if err := writePredictions(*p.output, out); err != nil {
			return fmt.Errorf("--output: %w", err)
		}
		out.File = *p.output
	}
	all := *p.each || out.Right == nil && out.File == ""
	if !all {
		out.Classes, out.Names = nil, nil
	}
	if asJSON {
		return printJSON(out)
	}
	for _, n := range out.Notes {
		fmt.Fprintln(os.Stderr, "note: "+n)
	}
	for i, c := range out.Classes {
		if out.Names == nil {
			fmt.Fprintln(stdout, c)
		} else {
			fmt.Fprintln(stdout, c, out.Names[i])
		}
	}
	if out.Right != nil {
		fmt.Fprintf(stdout, "%d of %d right, %.2f %%\n", *out.Right, out.Examples, 100**out.Accuracy)
	}
	if out.File != "" {
		fmt.Fprintf(stdout, "%s: %d rows\n", out.File, out.Examples)
	}
	return nil
}

// writePredictions writes a table that takes the file's place when it is whole.
func writePredictions(path string, p predicted) error {
	return writeOutput(path, 0o644, func(to io.Writer) error {
		w := csv.NewWriter(to)
		w.Write([]string{"row", "class", "name"}) // a csv.Writer keeps its error for Error
		for i, c := range p.Classes {
			name := strconv.Itoa(c)
			if p.Names != nil {
				name = p.Names[i]
			}
			w.Write([]string{strconv.Itoa(i + 1), strconv.Itoa(c), name})
		}
		w.Flush()
		return w.Error()
	})
}

// readModel reads no more of a file than a model may have.
func readModel(path string) (model.Integer, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, evaluator.MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if len(raw) > evaluator.MaxBytes {
		return nil, fmt.Errorf("%s: %w: over %d bytes", path, model.ErrTooLarge, evaluator.MaxBytes)
	}
	n, err := evaluator.Parse(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return n, nil
}

// examples are the rows that the flags name.
func examples(cmd *cobra.Command, n model.Integer, f chainFlags, d dataFlags, holdout string, enc *dataset.Encoding) (*dataset.Rows, error) {
	if holdout == "" {
		src, err := d.source(true)
		if err != nil {
			return nil, err
		}
		rows, err := dataset.OpenRows(src, enc, n.Inputs(), n.Classes())
		if err != nil {
			return nil, dataFault(err)
		}
		return rows, nil
	}
	chain, ch, err := f.read(cmd.Context(), holdout)
	if err != nil {
		return nil, err
	}
	defer chain.Close()
	pixels, labels, err := chain.Holdout(cmd.Context(), ch)
	if err != nil {
		return nil, err
	}
	rows := &dataset.Rows{Count: len(labels), Pixels: pixels}
	for _, l := range labels {
		rows.Labels = append(rows.Labels, int(l))
	}
	if len(pixels) != len(labels)*n.Inputs() {
		return nil, fmt.Errorf("the model takes %d features, the data have %d", n.Inputs(), len(pixels)/max(1, len(labels)))
	}
	return rows, nil
}

// predict classifies every row, and counts where labels are known.
func predict(n model.Integer, rows *dataset.Rows, enc *dataset.Encoding) predicted {
	features, oracle := n.Inputs(), n.Counter()
	p := predicted{Examples: rows.Count, Notes: rows.Reading.Notes}
	right, show := 0, progressOf("counting")
	for i := range rows.Count {
		show(i, rows.Count)
		class := model.Largest(oracle.Logits(rows.Pixels[i*features : (i+1)*features]))
		p.Classes = append(p.Classes, class)
		if enc != nil && len(enc.Classes) > 0 {
			p.Names = append(p.Names, enc.ClassName(class))
		}
		if rows.Labels != nil && class == rows.Labels[i] {
			right++
		}
	}
	show(rows.Count, rows.Count)
	if rows.Labels != nil {
		accuracy := float64(right) / float64(max(1, p.Examples))
		p.Right, p.Accuracy = &right, &accuracy
	}
	return p
}
