#!/bin/sh
# test.sh: runs every test, as it is and under the sanitizers, and ends with the totals.
set -eu
cd "$(dirname "$0")/.."
. scripts/tally.sh

sh scripts/setup.sh test
log=$(mktemp "${TMPDIR:-/tmp}/vialign-test.XXXXXX")
trap 'rm -f "$log"' EXIT

for target in check asan; do
    echo "make $target"
    make -j "$(getconf _NPROCESSORS_ONLN)" "$target" 2>&1 | tee "$log"
    # The exit code is lost in the pipe; the totals tell.
    totals=$(grep '^[0-9]* passed, [0-9]* failed, [0-9]* skipped$' "$log" | tail -n 1)
    if [ -z "$totals" ]; then
        fail "make $target did not come to its end"
        continue
    fi
    set -- $totals
    n_passed=$((n_passed + $1))
    n_failed=$((n_failed + $3))
    n_skipped=$((n_skipped + $5))
done
tally
