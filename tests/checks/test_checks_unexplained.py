"""Figures of several sentences that no slip of the press explains may count different things, and accuse nobody."""

from datetime import date

import pytest

from nktrade import check
from nktrade.core.codes import Severity, Verdict
from nktrade.core.findings import Relation

SALES = "North Korea's sales of all kinds of goods to China came to $28.1 million in May."
APART = [
    f"{SALES} Its purchases there, tonnage aside, reached $150.3 million. Total trade came to $214.6 million.",
    f"{SALES} Trade was brisk, traders said. Purchases from China reached $150.3 million. Total trade came to $214.6 million.",
    f"{SALES} A year earlier they had been $53.9 million. That was a fall of 18.2 percent.",
]
"""No digit, point or scale that slipped would make these fit."""
TOGETHER = [
    "North Korea's exports to China came to $28.1 million in May and its imports from there to $150.3 million, a deficit of $97.7 million.",
    "In May the North's exports to China came to $28.1 million, its imports to $150.3 million and total trade to $214.6 million.",
    "In May the North's exports to China came to $28.1 million, a fall of 18.2 percent from $53.9 million a year earlier.",
]
CLOSED = (
    f"{SALES} Its purchases from there were $150.3 million. That left a deficit of $97.7 million."
)
SLIPPED = [
    f"{SALES} Its imports from there were $150.3 million. That left a deficit of $122.2 billion.",
    f"{SALES} Its imports from there were $150.3 million. That left a deficit of $122.8 million.",
    f"{SALES} Its imports from there were $150.3 million. That left a deficit of $212.2 million.",
]


def found(text: str) -> list[Relation]:
    """The relations that do not hold, or that words leave open."""
    (checked,) = check(text, date=date(2026, 7, 20), against="none").checked
    return [one for one in checked.relations if one.holds is not True]


@pytest.mark.parametrize("text", APART)
def test_what_no_slip_explains_is_left_open_across_sentences(text: str) -> None:
    """It is told, as a note that says why nobody is accused."""
    told = found(text)
    assert told
    assert {(one.severity, one.verdict) for one in told} == {(Severity.NOTE, Verdict.MISREADING)}
    assert all("count different things" in one.explanation for one in told)


@pytest.mark.parametrize("text", [*TOGETHER, CLOSED, *SLIPPED])
def test_one_sentence_or_a_slip_or_a_balance_is_enough(text: str) -> None:
    """What stands in one sentence is meant to fit, a balance of nothing else, and a slip of the press has a way about it."""
    assert Severity.ERROR in {one.severity for one in found(text)}


def test_a_balance_far_from_its_flows_may_be_of_another_time() -> None:
    """The deficit is that of seven months, three sentences behind the exports and imports of the last."""
    text = (
        "한국의 대중 수출은 7월 31억달러로 늘었다. 7월 수출과 수입은 각각 30억9천400만 달러, 15억2568만달러였다. 1~7월 교역액은 모두 501억6천400만 달러였다."
        " 수입은 1년 전보다 9.3퍼센트 적은 290억 달러로 나타났다. 이에 따라 한국의 대중 무역수지는 65억 달러 적자였다."
    )
    assert Severity.ERROR not in {one.severity for one in found(text)}
