"""Tables whose cells a single blank parts, as text taken from a page prints them."""

import pytest

from nktrade.documents import load


def _rows(text: str) -> list[list[list[str]]]:
    document = load(text.encode())
    cells = [cell for table in document.tables for row in table.rows for cell in row]
    assert all(document.text[cell.start : cell.end] == cell.text for cell in cells)
    return [[[cell.text for cell in row] for row in table.rows] for table in document.tables]


def test_numbers_behind_a_label_are_cells_under_the_words_of_the_heading() -> None:
    """A year is a label, and a label may have two words."""
    assert _rows("Year Squid Crab Total\n2015 46,120 18,310 64,430\n2016 51,870 - 51,870\n") == [
        [
            ["Year", "Squid", "Crab", "Total"],
            ["2015", "46,120", "18,310", "64,430"],
            ["2016", "51,870", "-", "51,870"],
        ]
    ]
    (table,) = _rows("Partner 2016 2017 Change\nChina 2,634 1,651 -37.3%\nSouth Korea 9 4 -56.0%\n")
    assert table[0] == ["Partner", "2016", "2017", "Change"]
    assert table[2] == ["South Korea", "9", "4", "-56.0%"]


def test_a_row_with_one_narrow_gap_is_parted_as_its_table_is() -> None:
    """Where a wide number leaves one blank, the row still has a cell for each column."""
    (table,) = _rows("Year    Squid   Crab   Total\n2015    46,120  18,310 64,430\n")
    assert table == [["Year", "Squid", "Crab", "Total"], ["2015", "46,120", "18,310", "64,430"]]


@pytest.mark.parametrize(
    "text",
    [
        "Coal 1 234 567\nIron 2 345 678\n",  # thousands apart, and no heading to tell
        "He won 3 4 and 5 6 points\nThen 7 8 times he 9 0 lost 1 2 again\n",
        "The ships came in May 2017 2018 and 2019\nand left in June 2018 and 2019\n",
        "Exports fell 5 percent.\nImports rose 3 percent.\n",
    ],
)
def test_prose_and_grouped_thousands_are_no_tables(text: str) -> None:
    """What may be one number, or a sentence, is left whole."""
    assert _rows(text) == []


@pytest.mark.parametrize("text", ["--  -", "-----   ----", "===  ===\n---  ---", "|---|---|"])
def test_rules_without_rows_are_no_table(text: str) -> None:
    """A line of strokes parts rows; where there are none it is text like any other."""
    assert not load(text.encode()).tables
