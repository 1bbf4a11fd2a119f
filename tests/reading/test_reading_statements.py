"""What texts say without a figure, by which way goods went, and who is told to have said so."""

from datetime import date

import pytest

from nktrade.core.claims import Claim, Reading, Statement
from nktrade.core.codes import Channel, Flow, Standing
from nktrade.core.documents import Document
from nktrade.core.period import Period
from nktrade.reading import read

PUBLISHED = date(2018, 8, 20)


def reading(text: str, day: date | None = PUBLISHED) -> Reading:
    """What one text says."""
    return read(Document(id="own", text=text, lang="en", date=day))


def said(text: str, day: date | None = PUBLISHED) -> Statement:
    """Its only statement."""
    (found,) = reading(text, day).statements
    return found


def claims(text: str) -> dict[str, Claim]:
    """Its claims by surface."""
    return {one.figure.surface: one for one in reading(text).claims}


@pytest.mark.parametrize(
    "text",
    [
        "Official trade between China and North Korea has ceased.",
        "Formal trade between North Korea and Russia has stopped, traders say.",
    ],
)
def test_official_trade_is_trade_that_customs_record(text: str) -> None:
    """That it ceased is nothing traded both ways, through customs, on the day of the text."""
    found = said(text)
    assert (found.says, found.flow, found.commodity) == ("ceased", Flow.TOTAL, "all")
    assert (found.channel, found.is_current) == (Channel.RECORDED, True)


def test_what_stopped_once_says_nothing_of_today() -> None:
    """Only a state that lasts speaks of the day of the text."""
    assert not said("Coal exports from North Korea to China stopped.").is_current


@pytest.mark.parametrize(
    ("text", "says", "when"),
    [
        ("By April 2018, smuggling from North Korea was eliminated.", "ceased", "2018-04"),
        ("In July 2018 smuggling with North Korea became more prevalent.", "rose", "2018-07"),
        ("In July 2018 smuggling with North Korea tapered off.", "fell", "2018-07"),
    ],
)
def test_smuggling_that_turns_is_a_dated_direction(text: str, says: str, when: str) -> None:
    """Trade outside customs has no goods of its own; it is all that crosses unrecorded."""
    found = said(text)
    assert (found.says, found.period) == (says, Period.of(when))
    assert (found.channel, found.flow, found.commodity) == (
        Channel.UNRECORDED,
        Flow.TOTAL,
        "all",
    )


@pytest.mark.parametrize(
    "text",
    [
        "North Korea's foreign reserves will be exhausted by October, a lawmaker said.",
        "Coal exports from North Korea to China are expected to resume in October.",
    ],
)
def test_a_forecast_without_a_figure_stays_a_forecast(text: str) -> None:
    """What is said of the future is kept, and is no report of trade."""
    assert said(text).standing is Standing.FORECAST


def test_a_source_that_goes_on_speaking_states_nothing_of_trade() -> None:
    """The word "continued" behind a speaker is about his words."""
    text = '"The coal goes to China," the source continued, "and to nobody else."'
    assert reading(text).statements == ()


def test_goods_of_a_country_fill_the_gap_of_their_buyer() -> None:
    """A clause with a subject and another country's goods says who buys from whom."""
    text = "China stopped imports of Australian coal, and Beijing is filling the gap with North Korean coal."
    gap = reading(text).statements[-1]
    assert (gap.flow, gap.reporter, gap.partner) == (Flow.IMPORT, "CHN", "PRK")


@pytest.mark.parametrize(
    ("text", "surface", "way"),
    [
        ("North Korea exported 500 tons of zinc to China by rail.", "500 tons", "rail"),
        (
            "Of 3.7 million tons of North Korean coal sold to China, 2.8 million tons went by transshipment.",
            "2.8 million tons",
            "ship-to-ship",
        ),
        (
            "Of 3.7 million tons of North Korean coal sold to China, 2.8 million tons went by transshipment.",
            "3.7 million tons",
            None,
        ),
        (
            "By ship-to-ship transfer North Korea bought 9,000 barrels of diesel.",
            "9,000 barrels",
            "ship-to-ship",
        ),
        (
            "North Korea shipped 5,000 tons of coal from Nampo to Huludao in June 2018.",
            "5,000 tons",
            "Nampo > Huludao",
        ),
        ("Traders in Dandong sold 40 tons of rice to Sinuiju.", "40 tons", None),
    ],
)
def test_a_way_stands_on_the_amount_that_went_it(text: str, surface: str, way: str | None) -> None:
    """A means is the nearest amount's alone; a pair of places needs words for both ends."""
    assert claims(text)[surface].route == way


def test_workers_are_counted_only_where_a_country_sends_them() -> None:
    """Ten thousand sent to Russia are labour in persons; those of a mine are nobody's trade."""
    sent = claims("North Korea is sending about 10,000 workers to Russia.")["10,000 workers"]
    assert (sent.figure.unit, sent.commodity, sent.partner) == ("person", "labour", "RUS")
    assert claims(
        "The mine in North Korea has 10,000 workers and exported 50 tons of ore."
    ).keys() == {"50 tons"}


def test_a_council_that_sets_rules_has_counted_nothing() -> None:
    """Its resolution and its committee are named by it; only the committee is a source."""
    resolution = (
        "After UN Security Council Resolution 2371, North Korea exported 500 tons of coal to China."
    )
    committee = (
        "The UN Security Council's Sanctions Committee said North Korea exported 500 tons of coal."
    )
    assert claims(resolution)["500 tons"].source == ()
    assert claims(committee)["500 tons"].source == ("UN 1718 Committee",)


def test_a_statement_is_told_by_its_own_paragraph() -> None:
    """An office of the paragraph before has not said what follows."""
    text = (
        "Chinese customs put North Korean coal exports at $12 million in June.\n\n"
        "Smuggling with North Korea continues."
    )
    assert said(text).source == ()


def test_what_was_smuggled_is_never_official() -> None:
    """No office certifies what passed no customs."""
    (one,) = claims("North Korea smuggled 3,000 tons of coal to China in 2019.").values()
    assert (one.channel, one.standing) == (Channel.UNRECORDED, Standing.ALLEGED)


@pytest.mark.parametrize(
    ("text", "flow", "goods", "channel"),
    [
        ("In return, minerals are shipped to China.", "export", ["minerals"], "unknown"),
        ("Coal and sand are smuggled to China.", "export", ["coal", "sand"], "unrecorded"),
        ("Trucks are imported from China.", "import", ["trucks"], "unknown"),
        (
            "Imported from China were buses, trucks, rebar, and cement.",
            "import",
            ["buses", "trucks", "rebar", "cement"],
            "unknown",
        ),
    ],
)
def test_goods_that_are_said_to_cross_are_a_statement_each(
    text: str, flow: str, goods: list[str], channel: str
) -> None:
    """Without a figure, that goods cross is more than nothing of each of them."""
    found = reading(f"{text} North Korea said nothing.").statements
    assert [(one.says, one.flow, one.commodity) for one in found] == [
        ("moved", flow, good) for good in goods
    ]
    assert {one.channel for one in found} == {channel}


@pytest.mark.parametrize(
    "text",
    [
        "North Korean coal is not exported to China.",
        "North Korean coal may be exported to China.",
        "Letters are shipped to North Korea.",
    ],
)
def test_what_does_not_cross_or_is_no_trade_is_no_statement(text: str) -> None:
    """A denial, a leave and things that are no goods state no trade."""
    assert reading(text).statements == ()


def test_goods_that_cross_with_a_figure_are_its_claim_alone() -> None:
    """Beside a figure the word is a deed like others: it says how much crossed."""
    found = reading("About 5,000 tons of North Korean coal are shipped to China each month.")
    assert found.statements == ()
    assert [one.commodity for one in found.claims] == ["coal"]
