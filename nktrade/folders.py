"""Folders: many documents checked in chunks, by several processes, and resumed where they stopped.

A journal has one JSON line for each finished document: what the form asked for needs of it. What is
in it is not checked again while the file, the options and nktrade are the same; the whole answer is
the one of an uninterrupted run.
"""

import multiprocessing
import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from nktrade import road
from nktrade.core.codes import Severity
from nktrade.core.documents import Unread
from nktrade.core.paths import is_file
from nktrade.deadline import MAX_SECONDS
from nktrade.documents.gathering import named_files
from nktrade.errors import NktradeError
from nktrade.inputs import Input, opened_file
from nktrade.journal import Entry, File, Journal, content
from nktrade.report.finding import SEVERITIES, worst
from nktrade.report.json_text import package_version
from nktrade.report.parts import FORMS, parts_of
from nktrade.report.report import BaselineUsed, Report
from nktrade.settings import Settings, today

Options = Mapping[str, Any]
"""What ``nktrade.check`` takes, by name; each must be told in words by ``str``."""
CHUNK = 100
"""Documents that one process checks together, and that are lost with it."""
_LOADING = ("date", "lang", "encoding", "given", "max_size", "max_nesting")
_READING = frozenset({"encoding", "given", "max_size", "max_nesting"})
"""Options that files alone have."""


@dataclass(frozen=True, slots=True)
class Told:
    """The answer in the form asked for, and how severe its worst finding is."""

    text: str
    worst: Severity | None
    documents: int
    """How many were read."""
    unread: tuple[Unread, ...]

    def exit_status(self, fail_on: str) -> int:
        """0 where nothing is as severe as ``fail_on``, else 1, as a report has it."""
        levels = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on != "never" else ()
        return int(self.worst in levels)


def check_folder(
    paths: Iterable[str | os.PathLike[str]],
    journal: str | os.PathLike[str],
    *,
    form: str = "json",
    workers: int = 1,
    chunk: int = CHUNK,
    max_seconds: float = MAX_SECONDS,
    options: Options | None = None,
    settings: Settings | None = None,
) -> Told:
    """The form of ``nktrade.check`` over all files, every finished one kept in the journal.

    Files that a process died over, or gave no answer to in ``max_seconds``, are unread, and tried
    again when the run is resumed.

    Raises: JournalError where the journal is in use, of other options, or no journal.
    """
    given = _Orders(form, dict(options or {}), settings or Settings(), today())
    files = list(named_files(paths))
    with Journal(Path(journal), given.head()) as log:
        missing = [one for one in files if not isinstance(one, Unread) and not log.knows(one)]
        chunks = [missing[start : start + chunk] for start in range(0, len(missing), chunk)]
        for done in _shared_out(chunks, workers, max_seconds, given):
            log.add(done)
        told = [one if isinstance(one, Unread) else log.entry(one) for one in files]
    return _told(told, form)


def _told(files: Sequence[Entry | Unread], form: str) -> Told:
    """What is known of all files, laid out."""
    read = [one for one in files if not isinstance(one, Unread) and "part" in one]
    used = next((one["baselines"] for one in read if one["baselines"]), ())
    report = Report(
        baselines=tuple(BaselineUsed(**one) for one in used),
        unread=tuple(
            one if isinstance(one, Unread) else Unread(**one["unread"])
            for one in files
            if isinstance(one, Unread) or "unread" in one
        ),
    )
    found = {one["worst"] for one in read} - {None}
    return Told(
        text=FORMS[form].whole(report, [one["part"] for one in read]),
        worst=min(map(Severity, found), key=SEVERITIES.index, default=None),
        documents=len(read),
        unread=report.unread,
    )


@dataclass(frozen=True, slots=True)
class _Orders:
    """How every chunk is checked: the same for all, and written at the head of the journal."""

    form: str
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
        against = self.checking().get("against", ())
        names = (against,) if isinstance(against, str | os.PathLike) else against
        day = str(self.day) if self.settings.accepted else None
        return {
            "nktrade": package_version(),
            "form": self.form,
            "options": told,
            "settings": str(self.settings),
            "files": {str(one): content(Path(one)) for one in names if is_file(one)},
            "day": day,
        }


@dataclass(frozen=True, slots=True, eq=False)
class _Worker:
    """A process, the end of the pipe from it, and the files that it has."""

    process: BaseProcess
    answers: Connection
    files: Sequence[File]
    until: float
    """When it is given up, by the monotonic clock."""

    def answer(self) -> list[Entry]:
        """The entries of its files; where it died or was given up, that it was.

        Raises: NktradeError where no file can be checked so.
        """
        if not self.answers.poll():
            self.process.kill()
        try:
            told: list[Entry] | NktradeError = self.answers.recv()
        except EOFError:
            told = [_unread(file, self._reason()) for file in self.files]
        self.process.join()
        if isinstance(told, NktradeError):
            raise told
        return told

    def _reason(self) -> str:
        self.process.join()
        others = len(self.files) - 1
        if time.monotonic() >= self.until:
            return (
                f"found no answer in time for it and {others} more, expected one; check it alone, "
                "or raise the limit with --max-seconds (max_seconds=)"
            )
        return (
            f"found that the process reading it and {others} more died "
            f"(status {self.process.exitcode}), expected an answer; check it alone"
        )


def _shared_out(
    chunks: Sequence[Sequence[File]], workers: int, seconds: float, orders: _Orders
) -> Iterator[list[Entry]]:
    """The entries of each chunk as its process ends, so many processes at a time."""
    waiting, busy = iter(chunks), list[_Worker]()
    try:
        while True:
            while len(busy) < max(workers, 1) and (files := next(waiting, None)):
                busy.append(_started(files, seconds, orders))
            if not busy:
                return
            rest = min(one.until for one in busy) - time.monotonic()
            ready = wait([one.answers for one in busy], timeout=max(rest, 0))
            for one in list(busy):
                if one.answers in ready or one.until <= time.monotonic():
                    busy.remove(one)
                    yield one.answer()
    finally:
        for one in busy:
            one.process.terminate()


def _started(files: Sequence[File], seconds: float, orders: _Orders) -> _Worker:
    """A fresh process: nothing is shared with it, so nothing is lost with it but its files."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, files, orders), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours, files, time.monotonic() + seconds)


def _work(answers: Connection, files: Sequence[File], orders: _Orders) -> None:
    # Where the run itself was killed nobody is left to answer.
    with suppress(KeyboardInterrupt, BrokenPipeError):
        try:
            answers.send(_checked(files, orders))
        except NktradeError as error:  # of the options, not of a file: it is the whole run's
            answers.send(error)


def _checked(files: Sequence[File], orders: _Orders) -> list[Entry]:
    """What is found in each file, or why it could not be read."""
    read: dict[str, tuple[File, Input]] = {}
    told: list[Entry] = []
    for file in files:
        found = opened_file(*file, orders.loading())
        if isinstance(found, Unread):
            told.append(_unread(file, found.reason))
        else:
            read[file[1]] = file, found
    report = road.check([document for _, document in read.values()], **orders.checking())
    report = orders.settings.applied(report, orders.day)
    reasons = {one.file: one.reason for one in report.unread}
    told += [_unread(file, reasons[str(file[0])]) for file in files if str(file[0]) in reasons]
    for one, part in zip(report.checked, parts_of(report, FORMS[orders.form]), strict=True):
        file, _ = read[one.document.id]
        says_something = one.reading.claims or one.reading.statements or one.table
        told.append(
            {
                "file": str(file[0]),
                "id": file[1],
                "sha256": one.document.sha256,
                "baselines": [asdict(used) for used in report.baselines if says_something],
                "worst": worst(replace(report, checked=(one,))),
                "part": part,
            }
        )
    return told


def _unread(file: File, reason: str) -> Entry:
    shown = reason if reason.startswith(str(file[0])) else f"{file[0]}: {reason}"
    return {"file": str(file[0]), "unread": {"file": str(file[0]), "reason": shown}}
