"""Which figures a time dates that does not stand beside them."""

from datetime import date

import pytest

from nktrade.core.documents import Document
from nktrade.reading import read

DAY = date(2019, 8, 20)


@pytest.mark.parametrize(
    "told",
    [
        "Wheat imports, which more than doubled in May, came to 500 tons.",
        "Wheat imports, which had fallen 12 percent in May, rose to 500 tons.",
        "Wheat imports, which hit a low in May, were 500 tons.",
    ],
)
def test_what_hangs_between_commas_dates_itself(told: str) -> None:
    """The text goes on about July, of which it speaks."""
    text = f"North Korea imported 9,000 tons of rice from China in July. {told}"
    claims = read(Document(id="own", text=text, date=DAY)).claims
    assert str(claims[-1].period) == "2019-07"
    assert {str(one.period) for one in claims[1:-1]} <= {"2019-05"}


def test_an_amount_is_dated_by_what_hangs_on_it_where_nothing_else_does() -> None:
    """Nobody has spoken of another month."""
    text = "North Korea's rice imports from China, which rose 12 percent in May, came to 500 tons."
    claims = read(Document(id="own", text=text, date=DAY)).claims
    assert {str(one.period) for one in claims} == {"2019-05"}


def test_what_had_been_hangs_on_goods_is_older() -> None:
    """The amount of a clause that looks back is held against nothing of the year spoken of."""
    text = (
        "North Korea's exports fell 83 percent to $292 million in 2018. Clothing, which had brought in "
        "half a billion dollars, all but vanished."
    )
    *_, older = read(Document(id="own", text=text, date=DAY)).claims
    assert (older.commodity, str(older.period)) == ("clothing", "2017")


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "Chile's copper exports to Japan were $2 billion in June 2019. For the quarter they reached $5 billion.",
            ["2019-06", "2019-04/2019-06"],
        ),
        (
            "Chile sold Japan copper worth $5 billion in the first quarter. Iron ore added $1 billion in the quarter.",
            ["2019-01/2019-03", "2019-01/2019-03"],
        ),
        (
            "Chile sold Japan copper worth $5 billion in the first quarter and iron ore for $1 billion in the quarter.",
            ["2019-01/2019-03", "2019-01/2019-03"],
        ),
        (
            "칠레의 대일 수출은 6월 20억 달러였다. 해당 분기 수출은 50억 달러였다.",
            ["2019-06", "2019-04/2019-06"],
        ),
        ("智利6月对日本出口20亿美元。该季度对日本出口50亿美元。", ["2019-06", "2019-04/2019-06"]),
    ],
)
def test_the_quarter_is_that_of_the_month_spoken_of(text: str, periods: list[str]) -> None:
    """A month told before says which; a quarter told before is it."""
    claims = read(Document(id="own", text=text, date=DAY)).claims
    assert [str(one.period) for one in claims] == periods


@pytest.mark.parametrize(
    ("told", "periods"),
    [
        (
            "Chile sold Japan $3 million of wine in March and $4 million in April 2017.",
            ["2017-03", "2017-04"],
        ),
        (
            "Chile's exports to Japan were $3 million in May, $4 million in June and $5 million in July 2017.",
            ["2017-05", "2017-06", "2017-07"],
        ),
        (
            "Chile shipped 30 tons of salmon to Peru in January and 90 tons in the first quarter of 2017.",
            ["2017-01", "2017-01/2017-03"],
        ),
        (
            "Chile sold wine worth $3 million to Japan in March and copper worth $4 million to India in May last year.",
            ["2018-03", "2018-05"],
        ),
        (
            "Chile's exports to Japan were $3 million in March, compared with $4 million in April 2017.",
            ["2019-03", "2017-04"],
        ),
        (
            "Chile's exports to Japan were $3 million in March, up from $4 million in April 2017.",
            ["2019-03", "2017-04"],
        ),
        (
            "Chile sold Japan $3 million of wine in March and had sold it $4 million in March 2017.",
            ["2019-03", "2017-03"],
        ),
        (
            "Chile sold Japan wine for $3 million in June, against $4 million in May and $2 million in June 2018.",
            ["2019-06", "2019-05", "2018-06"],
        ),
        (
            "Chile sold Japan $3 million of wine in May and $4 million in February 2017.",
            ["2019-05", "2017-02"],
        ),
    ],
)
def test_the_year_of_a_list_may_stand_with_its_last_time(told: str, periods: list[str]) -> None:
    """What something is compared with has a year of its own, as has a month that would come later."""
    claims = read(Document(id="own", text=told, date=DAY)).claims
    assert [str(one.period) for one in claims] == periods
