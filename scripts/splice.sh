#!/bin/sh
# splice.sh NAME TEXT [--check]: puts the file TEXT into README.md between the lines
# "<!-- NAME -->" and "<!-- /NAME -->", or checks that it is there.
set -eu
cd "$(dirname "$0")/.."

new=$(mktemp "${TMPDIR:-/tmp}/vialign-splice.XXXXXX")
trap 'rm -f "$new"' EXIT
awk -v name="$1" -v text="$2" '
    $0 == "<!-- /" name " -->" { is_inside = 0 }
    !is_inside { print }
    $0 == "<!-- " name " -->" {
        is_inside = 1
        while ((getline line <text) > 0)
            print line
    }' README.md >"$new"
if [ "${3:-}" = --check ]; then
    diff README.md "$new"
else
    cmp -s "$new" README.md || cp "$new" README.md
fi
