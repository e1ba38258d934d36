#!/bin/sh
# lexicons.sh TOOL TEXT OUT [ENTRIES]: learns the seed lexicons OUT/seed-A-B.tsv.gz from
# the parallel text that seed.sh made in TEXT, each with at most so many pairs of words.
# Those of src/evidence/data have 100,000.
set -eu
LC_ALL=C
export LC_ALL

tool=$1 text=$2 out=$3 entries=${4:-100000}
work=$(mktemp -d "${TMPDIR:-/tmp}/vialign-lexicons.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
for pair in vi-ja vi-th vi-en en-ja en-th ja-th; do
    src=${pair%-*} tgt=${pair#*-}
    mkdir "$work/$pair"
    cp "$text/$pair.$src" "$work/$pair/all.$src"
    cp "$text/$pair.$tgt" "$work/$pair/all.$tgt"
    "$tool" train "$work/$pair" -s "$src" -t "$tgt" --aligned --lexicon --no-seed \
        --entries "$entries" -o "$out/seed-$pair.tsv.gz" -q
done
