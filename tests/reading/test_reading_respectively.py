"""What Korean, Chinese and Japanese deal out in order, where the list stands in the clause, before it or a sentence back."""

from datetime import date

import pytest
from cjk_claims import claims_in

DAY = date(2025, 8, 20)
JULY, LAST_JULY, JUNE = "2025-07", "2024-07", "2025-06"
BOTH = [("export", JULY), ("import", JULY)]
Cells = list[tuple[str, str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "7月对朝出口1.91亿美元,自朝进口4100万美元;去年同月分别为1.44亿美元和2900万美元。",
            LAST_JULY,
        ),
        (
            "7月对朝出口1.91亿美元,自朝进口4100万美元。去年同月分别为1.44亿美元和2900万美元。",
            LAST_JULY,
        ),
        (
            "7月对朝出口和进口分别为1.91亿美元和4100万美元,去年同期分别为1.44亿美元和2900万美元。",
            LAST_JULY,
        ),
        ("7月对朝出口1.91亿美元,自朝进口4100万美元;6月分别为1.44亿美元和2900万美元。", JUNE),
        ("7月对朝出口和进口分别为1.91亿美元和4100万美元,分别增长32.6%和41.4%。", JULY),
        (
            "7月の対朝輸出は1億9100万ドル、輸入は4100万ドルだった。前年同月はそれぞれ1億4400万ドルと2900万ドルだった。",
            LAST_JULY,
        ),
        (
            "7月の対朝輸出は1億9100万ドル、輸入は4100万ドルで、6月はそれぞれ1億4400万ドルと2900万ドルだった。",
            JUNE,
        ),
        (
            "7월 대북 수출은 1억9100만 달러, 수입은 4100만 달러였다. 지난해 7월에는 각각 1억4400만 달러와 2900만 달러였다.",
            LAST_JULY,
        ),
        (
            "7월 대북 수출과 수입은 각각 1억9100만 달러와 4100만 달러로, 각각 32.6%와 41.4% 늘었다.",
            JULY,
        ),
    ],
)
def test_a_second_list_is_told_of_what_the_first_one_was(text: str, expected: str) -> None:
    """Exports come first in both, and both figures of the second list are of its time."""
    found = [(str(one.flow), str(one.period)) for one in claims_in(text, DAY)]
    assert found == [*BOTH, ("export", expected), ("import", expected)]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        (
            "7月朝鲜煤炭和铁矿石出口分别为3万吨和2万吨,6月分别为2万吨和1万吨。",
            ["coal", "iron ore"] * 2,
        ),
        (
            "7월 북한산 석탄과 철광석 수입은 각각 3만t과 2만t이었다. 금액으로는 각각 240만 달러와 150만 달러다.",
            ["coal", "iron ore"] * 2,
        ),
    ],
)
def test_goods_are_dealt_out_again(text: str, goods: list[str]) -> None:
    """Of each of the goods a second amount is told, in their order."""
    assert [one.commodity for one in claims_in(text, DAY)] == goods


def test_two_words_before_one_list_deal_it_out_once() -> None:
    """The partners named in order, and the amounts of two of them, are no exports and imports."""
    text = "第二至第五大贸易伙伴依次为俄罗斯、印度、泰国和台湾,其中对俄、对印贸易额分别为8400万美元和7600万美元。"
    found = [
        (str(one.flow), one.partner)
        for one in claims_in(f"朝鲜去年的贸易总额为62.5亿美元。{text}", DAY)
    ]
    assert found[1:] == [("total", "RUS"), ("total", "IND")]


def test_a_list_of_others_is_not_told_of_what_was_told_before() -> None:
    """Where the sentence names whose amounts they are, nothing of the sentence before is dealt out."""
    text = "7月对朝出口1.91亿美元,自朝进口4100万美元。对越南和泰国出口分别为3亿美元和2亿美元。"
    assert [(str(one.flow), one.partner) for one in claims_in(text, DAY)][2:] == [
        ("export", "VNM"),
        ("export", "THA"),
    ]
