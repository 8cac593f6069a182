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

# A number in xUnit's summary, "Total: 5, Errors: 0, Failed: 0, Skipped: 1, Not Run: 0"; nothing when there is no summary.
number() {
    printf '%s\n' "$summary" | sed -n "s/.*$1: \([0-9][0-9]*\).*/\1/p"
}

for project in "$root"/tests/*/*.csproj; do
    name=$(basename "$project" .csproj)
    echo "== $name"
    code=0
    "$root/artifacts/dotnet/bin/$name/$folder/$name" -noColor -noLogo </dev/null >"$log" 2>&1 || code=$?
    cat "$log"
    summary=$(grep 'Total: [0-9]*, Errors: ' "$log" | tail -n 1)
    n=$(number Total) e=$(number Errors) f=$(number Failed) s=$(number Skipped)
    if [ -z "$n" ] || [ -z "$e" ] || [ -z "$f" ] || [ -z "$s" ]; then
        echo "$name ended with exit code $code and without a summary: counted as one failure"
        n=1 e=0 f=1 s=0
    elif [ "$n" = 0 ]; then
        echo "$name has no tests: counted as one failure"
        n=1 f=1
    elif [ "$code" != 0 ] && [ "$e$f" = 00 ]; then
        echo "$name ended with exit code $code although no test failed: counted as one failure"
        n=$((n + 1)) f=1
    fi
    failed=$((failed + e + f)) skipped=$((skipped + s)) passed=$((passed + n - f - s))
done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
