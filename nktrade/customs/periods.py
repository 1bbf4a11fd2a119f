"""Periods of records: first and last day, running totals, and two months that are one release."""

from typing import Any

import numpy as np

from nktrade.core.period import Period
from nktrade.customs import cells
from nktrade.customs.reader import Flags, Reader
from nktrade.ledger.columns import Objects, by_distinct, column_of, is_missing

_FLOATED = len("2016.1")


def days(reader: Reader) -> dict[str, Any]:  # Any: columns of days
    """First and last day of every record; none where no period is named."""
    printed = _printed(reader)
    reader.refuse(
        _is_ambiguous(printed),
        lambda at: f"period {printed[at]!r} is January or October, and nothing says which",
    )
    spans = by_distinct(printed, cells.period)
    if reader.has("span"):
        spans = _running(reader, spans)
    reader.refuse(is_missing(spans), lambda at: f"period {printed[at]!r} names no months")
    whole = _until(spans, reader.text("period_end"))
    return {
        "period_start": by_distinct(whole, lambda span: span.first),
        "period_end": by_distinct(whole, lambda span: span.last),
    }


def _printed(reader: Reader) -> Objects:
    """The period as one text, a year and a month put together."""
    if not reader.has("month"):
        return reader.text("period")
    pairs = zip(reader.text("year"), reader.text("month"), strict=True)
    return column_of(f"{year}-{month.zfill(2)}" for year, month in pairs)


def _until(spans: Objects, ends: Objects) -> Objects:
    """Periods that go on until the end that the row names, where it names one."""
    last = by_distinct(ends, lambda one: cells.period(one) if one else None)
    return by_distinct(column_of(zip(spans, last, strict=True)), _joined)


def _joined(pair: tuple[Period | None, Period | None]) -> Period | None:
    span, end = pair
    if span is None or end is None or end.last < span.first:
        return span
    return Period(span.first, end.last)


def _is_ambiguous(printed: Objects) -> Flags:
    """Where 2016.1 may be October: the file writes November or December so, and no 2016.10."""
    texts = set(printed)
    doubted = {
        one
        for one in texts
        if len(one) == _FLOATED and one.endswith(".1") and f"{one}0" not in texts
        if {f"{one}1", f"{one}2"} & texts
    }
    return np.array([one in doubted for one in printed], dtype=bool)


def _running(reader: Reader, spans: Objects) -> Objects:
    """The periods of a table with a month's and a running column, the latter from January on."""
    values, is_running = reader.text("value"), reader.text("span") == "ytd"
    month, running = values[~is_running], values[is_running]
    is_figure = ~is_missing(by_distinct(month, cells.number))
    # Where February's column equals the running total throughout, one release covers both months.
    is_joint = bool(is_figure.any()) and bool((month == running)[is_figure].all())
    opened = by_distinct(spans, lambda span: Period(span.first.replace(month=1, day=1), span.last))
    is_repeat = is_running & (is_joint | (spans == opened))
    reader.refuse(is_repeat, lambda _: "the running total repeats the month's column")
    found: Objects = np.where(is_running | is_joint, opened, spans)
    return found
