#!/bin/sh
# ablation.sh TOOL [--update]: what each kind of evidence is worth: strict F1 with its
# weights set to nothing and all others kept, on our own articles and on the sets of
# ../shared/gold/dev (or GOLD=…) that are most like real text. Prints the table; with
# --update, writes tests/gold/ablation.tsv. Weights are not fitted again, so a loss is
# the most that the kind is worth.
set -eu
LC_ALL=C
export LC_ALL
cd "$(dirname "$0")/.."

tool=$1
dev=${GOLD:-../shared/gold}/dev
work=$(mktemp -d "${TMPDIR:-/tmp}/vialign-ablation.XXXXXX")
trap 'rm -rf "$work"' EXIT

# Kind and its weights.
kinds='none:-
lengths:length
lexicon:lexicon,lexicon_weakest
weakest:lexicon_weakest
seams:seam_start,seam_end,seam_cross
swaps:swap
skips:skip
numbers:number,number_missing,small,small_missing
terms:term,term_missing
names:name,name_missing
copies:copy,copy_missing
prefixes:prefix,prefix_missing
marks:question,quote,mark
borders:end,start,block,join_final,join_comma,join_colon,join_none,join_lower,join_block
titles:titles,title_odd,null_title
furniture:recurs_odd,null_recurs
nulls:null_keys,null_joined,null_block'

without() # WEIGHTS
{
    awk -F '\t' -v weights=",$1," '
        # What may be tried at a price is not tried.
        ($1 == "swap" || $1 == "skip") && index(weights, "," $1 ",") {
            print $1 "\t-99\t-99"
            next
        }
        index(weights, "," $1 ",") { print $1 "\t0\t0"; next }
        { print }' src/evidence/data/weights.tsv >"$work/weights.tsv"
}

score() # KIND SET FOLDER
{
    lang_pairs=$(find "$3" -name '*.gold' | sed 's/\.gold$//; s/.*\.//' | sort -u |
        paste -s -d , -)
    "$tool" batch "$3" -o "$work/out" --segmented --per-document -f beads -q \
        --pairs "$lang_pairs" --weights "$work/weights.tsv" --stats "$work/stats.json"
    "$tool" eval --gold "$3" --hyp "$work/out" --track sent --tsv |
        awk -F '\t' -v kind="$1" -v set="$2" '
            NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
            { printf "%s\t%s\t%s\t%.3f\n", set, $1, kind, $at["F"] }' >>"$work/rows"
    rm -rf "$work/out"
}

scripts/articles.sh "$work/articles"
for row in $kinds; do
    without "${row#*:}"
    score "${row%%:*}" articles "$work/articles/sent"
    for set in ntrex-medium ntrex-hard ntrex-web foreign-defr; do
        [ ! -d "$dev/$set" ] || score "${row%%:*}" "$set" "$dev/$set"
    done
done

{
    echo "# Strict F1 without one kind of evidence; \`make ablation UPDATE=1\` writes it."
    echo "$kinds" | awk -F : 'BEGIN { printf "# set\tpair" } { printf "\t%s", $1 }
        END { print "" }'
    awk -F '\t' '
        { row = $1 "\t" $2 }
        !(row in line) { order[++n] = row; line[row] = row }
        { line[row] = line[row] "\t" $4 }
        END { for (i = 1; i <= n; i++) print line[order[i]] }' "$work/rows"
} >"$work/table"
cat "$work/table"
[ "${2:-}" != --update ] || cp "$work/table" tests/gold/ablation.tsv
