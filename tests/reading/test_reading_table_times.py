"""Of which time a column of changes is, where its head does not say: the latest that it stands behind."""

from datetime import date

import pytest

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
