"""Amounts under one verb share whom it names behind the last, and a sum told of two amounts is of both."""

from datetime import date

import pytest

from nktrade.core.documents import Document
from nktrade.reading import read

DAY = date(2019, 3, 20)


def _told(text: str) -> list[str]:
    claims = read(Document(id="own", text=text, date=DAY)).claims
    return [f"{one.flow and one.flow.value} {one.reporter} {one.partner}" for one in claims]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Germany exported 120,000 cars and 30,000 trucks to the United States last year.", "export DEU USA"),
        ("Brazil sold 5 million tons of soybeans and 3 million tons of corn to China in May.", "export BRA CHN"),
        ("India bought $3 billion of oil, $1 billion of coal and $200 million of potash from Russia.", "import IND RUS"),
        ("Peru sold $90 million worth of grapes and about $20 million worth of asparagus to Japan.", "export PER JPN"),
        ("Vietnam imported 400 tons of wheat and 90 tons of barley from Australia in May.", "import VNM AUS"),
    ],
)  # fmt: skip
def test_amounts_under_one_verb_have_the_partner_of_the_last(text: str, told: str) -> None:
    """None of them is of trade with everybody."""
    assert set(_told(text)) == {told}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Germany exported 120,000 cars to France and 30,000 trucks to the United States.", ["export DEU FRA", "export DEU USA"]),
        ("Germany exported 120,000 cars and sold 30,000 trucks to the United States.", ["export DEU WLD", "export DEU USA"]),
        ("Germany exported 120,000 cars in 2018, and Poland sold 30,000 trucks to the United States.", ["export DEU WLD", "export POL USA"]),
        ("Germany exported 120,000 cars, up 3 percent, and 30,000 trucks to the United States.", ["export DEU WLD", "export DEU WLD", "export DEU USA"]),
        ("Germany exported cars worth $8 billion. It sold 30,000 trucks to the United States.", ["export DEU WLD", "export DEU USA"]),
    ],
)  # fmt: skip
def test_an_amount_that_something_parts_from_the_next_keeps_its_partner(
    text: str, told: list[str]
) -> None:
    """Another verb, another country or a change ends the list."""
    assert _told(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("China's exports to the North came to $260 million and its imports to $58 million, together $318 million.", "total CHN PRK"),
        ("Chile's exports to Peru were $26 million and its imports $5 million, in all $31 million.", "total CHL PER"),
        ("The North's exports to China fell to $1.65 billion, though imports rose to $3.33 billion and kept the total at $4.98 billion.", "total PRK CHN"),
        ("Russia sold the North 28,913 tons of fuel and China 19,207 tons, 48,120 tons in all.", "export CHN,RUS PRK"),
        ("Russia shipped the North 300 tons of rice, while China shipped it 200 tons, together 500 tons.", "export CHN,RUS PRK"),
    ],
)  # fmt: skip
def test_a_sum_is_of_what_was_added(text: str, told: str) -> None:
    """Both ways are trade; two countries that sell are told as one."""
    assert _told(text)[-1] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("China sold the North 300 tons of rice and Vietnam 40 tons of sugar, 340 tons in all.", "export VNM PRK"),
        ("China sold the North 300 tons of rice in May, 900 tons in all this year.", "export CHN PRK"),
        ("China's exports to the North were $26 million, and imports fell by 5 percent, together with prices.", "import CHN PRK"),
        ("China sold the North fuel worth $26 million and bought coal worth $5 million, $31 million in all.", "import CHN PRK"),
        ("China sold the North 300 tons of rice and bought 200 tons of rice, which is less than 500 tons.", "import CHN PRK"),
    ],
)  # fmt: skip
def test_a_sum_of_other_things_is_not_pooled(text: str, told: str) -> None:
    """Other goods, one amount alone and a figure that no word calls a sum stay as they are."""
    assert _told(text)[-1] == told
