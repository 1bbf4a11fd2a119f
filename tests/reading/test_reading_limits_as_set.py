"""Limits of the register as they were set: every zero of them was meant."""

from datetime import date
from fractions import Fraction

import pytest

import nktrade as nk
from nktrade.core.codes import Kind, Severity
from nktrade.core.documents import Document
from nktrade.core.interval import Interval
from nktrade.reading import read

HALF = Fraction(1, 2)
SET = (
    ("The cap of 500,000 barrels a year on refined petroleum sold to North Korea stands.", 500_000),
    ("No more crude than the limit of 4 million barrels may go to North Korea.", 4_000_000),
    ("The ceiling of 7.5 million tons on North Korean coal exports was lifted.", 7_500_000),
    ("The ceiling of $400,870,018 on North Korean coal exports was lifted.", 400_870_018),
    ("North Korean coal exports have a quota of 1,000,866 tons for December 2016.", 1_000_866),
)
OPEN = (
    "North Korea's quota of 460,000 barrels of refined petroleum was used up.",
    "The cap of about 500,000 barrels on refined petroleum for North Korea stands.",
    "North Korea imported 500,000 barrels of refined petroleum in 2022.",
    "The ceiling of $400.9 million on North Korean coal exports was lifted.",
    "A cap of 500,000 tons on refined petroleum for North Korea was proposed.",
)


@pytest.mark.parametrize(("text", "limit"), SET)
def test_a_limit_of_the_register_is_held_to_its_last_digit(text: str, limit: int) -> None:
    """Half a unit either side is all that is left open."""
    (claim,) = read(Document(id="own", text=text)).claims
    assert claim.kind is Kind.CAP
    assert claim.amount.printed == Interval.of(limit - HALF, limit + HALF)


@pytest.mark.parametrize("text", OPEN)
def test_other_round_amounts_stay_rounded(text: str) -> None:
    """Another quota, a hedged or rounded limit, an amount that only looks like one and another unit are left open."""
    (claim,) = read(Document(id="own", text=text)).claims
    assert claim.amount.printed.width > 1_000


def test_a_share_of_a_limit_is_held_to_the_limit_as_it_was_set() -> None:
    """430,000 of 500,000 barrels is 86 percent, not 94; of a quota of 460,000 it is."""
    told = "North Korea imported 430,000 barrels of refined petroleum in 2022, or 94 percent of"
    found = [
        nk.check(f"{told} {limit}", date=date(2023, 3, 1)).checked[0].relations
        for limit in ("the annual cap of 500,000 barrels.", "a quota of 460,000 barrels.")
    ]
    errors = [sum(one.severity is Severity.ERROR for one in relations) for relations in found]
    assert errors == [1, 0]
