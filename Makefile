# Headway. `make demo` and `make test` are all a newcomer needs; uv is used where present, plain venv and pip otherwise.
.DEFAULT_GOAL := help
.PHONY: help demo test test-full check bench clean
SHELL := /bin/bash

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)

help: ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

ifdef UV
  MAKE_VENV = uv venv -q --allow-existing --python $(PYTHON) $(VENV)
  INSTALL = uv pip install -q --python $(BIN)/python -c constraints.txt
else
  MAKE_VENV = test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
  INSTALL = $(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt
endif

$(VENV)/.core: pyproject.toml constraints.txt
	@$(MAKE_VENV)
	@echo "Installing Headway ..."
	@$(INSTALL) -e .
	@touch $@

$(VENV)/.market: pyproject.toml constraints.txt
	@$(MAKE_VENV)
	@echo "Installing Headway with what the market needs ..."
	@$(INSTALL) -e '.[market]'
	@touch $@ $(VENV)/.core

$(VENV)/.dev: pyproject.toml constraints.txt
	@$(MAKE_VENV)
	@echo "Installing Headway with its test tools ..."
	@$(INSTALL) -e '.[dev]'
	@touch $@ $(VENV)/.core $(VENV)/.market

# The CPU build of torch is wanted: where constraints.txt's version would bring CUDA, install the CPU build first.
$(VENV)/.long: $(VENV)/.dev
	@$(INSTALL) -e '.[dev,cluster,torch]'
	@touch $@

demo: $(VENV)/.market ## Install, then plan for the bundled example CV (an invented person) in the bundled market (invented postings)
	@HEADWAY_HOME=out/home $(BIN)/headway market import --example
	@HEADWAY_HOME=out/home $(BIN)/headway plan examples/mara-lindqvist.pdf --role machine-learning-engineer --hours 10 --html out/plan.html --ics out/plan.ics

test: $(VENV)/.dev ## Install, then run every test that fits in 20 minutes on two cores
	@$(BIN)/python -m pytest -m "not long" -n 2 --dist loadgroup

test-full: $(VENV)/.long ## The long tests too, and other examples of every law
	@$(BIN)/python -m pytest --hypothesis-profile=searching

check: $(VENV)/.dev ## All that CI checks: lint, format, types, import contracts, knowledge base, tests
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/headway check
	@$(BIN)/python -m pytest -m "not long" -n 2 --dist loadgroup

bench: $(VENV)/.dev ## Measure; the figures belong in docs/benchmarks/
	@for b in benchmarks/[a-z]*.py; do echo "== $$b"; $(BIN)/python $$b || exit 1; done

clean: ## Remove what was installed and made
	@rm -rf $(VENV) out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
