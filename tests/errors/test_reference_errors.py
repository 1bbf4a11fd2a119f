"""A table that is not as declared says file, line, column, what was found and what to do."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from nktrade import reference
from nktrade.core.codes import Approx
from nktrade.errors import TableError, UnitError
from nktrade.reference.tables import read_table, unique


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    name: str
    count: int | None
    day: date
    share: Fraction
    approx: Approx
    words: tuple[str, ...]
    sure: bool


HEADER = "name,count,day,share,approx,words,sure\n"
GOOD = "coal,3,2017-08-05,1/20,about,a;b,yes\n"


def read(tmp_path: Path, text: str) -> tuple[Row, ...]:
    file = tmp_path / "rows.csv"
    file.write_text(text, encoding="utf-8")
    return read_table(file, Row)


def test_a_sound_table_is_read(tmp_path: Path) -> None:
    """Each cell is read by the type of its field."""
    (row,) = read(tmp_path, HEADER + GOOD)
    assert row == Row(
        name="coal",
        count=3,
        day=date(2017, 8, 5),
        share=Fraction(1, 20),
        approx=Approx.ABOUT,
        words=("a", "b"),
        sure=True,
    )


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            HEADER + GOOD.replace("2017-08-05", "5 Aug"),
            ("rows.csv:2", "day", "5 Aug", "2017-12-22"),
        ),
        (HEADER + GOOD.replace("3", "three"), ("rows.csv:2", "count", "three", "whole number")),
        (HEADER + GOOD.replace("1/20", "1/0"), ("rows.csv:2", "share", "1/0", "7.33 or 1/20")),
        (
            HEADER + GOOD.replace("about", "abuot"),
            ("rows.csv:2", "approx", "abuot", "one of exact"),
        ),
        (HEADER + GOOD.replace("yes", "true"), ("rows.csv:2", "sure", "true", "yes or no")),
        (HEADER + GOOD.replace("coal", ""), ("rows.csv:2", "name", "''", "text")),
        (HEADER + GOOD.replace("a;b", "a; b"), ("rows.csv:2", "words", "semicolons")),
        (HEADER + "coal,3\n", ("rows.csv:2", "2 cells", "expected 7")),
        (
            HEADER.replace("day", "date") + GOOD,
            ("rows.csv:1", "unknown or repeated: date", "missing: day"),
        ),
        ("", ("rows.csv:1", "found columns none")),
    ],
)
def test_a_bad_cell_is_named(tmp_path: Path, text: str, parts: tuple[str, ...]) -> None:
    """File, line, column, found and expected stand in the message."""
    with pytest.raises(TableError) as caught:
        read(tmp_path, text)
    assert all(part in str(caught.value) for part in parts), str(caught.value)


def test_a_name_with_two_meanings_is_refused() -> None:
    """Two rows under one name are an error, not a choice."""
    with pytest.raises(TableError, match="one meaning per name"):
        unique(["coal", "coke"], lambda _: ["black"], "rows")


def test_an_unknown_commodity_names_the_nearest() -> None:
    """A slip of the pen is answered with the name meant."""
    with pytest.raises(TableError, match="did you mean 'coal'"):
        reference.commodity("caol")


def test_an_unknown_area_says_what_codes_are() -> None:
    """An English name is no code."""
    with pytest.raises(TableError, match="expected ISO alpha-3"):
        reference.area("Korea")


def test_a_product_without_a_factor_is_a_unit_error() -> None:
    """Barrels of rice have no tonnes."""
    with pytest.raises(UnitError, match="expected a petroleum product"):
        reference.barrels_per_tonne("rice")
