#!/bin/sh
# tmx.sh TOOL: checks memories of our own articles with another program, xmllint: well
# formed, valid if TMX_DTD names a tmx14.dtd, and holding every unit of the table.
set -eu
cd "$(dirname "$0")/.."
. scripts/tally.sh

work=$(mktemp -d "${TMPDIR:-/tmp}/vialign-tmx.XXXXXX")
trap 'rm -rf "$work"' EXIT

"$1" batch tests/articles/news -o "$work/tm" -f tmx,tsv -q --multi \
    --pairs vi-ja,vi-th,vi-en,en-ja,en-th,ja-th >"$work/log" 2>&1 ||
    fail "batch" "$work/log"
for memory in "$work"/tm/*.tmx.gz; do
    name=$(basename "$memory" .tmx.gz)
    gzip -dc "$memory" >"$work/$name.tmx"
    if ! command -v xmllint >/dev/null; then
        skip "$name.tmx" "xmllint is not there"
    elif xmllint --noout ${TMX_DTD:+--dtdvalid "$TMX_DTD"} "$work/$name.tmx" \
        >"$work/log" 2>&1; then
        pass
    else
        fail "$name.tmx by xmllint" "$work/log"
    fi
    # The table of all languages begins with their names.
    if [ "$(grep -c '<tu[ >]' "$work/$name.tmx")" -eq \
        "$(grep -vc '	confidence$' "$work/tm/$name.tsv")" ]
    then
        pass
    else
        fail "$name.tmx has not as many units as $name.tsv"
    fi
done
tally
