# Two commands: `make run` and `make test`. Needs Python >= 3.11 with venv (Debian: python3-venv) and make.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
RUN_STAMP := .venv/installed
DEV_STAMP := .venv/installed-dev
COMPILED := .venv/compiled
OURS := bot handlers tests
TESTS := $(BIN)/pytest -n auto --dist worksteal

.PHONY: run demo test test-all simulate lint bench bench-world words map migration pictures clean

# With LIANDONG_BOT_TOKEN (environment or .env) the bot on Telegram, without it the demo in the browser. Both migrate.
run: $(COMPILED)
	@if [ -n "$$LIANDONG_BOT_TOKEN" ] || grep -qs '^LIANDONG_BOT_TOKEN=.' .env; \
	then exec $(BIN)/liandong run; else exec $(BIN)/liandong demo; fi

demo: $(COMPILED)
	@exec $(BIN)/liandong demo

# Each story once, in a language and on a database that follow from its name: docs/suite.md.
test: lint $(COMPILED)
	$(TESTS)

# Each story in three languages on both databases. This is what green means.
test-all: lint $(COMPILED)
	$(TESTS) --every

# One seed again (SEED=7 DAYS=30), or fresh ones in a row (YEARS=10), on a server (POSTGRES=1): docs/simulation.md.
simulate: $(DEV_STAMP) $(COMPILED)
	$(BIN)/python -m tests.simulation $(if $(SEED),--seed $(SEED)) $(if $(DAYS),--days $(DAYS)) $(if $(YEARS),--years $(YEARS)) \
		$(if $(PEOPLE),--people $(PEOPLE)) $(if $(PACE),--pace $(PACE)) $(if $(FAULTS),--faults $(FAULTS)) $(if $(POSTGRES),--postgres)

lint: $(DEV_STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-logo
	$(BIN)/mypy

bench: $(DEV_STAMP) $(COMPILED)
	$(BIN)/python -m tests.benchmarks --keep
	$(BIN)/python -m tests.benchmarks.summaries
	$(BIN)/python -m tests.benchmarks.page
	$(BIN)/python -m tests.benchmarks.scrolling

# Makes a world of this size (SCALE=1 is the whole) and looks through it, then prints what grows with the data.
bench-world: $(DEV_STAMP) $(COMPILED)
	$(BIN)/python -m tests.benchmarks.world $(or $(SCALE),0.01) $(DATABASE)
	$(BIN)/python -m tests.growth.measuring

# Reads the sentences of bot/speech and handlers into locales/messages.pot and brings the three catalogues up to date.
words: $(DEV_STAMP)
	$(BIN)/python -m tests.making.words

# Walks the demo's agency and draws docs/map.md: which button stands where and leads to what.
map: $(DEV_STAMP)
	$(BIN)/python -m tests.making.map
	$(BIN)/python -m tests.making.happened

migration: $(DEV_STAMP)
	$(BIN)/python -m tests.making.new_migration $(WORDS)

pictures: $(DEV_STAMP)
	$(BIN)/python -m tests.making.pictures

# The stamps are written last, so that a broken install is tried again and a good one costs nothing.
.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "liandong needs Python 3.11 or newer"; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "Python has no venv here (Debian: apt-get install python3-venv)"; exit 1; }

$(RUN_STAMP): .venv/bin/python pyproject.toml constraints.txt
	@echo "Installing (about a minute, once) …"
	@$(BIN)/pip install -q --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(DEV_STAMP): $(RUN_STAMP)
	@$(BIN)/pip install -q --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

# Compiled once, here, so that every start is quick, also where Python is told not to write what it compiles.
$(COMPILED): $(RUN_STAMP) $(shell find $(OURS) -name '*.py') $(wildcard locales/*/LC_MESSAGES/*.po)
	@$(BIN)/python -m compileall -q $(OURS)
	@$(BIN)/python -m bot.speech.catalogues
	@touch $@

clean:
	rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
