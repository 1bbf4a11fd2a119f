"""Meaning: what the texts of records are worth, each distinct one read once, and why some cannot enter."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from nktrade.customs import cells
from nktrade.customs.columns import MEASURES, NOTHING, blanked
from nktrade.customs.formats import Format
from nktrade.customs.periods import days, midnight_off
from nktrade.customs.quantities import measured
from nktrade.customs.reader import Flags, Reader
from nktrade.customs.reasons import is_sign
from nktrade.customs.records import Records
from nktrade.ledger.columns import Objects, by_distinct, column_of, is_missing
from nktrade.reference.commodities import commodities

Raw = dict[str, Any]  # Any: columns of texts, numbers and truths
_FLOWS = ("export", "import", "total")
_USUAL_EDITION = "HS"
"""Of codes whose edition a file leaves out."""


def meaning(records: Records, form: Format, own_areas: Mapping[str, str]) -> tuple[Raw, Objects]:
    """The columns of the tidy frame, and why each record cannot enter; None where it can."""
    reader = Reader.of(records, form, own_areas)
    _refuse_totals(reader)
    _refuse_notes(reader)
    flow, basis, scope = _flows(reader)
    found: Raw = {"flow": flow, "scope": _with_breakdowns(reader, scope)}
    found |= _goods(reader) | _areas(reader) | days(reader) | measured(reader)
    _refuse_unpublished(reader, found)
    found["valuation"] = _valuation(reader, basis)
    found |= _provenance(reader)
    reader.settle(_has_figure(reader))
    return found, reader.reasons


def _has_figure(reader: Reader) -> Flags:
    """Which records print a figure, read or not, and no sign for none."""
    blanks = frozenset(reader.form.missing)

    def is_figure(text: str) -> bool:
        return text not in blanks and not is_sign(text)

    shown = [by_distinct(reader.text(name), is_figure).astype(bool) for name in MEASURES]
    found: Flags = np.any(shown, axis=0)
    return found


def _provenance(reader: Reader) -> Raw:
    """Who counted and when it was printed, where the rows say so themselves."""
    found: Raw = {}
    if reader.has("compiler"):
        found["compiler"] = blanked(reader.text("compiler"), reader.text("compiler") == "")
    if reader.has("as_of"):
        printed = by_distinct(reader.text("as_of"), midnight_off)
        known = by_distinct(printed, lambda one: cells.period(one) if one else None)
        reader.refuse(
            is_missing(known) & (printed != ""),
            lambda at: f"as_of {printed[at]!r} names no day",
            expected="a day such as 2018-07-23; write it so",
            printed=printed,
        )
        found["as_of"] = by_distinct(known, lambda span: span.last)
    return found


def _refuse_totals(reader: Reader) -> None:
    for name in ("period", "partner", "reporter") if reader.form.totals else ():
        is_total = by_distinct(reader.text(name), lambda one: one.casefold() in reader.form.totals)
        reader.refuse(is_total, lambda _: "the file's own total: it holds the other rows")


def _refuse_notes(reader: Reader) -> None:
    """Set apart rows that name no side and no flow where others do: totals below a table, and notes."""
    named = [reader.text(name) == "" for name in ("reporter", "partner", "flow")]
    reader.refuse(np.all(named, axis=0), lambda _: "neither sides nor flow: a total or a note")


def _flows(reader: Reader) -> tuple[Objects, Objects, Objects]:
    """Direction, usual valuation and scope of each printed flow."""
    words = {key.casefold(): value.split(maxsplit=2) for key, value in reader.form.flows.items()}
    known = words | {word: [word] for word in _FLOWS if word not in words}
    written = reader.text("flow")
    printed = by_distinct(written, str.casefold)
    reader.refuse(
        ~by_distinct(printed, known.__contains__).astype(bool),
        lambda at: f"flow {printed[at]!r} is none of {', '.join(known)}",
        expected="one of these words for the flow; write it so",
        printed=written,
    )
    flow, basis, scope = (by_distinct(printed, _parts(known, at)) for at in range(3))
    said = reader.text("scope")
    return flow, basis, np.where(said != "", said, scope)


def _parts(known: Mapping[str, Sequence[str]], at: int) -> Callable[[str], str | None]:
    """What stands at one place of the words for a printed flow."""

    def part(printed: str) -> str | None:
        words = known.get(printed, ())
        return words[at] if len(words) > at else None

    return part


def _with_breakdowns(reader: Reader, scope: Objects) -> Objects:
    """The scope with the second partner, procedure or transport of which the row is a part."""
    for column, whole in reader.form.whole.items():
        cell = reader.text(f"column:{column}")
        named = by_distinct(cell, f"{column} {{}}".format)
        words = NOTHING.union(whole) if "" in whole else frozenset(whole)
        part = blanked(named, by_distinct(cell, words.__contains__).astype(bool))
        pairs = column_of(zip(scope, part, strict=True))
        scope = by_distinct(pairs, lambda pair: "; ".join(filter(None, pair)) or None)
    return scope


def _goods(reader: Reader) -> Raw:
    """Commodity by canonical name and by code, which stands before a name where a row has both."""
    editions = by_distinct(reader.text("classification"), lambda one: one or _USUAL_EDITION)
    printed, names = reader.text("code"), reader.text("commodity")
    is_named = (names != "") & ((printed == "") | (printed == names))
    pairs = column_of(zip(printed, editions, strict=True))
    digits = reader.form.code_digits
    written = by_distinct(pairs, lambda one: cells.commodity_code(one[0], one[1], digits))
    if reader.form.keeps_noughts:
        written = printed
    code = np.where(is_named, by_distinct(names, _heading), written)
    if not reader.has("code"):
        reader.refuse(
            ~is_named,
            lambda _: "no commodity",
            expected="a code or a name of the goods, all for total trade; write it in",
        )
    by_code = by_distinct(
        column_of(zip(code, editions, strict=True)), lambda one: cells.commodity_name(*one)
    )
    return {
        "commodity": np.where(is_named, by_distinct(names, str.lower), by_code),
        "code": code,
        "classification": editions,
        "level": by_distinct(code, lambda one: 0 if one == "TOTAL" else len(one)),
    }


def _heading(name: str) -> str:
    """The code of a named good where it is one heading exactly, else its name."""
    known = commodities().get(name.lower())
    if name.lower() == "all":
        return "TOTAL"
    return known.hs[0] if known and len(known.hs) == 1 else name.lower()


def _areas(reader: Reader) -> Raw:
    """Reporter and partner by ISO code, and whether the row holds others."""
    found: Raw = {}
    is_group = np.zeros(len(reader.records), dtype=bool)
    for side in ("reporter", "partner"):
        printed = reader.text(side)
        found[side] = by_distinct(printed, lambda one: _area(one, reader))
        reader.refuse(
            is_missing(found[side]),
            _strange(side, printed),
            expected=f"a {side} by a name or code that is known; mend the cell",
            printed=printed,
        )
        is_group |= by_distinct(printed, lambda one: _is_group(one, reader)).astype(bool)
    for column, sums in reader.form.aggregate.items():
        is_group |= by_distinct(reader.text(f"column:{column}"), sums.__contains__).astype(bool)
    return found | {"is_aggregate": is_group}


def _strange(side: str, printed: Objects) -> Callable[[int], str]:
    return lambda at: f"{side} {printed[at]!r} is not in the table of areas; give it with areas="


def _area(text: str, reader: Reader) -> str | None:
    # A constant of the mapping is a code already, whatever the partners of the file are called.
    if text and text in {reader.form.constants.get(side) for side in ("reporter", "partner")}:
        return text
    return cells.area_code(text, reader.form, reader.own_areas)


def _is_group(text: str, reader: Reader) -> bool:
    code = _area(text, reader)
    is_headed = text.rstrip().endswith((":", "："))
    return is_headed or (code is not None and cells.is_aggregate_area(code))


def _valuation(reader: Reader, basis: Objects) -> Objects:
    """CIF or FOB: by the column that the value equals, else as said, else as the flow is usually valued."""
    said = reader.text("valuation")
    usual = np.where(said != "", by_distinct(said, str.lower), basis)
    value, cif, fob = (reader.text(name) for name in ("value", "cif", "fob"))
    is_cif = (value != "") & (cif == value) & (fob != value)
    is_fob = (value != "") & (fob == value) & (cif != value)
    found: Objects = np.where(is_cif, "cif", np.where(is_fob, "fob", usual))
    return found


def _refuse_unpublished(reader: Reader, found: Raw) -> None:
    """Set apart the months after the last with any trade, where the file prints them as nought."""
    if not reader.form.zeros_are_unpublished:
        return
    ends, values = found["period_end"], found["value"]
    traded = [end for end, value in zip(ends, values, strict=True) if end is not None and value > 0]
    latest = max(traded, default=None)
    is_late: Flags = np.array(
        [end is not None and (latest is None or end > latest) for end in ends], dtype=bool
    )
    reader.refuse(is_late, lambda _: "nought in every row from this month on: not published yet")
