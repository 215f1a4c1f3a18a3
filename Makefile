# `make` alone lists the targets. The first `make run` or `make test` installs what is missing.

PORT ?= 8000
PYTHON ?= python3
WORKERS ?= 2
ARGS ?=
ALLIANCE_VAR_DIR ?= var

BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
APPS := home members pledges search
CODE := $(APPS) site tests audit bench manage.py
INSTALL := $(BIN)/python -m pip install --disable-pip-version-check --progress-bar off \
	--no-deps --require-hashes

export ALLIANCE_VAR_DIR
.DEFAULT_GOAL := help
.PHONY: help run test test-code test-browser lint audit bench screenshot catalogues lock format reset clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/installed ## Run the site: PORT=8000 changes the port, Ctrl-C stops everything
	@$(MANAGE) start --port $(PORT)

test: test-code test-browser ## Run every test: ARGS="tests/home -k news" chooses

# Status 5 means that ARGS chose no test of this half.
test-code: .venv/installed-dev
	@$(MANAGE) catalogues --compile
	$(BIN)/pytest -n $(WORKERS) -m "not browser" $(ARGS) || [ $$? -eq 5 ]

# In one process, since they share one demonstration site.
test-browser: .venv/installed-dev
	@$(BIN)/python -m tests.chromium
	@$(MANAGE) catalogues --compile
	$(BIN)/pytest -m browser $(ARGS) || [ $$? -eq 5 ]

lint: .venv/installed-dev ## Check style, types, layers, templates, migrations, translations
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy site $(APPS) audit bench
	PYTHONPATH=.:site $(BIN)/lint-imports --no-logo
	$(BIN)/djlint --lint --quiet site/templates
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) catalogues --check

audit: .venv/installed-dev node_modules/installed ## Hold every page to axe, Nu, links, Lighthouse
	@$(BIN)/python -m tests.chromium
	@$(MANAGE) catalogues --compile
	$(BIN)/python -m audit

bench: .venv/installed-dev ## Measure beside the smallest Wagtail project, and 1,000 members beside 10
	@$(MANAGE) catalogues --compile
	$(BIN)/python -m bench
	$(BIN)/python -m bench.scale

screenshot: .venv/installed-dev ## Draw the picture in the README anew
	@$(BIN)/python -m tests.chromium
	@$(MANAGE) catalogues --compile
	$(BIN)/python -m audit.screenshot

catalogues: .venv/installed-dev ## Collect new strings for the translators
	$(MANAGE) catalogues --update

lock: .venv/installed-dev ## Compile the requirements from pyproject.toml: ARGS=--upgrade
	$(BIN)/python -m audit.lock $(ARGS)

format: .venv/installed-dev ## Put the code in its house style
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

reset: ## Delete the database and uploads of `make run`, after asking
	@if kill -0 $$(head -1 $(ALLIANCE_VAR_DIR)/postgres/postmaster.pid 2>/dev/null) 2>/dev/null; then \
		echo "The site is running: stop it first."; exit 1; fi
	@printf "Delete everything in $(ALLIANCE_VAR_DIR)/, database and uploads? [yes/no] "; \
		read answer; [ "$$answer" = yes ] || { echo "Nothing was deleted."; exit 1; }
	@rm -rf $(ALLIANCE_VAR_DIR)
	@echo "Deleted. make run starts afresh."

clean: ## Delete what was installed: .venv and node_modules
	rm -rf .venv node_modules

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or later is needed (PYTHON=python3.12 chooses one)."; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "On Debian: apt install python3-venv"; exit 1; }

.venv/installed: requirements.txt | .venv/bin/python
	@echo "Installing Python packages ..."
	@$(INSTALL) -r requirements.txt
	@touch $@

.venv/installed-dev: requirements-dev.txt | .venv/installed
	@echo "Installing Python packages for development ..."
	@$(INSTALL) -r requirements-dev.txt
	@touch $@

node_modules/installed: package-lock.json
	npm ci
	@touch $@
