#!/bin/sh
# Installs by apt what building, testing and linting need beside the .NET SDK, and what is named as arguments; says what to type where it may not.
set -eu

command -v dotnet >/dev/null || {
    echo "the .NET 10 SDK is not installed: see https://dotnet.microsoft.com/download/dotnet/10.0" >&2
    exit 2
}

missing=
for tool in verilator yosys iverilog g++ make "$@"; do
    command -v "$tool" >/dev/null || missing="$missing $tool"
done
[ -n "$missing" ] || exit 0

# The packages have the names of their programs.
if ! command -v apt-get >/dev/null; then
    echo "not installed:$missing; install them with this system's package manager" >&2
    exit 2
elif [ "$(id -u)" = 0 ]; then
    run=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    run="sudo -n"
else
    echo "not installed:$missing; type: sudo apt-get update && sudo apt-get install -y --no-install-recommends$missing" >&2
    exit 2
fi

echo "installing$missing"
export DEBIAN_FRONTEND=noninteractive
$run apt-get update -qq
# Word splitting is meant: one argument for each package.
$run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
