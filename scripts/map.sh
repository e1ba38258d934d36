#!/bin/sh
# map.sh [--print]: writes the rooms and files of src/README.md, one line a file, from
# src/floors.txt and the captions of the files. What stands before the first "## "
# heading is written by hand and kept.
set -eu
LC_ALL=C
export LC_ALL
cd "$(dirname "$0")/.."

draw()
{
    sed '/^## /,$d' src/README.md
    grep '^room ' src/floors.txt | while read -r _ room _ _ purpose; do
        [ -n "$(ls -A "src/$room" 2>/dev/null)" ] || continue
        printf '## %s: %s\n\n' "$room" "$purpose"
        find "src/$room" -type f ! -name '*.gz' | sort | awk -F / '{ print NF "\t" $0 }' |
            sort -s -k 1,1n | cut -f 2 | xargs awk -f scripts/captions.awk | awk -F '\t' '
            # A header and its source, in this order of names, are one line.
            function flush()
            {
                if (names != "")
                    print "- " names " - " caption
                names = ""
            }
            {
                stem = $1
                sub(/\.[ch]$/, "", stem)
                if (names != "" && stem == last && $2 == caption) {
                    names = names " `" substr($1, length(stem) + 1) "`"
                } else {
                    flush()
                    file = $1
                    sub(/^[^\/]*\//, "", file)
                    names = "`" file "`"
                }
                last = stem
                caption = $2
            }
            END { flush(); print "" }'
    done | sed '$d'
}

if [ "${1:-}" = --print ]; then
    draw
else
    mkdir -p build
    draw >build/map.new
    cmp -s build/map.new src/README.md || cp build/map.new src/README.md
    rm build/map.new
fi
