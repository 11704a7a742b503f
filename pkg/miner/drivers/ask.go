package drivers

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"

	"github.com/gpuarbiter/gpuarbiter/pkg/page"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

const (
	maxTail = 1 << 18 // bytes of a log
	patient = 5 * time.Second
	silence = 3 * time.Minute // after which a log, or a file, counts as silent
)

// Place is where a running miner is found.
type Place struct {
	Vars
	Log     string // the path of what it prints
	LogFrom int64  // where that begins: before it are earlier workers' words
	// Run runs a program to its end and gives what it has printed; nil: none can be run.
	Run func(ctx context.Context, argv []string) ([]byte, error)
}

// Ask asks a running miner.
func (p *Page) Ask(ctx context.Context, at Place) (Answer, error) {
	ctx, cancel := context.WithTimeout(ctx, patient)
	defer cancel()
	switch p.API.Kind {
	case HTTP:
		return p.askHTTP(ctx, at)
	case TCP:
		return p.askTCP(ctx, at)
	case File:
		return p.readFile(ctx, at)
	case Program:
		return p.runCommand(ctx, at)
	}
	return p.readLog(ctx, at)
}

func (v Vars) api() string { return net.JoinHostPort("127.0.0.1", strconv.Itoa(v.APIPort)) }

// askHTTP tries one path after the other, as long as somebody answers whom it does not
// understand.
func (p *Page) askHTTP(ctx context.Context, at Place) (a Answer, err error) {
	var first error
	for _, t := range p.API.Paths {
		path, err := t.Render(at.Vars)
		if err != nil {
			return Answer{}, err
		}
		var a Answer
		raw, err := p.get(ctx, "http://"+at.api()+path, at.Vars)
		if err == nil {
			a, err = p.Understand(ctx, raw, at.Algorithm)
		}
		if err == nil {
			return a, nil
		}
		if first == nil {
			first = fmt.Errorf("%s api %s%s: %w", p.Name, at.api(), path, err)
		}
		if !errors.Is(err, page.ErrUnreadable) { // nobody answers: the other paths would not either
			break
		}
	}
	return Answer{}, first
}

// get fetches a path's answer, with the page's headers.
func (p *Page) get(ctx context.Context, url string, v Vars) ([]byte, error) {
	headers := http.Header{}
	for name, t := range p.API.Headers {
		value, err := t.Render(v)
		if err != nil {
			return nil, err
		}
		headers.Set(name, value)
	}
	return page.Fetch(ctx, url, headers)
}

// askTCP sends a line and reads until the answer is whole, for some miners keep the
// connection open, and some never end the answer but with a zero byte.
func (p *Page) askTCP(ctx context.Context, at Place) (Answer, error) {
	request, err := p.API.Request.Render(at.Vars)
	if err != nil {
		return Answer{}, err
	}
	wrap := func(err error) error { return fmt.Errorf("%s api %s: %w", p.Name, at.api(), err) }
	var dialer net.Dialer
	c, err := dialer.DialContext(ctx, "tcp", at.api())
	if err != nil {
		return Answer{}, wrap(err)
	}
	defer c.Close()
	deadline, _ := ctx.Deadline()
	if err := c.SetDeadline(deadline); err != nil {
		return Answer{}, wrap(err)
	}
	if _, err := io.WriteString(c, request+"\n"); err != nil {
		return Answer{}, wrap(err)
	}
	raw, err := readAnswer(io.LimitReader(c, page.MaxBody), p.API.Format)
	if len(raw) == 0 && err != nil {
		return Answer{}, wrap(err)
	}
	a, err := p.Understand(ctx, raw, at.Algorithm)
	if err != nil {
		return Answer{}, wrap(err)
	}
	return a, nil
}

func readAnswer(r io.Reader, f page.Format) ([]byte, error) {
	var all bytes.Buffer
	if f == page.JSON {
		err := json.NewDecoder(io.TeeReader(r, &all)).Decode(new(json.RawMessage))
		return all.Bytes(), err
	}
	part := make([]byte, 4096)
	for {
		n, err := r.Read(part)
		all.Write(part[:n])
		if err != nil || bytes.IndexByte(part[:n], 0) >= 0 {
			return all.Bytes(), err
		}
	}
}

// readFile reads an answer that the miner writes to a file in its folder.
func (p *Page) readFile(ctx context.Context, at Place) (Answer, error) {
	name, err := p.API.File.Render(at.Vars)
	if err != nil {
		return Answer{}, err
	}
	if name != filepath.Base(name) {
		return Answer{}, fmt.Errorf("%s: file %q is not in its folder", p.Name, name)
	}
	path := filepath.Join(at.WorkDir, name)
	info, err := os.Lstat(path)
	if err != nil {
		return Answer{}, err
	}
	if quiet := time.Since(info.ModTime()); quiet > silence {
		return Answer{}, fmt.Errorf("%s has not been written for %s", path, quiet.Round(time.Second))
	}
	raw, err := plain.ReadFile(path, unix.O_NOFOLLOW, page.MaxBody)
	if err != nil {
		return Answer{}, err
	}
	return p.Understand(ctx, raw, at.Algorithm)
}

// runCommand reads what a program prints about the miner.
func (p *Page) runCommand(ctx context.Context, at Place) (Answer, error) {
	argv := make([]string, len(p.API.Command))
	for i, t := range p.API.Command {
		var err error
		if argv[i], err = t.Render(at.Vars); err != nil {
			return Answer{}, err
		}
	}
	if at.Run == nil {
		return Answer{}, fmt.Errorf("%s: nothing can run %q here", p.Name, argv[0])
	}
	raw, err := at.Run(ctx, argv)
	if err != nil {
		return Answer{}, fmt.Errorf("%s: %s: %w", p.Name, argv[0], err)
	}
	if len(raw) > page.MaxBody {
		return Answer{}, fmt.Errorf("%s: %s: the answer is longer than %d bytes: %w", p.Name, argv[0], page.MaxBody, page.ErrUnreadable)
	}
	return p.Understand(ctx, raw, at.Algorithm)
}

// readLog takes what the lines of its log say: of each named group the latest.
func (p *Page) readLog(ctx context.Context, at Place) (Answer, error) {
	file, info, err := plain.OpenFile(at.Log, unix.O_NOFOLLOW)
	if err != nil {
		return Answer{}, err
	}
	defer file.Close()
	from := at.LogFrom
	if from > info.Size() { // it was begun anew
		from = 0
	}
	text, err := io.ReadAll(io.NewSectionReader(file, max(info.Size()-maxTail, from), maxTail))
	if err != nil {
		return Answer{}, err
	}
	if quiet := time.Since(info.ModTime()); quiet > silence && len(text) > 0 {
		return Answer{}, fmt.Errorf("its log has been silent for %s", quiet.Round(time.Second))
	}
	if len(text) == 0 {
		return Answer{}, errors.New("its log is empty")
	}
	return p.UnderstandLog(ctx, text, at.Algorithm)
}

// UnderstandLog reads what a miner has printed.
func (p *Page) UnderstandLog(ctx context.Context, text []byte, algorithm string) (Answer, error) {
	found := map[string]any{}
	for line := range strings.Lines(string(text)) {
		for _, pattern := range p.API.Lines {
			groups := pattern.FindStringSubmatch(line)
			for i, name := range pattern.SubexpNames() {
				if name != "" && groups != nil && groups[i] != "" {
					found[name] = groups[i]
				}
			}
		}
	}
	raw, err := json.Marshal(found)
	if err != nil {
		return Answer{}, err
	}
	return p.Understand(ctx, raw, algorithm)
}
