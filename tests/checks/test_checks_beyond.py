"""Percentages that no trade can have: falls by more than all there was, shares of more than the whole."""

from datetime import date

import pytest

from nktrade.checks.beyond import beyond_all
from nktrade.core.codes import Severity, Verdict
from nktrade.core.documents import Document
from nktrade.core.findings import Relation
from nktrade.reading import read


def found_in(text: str, lang: str = "en") -> list[Relation]:
    return list(beyond_all(read(Document(id="a", text=text, lang=lang, date=date(2019, 1, 20)))))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "China's imports from North Korea fell 818 percent to $219 million in 2018."),
        ("zh", "2018年中国自朝鲜进口2.19亿美元,同比下降818%。"),
        ("ko", "2018년 중국의 대북 수입은 2억1900만 달러로 1년 전보다 818% 줄었다."),
        ("ja", "2018年の中国の対北輸入は前年比818％減の2億1900万ドルだった。"),
    ],
)
def test_nothing_falls_by_more_than_it_was(lang: str, text: str) -> None:
    """A fall of 818 percent is an error by itself: a trade of less than nothing there is not."""
    (found,) = found_in(text, lang)
    assert (found.verdict, found.severity) == (Verdict.LOCATED, Severity.ERROR)
    assert len(found.suspect) == 1


def test_a_share_of_more_than_all_is_warned_of() -> None:
    """Of which whole it is our reading may have mistaken, so it is no error."""
    (found,) = found_in(
        "China's coal imports from North Korea accounted for 289.8 percent of all imports in 2018."
    )
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "China's imports from North Korea rose 818 percent to $219 million in 2018.",
        "China's imports from North Korea fell 100 percent in 2018.",
        "North Korea's trade surplus with China fell 180 percent in 2018.",
        "Deliveries came to 410 percent of the 500,000-barrel limit in 2018.",
        "China's coal imports from North Korea were 128 percent of the previous year's total.",
    ],
)
def test_what_can_be_more_than_all_is_not_held_to_it(text: str) -> None:
    """A rise, a fall to nothing, a balance that turned, the use of a limit, a multiple of a year before."""
    assert found_in(text) == []
