"""Likeness: that two sides count in one unit, over periods of one length, by one edition of codes."""

from collections.abc import Sequence

import narwhals as nw

from nktrade.customs.engines import Lazy, collected
from nktrade.errors import CheckError

_TOTAL = "TOTAL"
_CHAPTER = 2


def require_like(exports: Lazy, imports: Lazy) -> None:
    """See that both sides have one and the same unit of value, and periods of the same lengths.

    Raises: CheckError saying what each side has.
    """
    for what, expressions in (("units of value", _unit), ("months in a period", _months)):
        sides = [_distinct(frame, expressions(frame)) for frame in (exports, imports)]
        if all(sides) and not (
            sides[0] == sides[1] or (what != "units of value" and sides[0] & sides[1])
        ):
            raise _unlike(what, sides)


def like_goods(
    exports: Lazy, imports: Lazy, keys: tuple[str, ...], revisions: str
) -> tuple[Lazy, Lazy, str | None]:
    """Both sides by one edition of the codes, or added up to chapters with a notice.

    Raises: CheckError where editions are unlike and are to be refused.
    """
    if "code" not in keys:
        return exports, imports, None
    sides = [_distinct(frame, _edition(frame)) for frame in (exports, imports)]
    every = sides[0] | sides[1]
    if len(every) < 2 or not all(sides):  # noqa: PLR2004 - one edition is like itself
        return exports, imports, None
    if revisions != "chapters":
        raise _unlike(
            "editions of the codes",
            sides,
            "; chapters alone may be compared: revisions='chapters'",
        )
    notice = f"editions {', '.join(sorted(every))} added up to chapters"
    return _chapters(exports, "exports"), _chapters(imports, "imports"), notice


def _chapters(frame: Lazy, what: str) -> Lazy:
    """The rows under their chapter's code, where all codes have one length.

    Raises: CheckError where codes of several lengths would be added up.
    """
    lengths = _distinct(frame.filter(nw.col("code") != _TOTAL), nw.col("code").str.len_chars())
    if len(lengths) > 1:
        raise CheckError(
            f"{what}: found codes of {', '.join(sorted(lengths))} digits, expected one length to add up; "
            "keep one level"
        )
    is_total = nw.col("code") == _TOTAL
    chapter = (
        nw.when(is_total).then(nw.col("code")).otherwise(nw.col("code").str.slice(0, _CHAPTER))
    )
    return frame.with_columns(chapter.alias("code"))


def _unit(frame: Lazy) -> nw.Expr | None:
    return nw.col("value_unit") if "value_unit" in frame.collect_schema().names() else None


def _months(frame: Lazy) -> nw.Expr | None:
    """How many months a period has, where both its days or a number such as 201806 say so."""
    kinds = frame.collect_schema()
    if {"period_start", "period_end"} <= set(kinds.names()) and kinds["period_end"] != nw.String:
        first, last = nw.col("period_start").dt, nw.col("period_end").dt
        return 12 * (last.year() - first.year()) + last.month() - first.month() + 1
    if "period" in kinds.names() and kinds["period"].is_integer():
        return nw.when(nw.col("period") > 9999).then(nw.lit(1)).otherwise(nw.lit(12))  # noqa: PLR2004 - 201806, not 2018
    return None


def _edition(frame: Lazy) -> nw.Expr | None:
    """The edition of a code; total trade is the same in all of them."""
    if "classification" not in frame.collect_schema().names():
        return None
    return nw.when(nw.col("code") != _TOTAL).then(nw.col("classification"))


def _distinct(frame: Lazy, expression: nw.Expr | None) -> frozenset[str]:
    """The distinct values of an expression as texts; empty where there is none to ask."""
    if expression is None:
        return frozenset()
    groups = frame.select(expression.alias("found")).group_by("found").agg(nw.len())
    found = collected(groups)
    cells = found.get_column("found").to_list()
    return frozenset(str(cell) for cell in cells if cell is not None and cell == cell)  # noqa: PLR0124 - NaN differs from itself


def _unlike(what: str, sides: Sequence[frozenset[str]], remedy: str = "") -> CheckError:
    shown = [", ".join(sorted(side)) for side in sides]
    return CheckError(
        f"mirror: found {what} {shown[0]} against {shown[1]}, expected the same on both sides; "
        f"convert or filter one of them{remedy}"
    )
