"""What follows "from a year before" and is followed by "more" is the size of a change, no level of that year."""

import pytest
from cjk_claims import claims_in

from nktrade.core.codes import Kind


@pytest.mark.parametrize(
    "text",
    [
        "石炭の輸出は前年同月から10万トン増の50万トンだった。",
        "石炭の輸出は前年から10万トン増えて50万トンだった。",
        "輸入は前年同期から2000万ドル減り、1億ドルとなった。",
        "対中輸入額は前月から300万ドル増の1億8200万ドル。",
        "原油の輸入は昨年から2万トン減って50万トンになった。",
    ],
)
def test_a_step_from_a_time_is_a_change(text: str) -> None:
    """The first figure is by how much, the second what it came to."""
    assert [one.kind for one in claims_in(text)] == [Kind.CHANGE_ABS, Kind.LEVEL]


@pytest.mark.parametrize(
    "text",
    [
        "輸入は前年の2億ドルから1億ドルに減った。",
        "輸入は2億ドルから3億ドルに増えた。",
        "輸出は前年同月の4千万ドルから6千万ドルに増加した。",
    ],
)
def test_the_level_of_a_time_stays_a_level(text: str) -> None:
    """From the year before's level to this year's: two levels."""
    assert [one.kind for one in claims_in(text)] == [Kind.LEVEL, Kind.LEVEL]
