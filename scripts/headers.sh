#!/bin/sh
# headers.sh HEADER: checks that the public header stands alone in C11 and C++17.
set -eu
. "$(dirname "$0")/tally.sh"

strict='-Wall -Wextra -pedantic -Werror -fsyntax-only'
for way in "${CC:-cc} -x c -std=c11" "${CXX:-c++} -x c++ -std=c++17"; do
    if $way $strict "$1"; then
        pass
    else
        fail "$way $1"
    fi
done
tally
