#!/bin/sh
# crawl.sh OUT [N_DOCS [N_LINES]]: measures a batch of one JSONL file of short documents,
# the beginnings of our own articles over and over; a million of N_LINES lines each
# unless told otherwise. With one worker and with two; documents a second are all of the
# file, from opening it to the figures.
set -eu
LC_ALL=C
export LC_ALL
cd "$(dirname "$0")/.."

out=$1
n_docs=${2:-1000000}
n_lines=${3:-2}
work=$(mktemp -d "${TMPDIR:-/var/tmp}/vialign-crawl.XXXXXX")
trap 'rm -rf "$work"' EXIT

awk -v n_docs="$n_docs" -v n_lines="$n_lines" -f bench/moved.awk -f bench/crawl.awk \
    tests/articles/news/*/*.txt >"$work/crawl.jsonl"
n_bytes=$(wc -c <"$work/crawl.jsonl")

echo "| documents | MB of JSONL | workers | wall | documents/s | processor | peak memory |"
echo "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
for n_workers in ${WORKERS:-1 2}; do
    "$out/bench/measure" "$out/bin/vialign" batch "$work/crawl.jsonl" -o "$work/tm" \
        -f tsv.gz -q -j "$n_workers" |
        awk -v n_docs="$n_docs" -v n_bytes="$n_bytes" -v n_workers="$n_workers" '{
            printf "| %d | %.0f | %d | %.0f s | %.0f | %.0f s | %.0f MiB |\n", n_docs,
                   n_bytes / 1e6, n_workers, $1, n_docs / $1, $2, $3 }'
    rm -rf "$work/tm"
done
