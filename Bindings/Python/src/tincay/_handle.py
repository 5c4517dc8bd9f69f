"""What forms, boxes and desks have in common: a handle that is closed once."""

from __future__ import annotations

import sys
import warnings
from types import TracebackType
from typing import Any, ClassVar, Optional, TypeVar

from ._call import run
from ._loader import library

Self = TypeVar("Self", bound="Handle")


class Handle:
    """A handle of the library that is closed by `close`, by leaving a ``with`` block, or as a last resort when it is
    garbage collected, which warns with `ResourceWarning`.

    Any thread may call; calls on one handle wait for each other. After closing, every other call raises
    `tincay.MisuseError`.
    """

    _close_function: ClassVar[str]
    _closed: bool = True

    def __init__(self, handle: Any) -> None:
        """Takes over an open handle."""
        self._handle = handle
        self._closed = False

    @property
    def closed(self) -> bool:
        """Whether it has been closed."""
        return self._closed

    def close(self) -> None:
        """Closes it; closing again does nothing.

        Raises:
            ForkedError: it belongs to the parent process.
        """
        if not self._closed:
            self._closed = True
            run(self._close_function, self._handle)

    def __enter__(self: Self) -> Self:
        """Gives itself, to be closed at the end of the block."""
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        """Closes it, whatever happened in the block."""
        self.close()

    def __del__(self) -> None:
        """Closes what was forgotten; at interpreter shutdown the process end does that."""
        if self._closed or sys is None or sys.is_finalizing():
            return
        self._closed = True
        getattr(library(), self._close_function)(self._handle)
        warnings.warn(f"a tincay.{type(self).__name__} was never closed", ResourceWarning, 2, source=self)

    def __repr__(self) -> str:
        """Tells the kind and whether it is closed, nothing of what it holds."""
        return f"<tincay.{type(self).__name__} {'closed' if self._closed else 'open'}>"

    def __reduce__(self) -> str:
        """Refuses to be pickled: a handle means something in its own process only."""
        raise TypeError(f"a tincay.{type(self).__name__} cannot be pickled")
