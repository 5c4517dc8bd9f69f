#!/bin/sh
# Measures the built library beside its peers and prints a small table for each question.
#
#     Benchmarks/run.sh BUILD INCLUDE [FOLDER]
#
# BUILD holds libtincay.so and takes the programs, INCLUDE holds tincay.h, FOLDER is on the disk to be measured
# (default: BUILD/bench). Needs a C compiler and the headers of SQLite and libsodium.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
include=$(cd "$2" && pwd)
programs=$build/bench
folder=${3:-$programs}
mkdir -p "$programs" "$folder"

compile() { # NAME LIBRARIES...
    name=$1
    shift
    "${CC:-cc}" -std=gnu11 -O2 -Wall -Wextra -Werror -I "$include" -o "$programs/$name" "$here/$name.c" \
        -L "$build" -Wl,-rpath,"$build" "$@"
}

compile cold_empty
compile cold_sqlite -lsqlite3
compile cold_box -ltincay
compile cold -ltincay
compile submit -ltincay -lsqlite3
compile seal -ltincay -lsqlite3 -lsodium
compile carry -ltincay -lsqlite3 -lsodium
compile validate -ltincay
compile forms -ltincay

"$programs/submit" "$folder"
echo
"$programs/seal" "$folder"
echo
"$programs/carry" "$folder"
echo
"$programs/cold" "$folder" "$programs"
echo
python3 "$here/large_form.py" 1000 >"$programs/large.json"
"$programs/forms" "$here/../Forms/vn-cp-intake.json" "$programs/large.json" "$here"/../Examples/kiosk/answers/*.json
