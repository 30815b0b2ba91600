# Two commands do everything on a fresh machine: `make demo` and `make test`. Both make their own virtual environment.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint types imports tests generated speed docs languagetool npm vscode vscode-tests clean

demo: .venv/demo  ## check the site in content/ with the house rules in rules/
	$(BIN)/contentlint check --exit-zero

test: lint types imports tests  ## everything that must hold

lint: .venv/dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/dev
	$(BIN)/mypy

imports: .venv/dev
	$(BIN)/lint-imports --no-cache

tests: .venv/dev
	$(BIN)/python -m pytest

generated: .venv/dev  ## write the files that are made from the code
	$(BIN)/python -m scripts.generate_index
	$(BIN)/python scripts/generate_schema.py
	$(BIN)/pybabel -q compile -D click -d src/contentlint/cli/locale
	$(BIN)/python -m scripts.generate_docs

speed: .venv/dev  ## measure the speed, beside rumdl, markdownlint-cli2 and cspell where they are installed
	$(BIN)/python -m benchmarks.speed --pages 1000

docs: .venv/dev  ## build the documentation in both languages, in build/site
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet --config-file mkdocs.nl.yml

languagetool: .venv/dev  ## fetch LanguageTool with Maven (130 MB), for its tests and benchmarks/languagetool.py
	$(BIN)/contentlint languagetool install --folder build/languagetool

npm: build/npm/done  ## fetch the npm packages that tests run: axe-core, html-validate, GitHub's toolkit

build/npm/done: tests/npm/package.json tests/npm/package-lock.json
	mkdir -p build/npm
	cp tests/npm/package.json tests/npm/package-lock.json build/npm/
	npm ci --prefix build/npm --ignore-scripts --no-audit --no-fund --silent
	touch $@

vscode: editors/vscode/node_modules/.package-lock.json  ## pack the extension for VS Code, as build/contentlint.vsix
	mkdir -p build
	cd editors/vscode && npm run --silent package

vscode-tests: editors/vscode/node_modules/.package-lock.json
	cd editors/vscode && npm test --silent

editors/vscode/node_modules/.package-lock.json: editors/vscode/package.json editors/vscode/package-lock.json
	npm ci --prefix editors/vscode --ignore-scripts --no-audit --no-fund --silent
	touch $@

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis dist

.venv/bin/python:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip

.venv/demo: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/dev: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev,docs]"
	touch $@
