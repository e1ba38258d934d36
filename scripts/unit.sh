#!/bin/sh
# unit.sh FOLDER: runs every unit test in it and counts their cases.
set -eu
. "$(dirname "$0")/tally.sh"

log=$(mktemp "${TMPDIR:-/tmp}/vialign-unit.XXXXXX")
trap 'rm -f "$log"' EXIT
CMOCKA_MESSAGE_OUTPUT=TAP
export CMOCKA_MESSAGE_OUTPUT

# Only what has a source: an old program may still lie there.
for source in tests/unit/test_*.c; do
    name=$(basename "$source" .c)
    code=0
    "$1/$name" >"$log" 2>&1 || code=$?
    n_ok=$(grep -c '^ok ' "$log" || true)
    n_skip=$(grep -c '^not ok .*# SKIP' "$log" || true)
    n_not=$(($(grep -c '^not ok ' "$log" || true) - n_skip))
    n_passed=$((n_passed + n_ok))
    n_skipped=$((n_skipped + n_skip))
    sed -n "s/^not ok .* # SKIP /skipped: $name: /p" "$log"
    if [ "$n_not" -gt 0 ]; then
        n_failed=$((n_failed + n_not - 1))
        fail "$name" "$log"
    elif [ "$code" -ne 0 ] || [ $((n_ok + n_skip)) -eq 0 ]; then
        fail "$name ended with code $code" "$log"
    fi
done
tally
