#!/bin/sh
# bench.sh OUT [--update]: measures the tool on text made of our own articles and prints
# what bench/results.md holds; with --update, writes it. Runs with one and two workers
# take turns, and what is told of them is the median of their ratios: a machine that is
# busy with other things slows both.
set -eu
LC_ALL=C
export LC_ALL
cd "$(dirname "$0")/.."

out=$1
tool=$out/bin/vialign
measure=$out/bench/measure
extract=$out/bench/extract
# Chosen so that a batch takes some seconds, which is enough to time.
n_copies=10
n_rounds=5
work=$(mktemp -d "${TMPDIR:-/tmp}/vialign-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT

median() # of the column on standard input
{
    sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}

make_batch()
{
    for lang in vi ja th en; do
        mkdir -p "$work/news/$lang"
        for article in "$work/articles/news/$lang"/*.txt; do
            name=$(basename "$article" .txt)
            k=0
            while [ "$k" -lt "$n_copies" ]; do
                awk -v first="$k" -v n_copies=1 -f bench/moved.awk -f bench/copies.awk \
                    "$article" >"$work/news/$lang/$name-$k.txt"
                k=$((k + 1))
            done
        done
    done
}

run_batch() # WORKERS
{
    rm -rf "$work/tm"
    "$measure" "$tool" batch "$work/news" -o "$work/tm" -f tmx.gz -j "$1" -q 2>"$work/log"
}

time_batch()
{
    run_batch 2 >/dev/null
    round=0
    while [ "$round" -lt "$n_rounds" ]; do
        one=$(run_batch 1)
        two=$(run_batch 2)
        printf '%s\t%s\n' "$one" "$two" >>"$work/times"
        round=$((round + 1))
    done
    n_bytes=$(cat "$work"/news/*/*.txt | wc -c)
    n_docs=$(find "$work/news" -name '*.txt' | wc -l)
    one=$(cut -f 1 "$work/times" | median)
    two=$(cut -f 4 "$work/times" | median)
    ratio=$(awk -F '\t' '{ print $1 / $4 }' "$work/times" | median)
    peak=$(cut -f 6 "$work/times" | median)
    echo "$n_docs $n_bytes $one $two $ratio $peak" | awk '{
        printf "| documents | MB of text | -j 1 | -j 2 | faster by | MB/s at -j 2 | "
        print "peak memory at -j 2 |"
        print "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
        printf "| %d | %.1f | %.2f s | %.2f s | %.2f | %.1f | %.0f MiB |\n", $1, $2 / 1e6,
               $3, $4, $5, $2 / 1e6 / $4, $6 }'
}

# A pair of about N segments on its Vietnamese side.
measure_pair() # N
{
    n_lines=$(cat "$work"/articles/sent/*.vi | wc -l)
    copies=$((($1 + n_lines / 2) / n_lines))
    for lang in vi ja; do
        cat "$work"/articles/sent/*."$lang" |
            awk -v first=0 -v n_copies="$copies" -f bench/moved.awk \
                -f bench/copies.awk >"$work/long.$lang"
    done
    figures=$("$measure" "$tool" align -s vi -t ja --segmented "$work/long.vi" \
        "$work/long.ja" -o "$work/long.tmx" 2>"$work/log")
    echo "$(wc -l <"$work/long.vi") $(wc -l <"$work/long.ja") $figures" | awk '{
        printf "| %d x %d | %.2f s | %.0f MiB |\n", $1, $2, $3, $5 }'
}

# How fast anchors are found in the articles of each language.
measure_extraction()
{
    for lang in vi en ja th; do
        cat "$work/articles/news/$lang"/*.txt >"$work/text.$lang"
        "$extract" "$lang" "$work/text.$lang" | awk -F '\t' '{
            printf "| %s | %s | %s | %s | %s |\n", $1, $2, $3, $4, $5 }'
    done
}

report()
{
    cat <<END
# What vialign costs

\`make bench\` measures it, and \`make bench UPDATE=1\` writes this file. The text is our
own articles in four languages, copied with other digits. $(getconf _NPROCESSORS_ONLN) cores.

## A batch: Vietnamese with Japanese, Thai and English, to TMX

Medians of $n_rounds rounds; one and two workers take turns, and "faster by" is the median
of the ratios of each round.

END
    make_batch
    time_batch
    cat <<'END'

## One long pair: Vietnamese with Japanese, segments given

| segments | time | peak memory |
| ---: | ---: | ---: |
END
    for n_segs in 5000 10000 20000; do
        measure_pair "$n_segs"
    done
    cat <<'END'

## Finding anchors, one core, MB of text a second

| language | all kinds | numbers and dates | terms | names |
| --- | ---: | ---: | ---: | ---: |
END
    measure_extraction
    cat <<'END'

## Pages that nobody has paired

`help.md` beside this file, which `make bench-help UPDATE=1` writes.
END
}

scripts/articles.sh "$work/articles"
report >"$work/results.md" || { cat "$work/log"; exit 1; }
cat "$work/results.md"
if [ "${2:-}" = --update ]; then
    cp "$work/results.md" bench/results.md
    grep '^|' "$work/results.md" | sed 's/^| segments/\n&/' >"$work/tables"
    scripts/splice.sh bench "$work/tables"
fi
