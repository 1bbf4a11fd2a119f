"""Tables that a sentence announces: its last words are the caption, and where nobody names a unit the reading says so."""

import pytest

from nktrade.core.claims import Claim
from nktrade.core.documents import Document
from nktrade.documents import load
from nktrade.reading import read

QUARTERS = """Salt trade in 2022

Customs released the figures. The office breaks trade between Chile and Peru in 2022 down by quarter{unit}:

Quarter | Chile's exports | Chile's imports | Total
Q1 | 35.1 | 7.3 | 42.4
Q2 | 46.0 | 9.2 | 55.2
"""


def cells(text: str) -> list[tuple[str, str, str, str]]:
    """Amounts with flow, goods and period."""
    return [_said(one) for one in read(load(text.encode())).claims]


def _said(one: Claim) -> tuple[str, str, str, str]:
    flow = one.flow.value if one.flow else ""
    return str(one.figure.amount.value), flow, str(one.commodity), str(one.period)


@pytest.mark.parametrize(
    "unit", [" (millions of U.S. dollars)", ", in millions of dollars", " in million USD"]
)
def test_the_unit_stands_in_the_sentence_that_announces_the_table(unit: str) -> None:
    """What stands before it in the paragraph is no caption."""
    assert cells(QUARTERS.format(unit=unit)) == [
        ("35100000", "export", "all", "2022-01/2022-03"),
        ("7300000", "import", "all", "2022-01/2022-03"),
        ("42400000", "total", "all", "2022-01/2022-03"),
        ("46000000", "export", "all", "2022-04/2022-06"),
        ("9200000", "import", "all", "2022-04/2022-06"),
        ("55200000", "total", "all", "2022-04/2022-06"),
    ]


def test_a_table_without_a_unit_is_told() -> None:
    """Its numbers are no figures, and somebody who reads the report can say what they are."""
    reading = read(load(QUARTERS.format(unit="").encode()))
    assert reading.claims == ()
    (note,) = reading.notes
    assert note.startswith(
        "the 6 numbers of the table at 123 have no unit and were not read; name it"
    )


def test_a_table_of_something_else_is_not_told() -> None:
    """Nobody misses a unit of goals and points."""
    text = "The league in 2022:\n\nClub | Games | Goals\nColo | 30 | 61\nUnion | 30 | 52\n"
    assert read(load(text.encode())).notes == ()


def test_two_columns_need_one_stroke() -> None:
    """A label and its number in each row below the heading."""
    text = "Rice that Peru shipped to Cuba, in thousand tons:\n\nYear | Shipped\n2019 | 412.5\n2020 | 398.1\n"
    assert cells(text) == [
        ("412500", "export", "rice", "2019"),
        ("398100", "export", "rice", "2020"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Exports came to $3.2 million in May 2019. Photo | Agency\nRelated | 12 stories\nMore | soon\n",
        "Lima | 3 June 2019\nBy A. Writer | Reporter\nExports came to $3.2 million in May 2019.\n",
        "Exports came to $3.2 million in May 2019. | 2 min\nShare | 14\n",
    ],
)
def test_bylines_and_menus_are_no_tables(text: str) -> None:
    """The sentence that stands among them is read."""
    assert not load(text.encode()).tables
    assert [one[0] for one in cells(text)] == ["3200000"]


def test_a_reading_without_tables_has_no_remarks() -> None:
    """Numbers without a unit in running text are no table's."""
    assert read(Document(id="d", text="Exports rose in 2019, 3 and 4 and 5.")).notes == ()
