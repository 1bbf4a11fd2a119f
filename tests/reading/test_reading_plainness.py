"""Plainness: a sentence is plain where every word of it is known and none narrows what it tells."""

from datetime import date

import pytest

from nktrade.core.documents import Document
from nktrade.reading.reader import read

OPENING = "China's exports to North Korea were $27 million in June 2019."


def plain(text: str) -> list[bool]:
    """Which claims of the text are plainly told."""
    document = Document(id="a", text=text, date=date(2019, 7, 20))
    return [one.is_plain for one in read(document).claims]


@pytest.mark.parametrize(
    "behind",
    [
        "Exports came to $30 million, down 3 percent from a year earlier.",
        "Imports rose to about $3 million from $2 million in June 2018.",
        "Total trade between the two countries reached $30 million, Chinese customs data showed.",
        "That left China with a trade surplus of $24 million.",
        "Exports and imports were $27 million and $3 million, respectively.",
    ],
)
def test_a_plain_sentence_goes_on_from_a_plain_one(behind: str) -> None:
    """Whose trade it is and when stands in the sentence before."""
    assert all(plain(f"{OPENING} {behind}"))


@pytest.mark.parametrize(
    "behind",
    [
        "Border exports came to $30 million.",
        "Exports by state-run firms came to $3 million.",
        "Exports of coal came to $3 million.",
        "Exports through Dandong came to $3 million.",
        "Private exports to North Korea came to $3 million in June 2019.",
        "Exports counted by brokers came to $3 million.",
    ],
)
def test_unknown_words_goods_and_places_narrow(behind: str) -> None:
    """What may be a part of the trade is not plainly told, and neither is what goes on from it."""
    first, *others = plain(f"{OPENING} {behind} Imports came to $2 million.")
    assert first
    assert not any(others)


def test_a_time_is_carried_on_only_from_the_sentence_before() -> None:
    """Behind a run of months it is open whether a sentence goes on about the run or the month."""
    run = "In January-June 2019 total trade came to $900 million, and in June to $30 million."
    assert plain(f"{OPENING} {run} Imports came to $2 million.")[-1] is False


@pytest.mark.parametrize(
    ("opening", "behind", "narrowed"),
    [
        ("2019년 6월 북한의 대중 수출은 2700만 달러였다.", "수출은 3000만 달러였다.", "국영 기업 수출은 300만 달러였다."),
        ("2019年6月中国对朝鲜出口2700万美元。", "出口为3000万美元。", "边民出口为300万美元。"),
        ("2019年6月の北朝鮮の対中輸出は2700万ドルだった。", "輸出は3000万ドルだった。", "国営企業の輸出は300万ドルだった。"),
    ],
)  # fmt: skip
def test_particles_and_endings_narrow_nothing(opening: str, behind: str, narrowed: str) -> None:
    """What is written without blanks is known word by word, its particles among them."""
    assert plain(f"{opening} {behind}") == [True, True]
    assert plain(f"{opening} {narrowed}") == [True, False]


@pytest.mark.parametrize("goods", ["", "石炭の"])
def test_exports_bound_for_a_country_are_plain_unless_goods_narrow_them(goods: str) -> None:
    """向け says where to, and nothing of what."""
    text = f"2019年6月の中国の北朝鮮向け{goods}輸出は前年同期比39.1%減の4億4512万ドルだった。"
    assert plain(text) == [not goods, not goods]
