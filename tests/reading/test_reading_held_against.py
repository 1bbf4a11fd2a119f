"""What is held against an older time is not of it, and what goes on about that time is; whose speaker, whose office."""

import pytest

import nktrade as nk
from nktrade.core.claims import Claim

GONE_ON = [
    ("Trade was just $318 million in 2021, a fall of 41 percent on 2020, when it had sunk by 80.7 percent to $539 million.",
     ["2021", "2021", "2020", "2020"]),
    ("Exports to China reached $292 million in 2023, up 118 percent from 2022, when they came to $134 million.",
     ["2023", "2023", "2022"]),
    ("China's exports to the North fell 7 percent in June 2023 from May, when they had risen 20 percent to $165 million.",
     ["2023-06", "2023-05", "2023-05"]),
    ("China's coal imports doubled from 2020, when they fell 10 percent, to 40 million tons in 2021.",
     ["2021", "2020", "2021"]),
    ("In 2021 trade fell 41 percent, when borders were closed. In 2022 it rose to $1.03 billion.",
     ["2021", "2022"]),
]  # fmt: skip
HELD = [
    (("2018년 대중 수출은 2억1천만 달러, 수입은 22억2천만 달러였다. 2017년에는 수출 16억5천만 달러, 수입 33억3천만 달러였다. "
     "적자는 20억499만 달러로 2017년(16억8천만 달러)에 견줘 커졌다."), ["2018", "2017"]),
    (("2018년 대중 수출은 2억1천만 달러, 수입은 22억2천만 달러였다. 2017년에는 수출 16억5천만 달러, 수입 33억3천만 달러였다. "
     "적자는 20억499만 달러로 2017년의 16억8천만 달러보다 커졌다."), ["2018", "2017"]),
    ("2018年朝鲜对华出口2.13亿美元，进口22.18亿美元。2017年出口16.5亿美元，进口33.3亿美元。逆差20.05亿美元，比2017年的16.8亿美元扩大。",
     ["2018", "2017"]),
    (("2018年の対中輸出は2億1315万ドル、輸入は22億1814万ドル。2017年は輸出16億5000万ドル、輸入33億3000万ドルだった。"
     "赤字は20億499万ドルで、2017年の16億8000万ドルから膨らんだ。"), ["2018", "2017"]),
    (("2018년 대중 수출은 2억1천만 달러, 수입은 22억2천만 달러였다. 2017년에는 수출 16억5천만 달러, 수입 33억3천만 달러였다. "
     "적자는 16억8천만 달러로 2016년의 5억 달러보다 컸다."), ["2017", "2016"]),
    (("2018년 12월 적자는 2억 달러였다. 2018년 1∼11월 수출은 2억 달러, 수입은 20억1천만 달러였다. "
     "적자는 18억1천만 달러로 전년 같은 기간(15억 달러)보다 컸다."), ["2018-12", "2018-01/2018-11", "2017-01/2017-11"]),
]  # fmt: skip


def told(text: str, day: str = "2025-01-20") -> tuple[Claim, ...]:
    """The claims of a text."""
    return nk.check(text, date=day, against="none").checked[0].reading.claims


@pytest.mark.parametrize(("text", "periods"), GONE_ON)
def test_a_clause_goes_on_about_the_time_compared_with(text: str, periods: list[str]) -> None:
    """A fall on 2020, when it had sunk by 80 percent: the 80 percent are of 2020."""
    assert [str(one.period) for one in told(text)] == periods


@pytest.mark.parametrize(("text", "periods"), HELD)
def test_nothing_is_of_the_time_that_it_is_compared_with(text: str, periods: list[str]) -> None:
    """A deficit held against that of 2017 is of the year that the text opened with."""
    deficits = [one for one in told(text, "2019-01-25") if one.flow == "balance"]
    assert [str(one.period) for one in deficits] == periods


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (("Russian officials, who stopped publishing customs data in 2022, let a number slip. Trade with North Korea "
         "reached $34 million in 2023."), ("Russia customs",)),
        ("Russian officials met in Pyongyang. China's exports fell 5 percent to $2.18 billion in 2024, customs data showed.",
         ("China customs",)),
        ("China's exports to Russia and North Korea rose to $2.18 billion in 2024, customs data showed.",
         ("China customs",)),
    ],
)  # fmt: skip
def test_customs_are_of_whom_a_clause_is_about(text: str, source: tuple[str, ...]) -> None:
    """Russian officials publish Russian customs data; a partner that is named does not count for anybody."""
    assert told(text, "2025-03-03")[-1].source == source
