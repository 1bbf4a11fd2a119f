"""Times that are listed are of one year, and a year told by its parts goes on being spoken of."""

from datetime import date

import pytest

from nktrade.core.documents import Document
from nktrade.reading import read

DAY = date(2025, 8, 20)


def told(text: str) -> list[tuple[str, str]]:
    claims = read(Document(id="x", text=text, date=DAY)).claims
    return [(one.figure.surface, str(one.period)) for one in claims]


YEAR = "Trade between China and North Korea came to $2.18 billion in 2024."


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            f"{YEAR} It was $473 million in the first quarter, $526 million in the second, $573 million in the third and $608 million in the fourth.",
            ["2024", "2024-01/2024-03", "2024-04/2024-06", "2024-07/2024-09", "2024-10/2024-12"],
        ),
        (
            f"{YEAR} By month, it was $173 million in May, $126 million in June and $98 million in December.",
            ["2024", "2024-05", "2024-06", "2024-12"],
        ),
        (
            "North Korea bought 5 tons of rice in May, 6 tons in June and 7 tons in July.",
            ["2025-05", "2025-06", "2025-07"],
        ),
        (
            "North Korea bought 5 tons of rice in May, against 7 tons in December.",
            ["2025-05", "2024-12"],
        ),
        (
            "2024년 북중 무역은 21억8천만 달러였다. 분기별로는 1분기 4억7천만 달러, 2분기 5억2천만 달러, 3분기 5억7천만 달러, 4분기 6억 달러였다.",
            ["2024", "2024-01/2024-03", "2024-04/2024-06", "2024-07/2024-09", "2024-10/2024-12"],
        ),
    ],
)
def test_times_of_a_list_are_of_one_year(text: str, periods: list[str]) -> None:
    """That of its last: no quarter of a list is of this year where the fourth is not over. What is compared is no list."""
    assert [period for _, period in told(text)] == periods


def test_a_year_told_by_its_parts_is_spoken_of_behind_them() -> None:
    """Three parts are its parts; behind two months it is the second that is spoken of."""
    parts = "It was $473 million in the first quarter, $526 million in the second, $573 million in the third and $608 million in the fourth."
    assert told(f"{YEAR} {parts} Exports of wigs came to $164 million.")[-1] == (
        "$164 million",
        "2024",
    )
    months = "It was $226 million in November 2024 and $198 million in December 2024."
    assert told(f"{YEAR} {months} Exports of wigs came to $14 million.")[-1] == (
        "$14 million",
        "2024-12",
    )


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("令和7年度上半期の日本の輸出は53兆8210億円だった。", "2025-04/2025-09"),
        ("2024年度下期の日本の輸入は12兆円だった。", "2024-10/2025-03"),
        ("令和6年度第1四半期の日本の輸出は12兆円だった。", "2024-04/2024-06"),
        ("今年度上期の日本の輸出は53兆円だった。", "2025-04/2025-09"),
        ("2024年度の日本の輸出は98兆円だった。", "2024-04/2025-03"),
        ("2025年上半期の日本の輸出は53兆円だった。", "2025-01/2025-06"),
    ],
)
def test_halves_of_a_fiscal_year_begin_with_it(text: str, period: str) -> None:
    """In Japan with April; those of a calendar year with January."""
    assert [one for _, one in told(text)] == [period]
