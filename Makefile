# What a developer does, in one word each; `make help` lists it.

VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.runtime
TOOLS := $(VENV)/.tools
PYTHONS ?= python3.13 python3.12 python3.11 python3

unexport PYTHONDONTWRITEBYTECODE # compiled modules are what makes the second start quick

.DEFAULT_GOAL := help
.PHONY: help run test check bench screenshots dist clean

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## /\1|/p' $(MAKEFILE_LIST) | while IFS='|' read -r name what; do \
		printf '  make %-12s %s\n' "$$name" "$$what"; \
	done

run: $(RUNTIME) ## open the reading room; ARGS="list" or the like is handed on
	@$(BIN)/python -m herreader $(ARGS)

test: $(TOOLS) ## run the whole test suite; ARGS is handed to pytest
	@$(BIN)/python -m pytest -n auto $(ARGS)

check: $(TOOLS) ## lint, types, import rules, and the bundled room
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/herreader check content

bench: $(TOOLS) ## measure the speed against a bare Textual app, and print a table
	@$(BIN)/python -m tests.benchmarks $(ARGS)

screenshots: $(TOOLS) ## make the pictures in screenshots/ anew
	@$(BIN)/python scripts/screenshots.py

dist: $(TOOLS) ## build the wheel and the source archive into dist/
	@rm -rf dist
	@$(BIN)/python -m hatchling build

clean: ## take away everything that the other commands have made
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	find herreader tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUNTIME): pyproject.toml
	@python=$$(scripts/find-python $(PYTHONS)) && \
		{ [ -x $(BIN)/python ] || { echo "Making $(VENV) with $$python"; "$$python" -m venv $(VENV); }; }
	@echo "Installing herreader into $(VENV)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@$(BIN)/python -m compileall -q herreader
	@touch $@

$(TOOLS): $(RUNTIME)
	@echo "Installing what tests and checks need"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@
