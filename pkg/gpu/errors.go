package gpu

import (
	"errors"
	"fmt"
)

var (
	// ErrNoLibrary: the driver's library is not installed, or the driver is not loaded.
	ErrNoLibrary = errors.New("no usable nvidia driver library")
	// ErrNoPermission: the setting needs root.
	ErrNoPermission = errors.New("no permission")
	// ErrUnsupported: this device or driver cannot do it.
	ErrUnsupported = errors.New("not supported")
	// ErrTimeout: the device has not answered in time.
	ErrTimeout = errors.New("device does not answer")
	// ErrLost: the device has fallen off the bus; as a rule only a reboot helps.
	ErrLost = errors.New("device is lost")
	// ErrUnknownDevice: the source has no device of that UUID.
	ErrUnknownDevice = errors.New("unknown device")
)

// ErrDriverTooOld says which function the installed driver lacks. Use errors.As.
type ErrDriverTooOld struct{ Symbol string }

func (e ErrDriverTooOld) Error() string {
	return fmt.Sprintf("nvidia driver too old: it lacks %s", e.Symbol)
}
