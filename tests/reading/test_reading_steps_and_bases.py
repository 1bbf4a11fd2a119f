"""What a change is measured from, and when the old level beside it was."""

from datetime import date

import pytest

from nktrade.core.claims import Claim
from nktrade.core.codes import Kind
from nktrade.core.documents import Document
from nktrade.reading import read


def claim(text: str, surface: str, day: str) -> Claim:
    """The claim whose figure is printed so."""
    claims = read(Document(id="own", text=text, date=date.fromisoformat(day))).claims
    return next(one for one in claims if one.figure.surface == surface)


@pytest.mark.parametrize(
    ("text", "surface", "day", "period"),
    [
        (
            "North Korea sold coal at $76.5 a ton in the first half. A year earlier the price had stood at $83.9.",
            "$83.9",
            "2014-08-25",
            "2013-01/2013-06",
        ),
        (
            (
                "India took 1.9 million barrels a day in June. OPEC's share of its imports was 46 percent in June. "
                "It was 51 percent in the same month of 2023."
            ),
            "51 percent",
            "2024-07-05",
            "2023-06",
        ),
        (
            (
                "China imported 9.5 million tons of soybeans in August, 9 percent more than in July. In the first "
                "eight months it imported 67 million tons, up 4 percent from 64 million tons."
            ),
            "64 million tons",
            "2021-09-14",
            "2020-01/2020-08",
        ),
        (
            (
                "The EU imported 1.48 million tons of LNG in May, up from 1.31 million tons a year earlier. Russia's "
                "deliveries to it fell to 390,000 tons from 510,000 tons."
            ),
            "510,000 tons",
            "2024-06-19",
            "2023-05",
        ),
        (
            (
                "Chinese exports to the North were $14.51 million in May, against $98.1 million in April. Imports "
                "inched up to $5.8 million from $4.2 million."
            ),
            "$4.2 million",
            "2022-06-20",
            "2022-04",
        ),
        (
            "Australia's surplus narrowed to A$8.73 billion in July from a revised A$17.13 billion in June.",
            "A$17.13 billion",
            "2022-09-08",
            "2022-06",
        ),
        (
            (
                "China imported goods worth $118.7 million from the North in January-July, a gain of 6.1 percent on "
                "the $111.9 million of last year's first seven months."
            ),
            "$111.9 million",
            "2019-08-20",
            "2018-01/2018-07",
        ),
        (
            (
                "China's exports to North Korea in January and February were $3,000. Last year, in the same two "
                "months, they had amounted to $198 million."
            ),
            "$198 million",
            "2021-03-19",
            "2020-01/2020-02",
        ),
    ],
)
def test_an_old_level_was_a_step_before(text: str, surface: str, day: str, period: str) -> None:
    """As far back as the words or the sentence before step, and no half-year against a month."""
    assert str(claim(text, surface, day).period) == period


@pytest.mark.parametrize(
    ("text", "surface", "base"),
    [
        ("KITA said North Korea's trade with China halved in 2018.", "halved", "previous_year"),
        ("South Korea's gas imports more than doubled in May.", "doubled", "year_earlier"),
        ("China's exports to the North grew tenfold in May.", "tenfold", "year_earlier"),
        (
            "China's exports to the North in May were twice the total of its imports.",
            "twice the",
            None,
        ),
        (
            (
                "Between 2009 and 2012 China's purchases of coal went from 3.6 million tons to 11.8 million tons, "
                "a 3.3-fold rise."
            ),
            "3.3-fold",
            None,
        ),
        (
            (
                "South Korea's exports rose 5 percent in May. China took $10.4 billion and the U.S. $11.24 billion, "
                "0.5 percent less."
            ),
            "0.5 percent",
            "year_earlier",
        ),
        ("The United States' imports rose 0.5 percent in May.", "0.5 percent", "month_earlier"),
        (
            (
                "Taiwan's imports were down 9.2 percent in May to $28.7 billion, so the surplus was $2.35 billion, "
                "after $2.34 billion in April."
            ),
            "9.2 percent",
            "year_earlier",
        ),
        (
            "Taiwan's exports rose 4.5 percent in May to $40.57 billion, slower than April's 16.8 percent.",
            "4.5 percent",
            "year_earlier",
        ),
        (
            (
                "For 2018 as a whole exports of China fell 4.6 percent, the first annual decline since 2016, and "
                "imports were down 5.5 percent."
            ),
            "5.5 percent",
            "previous_year",
        ),
        (
            "China's exports to the North rose 12 percent in May, the strongest showing for any month since 2014.",
            "12 percent",
            "year_earlier",
        ),
        (
            "China's exports to the North have grown 40 percent since 2016.",
            "40 percent",
            "since:2016",
        ),
        (
            "Shipments of iron ore to China hit 64.6 million tons in May, 5.2 percent more than last year.",
            "5.2 percent",
            "year_earlier",
        ),
    ],
)
def test_what_a_change_is_measured_from(text: str, surface: str, base: str | None) -> None:
    """As the words say; a record, the rate of another month and a balance beside it are nobody's base."""
    assert claim(text, surface, "2019-06-20").base == base


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (
            "In April-October, the first seven months of this fiscal year, India imported 5 million tons of coal.",
            "2024-04/2024-10",
        ),
        (
            "India's steel imports in April-September, the first half of its fiscal year 2024/25, were 5 million tons.",
            "2024-04/2024-09",
        ),
        (
            "Bangladesh exported 5 million tons in the first eleven months of the fiscal year 2023-24.",
            "2023-07/2024-05",
        ),
        (
            "Pakistan exported 5 million tons in the first quarter of fiscal 2024-25.",
            "2024-07/2024-09",
        ),
        ("Japan exported 5 million tons in the first half of fiscal 2024.", "2024-04/2024-09"),
        (
            "Russia's wheat exports since the start of the season on July 1 stand at 5 million tons.",
            "2024-07/2024-10",
        ),
        (
            "North Korea exported 5 million tons of coal in the first quarter of 2024.",
            "2024-01/2024-03",
        ),
        (
            (
                "The institute writes in the October issue of its review that North Korea's exports of coal were "
                "5 million tons in 2023."
            ),
            "2023",
        ),
    ],
)
def test_parts_of_a_fiscal_year_and_of_a_season(text: str, period: str) -> None:
    """Counted from where the year of that country begins; the number of a journal is no time."""
    assert str(claim(text, "5 million tons", "2024-11-21").period) == period


def test_a_label_in_brackets_dates_the_amount_that_it_stands_before() -> None:
    """The amount before the brackets is of the month that the text is about."""
    text = "China-DPRK trade, December 2021\n\n* Exports to the DPRK: $48.72 million (Nov.: $37.26 million)"
    assert str(claim(text, "$48.72 million", "2022-02-22").period) == "2021-12"
    assert str(claim(text, "$37.26 million", "2022-02-22").period) == "2021-11"


def test_a_forecast_for_the_calendar_year_is_no_claim_of_the_month() -> None:
    """The month that the text is about does not hold it."""
    text = (
        "Brazil exported 13.46 million tons of soybeans in May. Traders see exports of 97.8 million tons "
        "in the calendar year."
    )
    assert str(claim(text, "97.8 million tons", "2024-06-05").period) == "2024"


@pytest.mark.parametrize(
    "told", ["a decline of $1.4 billion", "down $1.4 billion", "$1.4 billion less than in April"]
)
def test_a_change_behind_a_part_is_the_part_s(told: str) -> None:
    """Crude oil fell by so much, and not all goods."""
    text = f"U.S. goods exports slipped 1.5% to $165.9 billion in May, of which crude oil made up $8.4 billion, {told}."
    assert claim(text, "$1.4 billion", "2023-07-06").commodity == "crude oil"


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("compared with 6.2 million tons from Saudi Arabia", "2023-09"),
        ("compared with 6.2 million tons a year earlier", "2022-09"),
        ("compared with 6.2 million tons from Saudi Arabia in August", "2023-08"),
        ("compared with 6.2 million tons from Russia a year earlier", "2022-09"),
    ],
)
def test_a_rival_is_of_the_same_time(told: str, period: str) -> None:
    """What came from another country at the same time is no old level."""
    text = f"In September China imported 8.8 million tons of crude from Russia, {told}."
    assert str(claim(text, "6.2 million tons", "2023-11-07").period) == period


@pytest.mark.parametrize(
    ("told", "base"),
    [
        ("slower than March's 4.0 percent rise, and imports dropped 2.2 percent", "year_earlier"),
        ("after a 4.0 percent rise in March, and imports dropped 2.2 percent", "year_earlier"),
        ("5.0 percent below March's level, and imports dropped 2.2 percent", "month_earlier"),
    ],
)
def test_the_rate_of_another_month_is_nobody_s_base(told: str, base: str) -> None:
    """It is compared with a rate; an amount of that month is what others may be measured from."""
    text = f"Japan's exports were 9.16 trillion yen in April, {told} to 9.27 trillion yen."
    assert claim(text, "2.2 percent", "2025-05-21").base == base


def test_minus_tells_a_fall() -> None:
    """As a sign in front of the number does."""
    found = claim(
        "China's exports to the DPRK in May: $219.1 million, minus 52.7 per cent on the year.",
        "52.7 per cent",
        "2020-06-28",
    )
    assert (str(found.kind), found.sign) == ("change_pct", "-")


def test_the_first_month_of_a_season_is_that_month() -> None:
    """The season only says where the month lies; a calendar year up to July has seven months."""
    text = (
        "Brazil exported coffee for $433 million in July, the first month of the 2021/22 season. "
        "In the calendar year to July shipments were worth $3.2 billion."
    )
    assert str(claim(text, "$433 million", "2021-08-31").period) == "2021-07"
    assert str(claim(text, "$3.2 billion", "2021-08-31").period) == "2021-01/2021-07"


@pytest.mark.parametrize("most", ["under", "less than", "just below", "over", "well above"])
def test_by_says_that_a_bound_is_of_a_step(most: str) -> None:
    """It shrank by under 130 million is a step; it fell under 130 million is a level."""
    text = f"Japan's exports to the U.S. {{}} {most} $130 million in July 2025."
    found = [
        read(Document(id="own", text=text.format(way), date=date(2025, 8, 20))).claims[0].kind
        for way in ("shrank by", "were")
    ]
    assert found == [Kind.CHANGE_ABS, Kind.LEVEL]
