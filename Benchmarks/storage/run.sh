#!/bin/sh
# Measures a desk beside other stores, in the same run, and prints tables, ratios and goals.
#
#     Benchmarks/storage/run.sh BUILD INCLUDE FOLDER [PEERS] [COUNT] [PARTS]
#
# BUILD holds libtincay.so and takes the program, INCLUDE holds tincay.h, FOLDER is on the disk to be measured and holds
# nothing else, PEERS is a Python environment with sqlcipher3-binary and apsw-sqlite3mc, whose shared libraries have the
# interface of SQLite. Needs a C compiler and the headers of SQLite and libsodium.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
include=$(cd "$2" && pwd)
peers=${4:-none}
count=${5:-100000}
parts=${6:-}
mkdir -p "$build/bench" "$3"
folder=$(cd "$3" && pwd)

"${CC:-cc}" -std=gnu11 -D_GNU_SOURCE -O2 -Wall -Wextra -Werror -I "$include" -rdynamic -o "$build/bench/storage" \
    "$here"/*.c -ldl

first() { # FOLDER PATTERN
    find "$1" -path "$2" 2>/dev/null | head -1
}
system() { # NAME
    for place in /usr/lib/"$("${CC:-cc}" -print-multiarch)" /usr/lib /usr/lib64; do
        [ ! -e "$place/$1" ] || { echo "$place/$1"; return; }
    done
}
sqlcipher=$(first "$peers" '*/sqlcipher3/_sqlite3*.so')
multiple=$(first "$peers" '*/apsw/sqlite_extra_binaries/libsqlite3_tool.so')

# The extension module also has SQLCipher's C interface. It asks for symbols of Python that are never called here.
stub=
if [ -n "$sqlcipher" ]; then
    stub=$build/bench/stub.so
    nm -D --undefined-only "$sqlcipher" | awk '$2 ~ /^_?Py/ {print "char " $2 "[16];"}' >"$build/bench/stub.c"
    "${CC:-cc}" -shared -fPIC -o "$stub" "$build/bench/stub.c"
fi

"$build/bench/storage" folder="$folder" library="$build/libtincay.so" sqlite="$(system libsqlite3.so.0)" \
    sodium="$(system libsodium.so.23)" sqlcipher="$sqlcipher" stub="$stub" multiple="$multiple" count="$count" only="$parts"
rm -rf "$folder"
