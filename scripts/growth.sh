#!/bin/sh
# growth.sh TOOL: how much a batch that grows teaches itself. So many documents of fifteen
# lines, cut from ../shared/gold/train (or GOLD=…), stand beside those of ntrex-medium,
# which are scored: with one pass, in which nothing is learned of words, and with three,
# with the seed lexicons and without. Prints "documents pair seed passes F1".
set -eu
LC_ALL=C
export LC_ALL

tool=$1
gold=${GOLD:-../shared/gold}
work=$(mktemp -d "${TMPDIR:-/tmp}/vialign-growth.XXXXXX")
trap 'rm -rf "$work"' EXIT

cut_lines() # FILE LANG DOCUMENTS FOLDER
{
    head -n $(($3 * 15)) "$1" | awk -v lang="$2" -v folder="$4" '
        NR % 15 == 1 { close(file); file = folder "/train-" (NR + 14) / 15 "." lang }
        { print >file }'
}

printf '# documents\tpair\tseed\tpasses\tF1\n'
for pair in ja-vi:vi-ja en-vi:vi-en; do
    train=$gold/train/alt.${pair%:*} lang_pair=${pair#*:} other=${pair%%-*}
    for n in 0 60 150 300 600; do
        rm -rf "$work/batch"
        mkdir "$work/batch"
        for lang in vi "$other"; do
            cp "$gold"/dev/ntrex-medium/*."$lang" "$work/batch"
            cut_lines "$train.$lang" "$lang" "$n" "$work/batch"
        done
        for seed in yes no; do
            for passes in 1 3; do
                rm -rf "$work/out"
                option=$([ $seed = yes ] || echo --no-seed)
                # shellcheck disable=SC2086 # none or one
                "$tool" batch "$work/batch" -o "$work/out" -q --per-document -f beads \
                    --pairs "$lang_pair" --segmented --passes $passes $option
                "$tool" eval --gold "$gold/dev/ntrex-medium" --hyp "$work/out" \
                    --pair "$lang_pair" --tsv |
                    awk -F '\t' -v row="$n	$lang_pair	$seed	$passes" '
                        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
                        { printf "%s\t%.3f\n", row, $at["F"] }'
            done
        done
    done
done
