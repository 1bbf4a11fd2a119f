"""All exceptions of nktrade.

NktradeError
  DocumentError   a file cannot be read as what it is said to be
  TableError      a table, lexicon or mapping is not as declared
  UnitError       there is no way from this unit, or number, to that
  LedgerError     rows do not satisfy the schema
  CheckError      two views share no label, or a name is unknown
  FigureSystemError  a system of figures and relations cannot be posed

Misuse raises; data never does. Every message says: place, what was found, what was expected, what
to do.
"""

import difflib
import itertools
import os
import traceback
from collections.abc import Iterable
from pathlib import Path


class NktradeError(Exception):
    """Base of everything nktrade raises on purpose."""

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the message, and the line of the reader's own that led to it.

        Our own frames explain nothing that the message does not; ``traceback.print_exception``
        has them all.
        """
        frames = traceback.extract_tb(self.__traceback__)
        package = f"{Path(__file__).parent}{os.sep}"
        theirs = list(itertools.takewhile(lambda one: not one.filename.startswith(package), frames))
        called = [f"  at line {one.lineno}: {one.line}" for one in theirs[-1:] if one.line]
        return [f"{type(self).__name__}: {self}", *called]


class DocumentError(NktradeError):
    """A file cannot be read as what it is said to be."""


class TableError(NktradeError):
    """A table, lexicon or mapping is not as declared."""


class UnitError(NktradeError):
    """There is no way from this unit, or written number, to that."""


class LedgerError(NktradeError):
    """Rows do not satisfy the schema."""


class CheckError(NktradeError):
    """Two views share no label, or a name is unknown."""


class FigureSystemError(NktradeError):
    """A system of figures and relations cannot be posed."""


def nearest(name: str, known: Iterable[str]) -> str:
    """The end of a message about an unknown name: the nearest known ones.

    >>> nearest("exprot", ["export", "import"])
    "did you mean 'export'? known: export, import"
    """
    names = sorted(known)
    close = difflib.get_close_matches(name, names, n=1)
    hint = f"did you mean {close[0]!r}? " if close else ""
    return f"{hint}known: {', '.join(names[:20])}{', ...' if len(names) > 20 else ''}"  # noqa: PLR2004 - a line of a terminal
