#!/bin/sh
# floors.sh: checks who includes whom, who opens which door, the map, and the size of
# files, functions and lines, against src/floors.txt.
set -eu
LC_ALL=C
export LC_ALL
cd "$(dirname "$0")/.."
. scripts/tally.sh

work=$(mktemp -d "${TMPDIR:-/tmp}/vialign-floors.XXXXXX")
trap 'rm -rf "$work"' EXIT

find src/*/ -type f ! -name '*.gz' | sort >"$work/files"
# File names hold no spaces here.
xargs awk -f scripts/captions.awk <"$work/files" >"$work/captions"
if xargs awk -v captions="$work/captions" -f scripts/floors.awk \
    src/floors.txt "$work/captions" <"$work/files" >"$work/wrong"; then
    pass
else
    fail "floors, doors, captions and sizes" "$work/wrong"
fi

scripts/map.sh --print >"$work/map"
if diff -u src/README.md "$work/map" >"$work/diff"; then
    pass
else
    fail "src/README.md is not what \`make map\` draws" "$work/diff"
fi

# Room lists of the Makefile against the files that are there.
sed -n 's/^\([a-z]*\) *:= *\(.*\)/\1 \2/p' Makefile | awk '
    { for (i = 2; i <= NF; i++) print "src/" $1 "/" $i ".c" }' | sort >"$work/listed"
grep '\.c$' "$work/files" | comm -23 - "$work/listed" |
    sed 's/$/:1: not in the list of its room in the Makefile/' >"$work/unlisted"
if [ -s "$work/unlisted" ]; then
    fail "files that are not built" "$work/unlisted"
else
    pass
fi
tally
