# Two commands for a newcomer: `make up` runs it, `make test` tests it. Everything lands in .venv.
.DEFAULT_GOAL := help
PYTHON ?= python3
UV := $(shell command -v uv 2>/dev/null || echo .venv/bin/uv)
STAMP := .venv/.synced

.PHONY: help up test check format contracts clean

help: ## list the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/ \t/' | expand -t 12

.venv/bin/uv:
	$(PYTHON) -m venv .venv
	.venv/bin/pip install --quiet uv

# uv stays in .venv, though it is no dependency: without --inexact a sync would remove it again.
$(STAMP): pyproject.toml uv.lock $(filter .venv/bin/uv,$(UV))
	$(UV) sync --quiet --locked --inexact --compile-bytecode
	@touch $@

up: $(STAMP) ## run everything at http://127.0.0.1:8000
	exec .venv/bin/careercopilot up $(ARGS)

test: $(STAMP) ## run all tests
	.venv/bin/pytest $(ARGS)

check: $(STAMP) ## format, lint, types, contracts, fast tests
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports --config importlinter.toml
	.venv/bin/pytest -q tests/unit tests/architecture tests/http tests/worker

format: $(STAMP) ## put the code in order
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

contracts: $(STAMP) ## show the import contracts
	.venv/bin/lint-imports --config importlinter.toml

clean: ## remove .venv and caches, but no data
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
