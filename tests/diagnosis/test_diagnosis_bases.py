"""What a change is measured from may be what no words say: a headline's percentage beside last month's amounts."""

from datetime import date

import pytest

from nktrade import check
from nktrade.core.codes import Severity

APART = [
    "China's imports from the North up 266.2 percent in April\n\nThey went up in April from $38.69 million a month earlier to $307.8 million.",
    "중국 대북 수입 2015년 4월 266.2% 증가\n\n4월 중국의 대북 무역은 수출 2.8억 달러, 수입 3억778만 달러였다. 4월 수입은 한 달 전 3868만 달러에서 3억778만 달러로 증가했다.",
    "中国4月自朝进口增长266.2%\n\n4月中国对朝出口2.8亿美元,自朝进口3.0778亿美元。进口从上月的3868万美元增至3.0778亿美元。",
    "中国の4月の対北朝鮮輸入、266.2%増\n\n4月の中国の北朝鮮からの輸入は3億778万ドルだった。輸入は前月の3868万ドルから3億778万ドルに増えた。",
]
TOLD = [
    "In April China's imports from North Korea rose 266.2 percent from a month earlier to $307.8 million. In March they had been $38.69 million.",
    "China's imports from North Korea came to $307.8 million in April, up 266.2 percent from $38.69 million a month earlier.",
]


def accused(text: str) -> set[str]:
    """The checks that find an error."""
    (checked,) = check(text, date=date(2015, 5, 13), against="none").checked
    return {one.check for one in checked.relations if one.severity is Severity.ERROR}


@pytest.mark.parametrize("text", APART)
def test_a_rate_told_apart_may_be_measured_from_another_time(text: str) -> None:
    """The year before, although the text goes on about the month before."""
    assert accused(text) == set()


@pytest.mark.parametrize("text", TOLD)
def test_a_rate_beside_its_amounts_is_measured_from_them(text: str) -> None:
    """Its own words, its own sentence or the amount right before it say from what."""
    assert "change" in accused(text)
