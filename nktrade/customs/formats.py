"""Formats: what each customs file calls its columns, codes and units, as one mapping file each.

A format is a file in ``formats/``; nothing about a single format stands in code. A user's own
mapping has the same form, as a path or as a dictionary.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from nktrade.errors import TableError, nearest

_FOLDER = Path(__file__).with_name("formats")
Names = Mapping[str, tuple[str, ...]]
Words = Mapping[str, str]
UserMapping = Mapping[str, Any] | str | Path  # Any: the values of a mapping file


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfolded:
    """One figure of a row that holds several: its own columns and constants."""

    columns: Names
    constants: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Months:
    """Twelve months side by side: how the columns of each field are named."""

    names: tuple[str, ...]
    value: str
    quantity: str

    def unfolded(self) -> tuple[Unfolded, ...]:
        """One figure a month."""
        return tuple(
            Unfolded(
                columns={
                    "value": (self.value.format(month=name),),
                    "quantity": (self.quantity.format(month=name),),
                },
                constants={"month": str(number)},
            )
            for number, name in enumerate(self.names, start=1)
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Format:
    """How the files of one publisher are read."""

    name: str
    title: str
    compiler: str | None = None
    encodings: tuple[str, ...] = ("utf-8-sig",)
    """Tried in this order and no other; nothing is guessed."""
    marks: tuple[str, ...] = ()
    """Columns by which it is recognised; ``a|b`` is either."""
    title_marks: tuple[str, ...] = ()
    """Words above the table by which it is recognised, where it has no header of one line."""
    width: int | None = None
    """Cells of a row, where columns are taken by place."""
    is_list: bool = False
    """A list of codes: read along with a file of trade, never as one."""
    is_unique: bool = True
    """Whether a number stands in one row alone; else rows may be parts of it, and add up."""
    columns: Names = field(default_factory=dict)
    """What each field is called, the first found counting."""
    constants: Words = field(default_factory=dict)
    defaults: Words = field(default_factory=dict)
    """What a field is where the file has no column for it."""
    flows: Words = field(default_factory=dict)
    """Direction, valuation and scope of each printed flow: ``export fob re-exports``."""
    areas: Words = field(default_factory=dict)
    """The publisher's own area codes, over those of the table of areas."""
    area_names: str | None = None
    """The language of partners that are named and not coded; ``english or code`` where both may be."""
    area_system: str | None = None
    """The column of the table of partners that holds the publisher's codes."""
    units: Words = field(default_factory=dict)
    """The unit of a figure, by the name of its column."""
    title_units: Words = field(default_factory=dict)
    """Unit and scale of the values, by the words above the table that say so."""
    measures: Words = field(default_factory=dict)
    """Which field a row's figure is, where the row says so itself."""
    estimated: Names = field(default_factory=dict)
    """The words by which a column says that its figure is estimated; true and 1 always do."""
    whole: Names = field(default_factory=dict)
    """What columns hold in rows that are no breakdown of others."""
    aggregate: Names = field(default_factory=dict)
    """What columns hold in rows that are sums of others."""
    totals: tuple[str, ...] = ()
    """First cells of rows that sum the others up."""
    missing: tuple[str, ...] = ()
    """What is printed for no figure, besides nothing."""
    takes_units: bool = False
    """Whether a column's name may have its unit behind it: value (thousand USD), weight_kg."""
    floats: bool = False
    """Whether a programme wrote whole numbers as 12.0: such a nought says nothing of precision."""
    code_digits: int | None = None
    """Digits of every commodity code, where leading zeros are lost."""
    keeps_noughts: bool = False
    """Whether commodity codes stand as they are: none lost leading zeros."""
    zeros_are_unpublished: bool = False
    """Whether months that are zero in every row have not been published."""
    unfold: tuple[Unfolded, ...] = ()

    def __repr__(self) -> str:
        return f"Format({self.name}: {self.title})"


@cache
def formats() -> dict[str, Format]:
    """Every known format by its name.

    >>> formats()["baci"].constants["value_scale"]
    '1000'
    """
    return {file.stem: _load(file) for file in sorted(_FOLDER.glob("*.toml"))}


def mapped(form: Format, mapping: UserMapping | None) -> Format:
    """The format with a user's mapping over it: a path, or tables as a mapping file has them.

    A dictionary of plain names, ``{"partner": "land"}``, says what columns are called.

    Raises: TableError where it names a field that no format has.
    """
    if mapping is None:
        return form
    told = _tables(Path(mapping)) if isinstance(mapping, str | Path) else dict(mapping)
    if told and all(isinstance(value, str) for value in told.values()):
        told = {"columns": told}
    given = _fields(told, "mapping")
    merged: dict[str, Any] = {  # Any: fields of all kinds
        name: {**getattr(form, name), **value} if isinstance(value, dict) else value
        for name, value in given.items()
    }
    return replace(form, **merged)


def mapped_names(mapping: UserMapping | None) -> frozenset[str]:
    """The columns that a user's mapping names."""
    form = mapped(Format(name="mapping", title="a user's mapping"), mapping)
    return frozenset(name for names in form.columns.values() for name in names)


def checked_given(given: Mapping[str, str], form: Format) -> dict[str, str]:
    """What a user gives for what a file leaves out, each under the name of a field.

    Raises: TableError naming the nearest field, where one is none.
    """
    known = {*formats()["tidy"].columns, *form.columns, *form.constants, *_GIVEN}
    for name in given:
        if name not in known:
            raise TableError(
                f"given: found {name!r}, expected a field of a customs file; {nearest(name, known)}"
            )
    return dict(given)


def _load(file: Path) -> Format:
    return Format(name=file.stem, **_fields(_tables(file), file.name))


def _tables(file: Path) -> dict[str, Any]:  # Any: the values of a mapping file
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TableError(
            f"{file}: found no mapping that can be read ({error}), expected TOML; "
            "see docs/customs.md for its form"
        ) from error


def _fields(told: Mapping[str, Any], place: str) -> dict[str, Any]:  # Any: as above
    """The tables of a mapping as fields of a format.

    Raises: TableError where a name is no field.
    """
    known = {one.name for one in fields(Format)} - {"name"} | {"months"}
    found: dict[str, Any] = {}
    for name, value in told.items():
        if name not in known:
            raise TableError(
                f"{place}: found {name!r}, expected a field of a format; {nearest(name, known)}"
            )
        found[name] = _shaped(name, value)
    months = found.pop("months", None)
    if months is not None:
        found["unfold"] = Months(**{**months, "names": tuple(months["names"])}).unfolded()
    return found


def _shaped(name: str, value: Any) -> Any:  # noqa: ANN401 - as above
    if name == "unfold":
        return tuple(
            Unfolded(columns=_names(one["columns"]), constants=one["constants"]) for one in value
        )
    if name in _NAMES:
        return _names(value)
    return tuple(value) if isinstance(value, list) else value


def _names(table: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:  # Any: as above
    return {key: (one,) if isinstance(one, str) else tuple(one) for key, one in table.items()}


_GIVEN = frozenset({"decimal", "value_scale", "quantity_scale", "weight_scale", "quantity_system"})
"""What no column says, besides fields: the mark before decimals, and how many of its unit a figure counts."""
_NAMES = frozenset({"columns", "estimated", "whole", "aggregate"})
