package process

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"syscall"
	"time"

	"go.uber.org/zap"
)

// watch reads what the supervisor sends until it is gone, makes sure that
// nothing of the worker is left, and closes done.
func (w *Worker) watch(output, reports *os.File, started chan<- report) {
	defer output.Close()
	defer reports.Close()
	read := make(chan struct{})
	go func() {
		defer close(read)
		readLines(output, w.spec.Stdout)
	}()
	last := readReports(reports, started)
	<-read
	err := w.cmd.Wait()
	exit := Exit{Code: last.Code, Signal: syscall.Signal(last.Signal), At: time.Now()}
	switch {
	case last.Error != "":
		exit = Exit{Code: -1, At: time.Now(), Err: errors.New(last.Error)}
	case !last.Exited:
		killUntilGone(EnvWorker, w.id)
		exit = Exit{Code: -1, At: time.Now(), Err: fmt.Errorf("supervisor lost: %w", orLost(err))}
		w.log.Warn("supervisor lost, its worker killed", zap.Strings("argv", w.spec.Argv[:1]), zap.Error(exit.Err))
	}
	w.closing.Lock()
	w.commands.Close()
	w.closing.Unlock()
	w.exit = exit
	close(w.done)
}

func orLost(err error) error {
	if err == nil {
		return errors.New("it ended without a report")
	}
	return err
}

// readReports hands on the first report and returns the last.
func readReports(r io.Reader, started chan<- report) (last report) {
	defer close(started)
	decoder := json.NewDecoder(r)
	for first := true; ; first = false {
		var next report
		if err := decoder.Decode(&next); err != nil {
			return last
		}
		if first {
			started <- next
		}
		last = next
	}
}

func readLines(r io.Reader, each func([]byte)) {
	reader := bufio.NewReaderSize(r, 16<<10)
	for {
		line, _, err := readLine(reader, MaxLineBytes)
		if err != nil {
			return
		}
		if each != nil {
			each(line)
		}
	}
}

// pipeSet opens pipes and remembers which ends are the supervisor's.
type pipeSet struct {
	child, own []*os.File
	err        error
}

// make returns the supervisor's end and ours; ours reads if so asked.
func (p *pipeSet) make(ownReads bool) (child, own *os.File) {
	if p.err != nil {
		return nil, nil
	}
	read, write, err := os.Pipe()
	if err != nil {
		p.err = fmt.Errorf("pipe: %w", err)
		return nil, nil
	}
	child, own = read, write
	if ownReads {
		child, own = write, read
	}
	p.child, p.own = append(p.child, child), append(p.own, own)
	return child, own
}

func (p *pipeSet) closeChildEnds() { closeAll(p.child) }
func (p *pipeSet) closeOwnEnds()   { closeAll(p.own) }

func closeAll(files []*os.File) {
	for _, f := range files {
		f.Close()
	}
}
