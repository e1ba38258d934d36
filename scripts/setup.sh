#!/bin/sh
# setup.sh [demo|test]: sees to it that what vialign is built (or tested) with is there.
# On Debian and Ubuntu it installs what is missing; elsewhere it names it and stops.
set -eu

missing=
packages=

need() # WHAT DEBIAN-PACKAGE COMMAND…: the command succeeds if it is there
{
    what=$1 package=$2
    shift 2
    if ! "$@" >/dev/null 2>&1; then
        missing="$missing${missing:+, }$what"
        packages="$packages $package"
    fi
}

has()
{
    command -v "$1"
}

has_header()
{
    echo "#include <$1>" | cc -E -x c -
}

has_library()
{
    pkg-config --exists "$1"
}

need "a C compiler" gcc has cc
need "the C library's headers" libc6-dev has_header stdio.h
need make make has make
need awk mawk has awk
need pkg-config pkg-config has pkg-config
need ICU libicu-dev has_library icu-i18n
need zlib zlib1g-dev has_library zlib
need libxml2 libxml2-dev has_library libxml-2.0
need json-c libjson-c-dev has_library json-c
need xxHash libxxhash-dev has_library libxxhash
if [ "${1:-demo}" = test ]; then
    need "a C++ compiler" g++ has c++
    need cmocka libcmocka-dev has_library cmocka
    need xmllint libxml2-utils has xmllint
fi
[ -n "$missing" ] || exit 0

echo "Missing: $missing."
if ! command -v apt-get >/dev/null; then
    echo "Please install them. On Debian they are the packages$packages;" \
        "other systems have them under similar names."
    exit 1
fi
as_root=
if [ "$(id -u)" -ne 0 ]; then
    as_root=sudo
    if ! command -v sudo >/dev/null; then
        echo "Please run this as root: apt-get install$packages"
        exit 1
    fi
fi
echo "Installing$packages${as_root:+ (with sudo)} …"
DEBIAN_FRONTEND=noninteractive
export DEBIAN_FRONTEND
$as_root apt-get update -qq
# sudo may drop the environment, so it is set again behind it.
$as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $packages >/dev/null
