# make demo   the main job on embedded defaults
# make test   format, vet, lint, unit tests, race detector, integration tests
# make help   everything else

GO      ?= go
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
LDFLAGS  = -X main.version=$(VERSION)
KEEP    ?=
export PATH := $(CURDIR)/bin/.go/bin:$(PATH)

.PHONY: help needs dev build deb deb-lives first-hour release demo test tests format vet lint unit unraced race integration e2e e2e-short e2e-torch onnx e2e-dispute e2e-dispute-short chaos simulate planted page contracts contracts-check gas backtest backtest-streams bench fuzz clean

help: ## what can be made
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 18

# All that calls Go comes after it.
needs: ## gcc and Go, where a Debian lacks them (root or sudo for gcc)
	@deploy/needs.sh
build release vet format unit unraced race integration e2e e2e-short e2e-torch onnx e2e-dispute e2e-dispute-short chaos simulate planted page gas bench fuzz bin/geth bin/abigen bin/depguard bin/staticcheck: | needs

build: ## bin/gpuarbiter
	$(GO) build -trimpath -ldflags '$(LDFLAGS)' -o bin/gpuarbiter ./cmd/gpuarbiter

deb: build ## a Debian package of it, into out/
	deploy/debian/build.sh $(VERSION) bin/gpuarbiter out/gpuarbiter_amd64.deb

deb-lives: deb ## the package installed, upgraded with a running rig, removed, purged, in a Debian of its own (root, debootstrap)
	deploy/debian/build.sh 99.0.0 bin/gpuarbiter out/gpuarbiter-next_amd64.deb
	deploy/debian/lives.sh out/gpuarbiter_amd64.deb out/gpuarbiter-next_amd64.deb $(RELEASE)

first-hour: deb ## docs/FIRST-HOUR.md walked in a Debian of its own, with a stopwatch (root, debootstrap); RELEASE=trixie; PICTURES=docs/pictures draws it (npm, chromium)
	$(if $(PICTURES),cd test/faults/page && npm ci --no-audit --no-fund --loglevel=error)
	deploy/debian/first-hour.sh out/gpuarbiter_amd64.deb $(RELEASE)

release: ## binary, package and checksums, built twice to see that they are the same bytes, into out/release
	deploy/release.sh $(VERSION)

demo: build ## run the main job on embedded defaults; KEEP=1 leaves it running
	$(GO) build -trimpath -o bin/gpuarbiter-demo ./cmd/gpuarbiter-demo
	bin/gpuarbiter-demo -gpuarbiter bin/gpuarbiter $(if $(KEEP),-keep)

# integration waits for chains, pools and children more than it computes: the other tests run beside it.
test: format vet lint ## all fast checks
	$(MAKE) --jobs=2 --output-sync=target tests

tests: integration unraced race

BASE ?= HEAD
dev: format vet lint ## format, vet, lint and short tests of the packages that differ from BASE (default: what is not committed)
	@packages=$$({ git diff --name-only $(BASE) -- '*.go'; git ls-files -o --exclude-standard '*.go'; } | grep -v '^test/' | xargs -r -n1 dirname | sort -u | sed 's,^,./,'); \
		for p in $$packages; do test -d $$p && echo $$p; done | xargs -r $(GO) test -short -p 4

format: ## fails on files that gofmt would change
	@bad=$$(gofmt -l $$(git ls-files -co --exclude-standard '*.go')); test -z "$$bad" || { echo "gofmt these:"; echo "$$bad"; exit 1; }

vet:
	$(GO) vet ./...
	$(GO) vet -tags e2e ./test/e2e
	$(GO) vet -tags chaos ./test/chaos

lint: bin/depguard bin/staticcheck ## staticcheck, and who may import whom (.depguard.yaml)
	bin/depguard ./...
	bin/staticcheck -tags e2e,chaos ./...

# -p 4: many tests wait for chains and pools; two packages at once leave a core idle.
unit: ## unit and property tests
	$(GO) test -p 4 -timeout 30m ./pkg/... ./internal/... ./cmd/... ./deploy/...

# GoMLX's kernels step through memory in a way that checkptr, which -race turns
# on, refuses; our own code keeps checkptr. Left out are packages in which, tests included,
# one goroutine works: there the detector has nothing to find, and takes ten times as long.
ALONE = /(pkg|internal)/(backtest/report|blob|config|evaluator|market/(contract|dispute|organiser)|demo/(pow|xmrigconf)|model|model/modeltest|plain|profit|profit/curve|profit/signal|scheduler/decide|trainer|trainer/checkpoint)$$
# Parts of these are left out under the race detector (TestWhatIsNotRaced holds the list); all
# others run there whole, and for make test there alone.
PARTLY = /(cmd/gpuarbiter|deploy|pkg/app|pkg/backtest|pkg/dataset|pkg/market/chain|pkg/market/solver|pkg/scheduler/workers|pkg/trainer/engine|pkg/trainer/worker)$$
unraced: ## what of unit the race detector does not run
	$(GO) test -p 4 -timeout 30m $$($(GO) list ./pkg/... ./internal/... ./cmd/... ./deploy/... | grep -E '$(ALONE)|$(PARTLY)')

race: ## the same under the race detector
	$(GO) test -race -p 4 -timeout 30m $$($(GO) list ./pkg/... ./internal/... ./cmd/... | grep -vE '$(ALONE)')

integration: bin/geth ## the program from outside: nodes, bad input, faults of the world
	$(GO) test -timeout 30m ./test/...

e2e: bin/geth ## the main job on a real node and real data, and kill -9 in the middle of it
	$(GO) test -tags e2e -count=1 -v -timeout 40m ./test/e2e

e2e-short: bin/geth ## the main job alone
	$(GO) test -tags e2e -count=1 -v -timeout 10m -run TestMainJob ./test/e2e

e2e-torch: bin/geth ## the same with the trainer in PyTorch, its own tests, and the contract that trainers keep (Debian's python3-torch)
	cd trainers/pytorch && /usr/bin/python3 -m unittest
	$(GO) test -tags e2e -count=1 -v -timeout 20m -run TestPyTorch ./test/e2e

onnx: ## exported models in onnxruntime, to the bit (npm)
	cd test/onnx && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	$(GO) test -count=1 -v ./test/onnx

e2e-dispute: bin/geth ## verdicts by dispute on a real node: nobody lies; two liars, a daemon that is killed, a watcher (11 minutes); every lie, kill -9 and reorganisation on a node in this process; random liars by the thousand (LONG=1 for 100,000)
	$(GO) test -tags e2e -count=1 -v -timeout 30m -run TestDispute ./test/e2e
	$(GO) test -count=1 -v -timeout 30m -run 'TestDisputes|TestLies|KeepsNothing$$|FreezeNoChallenge$$|TestBlobsArePruned' ./pkg/market/solver
	$(GO) test -count=1 -v -timeout 60m -run TestEveryLieIsProven ./pkg/market/dispute -games $(if $(LONG),100000,5000)

e2e-dispute-short: bin/geth ## the liars alone (5 minutes)
	$(GO) test -tags e2e -count=1 -v -timeout 16m -run TestDisputeLiars ./test/e2e

chaos: bin/geth ## everything that can die does, over and over (4 minutes); LONG=1 six times as much; SEED=n draws the same again; KEEP=1 leaves the logs
	$(GO) test -tags chaos -count=1 -v -timeout 60m ./test/chaos $(if $(LONG),-long) $(if $(SEED),-seed $(SEED)) $(if $(KEEP),-keep)

# The store is on a disk of memory where there is one: its syncs are real time. A world's
# goroutines take turns: one processor is faster than two, and memory is there to be used.
FOR ?= 3m
simulate: ## days of the daemon's core under a virtual clock, and markets on a chain that takes blocks back (3 minutes, FOR=1m); LONG=1 for 5,000 days; SEED=n for one world again
	TMPDIR=$$(test -w /dev/shm && echo /dev/shm || echo /tmp) GOMAXPROCS=1 GOGC=400 $(GO) test -count=1 -v -timeout 6h -run TestSimulate ./test/sim $(if $(SEED),-seed $(SEED) -seeds 1,$(if $(LONG),-seed 1000 -seeds 1250,-for $(FOR)))
	$(GO) test -count=1 -v -timeout 6h -run TestWorlds ./pkg/market/solver $(if $(SEED),-seed $(SEED) -worlds 1,-worlds $(if $(LONG),500,2))

page: ## the page in Chromium: live, on a phone, a desk and a wall, with axe (npm, chromium); writes docs/pictures
	cd test/faults/page && npm ci --no-audit --no-fund --loglevel=error
	$(GO) test -count=1 -v -run 'TestPage$$' ./test/faults -pictures ../../docs/pictures

planted: ## faults that are planted to see that the simulation finds them (10 minutes)
	test/sim/planted.sh

contracts: bin/abigen ## compile the contracts and write the bindings (npm)
	cd contracts && npm ci --no-audit --no-fund --loglevel=error && node build.mjs
	contracts/bindings.sh bin/abigen pkg/market/contract

contracts-check: bin/abigen ## fails if artifacts or bindings are not what the sources give (npm)
	cd contracts && npm ci --no-audit --no-fund --loglevel=error && node build.mjs --check
	@dir=$$(mktemp -d) && contracts/bindings.sh bin/abigen $$dir && for f in $$dir/*.go; do cmp $$f pkg/market/contract/$$(basename $$f) || exit 1; done && rm -r $$dir && echo "artifacts and bindings are what the sources give"

gas: ## measure what calls, evaluators and disputes cost, write and print contracts/gas.txt and gas-dispute.txt
	@$(GO) test -count=1 -run '^TestGasTable$$' ./pkg/market/contract ./pkg/market/dispute -update; passed=$$?; cat contracts/gas.txt contracts/gas-dispute.txt; exit $$passed

WORLDS ?= ../shared/data/worlds/*.csv.gz
STREAMS ?= ../shared/data/streams/*.json
backtest: build ## replay recorded markets: shares of the clairvoyant by policy and noise
	bin/gpuarbiter backtest $(WORLDS) --csv bin/backtest.csv --html bin/backtest.html
backtest-streams: build ## replay recorded streams of challenges: shares of a prophet's money
	bin/gpuarbiter backtest $(STREAMS) --work-times 1,0.5,2 --html bin/backtest-streams.html

bench: ## speed and memory, and what evaluators take in gas
	$(GO) test -run '^$$' -bench . -benchmem ./pkg/...

FUZZTIME ?= 10s
fuzz: ## every fuzz target for FUZZTIME
	@for p in $$($(GO) list ./pkg/...); do for f in $$($(GO) test -list '^Fuzz' $$p | grep '^Fuzz'); do \
		echo "$$p $$f"; $(GO) test -run '^$$' -fuzz "^$$f$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1x $$p || exit 1; done; done

clean:
	rm -rf bin/* # the Go in bin/.go stays

bin/geth: tools/go.mod
	$(GO) build -C tools -o ../bin/geth github.com/ethereum/go-ethereum/cmd/geth
bin/abigen: tools/go.mod
	$(GO) build -C tools -o ../bin/abigen github.com/ethereum/go-ethereum/cmd/abigen
bin/depguard: tools/go.mod
	$(GO) build -C tools -o ../bin/depguard github.com/OpenPeeDeeP/depguard/v2/cmd/depguard
bin/staticcheck: tools/go.mod
	$(GO) build -C tools -o ../bin/staticcheck honnef.co/go/tools/cmd/staticcheck
