# XR-NPE. `make help` lists the targets.

CONFIGURATION := Release
TOOL := artifacts/xrnpe
DEMO := data/demo
FORMATS := fp4 p4 p8 p16
BACKENDS := golden emulator rtl
HDL := $(wildcard hdl/*.v)
TESTS := artifacts/dotnet/bin
FOLDER := $(shell echo $(CONFIGURATION) | tr '[:upper:]' '[:lower:]')
PROOF := $(TESTS)/XrNpe.Proof/$(FOLDER)/xrnpe-proof

export DOTNET_CLI_TELEMETRY_OPTOUT := 1
export DOTNET_NOLOGO := 1
# Build servers that outlive make would keep a CI job from ending.
export MSBUILDDISABLENODEREUSE := 1

.DEFAULT_GOAL := build
.PHONY: help setup build test driver-test integration demo matmul exhaustive formal coverage coverage-rtl mutate mutate-rtl format lint generate api pack hardware bench clean

help: ## Lists the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 12

setup: ## Installs by apt what is missing: verilator, yosys, iverilog, g++, make, opensta, the library osu018
	@scripts/setup.sh

build: ## Builds everything; leaves the tool in artifacts/xrnpe
	@dotnet restore XrNpe.sln --locked-mode --verbosity quiet
	@dotnet build XrNpe.sln --configuration $(CONFIGURATION) --no-restore --verbosity quiet --nologo -p:UseSharedCompilation=false
	@dotnet publish src/Cli --configuration $(CONFIGURATION) --no-restore --verbosity quiet --nologo --output artifacts/publish -p:UseSharedCompilation=false
	@cp artifacts/publish/xrnpe $(TOOL).new && mv $(TOOL).new $(TOOL)

test: setup build ## Sets up, builds, runs all tests; ends with their number
	@scripts/setup.sh chromium
	@scripts/test.sh $(CONFIGURATION)

driver-test: setup build ## Runs the C driver of sw/ on the Verilated tiny configuration
	@$(TOOL) generate --preset tiny --out artifacts/driver-test/hdl
	@$(MAKE) --no-print-directory -C sw/test HDL=$(CURDIR)/artifacts/driver-test/hdl BUILD=$(CURDIR)/artifacts/driver-test/build test

integration: setup ## Writes the tables of docs/integration.md again, and its timing diagrams from a simulation
	@dotnet build tests/Cosim --configuration $(CONFIGURATION) --verbosity quiet --nologo -clp:NoSummary -p:UseSharedCompilation=false
	@dotnet build tests/Rtlgen.Tests --configuration $(CONFIGURATION) --verbosity quiet --nologo -clp:NoSummary -p:UseSharedCompilation=false
	@XRNPE_WRITE_INTEGRATION=1 $(TESTS)/Cosim/$(FOLDER)/Cosim -noColor -noLogo -class '*TimingDiagramTests'
	@XRNPE_WRITE_INTEGRATION=1 $(TESTS)/Rtlgen.Tests/$(FOLDER)/Rtlgen.Tests -noColor -noLogo -class '*IntegrationDocumentTests'

demo: setup build ## A synthetic ride through a small VIO network at every precision, a frame pair of it on the RTL, and a report; in artifacts/demo
	@scripts/demo.sh $(TOOL) artifacts/demo

matmul: setup build ## Multiplies the matrices of data/demo in every format on every backend
	@$(TOOL) matmul $(DEMO)/activations.npy $(DEMO)/weights.npy $(FORMATS:%=--format %) $(BACKENDS:%=--backend %)

exhaustive: build ## Checks all 2^32 pairs of p16, products and sums; goes on where the last run ended
	@$(TOOL) verify --level exhaustive --only p16-pairs

formal: build ## Proves multiplier, decoders, the MAC's control and the register slave with yosys and berkeley-abc; fails when one is not proven
	@scripts/setup.sh berkeley-abc
	@$(PROOF) formal

coverage: ## Line coverage of src/Arith by its own tests; fails below 95 %
	@scripts/coverage.sh $(CONFIGURATION)

coverage-rtl: build ## Line coverage of the RTL under random chains of jobs; fails below 95 % of lines
	@scripts/setup.sh
	@scripts/coverage-rtl.sh

mutate: ## Changes src/Arith/Codec in every way Stryker knows; fails when tests see less than 90 % of it
	@dotnet tool restore --verbosity quiet
	@cd tests/Arith.Tests && dotnet stryker --output ../../artifacts/mutation

mutate-rtl: build ## Puts 200 mutants into the MAC's netlist and runs its vectors on each; fails when less than 95 % are caught
	@scripts/setup.sh berkeley-abc
	@$(PROOF) mutants

format: ## Formats the C#
	@dotnet format XrNpe.sln --no-restore

lint: setup ## Lints hdl/ with Verilator, Icarus Verilog and yosys
	verilator --lint-only -Wall --top-module xrnpe_coproc $(wildcard hdl/*.vlt) $(HDL)
	iverilog -g2005-sv -Wall -tnull -s xrnpe_coproc $(HDL)
	yosys -q -p "read_verilog $(HDL); hierarchy -check -top xrnpe_coproc; proc; check -assert"

generate: build ## Generates hdl/ again
	@$(TOOL) generate --preset default --out hdl

api: ## Writes src/Arith/PublicAPI.txt again
	@dotnet build tests/Arith.Tests --configuration $(CONFIGURATION) --verbosity quiet --nologo -clp:NoSummary -p:UseSharedCompilation=false
	@XRNPE_WRITE_API=1 artifacts/dotnet/bin/Arith.Tests/$(shell echo $(CONFIGURATION) | tr '[:upper:]' '[:lower:]')/Arith.Tests -noColor -noLogo -class '*PublicApiTests'

pack: ## Packs src/Arith for NuGet into artifacts/packages
	@# A build of its own: ContinuousIntegrationBuild takes the paths of this machine out of the symbols.
	@dotnet pack src/Arith --configuration $(CONFIGURATION) --output artifacts/packages --verbosity quiet --nologo -clp:NoSummary -p:UseSharedCompilation=false -p:ContinuousIntegrationBuild=true -p:ArtifactsPath=$(CURDIR)/artifacts/pack
	@ls artifacts/packages

hardware: build ## Synthesizes all that docs/hardware.md has tables of, and fills them in; takes half an hour
	@scripts/setup.sh
	@$(TOOL) synth --study --effort normal --out docs/hardware.md

bench: build ## Measures src/Arith with BenchmarkDotNet; results in artifacts/bench
	@dotnet run --project bench --configuration Release --no-build -- --filter '*' --artifacts artifacts/bench

clean: ## Removes what was built
	@rm -rf artifacts
