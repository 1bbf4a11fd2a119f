"""A journal: what is finished of long work, on the disk as soon as it is, and one run's alone."""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from nktrade.errors import NktradeError

Entry = dict[str, Any]
"""One JSON object: its values are of every JSON type."""
File = tuple[Path, str]
"""A path and the id of its document."""


class JournalError(NktradeError):
    """A journal is in use, or of another run."""


class Journal:
    """The finished documents of one run, on disk as soon as they are finished."""

    def __init__(self, path: Path, head: Entry) -> None:
        self._path, self._head = path, head
        self._known: dict[str, Entry] = {}
        self._file: IO[bytes] | None = None

    def __enter__(self) -> Self:
        try:
            self._file = self._path.open("a+b")
        except OSError as error:
            raise JournalError(
                f"{self._path}: found no way to write there ({error.strerror}), expected a journal, "
                "or a place for a new one; name another file"
            ) from error
        with ExitStack() as held:
            held.enter_context(self._file)
            _lock(self._file, self._path)
            self._read(self._file)
            held.pop_all()
        return self

    def _read(self, file: IO[bytes]) -> None:
        """What is known; a line that an interruption cut off is gone, and nothing else is touched.

        Raises: JournalError where the file is no journal, or that of another run.
        """
        file.seek(0)
        *lines, rest = file.read().split(b"\n")
        if not lines and _line(self._head).startswith(rest):  # new, or cut off in its first line
            file.truncate(0)
            self._write([self._head])
            return
        try:
            head, *known = map(json.loads, lines)
            self._known = {entry["file"]: entry for entry in known}
        except (ValueError, TypeError, KeyError) as error:
            raise JournalError(
                f"{self._path}: found no journal, expected one that --resume wrote; name another file"
            ) from error
        if head != self._head:
            raise JournalError(
                f"{self._path}: found the journal of other options or another nktrade, expected "
                f"{json.dumps(self._head, ensure_ascii=False)}; name another file"
            )
        file.truncate(sum(len(line) + 1 for line in lines))

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._file:
            self._file.close()

    def knows(self, file: File) -> bool:
        """Whether the file was finished, under this id and with this content."""
        entry = self._known.get(str(file[0]), {})
        return "part" in entry and (entry["id"], entry["sha256"]) == (file[1], content(file[0]))

    def entry(self, file: File) -> Entry:
        """What is known of a file."""
        return self._known[str(file[0])]

    def add(self, told: Sequence[Entry]) -> None:
        """The entries, kept: whole lines, on the disk before the next chunk is waited for."""
        self._known |= {entry["file"]: entry for entry in told}
        self._write(told)

    def _write(self, told: Iterable[Entry]) -> None:
        assert self._file is not None  # noqa: S101 - only between enter and exit
        self._file.write(b"".join(map(_line, told)))
        self._file.flush()
        os.fsync(self._file.fileno())


def _line(entry: Entry) -> bytes:
    return json.dumps(entry).encode() + b"\n"


def content(path: Path) -> str | None:
    """The SHA-256 of a file; None where it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def _lock(file: IO[bytes], path: Path) -> None:
    """The file is ours until it is closed or we die, where the system has such locks."""
    lock = _locker()
    try:
        lock(file.fileno())
    except OSError as error:
        file.close()
        raise JournalError(
            f"{path}: found another run writing this journal, expected none; wait for it, or name "
            "another file"
        ) from error


def _locker() -> Callable[[int], None]:
    try:
        import fcntl  # noqa: PLC0415 - not every system has it
    except ImportError:
        return lambda _number: None
    return lambda number: fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
