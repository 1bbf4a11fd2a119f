"""Periods of records: first and last day, running totals, and two months that are one release."""

import re
from datetime import date, timedelta
from typing import Any

import numpy as np

from nktrade.core.period import Period
from nktrade.customs import cells
from nktrade.customs.numbers import number
from nktrade.customs.reader import Flags, Reader
from nktrade.ledger.columns import Objects, by_distinct, column_of, filled, is_missing

_FLOATED = len("2016.1")
_MIDNIGHT = re.compile(r"[ T]00:00:00(\.0+)?$")
_DAY = re.compile(r"(19|20)\d{2}-\d{2}-\d{2}")
_SERIAL = re.compile(r"[2-6]\d{4}")
"""A day as spreadsheets count them, from 1954 on."""


def days(reader: Reader) -> dict[str, Any]:  # Any: columns of days
    """First and last day of every record; none where no period is named."""
    printed = _printed(reader)
    reader.refuse(
        _is_ambiguous(printed),
        lambda at: f"period {printed[at]!r} is January or October, and nothing says which",
        expected="2016.10 or 2016.01; write the month with two digits",
        printed=printed,
    )
    spans = by_distinct(printed, cells.period)
    if reader.has("span"):
        spans = _running(reader, spans)
    reader.refuse(
        is_missing(spans),
        lambda at: _no_months(printed[at]),
        expected="a period such as 2018, 2018-06 or 2018-Q2; write it so",
        printed=printed,
    )
    if not reader.has("period_end"):
        is_day = filled(by_distinct(spans, lambda span: span.first == span.last), False)  # noqa: FBT003 - what fills
        reader.refuse(
            is_day,
            lambda at: _day_alone(printed[at]),
            expected="a month or a year",
            printed=printed,
        )
    whole = _until(spans, reader.text("period_end"))
    return {
        "period_start": by_distinct(whole, lambda span: span.first),
        "period_end": by_distinct(whole, lambda span: span.last),
    }


def _printed(reader: Reader) -> Objects:
    """The period as one text: as the row has it, or its year and month or quarter put together."""
    has_part = reader.has("month") or reader.has("quarter")
    if not reader.has("year") or (reader.has("period") and not has_part):
        printed = by_distinct(reader.text("period"), midnight_off)
        return printed if reader.has("period_end") else _stamped(printed)
    parts = zip(reader.text("year"), reader.text("month"), reader.text("quarter"), strict=True)
    return by_distinct(column_of(parts), _together)


def midnight_off(day: str) -> str:
    """The day as programmes write it, without the hours that it does not have."""
    return _MIDNIGHT.sub("", day)


def _together(parts: tuple[str, str, str]) -> str:
    year, month, quarter = parts
    if month:
        return f"{year}-{month.zfill(2)}" if month.isdecimal() else f"{month} {year}"
    return f"{year}-Q{quarter.lstrip('Qq')}" if quarter else year


def _stamped(printed: Objects) -> Objects:
    """Months that programmes write as their first or last day: so every row of the file has it.

    Januaries alone may be years, and so may Decembers by their last day: these stay as they stand.
    """
    days = [day for one in set(printed) if (day := _as_day(one))]
    for is_edge, year_edge in ((_is_first, 1), (_is_last, 12)):
        if days and all(map(is_edge, days)) and {day.month for day in days} != {year_edge}:
            return by_distinct(
                printed, lambda one: f"{day:%Y-%m}" if (day := _as_day(one)) else one
            )
    return printed


def _as_day(text: str) -> date | None:
    """The day that a text in the form of ISO 8601 names; None where it has not that form, or there is none."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:  # the thirtieth of February
        return None


def _is_first(day: date) -> bool:
    return day.day == 1


def _is_last(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1


def _no_months(printed: str) -> str:
    told = f"period {printed!r} names no months"
    return (
        f"{told}: a spreadsheet's number of a day? write 2018-06"
        if _SERIAL.fullmatch(printed)
        else told
    )


def _day_alone(printed: str) -> str:
    return (
        f"period {printed!r} is one day, which may stand for a month or a year; write 2018-06 or 2018, "
        "or add a column period_end"
    )


def _until(spans: Objects, ends: Objects) -> Objects:
    """Periods that go on until the end that the row names, where it names one."""
    last = by_distinct(ends, lambda one: cells.period(midnight_off(one)) if one else None)
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
    is_figure = ~is_missing(by_distinct(month, number))
    # Where February's column equals the running total throughout, one release covers both months.
    is_joint = bool(is_figure.any()) and bool((month == running)[is_figure].all())
    opened = by_distinct(spans, lambda span: Period(span.first.replace(month=1, day=1), span.last))
    is_repeat = is_running & (is_joint | (spans == opened))
    reader.refuse(is_repeat, lambda _: "the running total repeats the month's column")
    found: Objects = np.where(is_running | is_joint, opened, spans)
    return found
