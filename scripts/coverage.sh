#!/bin/sh
# Prints which lines of src/Arith its own tests run, by file and in total; fails below the least percentage.
set -eu
configuration=${1:-Release}
least=${2:-95}
root=$(cd "$(dirname "$0")/.." && pwd)
report="$root/artifacts/coverage/arith.cobertura.xml"
mkdir -p "$(dirname "$report")"
rm -f "$report"
cd "$root"
dotnet build tests/Arith.Tests --configuration "$configuration" --verbosity quiet --nologo -clp:NoSummary -p:UseSharedCompilation=false
dotnet test --project tests/Arith.Tests --configuration "$configuration" --no-build --no-progress \
    --coverage --coverage-output-format cobertura --coverage-output "$report"

# The report has one element a line. A line of code stands in it once for its method and once for its class, and once more for every
# instance of a generic method: it counts once, as run if any of these was.
awk -F'"' -v folder="$root/src/Arith/" -v least="$least" '
    /<class / { for (i = 1; i < NF; i++) if ($i ~ / filename=$/) file = $(i + 1) }
    /<line / && index(file, folder) == 1 {
        name = substr(file, length(folder) + 1)
        for (i = 1; i < NF; i++) {
            if ($i ~ /<line number=$/) line = $(i + 1) + 0
            if ($i ~ / hits=$/) hits = $(i + 1) + 0
        }
        if (!((name, line) in seen)) { seen[name, line] = 0; lines[name]++; if (line > last[name]) last[name] = line }
        if (hits > 0) seen[name, line] = 1
    }
    # "12-14, 20" for the lines that were not run; lines without code do not end a range.
    function missing(name,    line, first, end, text) {
        for (line = 1; line <= last[name] + 1; line++) {
            if ((name, line) in seen && !seen[name, line]) { if (!first) first = line; end = line }
            else if (first && (line > last[name] || (name, line) in seen)) {
                text = text (text ? ", " : "") first (end > first ? "-" end : "")
                first = 0
            }
        }
        return text
    }
    END {
        sort = "sort -k3"
        for (name in lines) {
            covered = 0
            for (line = 1; line <= last[name]; line++) if (((name, line) in seen) && seen[name, line]) covered++
            total += lines[name]
            run += covered
            text = missing(name)
            printf "%6.1f %% %-34s %4d lines%s\n", 100 * covered / lines[name], name, lines[name], text ? ", not run: " text : "" | sort
        }
        close(sort)
        if (total == 0) { print "coverage: the report names no file of " folder; exit 1 }
        percent = 100 * run / total
        printf "%6.1f %% of %d lines of src/Arith, at least %d %% wanted\n", percent, total, least
        exit percent < least
    }' "$report"
