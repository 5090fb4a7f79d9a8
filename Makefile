# make        build bylaw, check the policies, build the sites
# make test   run every test there is
# make help   list the rest
#
# Knobs: APT=no             never install a package
#        SWIFT=…            another toolchain
#        SWIFTFLAGS=…       more flags for each Swift build
#        WORKSPACE=dir      check and build another workspace
#        OUTPUT=dir         build the sites elsewhere
#        ONLY="mail pages"  run only these groups of the site suite
#        CHROMIUM=path      another browser for the site suite
#        BYLAW=path         let the story and the samples run this program
#        HISTORY=required   fail where the history of policies/ cannot be judged

SWIFT ?= swift
SWIFTFLAGS ?=
PYTHON ?= python3
WORKSPACE ?= .
OUTPUT ?= build
APT ?= yes
ONLY ?=

export APT CHROMIUM

SCRATCH := .build
# A program that somebody names is run and never built over.
GIVEN := $(BYLAW)
override BYLAW := $(SCRATCH)/bin/bylaw
STATIC := $(SCRATCH)/static
VENV := $(SCRATCH)/venv
SOURCES := $(shell find Package.swift Sources site -not -name '.*' 2>/dev/null)
STRICT := --explicit-target-dependency-import-check error

# One stripped binary that needs nothing but the C and C++ runtimes. $(STATIC) holds only archives of
# cmark-gfm and a pkg-config file that names that folder, so that no linker finds the shared ones.
RELEASE := -c release --product bylaw --static-swift-stdlib --pkg-config-path $(STATIC) -Xlinker -s

.DEFAULT_GOAL := all
.PHONY: all help needs build check sites test test-swift test-site test-story lint layers bench \
  pictures demo tutorial samples samples-enforce clean
.DELETE_ON_ERROR:

all: sites
	@echo
	@if [ -d "$(OUTPUT)/help" ]; then echo "The sites are ready:"; fi
	@for site in help moderators emails; do \
	  if [ -d "$(OUTPUT)/$$site" ]; then echo "  $(OUTPUT)/$$site/"; fi; done
	@echo "Look at them, and see each change as you save it:"
	@echo "  $(BYLAW) serve$(if $(filter-out .,$(WORKSPACE)), --directory $(WORKSPACE))"

help:
	@echo "make            build bylaw, check policies/ and their history, build the sites into $(OUTPUT)/"
	@echo "make test       all tests: Swift, command line, browser, HTML, mail"
	@echo "make test-swift the Swift tests only"
	@echo "make test-site  the site suite only; ONLY=\"mail pages\" runs some groups of it"
	@echo "make demo       the whole life of a policy, played and told"
	@echo "make test-story the same, quietly; fails if docs/tutorial.md is out of date"
	@echo "make tutorial   write docs/tutorial.md anew from the demo"
	@echo "make samples    new review rounds and signed records for policies/"
	@echo "make lint       format and layering, without tests"
	@echo "make pictures   take the README's pictures again"
	@echo "make bench      the speed table"
	@echo "make clean      remove what was built"

needs:
	@.ci/install build

build: needs
	@$(MAKE) --no-print-directory $(BYLAW)

$(BYLAW): $(SOURCES) Makefile .ci/archives
	@if [ -x $@ ]; then echo "Building bylaw …"; \
	 else echo "Building bylaw: the first time takes several minutes …"; fi
	@.ci/archives $(STATIC)
	$(SWIFT) build $(RELEASE) $(SWIFTFLAGS)
	@mkdir -p $(@D)
	@cp $(SCRATCH)/release/bylaw $@.new && mv $@.new $@

# Status 3 says that history cannot be told here: a copy without git, or a shallow clone. What follows from
# history is then left out and said to be, unless HISTORY=required.
CHECK = $(BYLAW) check --directory $(WORKSPACE) --output-format concise --fail-on error

check: build
	@echo "Checking $(WORKSPACE)/policies and their history …"
	@$(CHECK) --history; status=$$?; \
	if [ $$status -ne 3 ] || [ "$(HISTORY)" = required ]; then exit $$status; fi; \
	echo "The history was left out. Checking the files alone …"; $(CHECK)

sites: check
	@echo "Building the sites …"
	@$(BYLAW) build --directory $(WORKSPACE) --output $(OUTPUT); status=$$?; \
	if [ $$status -ne 3 ] || [ "$(HISTORY)" = required ]; then exit $$status; fi; \
	echo "The sites were left out: what is in force follows from the whole history."

# What fails keeps nothing after it from running.
test: build
	@.ci/install test
	@failed=; for part in lint test-swift test-story test-site; do \
	  $(MAKE) --no-print-directory $$part || failed="$$failed $$part"; done; \
	if [ -n "$$failed" ]; then echo "Failed:$$failed" >&2; exit 1; fi

lint:
	@echo "Format …"
	@$(SWIFT) format lint --strict --recursive Sources Tests Package.swift
	@echo "Layers …"
	@.ci/layers

test-swift: needs
	@echo "Building and running the Swift tests: the first time takes several minutes …"
	$(SWIFT) build --build-tests $(STRICT) $(SWIFTFLAGS)
	$(SWIFT) test --skip-build $(STRICT) $(SWIFTFLAGS) --skip PreviewServerTests
	$(SWIFT) test --skip-build $(STRICT) $(SWIFTFLAGS) --filter PreviewServerTests

test-site: build
	@.ci/python $(VENV) $(PYTHON)
	@echo "Site suite …"
	@SWIFT_BACKTRACE=enable=no $(VENV)/bin/python Tests/Site/run.py --bylaw $(BYLAW) $(ONLY)

STORY = $(PYTHON) Tests/Story/demo.py --bylaw $(or $(GIVEN),$(BYLAW))

demo: $(if $(GIVEN),,build)
	@$(STORY)

test-story: $(if $(GIVEN),,build)
	@echo "Story …"
	@$(STORY) --quiet --check docs/tutorial.md

tutorial: $(if $(GIVEN),,build)
	@$(STORY) --quiet --markdown docs/tutorial.md

samples: $(if $(GIVEN),,build)
	@$(PYTHON) Tests/Story/samples.py --bylaw $(or $(GIVEN),$(BYLAW))

samples-enforce:
	@$(PYTHON) Tests/Story/samples.py --enforce

pictures: build
	@.ci/install test
	@.ci/python $(VENV) $(PYTHON)
	@$(VENV)/bin/python Tests/Site/pictures.py --bylaw $(BYLAW)

bench: build
	@Benchmarks/run

clean:
	rm -rf $(SCRATCH)
	@if [ -f "$(OUTPUT)/.bylaw" ]; then echo "rm -rf $(OUTPUT)"; rm -rf "$(OUTPUT)"; fi
