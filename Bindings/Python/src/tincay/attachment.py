"""Files that are kept with reports: written and read in pieces, however large they are."""

from __future__ import annotations

import ctypes
import io
import os
import sys
import threading
from contextlib import AbstractContextManager, nullcontext
from ctypes import byref
from typing import TYPE_CHECKING, Any, BinaryIO, Callable, Optional, Union, cast

from ._bytes import Path, c_text, json_bytes
from ._call import ask, error_of, parse, run
from ._handle import Handle
from ._loader import library
from ._native import tincay_bytes, tincay_download, tincay_upload
from .results import AttachmentAbout, AttachmentResult
from .status import Status

if TYPE_CHECKING:
    from .desk import Desk

_PIECE = 1 << 20
_AHEAD = 8 << 10

Progress = Optional[Callable[[int], object]]
"""Called with the size of each piece that was taken in or written; None for nobody who waits."""


class Upload(Handle):
    """A file that is being taken in; begin one with `tincay.Desk.upload`, or let `tincay.Desk.attach` do all of it.

    Nothing is kept until `end`; closing before leaves nothing.
    """

    _close_function = "tincay_upload_close"

    def __init__(self, desk: Desk, report_id: str, name: str, section: Optional[str], kind: Optional[str]) -> None:
        """Begins a file, as `tincay.Desk.upload` does."""
        about = {"name": name, "section": section, "type": kind}
        source = json_bytes({key: value for key, value in about.items() if value is not None})
        handle = tincay_upload()
        run(
            "tincay_desk_attach",
            desk._handle,
            c_text(report_id, "report_id"),
            source,
            len(source),
            byref(handle),
        )
        super().__init__(handle)

    def write(self, data: Union[bytes, bytearray, memoryview]) -> int:
        """Takes more of the file, and gives how many bytes that were.

        Raises:
            NotAcceptedError: the file is of a kind that the form does not take, or that nobody knows.
            LimitError: it has more bytes than the form takes.
            DiskFullError, StorageError: the disk did not take it.
            MisuseError: the upload has failed or ended, or the desk is closed.
        """
        rest = memoryview(data).cast("B")
        size = rest.nbytes
        while rest.nbytes:
            piece = bytes(rest[:_PIECE])
            run("tincay_upload_write", self._handle, piece, len(piece))
            rest = rest[_PIECE:]
        return size

    def end(self) -> AttachmentResult:
        """Enters the file: from here on it is kept with its report; and closes the upload.

        Raises:
            NotFoundError: the report was shredded meanwhile.
            LimitError: others were quicker, and the report has as many files as its form takes.
            and those of `write`.
        """
        try:
            result: AttachmentResult = parse(ask("tincay_upload_end", self._handle))
        finally:
            self.close()
        return result


class _DownloadHandle(Handle):
    """The library's side of an open file."""

    _close_function = "tincay_download_close"


class Attachment(io.RawIOBase):
    """A file that is kept with a report, open for reading from its beginning; get one with `tincay.Desk.attachment`.

    Every byte was authenticated before it is given, and reading on to the end proves that nothing is missing: use
    nothing of it for good before. For lines and other small reads some KiB are read ahead; they are wiped as they are
    given, and what is left of them when the file is closed.
    """

    about: AttachmentAbout
    """What is known of the file. Its name is what somebody typed: never write a file by it."""

    def __init__(self, desk: Desk, report_id: str, attachment_id: str) -> None:
        """Opens a file, as `tincay.Desk.attachment` does."""
        super().__init__()
        self._lock = threading.RLock()
        # Not an io.BufferedReader, because what that has read ahead nobody can wipe.
        self._ahead = bytearray()
        self._start = 0
        self._end = 0
        found = library()
        handle = tincay_download()
        output = tincay_bytes()
        try:
            status = found.tincay_desk_attachment(
                desk._handle,
                c_text(report_id, "report_id"),
                c_text(attachment_id, "attachment_id"),
                byref(handle),
                byref(output),
            )
            if status != Status.OK:
                raise error_of(status)
            self.about = parse(ctypes.string_at(output.data, output.size))
        finally:
            found.tincay_bytes_free(byref(output))
        self._download = _DownloadHandle(handle)

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fills a buffer, and gives how many bytes there were; 0 is the proved end.

        Raises:
            TamperedError: the file was changed; nothing that was read of it before is to be trusted as a whole.
            StorageError: the disk failed.
            MisuseError: the desk is closed.
        """
        room = memoryview(buffer).cast("B")
        with self._lock:
            held = self._end - self._start
            if room.nbytes > max(held, _AHEAD):
                # What was read ahead is given only once the rest is there, so that a failure loses nothing.
                size = held + self._read(room[held:])
                self._give(room[:held])
                return size
            if room.nbytes > held:
                self._read_ahead()
            size = min(room.nbytes, self._end - self._start)
            self._give(room[:size])
            return size

    def readline(self, size: Optional[int] = -1, /) -> bytes:
        """Reads to the end of a line, or as many bytes if that is less; no bytes are the proved end.

        Raises:
            those of `readinto`.
        """
        most = sys.maxsize if size is None or size < 0 else size
        with self._lock:
            held = 0
            while held < most:
                stop = min(self._end, self._start + most)
                place = self._ahead.find(b"\n", self._start + held, stop)
                if place >= 0:
                    most = place + 1 - self._start
                    break
                held = stop - self._start
                if held < most and not self._read_ahead():
                    most = held
            line = bytes(memoryview(self._ahead)[self._start : self._start + most])
            self._forget(most)
            return line

    def save(self, path: Path, *, progress: Progress = None) -> int:
        """Writes the file to a path where nothing is yet, readable for its owner only, and gives how many bytes it has.

        The copy is not sealed any more; whatever becomes of it is no longer in the desk's hands. One that turns out to
        be changed is removed again.

        Raises:
            FileExistsError: something is there.
            TamperedError: the file was changed.
        """
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        buffer = bytearray(_PIECE)
        try:
            with open(descriptor, "wb") as target:
                written = 0
                while size := self.readinto(buffer):
                    target.write(memoryview(buffer)[:size])
                    written += size
                    if progress is not None:
                        progress(size)
        except BaseException:
            os.unlink(path)
            raise
        finally:
            _wipe(memoryview(buffer))
        return written

    def close(self) -> None:
        """Closes the file, and wipes what was read ahead; closing again does nothing."""
        download = getattr(self, "_download", None)
        if download is not None:
            with self._lock:
                self._forget(self._end - self._start)
                download.close()
        super().close()

    def _read(self, room: memoryview) -> int:
        """Has the library fill some room; gives how many bytes there were."""
        size = ctypes.c_size_t()
        # The library takes at most 64 MiB at a time; the caller comes again for more.
        count = min(room.nbytes, 64 * _PIECE)
        target = (ctypes.c_char * count).from_buffer(room)
        run("tincay_download_read", self._download._handle, target, count, byref(size))
        return size.value

    def _read_ahead(self) -> int:
        """Reads on behind what was not given yet, with more room when that has none left; gives how many bytes came."""
        held = self._end - self._start
        if self._start or held == len(self._ahead):
            old = memoryview(self._ahead)
            self._ahead = bytearray(max(_AHEAD, len(old) if held < len(old) else 2 * held))
            memoryview(self._ahead)[:held] = old[self._start : self._end]
            _wipe(old)
            self._start, self._end = 0, held
        size = self._read(memoryview(self._ahead)[held:])
        self._end += size
        return size

    def _give(self, room: memoryview) -> None:
        """Fills some room with what was read ahead, of which there is as much."""
        room[:] = memoryview(self._ahead)[self._start : self._start + room.nbytes]
        self._forget(room.nbytes)

    def _forget(self, size: int) -> None:
        """Wipes bytes that were given."""
        _wipe(memoryview(self._ahead)[self._start : self._start + size])
        self._start += size
        if self._start == self._end:
            self._start = self._end = 0


def _wipe(buffer: memoryview) -> None:
    """Overwrites bytes with zeros."""
    buffer[:] = bytes(buffer.nbytes)


def fill(upload: Upload, source: Union[Path, BinaryIO], progress: Progress = None) -> AttachmentResult:
    """Reads all of a path or an open file into an upload, in constant memory."""
    with upload, _opened(source) as stream:
        while piece := stream.read(_PIECE):
            upload.write(piece)
            if progress is not None:
                progress(len(piece))
        return upload.end()


def _opened(source: Union[Path, BinaryIO]) -> AbstractContextManager[Union[io.FileIO, BinaryIO]]:
    """Opens a path; what is open already stays open afterwards."""
    if hasattr(source, "read"):
        return nullcontext(cast(BinaryIO, source))
    return open(source, "rb", buffering=0)
