//go:build cgo && linux

package nvml

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/NVIDIA/go-nvml/pkg/dl"
	"github.com/NVIDIA/go-nvml/pkg/nvml"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
)

// function is a function of the library with the symbols that may provide it,
// the newest first; go-nvml takes the newest one that is there.
type function []string

var (
	fnInit     = function{"nvmlInit_v2", "nvmlInit"}
	fnShutdown = function{"nvmlShutdown"}
	fnError    = function{"nvmlErrorString"}
	fnCount    = function{"nvmlDeviceGetCount_v2", "nvmlDeviceGetCount"}
	fnHandle   = function{"nvmlDeviceGetHandleByIndex_v2", "nvmlDeviceGetHandleByIndex"}
	fnUUID     = function{"nvmlDeviceGetUUID"}

	fnName            = function{"nvmlDeviceGetName"}
	fnPCI             = function{"nvmlDeviceGetPciInfo_v3", "nvmlDeviceGetPciInfo_v2", "nvmlDeviceGetPciInfo"}
	fnMemory          = function{"nvmlDeviceGetMemoryInfo"}
	fnLimitRange      = function{"nvmlDeviceGetPowerManagementLimitConstraints"}
	fnLimitDefault    = function{"nvmlDeviceGetPowerManagementDefaultLimit"}
	fnLimit           = function{"nvmlDeviceGetPowerManagementLimit"}
	fnSetLimit        = function{"nvmlDeviceSetPowerManagementLimit"}
	fnSerial          = function{"nvmlDeviceGetSerial"}
	fnVBIOS           = function{"nvmlDeviceGetVbiosVersion"}
	fnDriver          = function{"nvmlSystemGetDriverVersion"}
	fnLibrary         = function{"nvmlSystemGetNVMLVersion"}
	fnMIG             = function{"nvmlDeviceGetMigMode"}
	fnMemoryV2        = function{"nvmlDeviceGetMemoryInfo_v2"}
	fnFields          = function{"nvmlDeviceGetFieldValues"}
	fnFans            = function{"nvmlDeviceGetNumFans"}
	fnFan             = function{"nvmlDeviceGetFanSpeed_v2"}
	fnFanPolicy       = function{"nvmlDeviceGetFanControlPolicy_v2"}
	fnSetFan          = function{"nvmlDeviceSetFanSpeed_v2"}
	fnFreeFan         = function{"nvmlDeviceSetDefaultFanSpeed_v2"}
	fnPState          = function{"nvmlDeviceGetPerformanceState"}
	fnPCIeGeneration  = function{"nvmlDeviceGetCurrPcieLinkGeneration"}
	fnPCIeLanes       = function{"nvmlDeviceGetCurrPcieLinkWidth"}
	fnReplays         = function{"nvmlDeviceGetPcieReplayCounter"}
	fnECC             = function{"nvmlDeviceGetTotalEccErrors"}
	fnRemapped        = function{"nvmlDeviceGetRemappedRows"}
	fnRetired         = function{"nvmlDeviceGetRetiredPages"}
	fnLockCore        = function{"nvmlDeviceSetGpuLockedClocks"}
	fnFreeCore        = function{"nvmlDeviceResetGpuLockedClocks"}
	fnLockMemory      = function{"nvmlDeviceSetMemoryLockedClocks"}
	fnFreeMemory      = function{"nvmlDeviceResetMemoryLockedClocks"}
	fnCoreOffset      = function{"nvmlDeviceGetGpcClkVfOffset"}
	fnSetCoreOffset   = function{"nvmlDeviceSetGpcClkVfOffset"}
	fnMemoryOffset    = function{"nvmlDeviceGetMemClkVfOffset"}
	fnSetMemoryOffset = function{"nvmlDeviceSetMemClkVfOffset"}
	fnPower           = function{"nvmlDeviceGetPowerUsage"}
	fnEnergy          = function{"nvmlDeviceGetTotalEnergyConsumption"}
	fnTemperature     = function{"nvmlDeviceGetTemperature"}
	fnUtilisation     = function{"nvmlDeviceGetUtilizationRates"}
	fnClock           = function{"nvmlDeviceGetClockInfo"}
	fnProcesses       = function{"nvmlDeviceGetComputeRunningProcesses_v3", "nvmlDeviceGetComputeRunningProcesses_v2", "nvmlDeviceGetComputeRunningProcesses"}
	fnEventReasons    = function{"nvmlDeviceGetCurrentClocksEventReasons"}
	fnThrottle        = function{"nvmlDeviceGetCurrentClocksThrottleReasons"}
	fnEventCreate     = function{"nvmlEventSetCreate"}
	fnEventFree       = function{"nvmlEventSetFree"}
	fnEventWait       = function{"nvmlEventSetWait_v2", "nvmlEventSetWait"}
	fnEventRegister   = function{"nvmlDeviceRegisterEvents"}
)

// needed are the functions without which there is nothing to do.
var needed = []function{fnInit, fnShutdown, fnError, fnCount, fnHandle, fnUUID}

// library is a loaded, initialised library.
type library struct {
	nvml.Interface
	provided *sync.Map // of a function's first name, whether it is there: it is asked at each reading
}

// load loads and initialises the library. The functions that it cannot do
// without are looked up before go-nvml, which calls nvmlInit at once, gets to it.
func load(ctx context.Context, path string, timeout time.Duration) (library, error) {
	// Never unmapped: the loader has bound the addresses for good, and a call
	// that hangs may still be inside.
	file := dl.New(path, dl.RTLD_LAZY|dl.RTLD_GLOBAL|dl.RTLD_NODELETE)
	if err := file.Open(); err != nil {
		return library{}, fmt.Errorf("%w: %s", gpu.ErrNoLibrary, err)
	}
	defer file.Close()
	for _, fn := range needed {
		if !provides(fn, file.Lookup) {
			return library{}, fmt.Errorf("%s: %w", path, gpu.ErrDriverTooOld{Symbol: fn[0]})
		}
	}
	lib := library{nvml.New(nvml.WithLibraryPath(path)), new(sync.Map)}
	ret, err := within(ctx, timeout, lib.Init)
	if err != nil {
		return library{}, fmt.Errorf("nvmlInit: %w", err)
	}
	return lib, errorOf("nvmlInit", ret)
}

// has reports whether a function may be called.
func (l library) has(fn function) bool {
	known, ok := l.provided.Load(fn[0])
	if !ok {
		known, _ = l.provided.LoadOrStore(fn[0], provides(fn, l.Extensions().LookupSymbol))
	}
	return known.(bool)
}

func provides(fn function, lookup func(string) error) bool {
	for _, symbol := range fn {
		if lookup(symbol) == nil {
			return true
		}
	}
	return false
}

// errorOf turns a return value into an error of package gpu.
func errorOf(what string, ret nvml.Return) error {
	var kind error
	switch ret {
	case nvml.SUCCESS:
		return nil
	case nvml.ERROR_NO_PERMISSION:
		kind = gpu.ErrNoPermission
	case nvml.ERROR_NOT_SUPPORTED, nvml.ERROR_FUNCTION_NOT_FOUND:
		kind = gpu.ErrUnsupported
	case nvml.ERROR_TIMEOUT:
		kind = gpu.ErrTimeout
	case nvml.ERROR_GPU_IS_LOST, nvml.ERROR_RESET_REQUIRED:
		kind = gpu.ErrLost
	case nvml.ERROR_LIBRARY_NOT_FOUND, nvml.ERROR_DRIVER_NOT_LOADED:
		kind = gpu.ErrNoLibrary
	default:
		return fmt.Errorf("%s: %s (nvml error %d)", what, ret.Error(), int(ret))
	}
	return fmt.Errorf("%s: %w (nvml error %d)", what, kind, int(ret))
}

// within runs a call that may never return and waits for it with a deadline.
func within[T any](ctx context.Context, timeout time.Duration, call func() T) (T, error) {
	answer := make(chan T, 1)
	go func() { answer <- call() }()
	timer := time.NewTimer(timeout)
	defer timer.Stop()
	var none T
	select {
	case value := <-answer:
		return value, nil
	case <-timer.C:
		return none, fmt.Errorf("no answer within %s: %w", timeout, gpu.ErrTimeout)
	case <-ctx.Done():
		return none, ctx.Err()
	}
}
