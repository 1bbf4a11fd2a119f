"""Trade of firms by who owns them, of one regime, and a first count: parts and other prints, never a slip of the whole."""

from datetime import date

import pytest

import nktrade as nk

DAY = date(2019, 7, 20)


def accused(text: str) -> list[str]:
    (checked,) = nk.check(text, date=DAY, against="none").checked
    return [one.check for one in checked.relations if one.holds is False and one.severity]


@pytest.mark.parametrize(
    "text",
    [
        "China's exports to North Korea were $204.2 million in June 2019. Exports by private firms were $24.2 million.",
        "China's exports to North Korea were $204.2 million in June 2019. State-owned companies' exports were $20.42 million.",
        "China's trade with North Korea came to $219.8 million in June 2019. Ordinary trade came to $119.8 million.",
        "China's exports to North Korea were $204 million in June 2019. Preliminary figures had put exports at $201 million.",
        "2019年6月中国对朝鲜出口2.042亿美元。民营企业出口为2420万美元。",
        "2019年6月中国对朝鲜出口2.042亿美元。国有企业出口为2042万美元。",
        "2019년 6월 중국의 대북 수출은 2억420만 달러였다. 민간 기업의 수출은 2420만 달러였다.",
        "2019年6月の中国の北朝鮮への輸出は2億420万ドルだった。民間企業の輸出は2042万ドルだった。",
    ],
)
def test_a_part_is_no_slip_of_the_whole(text: str) -> None:
    """Though one slip of the pen would make the one the other."""
    assert accused(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "China's exports to North Korea were $204.2 million in June 2019. China's exports to North Korea in June 2019 were $24.2 million.",
        "2019年6月中国对朝鲜出口2.042亿美元。2019年6月中国对朝鲜出口为2420万美元。",
    ],
)
def test_the_whole_told_again_is(text: str) -> None:
    """The same cell with a digit less is accused."""
    assert accused(text) == ["told twice"]
