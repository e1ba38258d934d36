#!/bin/sh
# articles.sh OUT: makes texts and gold of our own articles from tests/articles/units, in
# OUT/news, OUT/sent and OUT/raw. See articles.awk.
set -eu
LC_ALL=C
export LC_ALL
cd "$(dirname "$0")/.."

rm -rf "$1/news" "$1/sent" "$1/raw"
mkdir -p "$1/news/vi" "$1/news/ja" "$1/news/th" "$1/news/en" "$1/sent" "$1/raw"
for units in tests/articles/units/*.units; do
    awk -f scripts/articles.awk -v name="$(basename "$units" .units)" -v out="$1" "$units"
done
