"""Months without a year: behind a month long past they go on in its year, and none is the last of its name while it is spoken of."""

from datetime import date

import pytest

from nktrade.core.documents import Document
from nktrade.reading import read

DAY = date(2024, 7, 20)


def periods(text: str, day: date = DAY) -> list[str]:
    """The periods of all claims."""
    return [str(one.period) for one in read(Document(id="own", text=text, date=day)).claims]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Exports to China fell 12 percent in June 2019. They rose 5 percent in July.", "2019-07"),
        ("In April 2017 China's exports to North Korea were $180 million. In May they rose to $190 million.", "2017-05"),
        ("In April 2017 China's exports to North Korea were $180 million. In July they were $190 million.", "2017-07"),
    ],
)  # fmt: skip
def test_a_month_soon_after_one_long_past_is_of_its_year(text: str, last: str) -> None:
    """Though a month of that name has just been over when the text was printed."""
    assert periods(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("China's exports to North Korea were $190 million in May, after $180 million in April 2017. In June they were $210 million.", "2024-06"),
        ("In 2017 China's exports to North Korea were $3.3 billion. In June they were $210 million.", "2024-06"),
        ("In September 2017 China's exports to North Korea were $180 million. In June they were $190 million.", "2024-06"),
    ],
)  # fmt: skip
def test_other_months_without_a_year_are_the_last_of_their_name(text: str, last: str) -> None:
    """Behind a year, before the month spoken of, or where the text began with what is new."""
    assert periods(text)[-1] == last


def test_last_june_is_not_the_june_spoken_of() -> None:
    """It is the one before; where another month is spoken of, the last that is over."""
    now = "China's exports to North Korea were $187.4 million in June 2019. "
    day = date(2019, 7, 20)
    assert periods(now + "Last June, exports were $204.2 million.", day)[-1] == "2018-06"
    assert periods(now + "Last May, exports were $257.9 million.", day)[-1] == "2019-05"
