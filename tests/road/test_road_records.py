"""What a report holds prints one short line each, in a notebook as in a traceback."""

from fractions import Fraction

import pytest

import nktrade as nk
from nktrade.core.codes import Approx

MILLION = Fraction(10**6)


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (nk.Amount(digits="12955000"), "Amount(12955000)"),
        (nk.Amount(digits="2.18", scale=MILLION), "Amount(2.18 x 1000000)"),
        (nk.Amount(digits="3", approx=Approx.MORE_THAN), "Amount(more than 3)"),
        (
            nk.Amount(
                digits="1", scale=MILLION, approx=Approx.RANGE, ceiling=nk.Amount(digits="2")
            ),
            "Amount(1 to 2 x 1000000)",
        ),
    ],
)
def test_an_amount_prints_its_digits_hedge_and_scale(amount: nk.Amount, shown: str) -> None:
    """The digits stand as the text has them."""
    assert repr(amount) == shown


def test_every_record_of_a_report_prints_one_short_line() -> None:
    """Also those that hold many others."""
    report = nk.check("nktrade/examples/june-2018.md")
    (one,) = report.checked
    records = [report, one, one.document, one.reading, *one.reading.claims, *one.reading.citations]
    records += [*one.reading.statements, *one.relations, *one.witnesses, *one.references]
    records += [*one.implied, *(claim.figure.amount for claim in one.reading.claims)]
    for record in records:
        shown = repr(record)
        assert "\n" not in shown
        assert len(shown) <= 160, shown
        assert shown.startswith(f"{type(record).__name__}(")


def test_a_citation_in_doubt_says_what_is_likely() -> None:
    """Resolution 2379 is printed with 2397 beside it."""
    (one,) = nk.check("nktrade/examples/june-2018.md", against="none").checked
    assert repr(one.references[0]) == "Reference('Resolution 2379' in june-2018: likely 2397)"
