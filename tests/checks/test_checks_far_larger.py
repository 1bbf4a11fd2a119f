"""Amounts that are many times all others of their sum count another thing, wherever they stand but in one sentence."""

from datetime import date

import pytest

import nktrade as nk
from nktrade.core.codes import Severity

TRADE = (
    "China's exports to North Korea were $187.4 million and imports from North Korea were $21.3 million in June 2019, "
    "for total trade of $208.7 million. "
)


def accusing(text: str) -> set[str]:
    """The checks that accuse a figure."""
    (checked,) = nk.check(text, date=date(2019, 7, 20), against="none").checked
    found = (one for one in checked.relations if one.severity in {Severity.ERROR, Severity.WARNING})
    return {one.check for one in found}


@pytest.mark.parametrize(
    "text",
    [
        "China's total exports were $212.8 billion.",
        "China's trade surplus was $50.98 billion.",
        "Total imports of China were $161.98 billion.",
        "Foreign trade came to $374.7 billion.",
        "Orders came to $300.3 million.",
        "Last June, exports were $204.2 million.",
    ],
)
def test_what_is_far_larger_may_be_trade_with_all(text: str) -> None:
    """Nobody misprints his country's trade with all as that with one neighbour: the words left out whose it is."""
    assert not accusing(TRADE + text)


@pytest.mark.parametrize(
    "text",
    [
        "Exports were $187.4 billion.",
        "China's trade surplus was $106.1 million.",
        "Exports came to $817.4 million.",
    ],
)
def test_what_a_slip_explains_is_accused(text: str) -> None:
    """A wrong scale and exchanged digits are slips, and so is a digit."""
    assert accusing(TRADE + text)


def test_within_one_sentence_any_size_is_accused() -> None:
    """What is added up in one breath is one thing."""
    assert accusing(TRADE.replace("$208.7 million", "$374.7 billion"))
