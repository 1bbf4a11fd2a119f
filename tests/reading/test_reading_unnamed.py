"""Goods that no table knows stay unnamed in a list, in languages without blanks between words too."""

import pytest

from nktrade.core.documents import Document
from nktrade.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "6월 중국의 대북 수출 품목은 위젯(910만 달러), 설탕(840만 달러), 쌀(620만 달러) 순이었다.",
        "6월 중국의 대북 수출은 설탕(910만 달러), 위젯(840만 달러), 쌀(620만 달러) 순이었다.",
        "6月中国对朝鲜出口白糖910万美元、小部件840万美元、大米620万美元。",
        "6月中国对朝出口前三位为小部件（910万美元）、白糖（840万美元）和大米（620万美元）。",
        "6月の中国の対北朝鮮輸出は、砂糖が910万ドル、ウィジェットが840万ドル、コメが620万ドルだった。",
    ],
)
def test_a_word_that_nobody_knows_is_not_all_goods_and_not_those_before(text: str) -> None:
    """Of three goods one is missing."""
    found = read(Document(id="own", text=text)).claims
    assert sorted(str(one.commodity) for one in found) == ["None", "rice", "sugar"]


@pytest.mark.parametrize(
    "text",
    [
        "6월 중국의 대북 수출은 1억 달러였고, 설탕이 910만 달러, 쌀이 620만 달러였다.",
        "6月中国对朝鲜出口1亿美元，其中白糖910万美元、大米620万美元。",
        "6月の中国の対北朝鮮輸出は1億ドルで、砂糖が910万ドル、コメが620万ドルだった。",
    ],
)
def test_what_is_told_of_a_flow_is_of_all_goods(text: str) -> None:
    """Only a word of a list names goods."""
    found = read(Document(id="own", text=text)).claims
    assert sorted(str(one.commodity) for one in found) == ["all", "rice", "sugar"]


@pytest.mark.parametrize(
    ("told", "goods"),
    [
        ("Exports of teaching models reached $8.4 million.", None),
        ("Exports of teaching models rose 5 percent to $8.4 million.", None),
        ("Exports of merely $8.4 million were sent by rail.", "all"),
        ("Exports of the country reached $8.4 million.", "all"),
        ("Exports of processed hair reached $8.4 million.", "wig material"),
    ],
)
def test_a_flow_of_a_word_that_nobody_knows_is_not_of_all_goods(
    told: str, goods: str | None
) -> None:
    """Its amount is held against no amount of all goods."""
    text = f"North Korea's exports to China were $215.2 million in 2019. {told}"
    _, *found = read(Document(id="own", text=text)).claims
    assert {one.commodity for one in found} == {goods}


@pytest.mark.parametrize("opener", ["", "plastics ($98.4 million), and "])
def test_what_hangs_on_goods_behind_a_comma_is_theirs(opener: str) -> None:
    """Which tells of the goods right before it, alone or as the last of a list."""
    text = f"North Korea bought {opener}rice, which quadrupled to $84 million, from China in 2019."
    found = read(Document(id="own", text=text)).claims
    assert {one.commodity for one in found[-2:]} == {"rice"}
