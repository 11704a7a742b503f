package process

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

// Environment variables by which processes are recognised in the process table.
const (
	// EnvOwner holds, in every worker, the id of the state directory it works for.
	EnvOwner = "GPUARBITER_OWNER"
	// EnvWorker holds, in every worker and what it started, an id of that one worker.
	EnvWorker = "GPUARBITER_WORKER"
	// EnvSupervisor holds, in every supervisor, the id of the state directory.
	EnvSupervisor = "GPUARBITER_SUPERVISOR"
	// EnvDevices names the devices that a process sees, by UUID.
	EnvDevices = "CUDA_VISIBLE_DEVICES"
)

// Commands on the supervisor's stdin, after the spec.
const (
	commandStop = "stop"
	commandKill = "kill"
)

const (
	maxSpecBytes       = 8 << 20 // Linux allows some 2 MiB of argv and environment
	defaultGrace       = 10 * time.Second
	maxGrace           = 24 * time.Hour
	defaultOrphanGrace = 3 * time.Second
	// maxOrphanGrace leaves a second for the kill: no worker may outlive the
	// daemon by more than five.
	maxOrphanGrace     = 4 * time.Second
	defaultLogMaxBytes = 8 << 20
)

// wireSpec is the first line on the supervisor's stdin.
type wireSpec struct {
	Argv          []string `json:"argv"`
	Env           []string `json:"env"`
	Dir           string   `json:"dir,omitempty"`
	GraceMS       int64    `json:"grace_ms"`
	OrphanGraceMS int64    `json:"orphan_grace_ms"`
	LogPath       string   `json:"log_path,omitempty"`
	LogStdout     bool     `json:"log_stdout,omitempty"`
	LogMaxBytes   int64    `json:"log_max_bytes,omitempty"`
	// ReportFD is the descriptor for reports; 0 means none.
	ReportFD int `json:"report_fd,omitempty"`
	// Read, Write and Hidden are Spec's ReadPaths and WritePaths, and Config's Hidden.
	Read   []string `json:"read,omitempty"`
	Write  []string `json:"write,omitempty"`
	Hidden []string `json:"hidden,omitempty"`
	Room   *Room    `json:"room,omitempty"`
	// Enter is for a process that becomes the worker: see enter.go. Path is the
	// worker's program then.
	Enter bool   `json:"enter,omitempty"`
	Path  string `json:"path,omitempty"`
}

// report is one line on the report descriptor: the child's id, then its end,
// or the reason why it could not be started.
type report struct {
	ChildPID int    `json:"child_pid,omitempty"`
	Exited   bool   `json:"exited,omitempty"`
	Code     int    `json:"code,omitempty"`
	Signal   int    `json:"signal,omitempty"`
	Error    string `json:"error,omitempty"`
}

// readSpec reads and checks the spec line.
func readSpec(r *bufio.Reader) (wireSpec, error) {
	var spec wireSpec
	line, cut, err := readLine(r, maxSpecBytes)
	if err != nil {
		return spec, fmt.Errorf("worker spec: %w", err)
	}
	if cut {
		return spec, fmt.Errorf("worker spec: longer than %d bytes", maxSpecBytes)
	}
	if err := json.Unmarshal(line, &spec); err != nil {
		return spec, fmt.Errorf("worker spec: %w", err)
	}
	return spec, spec.check()
}

func (s *wireSpec) check() error {
	switch {
	case len(s.Argv) == 0 || s.Argv[0] == "":
		return errors.New("worker spec: argv is empty")
	case s.GraceMS < 0 || s.GraceMS > maxGrace.Milliseconds():
		return fmt.Errorf("worker spec: grace_ms %d is outside 0..%d", s.GraceMS, maxGrace.Milliseconds())
	case s.OrphanGraceMS < 0 || s.OrphanGraceMS > maxOrphanGrace.Milliseconds():
		return fmt.Errorf("worker spec: orphan_grace_ms %d is outside 0..%d", s.OrphanGraceMS, maxOrphanGrace.Milliseconds())
	case s.LogMaxBytes < 0:
		return fmt.Errorf("worker spec: log_max_bytes %d is negative", s.LogMaxBytes)
	case s.ReportFD < 0 || s.ReportFD == 1 || s.ReportFD == 2:
		return fmt.Errorf("worker spec: report_fd %d cannot carry reports", s.ReportFD)
	}
	for _, text := range slices.Concat([]string{s.Dir, s.LogPath, s.Path}, s.Argv, s.Env, s.Read, s.Write, s.Hidden) {
		if strings.ContainsRune(text, 0) {
			return fmt.Errorf("worker spec: %q holds a zero byte", text)
		}
	}
	return nil
}

// readLine returns the next line without its end. Of a line longer than limit
// it keeps the first limit bytes and says so. A last line without an end counts
// as a line; after it the error is io.EOF.
func readLine(r *bufio.Reader, limit int) (line []byte, cut bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if err == nil {
			part = part[:len(part)-1]
		}
		if room := limit - len(line); len(part) > room {
			part, cut = part[:room], true
		}
		line = append(line, part...)
		switch {
		case err == nil:
			return line, cut, nil
		case errors.Is(err, bufio.ErrBufferFull):
		case errors.Is(err, io.EOF) && len(line) > 0:
			return line, cut, nil
		default:
			return nil, false, err
		}
	}
}
