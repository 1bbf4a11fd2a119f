"""A figure that stands alone in quotation marks is another's word: the text need not bear it out."""

from datetime import date

import pytest

from nktrade import check
from nktrade.core.codes import Severity
from nktrade.core.findings import Relation

TRADE = (
    "It was nothing of the kind: trade rose to $41.7 million from $11.2 million in July, which is less than fourfold, "
    "and fell from $69.9 million in September. A year earlier, in October 2020, it had been a mere $1.7 million."
)


def multiples(said: str) -> list[Relation]:
    """The relations of a text with a multiple that do not hold."""
    text = f"Official media hailed a {said} increase in trade with the North in October. {TRADE}"
    (checked,) = check(text, date=date(2021, 11, 19), against="none").checked
    return [one for one in checked.relations if one.check == "multiple" and not one.holds]


@pytest.mark.parametrize("said", ['"sixfold"', "\u201csixfold\u201d", "'sixfold'"])
def test_a_quoted_multiple_accuses_nobody(said: str) -> None:
    """It is noted, and nobody is said to have erred."""
    (found,) = multiples(said)
    assert (found.severity, found.suspect) == (Severity.NOTE, ())
    assert "quotation marks" in found.explanation


@pytest.mark.parametrize("said", ["sixfold", '"staggering" sixfold', 'sixfold "miracle"'])
def test_a_multiple_that_is_not_quoted_by_itself_is_found(said: str) -> None:
    """Marks around other words say nothing of it."""
    (found,) = multiples(said)
    assert found.severity is Severity.ERROR
