# make demo   loads the samples and answers a question          make test   runs all tests
# make check  everything that must hold before a commit         make help   the rest

VENV := .venv
BIN := $(VENV)/bin
# A directory that another interpreter already made stays; else the first Python from 3.11 on makes it.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$name" && break; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install
RUN := $(VENV)/installed
DEV := $(VENV)/installed-dev
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	--prerelease if-necessary-or-explicit --generate-hashes

.DEFAULT_GOAL := help
.PHONY: help demo install install-dev test check format lint types imports ontology golden lock clean

help:  ## this list
	@sed -n 's/^\([a-z-]*\):.*##  */\1\t/p' $(MAKEFILE_LIST) | expand -t 14

demo: $(RUN)  ## load samples/ into ./data and ask which cities receive national regional medical centers
	@$(BIN)/kg load samples --data data
	@echo
	@echo "Which cities receive national regional medical centers?"
	@$(BIN)/kg ask "Which cities receive national regional medical centers?" --data data
	@echo
	@echo "Try next:"
	@echo "  $(BIN)/kg ask \"哪些城市将获得国家区域医疗中心?\""
	@echo "  $(BIN)/kg ask \"How many internet hospitals are planned in Chengdu?\""
	@echo "  $(BIN)/kg explain samples/*.txt"
	@echo "  $(BIN)/kg serve            then open http://127.0.0.1:8000/"
	@echo "  $(BIN)/kg --help"

install: $(RUN)  ## the environment that runs kg
install-dev: $(DEV)  ## the environment that tests it

test: $(DEV)  ## all tests
	$(BIN)/python -m pytest

check: lint types imports test  ## format, lint, types, import rules, tests

lint: $(DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(DEV)
	$(BIN)/mypy --strict .

imports: $(DEV)
	$(BIN)/lint-imports

format: $(DEV)  ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

ontology: $(DEV)  ## make ontology/generated again from ontology/schema
	$(BIN)/python -m ontology.generate

golden: $(DEV)  ## write the golden files of the tests again: review the difference like code
	KG_GOLDEN=1 $(BIN)/python -m pytest -q -k golden

lock: $(BIN)/uv  ## requirements*.lock again from pyproject.toml
	$(COMPILE) --all-extras --group dev --group build pyproject.toml -o requirements-dev.lock
	$(COMPILE) --group build -c requirements-dev.lock pyproject.toml -o requirements.lock

clean:  ## remove the environment, the demo's data and caches
	rm -rf $(VENV) data build *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "No Python from 3.11 on was found (with venv). Install one, or: make demo PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "making $(VENV) with $(PYTHON) ..."
	@$(PYTHON) -m venv $(VENV)

$(BIN)/uv: | $(BIN)/python
	@$(PIP) uv

# The build backend stands in the lock too, so that installing the project itself asks nothing of the network.
$(RUN): requirements.lock pyproject.toml | $(BIN)/python
	@echo "installing what requirements.lock names ..."
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(DEV): requirements-dev.lock pyproject.toml | $(BIN)/python
	@echo "installing what requirements-dev.lock names ..."
	@$(PIP) --require-hashes -r requirements-dev.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@ $(RUN)
