"""The units that a label declares: a letter alone is a scale right behind money, and nowhere else."""

from fractions import Fraction

import pytest

from nktrade.reading.labels import unit_of
from nktrade.reading.lexicon import lexicon

MILLION = Fraction(10**6)


@pytest.mark.parametrize(
    ("label", "unit", "scale"),
    [
        ("Exports ($m)", "USD", MILLION),
        ("Imports (US$ m)", "USD", MILLION),
        ("Total, A$m", "AUD", MILLION),
        ("Value (\u20acm)", "EUR", MILLION),
        ("Exports ($b)", "USD", Fraction(10**9)),
        ("Exports (\u00a3k)", "GBP", Fraction(1000)),
        ("Exports ($)", "USD", Fraction(1)),
        ("M imports ($)", "USD", Fraction(1)),
        ("Route M, tons", "t", Fraction(1)),
    ],
)
def test_a_letter_alone_is_a_scale_behind_money(label: str, unit: str, scale: Fraction) -> None:
    """In $m it is a million; elsewhere it may be anything."""
    assert unit_of(label, lexicon("en")) == (unit, scale)
