#!/bin/sh
# Installs by apt what building, testing and linting need beside the .NET SDK, and what is named as arguments: programs, or osu018, the
# standard-cell library. Says what to type where it may not.
set -eu

command -v dotnet >/dev/null || {
    echo "the .NET 10 SDK is not installed: see https://dotnet.microsoft.com/download/dotnet/10.0" >&2
    exit 2
}

# The package of a program, or of the library; most packages have the names of their programs.
package() {
    case $1 in
        sta) echo opensta ;;
        osu018) echo qflow-tech-osu018 ;;
        *) echo "$1" ;;
    esac
}

present() {
    case $1 in
        osu018) [ -e /usr/share/qflow/tech/osu018/osu018_stdcells.lib ] ;;
        *) command -v "$1" >/dev/null ;;
    esac
}

missing=
for tool in verilator yosys iverilog g++ make sta osu018 "$@"; do
    present "$tool" || missing="$missing $(package "$tool")"
done
[ -n "$missing" ] || exit 0

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
