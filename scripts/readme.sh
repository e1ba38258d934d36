#!/bin/sh
# readme.sh OUT: runs the examples of README.md, its ```sh blocks, one after another in
# a temporary folder that holds our own articles as news/ and the example in C, with
# vialign installed for them. Blocks of other kinds are not run.
set -eu
cd "$(dirname "$0")/.."
. scripts/tally.sh

work=$(mktemp -d "${TMPDIR:-/tmp}/vialign-readme.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir "$work/blocks" "$work/here"

make --no-print-directory MODE="$(basename "$1")" DESTDIR="$work/root" install \
    >"$work/log" 2>&1 || { fail "install" "$work/log"; tally; }
PATH=$(dirname "$(find "$work/root" -path '*/bin/vialign')"):$PATH
PKG_CONFIG_PATH=$(dirname "$(find "$work/root" -name vialign.pc)")
PKG_CONFIG_SYSROOT_DIR=$work/root
LD_LIBRARY_PATH=$PKG_CONFIG_PATH/..
export PATH PKG_CONFIG_PATH PKG_CONFIG_SYSROOT_DIR LD_LIBRARY_PATH

# A program that is not installed looks for its data beside its folder.
ln -s "$(dirname "$(find "$work/root" -type d -path '*/share/vialign')")" "$work/share"
cp -R tests/articles/news "$work/here/news"
awk -v work="$work" '
    /^```c$/ { file = work "/here/example.c" }
    /^```sh$/ { file = sprintf("%s/blocks/%04d", work, FNR) }
    /^```/ { if (is_open) { close(file); file = "" } is_open = !is_open; next }
    file != "" { print >file }' README.md

awk -f scripts/scores.awk tests/gold/scores.tsv >"$work/scores"
if scripts/splice.sh scores "$work/scores" --check >"$work/log"; then
    pass
else
    fail "README.md does not show tests/gold/scores.tsv" "$work/log"
fi

cd "$work/here"
for block in "$work"/blocks/*; do
    if sh -eu "$block" >"$work/log" 2>&1 </dev/null; then
        pass
    else
        cat "$block" >>"$work/log"
        fail "README.md:$(basename "$block" | sed 's/^0*//'): this example" "$work/log"
    fi
done
tally
