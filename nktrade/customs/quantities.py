"""Values, quantities and weights of records: in canonical units, missing ones told from noughts."""

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from nktrade.customs.cells import Number, number, quantity_units
from nktrade.errors import UnitError
from nktrade.ledger.columns import Objects, by_distinct, column_of, is_missing
from nktrade.reference.units import Unit, unit

if TYPE_CHECKING:
    from nktrade.customs.meaning import _Reader

_NO_QUANTITY = frozenset({"", "-1", "1", "N/A", "0"})
"""Comtrade's codes for no quantity."""
Floats = npt.NDArray[np.float64]


def measured(reader: "_Reader", found: dict[str, Any]) -> dict[str, Any]:  # Any: columns of all kinds
    """Value, quantity and weight with their steps, units, and whether they were estimated."""
    texts = {name: reader.text(name) for name in ("value", "quantity", "weight")}
    numbers = {name: _numbers(reader, name, column) for name, column in texts.items()}
    value, value_step = _scaled(numbers["value"], _units(reader, "value_unit"), _scale(reader))
    units, is_unknown = _quantity_units(reader)
    quantity, quantity_step = _scaled(numbers["quantity"], units, np.ones(len(reader.records)))
    weight, weight_step = _scaled(numbers["weight"], _units(reader, "weight_unit"), np.ones(len(reader.records)))
    # Goods of some value weigh something: a nought beside a value is a figure that is not there.
    weight = np.where((weight == 0) & (value > 0), np.nan, weight)
    quantity = np.where((quantity == 0) & (value > 0), np.nan, quantity)
    has_quantity = ~np.isnan(quantity)
    is_weight = has_quantity & np.isnan(weight) & (by_distinct(units, lambda one: one.canonical) == "t")
    weight, weight_step = np.where(is_weight, quantity, weight), np.where(is_weight, quantity_step, weight_step)
    _refuse(reader, texts, (value, quantity, weight))
    return {
        "value": value,
        "value_step": np.where(np.isnan(value), np.nan, value_step),
        "value_unit": np.where(np.isnan(value), None, by_distinct(_units(reader, "value_unit"), lambda one: one.canonical)),
        "quantity": quantity,
        "quantity_step": np.where(has_quantity, quantity_step, np.nan),
        "quantity_unit": np.where(has_quantity, by_distinct(units, lambda one: one.canonical), None),
        "weight": weight,
        "weight_step": np.where(np.isnan(weight), np.nan, weight_step),
        "note": np.where(is_unknown & _is_positive(numbers["quantity"]), by_distinct(reader.text("quantity_unit"), lambda one: f"quantity unit {one!r} is not in the table"), None),
        "is_reported": by_distinct(reader.text("reported"), lambda one: one.lower() != "false").astype(bool),
        **{f"{name}_estimated": _estimated(reader, name) for name in texts},
    }


def _numbers(reader: "_Reader", name: str, texts: Objects) -> Objects:
    form = reader.form

    def read(text: str) -> Number | None:
        return None if text in form.missing else number(text, written_by_programme=form.floats)

    found = by_distinct(texts, read)
    is_strange = is_missing(found) & ~by_distinct(texts, lambda one: one == "" or one in form.missing).astype(bool)
    if name == "value" or "value" not in reader.records.fields:
        reader.refuse(is_strange, lambda at: f"{name} {texts[at]!r} is no number")
        reader.refuse(by_distinct(found, lambda one: one.value < 0) == True, lambda at: f"{name} {texts[at]!r} is negative: a correction, no trade")  # noqa: E712 - missing ones are None
    return found


def _units(reader: "_Reader", name: str) -> Objects:
    """The units as records; where a text is no unit, none."""
    printed = reader.text(name)
    found = by_distinct(printed, _known)
    if name == "value_unit":
        has_value = reader.text("value") != ""
        reader.refuse(is_missing(found) & has_value, lambda at: f"unit {printed[at]!r} is not in the table of units")
    return found


def _known(code: str) -> Unit | None:
    try:
        return unit(code) if code else None
    except UnitError:
        return None


def _scale(reader: "_Reader") -> Floats:
    return by_distinct(reader.text("value_scale"), lambda one: float(one or 1)).astype(np.float64)


def _quantity_units(reader: "_Reader") -> tuple[Objects, npt.NDArray[np.bool_]]:
    """The units of quantity by the office's codes, and which codes the table does not hold."""
    printed = reader.text("quantity_unit")
    systems = {one for one in reader.text("quantity_system") if one}
    known = quantity_units(systems.pop()) if systems else {}

    def read(code: str) -> Unit | None:
        if code in known:
            own = known[code]
            base = unit(own.unit)
            return Unit(code=code, canonical=base.canonical, factor=base.factor * own.scale, pint="", aliases=())
        return None if known else _known(code)

    found = by_distinct(printed, read)
    is_unknown = is_missing(found) & ~by_distinct(printed, _NO_QUANTITY.__contains__).astype(bool)
    return found, is_unknown


def _scaled(numbers: Objects, units: Objects, scale: Floats) -> tuple[Floats, Floats]:
    """Values and steps in canonical units; missing where number or unit is."""
    factor = by_distinct(units, lambda one: float(one.factor))
    worth = np.where(is_missing(factor), np.nan, factor).astype(np.float64) * scale
    value = column_of(np.nan if one is None else one.value for one in numbers).astype(np.float64)
    step = column_of(np.nan if one is None else one.step for one in numbers).astype(np.float64)
    return value * worth, step * worth


def _is_positive(numbers: Objects) -> npt.NDArray[np.bool_]:
    return np.array([one is not None and one.value > 0 for one in numbers], dtype=bool)


def _estimated(reader: "_Reader", name: str) -> npt.NDArray[np.bool_]:
    field = f"{name}_estimated"
    words = reader.form.estimated.get(field, ("true",))
    return by_distinct(reader.text(field), lambda one: one in words or one.lower() in words).astype(bool)


def _refuse(reader: "_Reader", texts: dict[str, Objects], found: tuple[Floats, ...]) -> None:
    """Set apart records without any figure, saying what is printed in its place."""
    is_empty = np.all([np.isnan(column) for column in found], axis=0)
    reader.refuse(is_empty, lambda at: _nothing(sorted({column[at] for column in texts.values()} - {""})))


def _nothing(printed: list[str]) -> str:
    return f"no figure: {', '.join(map(repr, printed))} is nought or missing, and nothing says which" if printed else "no figure: the cell is empty"
