# The manual: `make help` prints every target with the words beside it.
SHELL := /bin/sh
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
MASTHEAD := $(BIN)/masthead
READY := $(VENV)/.ready
TEST_READY := $(VENV)/.test-ready

# Words that are passed on: POST=content/blog/2026/x.md PHASE=write FORMAT=json RULE=sources-listed
check_options = $(if $(POST),--post "$(POST)") $(if $(PHASE),--phase "$(PHASE)") $(if $(FORMAT),--format "$(FORMAT)")
signing_key = $(if $(KEY),--key "$(KEY)")

.PHONY: help
help: ## print this manual
	@awk 'BEGIN {FS = ":.*## "} /^##@/ {printf "\n%s\n", substr($$0, 5)} \
	  /^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

##@ Writing
.PHONY: new check fix explain serve share
new: $(READY) ## begin a post: asks for what the policy requires (NEW='--title "A title" --lang nb ...')
	@$(MASTHEAD) new $(NEW)

check: $(READY) ## say what stands against publishing (POST= PHASE=write|merge|publish FORMAT=text|json|...)
	@$(MASTHEAD) check $(check_options)

fix: $(READY) ## apply the mechanical corrections (POST=)
	@$(MASTHEAD) fix $(if $(POST),--post "$(POST)")

explain: $(READY) ## tell what a rule asks and why (RULE=)
	@$(MASTHEAD) explain $(RULE)

share: $(READY) ## show what a post says on each network, counted as it counts (POST= NETWORK=)
	@$(MASTHEAD) share --post "$(POST)" $(if $(NETWORK),--network "$(NETWORK)")

serve: $(READY) ## build, show at http://localhost:8000/ and reload on every edit (PORT=)
	@$(MASTHEAD) serve $(if $(PORT),--port "$(PORT)")

##@ Signing
.PHONY: sign withdraw force status signers demo-keys
sign: $(READY) ## approve posts: see what changed, then sign (POST="a.md b.md" or ALL=1, KEY=, YES=1)
	@$(MASTHEAD) sign $(foreach post,$(POST),--post "$(post)") $(if $(ALL),--all) $(if $(YES),--yes) $(signing_key)

withdraw: $(READY) ## take a post back (POST= REASON=)
	@$(MASTHEAD) withdraw --post "$(POST)" --reason "$(REASON)" $(signing_key)

force: $(READY) ## let a post out in an emergency, until another editor approves it (POST= REASON=)
	@$(MASTHEAD) force --post "$(POST)" --reason "$(REASON)" $(signing_key)

status: $(READY) ## tell what waits, for whom and since when (POST=, ALL=1)
	@$(MASTHEAD) status $(if $(POST),--post "$(POST)") $(if $(ALL),--all)

signers: $(READY) ## write allowed_signers, with which ssh-keygen alone verifies a post
	@$(MASTHEAD) signers --output allowed_signers

demo-keys: $(READY) ## try sign-off out: new keys for the editors, every post signed (FRESH=1 forgets the old)
	@$(MASTHEAD) demo-keys $(if $(FRESH),--fresh)

##@ Publishing
.PHONY: html publish adopt baseline
html: $(READY) ## check the policy and build the site into output/
	@$(MASTHEAD) build

publish: $(READY) ## build what goes out: output/ with the search in it, and the share kit beside it
	@$(MASTHEAD) publish

adopt: $(READY) ## take an existing Pelican site in (PEOPLE=people.json)
	@$(MASTHEAD) adopt $(if $(PEOPLE),--people "$(PEOPLE)")

baseline: $(READY) ## record the findings of posts older than `adopted:`
	@$(MASTHEAD) baseline

##@ Working on Masthead itself
.PHONY: test lint manual screenshots bench profile clean
test: $(TEST_READY) ## pass every test: style, types, rules, builds, browser
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(MASTHEAD) manual --check
	@$(BIN)/pytest -n 2 $(TESTS)

lint: $(TEST_READY) ## ruff and mypy alone
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

manual: $(READY) ## write docs/rules and docs/schemas from the code
	@$(MASTHEAD) manual

screenshots: $(TEST_READY) ## take pictures of every kind of page into docs/screenshots
	@PYTHONPATH=tests $(BIN)/python tests/browser/screenshots.py

bench: $(READY) ## measure beside other generators, write docs/benchmarks.md (SIZES= ROUNDS= MINUTES= CORPUS= FOLDER=)
	@tests/bench/peers/install "$(abspath $(BIN)/python)"
	@$(BIN)/python tests/bench/run.py $(if $(SIZES),--sizes "$(SIZES)") $(if $(ROUNDS),--rounds "$(ROUNDS)") \
	  $(if $(MINUTES),--minutes "$(MINUTES)") $(if $(CORPUS),--corpus "$(CORPUS)") $(if $(FOLDER),--folder "$(FOLDER)")

profile: $(READY) ## show where the time of checks and builds goes, cold and after an edit (SIZE=1000)
	@$(BIN)/python tests/bench/profiled.py $(if $(SIZE),--size "$(SIZE)")

clean: ## remove the output, the cache and the environment
	@rm -rf output .masthead $(VENV)

# The environment is made anew when what it consists of changes.
$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Masthead needs Python 3.11 or newer: make PYTHON=python3.11 ..." >&2; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --use-pep517 -c constraints.txt -e '.[search]'
	@touch $@

$(TEST_READY): $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --use-pep517 -c constraints.txt -e '.[search,test]'
	@tests/install
	@touch $@
