#!/bin/sh
# Which lines of the co-processor's RTL run under random chains of jobs, by module and in total; fails below the least percentage. Lines that
# never ran are listed. Toggles are not counted: with them the smallest preset is 74 MB of C++.
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

# A point is a line "C '...' count"; in its text, \001 starts a key and \002 its value: f file, l line, page v_line/ or v_branch/.
awk -v least="$least" '
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
        if (kind != "v_line" && kind != "v_branch") next
        key = file SUBSEP line SUBSEP field("n") SUBSEP field("o")
        if (!(key in seen)) { seen[key] = 0; lines[file]++ }
        if (count > 0 && !seen[key]) { seen[key] = 1; ran[file]++ }
        if (count == 0) holes[file] = holes[file] " " line
    }
    END {
        for (file in lines) {
            printf "%-28s %5.1f %% of %4d  %s\n", file, 100 * ran[file] / lines[file], lines[file], holes[file] ? "never:" holes[file] : "" | "sort"
            all += lines[file]; allran += ran[file]
        }
        close("sort")
        printf "%-28s %5.1f %% of %4d\n", "all", 100 * allran / all, all
        exit 100 * allran / all < least
    }' "$folder/all.data"
