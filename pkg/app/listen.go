package app

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"slices"
	"syscall"
	"time"

	"github.com/coreos/go-systemd/v22/daemon"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
)

// listen opens the control socket and the HTTP address.
func (a *App) listen() error {
	web := webConfig(a.cfg.HTTP.WebConfig)
	logins, err := web.check()
	if err != nil {
		return err
	}
	if a.cfg.HTTP.PublicListen() && !logins {
		a.warn("http.listen %s can be reached from other machines; it has no password", a.cfg.HTTP.Listen)
	}
	handler := httpapi.Handler(a)
	control := httpapi.Control(a.store, a, handler)
	socket := a.cfg.Control.Socket
	if err := clearSocket(socket); err != nil {
		return hint(fmt.Errorf("control.socket: %w", err), "name another path; it must be the daemon's alone")
	}
	old := syscall.Umask(0o177) // from its first moment no more than the owner's
	listener, err := net.Listen("unix", socket)
	syscall.Umask(old)
	if err != nil {
		return hint(fmt.Errorf("control.socket: %w", err), "name a path of at most 107 bytes in a folder that this user can write to")
	}
	a.serve("control socket", guarded{listener, a.log}, control, "")
	if err := os.Chmod(socket, os.FileMode(a.cfg.Control.Mode)); err != nil {
		return fmt.Errorf("control.socket: %w", err)
	}
	if a.cfg.HTTP.Listen == "" {
		return nil
	}
	l, err := net.Listen("tcp", a.cfg.HTTP.Listen)
	if err != nil {
		return hint(fmt.Errorf("http.listen: %w", err), "another program uses the address, or it is not this machine's; name another one")
	}
	names := slices.Clone(a.cfg.HTTP.Hosts)
	if name, err := os.Hostname(); err == nil {
		names = append(names, name)
	}
	if host, _, err := net.SplitHostPort(a.cfg.HTTP.Listen); err == nil {
		names = append(names, host)
	}
	a.serve("http", l, httpapi.Guard(names, web.byLogin(httpapi.Acting(a, a), handler)), web)
	return nil
}

// clearSocket removes the socket that a daemon left which did not end by itself;
// nothing else.
func clearSocket(path string) error {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.Mode()&os.ModeSocket == 0:
		return fmt.Errorf("%s is there and is no socket", path)
	}
	if conn, err := net.Dial("unix", path); err == nil {
		return errors.Join(fmt.Errorf("%s: another process listens there", path), conn.Close())
	}
	return os.Remove(path)
}

func (a *App) serve(name string, l net.Listener, h http.Handler, c webConfig) {
	open, end := context.WithCancel(context.Background()) // pages that are left open end with the server
	server := &http.Server{Handler: h, BaseContext: func(net.Listener) context.Context { return open }, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second, WriteTimeout: 30 * time.Second, MaxHeaderBytes: 1 << 16}
	go func() {
		if err := c.serve(server, l, a.log); err != nil && !errors.Is(err, http.ErrServerClosed) {
			a.log.Error("server", zap.String("name", name), zap.Error(err))
		}
	}()
	a.stops.push(name, func() error {
		end()
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		defer cancel()
		defer l.Close() //nolint:errcheck // the server closes it, unless it has not begun to serve
		if err := server.Shutdown(ctx); err != nil {
			return server.Close()
		}
		return nil
	})
}

// notify tells systemd, where there is one.
func notify(state string) { _, _ = daemon.SdNotify(false, state) }

// watchdogEvery is how often systemd is told that the loop lives: three times
// in the time after which it would end us; 0 where it does not ask for it.
func watchdogEvery() time.Duration {
	limit, err := daemon.SdWatchdogEnabled(false)
	if err != nil {
		return 0
	}
	return limit / 3
}

// beat is called by the loop; it never waits.
func (a *App) beat() {
	select {
	case a.beats <- struct{}{}:
	default:
	}
}

// passBeats passes the loop's beats on. A manager that does not read them holds
// up this goroutine only.
func (a *App) passBeats(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-a.beats:
			notify(daemon.SdNotifyWatchdog)
		}
	}
}
