# make demo   set up and run the main job on the bundled example
# make test   set up and run every check and test
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test quick lint types contracts docs catalogues notebooks milp ipynb test-spark test-browser benchmarks laws fuzz coverage test-oldest test-newest mutants peers lock clean setup mixtures
.DEFAULT_GOAL := demo

setup: $(READY)

$(READY): requirements/dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q nktrade  # pip compiles what it copies, not what it links
	touch $@

demo: $(READY)
	$(BIN)/nktrade check nktrade/examples/june-2018.md --fail-on never

test: lint types contracts
	$(BIN)/python -m pytest -n 2

quick: $(READY)
	$(BIN)/python -m pytest -x -q

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

contracts: $(READY)
	$(BIN)/lint-imports --no-cache

docs: $(READY) catalogues
	$(BIN)/python docs/pictures.py
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

# The pages that the package writes of itself.
catalogues: $(READY)
	$(BIN)/python docs/generate.py
	PYTHONPATH=. $(BIN)/python benchmarks/printed_errors.py --page docs/printed-errors.md

notebooks: $(READY)
	$(BIN)/python -m pytest -q tests/notebooks

# Notebooks as Jupyter opens them, every cell run: notebooks/*.ipynb.
ipynb: $(READY)
	$(BIN)/jupytext --quiet --to ipynb notebooks/*.py
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/jupyter execute --inplace notebooks/*.ipynb

# 10,000 generated systems, located by circuits and by a MILP: some twenty minutes.
milp: $(READY)
	$(BIN)/python benchmarks/diagnosis_against_milp.py 10000

# Needs a Chromium on the PATH, and says what to install where there is none.
test-browser: $(READY)
	$(BIN)/python -m pytest -q -m browser tests/report

# Needs Java 17. Pyspark stands beside the pinned environment, which others import as it is.
SPARK := .venv-spark
test-spark: $(READY) $(SPARK)/pyspark
	PYTHONPATH=$(SPARK) $(BIN)/python -m pytest -q tests/customs/test_customs_spark.py

$(SPARK)/pyspark: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --target $(SPARK) --upgrade "pyspark>=4.0"
	touch $@

benchmarks: $(READY)
	$(BIN)/python benchmarks/diagnosis_quality.py
	$(BIN)/python benchmarks/diagnosis_speed.py
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/start.py
	$(BIN)/python benchmarks/customs_mirror.py
	$(BIN)/python benchmarks/customs_sums.py

# Number and unit beside two libraries that read them; in an environment of their own, some three minutes.
PEERS := .venv-peers
peers: $(PEERS)/.ready
	PYTHONPATH=. $(PEERS)/bin/python benchmarks/reading_peers.py

$(PEERS)/.ready: requirements/peers.txt
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check -r requirements/peers.txt
	touch $@

# Every law on 2,000 inputs instead of 30, drawn anew each time: an hour.
laws: $(READY)
	NKTRADE_HYPOTHESIS=long $(BIN)/python -m pytest -q -n 2 tests/laws

# Ten minutes a target; with atheris installed its coverage leads. make fuzz SECONDS=60 for less.
SECONDS ?= 600
fuzz: $(READY)
	$(BIN)/python fuzz/run.py --seconds $(SECONDS)

# Tests whose work is done in processes of their own, which only a measurement of each process sees.
IN_PROCESSES := tests/testing/test_plugin_items.py tests/road/test_road_folders.py

# Lines and branches that no test enters, named, and for mutants which test enters which line.
# Started before pytest, whose plugins load the package.
coverage: $(READY)
	PYTHONPATH=benchmarks NKTRADE_HYPOTHESIS=quick $(BIN)/python -m coverage run -m pytest -q -p contexts
	$(BIN)/python -m coverage run --rcfile=benchmarks/processes.coveragerc -m pytest -q $(IN_PROCESSES)
	sleep 5  # a worker whose parent has gone writes last
	$(BIN)/python -m coverage combine -q --keep --data-file=.coverage.whole .coverage .coverage.processes.*
	$(BIN)/python -m coverage report --data-file=.coverage.whole

# Both ends of the ranges that users may have, on each Python that is here.
test-oldest test-newest:
	.ci/ranges $(@:test-%=%)

# After make coverage, on the same tree.
mutants: $(READY)
	$(BIN)/python benchmarks/mutants.py --log benchmarks/mutants.jsonl

# 5,000 reports that mix channels, standings, bans and grace, written, and as claims and as rows: no
# error. Half an hour.
mixtures: $(READY)
	NKTRADE_HYPOTHESIS=long $(BIN)/python -m pytest -q -n 2 tests/laws/test_mixed_reports_laws.py \
	  tests/laws/test_limits_laws.py tests/laws/test_gap_laws.py

# Pins are renewed on purpose, never by the way: needs uv.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --quiet pyproject.toml \
	  --extra testing --extra plot --extra pdf --extra excel requirements/dev.in -o requirements/dev.txt

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
