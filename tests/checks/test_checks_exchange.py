"""Money told again in brackets: the other currency, or the same one by a slip."""

from datetime import date

import pytest

from nktrade import check
from nktrade.core.codes import Severity
from nktrade.core.interval import Interval

IN_YUAN = "Imports from it were 963 million yuan ($156 million)."


def accused(text: str) -> set[str]:
    report = check(text, date=date(2014, 8, 20), against="none")
    return {
        one.check
        for found in report.checked
        for one in found.relations
        if one.severity is Severity.ERROR
    }


@pytest.mark.parametrize("bracket", ["$124.89 million", "over $124 million"])
def test_a_currency_named_wrongly_beside_its_equivalent_is_found(bracket: str) -> None:
    """Dollars that stand for dollars at the rate of the yuan are yuan: one of the two names is a slip."""
    said = f"In July China posted a deficit of $770 million ({bracket}) with North Korea. {IN_YUAN}"
    assert ("exchange" in accused(said)) == (bracket[0] == "$")
    assert "exchange" not in accused(said.replace("$770 million", "770 million yuan"))


@pytest.mark.parametrize("near", ["", "nearly "])
def test_the_money_of_the_two_countries_tells_a_currency_named_wrongly(near: str) -> None:
    """China tells its trade in yuan and dollars: where one of them stands twice, the rate between them parts the two."""
    text = f"In July China exported goods for $770 million ({near}$124.89 million) to North Korea."
    assert "exchange" in accused(text)


def test_two_amounts_in_one_currency_are_held_to_each_other_as_printed() -> None:
    """770 million dollars are not the 124.89 million beside them: what parts them is told."""
    text = f"In July China posted a deficit of $770 million ($124.89 million) with North Korea. {IN_YUAN}"
    (found,) = check(text, date=date(2014, 8, 20), against="none").checked
    (held,) = [one for one in found.relations if one.check == "exchange" and one.severity]
    printed = {Interval.of(-775_000_000, -765_000_000), Interval.of(-124_895_000, -124_885_000)}
    assert {held.left, held.right} == printed


@pytest.mark.parametrize(
    "text",
    [
        f"In July China exported goods for $770 million ($640 million) to Vietnam. {IN_YUAN}",
        "In July China exported goods for $770 million ($24.89 million) to Vietnam.",
    ],
)
def test_two_amounts_in_one_currency_are_two_where_no_rate_parts_them(text: str) -> None:
    """A bracket may hold another year or another count: only a rate of the text or of its trade tells a slip."""
    assert "exchange" not in accused(text)


@pytest.mark.parametrize(
    "text",
    [
        "In the fiscal year to June 2025 Australia exported thermal coal for A$32 billion (A$37 billion).",
        "In the fiscal year to June 2025 Australia exported LNG for A$66 billion (A$78 billion).",
        "In July China exported goods for $770 million ($110 million) to North Korea.",
    ],
)
def test_the_level_of_the_year_before_in_brackets_is_no_slip_of_a_currency(text: str) -> None:
    """A rate that only roughly parts the two parts much else: a slip is told by one that nearly does."""
    assert "exchange" not in accused(text)
