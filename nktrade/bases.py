"""Bases: what figures are held against, by name or as a file of any form that is known."""

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import pandas as pd

from nktrade.core.documents import CustomsFile
from nktrade.core.paths import is_file
from nktrade.errors import DocumentError, LedgerError
from nktrade.ledger.baselines import baseline as printed
from nktrade.ledger.baselines import baseline_names, printed_by
from nktrade.ledger.ledger import Ledger

_FILES_KEPT = 8
"""A user's files read last, so that an amended report does not read them again."""


def baseline(name: str | Path, as_of: date | None = None) -> Ledger:
    """The rows of an embedded baseline, of a user's own tidy CSV file, or of a customs file, as a ledger.

    With a day, only what had been printed by that day. Several prints of one number stand side by
    side, told apart by ``as_of`` and ``version``.

    >>> len(baseline("russia_customs", as_of=date(2018, 12, 31)))
    9

    Raises: LedgerError where the name is none of these, or the file lacks a column.
    """
    file = Path(name)
    if str(name) in baseline_names() or not is_file(file):
        return printed(name, as_of)
    return printed_by(own(file, hashed(file)).ledger, as_of)


@dataclass(frozen=True, slots=True, eq=False)
class Own:
    """A user's file as a ledger, and what could not enter it."""

    ledger: Ledger
    kept: int
    """How many of its rows did."""
    rejected: pd.DataFrame
    line: str
    """The column of ``rejected`` that says where a row stands."""
    way: str
    """What gives all that was rejected, in code."""


@lru_cache(maxsize=_FILES_KEPT)
def own(file: Path, _: str) -> Own:
    """A tidy ledger or a customs file of the user's, told by its columns.

    The content's hash is a part of what is remembered: a file that changed is read again.

    Raises: LedgerError where it is neither.
    """
    from nktrade.customs.files import is_customs  # noqa: PLC0415 - only for a user's own file
    from nktrade.customs.reading import read_customs  # noqa: PLC0415 - as above

    if is_customs(CustomsFile(id=file.stem, file=str(file), data=file.read_bytes())):
        try:
            customs = read_customs(file)
        except DocumentError as error:
            raise LedgerError(str(error)) from error
        way = "nktrade.customs.read_customs(file)"
        ledger = customs.to_ledger().validated()
        return Own(ledger, len(customs), customs.rejected, "line", way)
    try:
        ledger = printed(file)
    except LedgerError as error:
        raise LedgerError(
            f"{error} (as a customs file: its format is none that is known)"
        ) from None
    return Own(ledger, len(ledger), ledger.rejected, "claim", "nktrade.baseline(file)")


def hashed(file: Path) -> str:
    """The hash of what the file holds now; empty where there is none, which reading it tells better."""
    return hashlib.sha256(file.read_bytes()).hexdigest() if is_file(file) else ""
