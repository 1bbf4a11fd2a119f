"""An old level has a time of its own, which a clause may go on about, and which is no base of every change before it."""

from datetime import date

import pytest

from nktrade.core.claims import Claim
from tests.reading.cjk_claims import claims_in

DAY = date(2026, 1, 22)
GONE_ON = [
    "Japan's deficit with China was 7.76 trillion yen in 2025, up from 6.47 trillion yen, when imports stood at 25.33 trillion yen.",
    "Japan's deficit with China was 7.76 trillion yen in 2025, down from 9.1 trillion yen, when imports were 25.33 trillion yen.",
    "In 2025 Korea's surplus with China fell to $4.2 billion from $6.9 billion, when exports came to $131.2 billion.",
    "Vietnam's deficit with Japan was $1.2 billion in 2025, compared with $2.4 billion, when imports reached $22.1 billion.",
    "Russia's exports to India rose to $59 billion in 2025 from $47 billion, when crude alone brought in $38 billion.",
]
OF_THE_PRESENT = [
    "In 2025 Japan's exports to China rose to 7.76 trillion yen, when imports stood at 25.33 trillion yen.",
    "In 2025, when imports from China were 25.33 trillion yen, Japan's deficit with China was 7.76 trillion yen.",
    "Japan's deficit with China was 7.76 trillion yen in 2025, up from 6.47 trillion yen, while imports stood at 25.33 trillion yen.",
    "Japan's deficit with China rose from 6.47 trillion yen to 7.76 trillion yen in 2025, when imports stood at 25.33 trillion yen.",
]
NOT_FROM_IT = [
    "Exports gained 14.4 percent to $280 million, still about a tenth of the $2.82 billion sold abroad in 2016.",
    "Exports gained 14.4 percent to $280 million, below the $2.82 billion sold abroad in 2016.",
    "Exports gained 14.4 percent to $280 million, a tenth of the $2.82 billion of 2016.",
    "Exports were up 14.4 percent at $280 million, far less than the $2.82 billion recorded in 2016.",
    "Exports gained 14.4 percent, to a tenth of the $2.8 billion seen in 2016.",
]
FROM_IT = [
    "Exports fell 90 percent to $280 million, from the $2.82 billion sold abroad in 2016.",
    "Exports dropped 90 percent to $280 million, compared with the $2.82 billion sold in 2016.",
    "Exports were $280 million, 90 percent below the $2.82 billion of 2016.",
    "Exports were down 90 percent from the $2.82 billion of 2016.",
]


@pytest.mark.parametrize("text", GONE_ON)
def test_a_clause_goes_on_about_the_old_level_right_before_it(text: str) -> None:
    """The level has no time word of its own, and nor has the clause: both are of the year before."""
    *_, old, last = claims_in(text, DAY)
    assert (str(old.period), str(last.period)) == ("2024", "2024")


@pytest.mark.parametrize("text", OF_THE_PRESENT)
def test_a_clause_behind_anything_else_is_of_the_time_spoken_of(text: str) -> None:
    """Behind the new level, or behind another word, nothing looks back."""
    (imports,) = [one for one in claims_in(text, DAY) if one.flow == "import"]
    assert str(imports.period) == "2025"


@pytest.mark.parametrize("text", NOT_FROM_IT)
def test_a_change_is_not_from_every_old_level_of_its_sentence(text: str) -> None:
    """Another amount stands between the two, and no word leads from the old level to it."""
    change = _change_behind(text)
    assert (change.kind, change.base) == ("change_pct", "previous_year")


@pytest.mark.parametrize("text", FROM_IT)
def test_a_change_is_from_the_level_that_words_lead_back_to(text: str) -> None:
    """From, compared with, below: these say from what it is."""
    assert _change_behind(text).base == "since:2016"


def _change_behind(text: str) -> Claim:
    """The first percentage of a text that has just told of 2019."""
    told = claims_in(f"North Korea's trade was $3.24 billion in 2019. {text}", date(2020, 7, 24))
    return next(one for one in told if one.figure.unit == "percent")
