#!/bin/sh
# symbols.sh LIBRARY: checks that the shared library exports what the public header
# declares, no more and no less.
set -eu
. "$(dirname "$0")/tally.sh"

work=$(mktemp -d "${TMPDIR:-/tmp}/vialign-symbols.XXXXXX")
trap 'rm -rf "$work"' EXIT

tr '\n' ' ' <include/vialign.h | grep -o 'VIA_API [^(]*(' |
    sed -n 's/.*[ *]\(via_[a-z_0-9]*\)($/\1/p' | sort >"$work/declared"
nm -D --defined-only "$1" | awk '$3 ~ /^[a-z]/ { print $3 }' | sort >"$work/exported"
if diff "$work/declared" "$work/exported" >"$work/diff"; then
    pass
else
    fail "declared (<) and exported (>) functions differ" "$work/diff"
fi
tally
