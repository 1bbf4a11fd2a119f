"""Meaning: what the texts of records are worth, each distinct one read once, and why some cannot enter."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from nktrade.core.period import Period
from nktrade.customs import cells
from nktrade.customs.formats import Format
from nktrade.customs.quantities import measured
from nktrade.customs.records import Records
from nktrade.ledger.columns import Objects, by_distinct, column_of, filled, is_missing
from nktrade.reference.commodities import commodities

Raw = dict[str, Any]  # Any: columns of texts, numbers and truths
_TRUE = ("true",)


@dataclass(slots=True)
class _Reader:
    """The columns found so far, and the first reason against each record."""

    records: Records
    form: Format
    own: dict[str, str]
    reasons: Objects

    def text(self, name: str) -> Objects:
        """A field as text; empty where the file has none."""
        return self.records.fields.get(name, column_of([""] * len(self.records)))

    def refuse(self, is_bad: npt.NDArray[np.bool_], words: Callable[[int], str]) -> None:
        """Note why records cannot enter, where nothing speaks against them yet."""
        for at in np.flatnonzero(is_bad & is_missing(self.reasons)):
            self.reasons[at] = words(int(at))


def meaning(records: Records, form: Format, own: dict[str, str]) -> tuple[Raw, Objects]:
    """The columns of the tidy frame, and why each record cannot enter; None where it can."""
    reader = _Reader(records, form, own, column_of([None] * len(records)))
    _refuse_totals(reader)
    found: Raw = {
        **_flows(reader),
        **_goods(reader),
        **_areas(reader),
        **_periods(reader),
    }
    found |= measured(reader, found)
    found["valuation"] = _valuation(reader, found)
    _refuse_unpublished(reader, found)
    return found, reader.reasons


def _refuse_totals(reader: _Reader) -> None:
    if not reader.form.totals:
        return
    is_total = np.zeros(len(reader.records), dtype=bool)
    for name in ("period", "partner", "reporter"):
        is_total |= by_distinct(reader.text(name), lambda one: one.casefold() in reader.form.totals).astype(bool)
    reader.refuse(is_total, lambda _: "the file's own total: it holds the other rows")


def _flows(reader: _Reader) -> Raw:
    """Flow, valuation and scope, with the breakdowns that the row stands for."""
    printed, words = reader.text("flow"), reader.form.flows
    by_word = {key.casefold(): value.split(maxsplit=2) for key, value in words.items()}
    known = by_distinct(printed, lambda one: by_word.get(one.casefold(), _plain_flow(one)))
    reader.refuse(is_missing(known), lambda at: f"flow {printed[at]!r} is none of {', '.join(words) or 'export, import'}")
    flow, basis, scope = (by_distinct(printed, lambda one, at=at: _part(by_word.get(one.casefold(), _plain_flow(one)), at)) for at in range(3))
    said = reader.text("scope")
    scope = np.where(said != "", said, scope)
    for column, whole in reader.form.whole.items():
        cell = reader.text(f"column:{column}")
        part = by_distinct(cell, lambda one, column=column, whole=whole: None if one in whole else f"{column} {one}")
        both = column_of("; ".join(filter(None, pair)) or None for pair in zip(scope, part, strict=True))
        scope = np.where(is_missing(part), scope, both)
    return {"flow": flow, "basis": basis, "scope": scope}


def _plain_flow(text: str) -> list[str] | None:
    return [text] if text in {"export", "import", "total"} else None


def _part(words: list[str] | None, at: int) -> str | None:
    return words[at] if words and len(words) > at else None


def _goods(reader: _Reader) -> Raw:
    editions, form = reader.text("classification"), reader.form
    pairs = column_of(zip(reader.text("code"), editions, strict=True))
    code = by_distinct(pairs, lambda one: cells.commodity_code(one[0], one[1], form.code_digits))
    name = by_distinct(column_of(zip(code, editions, strict=True)), lambda one: cells.commodity_name(*one))
    named = reader.text("commodity")
    if "code" not in reader.records.fields or "commodity" in form.constants:
        heading = by_distinct(named, lambda one: _heading(one))
        reader.refuse(named == "", lambda _: "no commodity")
        return {"commodity": by_distinct(named, str.lower), "code": heading, "classification": editions, "level": _levels(heading)}
    return {"commodity": name, "code": code, "classification": filled(np.where(editions == "", None, editions), "HS"), "level": _levels(code)}


def _heading(name: str) -> str:
    """The code of a named good where it is one heading exactly, else its name."""
    known = commodities().get(name.lower())
    if name.lower() == "all":
        return "TOTAL"
    return known.hs[0] if known and len(known.hs) == 1 else name.lower()


def _levels(code: Objects) -> Objects:
    return by_distinct(code, lambda one: 0 if one == "TOTAL" else len(one))


def _areas(reader: _Reader) -> Raw:
    found: Raw = {}
    is_group = np.zeros(len(reader.records), dtype=bool)
    for side in ("reporter", "partner"):
        printed = reader.text(side)
        code = by_distinct(printed, lambda one: _area(one, reader))
        reader.refuse(is_missing(code), lambda at, side=side, printed=printed: f"{side} {printed[at]!r} is not in the table of areas; give it with areas=")
        is_group |= by_distinct(printed, lambda one: _is_group(one, reader)).astype(bool)
        found[side] = code
    for column, sums in reader.form.aggregate.items():
        is_group |= by_distinct(reader.text(f"column:{column}"), sums.__contains__).astype(bool)
    return found | {"is_aggregate": is_group}


def _area(text: str, reader: _Reader) -> str | None:
    # A constant of the mapping is a code already, whatever the partners of the file are called.
    if text in reader.form.constants.values():
        return text
    return cells.area_code(text, reader.form, reader.own)


def _is_group(text: str, reader: _Reader) -> bool:
    code = _area(text, reader)
    return text.rstrip().endswith((":", "：")) or (code is not None and cells.is_aggregate_area(code))


def _periods(reader: _Reader) -> Raw:
    """First and last day; running totals begin in January, and two months of one release are one."""
    printed, last = reader.text("period"), reader.text("period_end")
    if "month" in reader.records.fields:
        printed = column_of(f"{year}-{int(month):02d}" if month else year for year, month in zip(reader.text("year"), reader.text("month"), strict=True))
    spans = by_distinct(printed, cells.period)
    reader.refuse(_ambiguous(printed), lambda at: f"period {printed[at]!r}: January or October, and nothing says which")
    ends = by_distinct(last, lambda one: cells.period(one) if one else None)
    if "span" in reader.records.fields:
        spans = _running(reader, spans)
    reader.refuse(is_missing(spans), lambda at: f"period {printed[at]!r} names no months")
    whole = column_of(
        None if span is None else Period(span.first, max(span.last, end.last if end else span.last))
        for span, end in zip(spans, ends, strict=True)
    )
    return {
        "period_start": by_distinct(whole, lambda span: span.first),
        "period_end": by_distinct(whole, lambda span: span.last),
    }


def _ambiguous(printed: Objects) -> npt.NDArray[np.bool_]:
    """Where 2016.1 may be October: the file has November or December of that year so, and no 2016.10."""
    texts = set(printed)
    doubted = {
        one
        for one in texts
        if len(one) == 6 and one.endswith(".1") and f"{one}0" not in texts and {f"{one}1", f"{one}2"} & texts  # noqa: PLR2004 - as 2016.1
    }
    return np.array([one in doubted for one in printed], dtype=bool)


def _running(reader: _Reader, spans: Objects) -> Objects:
    """Periods of a table with a month's and a running column; a running total of one month repeats it."""
    values, is_running = reader.text("value"), reader.text("span") == "ytd"
    month, running = values[~is_running], values[is_running]
    from_january = by_distinct(spans, lambda span: Period(span.first.replace(month=1), span.last))
    # Where February's column equals the running total throughout, one release covers both months.
    is_joint = bool(len(month)) and bool((month == running).all())
    found: Objects = np.where(is_running | is_joint, from_january, spans)
    repeats = is_running & (is_joint | np.array([a == b for a, b in zip(spans, from_january, strict=True)], dtype=bool))
    reader.refuse(repeats, lambda _: "the running total repeats the month's column")
    return found


def _valuation(reader: _Reader, found: Mapping[str, Any]) -> Objects:  # Any: as in Raw
    """CIF or FOB: by the column that the value equals, else as said, else as the flow is usually valued."""
    said = reader.text("valuation")
    usual = np.where(said != "", by_distinct(said, str.lower), found["basis"])
    value, cif, fob = (reader.text(name) for name in ("value", "cif", "fob"))
    is_cif = (value != "") & (cif == value) & (fob != value)
    is_fob = (value != "") & (fob == value) & (cif != value)
    return np.where(is_cif, "cif", np.where(is_fob, "fob", usual))


def _refuse_unpublished(reader: _Reader, found: Mapping[str, Any]) -> None:  # Any: as in Raw
    """Set apart the months after the last with any trade, where the file prints them as nought."""
    if not reader.form.zeros_are_unpublished:
        return
    ends = found["period_end"]
    traded = [end for end, value in zip(ends, found["value"], strict=True) if end is not None and value]
    latest = max(traded, default=None)
    late = np.array([end is not None and (latest is None or end > latest) for end in ends], dtype=bool)
    reader.refuse(late, lambda _: "nought in every row of this month and after: not published yet")
