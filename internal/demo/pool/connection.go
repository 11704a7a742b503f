package pool

import (
	"context"
	"errors"
	"fmt"
	"net"
	"slices"
	"strings"
	"time"
	"unicode"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/miner/stratum"
)

const (
	writeTimeout  = 10 * time.Second
	maxSharesJob  = 1 << 16 // remembered per job, against duplicates
	maxBadInARow  = 64      // refused shares until the connection is closed
	maxName       = 128     // bytes of a wallet or worker
	codeRefused   = -1
	defaultWorker = "default"
	statusOK      = "OK"
	statusAlive   = "KEEPALIVED"
)

// connection is one miner, owned by the goroutine in handle.
//
//	connected --login--> working --bad line, silence, end--> closed
type connection struct {
	pool     *Pool
	conn     net.Conn
	number   uint32
	id       string // "" until the login
	login    login
	template *template
	jobs     map[string]*job // of the present template
	jobCount uint32
	current  *job
	badInRow int

	difficulty uint64
	shares     int       // since retargeted
	retargeted time.Time // of the last change of difficulty
}

// handle serves one miner until it leaves, misbehaves or ctx ends.
func (p *Pool) handle(ctx context.Context, conn net.Conn) {
	ctx, cancel := context.WithCancel(ctx)
	c := &connection{pool: p, conn: conn, number: p.nextConn.Add(1), difficulty: p.options.Difficulty}
	lines, done := make(chan []byte), make(chan struct{})
	var readErr error
	go func() {
		defer close(done)
		readErr = c.read(ctx, lines)
	}()
	err := c.serve(ctx, lines, done)
	cancel()
	conn.Close()
	<-done
	if c.id != "" {
		p.book.close(c.login)
	}
	p.options.Log.Debug("miner left", zap.String("worker", c.login.worker), zap.Error(errors.Join(err, readErr)))
}

// read passes lines on. The deadline moves with every line.
func (c *connection) read(ctx context.Context, lines chan<- []byte) error {
	scanner := NewScanner(c.conn)
	timeout := c.pool.options.LoginTimeout
	for {
		if err := c.conn.SetReadDeadline(time.Now().Add(timeout)); err != nil {
			return err
		}
		if !scanner.Scan() {
			return scanner.Err()
		}
		timeout = c.pool.options.IdleTimeout
		select {
		case lines <- slices.Clone(scanner.Bytes()):
		case <-ctx.Done():
			return nil
		}
	}
}

// serve owns the connection's state. The first line must be a login.
func (c *connection) serve(ctx context.Context, lines <-chan []byte, gone <-chan struct{}) error {
	var replaced <-chan struct{} // nil until the login
	retarget := time.NewTicker(c.pool.options.RetargetEvery)
	defer retarget.Stop()
	for {
		var err error
		select {
		case <-ctx.Done():
			return nil
		case <-gone:
			return nil
		case line := <-lines:
			err = c.receive(line)
		case <-replaced:
			err = c.notify(true)
		case now := <-retarget.C:
			err = c.retarget(now)
		}
		if err != nil {
			return err
		}
		if c.template != nil {
			replaced = c.template.replaced
		}
	}
}

func (c *connection) receive(line []byte) error {
	msg, err := stratum.Decode(line)
	if err != nil {
		return err
	}
	if msg.ID == nil {
		return fmt.Errorf("request %q has no id", msg.Method)
	}
	if c.id == "" && msg.Method != stratum.MethodLogin {
		return fmt.Errorf("%q before login", msg.Method)
	}
	switch msg.Method {
	case stratum.MethodLogin:
		return c.logIn(*msg.ID, msg)
	case stratum.MethodSubmit:
		return c.submit(*msg.ID, msg)
	case stratum.MethodKeepalive:
		return c.write(Reply(*msg.ID, stratum.StatusResult{Status: statusAlive}))
	}
	return c.write(Refuse(*msg.ID, codeRefused, "Unsupported method"))
}

func (c *connection) logIn(id int64, msg stratum.Message) error {
	if c.id != "" {
		return errors.New("second login")
	}
	params, err := stratum.DecodeParams[stratum.LoginParams](msg.Params)
	if err != nil {
		return err
	}
	algorithm := c.pool.algorithm.Name()
	who, err := parseLogin(params)
	if err == nil && len(params.Algo) > 0 && !slices.Contains(params.Algo, algorithm) {
		err = fmt.Errorf("this pool's algorithm is %s", algorithm)
	}
	if err == nil {
		err = c.pool.book.open(who)
	}
	if err != nil {
		return errors.Join(err, c.write(Refuse(id, codeRefused, err.Error())))
	}
	c.login, c.id, c.retargeted = who, fmt.Sprintf("%08x", c.number), time.Now()
	c.issue()
	return c.write(Reply(id, stratum.LoginResult{
		ID: stratum.Name(c.id), Job: new(c.current.wire(c)), Extensions: []string{"algo", "keepalive"}, Status: statusOK,
	}))
}

// parseLogin finds the wallet and the worker: XMRig sends the worker as rigid,
// others as wallet.worker.
func parseLogin(p stratum.LoginParams) (login, error) {
	wallet, worker, _ := strings.Cut(p.Login, ".")
	if p.RigID != "" {
		worker = p.RigID
	}
	if worker == "" {
		worker = defaultWorker
	}
	for _, name := range []string{wallet, worker} {
		if name == "" || len(name) > maxName || strings.ContainsFunc(name, odd) {
			return login{}, fmt.Errorf("login: wallet and worker must be 1 to %d printable ASCII characters", maxName)
		}
	}
	return login{wallet, worker}, nil
}

func odd(r rune) bool { return r > unicode.MaxASCII || !unicode.IsGraphic(r) || unicode.IsSpace(r) }

func (c *connection) write(line []byte, err error) error {
	if err != nil {
		return err
	}
	if err := c.conn.SetWriteDeadline(time.Now().Add(writeTimeout)); err != nil {
		return err
	}
	_, err = c.conn.Write(line)
	return err
}
