"""Inputs: a path, bytes or a text becomes a document, or a customs file where its content is one."""

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from nktrade.core.documents import CustomsFile, Document, Unread
from nktrade.core.paths import is_file
from nktrade.documents import load
from nktrade.documents.gathering import named_files
from nktrade.documents.kinds import kind_of
from nktrade.documents.loading import bytes_of
from nktrade.documents.sources import MAX_SIZE
from nktrade.errors import DocumentError

Input = Document | CustomsFile
Loading = Mapping[str, Any]
"""What loading takes, by name: that of a document, and ``given`` for what a customs file leaves out."""
_HEAD = 65536
_TABULAR = frozenset({"csv", "excel", "xml", "parquet", "gzip", "zip"})
_TABLE = b"<table"
"""A page without this tag has no figures in rows."""
_MARKS = (b",", b";", b"\t", b"|")
_CELLS = 3
"""Marks that a row of figures has at least: flow, sides, period and value want more."""
_LONGEST_CELL = 32
"""How long its cells are at most, one with another: what stands between the commas of prose is longer."""
_NUMBER = re.compile(rb"\s*([\"']?)[-+]?\d+([.,]\d+)*\1\s*")


def inputs(paths: Iterable[str | os.PathLike[str]], loading: Loading) -> Iterator[Input | Unread]:
    """What every file under files, folders and globs is, in the order of the arguments."""
    for one in named_files(paths):
        yield one if isinstance(one, Unread) else opened_file(*one, loading)


def opened_file(path: Path, name: str, loading: Loading) -> Input | Unread:
    """What a file is, or why it could not be read."""
    most = loading.get("max_size", MAX_SIZE)
    try:
        return _streamed(path, name, most, loading) or opened(
            bytes_of(path, most), name, str(path), loading
        )
    except DocumentError as error:
        return Unread(file=str(path), reason=str(error))


def _streamed(path: Path, name: str, most: int, loading: Loading) -> CustomsFile | None:
    """A customs file larger than what is read at once, not read yet."""
    if not is_file(path) or path.stat().st_size <= most:
        return None
    from nktrade.customs.files import is_customs  # noqa: PLC0415 - engines come with it

    told = tuple(sorted((loading.get("given") or {}).items()))
    encoding = loading.get("encoding")
    found = CustomsFile(id=name, file=str(path), data=None, encoding=encoding, given=told)
    return found if is_customs(found) else None


def opened(data: bytes, name: str, file: str, loading: Loading) -> Input:
    """What these bytes are; ``file`` is empty where they came from none.

    Raises: DocumentError where they are nothing that can be read.
    """
    own = dict(loading)
    given = own.pop("given", None) or {}
    found = customs_file(data, name, file, own.get("encoding"), given)
    if found is not None:
        return found
    document = load(data, name=file or name, **own)
    return replace(document, id=name, file=file)


def customs_file(
    data: bytes, name: str, file: str, encoding: str | None, given: Mapping[str, str]
) -> CustomsFile | None:
    """The bytes as a customs file, where they are one; customs comes only for what may be a table."""
    if not _may_be_table(data):
        return None
    from nktrade.customs.files import is_customs  # noqa: PLC0415 - engines come with it

    told = tuple(sorted(given.items()))
    found = CustomsFile(id=name, file=file, data=data, encoding=encoding, given=told)
    return found if is_customs(found) else None


def shown(documents: Sequence[Input | Unread], *, progress: bool) -> Iterable[Input | Unread]:
    """The documents, with a bar while they are gone through."""
    if not progress:
        return documents
    from tqdm import tqdm  # noqa: PLC0415 - only on a terminal

    return tqdm(documents, delay=2, unit="document")


def written(given: Mapping[str, str] | None) -> str | None:
    """What is given for a customs file as one text, to be kept.

    >>> unwritten(written({"flow": "import", "period": "2018"}))
    {'flow': 'import', 'period': '2018'}
    """
    return json.dumps(dict(sorted(given.items()))) if given else None


def unwritten(told: str | None) -> dict[str, str]:
    """What was written so."""
    return dict(json.loads(told)) if told else {}


def _may_be_table(data: bytes) -> bool:
    kind = kind_of(data)
    if kind == "html":
        return _TABLE in data.lower()
    return kind in _TABULAR or (kind == "text" and _has_rows(data[:_HEAD]))


def _has_rows(head: bytes) -> bool:
    """Whether a line of cells, one of them a number, follows one of as many, but for one at the end."""
    lines = [line for line in head.splitlines() if line.strip()]
    return any(
        one.count(mark) >= _CELLS
        and abs(one.count(mark) - other.count(mark)) <= 1
        and _is_row(other, mark)
        for one, other in pairwise(lines)
        for mark in _MARKS
    )


def _is_row(line: bytes, mark: bytes) -> bool:
    """Whether its cells are short, and one of them is a number: between the commas of prose none is."""
    cells = line.split(mark)
    is_short = len(line) <= _LONGEST_CELL * len(cells)
    return is_short and any(_NUMBER.fullmatch(cell) for cell in cells)
