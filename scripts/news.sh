#!/bin/sh
# news.sh [--check]: writes tests/articles/news, the running texts of our own articles,
# or checks that they are what the units give.
set -eu
cd "$(dirname "$0")/.."
. scripts/tally.sh

work=$(mktemp -d "${TMPDIR:-/tmp}/vialign-news.XXXXXX")
trap 'rm -rf "$work"' EXIT

if ! scripts/articles.sh "$work" 2>"$work/log"; then
    fail "units that cannot be read" "$work/log"
elif [ "${1:-}" != --check ]; then
    rm -rf tests/articles/news
    cp -R "$work/news" tests/articles/news
    exit
elif diff -r "$work/news" tests/articles/news >"$work/log" 2>&1; then
    pass
else
    fail "tests/articles/news is not what \`make news\` makes" "$work/log"
fi
tally
