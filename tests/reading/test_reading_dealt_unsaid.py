"""Two bare amounts of another time are of what two amounts before them were told of, though no word deals them out."""

import pytest

from nktrade.core.claims import Claim
from tests.reading.cjk_claims import claims_in

DEALT = [
    (
        "6월 대중 수출은 1천800만 달러, 수입은 2억2천만 달러였다. 7월에는 1천700만 달러와 2억3천만 달러였다.",
        ["export", "import"],
    ),
    (
        "6월 북한의 대중 수출과 수입은 각각 1천800만 달러와 2억2천만 달러였다. 5월에는 1천700만 달러, 2억3천만 달러였다.",
        ["export", "import"],
    ),
    (
        "6月の対中輸出は1800万ドル、輸入は2億2000万ドルだった。7月は1700万ドルと2億3000万ドルだった。",
        ["export", "import"],
    ),
    (
        "6月朝鲜对华出口1800万美元，进口2.2亿美元。7月为1700万美元和2.3亿美元。",
        ["export", "import"],
    ),
    (
        "6월 석탄 수출은 100만t, 철광석 수출은 20만t이었다. 7월에는 90만t과 21만t이었다.",
        ["coal", "iron ore"],
    ),
]
NOT_DEALT = [
    "6월 대중 수출은 1천800만 달러, 수입은 2억2천만 달러였다. 7월에는 쌀 170만 달러와 설탕 230만 달러였다.",
    "6월 대중 수출은 1천800만 달러, 수입은 2억2천만 달러였다. 7월과 8월은 1천700만 달러와 2억3천만 달러였다.",
    "6월 대중 수출은 1천800만 달러, 수입은 2억2천만 달러였다. 7월에는 1천700만 달러 또는 1천900만 달러였다.",
    "6月の対中輸出は1800万ドル、輸入は2億2000万ドルだった。7月は1700万ドルから2億3000万ドルに増えた。",
]


def told(one: Claim) -> set[str | None]:
    """Of what an amount is told."""
    return {one.flow.value if one.flow else None, one.commodity}


@pytest.mark.parametrize(("text", "names"), DEALT)
def test_a_bare_list_is_dealt_out_to_what_was_told_before(text: str, names: list[str]) -> None:
    """In the order in which it was told, and of its own time."""
    before, after = claims_in(text)[:2], claims_in(text)[2:]
    assert [name in told(one) for name, one in zip(names, after, strict=True)] == [True, True]
    assert [told(one) for one in before] == [told(one) for one in after]
    assert after[0].period == after[1].period != before[0].period


@pytest.mark.parametrize("text", NOT_DEALT)
def test_a_list_with_words_of_its_own_or_of_two_times_is_not(text: str) -> None:
    """Nor is an amount that may be either, or that moves."""
    after = claims_in(text)[2:]
    assert [one.flow.value for one in after if one.flow] != ["export", "import"]
