"""A part of an amount in brackets is a part of it, and no change."""

import pytest

from nktrade.core.claims import Claim
from nktrade.core.documents import Document
from nktrade.reading import read


def claims(text: str) -> tuple[Claim, ...]:
    """What is read in a text without a date line."""
    return read(Document(id="own", text=text)).claims


@pytest.mark.parametrize(
    "text",
    [
        "2019년 북한의 대중 수출은 전체 수출(2억8천만 달러)의 77%로 늘었다.",
        "2019年中国自朝进口煤炭1.9亿美元，占自朝进口总额（2.6亿美元）的73%。",
        "2019年の北朝鮮の対中輸出は、輸出総額(2億8000万ドル)の77%を占めた。",
    ],
)
def test_a_percentage_of_an_amount_in_brackets_is_a_share(text: str) -> None:
    """The particle behind the bracket belongs to the amount."""
    assert claims(text)[-1].kind.value == "share_pct"


@pytest.mark.parametrize(
    "text",
    [
        "2019년 북한의 대중 수출(2억8천만 달러)은 77% 늘었다.",
        "2019年中国对朝出口（2.9亿美元）增长73%。",
        "2019年の北朝鮮の対中輸出(2億8000万ドル)は77%増えた。",
    ],
)
def test_a_percentage_beside_a_verb_of_change_is_a_change(text: str) -> None:
    """An amount in brackets only tells the level."""
    assert claims(text)[-1].kind.value == "change_pct"


def test_a_part_of_an_old_amount_leaves_the_time_spoken_of() -> None:
    """It recovered to four fifths of 2019; the deficit is of 2023."""
    every = claims(
        "2023년 북중 교역액은 22억9천만 달러였다. 2019년 교역액(27억9천만 달러)의 82.3%까지 회복했다. "
        "무역적자는 17억1천만 달러다."
    )
    assert [str(one.period) for one in every] == ["2023", "2019", "2019", "2023"]
