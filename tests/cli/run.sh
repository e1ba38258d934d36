#!/bin/sh
# run.sh TOOL: runs the cases of the tool, each in a fresh copy of texts/, and compares
# what it writes to the byte.
#
# A case file holds any number of cases:
#
#     === what is tested
#     --- needs WORD     a program, or a path that begins with '/'; else it is skipped
#     --- run            lines of sh; `vialign` is the tool
#     --- exit N         0 if it is not there
#     --- stdout         exactly this; nothing if it is not there
#     --- stderr         the same
#
# Empty lines at the end of a part do not count.
#
# SOURCE names the folder of the sources.
set -eu
case $1 in
/*) tool=$1 ;;
*) tool=$PWD/$1 ;;
esac
cd "$(dirname "$0")"
SOURCE=$(cd ../.. && pwd)
. ../../scripts/tally.sh

work=$(mktemp -d "${TMPDIR:-/tmp}/vialign-cli.XXXXXX")
trap 'rm -rf "$work"' EXIT
PATH=$(dirname "$tool"):$PATH
LC_ALL=C.UTF-8
export PATH LC_ALL SOURCE
unset OMP_NUM_THREADS VIALIGN_DATA SOURCE_DATE_EPOCH || true
[ -x "$tool" ] || {
    echo "$tool: expected the tool" >&2
    exit 1
}

# Cuts a case file into NUMBER.name, NUMBER.run and so on.
cut_cases() # FILE FOLDER
{
    awk -v folder="$2" '
        function begin(ending) {
            if (part != "")
                close(part)
            part = folder "/" number "." ending
            printf "" >part
            n_empty = 0
        }
        /^=== / {
            number = sprintf("%03d", ++n)
            begin("name")
            print substr($0, 5) >part
            begin("comment")
            next
        }
        /^--- (needs|exit) / {
            kind = $2
            begin(kind)
            print $3 >part
            begin("comment")
            next
        }
        /^--- (run|stdout|stderr)$/ { begin($2); next }
        /^---/ { print FILENAME ":" FNR ": no such part" >"/dev/stderr"; exit 1 }
        /^$/ { n_empty++; next }
        {
            for (; n_empty > 0; n_empty--)
                print "" >part
            print >part
        }
    ' "$1"
}

is_there() # WORD
{
    case $1 in
    /*) [ -e "$1" ] ;;
    *) command -v "$1" >/dev/null 2>&1 ;;
    esac
}

# Runs one case and says what differs.
run_case() # PREFIX
{
    name=$(cat "$1.name")
    needs=$(cat "$1.needs" 2>/dev/null || true)
    if [ -n "$needs" ] && ! is_there "$needs"; then
        skip "$name" "no $needs"
        return
    fi
    place=$1.place
    cp -R texts "$place"
    for part in stdout stderr; do
        [ -e "$1.$part" ] || : >"$1.$part"
    done
    [ -e "$1.exit" ] || echo 0 >"$1.exit"
    code=0
    (cd "$place" && sh -u "$1.run") </dev/null >"$1.out" 2>"$1.err" || code=$?
    echo "$code" >"$1.code"
    {
        diff -u "$1.exit" "$1.code" || true
        diff -u "$1.stdout" "$1.out" || true
        diff -u "$1.stderr" "$1.err" || true
    } >"$1.diff"
    if [ -s "$1.diff" ]; then
        fail "$name" "$1.diff"
    else
        pass
    fi
    rm -rf "$place"
}

for file in *.case; do
    folder=$work/${file%.case}
    mkdir "$folder"
    cut_cases "$file" "$folder"
    for name in "$folder"/*.name; do
        run_case "${name%.name}"
    done
done
tally
