"""Reasons: why a row of a customs file cannot enter, and whether a figure is lost with it.

A total, a note or a blank is no figure by its nature. A row whose figure cannot be read is one that somebody
meant to be read: of it is told what was expected.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from nktrade.customs.columns import NOTHING

_SIGNS = frozenset(
    {
        *("c", "conf", "confidential", "s", "secret", "suppressed", "x"),
        *("na", "nd", "nil", "none", "null", "notapplicable", "notavailable"),
        *("保密", "不详", "无", "無", "なし", "秘匿", "없음", "비공개", "미상"),
    }
)
"""Words, without their marks, by which offices say that there is no figure, or none to be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a record cannot enter."""

    words: str
    printed: str | None = None
    """The cell that speaks against it; None where the whole row does."""
    expected: str | None = None
    """What could be read there, and what to do; None where the row is no figure by its nature."""


def is_sign(text: str) -> bool:
    """Whether a cell stands for a figure that there is none of, or none to be shown.

    >>> [is_sign(one) for one in ("-", "n.a.", "(c)", "", "12o0", "USD")]
    [True, True, True, True, False, False]
    """
    letters = "".join(filter(str.isalnum, text)).casefold()
    return not letters or text in NOTHING or letters in _SIGNS


def is_figures(row: Sequence[str], width: int) -> bool:
    """Whether a row that does not fit a header of this width is one of figures, and no note below a table.

    >>> is_figures(["CHN", "PRK", "export", "2018-06"], 7), is_figures(["Source: customs", "2018"], 7)
    (True, False)
    """
    cells = [cell for cell in row if cell.strip()]
    return 2 * len(cells) >= width and any(map(str.isdigit, "".join(cells)))
