#!/bin/sh
# folds.sh TOOL FITS OUT SET…: scores sets of ../shared/gold/dev (or GOLD=…) with weights
# that have not seen the documents scored: FITS/weights-I.tsv, which scripts/fit.sh made,
# are used for the documents that it left out, the whole set being one batch each time.
# Prints "set pair P R F1 calibration-error precision-at-85", of whole beads. ALONE=1
# makes each document a batch of its own; OPTIONS are added to the batch.
set -eu
LC_ALL=C
export LC_ALL

tool=$1 fits=$2 out=$3
shift 3
dev=${GOLD:-../shared/gold}/dev

align() # FOLDER OUT OPTION…
{
    folder=$1 to=$2
    shift 2
    if [ -n "${ALONE:-}" ]; then
        for doc in $(find "$folder" -name "*$ending" | sed "s/$ending\$//; s/\.[^.]*\$//" |
            sort -u); do
            rm -rf "$out/one"
            mkdir -p "$out/one"
            cp "$doc".* "$out/one"
            # shellcheck disable=SC2086 # words
            "$tool" batch "$out/one" -o "$to" -q "$@" ${OPTIONS:-} || [ $? -eq 3 ]
        done
    else
        # shellcheck disable=SC2086
        "$tool" batch "$folder" -o "$to" -q "$@" ${OPTIONS:-}
    fi
}

for set_name; do
    folder=$dev/$set_name
    case $set_name in
    raw-*) ending=.spans.tsv track=raw format=spans segmented='' ;;
    *) ending=.gold track=sent format=beads segmented=--segmented ;;
    esac
    pairs=$(find "$folder" -name "*$ending" | sed "s/$ending\$//; s/.*\.//" | sort -u |
        paste -s -d , -)
    rm -rf "$out/$set_name"
    mkdir -p "$out/$set_name"
    for fold in 1 2; do
        # Which documents the fit left out, and their answers.
        rm -rf "$out/fold" "$out/all"
        # shellcheck disable=SC2086
        "$tool" batch "$folder" -o "$out/fold" -q --per-document -f "$format" \
            --pairs "$pairs" $segmented --passes 1 --no-seed --shard "$fold/2"
        # shellcheck disable=SC2086
        align "$folder" "$out/all" --per-document -f "$format" --pairs "$pairs" \
            $segmented --weights "$fits/weights-$fold.tsv"
        for file in "$out/fold"/*."$format"; do
            [ ! -e "$file" ] || cp "$out/all/${file##*/}" "$out/$set_name"
        done
    done
    "$tool" eval --gold "$folder" --hyp "$out/$set_name" --track "$track" --tsv |
        awk -F '\t' -v set="$set_name" -v raw="$track" '
            NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
            { b = raw == "raw" ? "bead" : ""
              printf "%s\t%s\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f\n", set, $1, $at[b "P"],
                     $at[b "R"], $at[b "F"], $at["calibration"], $at["P@85"] }'
done
