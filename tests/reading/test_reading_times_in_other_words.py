"""Times that are told by what lies before them: last year in October, the previous financial year, September's record."""

from datetime import date

import pytest

from nktrade.core.period import Period
from tests.reading.cjk_claims import claims_in

DAY = date(2026, 11, 3)
TIMES = [
    ("Last year in October India had taken 1.48 million tons of Russian crude.", "2025-10"),
    ("Exports were 353 million tons in 2025-26, and 356 million tons in the previous financial year.", "2024-07/2025-06"),
    ("From April to September 2018 coal imports were $1.96 million, down from $3.15 million in the preceding six months.", "2017-10/2018-03"),
    ("From April to June 2018 coal imports were $1.96 million, down from $3.15 million in the previous three months.", "2018-01/2018-03"),
    ("Ore imports came to 111 million tons in October, below September's record of 115.6 million tons.", "2026-09"),
    ("Coal exports fell to $3 million in June from May's peak of $5 million.", "2026-05"),
    ("Coal exports were 312 tons from January to September. Ore exports were 43 tons over the same time, all of it before June.", "2026-01/2026-09"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "time"), TIMES)
def test_a_time_in_other_words_is_that_time(text: str, time: str) -> None:
    """The last figure is of it."""
    assert claims_in(f"Australia's trade rose. {text}", DAY)[-1].period == Period.of(time)
