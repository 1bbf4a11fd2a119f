"""Of which time a column of changes is, where its head does not say: the latest that it stands behind."""

from datetime import date

import pytest

import nktrade as nk
from nktrade.documents import load
from nktrade.reading import read


def periods(text: str) -> list[tuple[str, str]]:
    """Every number in a cell with its period."""
    claims = read(load(text.encode(), date=date(2024, 10, 31))).claims
    return [(one.figure.surface, str(one.period)) for one in claims if one.kind.value != "level"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Goods | Jan-Sep 2023 | Jan-Sep 2024 | Change (%)\nChile's wine exports to Japan | 200 | 220 | 10.0\n",
            [("10.0", "2024-01/2024-09")],
        ),
        (
            "Goods | 2023 | 2022 | Change (%)\nChile's wine exports to Japan | 220 | 200 | 10.0\n",
            [("10.0", "2023")],
        ),
        (
            (
                "Goods | 2022 | 2023 | Change (%) | March 2023 | March 2024 | Change (%)\n"
                "Chile's wine exports to Japan | 200 | 220 | 10.0 | 50 | 60 | 20.0\n"
            ),
            [("10.0", "2023"), ("20.0", "2024-03")],
        ),
        (
            "구분 | 2023년 9월 | 2024년 9월 | 증감률\n북한의 대중 수출 | 200 | 220 | 10.0\n북한의 대중 수입 | 200 | 180 | △10.0\n",
            [("10.0", "2024-09"), ("△10.0", "2024-09")],
        ),
        (
            "商品 | 2023年9月 | 2024年9月 | 同比(%)\n智利对日本出口 | 200 | 220 | 10.0\n",
            [("10.0", "2024-09")],
        ),
        (
            "品目 | 2023年9月 | 2024年9月 | 伸率\nチリの対日輸出 | 200 | 220 | 10.0\n",
            [("10.0", "2024-09")],
        ),
    ],
)
def test_a_change_is_of_the_latest_time_it_stands_behind(
    text: str, told: list[tuple[str, str]]
) -> None:
    """Whichever column comes first; a second run of years has changes of its own."""
    assert periods(text) == told


@pytest.mark.parametrize(
    ("caption", "head"),
    [
        (
            "Table 1. China's exports to North Korea (millions of USD)",
            "Year | H1 | H2 | Total | YoY",
        ),
        (
            "Table 1. China's exports to North Korea (millions of USD)",
            "Year | First half | Second half | Full year | Change",
        ),
        ("表1 中国の対北朝鮮輸出(単位:100万ドル)", "年 | 上期 | 下期 | 年計 | 前年比"),
        (
            "표 1 중국의 대북 수출(단위: 백만 달러)",
            "연도 | 상반기 | 하반기 | 연간 합계 | 전년 대비",
        ),
        ("表1 中国对朝鲜出口（单位：百万美元）", "年份 | 上半年 | 下半年 | 全年 | 同比"),
    ],
)
def test_a_sum_of_halves_is_of_the_year_of_its_row(caption: str, head: str) -> None:
    """And the change behind it is of that year; nothing is accused where all of it is true."""
    rows = "2023 | 898.4 | 1,104.8 | 2,003.2 | 124.0%\n2024 | 858.6 | 974.3 | 1,832.9 | -8.5%"
    (checked,) = nk.check(
        f"{caption}\n\n{head}\n{rows}", date=date(2025, 7, 20), against="none"
    ).checked
    periods = [str(one.period) for one in checked.reading.claims]
    row = ["{}-01/{}-06", "{}-07/{}-12", "{}", "{}"]
    assert periods == [one.format(year, year) for year in (2023, 2024) for one in row]
    held = {one.check: one.holds for one in checked.relations}
    assert held["months"] is True
    assert held["change"] is True
    assert False not in held.values()
