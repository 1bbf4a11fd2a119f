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
