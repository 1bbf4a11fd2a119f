"""A change with the two prices behind it that it leads from and to is theirs, whatever amounts stand before it."""

import pytest

from nktrade import check
from nktrade.core.codes import Severity

TEXT = (
    "Brazil's soybean exports in June 2024 brought in $5.32 billion, hardly more than the $5.23 billion of a year"
    " ago, as the average price {} to $397/t from $432/t."
)


def errors(words: str) -> set[str]:
    """The checks that accuse."""
    (checked,) = check(TEXT.format(words), against="none").checked
    return {one.check for one in checked.relations if one.severity is Severity.ERROR}


@pytest.mark.parametrize("words", ["dropped by 8.1%", "fell 8.1%", "was 8.1 percent lower, down"])
def test_a_change_that_its_prices_bear_out_accuses_no_amounts(words: str) -> None:
    """397 is 8.1 percent below 432."""
    assert not errors(words)


@pytest.mark.parametrize("words", ["dropped by 18.1%", "fell 3.1%", "rose by 8.1%"])
def test_a_change_that_they_do_not_bear_out_is_still_held_to_them(words: str) -> None:
    """Another number, or another way, is true of nothing in the sentence."""
    assert "price change" in errors(words)


@pytest.mark.parametrize("end", ["of the money has gone", "of it is gone"])
def test_what_has_gone_is_no_multiple(end: str) -> None:
    """28 percent that are gone leave 72."""
    text = f"Australia's coal exports were worth $4.41bn in June 2024. A year ago they came to $6.15bn, so 28pc {end}."
    report = check(text, against="none")
    assert report.findings.empty
    assert "ratio" not in set(report.claims.kind)
