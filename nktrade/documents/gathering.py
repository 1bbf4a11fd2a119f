"""Gathering: files, folders and globs become one stream of documents, each under a name of its own."""

import datetime as dt
import glob
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from nktrade.core.documents import Document, Unread
from nktrade.core.paths import is_file, is_folder, is_there
from nktrade.documents.loading import load
from nktrade.documents.sources import MAX_NESTING, MAX_SIZE, one_line
from nktrade.errors import DocumentError


@dataclass(frozen=True, slots=True)
class _Found:
    """A file and the path by which its argument led to it."""

    path: Path
    relative: str


def load_all(
    paths: Iterable[str | os.PathLike[str]],
    *,
    date: dt.date | None = None,
    lang: str | None = None,
    encoding: str | None = None,
    max_size: int = MAX_SIZE,
    max_nesting: int = MAX_NESTING,
) -> Iterator[Document | Unread]:
    """Every document under files, folders and globs, in the order of the arguments.

    What cannot be read comes out as ``Unread``, in its place. A document's id is its file stem;
    where two stems collide, the path relative to the argument. Hidden files are passed over.
    """
    for one in named_files(paths):
        if isinstance(one, Unread):
            yield one
            continue
        path, name = one
        try:
            document = load(
                path,
                date=date,
                lang=lang,
                encoding=encoding,
                max_size=max_size,
                max_nesting=max_nesting,
            )
        except DocumentError as error:
            yield Unread(file=str(path), reason=str(error))
        else:
            yield replace(document, id=name)


def named_files(
    paths: Iterable[str | os.PathLike[str]],
) -> Iterator[tuple[Path, str] | Unread]:
    """Every file under files, folders and globs with the id of its document, nothing opened yet."""
    gathered = [found for path in paths for found in _gathered(path)]
    named = _named([one for one in gathered if isinstance(one, _Found)])
    for one in gathered:
        if isinstance(one, Unread):
            yield one
        elif (name := named.pop(one.path, None)) is not None:
            yield one.path, name


def _gathered(argument: str | os.PathLike[str]) -> Iterator[_Found | Unread]:
    path = Path(argument)
    if is_folder(path):
        closed: list[OSError] = []
        files = sorted(_files(path, closed))
        yield from map(_closed, closed)
        for file in files:
            yield (
                _Found(file, file.relative_to(path).as_posix())
                if _has_end(file)
                else _endless(file)
            )
        if not files and not closed:
            yield Unread(
                file=str(path),
                reason=f"{one_line(str(path))}: found a folder without documents, expected at least one file; "
                "give the folder that holds them",
            )
    elif is_there(path) or not glob.has_magic(str(path)):
        yield _Found(path, path.name)
    else:
        matches = sorted(glob.glob(str(path), recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
        for match in matches:
            yield from _gathered(match)
        if not matches:
            yield Unread(
                file=str(path),
                reason=f"{one_line(str(path))}: found no file of this pattern, expected at least one; "
                "check the pattern, in quotes",
            )


def _has_end(file: Path) -> bool:
    """Whether it is a file, or was one: what is gone meanwhile is told when it is read."""
    return is_file(file) or not is_there(file)


def _endless(file: Path) -> Unread:
    """A pipe or a device in a folder: nobody named it, and it might never end."""
    return Unread(
        file=str(file),
        reason=f"{one_line(str(file))}: found a pipe or a device, expected a file; name it alone to "
        "have it read",
    )


def _closed(error: OSError) -> Unread:
    """A folder below that we may not look into, or that is gone meanwhile."""
    file = str(error.filename)
    return Unread(
        file=file,
        reason=f"{one_line(file)}: found no way into this folder ({error.strerror}), expected one that "
        "may be read; open it, or name what is to be read",
    )


def _files(folder: Path, closed: list[OSError]) -> Iterator[Path]:
    """The files below a folder; links to folders are not followed, so no circle is walked.

    ``closed`` takes in why a folder could not be looked into.
    """
    for base, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(base, name) for name in names if not name.startswith("."))


def _named(files: list[_Found]) -> dict[Path, str]:
    """An id for each file: its stem, else its relative path, else that with a number."""
    distinct = list({one.path: one for one in reversed(files)}.values())[::-1]
    stems = Counter(one.path.stem for one in distinct)
    named: dict[Path, str] = {}
    taken: Counter[str] = Counter()
    for one in distinct:
        name = one.path.stem if stems[one.path.stem] == 1 else one.relative
        taken[name] += 1
        named[one.path] = name if taken[name] == 1 else f"{name}#{taken[name]}"
    return named
