"""Small words that change who trades when: trade with it, shipped in May, up to the day."""

from datetime import date

import pytest

from nktrade.core.documents import Document
from nktrade.reading import read

DAY = date(2025, 11, 20)


def _told(text: str) -> list[str]:
    claims = read(Document(id="own", text=text, date=DAY)).claims
    return [f"{one.flow} {one.reporter}>{one.partner} {one.period}" for one in claims]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("China remained North Korea's largest partner in 2025. Trade with it came to $3.08 billion.", "total PRK>CHN 2025"),
        ("North Korea's trade grew in 2025. Russia came second. Exports to it were $3 million.", "export PRK>RUS 2025"),
        ("Purchases by Japan from the North came to 7 billion yen in 2005, and sales to it to 4 billion yen.", "export JPN>PRK 2005"),
        ("South Korea's exports rose in May. The United States was the best customer. Sales to it were $9 billion.", "export KOR>USA 2025-05"),
        ("India buys much Russian oil. Imports from it were $5 billion in May.", "import IND>RUS 2025-05"),
        ("Mongolia lives by selling coal to China. Exports to it were $5 billion in 2024.", "export MNG>CHN 2024"),
        ("China's exports to North Korea were $160 million in May. Trade with it has recovered. Imports from it were $30 million.", "import CHN>PRK 2025-05"),
        ("Russia exported goods worth $5 billion to China and imported goods worth $9 billion from it in May, Chinese customs said.", "import RUS>CHN 2025-05"),
        ("Vietnam sold rice worth $2 billion to China in May and bought steel worth $3 billion from it.", "import VNM>CHN 2025-05"),
        ("In May Germany imported goods worth 9 billion euros from Poland and sold goods worth 8 billion euros to it.", "export DEU>POL 2025-05"),
        ("South Korea sold Taiwan chips for $1 billion in May, and imports from it were $2 billion.", "import KOR>TWN 2025-05"),
    ],
)  # fmt: skip
def test_trade_with_it_is_with_whom_was_just_spoken_of(text: str, last: str) -> None:
    """In the clause before, else in the sentence before; never with the one whose trade is told."""
    assert _told(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Mongolia's coal exports to China were 8 million tons in May. The 7 million tons shipped in April were a record.", "export MNG>CHN 2025-04"),
        ("Brazil sold China 8 million tons of soybeans in May, above the 7 million tons shipped in the first quarter.", "export BRA>CHN 2025-01/2025-03"),
        ("North Korea shipped in 5,000 tons of flour from Russia in May.", "import PRK>RUS 2025-05"),
        ("Of the coal that China buys in Mongolia, 9 million tons were shipped in last year.", "import CHN>MNG 2024"),
        ("North Korea trucked in 2018 tons of rice from China in May.", "import PRK>CHN 2025-05"),
    ],
)  # fmt: skip
def test_what_is_shipped_in_a_month_was_not_shipped_in(text: str, last: str) -> None:
    """The word leads to the time, unless the time needs none: last year."""
    assert _told(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("As of June 20, China had imported 2.68 million tons of coal from North Korea.", "2025-01-01/2025-06-20"),
        ("Accumulated to 15 September, Vietnam's exports came to $325.4 billion.", "2025-01-01/2025-09-15"),
        ("As of June 30, China had imported 2.68 million tons of coal from North Korea.", "2025-01/2025-06"),
        ("By the end of June, China had imported 2.68 million tons of coal from North Korea.", "2025-01/2025-06"),
        ("By Feb. 18, 2017, when Beijing stopped buying, it had imported 2.68 million tons of coal from North Korea.", "2017-01-01/2017-02-18"),
        ("China bought no coal from North Korea until May, when it imported 5,000 tons.", "2025-05"),
    ],
)  # fmt: skip
def test_what_has_come_up_to_a_day_has_come_since_january(text: str, period: str) -> None:
    """To that very day; and a time in which something began again is that time."""
    assert _told(text)[-1].split()[-1] == period
