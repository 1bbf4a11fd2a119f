"""Values, quantities and weights of records: in canonical units, missing ones told from noughts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from nktrade.customs.cells import quantity_units
from nktrade.customs.columns import MEASURES, NOTHING, blanked
from nktrade.customs.numbers import Marks, Number, number
from nktrade.customs.reader import Flags, Reader
from nktrade.customs.reasons import is_sign
from nktrade.customs.written_units import written_unit
from nktrade.ledger.columns import Objects, by_distinct, column_of, filled, is_missing
from nktrade.reference.units import Unit

_NO_QUANTITY = frozenset({"", "-1", "1", "0", "N/A"})
"""Comtrade's codes for no quantity."""
_TONNE = "t"
Floats = npt.NDArray[np.float64]


def measured(reader: Reader) -> dict[str, Any]:  # Any: columns of numbers, texts and truths
    """Value, quantity and weight with their steps, units, and whether they were estimated."""
    marks = _marks(reader)
    numbers = {name: _numbers(reader, name, marks) for name in MEASURES}
    units = {
        "value": _units(reader, "value_unit"),
        "quantity": _quantity_units(reader),
        "weight": _units(reader, "weight_unit"),
    }
    scales = {name: _scale(reader, name) for name in MEASURES}
    found = {
        name: _scaled(numbers[name], units[name], scales[name], reader.text(f"{name}_step"))
        for name in MEASURES
    }
    # Goods of some value weigh something: a nought beside a value, or where that is missing, is no figure.
    is_traded = (found["value"][0] != 0) & reader.has("value")
    for name in ("quantity", "weight"):
        amount, step = found[name]
        found[name] = np.where((amount == 0) & is_traded, np.nan, amount), step
    codes = {name: units[name].each(_canonical) for name in MEASURES}
    is_weight = np.isnan(found["weight"][0]) & (codes["quantity"] == _TONNE)
    found["weight"] = (
        np.where(is_weight, found["quantity"][0], found["weight"][0]),
        np.where(is_weight, found["quantity"][1], found["weight"][1]),
    )
    _refuse(reader, numbers, codes["value"], [found[name][0] for name in MEASURES])
    told = {"note": _note(reader, units["quantity"]), "is_reported": _is_reported(reader)}
    for name in MEASURES:
        amount, step = found[name]
        told[name], told[f"{name}_step"] = amount, np.where(np.isnan(amount), np.nan, step)
        told[f"{name}_unit"] = blanked(codes[name], np.isnan(amount))
        told[f"{name}_estimated"] = _is_estimated(reader, name)
    return told


def _marks(reader: Reader) -> Marks:
    """How the file writes numbers, as all its figures together show."""
    told = next(iter(reader.text("decimal")), "")
    texts = {text for name in MEASURES for text in set(reader.text(name))}
    return Marks.of(texts, reader.records.separator, told)


def _numbers(reader: Reader, name: str, marks: Marks) -> Objects:
    """The printed numbers; what is neither a number nor a sign for none speaks against its record."""
    texts, form = reader.text(name), reader.form
    blanks = NOTHING.union(form.missing)

    def read(text: str) -> Number | None:
        return (
            None if text in blanks else number(text, marks=marks, written_by_programme=form.floats)
        )

    found = by_distinct(texts, read)
    if not marks.is_sure:
        doubted = by_distinct(texts, marks.doubt).astype(bool)
        reader.refuse(
            doubted,
            lambda at: _doubt(name, texts[at]),
            expected=f"a {name} that can be read one way alone",
            printed=texts,
        )
    is_strange = is_missing(found) & ~by_distinct(texts, blanks.__contains__).astype(bool)
    told = by_distinct(texts, is_sign).astype(bool)
    reader.refuse(is_strange & told, lambda at: f"{name} {texts[at]!r} is no number")
    reader.refuse(
        is_strange,
        lambda at: f"{name} {texts[at]!r} is no number",
        expected=f"a {name} in digits, or an empty cell where there is none; mend the cell",
        printed=texts,
    )
    is_negative = by_distinct(texts, lambda text: text.startswith("-") and text not in blanks)
    reader.refuse(
        is_negative, lambda at: f"{name} {texts[at]!r} is negative: a correction, no trade"
    )
    return found


def _doubt(name: str, text: str) -> str:
    mark = "comma" if "," in text else "point"
    return (
        f"{name} {text!r} is a fraction or thousands, and nothing says which; "
        f"say what the {mark} is: given={{'decimal': ','}} or {{'decimal': '.'}}"
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Units:
    """Printed units, and what each distinct text is: texts are compared much faster than units."""

    texts: Objects
    known: Mapping[str, Unit]

    def each(self, worth: Callable[[Unit], object]) -> Objects:
        """What every row's unit is worth; None where the text is no known unit."""
        return by_distinct(
            self.texts, lambda text: worth(self.known[text]) if text in self.known else None
        )


def _canonical(one: Unit) -> str:
    return one.canonical


def _units(reader: Reader, name: str) -> _Units:
    texts = reader.text(name)
    return _Units(texts, {text: one for text in set(texts) if text and (one := written_unit(text))})


def _quantity_units(reader: Reader) -> _Units:
    """The units of quantity by the office's own codes, where it has such."""
    systems = {one for one in reader.text("quantity_system") if one}
    if not systems:
        return _units(reader, "quantity_unit")
    own = {code: one.as_unit() for code, one in quantity_units(systems.pop()).items()}
    return _Units(reader.text("quantity_unit"), own)


def _scale(reader: Reader, name: str) -> Floats:
    return by_distinct(reader.text(f"{name}_scale"), lambda one: float(one or 1)).astype(np.float64)


def _scaled(numbers: Objects, units: _Units, scale: Floats, told: Objects) -> tuple[Floats, Floats]:
    """Values and steps in canonical units; missing where number or unit is. A row may tell its step."""
    above = _parts_of(units, "numerator") * scale
    # Divided, not multiplied by an inverse: 3 quintals are 0.3 tonnes and no hair more.
    below = _parts_of(units, "denominator")
    value = column_of(np.nan if one is None else one.value for one in numbers)
    own = by_distinct(told, number)
    step = column_of(
        np.nan if one is None else (said.value if said else one.step)
        for one, said in zip(numbers, own, strict=True)
    )
    return value.astype(np.float64) * above / below, step.astype(np.float64) * above / below


def _parts_of(units: _Units, part: str) -> Floats:
    """Numerators or denominators of the units' factors; missing where there is no unit."""
    known = units.each(lambda one: float(getattr(one.factor, part)))
    return np.where(is_missing(known), np.nan, known).astype(np.float64)


def _note(reader: Reader, units: _Units) -> Objects:
    """What to say of quantities whose unit the tables do not know."""
    codes, printed = reader.text("quantity_unit"), reader.text("quantity")
    is_told = ~by_distinct(codes, _NO_QUANTITY.__contains__).astype(bool)
    has_figure = by_distinct(printed, lambda one: bool(one.strip("0."))).astype(bool)
    words = by_distinct(codes, lambda one: f"quantity unit {one!r} is not in the table of units")
    return blanked(words, ~(is_missing(units.each(_canonical)) & is_told & has_figure))


def _is_reported(reader: Reader) -> Flags:
    return by_distinct(reader.text("reported"), lambda one: one.lower() != "false").astype(bool)


def _is_estimated(reader: Reader, name: str) -> Flags:
    words = reader.form.estimated.get(f"{name}_estimated", ("true",))
    printed = reader.text(f"{name}_estimated")
    return by_distinct(printed, lambda one: one in words or one.lower() in words).astype(bool)


def _refuse(
    reader: Reader, numbers: dict[str, Objects], codes: Objects, found: list[Floats]
) -> None:
    """Set apart records without any figure, or with a value of no known unit."""
    units = reader.text("value_unit")
    reader.refuse(
        ~is_missing(numbers["value"]) & is_missing(codes),
        lambda at: f"unit {units[at]!r} is not in the table of units",
        expected="a unit such as USD, 1000 USD or EUR; write it so",
        printed=units,
    )
    texts = {name: reader.text(name) for name in numbers}
    is_empty = np.all([np.isnan(column) for column in found], axis=0)
    for name in ("quantity", "weight"):
        codes = reader.text(f"{name}_unit")
        has_figure = by_distinct(numbers[name], lambda one: one.value > 0)
        reader.refuse(
            is_empty & filled(has_figure, False).astype(bool),  # noqa: FBT003 - what fills
            _strange_unit(name, codes),
            expected=f"a unit of {name} that is known; write it so",
            printed=codes,
        )
    reader.refuse(is_empty, lambda at: _nothing({column[at] for column in texts.values()} - {""}))


def _strange_unit(name: str, codes: Objects) -> Callable[[int], str]:
    return lambda at: f"{name} unit {codes[at]!r} is not in the table of units"


def _nothing(printed: set[str]) -> str:
    shown = ", ".join(map(repr, sorted(printed)))
    if not printed:
        return "no figure: the cell is empty"
    if printed <= NOTHING:
        return f"no figure: the cell says {shown}"
    return f"no figure: {shown} is nought or missing, and nothing says which"
