"""Sends lines that are no proper questions to the program that speaks Bowtie's protocol: each must get one answer.

protocol.py PROGRAM
"""

from __future__ import annotations

import json
import subprocess
import sys

# Twice as deep as the engine reads, and more bytes than it takes.
DEEP = b"[" * 300 + b"]" * 300
LONG = b'{"cmd":"run","seq":1,"case":{"schema":{"const":"' + b"a" * (17 << 20) + b'"},"tests":[]}}'

LINES: list[bytes] = [
    b"",
    b"\xff\xfe",
    b"\x00",
    b"null",
    b"[]",
    b'{"cmd":',
    b'{"cmd":1}',
    b'{"cmd":"else"}',
    b'{"cmd":"start"}',
    b'{"cmd":"start","version":2}',
    b'{"cmd":"dialect"}',
    b'{"cmd":"dialect","dialect":"urn:none"}',
    b'{"cmd":"run"}',
    b'{"cmd":"run","seq":1}',
    b'{"cmd":"run","seq":1,"case":[]}',
    b'{"cmd":"run","seq":1,"case":{"schema":true}}',
    b'{"cmd":"run","seq":1,"case":{"schema":3,"tests":[]}}',
    b'{"cmd":"run","seq":1,"case":{"schema":true,"tests":3}}',
    b'{"cmd":"run","seq":1,"case":{"schema":true,"tests":[3,{},{"instance":1}]}}',
    b'{"cmd":"run","seq":1,"case":{"schema":{"$ref":"#"},"tests":[{"instance":1}]}}',
    b'{"cmd":"run","seq":1,"case":{"schema":{"$ref":"urn:x"},"tests":[{"instance":1}],"registry":{"urn:x":"x","":1}}}',
    b'{"cmd":"run","seq":1,"case":{"schema":{"pattern":"(?=("},"tests":[{"instance":"a"}]}}',
    b'{"cmd":"run","seq":1,"cmd":"stop"}',
    b'{"cmd":"run","seq":"\\ud800"}',
    DEEP,
    b'{"cmd":"run","seq":1,"case":{"schema":' + DEEP + b',"tests":[]}}',
    LONG,
]


def main() -> int:
    """Sends all lines, and one that is well formed, at once."""
    good = b'{"cmd":"run","seq":"last","case":{"schema":true,"tests":[{"instance":1}]}}'
    told = subprocess.run([sys.argv[1]], input=b"\n".join([*LINES, good]), capture_output=True, timeout=60, check=False)
    answers = [json.loads(line) for line in told.stdout.splitlines()]
    if told.returncode != 0 or len(answers) != len(LINES) + 1:
        print(f"{len(answers)} answers to {len(LINES) + 1} lines, status {told.returncode}")
        return 1
    wrong = [line[:80] for line, answer in zip(LINES, answers) if not {"errored", "ok", "results"} & answer.keys()]
    if wrong or answers[-1] != {"seq": "last", "results": [{"valid": True}]}:
        print(f"not answered as they should be: {wrong or good!r}")
        return 1
    print(f"{len(LINES)} lines that are no questions were answered")
    return 0


if __name__ == "__main__":
    sys.exit(main())
