#!/bin/sh
# Which lines of the co-processor's RTL run under random chains of jobs, and which of its bits change, by module and in total; fails below the
# least percentage of lines. Lines that never ran are listed; bits that never changed are in artifacts/coverage/rtl/toggle-holes.txt.
set -eu
least=${1:-95}
root=$(cd "$(dirname "$0")/.." && pwd)
folder="$root/artifacts/coverage/rtl"
rm -rf "$folder"
mkdir -p "$folder"
cd "$root"
XRNPE_COVERAGE_DIR="$folder" artifacts/xrnpe verify --only chains
verilator_coverage --write "$folder/all.data" "$folder"/*.dat >/dev/null
find "$folder" -name '*.dat' -delete

# A point is a line "C '...' count"; in its text, \001 starts a key and \002 its value: f file, l line, page v_line/, v_branch/ or v_toggle/, o the
# bit that changes.
awk -v least="$least" -v list="$folder/toggle-holes.txt" '
    function field(key,    i, rest) {
        i = index($0, "\001" key "\002")
        if (!i) return ""
        rest = substr($0, i + length(key) + 2)
        match(rest, /[\001\047]/)
        return substr(rest, 1, RSTART - 1)
    }
    /^C / {
        kind = field("page"); file = field("f"); line = field("l"); count = $NF + 0
        sub(/.*\//, "", file); sub(/\/.*/, "", kind)
        if (kind == "v_toggle") {
            bit = file " " field("o")
            if (!(bit in bits)) { bits[bit] = 0; width[file]++ }
            if (count > 0 && !bits[bit]) { bits[bit] = 1; toggled[file]++ }
        }
        if (kind != "v_line" && kind != "v_branch") next
        key = file SUBSEP line SUBSEP field("n") SUBSEP field("o")
        if (!(key in seen)) { seen[key] = 0; lines[file]++; holes[file] = holes[file] }
        if (count > 0 && !seen[key]) { seen[key] = 1; ran[file]++ }
        at[key] = line
    }
    # A module without a process has bits but no lines.
    function percent(part, all) { return all ? sprintf("%5.1f %% of %5d", 100 * part / all, all) : sprintf("%16s", "-") }
    END {
        for (key in seen) if (!seen[key]) { split(key, part, SUBSEP); holes[part[1]] = holes[part[1]] " " at[key] }
        for (bit in bits) if (!bits[bit]) print bit | "sort >" list
        for (file in width) {
            printf "%-28s lines %s  bits %s  %s\n", file, percent(ran[file], lines[file]), percent(toggled[file], width[file]), holes[file] ? "never:" holes[file] : "" | "sort"
            all += lines[file]; allran += ran[file]; allbits += width[file]; alltoggled += toggled[file]
        }
        close("sort")
        printf "%-28s lines %s  bits %s\n", "all", percent(allran, all), percent(alltoggled, allbits)
        exit 100 * allran / all < least
    }' "$folder/all.data"
