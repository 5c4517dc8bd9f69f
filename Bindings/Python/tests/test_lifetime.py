"""Closing, forgetting, threads and forks."""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, Callable

import pytest

import tincay
from conftest import PASSPHRASE, PERSON, PLAIN, ROOT
from tincay import Box, Desk, Form


def test_closing_twice_does_nothing() -> None:
    form = Form(PLAIN)
    form.close()
    form.close()
    assert form.closed


def test_leaving_a_block_closes_even_after_an_error() -> None:
    with pytest.raises(KeyError), Form(PLAIN) as form:
        raise KeyError
    assert form.closed


def test_a_closed_form_is_misuse(box: Box) -> None:
    form = Form(PLAIN)
    form.close()
    calls: list[Callable[[], Any]] = [
        lambda: form.check({}),
        lambda: form.state(),
        lambda: box.submit(form, {"worry": "home"}),
    ]
    for call in calls:
        with pytest.raises(tincay.MisuseError) as caught:
            call()
        assert isinstance(caught.value, ValueError)


def test_a_closed_box_is_misuse(box_path: Path, plain: Form) -> None:
    box = Box.open(box_path)
    box.close()
    calls: list[Callable[[], Any]] = [
        box.tick,
        box.pack,
        box.status,
        lambda: box.submit(plain, {}),
        lambda: box.settle(b""),
    ]
    for call in calls:
        with pytest.raises(tincay.MisuseError):
            call()


def test_a_closed_desk_is_misuse(desk_path: Path, plain: Form) -> None:
    desk = Desk.open(desk_path, PERSON, PASSPHRASE)
    desk.close()
    calls: list[Callable[[], Any]] = [
        desk.card,
        desk.list,
        desk.verify,
        lambda: list(desk.cases()),
        lambda: desk.keep(plain),
        lambda: desk.collect(b"x"),
        lambda: desk.file(plain, {}),
        lambda: desk.read("0" * 32),
        lambda: desk.note("0" * 32, "x"),
        lambda: desk.count("status"),
        lambda: desk.shred("0" * 32, "x"),
    ]
    for call in calls:
        with pytest.raises(tincay.MisuseError):
            call()


def test_a_file_can_be_opened_again_after_closing(box_path: Path) -> None:
    for _ in range(3):
        with Box.open(box_path) as box:
            assert box.status()["slots"] > 0


def test_a_forgotten_handle_is_closed_and_told_of(box_path: Path) -> None:
    box = Box.open(box_path)
    stale = box._handle
    with pytest.warns(ResourceWarning, match=r"a tincay\.Box was never closed"):
        del box
        gc.collect()
    with pytest.raises(tincay.MisuseError):
        tincay._call.run("tincay_box_tick", stale)


def test_a_handle_that_never_opened_is_forgotten_silently(tmp_path: Path) -> None:
    with pytest.raises(tincay.NotFoundError):
        Box.open(tmp_path / "none.tincay")
    gc.collect()


def test_the_end_of_the_interpreter_is_quiet() -> None:
    code = "import tincay; form = tincay.Form({}); keep = [form]; keep.append(keep); print('done')"
    ran = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-W", "error", "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT / "Bindings" / "Python" / "src")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (ran.stdout, ran.stderr) == ("done\n", "")


def test_handles_show_nothing_and_do_not_travel(desk: Desk) -> None:
    assert repr(desk) == "<tincay.Desk open>"
    with pytest.raises(TypeError):
        pickle.dumps(desk)


def test_an_exception_travels(plain: Form) -> None:
    with pytest.raises(tincay.InvalidJSONError) as caught:
        plain.check("{")
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
    assert (type(copy), str(copy), copy.status) == (type(caught.value), str(caught.value), caught.value.status)


def in_threads(count: int, work: Callable[[int], None]) -> None:
    """Runs `work` in threads at once and fails with the first that failed."""
    failures: list[BaseException] = []
    barrier = threading.Barrier(count)

    def run(number: int) -> None:
        barrier.wait()
        try:
            work(number)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def test_threads_share_a_form(plain: Form) -> None:
    def work(number: int) -> None:
        for _ in range(200):
            assert plain.check({"worry": "home", "age": number})["accepted"]
            assert not plain.check({"age": number})["accepted"]

    in_threads(8, work)


def test_threads_share_a_box_and_lose_nothing(box: Box, desk: Desk, plain: Form) -> None:
    def work(number: int) -> None:
        for _ in range(3):
            box.submit(plain, {"worry": "school", "age": number})

    in_threads(4, work)
    while True:
        box.settle(desk.collect(box.pack()))
        if box.status()["bundles_waiting"] == 0:
            break
    assert desk.list()["total"] == 12


def test_closing_while_others_call_is_an_answer(box_path: Path) -> None:
    box = Box.open(box_path)
    calling = threading.Barrier(4)
    misused = []

    def work(number: int) -> None:
        calling.wait()
        if number == 0:
            box.close()
            return
        try:
            # More calls than anybody makes until the box is closed; without the answer the test would only take long.
            for _ in range(1_000_000):
                box.status()
        except tincay.MisuseError:
            misused.append(number)

    in_threads(4, work)
    assert len(misused) == 3


def child_exits_with_zero(work: Callable[[], None]) -> bool:
    """Runs `work` in a fork of this process."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return os.waitpid(child, 0)[1] == 0


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_forked_child_may_not_use_its_parents_handles(box: Box, desk: Desk, plain: Form) -> None:
    def child() -> None:
        calls: list[Callable[[], Any]] = [
            box.tick,
            box.pack,
            lambda: box.submit(plain, {"worry": "home"}),
            desk.list,
            lambda: desk.read("0" * 32),
            box.close,
            desk.close,
        ]
        for call in calls:
            with pytest.raises(tincay.ForkedError) as caught:
                call()
            assert caught.value.family == tincay.Status.FORKED

    assert child_exits_with_zero(child)
    assert box.status()["slots"] > 0
    assert desk.verify()["ok"]


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_forked_child_may_open_its_own(box: Box, box_path: Path) -> None:
    box.close()

    def child() -> None:
        with Box.open(box_path) as own, Form(PLAIN) as form:
            own.submit(form, {"worry": "home"})

    assert child_exits_with_zero(child)


def test_two_processes_take_turns(box: Box, box_path: Path, plain: Form) -> None:
    code = (
        "import sys, tincay\n"
        "try:\n"
        "    with tincay.Box.open(sys.argv[1]) as box: box.tick()\n"
        "except tincay.BusyError: print('busy')\n"
        "else: print('open')\n"
    )
    ran = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code, str(box_path)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "Bindings" / "Python" / "src")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout in ("busy\n", "open\n")
    assert box.submit(plain, {"worry": "home"})["accepted"]
