# Tincay - run `make` for what can be made. This file is the one place that knows how the library is linked.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
SHELL := /bin/bash
MAKEFLAGS += --no-print-directory

# ------------------------------------------------------------------------------------------------ names

VERSION := $(shell sed -n 's/^.define TINCAY_VERSION "\(.*\)"/\1/p' Include/tincay.h)
PREFIX ?= /usr/local
DESTDIR ?=

# Where the Swift toolchain keeps its own files; its bin folder has a C compiler and the linker too.
RESOURCES = $(shell swiftc -print-target-info 2>/dev/null | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
TOOLCHAIN = $(RESOURCES)/../..
LINKER := $$(command -v $(TOOLCHAIN)/bin/clang || command -v clang)
UNICODE = $(RESOURCES)/embedded/$(shell uname -m)-unknown-linux-gnu/libswiftUnicodeDataTables.a

CC = gcc
C_FLAGS = -std=gnu11 -O1 -g -Wall -Wextra -Werror -IInclude
C_LINK = -Lbuild -ltincay -Wl,-rpath,$(CURDIR)/build

EMBEDDED := .build-embedded
LIBRARY := build/libtincay.so
SOURCES := Package.swift $(shell find Sources Include -type f)
PYTHON := .venv/bin/python

# The version script lists every exported name, and lld refuses one that is missing. -z nodelete: Swift code cannot be
# unloaded. --wrap: every block of Swift's heap is wiped when it is freed, and locked while answers are in hand
# (Sources/TincayABI/Runtime.swift).
# A section for each function lets the linker drop the copies of the standard library's code that every file brings.
# Exclusive access is checked while compiling; the checks at run time are for what the compiler rejects already.
# Without the object outliner: it puts constant arrays into symbols that it numbers anew in every module, and the linker
# then gives one module the arrays of another. Without the specialiser of closures: it copies whole functions for each
# closure that they are given, which is nowhere worth the room.
SWIFT_FLAGS := -Xswiftc -O -Xswiftc -enforce-exclusivity=unchecked \
	-Xswiftc -Xllvm -Xswiftc -sil-disable-pass=object-outliner \
	-Xswiftc -Xllvm -Xswiftc -sil-disable-pass=closure-specialize \
	-Xswiftc -Xfrontend -Xswiftc -function-sections -Xswiftc -Xfrontend -Xswiftc -mergeable-traps \
	-Xswiftc -Xfrontend -Xswiftc -disable-incremental-llvm-codegen
LINK_FLAGS := -shared -fuse-ld=lld -nostartfiles \
	-Wl,-soname,libtincay.so.1 -Wl,--version-script=Sources/TincayABI/exports.map \
	-Wl,-z,now,-z,relro,-z,nodelete,-z,defs,-z,noexecstack -Wl,--gc-sections -Wl,--icf=all -Wl,--wrap=free \
	-Wl,--wrap=posix_memalign -Wl,-s

# A section's title, so that a long run can be read.
title = @printf '\n\033[1m== %s\033[0m\n' "$(1)"

# ------------------------------------------------------------------------------------------------ help

.PHONY: help
help:
	@echo 'make demo          build everything and run the main job, step by step, in plain words'
	@echo 'make lib           build build/libtincay.so'
	@echo 'make install       install header, library, pkg-config file and forms (PREFIX=$(PREFIX) DESTDIR=)'
	@echo 'make uninstall     remove what install put there'
	@echo
	@echo 'make test          everything below, and the demo; installs what is missing'
	@echo 'make test-swift    the unit tests of the modules'
	@echo 'make suite         the official JSON Schema suite, through build/tincay-bowtie'
	@echo 'make bowtie        a program that answers the questions of Bowtie, in build/tincay-bowtie'
	@echo 'make test-c        the C interface, against the built library alone'
	@echo 'make test-abi      header, symbols, size and floor of the built library'
	@echo 'make test-python   the Python binding'
	@echo 'make courier       three weeks of lost sticks, power cuts and wrong clocks (SEED=2 makes other weather)'
	@echo 'make desk          a quarter at two desks: 300 reports, insiders, lost passphrases (SEED=2 is another one)'
	@echo 'make fuzz          mutated inputs for SECONDS=10'
	@echo 'make fuzzers       libFuzzer on each part of the engine, for SECONDS=10 each'
	@echo 'make soak          the long versions: more kills, and SOAK=600 seconds of each fuzzer'
	@echo 'make differential  verdicts beside those of another library, on COUNT=$(COUNT) values made up (SEED=1)'
	@echo 'make bench         the library beside its peers, as ratios (SEED=2 makes other documents)'
	@echo 'make bench-storage a desk beside SQLCipher, SQLite and rows sealed by hand, of STORED=$(STORED) reports'
	@echo 'make hostile       inputs that take others forever, each within a tenth of a second'
	@echo
	@echo 'make format        lay out Swift, C and Python sources'
	@echo 'make lint          check the layout, and the Python types'
	@echo 'make deps          install the tools and libraries that are missing'
	@echo 'make clean         remove what was built'

# ------------------------------------------------------------------------------------------------ what is needed

# Each line: how to see whether it is there, and the Debian packages that bring it.
.PHONY: deps
deps:
	@command -v swift >/dev/null || { echo 'Install a Swift 6.3 toolchain first: https://www.swift.org/install'; exit 1; }
	@missing=''; \
	need() { eval "$$1" >/dev/null 2>&1 || missing="$$missing $$2"; }; \
	need 'command -v gcc' 'gcc libc6-dev'; \
	need 'command -v g++' 'g++'; \
	need 'command -v readelf' 'binutils'; \
	need 'command -v pkg-config' 'pkg-config'; \
	need 'pkg-config --exists libsodium' 'libsodium-dev'; \
	need 'pkg-config --exists sqlite3' 'libsqlite3-dev'; \
	need 'command -v python3' 'python3'; \
	need 'python3 -c "import venv, ensurepip"' 'python3-venv'; \
	need 'command -v clang-format' 'clang-format'; \
	if [ -n "$$missing" ]; then \
		echo "Installing:$$missing"; \
		root=''; [ "$$(id -u)" = 0 ] || root='sudo'; \
		command -v apt-get >/dev/null || { echo 'Please install these yourself.'; exit 1; }; \
		log=$$(mktemp); export DEBIAN_FRONTEND=noninteractive; \
		{ $$root apt-get update && $$root apt-get install -y --no-install-recommends $$missing; } >"$$log" 2>&1 \
			</dev/null || { cat "$$log"; echo "Could not install:$$missing"; exit 1; }; \
		rm -f "$$log"; \
	fi

.venv/ready: Makefile
	@echo 'Preparing Python tools in .venv'
	@python3 -m venv .venv
	@.venv/bin/pip install --quiet --disable-pip-version-check pytest mypy ruff openpyxl defusedxml python-docx rich
	@touch $@

# Other libraries, to compare with; what needs them says so when they cannot be had.
PEERS := .venv-peers/bin/python

.venv-peers/ready: Makefile
	@echo 'Preparing the peers in .venv-peers'
	@python3 -m venv .venv-peers
	@.venv-peers/bin/pip install --quiet --disable-pip-version-check \
		jsonschema-rs fastjsonschema jsonschema hypothesis hypothesis-jsonschema && touch $@ \
		|| echo 'The peers cannot be installed'
	@for peer in sqlcipher3-binary apsw-sqlite3mc; do \
		.venv-peers/bin/pip install --quiet --disable-pip-version-check $$peer || echo "Cannot be installed: $$peer"; done

# ------------------------------------------------------------------------------------------------ the library

.PHONY: lib
lib: deps
	@$(MAKE) $(LIBRARY)
	@printf 'build/libtincay.so is ready: %s KB, needs%s\n' "$$(($$(stat -c %s $(LIBRARY)) / 1024))" \
		"$$(readelf -d $(LIBRARY) | sed -n 's/.*NEEDED.*\[\(.*\)\]/ \1/p' | tr -d '\n')"

$(LIBRARY): $(SOURCES) Makefile
	@echo 'Building the library (Embedded Swift)'
	@mkdir -p build
	@rm -f $(EMBEDDED)/release/libTincayABI.a # an archive that is updated keeps the objects of files that are gone
	@swift build -c release --traits Embedded --scratch-path $(EMBEDDED) --product TincayABI $(SWIFT_FLAGS) \
		>build/library.log 2>&1 </dev/null || { cat build/library.log; exit 1; }
	@$(LINKER) $(LINK_FLAGS) -o $@ \
		-Wl,--whole-archive $(EMBEDDED)/release/libTincayABI.a -Wl,--no-whole-archive $(UNICODE) \
		$$(pkg-config --libs libsodium sqlite3) -lm
	@ln -sf libtincay.so build/libtincay.so.1

# ------------------------------------------------------------------------------------------------ tests

.PHONY: demo
demo: lib kiosk
	@Examples/demo/run.sh

.PHONY: kiosk
kiosk: lib
	@$(MAKE) -s -C Examples/kiosk CC=$(CC) LIB=../../build INCLUDE=../../Include

# An example that is a proof as well: every report that was acknowledged arrives, once.
.PHONY: courier
courier: lib
	@$(MAKE) -s -C Examples/courier CC=$(CC) LIB=../../build INCLUDE=../../Include
	@Examples/courier/tincay-courier $(if $(SEED),--seed $(SEED)) Forms/vn-cp-intake.json

# Another: a quarter at two desks, compared all along with a diary that is kept beside them.
.PHONY: desk
desk: lib
	@$(MAKE) -s -C Examples/desk CC=$(CC)
	@TINCAY_LIBRARY=$(CURDIR)/$(LIBRARY) python3 Examples/desk/quarter.py $(if $(SEED),--seed $(SEED))

.PHONY: test
test:
	$(call title,What is needed)
	@$(MAKE) deps
	$(call title,Layout)
	@$(MAKE) lint
	$(call title,Library)
	@$(MAKE) lib
	$(call title,Shape of the library)
	@$(MAKE) test-abi
	$(call title,Swift modules)
	@$(MAKE) test-swift
	$(call title,JSON Schema suite)
	@$(MAKE) suite
	$(call title,C interface)
	@$(MAKE) test-c
	$(call title,Mutated inputs)
	@$(MAKE) fuzz
	$(call title,Python binding)
	@$(MAKE) test-python
	$(call title,Courier)
	@$(MAKE) courier
	$(call title,Desk)
	@$(MAKE) desk
	$(call title,Demo)
	@$(MAKE) demo
	@printf '\nEverything passed.\n'

.PHONY: test-swift
test-swift: deps
	@swift test --quiet --disable-xctest </dev/null

# One program for each file of Tests/C that has a main; the others are shared by all.
C_PROGRAMS := $(patsubst Tests/C/%.c,build/tests/%,$(wildcard Tests/C/*Tests.c))

build/tests/%: Tests/C/%.c $(wildcard Tests/C/Support/* Tests/C/Standins/* Tests/C/Crash/*) Include/tincay.h $(LIBRARY)
	@mkdir -p build/tests
	@$(CC) $(C_FLAGS) -ITests/C/Support -o $@ $< Tests/C/Support/*.c $(STANDINS) $(C_LINK) -lpthread

# Programs in which something else stands in for the disk, the wall clock or the cost of a passphrase.
CRASH_PROGRAMS := $(filter %CrashTests,$(C_PROGRAMS))
build/tests/IndistinguishabilityTests: STANDINS = $(wildcard Tests/C/Standins/*.c) -lsqlite3 -lsodium -lm
$(CRASH_PROGRAMS): STANDINS = $(wildcard Tests/C/Crash/*.c Tests/C/Standins/*.c) -lsqlite3 -lsodium -lm
$(CRASH_PROGRAMS): C_FLAGS += -ITests/C/Crash
build/tests/ResidueTests build/tests/DeskResidueTests: STANDINS = Tests/C/Standins/day.c
$(CRASH_PROGRAMS) build/tests/IndistinguishabilityTests build/tests/ResidueTests build/tests/DeskResidueTests: C_FLAGS += -ITests/C/Standins

build/tests/PointerTests: build/tests/rows.inc
build/tests/PointerTests: C_FLAGS += -Ibuild/tests
build/tests/rows.inc: Tests/C/rows.py Include/tincay.h
	@mkdir -p build/tests
	@python3 Tests/C/rows.py Include/tincay.h >$@

# A program that answers the questions of Bowtie, a harness for implementations of JSON Schema.
BOWTIE := build/tincay-bowtie

.PHONY: bowtie
bowtie: deps
	@$(MAKE) $(BOWTIE)
	@echo '$(BOWTIE) is ready'

$(BOWTIE): Package.swift $(shell find Sources/TincayIntake Tools/Bowtie -name '*.swift')
	@mkdir -p build
	@swift build -c release --product tincay-bowtie >build/bowtie.log 2>&1 </dev/null \
		|| { cat build/bowtie.log; exit 1; }
	@cp .build/release/tincay-bowtie $@

.PHONY: suite
suite: deps
	@$(MAKE) $(BOWTIE)
	@python3 Tests/Suite/protocol.py $(BOWTIE)
	@python3 Tests/Suite/run.py $(BOWTIE) ../shared/data/json-schema-test-suite

COUNT := 20000

.PHONY: differential
differential: deps .venv-peers/ready
	@$(MAKE) $(BOWTIE)
	@$(PEERS) Tests/Suite/differential.py $(BOWTIE) $(COUNT) $(SEED)

.PHONY: test-c
test-c: deps
	@$(MAKE) c-programs
	@python3 Tests/C/run.py build/tests

.PHONY: c-programs
c-programs: $(C_PROGRAMS)

.PHONY: test-abi
test-abi: lib
	@python3 Tests/ABI/run.py $(LIBRARY)

.PHONY: test-python
test-python: lib .venv/ready
	@cd Bindings/Python && TINCAY_LIBRARY=$(CURDIR)/$(LIBRARY) ../../$(PYTHON) -m pytest -q </dev/null

SECONDS := 10
# Passphrases cost nothing here, so that files are opened thousands of times.
FUZZ_SOURCES := $(wildcard Tests/Fuzz/*.c Tests/C/Support/*.c) Tests/C/Standins/passphrase.c
build/tests/fuzz: $(FUZZ_SOURCES) $(wildcard Tests/Fuzz/*.h Tests/C/Support/*.h) Include/tincay.h $(LIBRARY)
	@mkdir -p build/tests
	@$(CC) $(C_FLAGS) -ITests/C/Support -o $@ $(FUZZ_SOURCES) $(C_LINK) -lsqlite3 -lsodium -lpthread

.PHONY: fuzz
fuzz: deps
	@$(MAKE) build/tests/fuzz
	@build/tests/fuzz $(SECONDS)

# libFuzzer on each part of the engine, for SECONDS each. It comes with the toolchain, and links with lld alone.
FUZZ_FLAGS := -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld

.PHONY: fuzzers
fuzzers: deps
	@mkdir -p build/fuzz
	@python3 Tests/Fuzz/seeds.py build/fuzz/seeds
	@TINCAY_FUZZERS=1 swift build -c release --scratch-path .build-fuzz --product tincay-fuzzer $(FUZZ_FLAGS) \
		>build/fuzz/build.log 2>&1 </dev/null || { cat build/fuzz/build.log; exit 1; }
	@python3 Tests/Fuzz/engine.py .build-fuzz/release/tincay-fuzzer build/fuzz $(SECONDS)

# Keeps the few small inputs that lead to most of what the fuzzers have found; later runs start from them.
.PHONY: fuzz-corpus
fuzz-corpus:
	@python3 Tests/Fuzz/engine.py .build-fuzz/release/tincay-fuzzer build/fuzz 0

# How many seconds each of the long versions takes.
SOAK := 600

.PHONY: soak
soak: deps
	@$(MAKE) c-programs build/tests/fuzz
	@TINCAY_KILLS=3000 TINCAY_CRASHES=100 python3 Tests/C/run.py build/tests KillTests \
		$(notdir $(CRASH_PROGRAMS))
	@TINCAY_FLIPS=1 python3 Tests/C/run.py build/tests FlipTests
	@TINCAY_SOAK=1 swift test --quiet --disable-xctest --filter TableAttackTests
	@for target in $$(build/tests/fuzz list); do build/tests/fuzz $(SOAK) $$target || exit 1; done
	@$(MAKE) fuzzers SECONDS=$(SOAK)
	@$(MAKE) differential COUNT=100000

.PHONY: bench
bench: lib .venv-peers/ready
	@$(MAKE) build/bench/tincay-measure
	@CC=$(CC) Benchmarks/run.sh build Include
	@echo
	@python3 Benchmarks/validation.py build/bench $(PEERS) ../shared/bench/validation
	@echo
	@CC=$(CC) Benchmarks/storage/run.sh build Include build/bench/storage-folder .venv-peers $(STORED)
	@echo
	@$(MAKE) hostile

# How many reports a full store has; `make bench-storage STORED=20000` is quick.
STORED := 100000

.PHONY: bench-storage
bench-storage: lib .venv-peers/ready
	@CC=$(CC) Benchmarks/storage/run.sh build Include build/bench/storage-folder .venv-peers $(STORED)

build/bench/tincay-measure: Package.swift $(shell find Sources/TincayIntake Benchmarks/Engine -name '*.swift')
	@mkdir -p build/bench
	@swift build -c release --product tincay-measure >build/bench/build.log 2>&1 </dev/null \
		|| { cat build/bench/build.log; exit 1; }
	@cp .build/release/tincay-measure $@

.PHONY: hostile
hostile: lib
	@python3 Benchmarks/hostile.py $(LIBRARY) ../shared/data/json-test-suite/test_parsing

# ------------------------------------------------------------------------------------------------ install

.PHONY: install
install:
	@[ -f $(LIBRARY) ] || $(MAKE) lib
	@install -d $(DESTDIR)$(PREFIX)/include $(DESTDIR)$(PREFIX)/lib/pkgconfig $(DESTDIR)$(PREFIX)/share/tincay/forms
	@install -m 644 Include/tincay.h $(DESTDIR)$(PREFIX)/include/tincay.h
	@install -m 755 $(LIBRARY) $(DESTDIR)$(PREFIX)/lib/libtincay.so.$(VERSION)
	@ln -sf libtincay.so.$(VERSION) $(DESTDIR)$(PREFIX)/lib/libtincay.so.1
	@ln -sf libtincay.so.1 $(DESTDIR)$(PREFIX)/lib/libtincay.so
	@sed 's/@VERSION@/$(VERSION)/' Packaging/tincay.pc.in >$(DESTDIR)$(PREFIX)/lib/pkgconfig/tincay.pc
	@install -m 644 Forms/*.json $(DESTDIR)$(PREFIX)/share/tincay/forms/
	@echo 'Installed Tincay $(VERSION) in $(DESTDIR)$(PREFIX)'
	@[ -n '$(DESTDIR)' ] || [ "$$(id -u)" != 0 ] || ldconfig

.PHONY: uninstall
uninstall:
	@rm -f $(DESTDIR)$(PREFIX)/include/tincay.h $(DESTDIR)$(PREFIX)/lib/libtincay.so \
		$(DESTDIR)$(PREFIX)/lib/libtincay.so.1 $(DESTDIR)$(PREFIX)/lib/libtincay.so.$(VERSION) \
		$(DESTDIR)$(PREFIX)/lib/pkgconfig/tincay.pc
	@rm -rf $(DESTDIR)$(PREFIX)/share/tincay
	@echo 'Removed Tincay $(VERSION) from $(DESTDIR)$(PREFIX)'

# ------------------------------------------------------------------------------------------------ layout

SWIFT_FOLDERS := Sources Tests Tools Benchmarks
C_FILES = $(shell git ls-files '*.c' '*.h')
PYTHON_FOLDERS = $(wildcard Bindings/Python Examples Tests Tools Forms Benchmarks)

# Programs that prove and measure; the peers that some of them ask need not be there.
MYPY := --strict --python-version 3.10 --ignore-missing-imports --no-error-summary --allow-untyped-decorators

.PHONY: format
format: deps .venv/ready
	@swift format -i -r Package.swift $(SWIFT_FOLDERS)
	@clang-format -i $(C_FILES)
	@.venv/bin/ruff format -q $(PYTHON_FOLDERS)

.PHONY: lint
lint: deps .venv/ready
	@swift format lint --strict -r Package.swift $(SWIFT_FOLDERS)
	@clang-format --dry-run -Werror $(C_FILES)
	@.venv/bin/ruff format -q --check $(PYTHON_FOLDERS)
	@.venv/bin/ruff check -q $(PYTHON_FOLDERS)
	@[ ! -f Bindings/Python/pyproject.toml ] || (cd Bindings/Python && ../../.venv/bin/mypy </dev/null)
	@for folder in Tests/Suite Tests/Fuzz Benchmarks; do (cd $$folder && $(CURDIR)/.venv/bin/mypy $(MYPY) *.py </dev/null) || exit 1; done

.PHONY: clean
clean:
	@rm -rf build .build .build-embedded .build-fuzz .venv .venv-peers Examples/kiosk/tincay-kiosk \
		Examples/courier/tincay-courier Examples/desk/days.so
