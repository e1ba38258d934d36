#!/bin/sh
# gold.sh TOOL [--update]: scores our own articles, and the sets of ../shared/gold/dev
# (or GOLD=…) if they are there, and compares with tests/gold/scores.tsv, "set pair P R
# F1". Fails if a figure moved by more than a rounding on another machine could; with
# --update, writes what was measured.
set -eu
LC_ALL=C
export LC_ALL
cd "$(dirname "$0")/.."

tool=$1
table=tests/gold/scores.tsv
dev=${GOLD:-../shared/gold}/dev
work=$(mktemp -d "${TMPDIR:-/tmp}/vialign-gold.XXXXXX")
trap 'rm -rf "$work"' EXIT

# Appends "set pair P R F1" rows; the columns of P, R and F are found by name.
score() # SET FOLDER TRACK ENDING FORMAT P R F [OPTION…]
{
    set_name=$1 folder=$2 track=$3 ending=$4 format=$5 columns="$6 $7 $8"
    shift 8
    lang_pairs=$(find "$folder" -name "*$ending" | sed "s/$ending\$//; s/.*\.//" |
        sort -u | paste -s -d , -)
    "$tool" batch "$folder" -o "$work/out/$set_name" --per-document -f "$format" \
        --pairs "$lang_pairs" -q --stats "$work/stats.json" "$@" </dev/null
    "$tool" eval --gold "$folder" --hyp "$work/out/$set_name" --track "$track" --tsv |
        awk -F '\t' -v set="$set_name" -v columns="$columns" '
            NR == 1 {
                split(columns, name, " ")
                for (i = 1; i <= NF; i++)
                    at[$i] = i
                next
            }
            { printf "%s\t%s\t%.3f\t%.3f\t%.3f\n", set, $1, $at[name[1]], $at[name[2]],
                     $at[name[3]] }' >>"$work/new"
    rm -rf "$work/out"
}

sent()
{
    score "$1" "$2" sent .gold beads P R F --segmented
}

raw()
{
    score "$1" "$2" raw .spans.tsv spans beadP beadR beadF
}

: >"$work/new"
scripts/articles.sh "$work/articles"
sent articles "$work/articles/sent"
raw raw-articles "$work/articles/raw"
for set in alt altlong ntrex ted foreign; do
    for folder in "$dev/$set"-*; do
        [ ! -d "$folder" ] || sent "$(basename "$folder")" "$folder"
    done
done
for folder in "$dev"/raw-alt-* "$dev"/raw-ntrex-*; do
    [ ! -d "$folder" ] || raw "$(basename "$folder")" "$folder"
done

[ -f "$table" ] || : >"$work/none"
awk -F '\t' -v OFS='\t' -v merged="$work/merged" '
    function gap(a, b) { return a > b ? a - b : b - a }
    FNR == 1 { n_files++ }
    /^#/ || NF < 5 { next }
    FILENAME != ARGV[2] { old[$1, $2] = $3 OFS $4 OFS $5; next }
    { is_measured[$1] = 1 }
    !(($1, $2) in old) { print "new    " $0; n_new++; next }
    {
        split(old[$1, $2], was, OFS)
        if (old[$1, $2] == $3 OFS $4 OFS $5)
            next
        printf "%-5s  %s %s: P %s -> %s, R %s -> %s, F1 %s -> %s\n",
            ($5 > was[3] ? "better" : $5 < was[3] ? "worse" : "moved"), $1, $2,
            was[1], $3, was[2], $4, was[3], $5
        if (gap($3, was[1]) > .002 || gap($4, was[2]) > .002 || gap($5, was[3]) > .002)
            n_moved++
    }
    END { exit n_new + n_moved > 0 }' \
    "$(if [ -f "$table" ]; then echo "$table"; else echo "$work/none"; fi)" \
    "$work/new" && code=0 || code=1

n_rows=$(grep -c . "$work/new")
if [ "${2:-}" = --update ]; then
    # Sets that are not here keep their rows.
    {
        printf '# Scores on texts with known answers; `make gold UPDATE=1` writes them.\n'
        printf '# Strict, null beads left out; raw-*: whole beads, by letters.\n'
        printf '# set\tpair\tP\tR\tF1\n'
        cut -f 1 "$work/new" | sort -u >"$work/sets"
        { [ ! -f "$table" ] || grep -v '^#' "$table" |
            awk -F '\t' 'NR == FNR { is_new[$1] = 1; next } !($1 in is_new)' "$work/sets" -
          cat "$work/new"; } | sort -t "$(printf '\t')" -k 1,2
    } >"$work/table"
    mkdir -p "$(dirname "$table")"
    cp "$work/table" "$table"
    awk -f scripts/scores.awk "$table" >"$work/scores"
    scripts/splice.sh scores "$work/scores"
    echo "$n_rows rows written to $table"
else
    echo "$n_rows rows compared with $table"
    exit "$code"
fi
