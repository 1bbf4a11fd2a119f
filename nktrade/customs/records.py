"""Records: the rows of a sheet unfolded into one record per figure, in columns of text.

A row that does not fit the header is set apart with its line: cells are never shifted to fit.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from nktrade.customs.cells import period_within
from nktrade.customs.formats import Format, Unfolded
from nktrade.customs.headers import is_header
from nktrade.customs.names import folded
from nktrade.customs.reasons import Reason, is_figures
from nktrade.customs.recognise import Found
from nktrade.customs.sheets import Row
from nktrade.errors import DocumentError
from nktrade.ledger.columns import Objects, by_distinct, column_of

_NEEDED = ("reporter", "partner", "flow", "period")
_CLUE = ("partner", "code", "period", "value")
_ANY = ("value", "quantity", "weight")
_SHOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Ragged:
    """A row that does not fit the header."""

    line: int
    found: str
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """One record per figure: its fields as text, and what could not become one."""

    fields: Mapping[str, Objects]
    """Field, or ``column:NAME`` for the columns that tell breakdowns and sums, to texts."""
    lines: npt.NDArray[np.int64]
    ragged: tuple[Ragged, ...]
    rows: int
    """Rows below the header, as the file has them."""
    separator: str = ""
    """What parts the cells, where the file is text."""
    spare: tuple[str, ...] = ()
    """Columns of figures that are not read, and which are in their place."""

    def __len__(self) -> int:
        return len(self.lines)


def joined(parts: Sequence[Records]) -> Records:
    """The records of several tables of one file, in their order."""
    names = dict.fromkeys(name for part in parts for name in part.fields)
    return Records(
        fields={
            name: np.concatenate(
                [part.fields.get(name, column_of([""] * len(part))) for part in parts]
            )
            for name in names
        },
        lines=np.concatenate([part.lines for part in parts]),
        ragged=tuple(one for part in parts for one in part.ragged),
        rows=sum(part.rows for part in parts),
        separator=parts[0].separator,
        spare=parts[0].spare,
    )


def records(found: Found, given: Mapping[str, str], path: Path) -> Records:
    """The figures of a sheet, with the constants of its format and those given by the user.

    Raises: DocumentError where a field that every figure needs is neither in the file nor given.
    """
    form = found.format
    places = _places(found.header)
    fitting, ragged = _parted(found, places)
    width = len(found.header)
    texts = (column_of(row[place].strip() for _, row in fitting) for place in range(width))
    columns = [by_distinct(column, _whole) for column in texts]
    lines = np.array([line for line, _ in fitting], dtype=np.int64)
    by_name = {name: columns[indices[0]] for name, indices in places.items()}
    parts = form.unfold or (Unfolded(columns={}, constants={}),)
    told = _told(found) | dict(given)
    every = [_fields(found, part, by_name, told, len(lines)) for part in parts]
    _require(every[0], path, found.header)
    names = dict.fromkeys(name for part in every for name in part)
    nothing = column_of([""] * len(lines))
    return Records(
        fields={
            name: np.concatenate([part.get(name, nothing) for part in every]) for name in names
        },
        lines=np.tile(lines, len(parts)),
        ragged=tuple(ragged),
        rows=len(lines) + len(ragged),
        separator=found.separator,
        spare=_spare(form, places),
    )


def clue(fields: Mapping[str, Objects], at: int) -> str:
    """What a reader needs to find a record again."""
    return " | ".join(str(fields[name][at]) for name in _CLUE if name in fields)


def _places(header: Sequence[str]) -> dict[str, list[int]]:
    """Where each column stands, by its folded name; a name may stand twice."""
    found: dict[str, list[int]] = {}
    for place, name in enumerate(header):
        found.setdefault(folded(name), []).append(place)
    return found


def _parted(found: Found, places: Mapping[str, Sequence[int]]) -> tuple[list[Row], list[Ragged]]:
    """The rows that fit the header, and those that do not."""
    fitting: list[Row] = []
    ragged: list[Ragged] = []
    seen: dict[tuple[str, ...], int] = {}
    twice = [indices for one, indices in places.items() if one and len(indices) > 1]
    # Rows are many and headers few: only where a name of the header stands is a row looked at closely.
    name = next((one for one in found.header if folded(one)), "")
    other: Reason | None = None
    width = len(found.header)
    for line, cells in found.rows:
        row = _without_trail(cells, len(found.header))
        is_again = name in row and is_header(row, found.format)
        if is_again and _starts_another(row, found, places):
            width = len(row)
            words = f"another table begins on line {line}: give it as a file of its own"
            other = Reason(words=words, expected="one table")
        again = Reason(words="the header again") if is_again else None
        reason = other or again or _misfit(row, found.header, twice) or _repeat(row, seen)
        if reason:
            if not is_figures(row, width):
                reason = replace(reason, expected=None)
            ragged.append(Ragged(line=line, found=" | ".join(cells[:_SHOWN]), reason=reason))
        else:
            fitting.append((line, row))
            seen[tuple(row)] = line
    return fitting, ragged


def _starts_another(row: Sequence[str], found: Found, places: Mapping[str, Sequence[int]]) -> bool:
    """Whether a header within the table has other columns, or may stand under another title's period."""
    names = [name for one in ("period", "year") for name in found.format.columns.get(one, ())]
    is_dated = any(folded(name) in places for name in names)
    return not is_dated or [*map(folded, row)] != [*map(folded, found.header)]


def _repeat(row: Sequence[str], seen: Mapping[tuple[str, ...], int]) -> Reason | None:
    """Why a row that says what another says in every cell is no second figure."""
    first = seen.get(tuple(row))
    return None if first is None else Reason(words=f"line {first} again, word for word")


def _without_trail(cells: list[str], width: int) -> list[str]:
    """The cells without empty ones beyond the header: some publishers end rows in a comma."""
    return cells[:width] if len(cells) > width and not any(cells[width:]) else cells


def _misfit(
    row: Sequence[str], header: Sequence[str], twice: Iterable[Sequence[int]]
) -> Reason | None:
    if len(row) != len(header):
        words = f"found {len(row)} cells, expected {len(header)}"
        return Reason(words=words, expected="a cell for each column; quote one that holds a comma")
    for indices in twice:
        if len({row[place] for place in indices}) > 1:
            words = f"column {header[indices[0]]} stands twice and says two things"
            return Reason(words=words, expected="one cell to a column; take one of them out")
    return None


def _whole(text: str) -> str:
    """The cell without the nought that a programme puts behind whole numbers: 408.0 is the code 408."""
    return text[:-2] if text[-2:] == ".0" and text[:-2].isdecimal() else text


def _told(found: Found) -> dict[str, str]:
    """What the words above the table say of all its rows: the period and the unit of value."""
    told = {}
    span = period_within(found.title)
    if span:
        told["period"] = str(span)
    words = found.title.casefold()
    for words_of, unit in found.format.title_units.items():
        if words_of in words:
            told["value_unit"], told["value_scale"] = unit.split()
    return told


def _fields(
    table: Found,
    part: Unfolded,
    by_name: Mapping[str, Objects],
    told: Mapping[str, str],
    count: int,
) -> dict[str, Objects]:
    """The fields of one figure per row: from columns, then constants, then words above the table."""
    form = table.format
    found = _held(table, part, by_name)
    found |= {
        f"column:{column}": by_name[folded(column)]
        for column in (*form.whole, *form.aggregate)
        if folded(column) in by_name
    }
    for name, word in {**form.defaults, **told}.items():
        if name != "period" or "year" not in found:  # what a row says stands before a title's word
            found.setdefault(name, column_of([word] * count))
    for name, word in {**form.constants, **part.constants}.items():
        if name not in found or name not in form.columns:
            found[name] = column_of([told.get(name, word)] * count)
    if "measure" in found:
        found = _measured(form, found)
    return found


def _held(table: Found, part: Unfolded, by_name: Mapping[str, Objects]) -> dict[str, Objects]:
    """The fields that the file has columns for, and the units that the columns' names say."""
    found: dict[str, Objects] = {}
    units = {folded(name): word for name, word in {**table.format.units, **table.units}.items()}
    for name, names in {**table.format.columns, **part.columns}.items():
        held = next((folded(one) for one in names if folded(one) in by_name), None)
        if held is not None:
            column = found[name] = by_name[held]
            if held in units:
                found[f"{name}_unit"] = column_of([units[held]] * len(column))
    return found


def _spare(form: Format, places: Mapping[str, Sequence[int]]) -> tuple[str, ...]:
    """The columns that say again, in another unit or under another name, what is read from one before them."""
    names = (form.columns.get(name, ()) for name in _ANY)
    present = ([one for one in several if folded(one) in places] for several in names)
    return tuple(f"{one}, as {held[0]} is read" for held in present for one in held[1:])


def _measured(form: Format, found: dict[str, Objects]) -> dict[str, Objects]:
    """The figure under the field that its row says it is; rows of other measures have none."""
    printed, nothing = found.pop("value"), ""
    which = np.array([form.measures.get(word, "") for word in found["measure"]], dtype=object)
    return found | {
        name: np.where(which == name, printed, nothing) for name in set(form.measures.values())
    }


def _require(fields: Mapping[str, Objects], path: Path, header: Sequence[str]) -> None:
    has_period = "period" in fields or "year" in fields
    lacking = [
        name for name in _NEEDED if name not in fields and not (name == "period" and has_period)
    ]
    if "code" not in fields and "commodity" not in fields:
        lacking.append("code")
    if not any(name in fields for name in _ANY):
        lacking.append("value")
    lacking += [
        f"{name}_unit"
        for name in ("value", "weight")
        if name in fields and f"{name}_unit" not in fields
    ]
    if lacking:
        raise DocumentError(
            f"{path}: found the columns {', '.join(header[:12])}, expected also {', '.join(lacking)}; "
            f"the file does not say it: --given {lacking[0]}=... (given={{{lacking[0]!r}: '...'}})"
        )
