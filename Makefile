# make demo   set everything up and build a graph from examples/
# make test   set everything up and run the tests
# make check  format, lint, types, tests: before every commit

BIN := .venv/bin
CODE := kg tests training tools docs benchmarks hatch_build.py

.PHONY: demo test check format lint types clean

demo: .venv/installed
	@$(BIN)/kg build examples --out demo

test: .venv/dev
	$(BIN)/pytest -n 2 --dist loadfile

check: .venv/dev format lint types test

format: .venv/dev
	$(BIN)/ruff format $(CODE)

lint: .venv/dev
	$(BIN)/ruff check $(CODE)

types: .venv/dev
	$(BIN)/mypy

clean:
	rm -rf demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/installed: pyproject.toml scripts/setup.sh kg/view/package-lock.json
	@scripts/setup.sh

.venv/dev: pyproject.toml scripts/setup.sh kg/view/package-lock.json
	@scripts/setup.sh dev
