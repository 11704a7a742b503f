package app

import (
	"fmt"
	"net"
	"os"

	"go.uber.org/zap"
	"golang.org/x/sys/unix"

	"github.com/gpuarbiter/gpuarbiter/pkg/process"
)

// guarded is the control socket, closed to workers. They run under the daemon's
// user, for whom the socket is, and before its version 9 Landlock does not keep
// them from sockets that are files.
type guarded struct {
	net.Listener
	log *zap.Logger
}

// Accept gives the next connection that no worker has made.
func (g guarded) Accept() (net.Conn, error) {
	for {
		conn, err := g.Listener.Accept()
		if err != nil {
			return nil, err
		}
		if err = NotFromWorker(conn); err == nil {
			return conn, nil
		}
		g.log.Warn("a worker, or who cannot be known, was refused at the control socket", zap.Error(err))
		conn.Close()
	}
}

// NotFromWorker reports why a connection over a socket that is a file is refused: a worker has
// made it, or it cannot be known who has. A worker has the daemon's user; root, who sees all
// processes, asks for those of every user. Who has no number here is in a container that is no
// worker's.
func NotFromWorker(conn net.Conn) error {
	peer, err := peerOf(conn)
	if err != nil {
		return err
	}
	ours := int(peer.Uid) == os.Geteuid() || os.Geteuid() == 0
	if ours && peer.Pid > 0 && process.FromWorker(int(peer.Pid)) {
		return fmt.Errorf("process %d is a worker's", peer.Pid)
	}
	return nil
}

// peerOf is who was at the other end when it connected.
func peerOf(conn net.Conn) (cred *unix.Ucred, err error) {
	raw, err := conn.(*net.UnixConn).SyscallConn()
	if err != nil {
		return nil, err
	}
	var inner error
	err = raw.Control(func(fd uintptr) {
		cred, inner = unix.GetsockoptUcred(int(fd), unix.SOL_SOCKET, unix.SO_PEERCRED)
	})
	if err == nil {
		err = inner
	}
	return cred, err
}
