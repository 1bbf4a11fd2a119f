"""A price is one whatever case its noun stands in: told, supposed or asked for."""

import pytest

from nktrade.core.codes import Kind
from nktrade.core.documents import Document
from nktrade.reading import read


def kinds(text: str) -> list[Kind]:
    """What each figure of a text is."""
    return [one.kind for one in read(Document(id="own", text=text)).claims]


@pytest.mark.parametrize(
    "text",
    [
        "石炭の輸出は55万トンで、1トン当たりの価格を80ドルと仮定した。",
        "石炭の輸出は55万トンで、１トンあたりの単価を８０ドルと見積もった。",
        "石炭の輸出は55万トンで、1トン当たりの平均価格は80ドルだった。",
        "석탄 수출은 55만t으로, 1t당 가격을 80달러로 잡았다.",
        "석탄 수출은 55만t으로, 톤당 단가를 80달러로 추정했다.",
        "석탄 수출은 55만t으로, 톤당 평균 가격은 80달러였다.",
    ],
)
def test_a_price_that_is_supposed_is_a_price(text: str) -> None:
    """One ton is no amount beside 550,000, and 80 dollars are not what all of it brought in."""
    assert kinds(text) == [Kind.LEVEL, Kind.UNIT_PRICE]


@pytest.mark.parametrize(
    "text",
    [
        "北朝鮮は石炭1万トンを80万ドルで輸出した。",
        "북한은 석탄 1만t을 80만 달러에 수출했다.",
    ],
)
def test_many_tons_for_a_sum_are_no_price(text: str) -> None:
    """Ten thousand tons sold for a sum are an amount and its value."""
    assert kinds(text) == [Kind.LEVEL, Kind.LEVEL]
