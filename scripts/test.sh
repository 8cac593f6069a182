#!/bin/sh
# Runs every test project and ends with one line: the sum of their totals. Fails when a test fails, when a project has no
# tests, and when one ends without saying how it went.
set -u
configuration=${1:-Release}
folder=$(printf '%s' "$configuration" | tr '[:upper:]' '[:lower:]')
root=$(cd "$(dirname "$0")/.." && pwd)
log=$(mktemp)
trap 'rm -f "$log"' EXIT
export NO_COLOR=1
passed=0
failed=0
skipped=0

# The number after a label in the summary of Microsoft.Testing.Platform; nothing when there is none.
total() {
    sed -n "s/^ *$1: *\([0-9][0-9]*\) *\$/\1/p" "$log" | tail -n 1
}

for project in "$root"/tests/*/*.csproj; do
    name=$(basename "$project" .csproj)
    echo "== $name"
    code=0
    "$root/artifacts/dotnet/bin/$name/$folder/$name" --no-ansi --no-progress </dev/null >"$log" 2>&1 || code=$?
    cat "$log"
    p=$(total succeeded) f=$(total failed) s=$(total skipped)
    if [ -z "$p" ] || [ -z "$f" ] || [ -z "$s" ]; then
        echo "$name ended with exit code $code and without a summary: counted as one failure"
        p=0 f=1 s=0
    elif [ "$code" != 0 ] && [ "$f" = 0 ]; then
        echo "$name ended with exit code $code although no test failed: counted as one failure"
        f=1
    fi
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
