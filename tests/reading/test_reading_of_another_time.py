"""A percentage of what the same flow was at another time is a multiple of it; a part of a whole stays one."""

from datetime import date

import pytest

from tests.reading.cjk_claims import claims_in

DAY = date(2024, 1, 20)
OF_OLDER = [
    "2023年中朝贸易额22.9亿美元，恢复到2019年(27.9亿)的82%。",
    "2023年中朝贸易额22.9亿美元，是2019年贸易额（27.9亿美元）的82%。",
    "2023年中朝贸易额为22.9亿美元，仅及疫情前2019年27.9亿美元的82%。",
    "2023年の中朝貿易総額は22億9000万ドルで、2019年（27億9000万）の82%の水準だ。",
    "2023年の中朝貿易総額は22億9000万ドルで、2019年の貿易総額(27億9000万ドル)の82%だった。",
    "23年の中朝貿易総額は22億9000万ドルで、19年（27億9000万ドル）の82%の水準に回復した。",
    "2023년 북중 교역액은 22억9천만 달러로 2019년(27억9천만)의 82%였다.",
    "2023년 북중 교역액은 22억9천만 달러로 2019년 교역액(27억9천만 달러)의 82%였다.",
]
OF_A_WHOLE = [
    "2023年对朝出口20亿美元，占同年贸易总额（22.9亿美元）的87%。",
    "2023年の対中輸出は2億ドルで、2023年の貿易総額(22億9000万ドル)の9%だった。",
    "2023년 석탄 수출(2억 달러)은 2023년 총수출(2억8천만 달러)의 71%였다.",
]
MEASURED_FROM = [
    ("2023年の輸出は22億9000万ドルで、2019年(27億9000万ドル)より18%少ない。", "2023", "since:2019"),
    ("3月の輸出は12トンで、2月(8トン)より50%多い。", "2023-03", "month_earlier"),
    ("2023年中朝贸易额22.9亿美元，比2019年（27.9亿）少18%。", "2023", "since:2019"),
]


@pytest.mark.parametrize("text", OF_OLDER)
def test_a_percentage_of_an_older_level_is_a_multiple(text: str) -> None:
    """The amount in brackets may leave out the unit said before."""
    now, old, part = claims_in(text, DAY)
    assert (str(now.period), str(old.period), str(part.period)) == ("2023", "2019", "2023")
    assert (part.kind.value, part.base) == ("ratio", "since:2019")
    assert (old.amount.value, old.figure.unit) == (2_790_000_000, "USD")


@pytest.mark.parametrize("text", OF_A_WHOLE)
def test_a_part_of_the_whole_of_its_own_time_is_a_share(text: str) -> None:
    """Of the same time it is no older level."""
    assert claims_in(text, DAY)[-1].kind.value == "share_pct"


@pytest.mark.parametrize(("text", "period", "base"), MEASURED_FROM)
def test_a_change_from_a_level_in_brackets_is_of_the_time_spoken_of(
    text: str, period: str, base: str
) -> None:
    """The particle behind the brackets belongs to the time before them."""
    change = claims_in(text, DAY)[-1]
    assert (change.kind.value, str(change.period), change.base) == ("change_pct", period, base)


@pytest.mark.parametrize(
    "text",
    [
        "2023年出口20亿美元，平壤(300万)人口不变。",
        "2023年の輸出は2億ドル。平壌(300万)の人口は変わらない。",
    ],
)
def test_a_bare_count_in_brackets_is_no_money(text: str) -> None:
    """Not behind a place, whose people it counts, nor in another sentence."""
    assert len(claims_in(text, DAY)) == 1
