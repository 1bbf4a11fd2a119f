"""What takes goods of a list together is not of the last of them; shipments and fiscal years in four languages."""

from datetime import date

import pandas as pd
import pytest

from nktrade import check

DAY = date(2017, 2, 1)
LISTS = [
    "In 2016 North Korea's exports to China were $2.634 billion. Coal earned $1.180 billion and seafood $196 million, the two together more than half of the total, $1.376 billion.",
    "2016년 북한의 대중 수출은 26억3400만 달러였다. 석탄 11억8000만 달러, 수산물 1억9600만 달러로, 이 둘만으로 절반이 넘는 13억7600만 달러를 차지한다.",
    "2016年朝鲜对华出口26.34亿美元，其中煤炭11.8亿美元，水产品1.96亿美元，仅此两项就占五成以上，达13.76亿美元。",
    "2016年の北朝鮮の対中輸出は26億3400万ドル。内訳は石炭11億8000万ドル、水産物1億9600万ドルで、この二つだけで5割を超す13億7600万ドルを占める。",
    "2016年の北朝鮮の対中輸出は26億3400万ドル。内訳は石炭11億8000万ドル、水産物1億9600万ドルで、合わせて5割を超す13億7600万ドルを占める。",
]
MEMBERS = [
    "2016年朝鲜对华出口26.34亿美元，其中煤炭11.8亿美元，水产品1.96亿美元，水产品占7.4%。",
    "2016年の北朝鮮の対中輸出は26億3400万ドル。内訳は石炭11億8000万ドル、水産物1億9600万ドルで、水産物は7.4%を占める。",
    "2016년 북한의 대중 수출은 26억3400만 달러였다. 석탄 11억8000만 달러, 수산물 1억9600만 달러로, 수산물은 7.4%를 차지했다.",
]


def claims(text: str, day: date = DAY) -> pd.DataFrame:
    """The claims of a text, of which no relation may fail."""
    report = check(text, date=day, against="none")
    assert report.findings.empty, text
    return report.claims


@pytest.mark.parametrize("text", LISTS)
def test_what_takes_a_list_together_is_not_of_its_last_member(text: str) -> None:
    """Half of all exports is coal and seafood; seafood alone is a fourteenth."""
    found = claims(text)
    assert "seafood" not in set(found.commodity.iloc[3:])


@pytest.mark.parametrize("text", MEMBERS)
def test_a_share_of_one_member_stays_its_own(text: str) -> None:
    """Seafood that is named again is what is spoken of."""
    assert claims(text).commodity.iloc[-1] == "seafood"


@pytest.mark.parametrize(
    "text",
    [
        "2016年5月中国对朝玉米出口127万吨，平均每航次近2万吨，4月出口30万吨。",
        "2016년 5월 중국의 대북 옥수수 수출은 127만 톤으로 척당 2만 톤이었다.",
    ],
)
def test_an_amount_of_one_shipment_is_no_amount_of_the_month(text: str) -> None:
    """A ship carries less than all of them."""
    rates = dict(zip(claims(text).surface, claims(text).rate, strict=True))
    (each,) = (one for one, rate in rates.items() if rate == "per_shipment")
    assert each.replace(" ", "").lstrip("近") in {"2万吨", "2만톤"}


@pytest.mark.parametrize("words", ["1日当たり", "1日平均", "日量で", "一日当たり"])
def test_words_that_begin_with_a_number_are_read(words: str) -> None:
    """What flows in a day is no amount of a month; the first day of one is a day."""
    _, second = claims(f"2016年5月のロシアの原油輸出は3100万トンで、{words}100万トンだった。").rate
    assert second == "per_day"
    told = claims("1日、税関は5月の対北朝鮮輸出が127万ドルだったと発表した。")
    assert told.rate.isna().all()


@pytest.mark.parametrize("text", ["호주의 2025~26 회계연도 석탄 수출은 1억5천만 톤으로 전망된다.", "澳大利亚2025/26财年煤炭出口预计1.5亿吨。", "Australia's coal exports in 2025-26 are forecast at 150 million tons."])  # fmt: skip
def test_fiscal_years_bear_two_numbers(text: str) -> None:
    """From July to June, where the reporter's do."""
    (one,) = claims(text, date(2025, 11, 20)).itertuples()
    assert (f"{one.period_start:%Y-%m}", f"{one.period_end:%Y-%m}") == ("2025-07", "2026-06")


@pytest.mark.parametrize(
    ("words", "start"),
    [("In 2025-05", "2025-05"), ("In 2025/05", "2025-05"), ("In 2023-24", "2023-07")],
)
def test_two_digits_that_are_not_the_next_year_are_a_month(words: str, start: str) -> None:
    """2025-05 is a month as standards write it."""
    (one,) = claims(
        f"{words}, China's exports to North Korea were $2.54 billion.", date(2025, 11, 20)
    ).itertuples()
    assert f"{one.period_start:%Y-%m}" == start


@pytest.mark.parametrize("line", ["2025-05-21", "2025/5/21", "2025-05-21 Seoul:", "Dandong, 2025-05-21"])  # fmt: skip
def test_a_day_as_standards_write_it_dates_no_trade(line: str) -> None:
    """A date line is when it was written, not what it tells of."""
    found = check(f"{line}\n\nChina's exports to North Korea were $2.54 billion.", against="none")
    assert found.claims.period_start.isna().all()
