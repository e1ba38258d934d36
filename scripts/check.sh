#!/bin/sh
# check.sh OUT [KIND…]: runs the tests of one build, all kinds or those that are named,
# and ends with one line, the totals.
set -eu
cd "$(dirname "$0")/.."
. scripts/tally.sh

out=$1
shift
work=$(mktemp -d "${TMPDIR:-/tmp}/vialign-check.XXXXXX")
trap 'rm -rf "$work"' EXIT

# A race or a bad read must fail the test that meets it.
ASAN_OPTIONS=detect_leaks=1
UBSAN_OPTIONS=print_stacktrace=1
# libgomp and libomp are not instrumented themselves; libomp tells of its barriers.
TSAN_OPTIONS="ignore_noninstrumented_modules=1 halt_on_error=1"
export ASAN_OPTIONS UBSAN_OPTIONS TSAN_OPTIONS

# Runs a test that ends with a line of totals, and adds them to ours.
count() # KIND COMMAND…
{
    kind=$1
    shift
    code=0
    "$@" >"$work/log" 2>&1 || code=$?
    totals=$(tail -n 1 "$work/log" |
        sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed, \([0-9]*\) skipped$/\1 \2 \3/p')
    if [ -z "$totals" ]; then
        fail "$kind ended with code $code and without totals" "$work/log"
        return
    fi
    sed '$d' "$work/log"
    printf '%-8s %s passed, %s failed, %s skipped\n' "$kind" $totals
    set -- $totals
    n_passed=$((n_passed + $1))
    n_failed=$((n_failed + $2))
    n_skipped=$((n_skipped + $3))
    # A runner that fails must have counted something as failed.
    [ "$code" -eq 0 ] || [ "$2" -gt 0 ] || fail "$kind ended with code $code"
}

for kind in ${*:-floors headers symbols install news unit cli tmx threads readme}; do
    case $kind in
    floors) count floors scripts/floors.sh ;;
    headers) count headers scripts/headers.sh include/vialign.h ;;
    symbols) count symbols scripts/symbols.sh "$out/lib/libvialign.so" ;;
    install) count install scripts/install.sh "$out" ;;
    news) count news scripts/news.sh --check ;;
    unit) count unit scripts/unit.sh "$out/unit" ;;
    cli) count cli tests/cli/run.sh "$out/bin/vialign" ;;
    tmx) count tmx scripts/tmx.sh "$out/bin/vialign" ;;
    threads) count threads scripts/threads.sh "$out/bin/vialign" ;;
    readme) count readme scripts/readme.sh "$out/bin/vialign" ;;
    *) fail "no such kind of test: $kind" ;;
    esac
done
tally
