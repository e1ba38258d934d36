#!/bin/sh
# demo.sh: builds vialign, aligns our own articles in four languages, and shows what
# came out.
set -eu
cd "$(dirname "$0")/.."

sh scripts/setup.sh demo
echo "Building …"
make -j "$(getconf _NPROCESSORS_ONLN)" all >/dev/null
rm -rf build/demo

echo "vialign batch tests/articles/news -o build/demo -f tmx.gz,tsv"
build/release/bin/vialign batch tests/articles/news -o build/demo -f tmx.gz,tsv

for table in build/demo/*.tsv; do
    lang_pair=$(basename "$table" .tsv)
    printf '\nFrom %s, %s units:\n' "$lang_pair" "$(grep -c . "$table")"
    # A few units that show something: long, sure, and not all from the start.
    awk -F '\t' -v langs="$lang_pair" '
        BEGIN { split(langs, lang, "-") }
        length($1) > 90 && length($1) < 330 && $3 >= .5 && n_seen++ % 20 == 7 && n_shown < 2 {
            printf "\n  %s  %s\n  %s  %s\n      confidence %.2f\n", lang[1], $1, lang[2],
                   $2, $3
            n_shown++
        }' "$table"
done

printf '\nThe translation memories, for OmegaT and other tools:\n\n'
for memory in build/demo/*.tmx.gz; do
    echo "  $memory"
done
printf '\nYour own texts: build/release/bin/vialign help batch\n'
