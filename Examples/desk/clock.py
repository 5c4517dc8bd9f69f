"""The days that this example plays; a real program has no such file and takes the time as it comes."""

from __future__ import annotations

import ctypes
import datetime
import json
import os
import sys
from pathlib import Path

ZONE = datetime.timezone(datetime.timedelta(hours=7))
"""Indochina's time, in which the library counts days."""
FIRST_DAY = datetime.date(2027, 4, 1)
"""The first day of the quarter, a Thursday; its 13 weeks end on the last day of June."""

_STAND_IN = Path(__file__).resolve().parent / "days.so"


def load_clock() -> None:
    """Starts the program once more with the clock that it can set, unless it has that clock already."""
    if hasattr(ctypes.CDLL(None), "clock_tell"):
        return
    if not _STAND_IN.is_file():
        raise SystemExit("There is no clock to play with: build it with 'make desk'.")
    others = os.environ.get("LD_PRELOAD")
    preload = f"{_STAND_IN}:{others}" if others else str(_STAND_IN)
    os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "LD_PRELOAD": preload})  # noqa: S606


def day_of(week: int, weekday: int = 0) -> datetime.date:
    """Names a day by its week and its place in it, both counted from 0; weeks begin on Thursdays."""
    return FIRST_DAY + datetime.timedelta(days=7 * week + weekday)


def moment_of(text: str) -> datetime.datetime:
    """Reads a time as the library writes it."""
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


class Workdays:
    """Which days people work, by the calendar that the form has."""

    def __init__(self, form: Path) -> None:
        """Reads the holidays that the form names."""
        calendar = json.loads(form.read_bytes())["x-tincay-calendar"]
        self._holidays = {datetime.date.fromisoformat(day["date"]) for day in calendar["holidays"]}

    def has(self, day: datetime.date) -> bool:
        """Whether it is one."""
        return day.weekday() < 5 and day not in self._holidays

    def after(self, moment: datetime.datetime, count: int) -> datetime.datetime:
        """The same time of day so many of them later."""
        while count > 0:
            moment += datetime.timedelta(days=1)
            count -= self.has(moment.date())
        return moment


class Clock:
    """What every machine in this example takes for the time; it only goes forward."""

    def __init__(self) -> None:
        """Begins at midnight of the first day."""
        self._tell = ctypes.CDLL(None).clock_tell
        self._tell.argtypes = (ctypes.c_longlong,)
        self.now = datetime.datetime.combine(FIRST_DAY, datetime.time(), ZONE)

    def turn_to(self, day: datetime.date, hour: int, minute: int = 0) -> datetime.datetime:
        """Makes it a time of a day, and gives it; a time that is over already stays over."""
        wanted = datetime.datetime.combine(day, datetime.time(hour, minute), ZONE)
        self.now = max(self.now, wanted)
        self._tell(int(self.now.timestamp()))
        return self.now

    @property
    def today(self) -> datetime.date:
        """The day that it is."""
        return self.now.date()
