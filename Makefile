# Everything that the project does, by name: `make help` lists it.
# Set-up is one environment in .venv, from hash-pinned requirements; DVC runs the stages.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := all
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
export PATH := $(CURDIR)/$(BIN):$(PATH)
export NO_MKDOCS_2_WARNING := 1
export DVC_NO_ANALYTICS := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: all setup tables site serve test lint check lock dist release clean help

all: tables site ## Set up, rebuild the dataset and its site, and say what is where (the default)
	@drawdown info data/tables
	@echo "site: site/index.html (make serve opens it on a local address)"

setup: $(READY) ## Make the environment in .venv

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "drawdown needs Python 3.11 or newer; name one: make PYTHON=python3.12")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing pinned requirements into $(VENV) (about two minutes)"
	@# the lock names every package: nothing is left to resolve, over which older pips stumble
	@$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements.lock
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

tables: $(READY) ## Rebuild the tables: dvc repro
	@dvc repro

site: tables ## Build the datasheet into site/
	@mkdocs build --strict --quiet
	@drawdown datadocs site/data-docs

serve: site ## Show the site on http://127.0.0.1:8000
	@$(BIN)/python -m http.server --bind 127.0.0.1 --directory site 8000

test: tables ## Run the tests
	@pytest -n 2 --dist loadgroup

lint: $(READY) ## Check style and types
	@ruff check .
	@ruff format --check .
	@mypy

check: $(READY) ## Check that every generated file in git is current
	@drawdown pages --check

lock: $(READY) ## Regenerate requirements.lock from pyproject.toml
	@uv pip compile pyproject.toml --extra dev --extra cluster --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet --output-file requirements.lock

dist: tables ## Build the wheel, with the tables of the release in it
	@rm -rf dist
	@$(BIN)/python -m hatchling build --target wheel

release: tables ## Freeze this version of the data, test it, build its wheel, commit and tag it; a step too small is refused
	@git diff --quiet HEAD || { echo "commit or put away your changes first (git status)"; exit 1; }
	@drawdown freeze
	@dvc repro
	@git diff --quiet data/release/ledger.csv || { echo "keeping the ids changed the tables: drawdown diff HEAD ."; exit 1; }
	@$(MAKE) --no-print-directory test dist
	@version=$$(sed -n 's/^version: //p' data/reference/dataset.yaml); git commit -q -am "Data $$version" && git tag "data-$$version" && \
	  echo "committed and tagged data-$$version; the wheel is in dist/"

clean: ## Remove what can be rebuilt: caches, the site, wheels; never data
	@rm -rf site dist build .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find src schemas tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## List the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12
