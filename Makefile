# The commands that people and CI use. `make demo`, `make test`, `make check`, `make bench`, `make docs`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
ASSETS := src/clarion/publish/assets/.ready
PAGES := src/clarion/workbench/static/workbench/vendor/.ready
COMPILED := src/clarion/reference/compiled/.ready
LEXICON := src/clarion/reference/compiled/lexicon.bin
LEXICON_SOURCES := $(wildcard src/clarion/extract/lexicon/*) src/clarion/extract/cues.py src/clarion/extract/inflect.py \
	src/clarion/language/lemmas.py
NPM_READY := node_modules/.package-lock.json
REFERENCE_SOURCES := $(shell find src/clarion/reference -name '*.py' -o -name '*.toml' -o -name '*.csv' 2>/dev/null)

.PHONY: setup demo test check format lint types imports schema docs gate bench lock wheel clean

setup: $(READY) $(COMPILED) $(LEXICON) $(ASSETS) $(PAGES)

# the venv is made whole or not at all: a half-made one has no stamp and is filled again
$(READY): requirements.lock requirements/followthemoney.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Clarion needs Python 3.11 or later; name one with: make PYTHON=/path/to/python3 $(MAKECMDGOALS)" >&2; exit 1; }
	@echo "Setting up $(VENV) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.lock
	@$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock requirements/uv.lock \
		requirements/followthemoney.lock
	@CLARION_SKIP_COMPILE=1 $(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

$(COMPILED): $(READY) $(REFERENCE_SOURCES)
	@echo "Compiling reference data ..."
	@$(BIN)/python -m clarion.reference.build
	@touch $@

$(LEXICON): $(COMPILED) $(LEXICON_SOURCES)
	@echo "Compiling the lexicon ..."
	@$(BIN)/python -m clarion.extract.lexicon.build >/dev/null
	@$(BIN)/python -m compileall -q src/clarion  # a process starts in half the time, also where Python writes no bytecode
	@touch $@

$(NPM_READY): package.json package-lock.json
	@command -v npm >/dev/null || { echo "npm is needed to build (not to run); install Node.js with npm" >&2; exit 1; }
	@npm ci --silent
	@touch $@

$(ASSETS): $(READY) $(NPM_READY) src/clarion/publish/build.py
	@echo "Preparing map data ..."
	@$(BIN)/python -m clarion.publish.build
	@touch $@

$(PAGES): $(READY) $(NPM_READY) src/clarion/workbench/build.py $(wildcard src/clarion/workbench/locale/*/LC_MESSAGES/*.po)
	@echo "Preparing the workbench ..."
	@$(BIN)/python -m clarion.workbench.build
	@touch $@

demo: setup
	@$(BIN)/clarion demo

test: setup
	@$(BIN)/pytest

check: setup format lint types imports schema docs gate

format:
	$(BIN)/ruff format --check .

lint:
	$(BIN)/ruff check .

types:
	$(BIN)/mypy

imports:
	$(BIN)/lint-imports --no-cache

schema:
	$(BIN)/python -m clarion.model.schema --check

docs: $(READY)
	$(BIN)/sphinx-build -q -W -b html docs docs/_build

gate: setup
	$(BIN)/python tests/gold/gate.py

bench: setup
	$(BIN)/python bench/run.py

lock:
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header --no-emit-index-url \
		--all-extras --group build --group dev --group docs pyproject.toml -o requirements.lock
	@printf 'uv==0.13.9\n' | $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header \
		--no-emit-index-url - -o requirements/uv.lock
# its schemata alone are read, by tests; what its code needs would ask for libraries of the system
	@printf 'followthemoney==4.11.2\n' | $(BIN)/uv pip compile --quiet --universal --no-deps --generate-hashes --no-annotate \
		--no-header --no-emit-index-url - -o requirements/followthemoney.lock

wheel: setup
	@$(BIN)/uv build --wheel --no-build-isolation --python $(BIN)/python -o dist

clean:
	rm -rf $(VENV) node_modules dist docs/_build src/clarion/reference/compiled src/clarion/publish/assets src/clarion/workbench/static/workbench/vendor
