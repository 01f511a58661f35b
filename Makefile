# From a fresh clone, `make demo` shows what Elshi does and `make test` runs its tests.
# Each does all its own set-up (tools/prepare.sh: a virtual environment in .venv).
.PHONY: help demo test check docs format clean
.DEFAULT_GOAL := help

BIN := .venv/bin
JOBS ?= 2

help: ## say what can be made
	@awk -F':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' Makefile

# A stamp is older than pyproject.toml when the dependencies may have changed.
.venv/ready-run: pyproject.toml tools/prepare.sh
	@tools/prepare.sh run
	@touch $@

.venv/ready-dev: pyproject.toml tools/prepare.sh
	@tools/prepare.sh dev
	@touch $@ .venv/ready-run

demo: .venv/ready-run ## read the examples into a register and ask it three questions
	@PATH="$(CURDIR)/$(BIN):$$PATH" tools/demo.sh

test: .venv/ready-dev ## run the tests
	@$(BIN)/pytest -q -n $(JOBS) --dist loadgroup

check: .venv/ready-dev ## run the linters, the types, the import contracts; see that the reference and the catalogues are up to date
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/make_reference.py --check
	$(BIN)/python tools/make_catalogues.py --check

docs: .venv/ready-dev ## write the generated reference pages anew
	$(BIN)/python tools/make_reference.py

format: .venv/ready-dev ## put the code in order
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean: ## remove what was made
	rm -rf .venv build dist demo-out .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
