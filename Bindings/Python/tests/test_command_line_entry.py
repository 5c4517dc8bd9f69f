"""What must hold for every command: exit codes, one plain sentence for a failure, and nothing secret anywhere."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest

from at_desk import ENVIRONMENT, AtDesk, command, typed
from conftest import PASSPHRASE, PERSON, ROOT
from tincay import Desk
from tincay.__main__ import main

FORM = str(ROOT / "Forms" / "vn-cp-intake.json")
CANARY = "conchimxanh"


def test_a_passphrase_is_typed_and_never_shown(desk_path: Path, case: str) -> None:
    at = (str(desk_path), "--person", PERSON)
    shown, code = typed(("list", *at), ("Passphrase of", PASSPHRASE))
    assert code == 0
    assert case[:8] in shown
    assert PASSPHRASE not in shown
    shown, code = typed(("list", *at), ("Passphrase of", "không phải"))
    assert code == 3
    assert "không phải" not in shown
    assert "TINCAY_E_WRONG_KEY" in shown


def test_a_new_passphrase_is_typed_twice(tmp_path: Path) -> None:
    path = tmp_path / "new.tincay"
    creating = ("create", str(path), "--person", PERSON, "--passes", "2")
    shown, code = typed(creating, ("New passphrase", PASSPHRASE), ("Again", PASSPHRASE + "."))
    assert (code, path.exists()) == (2, False)
    assert "not the same" in shown
    shown, code = typed(creating, ("New passphrase", PASSPHRASE), ("Again", PASSPHRASE))
    assert code == 0
    assert PASSPHRASE not in shown
    Desk.open(path, PERSON, PASSPHRASE).close()


def test_words_are_asked_for_at_a_terminal(desk_path: Path, case: str) -> None:
    at = (str(desk_path), "--person", PERSON)
    answers = (("Passphrase", PASSPHRASE), ("Note", "dòng một"), ("một", "dòng hai"), ("hai", ""))
    shown, code = typed(("note", at[0], case[:8], *at[1:]), *answers)
    assert code == 0, shown
    answers = (("Passphrase", PASSPHRASE), ("Why", "hết hạn"), ("hết hạn", ""), ("Type", "no"))
    shown, code = typed(("shred", at[0], case[:8], *at[1:]), *answers)
    assert (code, "Nothing was destroyed" in shown) == (2, True), shown
    answers = (*answers[:-1], ("Type", case[:8]))
    with Desk.open(desk_path, PERSON, PASSPHRASE) as desk:
        assert desk.read(case)["history"][-2]["text"] == "dòng một\ndòng hai"
    shown, code = typed(("shred", at[0], case[:8], *at[1:]), *answers)
    assert code == 0, shown
    with Desk.open(desk_path, PERSON, PASSPHRASE) as desk:
        assert desk.certificate(case)["reason"] == "hết hạn"


def test_a_passphrase_comes_from_a_descriptor_and_words_from_behind_it(desk_path: Path, case: str) -> None:
    ran = subprocess.run(  # noqa: S603 - this very interpreter
        command("note", str(desk_path), case, "--person", PERSON, "--passphrase-fd", "0"),
        input=f"{PASSPHRASE}\nđã gọi\n".encode(),
        capture_output=True,
        env=ENVIRONMENT,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    with Desk.open(desk_path, PERSON, PASSPHRASE) as desk:
        assert desk.read(case)["history"][-2]["text"] == "đã gọi"


def test_without_a_terminal_nobody_is_asked(desk_path: Path) -> None:
    ran = subprocess.run(  # noqa: S603 - this very interpreter
        command("list", str(desk_path), "--person", PERSON),
        input=f"{PASSPHRASE}\n".encode(),
        capture_output=True,
        env=ENVIRONMENT,
        start_new_session=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 2
    assert b"no terminal" in ran.stderr
    assert PASSPHRASE.encode() not in ran.stdout + ran.stderr


@pytest.mark.parametrize("name", ["--passphrase", "--new-passphrase"])
@pytest.mark.parametrize("join", [False, True])
def test_a_passphrase_among_the_arguments_is_refused_and_not_repeated(
    capsys: pytest.CaptureFixture[str], name: str, join: bool
) -> None:
    given = [f"{name}={CANARY}"] if join else [name, CANARY]
    with pytest.raises(SystemExit) as stopped:
        main(["desk", "change-passphrase", "desk.tincay", *given])
    assert stopped.value.code == 2
    said = capsys.readouterr()
    assert "should be changed" in said.err
    assert CANARY not in said.out + said.err


def test_no_secret_is_an_argument_or_a_variable_of_the_process(desk_path: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    os.mkfifo(tmp_path / "words")
    with subprocess.Popen(  # noqa: S603 - this very interpreter
        command(
            *("find", str(desk_path), "--person", PERSON, "--passphrase-file", str(secret)),
            *("--text-file", str(tmp_path / "words")),
        ),
        stdout=subprocess.PIPE,
        env=ENVIRONMENT,
    ) as process:
        with (tmp_path / "words").open("w", encoding="utf-8") as words:
            # It has unlocked the desk by now, and waits for the words.
            seen = b"".join(Path(f"/proc/{process.pid}/{name}").read_bytes() for name in ("cmdline", "environ"))
            words.write(CANARY)
        assert process.wait(60) == 0
    assert desk_path.name.encode() in seen
    assert PASSPHRASE.encode() not in seen
    assert CANARY.encode() not in seen


def test_a_passphrase_file_that_others_may_read_is_pointed_out(at_desk: AtDesk) -> None:
    at_desk.folder.joinpath("first").chmod(0o644)
    assert "chmod 600" in at_desk("list").err
    at_desk.folder.joinpath("first").chmod(0o600)
    assert at_desk("list").err == ""


def test_the_same_letters_are_the_same_however_they_are_typed(at_desk: AtDesk) -> None:
    import unicodedata

    secret = at_desk.secret("decomposed", unicodedata.normalize("NFD", PASSPHRASE))
    at_desk.raw("list", str(at_desk.path), "--person", PERSON, "--passphrase-file", secret)


def test_failures_are_one_sentence_and_quote_no_report(at_desk: AtDesk, case: str) -> None:
    answers = json.dumps({"profile": "C", "session_ok": CANARY, "narrative": CANARY})
    calls: list[tuple[tuple[str, ...], str, int]] = [
        (("file", FORM), answers, 1),
        (("file", FORM), answers[:-1], 2),
        (("file", FORM), f'{{"{CANARY}": {{"{CANARY}": NaN}}}}', 2),
        (("note", case), CANARY * 10_000, 2),
        (("note", "0" * 32), CANARY, 2),
        (("set-urgency", case, "U9"), CANARY, 2),
        (("skip-step", case, "99"), CANARY, 2),
        (("hold", case, "--until", "never"), CANARY, 2),
        (("withdraw-hold", case, "1", "--reason"), CANARY, 2),
        (("shred", case, "--yes"), CANARY * 1000, 2),
        (("find", "--sections", "nonsense"), CANARY, 2),
        (("subject",), f"{CANARY}\n" * 9, 2),
        (("detach", case, "0" * 32), CANARY, 2),
    ]
    for arguments, words, code in calls:
        said = at_desk(*arguments, words=words, code=code)
        assert CANARY not in said.out + said.err, arguments
        assert said.err.count("\n") == (1 if code == 2 else 0), arguments


def test_a_defect_names_its_place_and_not_what_it_is_about(
    desk_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_: object, **__: object) -> NoReturn:
        raise KeyError(CANARY)

    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    secret.chmod(0o600)
    monkeypatch.setattr(Desk, "list", fail)
    assert main(["desk", "list", str(desk_path), "--person", PERSON, "--passphrase-file", str(secret)]) == 2
    said = capsys.readouterr()
    assert "KeyError at test_command_line_entry.py:" in said.err
    assert CANARY not in said.out + said.err


def test_whoever_stops_a_command_is_told_so(at_desk: AtDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(Desk, "list", stop)
    assert at_desk("list", code=130).err == "Stopped.\n"


def test_exit_codes_tell_what_happened(at_desk: AtDesk, tmp_path: Path) -> None:
    at_desk("list")
    at_desk("collect", str(tmp_path / "none.bin"), code=1)
    at_desk("timeline", "0" * 32, code=2)
    wrong = at_desk.secret("wrong", "sai rồi đó")
    at_desk.raw("list", str(at_desk.path), "--person", PERSON, "--passphrase-file", wrong, code=3)
    missing = str(tmp_path / "missing.tincay")
    at_desk.raw("list", missing, "--person", PERSON, "--passphrase-file", wrong, code=2)


def test_failures_are_said_in_vietnamese_too(at_desk: AtDesk) -> None:
    assert "Không có tệp" in at_desk("timeline", "0" * 32, "--language", "vi", code=2).err


def test_every_command_has_help_that_names_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["desk", "--help"])
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines() if line.startswith("    ")]
    names = {name for name in listed if name.islower() and name.replace("-", "").isalpha()}
    assert names >= {"create", "collect", "show", "verify", "export", "get-attachment"}
    for name in ("create", "show", "export", "recover"):
        with pytest.raises(SystemExit) as stopped:
            main(["desk", name, "--help"])
        assert stopped.value.code == 0
        assert "Exit codes" in capsys.readouterr().out


def test_what_leaves_in_clear_says_so_in_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("export", "get-attachment", "subject"):
        with pytest.raises(SystemExit):
            main(["desk", name, "--help"])
        assert "in clear" in " ".join(capsys.readouterr().out.split())
    with pytest.raises(SystemExit):
        main(["desk", "show", "--help"])
    assert "on record" in " ".join(capsys.readouterr().out.split())


def test_whoever_stops_reading_sees_no_traceback(desk_path: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    secret.chmod(0o600)
    with subprocess.Popen(  # noqa: S603 - this very interpreter
        command("access", str(desk_path), FORM, "--json", "--person", PERSON, "--passphrase-file", str(secret)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
