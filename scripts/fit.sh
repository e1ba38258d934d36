#!/bin/sh
# fit.sh TOOL OUT: fits src/evidence/data/weights.tsv anew: on each half of the documents
# of the development sets in ../shared/gold (or GOLD=…), as OUT/weights-1.tsv and
# OUT/weights-2.tsv, and their mean as OUT/weights.tsv. Weights of one half can be judged
# on the documents of the other (scripts/folds.sh). Encyclopedic news is left out, since
# the seed lexicons have learned from it. Fits start from scripts/start.tsv, which was set
# by hand, in steps.
set -eu
LC_ALL=C
export LC_ALL

tool=$1 out=$2
dev=${GOLD:-../shared/gold}/dev
mkdir -p "$out"
for fold in 1 2; do
    "$tool" train --gold "$dev"/ntrex-* "$dev"/ted-* "$dev"/foreign-* "$dev"/raw-ntrex-* \
        --fold "$fold/2" --weights scripts/start.tsv --freedom 0.5 \
        -o "$out/weights-$fold.tsv"
done
paste "$out/weights-1.tsv" "$out/weights-2.tsv" | awk -F '\t' '
    /^#/ { print "# feature\tsentences\tclauses"; next }
    { printf "%s\t%.3f\t%.3f\n", $1, ($2 + $5) / 2, ($3 + $6) / 2 }' >"$out/weights.tsv"
