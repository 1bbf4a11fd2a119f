"""What the lines at the head of a page say holds for the table below them."""

import pytest

from nktrade.documents import load
from nktrade.reading import read

TABLE = "（単位：億円、％）\n\n　　　　　輸出　　　　輸入　　　　差引\n総額　　　93,812　　98,246　　▲4,434\n"


@pytest.mark.parametrize(
    "head",
    [
        "令和6年10月分貿易統計（速報）の概要\n\n",
        "財務省\n令和6年10月分貿易統計（速報）の概要\n\n",
        "報道発表　令和6年11月20日　財務省\n令和6年10月分貿易統計（速報）の概要\n\n",
        "2024年10月の貿易統計\n財務省\n\n",
    ],
)
def test_a_table_is_of_the_month_that_its_page_is_headed_by(head: str) -> None:
    """Whichever of the first two lines says it, and whatever day of publication stands above."""
    claims = read(load((head + TABLE).encode())).claims
    assert [str(one.period) for one in claims] == ["2024-10"] * 3
    assert claims[2].sign == "-"


def test_what_a_note_says_of_its_marks_is_no_direction() -> None:
    """A surplus stays one where the note explains the mark of deficits."""
    head = "令和6年10月分貿易統計の概要\n\n（単位：億円、％。伸率は対前年同月比、▲は入超）\n\n　　　　輸出　　輸入　　差引\n"
    claims = read(load((head + "米国　　17,864　　11,745　　6,119\n").encode())).claims
    assert (claims[2].figure.surface, claims[2].sign) == ("6,119", "+")
    assert str(claims[2].period) == "2024-10"
