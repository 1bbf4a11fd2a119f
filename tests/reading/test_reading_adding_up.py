"""What is said to be several amounts together is of all their times."""

from datetime import date

import pytest

import nktrade as nk
from nktrade.core.codes import Severity
from nktrade.core.documents import Document
from nktrade.reading import read

DAY = date(2017, 3, 14)
MONTHS = "China bought {} million tons of coal from North Korea in January and 1.23 million tons in February. "
SUMS = [
    "Together that was 2.68 million tons.",
    "Altogether it bought 2.68 million tons.",
    "That makes 2.68 million tons in all.",
    "Combined, that came to 2.68 million tons.",
]


def last_period(text: str) -> str:
    """The period of the last claim."""
    return str(read(Document(id="own", text=text, date=DAY)).claims[-1].period)


@pytest.mark.parametrize("text", SUMS)
def test_a_sum_of_months_is_of_all_of_them(text: str) -> None:
    """January and February, told one by one, are added up."""
    assert last_period(MONTHS.format("1.45") + text) == "2017-01/2017-02"


@pytest.mark.parametrize("text", SUMS)
@pytest.mark.parametrize(("printed", "is_wrong"), [("1.45", False), ("1.54", True)])
def test_the_months_have_to_make_their_sum(text: str, printed: str, *, is_wrong: bool) -> None:
    """Two digits exchanged in one of them are found."""
    (checked,) = nk.check(MONTHS.format(printed) + text, date=DAY, against="none").checked
    accused = any(one.severity is Severity.ERROR for one in checked.relations)
    assert accused is is_wrong


def test_tons_and_their_worth_are_added_up_alike() -> None:
    """Each in its own unit."""
    text = (
        "In January China bought 1.45 million tons of coal worth $126.4 million from North Korea, and in February "
        "1.23 million tons worth $99.4 million. Together that was 2.68 million tons and $225.8 million."
    )
    found = read(Document(id="own", text=text, date=DAY)).claims
    assert {str(one.period) for one in found[-2:]} == {"2017-01/2017-02"}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (MONTHS.format("1.45") + "In March it bought 2.68 million tons together.", "2017-03"),
        (MONTHS.format("1.45") + "It bought 1.1 million tons more.", "2017-02"),
        ("China bought 1.45 million tons of coal from North Korea in February 2016 and 1.23 million tons in February 2017. Together that was 2.68 million tons.", "2017-02"),
        ("China bought 1.45 million tons of coal and 0.2 million tons of iron ore from North Korea in February 2017. Together that was 1.65 million tons.", "2017-02"),
    ],
)  # fmt: skip
def test_what_is_no_sum_of_times_one_behind_another_stays(text: str, period: str) -> None:
    """A time of its own, no word for a sum, months a year apart, goods of one month."""
    assert last_period(text) == period


PAIRS = [
    ("zh", "1月中国自朝鲜进口煤炭145万吨、1.264亿美元，2月进口123万吨、9940万美元，两个月合计268万吨、2.258亿美元。", ["2017-01", "2017-02", "2017-01/2017-02"]),
    ("en", "In January China bought 1.45 million tons and $126.4 million of coal from North Korea.", ["2017-01"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "periods"), PAIRS)
def test_worth_right_behind_tons_is_of_their_time(lang: str, text: str, periods: list[str]) -> None:
    """Tons and money of each time, the sum last."""
    found = read(Document(id="own", text=text, lang=lang, date=DAY)).claims
    assert [str(one.period) for one in found] == [one for each in periods for one in (each, each)]


def test_worth_with_a_time_of_its_own_keeps_it() -> None:
    """It does not stand right behind the tons."""
    text = "1月中国自朝鲜进口煤炭145万吨，2月9940万美元。"
    found = read(Document(id="own", text=text, lang="zh", date=DAY)).claims
    assert [str(one.period) for one in found] == ["2017-01", "2017-02"]
