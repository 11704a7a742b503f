package deploy_test

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
)

// record writes what Prometheus would have stored of the rigs: their metrics, with the labels and
// the series `up` that the scrape adds. Its form is OpenMetrics, as promtool reads it.
func record(t *testing.T, dir string, rigs ...*fakeRig) {
	t.Helper()
	file := filepath.Join(dir, "recording")
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	out := bufio.NewWriterSize(f, 1<<20)
	for _, r := range rigs {
		registry := prometheus.NewRegistry()
		registry.MustRegister(httpapi.NewCollector(r))
		for ; r.age <= recorded; r.age += scrapes {
			up := 1
			if r.has("GpuarbiterDown") {
				up = 0
			} else {
				scrape(t, out, registry, r)
			}
			fmt.Fprintf(out, "up{instance=%q,job=\"gpuarbiter\"} %d %d\n", r.instance, up, r.now().Unix())
		}
	}
	fmt.Fprintln(out, "# EOF")
	if err := cmp.Or(out.Flush(), f.Close()); err != nil {
		t.Fatal(err)
	}
	// Without a duration promtool makes a block of each two hours, and reads the file again for each.
	tool := exec.Command("promtool", "tsdb", "create-blocks-from", "openmetrics", "--quiet", "--max-block-duration=54h", file, filepath.Join(dir, "data"))
	if out, err := tool.CombinedOutput(); err != nil {
		t.Fatalf("promtool: %v\n%s", err, out)
	}
}

func scrape(t *testing.T, out io.Writer, registry *prometheus.Registry, r *fakeRig) {
	t.Helper()
	families, err := registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range families {
		for _, m := range f.GetMetric() {
			fmt.Fprintf(out, "%s{instance=%q,job=\"gpuarbiter\"", f.GetName(), r.instance)
			for _, l := range m.GetLabel() {
				fmt.Fprintf(out, ",%s=%q", l.GetName(), l.GetValue())
			}
			v := m.GetGauge().GetValue() + m.GetCounter().GetValue() // it is one of the two
			fmt.Fprintf(out, "} %s %d\n", strconv.FormatFloat(v, 'g', -1, 64), r.now().Unix())
		}
	}
}

// server is a Prometheus that runs.
type server struct{ address string }

// serve starts Prometheus with the shipped configuration on the recording in dir, and waits until it
// is ready. It ends with the test.
func serve(t *testing.T, dir, daemon string) server {
	t.Helper()
	// Only the rig's address and the pace are the test's.
	config := strings.NewReplacer("127.0.0.1:9820", daemon, ": 15s", ": 1s", ": 10s", ": 1s").Replace(read(t, "prometheus/prometheus.yml"))
	for name, text := range map[string]string{"prometheus.yml": config, "alerts.yml": read(t, alertsFile)} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s := server{freeAddress(t)}
	cmd := exec.Command("prometheus", "--config.file="+filepath.Join(dir, "prometheus.yml"), "--storage.tsdb.path="+filepath.Join(dir, "data"),
		"--web.listen-address="+s.address, "--log.level=warn",
		// A series that a scrape does not bring any more ends at once. Blocks cannot say so;
		// instead, no sample counts for longer than until the next scrape.
		"--query.lookback-delta="+(scrapes-time.Second).String())
	ended := start(t, cmd)
	soon(t, "Prometheus is ready", func() bool {
		select {
		case <-ended:
			t.Fatal("Prometheus has ended")
		default:
		}
		res, err := http.Get("http://" + s.address + "/-/ready")
		if err != nil {
			return false
		}
		_ = res.Body.Close()
		return res.StatusCode == http.StatusOK
	})
	return s
}

// start runs a program until the test ends, or till the test itself is killed.
func start(t *testing.T, cmd *exec.Cmd) (ended <-chan struct{}) {
	t.Helper()
	var log bytes.Buffer // read only when the program has ended
	cmd.Stdout, cmd.Stderr = &log, &log
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	started, done := make(chan error, 1), make(chan struct{})
	go func() {
		// Pdeathsig is sent when the thread ends that started the program.
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		defer close(done)
		err := cmd.Start()
		started <- err
		if err == nil {
			_ = cmd.Wait() // it is killed
		}
	}()
	if err := <-started; err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill() // it fails on a program that has ended
		<-done
		if t.Failed() {
			t.Logf("%s said:\n%s", cmd.Path, log.String())
		}
	})
	return done
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close() //nolint:errcheck // nobody has called
	return l.Addr().String()
}

func soon(t *testing.T, what string, is func() bool) {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); !is(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("not within a minute: %s", what)
		}
	}
}

// series is one line of an answer; at is in unix seconds.
type series struct {
	labels map[string]string
	at     []int64
	values []float64
}

// ask calls Prometheus' interface; what it refuses is an error.
func (s server) ask(path string, form url.Values, data any) error {
	res, err := http.Get("http://" + s.address + "/api/v1/" + path + "?" + form.Encode())
	if err != nil {
		return err
	}
	defer res.Body.Close() //nolint:errcheck // it is read
	answer := struct {
		Error string `json:"error"`
		Data  any    `json:"data"`
	}{Data: data}
	if err := json.NewDecoder(res.Body).Decode(&answer); err != nil {
		return fmt.Errorf("%s: %w", res.Status, err)
	}
	if answer.Error != "" {
		return errors.New(answer.Error)
	}
	return nil
}

// between evaluates an expression at every step; from and to may be the same.
func (s server) between(expr string, from, to time.Time, step time.Duration) ([]series, error) {
	var data struct {
		Result []struct {
			Metric map[string]string `json:"metric"`
			Values [][2]any          `json:"values"`
		} `json:"result"`
	}
	seconds := func(t time.Time) string { return strconv.FormatInt(t.Unix(), 10) }
	form := url.Values{"query": {expr}, "start": {seconds(from)}, "end": {seconds(to)}, "step": {step.String()}}
	if err := s.ask("query_range", form, &data); err != nil {
		return nil, err
	}
	var all []series
	for _, r := range data.Result {
		one := series{labels: r.Metric}
		for _, sample := range r.Values {
			at, _ := sample[0].(float64)
			text, _ := sample[1].(string)
			v, err := strconv.ParseFloat(text, 64)
			if err != nil {
				return nil, err
			}
			if v-v == 0 { // NaN and infinity are no data
				one.at, one.values = append(one.at, int64(at)), append(one.values, v)
			}
		}
		if len(one.at) > 0 {
			all = append(all, one)
		}
	}
	return all, nil
}
