#!/bin/sh
# help.sh OUT WORK [--update]: measures matching and alignment on the help of LibreOffice
# as Debian has it: some 2,560 pages in Vietnamese, Japanese and English, with equal ids
# for equal paragraphs, which are hidden and kept as gold. What is hidden stands in
# help_pages.py, how it is scored in help_score.py. Packages are fetched into WORK unless
# they are there, and nothing of them is kept elsewhere. BATCH_OPTIONS are more options of
# the batch, such as --keep-boilerplate. With --update, writes bench/help.md.
set -eu
LC_ALL=C
export LC_ALL
cd "$(dirname "$0")/.."

out=$1
work=$2
tool=$out/bin/vialign
measure=$out/bench/measure
pages=$work/pages
pairs="vi-ja vi-en en-ja"
export PYTHONDONTWRITEBYTECODE=1

fetch()
{
    for package in libreoffice-help-vi libreoffice-help-ja libreoffice-help-en-us; do
        [ -f "$work/$package.deb" ] && continue
        (cd "$work" && apt-get -q download "$package" && mv "$package"_*.deb "$package.deb")
        dpkg-deb -x "$work/$package.deb" "$work/root"
    done
}

# Tells what a command costs. It ends with 3 where pages failed, as many do: nobody has
# translated them yet, and they are refused as being in English.
run() # FILE COMMAND…
{
    file=$1
    shift
    rm -rf "$file"
    "$measure" "$@" 2>"$work/log" || [ -s "$file" ] || { tail -n 3 "$work/log" >&2; exit 1; }
}

score()
{
    for pair in $pairs; do
        run "$work/$pair.tsv" "$tool" match "$pages" --pairs "$pair" -j 1 -q \
            --min-confidence 0.05 -o "$work/$pair.tsv" >"$work/$pair.match"
        run "$work/$pair/$pair.jsonl" "$tool" batch "$pages" --pairs "$pair" --match content -j 1 -q \
            -f jsonl ${BATCH_OPTIONS:-} -o "$work/$pair" >"$work/$pair.batch"
        python3 bench/help_score.py "$pages" "$pair" "$work/$pair.tsv" \
            "$work/$pair/$pair.jsonl" >"$work/$pair.score"
    done
}

costs() # PAIR FIGURES WHAT: a row of the last table
{
    n_pages=$(find "$pages/${1%-*}" "$pages/${1#*-}" -name '*.html' | wc -l)
    awk -v pair="$1" -v n_pages="$n_pages" -v what="$3" '{
        printf "| %s | %s | %d | %.1f s | %.0f | %.0f MiB |\n", pair, what, n_pages, $1,
               n_pages / $1, $3 }' "$2"
}

report()
{
    cat <<'END'
# Pages that nobody has paired

`make bench-help WORK=folder` measures it, and with `UPDATE=1` writes this file. The
pages are the help of LibreOffice (Debian's packages), with names shuffled and all ids
hidden. Counted are pages of which ten paragraphs are translated on both sides; a page
that is for the most part not translated is refused as being in English, and counts as
not found. P, R and F1 are of pages, then of paragraphs as `bench/help_score.py` defines
them, from `batch --match content`, so that a page that is not matched loses all its
paragraphs; last without pages that sort their sections by title, in which paragraphs
stand in another order in each language.

| pair | pages | P | R | F1 | paragraphs | P | R | F1 | in order | P | R | F1 |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
END
    for pair in $pairs; do head -n 1 "$work/$pair.score"; done
    cat <<'END'

How far the confidence of a match can be believed; what is below 0.5 is only told to who
asks for it, and counts above as not found:

| pair | confidence from | matches | right |
| --- | ---: | ---: | ---: |
END
    for pair in $pairs; do tail -n +2 "$work/$pair.score"; done
    cat <<'END'

What it takes, one worker, from files to files:

| pair | | pages | time | pages/s | peak memory |
| --- | --- | ---: | ---: | ---: | ---: |
END
    for pair in $pairs; do
        costs "$pair" "$work/$pair.match" match
        costs "$pair" "$work/$pair.batch" batch
    done
}

mkdir -p "$work"
fetch
[ -f "$pages/gold.json" ] ||
    python3 bench/help_pages.py "$work/root/usr/share/libreoffice/help" "$pages"
score
report >"$work/help.md"
cat "$work/help.md"
[ "${3:-}" != --update ] || cp "$work/help.md" bench/help.md
