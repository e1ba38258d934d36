#!/bin/sh
# threads.sh TOOL: checks that output does not depend on the number of workers.
set -eu
cd "$(dirname "$0")/.."
. scripts/tally.sh

work=$(mktemp -d "${TMPDIR:-/tmp}/vialign-threads.XXXXXX")
trap 'rm -rf "$work"' EXIT
SOURCE_DATE_EPOCH=0
export SOURCE_DATE_EPOCH

run() # WORKERS FOLDER OPTION…
{
    workers=$1 folder=$2
    shift 2
    "$tool" batch tests/articles/news -o "$work/$folder-$workers" -j "$workers" -q \
        --stats "$work/stats.json" "$@" >"$work/log" 2>&1
}

compare() # FOLDER OPTION…
{
    if ! run 1 "$@"; then
        fail "batch -j 1 $*" "$work/log"
        return
    fi
    for workers in 2 7; do
        if run "$workers" "$@" &&
            diff -r "$work/$1-1" "$work/$1-$workers" >"$work/log" 2>&1; then
            pass
        else
            fail "batch -j $workers differs from -j 1 ($*)" "$work/log"
        fi
    done
}

tool=$1
compare memories -f tmx,tsv,jsonl
compare gzipped -f tmx.gz,moses --pairs vi-ja,vi-th,en-ja
compare multi -f tmx,jsonl --multi --match content
compare standing -f jsonl --multi --pairs vi-ja,en-ja
compare added -f tmx,jsonl --multi --add-to "$work/standing-1/multi.jsonl"
compare documents -f beads,ladder,spans,tmx --per-document
tally
