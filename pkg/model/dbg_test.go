package model_test
import ("testing";"math/rand/v2";"slices";"fmt";"github.com/gpuarbiter/gpuarbiter/pkg/model")
func TestDbg(t *testing.T) {
	for _, conv := range []bool{false,true} {
	bad, sum, lost, n0 := 0, 0, 0.0, 0
	for seed := range uint64(1200) {
		r := rand.New(rand.NewPCG(seed, 1))
		f := floatNet(r, conv)
		features := f.Input.Size()
		data := examples(r, 160, features)
		n, err := model.Quantize(f, data[:100*features])
		if err != nil { t.Fatal(err) }
		e, agree := model.NewEvaluator(n), 0
		for i := 100; i < 160; i++ {
			x := data[i*features : (i+1)*features]
			want := floatLogits(f, x)
			c := slices.Index(want, slices.Max(want))
			d := e.Classify(x)
			if c == d { agree++ }
			lost += (want[c]-want[d])/(slices.Max(want)-slices.Min(want)+1e-30)
		}
		n0++
		sum += agree
		if agree < 48 { bad++ }
	}
	fmt.Printf("conv %v: agree %.3f%%, nets below 80%%: %d, regret %.5f%%\n", conv, 100*float64(sum)/60/float64(n0), bad, 100*lost/60/float64(n0))
	}
}
