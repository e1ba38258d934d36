#!/bin/sh
# install.sh OUT: installs into a temporary folder, builds and runs a program there with
# pkg-config alone, and takes everything away again.
set -eu
. "$(dirname "$0")/tally.sh"

work=$(mktemp -d "${TMPDIR:-/tmp}/vialign-install.XXXXXX")
trap 'rm -rf "$work"' EXIT

make_quietly()
{
    make --no-print-directory MODE="$(basename "$out")" DESTDIR="$work/root" \
        "$1" >"$work/log" 2>&1
}

build()
{
    cat >"$work/hello.c" <<'END'
#include <vialign.h>

int main(void)
{
    puts(via_version());
    return via_lang_is_valid("vi") ? 0 : 1;
}
END
    PKG_CONFIG_PATH=$(dirname "$(find "$work/root" -name vialign.pc)")
    PKG_CONFIG_SYSROOT_DIR="$work/root"
    export PKG_CONFIG_PATH PKG_CONFIG_SYSROOT_DIR
    "${CC:-cc}" "$work/hello.c" $(pkg-config --cflags --libs vialign) \
        -o "$work/hello" >"$work/log" 2>&1
    version=$(pkg-config --modversion vialign)
}

out=$1
if make_quietly install && build &&
    [ "$(LD_LIBRARY_PATH="$PKG_CONFIG_PATH/.." "$work/hello")" = "$version" ]; then
    pass
else
    fail "install, then a program with pkg-config" "$work/log"
fi
if make_quietly uninstall && [ -z "$(find "$work/root" ! -type d)" ]; then
    pass
else
    find "$work/root" ! -type d >>"$work/log"
    fail "uninstall leaves nothing" "$work/log"
fi
tally
