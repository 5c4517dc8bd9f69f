#!/usr/bin/env bash
# The main job from end to end: a kiosk takes reports that it cannot read, a counsellor opens them.
# Needs the library in build/, which `make demo` sees to, and leaves nothing behind but the kiosk's program.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
kiosk=$root/Examples/kiosk/tincay-kiosk
samples=$root/Examples/kiosk/answers
form=$root/Forms/vn-cp-intake.json
point="Địa chỉ tin cậy số 7"

export PYTHONPATH=$root/Bindings/Python/src${PYTHONPATH:+:$PYTHONPATH}
export PYTHONDONTWRITEBYTECODE=1
export PYTHONUTF8=1
export TINCAY_LIBRARY=${TINCAY_LIBRARY:-$root/build/libtincay.so}

umask 077
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/kiosk" "$work/desk" "$work/stick" "$work/stick/other" "$work/before" "$work/practice"
box=$work/kiosk/box.tincay
desk=$work/desk/desk.tincay
receipt=$work/stick/data.ack
bundle=$work/stick/data.bin

if [ -t 1 ]; then bold=$'\033[1m' plain=$'\033[0m'; else bold='' plain=''; fi
part() { printf '\n%s== %s%s\n' "$bold" "$1" "$plain"; }
say() { printf '%s\n' "-- $1"; }
indent() { sed 's/^/   | /'; }
fail() {
    printf '\nThe demo stops: %s\n' "$1" >&2
    exit 1
}

# Runs the counsellor's program on the desk; the passphrase comes from a file, never from the command line.
counsellor() {
    local command=$1
    shift
    python3 "$root/Examples/counsellor/counsellor.py" "$command" "$desk" "$@" \
        --passphrase-file "$work/passphrase" --form "$form"
}

# Expects a command to be refused, and shows how.
refused() {
    local what=$1
    shift
    if "$@" >"$work/said" 2>&1; then
        fail "$what was not refused"
    fi
    indent <"$work/said"
    say "refused, as it must be: $what"
}

# Answers the form's questions at the kiosk, one line each, as a child would; --ask ends where the lines do.
child() {
    printf '%s\n' "$@" | "$kiosk" --ask "$box" "$form" >"$work/said" 2>&1 || true
}

# Answers in the same way, and pulls the plug when the kiosk asks for more.
child_cut_off() {
    mkfifo "$work/keys"
    "$kiosk" --ask "$box" "$form" <"$work/keys" >"$work/said" 2>&1 &
    local screen=$!
    exec 9>"$work/keys"
    printf '%s\n' "$@" >&9
    local waited=0
    while [ "$(grep -c '^> ' "$work/said")" -le $# ]; do
        [ $((waited += 1)) -le 300 ] || fail "the kiosk does not go on asking"
        sleep 0.1
    done
    kill -9 "$screen"
    wait "$screen" 2>/dev/null || true
    exec 9>&-
    rm "$work/keys"
}

sizes() { (cd "$work/kiosk" && stat -c '%n %s' box.tincay*); }

for needed in "$TINCAY_LIBRARY" "$form"; do
    [ -e "$needed" ] || fail "$needed is not there; run \`make demo\`"
done

part "0. The kiosk's program is built: C99, the header and the library, nothing else"
make -s -C "$root/Examples/kiosk" LIB="$(dirname "$TINCAY_LIBRARY")" INCLUDE="$root/Include"
say "it links$(readelf -d "$kiosk" | sed -n 's/.*NEEDED.*\[\(.*\)\]/ \1/p' | tr -d '\n')"

part "1. A counsellor sets up a desk"
head -c 24 /dev/urandom | base64 >"$work/passphrase"
counsellor create --name "Bàn tiếp nhận" | indent
counsellor card >"$work/stick/card.json"
counsellor keep "$form" | indent
say "the desk's card goes to the kiosk on a stick; it holds public keys only"

part "2. A kiosk at a trusted address gets its box"
"$kiosk" --create "$box" --point "$point" --kind NODE-TRUSTED --desk "$work/stick/card.json" --slots 32
"$kiosk" --status "$box" | indent
cp "$work"/kiosk/box.tincay* "$work/before/"
sizes >"$work/sizes"
say "thirty-two slots a day, all filled with noise already"

part "3. What a child sees who says only: I am not safe (on a box to practise with)"
"$kiosk" --create "$work/practice/box.tincay" --point "$point" --kind NODE-TRUSTED --desk "$work/stick/card.json"
"$kiosk" "$work/practice/box.tincay" "$form" <"$samples/01-child-not-safe.json" | indent

part "4. The kiosk takes some sheets (shown as staff see it; a child is never shown an urgency)"
kept=0
turned_back=0
for sample in "$samples"/*.json; do
    name=$(basename "$sample" .json)
    printf '\n%s%s%s\n' "$bold" "$name" "$plain"
    outcome=0
    "$kiosk" --staff "$box" "$form" <"$sample" >"$work/said" 2>&1 || outcome=$?
    indent <"$work/said"
    case $name:$outcome in
    *-invalid-*:1) turned_back=$((turned_back + 1)) ;;
    *-invalid-*) fail "$name should have been turned back, but ended with $outcome" ;;
    *:0) kept=$((kept + 1)) ;;
    *) fail "$name should have been kept, but ended with $outcome" ;;
    esac
    if grep -qE ': U[12]( |$)' "$work/said" && ! grep -qE '^ +111( |$)' "$work/said"; then
        fail "$name is urgent, and 111 was not shown"
    fi
done
echo
say "kept: $kept, turned back with the reasons: $turned_back"

part "5. Somebody is asked question by question"
say "a) a child says: I am not safe, skips the rest and sends it"
mapfile -t skips < <(yes '' | head -n 40)
child 1 2 "${skips[@]}"
grep -q 'Đã nhận' "$work/said" || fail "what was told question by question was not kept"
kept=$((kept + 1))
tail -n 5 "$work/said" | indent
say "b) a child has answered three questions when the power goes"
child_cut_off 1 3 2
"$kiosk" --tick "$box"
say "what was told lies sealed in the box, and nobody at the kiosk can see it or go on with it"
say "c) a child says: I am not safe, then leaves and wants it forgotten. Somebody in danger is never forgotten"
child 1 2 q 2
tail -n 3 "$work/said" | indent
say "d) a child who is safe leaves and wants it forgotten"
child 1 1 q 2
tail -n 3 "$work/said" | indent
unfinished=2

part "6. The kiosk cannot read any of it back"
say "a) nobody's keys fit: the box is no desk, and another desk is not the one that the reports were sealed to"
refused "to open the box as if it were a desk" python3 - "$box" "$work/passphrase" <<'PYTHON'
import sys
from pathlib import Path

import tincay

try:
    tincay.Desk.open(sys.argv[1], "counsellor", Path(sys.argv[2]).read_text().strip())
except tincay.TincayError as error:
    sys.exit(str(error))
PYTHON
"$kiosk" --pack "$box" "$work/stick" | indent
refused "to collect at another desk" python3 - "$work/desk/other.tincay" "$bundle" <<'PYTHON'
import sys
from pathlib import Path

import tincay

passphrase = "a passphrase of another desk"
tincay.Desk.create(sys.argv[1], "stranger", passphrase)
with tincay.Desk.open(sys.argv[1], "stranger", passphrase) as desk:
    try:
        desk.collect(Path(sys.argv[2]).read_bytes())
    except tincay.TincayError as error:
        sys.exit(str(error))
PYTHON
say "b) no word of any sheet is in the box or on the stick, in any encoding"
mkdir "$work/control"
cat "$box" "$samples/02-child-afraid-to-go-home.json" >"$work/control/box"
if python3 "$here/search_words.py" "$samples" "$work/control/box" "$work/before/box.tincay" >"$work/said"; then
    fail "the search does not find what is there"
fi
say "   (the search works: with one sheet added in clear it has $(grep -oE 'found: [0-9]+' "$work/said"))"
python3 "$here/search_words.py" "$samples" "$box" "$work/before/box.tincay" || fail "a word was found in the box"
python3 "$here/search_words.py" "$samples" "$bundle" "$work/before/box.tincay" || fail "a word was found on the stick"
say "c) the box is as large as before the first sheet"
sizes | diff "$work/sizes" - || fail "the box has changed its size"
sizes | indent

part "7. A courier carries the bundle to the desk and the receipt back"
python3 - "$bundle" "$work/stick/changed" <<'PYTHON'
import sys
from pathlib import Path

content = bytearray(Path(sys.argv[1]).read_bytes())
content[len(content) // 2] ^= 1
Path(sys.argv[2]).write_bytes(content)
PYTHON
refused "a bundle with one bit changed on the way" counsellor collect "$work/stick/changed" --receipt "$work/stick/none"
counsellor collect "$bundle" --receipt "$receipt" | indent
counsellor list >"$work/list"
grep -c 'chưa xong' "$work/list" | grep -qx "$unfinished" || fail "there should be $unfinished unfinished cases"
say "the same bundle again changes nothing"
counsellor collect "$bundle" --receipt "$receipt" | indent
counsellor list | diff "$work/list" - || fail "collecting twice has changed the list"
"$kiosk" --settle "$box" "$receipt" | indent
say "only now has the box let go of what the desk has signed for"
say "a bundle can go in two halves with two carriers; either alone is noise, together they are the bundle"
"$kiosk" --pack "$box" "$work/stick" "$work/stick/other" | indent
refused "one half" counsellor collect "$bundle" --receipt "$work/stick/none"
counsellor collect "$bundle" --other-half "$work/stick/other/data.bin" --receipt "$receipt" | indent

part "8. The counsellor works"
indent <"$work/list"
first=$(grep -oE '\b[0-9a-f]{8}\b' "$work/list" | sed -n 1p)
[ -n "$first" ] || fail "there is no case in the list"
say "the most urgent one, opened (the ledger has that it was read before its key is used)"
counsellor open "$first" | indent
counsellor note "$first" "Đã báo người làm công tác bảo vệ trẻ em cấp xã." | indent
say "how many, by urgency"
counsellor count --by urgency | indent
say "the ledger, from its first entry to its signed head"
counsellor verify | indent

in_list=$(grep -cE '\b[0-9a-f]{8}\b' "$work/list")
told=$((kept + unfinished))
[ "$in_list" -eq "$told" ] || fail "$told reports were told, but $in_list cases are in the list"

part "Done"
echo "$told reports went from the kiosk to the desk, $unfinished of them unfinished; $turned_back sheets were turned back with their reasons."
echo "Nothing of them can be read at the kiosk. What was in $work is gone now."
