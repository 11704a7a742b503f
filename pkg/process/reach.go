package process

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/netip"
	"os"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// In a network of its own a worker reaches nobody. Where it may reach some addresses, the
// process that becomes the worker listens there, in the worker's network, and hands the
// sockets to the supervisor, which stays in the machine's: it takes each connection and
// makes the one to the true address. Names lead to the listeners by /etc/hosts. What is said
// passes unchanged, TLS too.

// doorFD is the descriptor over which the listeners are handed to the supervisor.
const doorFD = 4

const (
	maxReach    = 16
	maxRelayed  = 32 // connections at once
	dialTimeout = 15 * time.Second
)

// address is one that may be reached.
type address struct{ host, port string }

func (r *Room) addresses() (all []address, err error) {
	if r.AllNetwork {
		return nil, nil
	}
	if len(r.Reach) > maxReach {
		return nil, fmt.Errorf("%d addresses are to be reached, more than %d", len(r.Reach), maxReach)
	}
	for _, hostPort := range r.Reach {
		host, port, err := net.SplitHostPort(hostPort)
		if err != nil {
			return nil, err
		}
		if ip, err := netip.ParseAddr(host); err == nil && !ip.Is4() {
			return nil, fmt.Errorf("%s: of addresses in numbers only IPv4 can be reached from a room; give the host a name", hostPort)
		}
		if strings.ContainsAny(host, " \t\n#") {
			return nil, fmt.Errorf("%q is not the name of a host", host)
		}
		all = append(all, address{host, port})
	}
	return all, nil
}

// names makes the reachable hosts' names known in the room.
func (r *Room) names() error {
	all, err := r.addresses()
	if err != nil || r.AllNetwork {
		return err
	}
	text := "127.0.0.1 localhost\n::1 localhost\n"
	for _, a := range all {
		if _, err := netip.ParseAddr(a.host); err != nil {
			text += "127.0.0.1 " + a.host + "\n"
		}
	}
	const hosts = "/etc/hosts"
	own := roomNew + "/.hosts"
	if err := os.WriteFile(own, []byte(text), 0o644); err != nil {
		return err
	}
	if _, err := os.Stat(roomNew + hosts); err != nil {
		return fmt.Errorf("the machine has no %s: %w", hosts, err)
	}
	return bind(own, roomNew+hosts, true)
}

// listen opens the worker's side of what may be reached, in its network, and hands it over.
func (r *Room) listen() error {
	all, err := r.addresses()
	if err != nil || r.AllNetwork {
		return err
	}
	if err := linkUp("lo"); err != nil {
		return fmt.Errorf("room's network: %w", err)
	}
	if len(all) == 0 {
		return nil
	}
	var fds []int
	for i, a := range all {
		if ip, err := netip.ParseAddr(a.host); err == nil && !ip.IsLoopback() {
			if err := addAddress(fmt.Sprintf("lo:%d", i+1), ip); err != nil {
				return fmt.Errorf("room's network: %s: %w", a.host, err)
			}
		}
		l, err := net.Listen("tcp4", net.JoinHostPort("0.0.0.0", a.port))
		if err != nil {
			return fmt.Errorf("room's network: %w", err)
		}
		file, err := l.(*net.TCPListener).File()
		if err != nil {
			return err
		}
		defer file.Close()
		defer l.Close()
		fds = append(fds, int(file.Fd()))
	}
	return unix.Sendmsg(doorFD, []byte{byte(len(fds))}, unix.UnixRights(fds...), nil, 0)
}

// ioctl asks something of a network interface.
func ioctl(request uint, name string, fill func(*unix.Ifreq) error) error {
	r, err := unix.NewIfreq(name)
	if err != nil {
		return err
	}
	if err := fill(r); err != nil {
		return err
	}
	s, err := unix.Socket(unix.AF_INET, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return err
	}
	defer unix.Close(s)
	return unix.IoctlIfreq(s, request, r)
}

func linkUp(name string) error {
	return ioctl(unix.SIOCSIFFLAGS, name, func(r *unix.Ifreq) error { r.SetUint16(unix.IFF_UP); return nil })
}

func addAddress(name string, ip netip.Addr) error {
	return ioctl(unix.SIOCSIFADDR, name, func(r *unix.Ifreq) error { return r.SetInet4Addr(ip.AsSlice()) })
}

// door is the pair of sockets over which a room's listeners are handed out: the supervisor's
// end and that of the process that enters. The zero value is for a worker without a room.
type door struct{ out, in int }

func openDoor(r *Room) (door, error) {
	if r == nil {
		return door{}, nil
	}
	if _, err := r.addresses(); err != nil {
		return door{}, err
	}
	ends, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_SEQPACKET|unix.SOCK_CLOEXEC, 0)
	return door{ends[0], ends[1]}, err
}

// inside is what the entering process gets, as doorFD.
func (d door) inside() []uintptr {
	if d == (door{}) {
		return nil
	}
	return []uintptr{uintptr(d.in)}
}

func (d door) close() {
	if d != (door{}) {
		unix.Close(d.out)
		unix.Close(d.in)
	}
}

// relay serves the listeners that the entered process has handed out.
func (d door) relay(r *Room) error {
	if r == nil {
		return nil
	}
	all, err := r.addresses()
	if err != nil || len(all) == 0 {
		return err
	}
	oob := make([]byte, unix.CmsgSpace(4*maxReach))
	_, n, _, _, err := unix.Recvmsg(d.out, make([]byte, 1), oob, unix.MSG_CMSG_CLOEXEC|unix.MSG_DONTWAIT)
	if err != nil {
		return fmt.Errorf("room's network: %w", err)
	}
	messages, err := unix.ParseSocketControlMessage(oob[:n])
	if err != nil || len(messages) != 1 {
		return errors.Join(errors.New("room's network: no listeners"), err)
	}
	fds, err := unix.ParseUnixRights(&messages[0])
	if err != nil || len(fds) != len(all) {
		return errors.Join(fmt.Errorf("room's network: %d listeners of %d", len(fds), len(all)), err)
	}
	slots := make(chan struct{}, maxRelayed)
	for i, fd := range fds {
		file := os.NewFile(uintptr(fd), "listener")
		l, err := net.FileListener(file)
		file.Close()
		if err != nil {
			return fmt.Errorf("room's network: %w", err)
		}
		go accept(l, net.JoinHostPort(all[i].host, all[i].port), slots)
	}
	return nil
}

// accept passes on connections until the process ends, which is the worker's end.
func accept(l net.Listener, to string, slots chan struct{}) {
	for {
		slots <- struct{}{}
		c, err := l.Accept()
		if err != nil {
			<-slots
			if errors.Is(err, net.ErrClosed) {
				return
			}
			time.Sleep(100 * time.Millisecond)
			continue
		}
		go func() {
			defer func() { <-slots }()
			pass(c, to)
		}()
	}
}

// pass makes the connection to the true address, and copies both ways until either side ends.
func pass(c net.Conn, to string) {
	defer c.Close()
	out, err := net.DialTimeout("tcp", to, dialTimeout)
	if err != nil {
		return // the worker sees its connection close, and says so
	}
	defer out.Close()
	done := make(chan struct{}, 2)
	for _, way := range []struct{ to, from net.Conn }{{out, c}, {c, out}} {
		go func() {
			_, _ = io.Copy(way.to, way.from)
			done <- struct{}{}
		}()
	}
	<-done
}
