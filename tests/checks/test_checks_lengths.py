"""Tons beside barrels a day tell how long their time was, and a multiple behind a part may be of the whole."""

from datetime import date

import pytest

from nktrade import check
from nktrade.core.codes import Severity

STEEL = "China exported 9.84 million tons of steel in July 2025. January-July exports were 67.98 million tons."


def accused(text: str) -> set[str]:
    """The checks that find an error."""
    (checked,) = check(text, date=date(2025, 8, 8), against="none").checked
    return {one.check for one in checked.relations if one.severity is Severity.ERROR}


@pytest.mark.parametrize("daily", ["11.11", "11.2"])
def test_barrels_a_day_that_fit_another_time_of_the_text_are_of_it(daily: str) -> None:
    """47.2 million tons are 11 million barrels a day of one month, and not of seven."""
    assert (
        accused(f"{STEEL} Crude imports were 47.20 million tons, or {daily} million bpd.") == set()
    )


@pytest.mark.parametrize("daily", ["12.91", "9.4"])
def test_barrels_a_day_that_fit_no_time_of_the_text_are_found(daily: str) -> None:
    """Neither of one month nor of seven."""
    text = f"{STEEL} Crude imports were 47.20 million tons, or {daily} million bpd."
    assert accused(text) == {"conversion"}


@pytest.mark.parametrize(
    "text",
    [
        "India's rice exports reached 2.36 million tons in May 2025, of which basmati 0.45 million tons, twice the 1.17 million of April.",
        "China's exports reached $4.6 billion in May 2025, of which coal $0.9 billion, twice the $2.3 billion of April.",
        "China's exports reached $9.6 billion in May 2025, of which coal $0.9 billion, three times the $3.2 billion of April.",
    ],
)
def test_a_multiple_behind_a_part_may_be_of_the_whole(text: str) -> None:
    """What hangs on behind a comma does not say of which of the two it is."""
    assert "multiple" not in accused(text)


def test_a_multiple_of_neither_is_found() -> None:
    """Neither the part nor the whole is so many times the old level."""
    text = "China's exports reached $4.6 billion in May 2025, of which coal $0.9 billion, five times the $2.3 billion of April."
    assert "multiple" in accused(text)
