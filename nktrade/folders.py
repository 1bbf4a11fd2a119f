"""Folders: many documents checked in chunks, by several processes, and resumed where they stopped.

A journal has one JSON line for each finished document. What is in it is not checked again while the
file, the options and nktrade are the same; the whole answer is the one of an uninterrupted run.
"""

import hashlib
import json
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from nktrade import documents, road
from nktrade.core.codes import Severity
from nktrade.core.documents import Document, Unread
from nktrade.documents.gathering import named_files
from nktrade.errors import DocumentError, NktradeError
from nktrade.report.json_form import entries
from nktrade.report.json_text import package_version
from nktrade.settings import Settings, today

Entry = dict[str, Any]
"""One JSON object: its values are of every JSON type."""
File = tuple[Path, str]
"""A path and the id of its document."""
Options = Mapping[str, Any]
"""What ``nktrade.check`` takes, by name; each must be told in words by ``str``."""
CHUNK = 100
"""Documents that one process checks together, and that are lost with it."""
_LOADING = ("date", "lang", "encoding", "max_size")
_READING = frozenset({"encoding", "max_size"})
"""Options that files alone have."""


class JournalError(NktradeError):
    """A journal is in use, or of another run."""


def check_folder(
    paths: Iterable[str | os.PathLike[str]],
    journal: str | os.PathLike[str],
    *,
    workers: int = 1,
    chunk: int = CHUNK,
    options: Options | None = None,
    settings: Settings | None = None,
) -> Entry:
    """The JSON form of ``nktrade.check`` over all files, every finished one kept in the journal.

    Files that a process died over are unread, and tried again when the run is resumed.

    Raises: JournalError where the journal is in use, or of other options.
    """
    given = _Orders(dict(options or {}), settings or Settings(), today())
    files = list(named_files(paths))
    envelope = entries(road.check((), **given.checking()))
    with Journal(Path(journal), given.head()) as log:
        missing = [one for one in files if not isinstance(one, Unread) and not log.knows(one)]
        chunks = [missing[start : start + chunk] for start in range(0, len(missing), chunk)]
        for done in _shared_out(chunks, workers, given):
            log.add(done)
        told = [
            {"unread": _said(one)} if isinstance(one, Unread) else log.entry(one) for one in files
        ]
    return envelope | {
        "docs": [one["doc"] for one in told if "doc" in one],
        "unread": [one["unread"] for one in told if "unread" in one],
    }


def exit_status(told: Entry, fail_on: str) -> int:
    """0 where nothing in the JSON form is as severe as ``fail_on``, else 1, as a report has it."""
    found = {
        row["severity"] for one in told["docs"] for row in (*one["relations"], *one["baseline"])
    }
    levels = [one.value for one in Severity]
    return int(fail_on != "never" and bool(found & set(levels[: levels.index(fail_on) + 1])))


@dataclass(frozen=True, slots=True)
class _Orders:
    """How every chunk is checked: the same for all, and written at the head of the journal."""

    options: Options
    settings: Settings
    day: date
    """The day by which acceptances hold."""

    def loading(self) -> Entry:
        """What reading a file takes of the options."""
        return {name: self.options[name] for name in _LOADING if name in self.options}

    def checking(self) -> Entry:
        """What checking a document takes: its own options outrank the settings."""
        given = {name: one for name, one in self.options.items() if name not in _READING}
        return self.settings.options() | given

    def head(self) -> Entry:
        """What must be the same for a journal to be resumed; the day only where it matters."""
        told = {name: str(value) for name, value in sorted(self.options.items())}
        day = str(self.day) if self.settings.accepted else None
        return {
            "nktrade": package_version(),
            "options": told,
            "settings": str(self.settings),
            "day": day,
        }


class Journal:
    """The finished documents of one run, on disk as soon as they are finished."""

    def __init__(self, path: Path, head: Entry) -> None:
        self._path, self._head = path, head
        self._known: dict[str, Entry] = {}
        self._file: IO[bytes] | None = None

    def __enter__(self) -> Self:
        self._file = self._path.open("a+b")
        _lock(self._file, self._path)
        self._file.seek(0)
        lines = self._file.read().split(b"\n")
        whole = lines[:-1]  # what stands after the last line break was cut off by an interruption
        self._file.truncate(sum(len(line) + 1 for line in whole))
        if not whole:
            self._write([self._head])
        elif json.loads(whole[0]) != self._head:
            self._file.close()
            raise JournalError(
                f"{self._path}: found the journal of other options or another nktrade, expected "
                f"{json.dumps(self._head, ensure_ascii=False)}; name another file"
            )
        self._known = {entry["file"]: entry for entry in map(json.loads, whole[1:])}
        return self

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
        return "doc" in entry and (entry["id"], entry["sha256"]) == (file[1], _content(file[0]))

    def entry(self, file: File) -> Entry:
        """What is known of a file."""
        return self._known[str(file[0])]

    def add(self, told: Sequence[Entry]) -> None:
        """The entries, kept: whole lines, on the disk before the next chunk is waited for."""
        self._known |= {entry["file"]: entry for entry in told}
        self._write(told)

    def _write(self, told: Iterable[Entry]) -> None:
        assert self._file is not None  # noqa: S101 - only between enter and exit
        lines = (json.dumps(entry) + "\n" for entry in told)
        self._file.write("".join(lines).encode())
        self._file.flush()
        os.fsync(self._file.fileno())


@dataclass(frozen=True, slots=True, eq=False)
class _Worker:
    """A process, the end of the pipe from it, and the files that it has."""

    process: BaseProcess
    answers: Connection
    files: Sequence[File]

    def answer(self) -> list[Entry]:
        """The entries of its files; where it died, that it did."""
        try:
            told: list[Entry] = self.answers.recv()
        except EOFError:
            self.process.join()
            reason = (
                f"found that the process reading it and {len(self.files) - 1} more died "
                f"(status {self.process.exitcode}), expected an answer; check it alone"
            )
            told = [_unread(file, reason) for file in self.files]
        self.process.join()
        return told


def _shared_out(
    chunks: Sequence[Sequence[File]], workers: int, orders: _Orders
) -> Iterator[list[Entry]]:
    """The entries of each chunk as its process ends, so many processes at a time."""
    waiting, busy = iter(chunks), dict[Connection, _Worker]()
    try:
        while True:
            while len(busy) < max(workers, 1) and (files := next(waiting, None)):
                worker = _started(files, orders)
                busy[worker.answers] = worker
            if not busy:
                return
            for end in wait(list(busy)):
                yield busy.pop(end).answer()  # type: ignore[call-overload] # ends that we gave
    finally:
        for worker in busy.values():
            worker.process.terminate()


def _started(files: Sequence[File], orders: _Orders) -> _Worker:
    """A fresh process: nothing is shared with it, so nothing is lost with it but its files."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, files, orders), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours, files)


def _work(answers: Connection, files: Sequence[File], orders: _Orders) -> None:
    with suppress(KeyboardInterrupt):
        answers.send(_checked(files, orders))


def _checked(files: Sequence[File], orders: _Orders) -> list[Entry]:
    """What is found in each file, or why it could not be read."""
    read: list[tuple[File, Document]] = []
    told: list[Entry] = []
    for file in files:
        try:
            read.append((file, replace(documents.load(file[0], **orders.loading()), id=file[1])))
        except DocumentError as error:
            told.append(_unread(file, str(error)))
    report = road.check([document for _, document in read], **orders.checking())
    report = orders.settings.applied(report, orders.day)
    told += [
        _unread(file, one.reason)
        for one in report.unread
        for file in files
        if str(file[0]) == one.file
    ]
    found = {one["id"]: one for one in entries(report)["docs"]}
    return told + [
        {"file": str(file[0]), "id": file[1], "sha256": document.sha256, "doc": found[file[1]]}
        for file, document in read
        if file[1] in found
    ]


def _unread(file: File, reason: str) -> Entry:
    shown = reason if reason.startswith(str(file[0])) else f"{file[0]}: {reason}"
    return {"file": str(file[0]), "unread": {"file": str(file[0]), "reason": shown}}


def _said(unread: Unread) -> Entry:
    """The file and the reason, as JSON has them."""
    return {"file": unread.file, "reason": unread.reason}


def _content(path: Path) -> str | None:
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
