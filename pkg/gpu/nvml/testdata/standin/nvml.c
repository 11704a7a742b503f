// A stand-in for libnvidia-ml.so, for tests: the part of NVML that package nvml
// calls, about cards that exist only as files. It follows the documented
// behaviour of NVML (docs.nvidia.com/deploy/nvml-api).
//
// The directory $STANDIN_NVML_DIR holds, for card N (from 0, without gaps):
//
//   gpuN         lines "key=value", rewritten by the test at will:
//                  name power_mw energy_mj temperature utilisation
//                  clock_sm clock_memory memory_used memory_total
//                  limit_min_mw limit_max_mw limit_default_mw
//                  throttle (bits) pids (with commas)
//                  serial vbios mig=1 (MIG mode is on)
//                  memory_reserved   the newer function tells it; without the key there is none
//                  memory_temperature fans (a number) fan (percent) pstate
//                  pcie_generation pcie_lanes pcie_replays
//                  ecc_corrected ecc_uncorrected remapped_rows remap_failed retired_pages
//                  unlisted=1  the processes are not told
//                  lost=1    every call says that the card is lost
//                  hang=1    calls do not return until it is 0
//                  noperm=1  settings are refused
//                  stubborn=1  the power limit becomes 20 W more than asked for
//   gpuN.limit   the power limit that was set, in milliwatts; alike gpuN.core_clock,
//                gpuN.memory_clock, gpuN.core_offset, gpuN.memory_offset, gpuN.fan (percent)
//   gpuN.xid     an Xid to report; removed once reported
//
// -DWITHOUT_ENERGY, -DWITHOUT_POWER_LIMIT, -DWITHOUT_EVENTS, -DWITHOUT_UUID and
// -DWITHOUT_EVENT_REASONS leave functions out, as an old driver does.
//
// Licensed like the rest of this repository (Apache-2.0).

#define _GNU_SOURCE
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
	SUCCESS = 0,
	INVALID_ARGUMENT = 2,
	NOT_SUPPORTED = 3,
	NO_PERMISSION = 4,
	INSUFFICIENT_SIZE = 7,
	DRIVER_NOT_LOADED = 9,
	TIMEOUT = 10,
	GPU_IS_LOST = 15,
	UNKNOWN = 999,
};

typedef int Return;
typedef unsigned int uint;
typedef unsigned long long ull;
typedef struct card { int index; } *Device;

#define MAX_CARDS 16
static struct card cards[MAX_CARDS];
static int count;
static char directory[512];

// --- the files ---------------------------------------------------------------

static void path_of(char *path, size_t size, int card, const char *suffix)
{
	snprintf(path, size, "%s/gpu%d%s", directory, card, suffix);
}

// The cards' files as this thread read them last. A test replaces a file as a whole, so that a
// look at it tells whether it is another one: the real library opens no files either, and what
// a program takes is measured with this one.
struct look {
	int valid;
	struct stat seen;
	char content[4096];
};
static __thread struct look *latest;

static const char *content(Device card)
{
	char path[600];
	struct stat now;

	if (!latest && !(latest = calloc(MAX_CARDS, sizeof *latest)))
		return "";
	struct look *last = &latest[card->index];
	path_of(path, sizeof path, card->index, "");
	if (stat(path, &now) != 0) {
		last->valid = 0;
		return "";
	}
	if (last->valid && last->seen.st_ino == now.st_ino && last->seen.st_size == now.st_size &&
	    last->seen.st_mtim.tv_sec == now.st_mtim.tv_sec && last->seen.st_mtim.tv_nsec == now.st_mtim.tv_nsec)
		return last->content;
	FILE *file = fopen(path, "r");
	size_t length = file ? fread(last->content, 1, sizeof last->content - 1, file) : 0;
	if (file)
		fclose(file);
	last->content[length] = 0;
	last->valid = 1;
	last->seen = now;
	return last->content;
}

// text copies the value of a key, the last one's of several; 0 if the card has no such key.
static int text(Device card, const char *key, char *value, size_t size)
{
	size_t length = strlen(key);
	int found = 0;

	for (const char *line = content(card), *end; *line; line = *end ? end + 1 : end) {
		end = line + strcspn(line, "\n");
		if (strncmp(line, key, length) == 0 && line[length] == '=') {
			snprintf(value, size, "%.*s", (int)(end - line - (long)length - 1), line + length + 1);
			found = 1;
		}
	}
	return found;
}

static ull number(Device card, const char *key, ull otherwise)
{
	char value[64];
	return text(card, key, value, sizeof value) ? strtoull(value, NULL, 10) : otherwise;
}

static int has(Device card, const char *key)
{
	char value[64];
	return text(card, key, value, sizeof value);
}

// answer is what every call about a card begins with.
static Return answer(Device card)
{
	while (number(card, "hang", 0))
		usleep(10000);
	return number(card, "lost", 0) ? GPU_IS_LOST : SUCCESS;
}

// measure reads an optional value: a card without the key does not support it.
static Return measure(Device card, const char *key, ull *value)
{
	Return r = answer(card);
	if (r != SUCCESS)
		return r;
	if (!has(card, key))
		return NOT_SUPPORTED;
	*value = number(card, key, 0);
	return SUCCESS;
}

static Return measure_uint(Device card, const char *key, uint *value)
{
	ull wide = 0;
	Return r = measure(card, key, &wide);
	if (r == SUCCESS)
		*value = (uint)wide;
	return r;
}

// --- library -----------------------------------------------------------------

Return nvmlInit_v2(void)
{
	const char *given = getenv("STANDIN_NVML_DIR");
	char path[600];

	if (!given)
		return DRIVER_NOT_LOADED;
	snprintf(directory, sizeof directory, "%s", given);
	for (count = 0; count < MAX_CARDS; count++) {
		path_of(path, sizeof path, count, "");
		if (access(path, R_OK) != 0)
			break;
		cards[count].index = count;
	}
	return SUCCESS;
}

Return nvmlShutdown(void) { return SUCCESS; }

const char *nvmlErrorString(Return r)
{
	switch (r) {
	case SUCCESS: return "Success";
	case INVALID_ARGUMENT: return "Invalid Argument";
	case NOT_SUPPORTED: return "Not Supported";
	case NO_PERMISSION: return "Insufficient Permissions";
	case DRIVER_NOT_LOADED: return "Driver Not Loaded";
	case TIMEOUT: return "Timeout";
	case GPU_IS_LOST: return "GPU is lost";
	default: return "Unknown Error";
	}
}

Return nvmlDeviceGetCount_v2(uint *n)
{
	*n = (uint)count;
	return SUCCESS;
}

Return nvmlDeviceGetHandleByIndex_v2(uint index, Device *card)
{
	if ((int)index >= count)
		return INVALID_ARGUMENT;
	*card = &cards[index];
	return answer(*card);
}

// --- identity ----------------------------------------------------------------

#ifndef WITHOUT_UUID
Return nvmlDeviceGetUUID(Device card, char *uuid, uint size)
{
	snprintf(uuid, size, "GPU-57a4d100-0000-4000-8000-%012d", card->index);
	return answer(card);
}
#endif

Return nvmlDeviceGetName(Device card, char *name, uint size)
{
	Return r = answer(card);
	if (r == SUCCESS && !text(card, "name", name, size))
		r = NOT_SUPPORTED;
	return r;
}

typedef struct {
	char bus_id_legacy[16];
	uint domain, bus, device, pci_device_id, pci_subsystem_id;
	char bus_id[32];
} PciInfo;

Return nvmlDeviceGetPciInfo_v3(Device card, PciInfo *pci)
{
	memset(pci, 0, sizeof *pci);
	pci->bus = (uint)card->index + 1;
	snprintf(pci->bus_id, sizeof pci->bus_id, "00000000:%02X:00.0", pci->bus);
	return answer(card);
}

typedef struct { ull total, free, used; } Memory;

Return nvmlDeviceGetMemoryInfo(Device card, Memory *memory)
{
	Return r = measure(card, "memory_total", &memory->total);
	memory->used = number(card, "memory_used", 0);
	memory->free = memory->total - memory->used;
	return r;
}

// As in NVML, the newer function keeps apart what the driver reserves.
typedef struct { uint version; ull total, reserved, free, used; } MemoryV2;

Return nvmlDeviceGetMemoryInfo_v2(Device card, MemoryV2 *memory)
{
	Return r = measure(card, "memory_reserved", &memory->reserved);
	if (r != SUCCESS)
		return r;
	memory->total = number(card, "memory_total", 0);
	memory->used = number(card, "memory_used", 0);
	memory->free = memory->total - memory->used - memory->reserved;
	return SUCCESS;
}

static Return name_of(Device card, const char *key, char *value, uint size)
{
	Return r = answer(card);
	return r == SUCCESS && !text(card, key, value, size) ? NOT_SUPPORTED : r;
}

Return nvmlDeviceGetSerial(Device card, char *serial, uint size) { return name_of(card, "serial", serial, size); }
Return nvmlDeviceGetVbiosVersion(Device card, char *version, uint size) { return name_of(card, "vbios", version, size); }

Return nvmlSystemGetDriverVersion(char *version, uint size)
{
	snprintf(version, size, "580.65.06");
	return SUCCESS;
}

Return nvmlSystemGetNVMLVersion(char *version, uint size)
{
	snprintf(version, size, "13.580.65.06");
	return SUCCESS;
}

Return nvmlDeviceGetMigMode(Device card, uint *current, uint *pending)
{
	Return r = measure_uint(card, "mig", current);
	*pending = *current;
	return r;
}

// --- measurements ------------------------------------------------------------

Return nvmlDeviceGetPowerUsage(Device card, uint *milliwatts)
{
	return measure_uint(card, "power_mw", milliwatts);
}

#ifndef WITHOUT_ENERGY
Return nvmlDeviceGetTotalEnergyConsumption(Device card, ull *millijoules)
{
	return measure(card, "energy_mj", millijoules);
}
#endif

Return nvmlDeviceGetTemperature(Device card, int sensor, uint *degrees)
{
	(void)sensor;
	return measure_uint(card, "temperature", degrees);
}

typedef struct { uint gpu, memory; } Utilisation;

Return nvmlDeviceGetUtilizationRates(Device card, Utilisation *percent)
{
	percent->memory = 0;
	return measure_uint(card, "utilisation", &percent->gpu);
}

Return nvmlDeviceGetClockInfo(Device card, int type, uint *mhz)
{
	return measure_uint(card, type == 2 ? "clock_memory" : "clock_sm", mhz);
}

#ifndef WITHOUT_EVENT_REASONS
Return nvmlDeviceGetCurrentClocksEventReasons(Device card, ull *bits)
{
	return measure(card, "throttle", bits);
}
#endif

Return nvmlDeviceGetCurrentClocksThrottleReasons(Device card, ull *bits)
{
	return measure(card, "throttle", bits);
}

Return nvmlDeviceGetNumFans(Device card, uint *fans) { return measure_uint(card, "fans", fans); }
Return nvmlDeviceGetPerformanceState(Device card, int *state) { return measure_uint(card, "pstate", (uint *)state); }
Return nvmlDeviceGetCurrPcieLinkGeneration(Device card, uint *v) { return measure_uint(card, "pcie_generation", v); }
Return nvmlDeviceGetCurrPcieLinkWidth(Device card, uint *v) { return measure_uint(card, "pcie_lanes", v); }
Return nvmlDeviceGetPcieReplayCounter(Device card, uint *v) { return measure_uint(card, "pcie_replays", v); }

Return nvmlDeviceGetTotalEccErrors(Device card, int kind, int counter, ull *v)
{
	(void)counter;
	return measure(card, kind == 0 ? "ecc_corrected" : "ecc_uncorrected", v);
}

Return nvmlDeviceGetRemappedRows(Device card, uint *corrected, uint *uncorrected, uint *pending, uint *failed)
{
	Return r = measure_uint(card, "remapped_rows", corrected);
	*uncorrected = *pending = 0;
	*failed = (uint)number(card, "remap_failed", 0);
	return r;
}

// All pages are retired for the first of the two causes.
Return nvmlDeviceGetRetiredPages(Device card, int cause, uint *count, ull *pages)
{
	uint room = *count, have = 0;
	Return r = measure_uint(card, "retired_pages", &have);
	if (r != SUCCESS)
		return r;
	if (cause != 0)
		have = 0;
	*count = have;
	if (have > room)
		return INSUFFICIENT_SIZE;
	for (uint i = 0; i < have; i++)
		pages[i] = i;
	return SUCCESS;
}

typedef struct {
	uint field, scope;
	long long timestamp, latency;
	int type;
	Return result;
	ull value;
} FieldValue;

Return nvmlDeviceGetFieldValues(Device card, int n, FieldValue *values)
{
	Return r = answer(card);
	for (int i = 0; r == SUCCESS && i < n; i++)
		values[i].result = values[i].field == 82 ? measure(card, "memory_temperature", &values[i].value) : NOT_SUPPORTED;
	return r;
}

typedef struct { uint pid; ull memory; uint gpu_instance, compute_instance; } ProcessInfo;

// Odd process ids report their memory, even ones "not available".
Return nvmlDeviceGetComputeRunningProcesses_v3(Device card, uint *n, ProcessInfo *list)
{
	char pids[512] = "", *rest = NULL;
	uint room = *n, used = 0;
	Return r = answer(card);

	if (r != SUCCESS)
		return r;
	if (number(card, "unlisted", 0))
		return NOT_SUPPORTED;
	text(card, "pids", pids, sizeof pids);
	for (char *pid = strtok_r(pids, ",", &rest); pid; pid = strtok_r(NULL, ",", &rest), used++) {
		if (used >= room)
			continue;
		list[used].pid = (uint)atoi(pid);
		list[used].memory = list[used].pid % 2 ? 1ull << 30 : ~0ull;
		list[used].gpu_instance = list[used].compute_instance = ~0u;
	}
	*n = used;
	return used > room ? INSUFFICIENT_SIZE : SUCCESS;
}

// --- power limit -------------------------------------------------------------

#ifndef WITHOUT_POWER_LIMIT
Return nvmlDeviceGetPowerManagementLimitConstraints(Device card, uint *min, uint *max)
{
	Return r = measure_uint(card, "limit_min_mw", min);
	return r == SUCCESS ? measure_uint(card, "limit_max_mw", max) : r;
}

Return nvmlDeviceGetPowerManagementDefaultLimit(Device card, uint *milliwatts)
{
	return measure_uint(card, "limit_default_mw", milliwatts);
}

Return nvmlDeviceGetPowerManagementLimit(Device card, uint *milliwatts)
{
	char path[600];
	Return r = nvmlDeviceGetPowerManagementDefaultLimit(card, milliwatts);

	path_of(path, sizeof path, card->index, ".limit");
	FILE *file = r == SUCCESS ? fopen(path, "r") : NULL;
	if (file) {
		if (fscanf(file, "%u", milliwatts) != 1)
			r = UNKNOWN;
		fclose(file);
	}
	return r;
}

Return nvmlDeviceSetPowerManagementLimit(Device card, uint milliwatts)
{
	char path[600];
	Return r = answer(card);

	if (r != SUCCESS)
		return r;
	if (number(card, "noperm", 0))
		return NO_PERMISSION;
	if (milliwatts < number(card, "limit_min_mw", 0) || milliwatts > number(card, "limit_max_mw", 0))
		return INVALID_ARGUMENT;
	path_of(path, sizeof path, card->index, ".limit");
	FILE *file = fopen(path, "w");
	if (!file)
		return UNKNOWN;
	// A driver that obeys only in part.
	fprintf(file, "%u\n", number(card, "stubborn", 0) ? milliwatts + 20000 : milliwatts);
	fclose(file);
	return SUCCESS;
}
#endif

// --- clocks, offsets, fans ------------------------------------------------------

static Return keep(Device card, const char *suffix, int value)
{
	char path[600];
	Return r = answer(card);

	if (r != SUCCESS)
		return r;
	if (number(card, "noperm", 0))
		return NO_PERMISSION;
	path_of(path, sizeof path, card->index, suffix);
	FILE *file = fopen(path, "w");
	if (!file)
		return UNKNOWN;
	fprintf(file, "%d\n", value);
	fclose(file);
	return SUCCESS;
}

static Return kept(Device card, const char *suffix, int *value)
{
	char path[600];
	Return r = answer(card);

	*value = 0;
	path_of(path, sizeof path, card->index, suffix);
	FILE *file = r == SUCCESS ? fopen(path, "r") : NULL;
	if (file) {
		if (fscanf(file, "%d", value) != 1)
			r = UNKNOWN;
		fclose(file);
	}
	return r;
}

Return nvmlDeviceSetGpuLockedClocks(Device card, uint low, uint high) { (void)low; return keep(card, ".core_clock", (int)high); }
Return nvmlDeviceResetGpuLockedClocks(Device card) { return keep(card, ".core_clock", 0); }
Return nvmlDeviceSetMemoryLockedClocks(Device card, uint low, uint high) { (void)low; return keep(card, ".memory_clock", (int)high); }
Return nvmlDeviceResetMemoryLockedClocks(Device card) { return keep(card, ".memory_clock", 0); }
Return nvmlDeviceGetGpcClkVfOffset(Device card, int *offset) { return kept(card, ".core_offset", offset); }
Return nvmlDeviceSetGpcClkVfOffset(Device card, int offset) { return keep(card, ".core_offset", offset); }
Return nvmlDeviceGetMemClkVfOffset(Device card, int *offset) { return kept(card, ".memory_offset", offset); }
Return nvmlDeviceSetMemClkVfOffset(Device card, int offset) { return keep(card, ".memory_offset", offset); }
Return nvmlDeviceSetFanSpeed_v2(Device card, uint fan, uint speed) { (void)fan; return keep(card, ".fan", (int)speed); }
Return nvmlDeviceSetDefaultFanSpeed_v2(Device card, uint fan) { (void)fan; return keep(card, ".fan", 0); }

Return nvmlDeviceGetFanControlPolicy_v2(Device card, uint fan, uint *policy)
{
	int speed = 0;
	Return r = has(card, "fans") ? kept(card, ".fan", &speed) : NOT_SUPPORTED;
	(void)fan;
	*policy = speed > 0; // 1: manual
	return r;
}

Return nvmlDeviceGetFanSpeed_v2(Device card, uint fan, uint *speed)
{
	int held = 0;
	Return r = kept(card, ".fan", &held);
	(void)fan;
	if (r != SUCCESS || held > 0) {
		*speed = (uint)held;
		return r;
	}
	return measure_uint(card, "fan", speed);
}

// --- events ------------------------------------------------------------------

#ifndef WITHOUT_EVENTS
typedef struct { int registered[MAX_CARDS]; } *EventSet;
typedef struct { Device card; ull type, data; uint gpu_instance, compute_instance; } Event;

Return nvmlEventSetCreate(EventSet *set)
{
	*set = calloc(1, sizeof **set);
	return SUCCESS;
}

Return nvmlEventSetFree(EventSet set)
{
	free(set);
	return SUCCESS;
}

Return nvmlDeviceRegisterEvents(Device card, ull types, EventSet set)
{
	Return r = answer(card);
	if (r == SUCCESS && types == 8) // critical Xid errors
		set->registered[card->index] = 1;
	return r;
}

static ull take_xid(int card)
{
	char path[600];
	ull xid = 0;

	path_of(path, sizeof path, card, ".xid");
	FILE *file = fopen(path, "r");
	if (!file)
		return 0;
	if (fscanf(file, "%llu", &xid) == 1)
		unlink(path);
	fclose(file);
	return xid;
}

// It sleeps until something happens in the directory, as the real library until the driver wakes it.
Return nvmlEventSetWait_v2(EventSet set, Event *event, uint milliseconds)
{
	struct timespec begin, now;
	char dropped[4096];
	Return r = TIMEOUT;
	int changes = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);

	inotify_add_watch(changes, directory, IN_CLOSE_WRITE | IN_MOVED_TO);
	clock_gettime(CLOCK_MONOTONIC, &begin);
	for (long left = milliseconds; r == TIMEOUT; ) {
		for (int i = 0; i < count && r == TIMEOUT; i++) {
			ull xid = set->registered[i] ? take_xid(i) : 0;
			if (xid) {
				*event = (Event){&cards[i], 8, xid, ~0u, ~0u};
				r = SUCCESS;
			}
		}
		if (r == SUCCESS || left <= 0)
			break;
		poll(&(struct pollfd){.fd = changes, .events = POLLIN}, 1, left);
		while (read(changes, dropped, sizeof dropped) > 0)
			;
		clock_gettime(CLOCK_MONOTONIC, &now);
		left = milliseconds - ((now.tv_sec - begin.tv_sec) * 1000 + (now.tv_nsec - begin.tv_nsec) / 1000000);
	}
	close(changes);
	return r;
}
#endif
