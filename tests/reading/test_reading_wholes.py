"""A share, the whole it is of and the amount it comes to are told apart, and what is highest dates nothing."""

from datetime import date

import pytest

from nktrade.core.documents import Document
from nktrade.reading import read

DAY = date(2021, 10, 18)


def told_in(text: str) -> list[str]:
    """Partner, goods and period of each figure of a text."""
    claims = read(Document(id="own", text=text, date=DAY)).claims
    return [f"{one.partner} {one.commodity} {one.period or ''}".strip() for one in claims]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Coal accounted for 40 percent of North Korea's $500 million in exports to China in 2016, or $200 million.", "coal"),
        ("Seafood made up a fifth of the $500 million that North Korea sold to China in 2016, or $100 million.", "seafood"),
        ("Minerals were 30 percent of the North's $900 million in shipments to China in 2016, or about $270 million.", "minerals"),
        ("Textiles were 25 percent of its $2.8 billion in exports in 2016, or some $700 million.", "textiles"),
        ("Iron ore was 8 percent of the $400 million that China imported from North Korea in 2016, or $32 million.", "iron ore"),
    ],
)  # fmt: skip
def test_what_a_share_comes_to_is_of_its_goods(text: str, goods: str) -> None:
    """The amount behind the whole is the part's, not the whole's."""
    share, whole, part = told_in(text)
    assert [one.partition(" ")[2] for one in (share, whole, part)] == [
        f"{goods} 2016",
        "all 2016",
        f"{goods} 2016",
    ]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Textiles were 20 percent of its $3 billion in exports in 2016. Coal brought in $1.2 billion, or $70 a ton.", "coal 2016"),
        ("Coal was 40 percent of its $3 billion in exports in 2016, and imports came to $3.5 billion, or more.", "all 2016"),
    ],
)  # fmt: skip
def test_what_is_told_anew_is_no_part(text: str, goods: str) -> None:
    """Another flow or another unit behind the whole is not what the share comes to."""
    assert told_in(text)[2].partition(" ")[2] == goods


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("Exports to China were 90 percent of the North's total exports of $3 billion in 2016.", ["CHN", "WLD"]),
        ("Sales to China made up two thirds of total sales of $3 billion in 2016.", ["CHN", "WLD"]),
        ("North Korea sent China 3.7 million tons of coal worth $370 million in 2016.", ["CHN", "CHN"]),
        ("Imports from China were 85 percent of total imports of $3.2 billion in 2016.", ["CHN", "WLD"]),
        ("The North's exports to Russia were 2 percent of exports of $3 billion in 2016.", ["RUS", "WLD"]),
    ],
)  # fmt: skip
def test_a_whole_of_the_same_flow_is_with_everybody(text: str, partners: list[str]) -> None:
    """Of what the share to one country is a part goes to all; what goods are worth goes with them."""
    assert [one.partition(" ")[0] for one in told_in(text)] == partners


@pytest.mark.parametrize(
    "record",
    [
        "the highest this year",
        "the highest so far this year",
        "the biggest monthly figure of the year",
        "the most in any month this year",
        "the third straight rise this year",
    ],
)
def test_a_record_of_a_time_dates_nothing_that_follows(record: str) -> None:
    """The year in which September was highest is not that of the imports told next."""
    text = f"Exports to China rose to $55.7 million in September, {record}, while imports fell to $14.3 million."
    assert [one.rpartition(" ")[2] for one in told_in(text)] == ["2021-09", "2021-09"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Russia bought the most this year, taking 3 million tons of coal.", "2021"),
        ("China was the biggest buyer this year, with imports of $14.3 million from North Korea.", "2021"),
        ("Exports to China last year were the lowest of the decade at $3 million.", "2020"),
        ("The biggest rise last year was in textiles, whose exports to China reached $5 million.", "2020"),
    ],
)  # fmt: skip
def test_a_time_in_which_somebody_did_most_is_the_time_of_it(text: str, period: str) -> None:
    """Who bought the most this year bought it this year."""
    assert [one.rpartition(" ")[2] for one in told_in(text)] == [period]
