"""What the five documents describe, on texts of our own with the documents' figures.

The rows are those of docs/seeds.md. Sources: UN Panel of Experts, report of March 2020, as printed by
Kyodo and Jiji (3.7 and 2.8 million tonnes, 370 million dollars, 1 million tonnes of sand, 22 million
dollars); UN Security Council resolutions 2371 and 2397; Chinese customs as printed by Reuters.
"""

from datetime import date
from pathlib import Path

import pytest
from seed_reports import SMUGGLED, claims_of, errors_of

import nktrade as nk
from nktrade.core.codes import Channel
from nktrade.core.period import Period
from nktrade.reference.commodities import commodities
from nktrade.reference.measures import measures_of
from nktrade.reference.places import places


def test_seed_2_smuggled_goods_did_not_pass_customs() -> None:
    """What was smuggled is unrecorded; what customs counted is recorded."""
    smuggled = claims_of(SMUGGLED)["$370 million"]
    counted = claims_of("Chinese customs put imports from North Korea at $215 million in 2019.")
    assert smuggled.channel is Channel.UNRECORDED
    assert counted["$215 million"].channel is Channel.RECORDED


def test_seed_7_measures_of_2397_are_in_the_register() -> None:
    """Paragraph 7 bars machinery and vehicles; paragraph 8 sends workers home by 22 December 2019."""
    seventh = [one for one in measures_of(2397) if one.paragraph == "7"]
    (eighth,) = [one for one in measures_of(2397) if one.paragraph == "8"]
    assert any(one.covers("vehicles") for one in seventh)
    assert any(one.covers("machinery") for one in seventh)
    assert eighth.deadline == date(2019, 12, 22)


def test_seed_9_the_refined_cap_is_a_cap() -> None:
    """500,000 barrels a year is read as a limit, and as no amount that was traded."""
    text = "Imports of refined petroleum by North Korea are capped at 500,000 barrels a year."
    cap = claims_of(text)["500,000 barrels"]
    assert (cap.kind, cap.commodity, cap.value) == ("cap", "refined petroleum", 500_000)


def test_seed_14_at_least_a_million_tons_has_no_upper_end() -> None:
    """The words "at least" open the interval above; sand is HS 2505, barred by paragraph 6 of 2397."""
    sand = claims_of("North Korea exported at least 1 million tons of sand to China in 2019.")
    amount = sand["1 million tons"].amount.printed
    assert (amount.low, amount.high) == (1_000_000, None)
    assert commodities()["sand"].hs == ("2505",)
    assert [one.paragraph for one in measures_of(2397) if one.covers("sand")] == ["6"]


def test_seed_18_a_chain_of_sources_ends_at_who_counted() -> None:
    """What one agency prints of the Panel's has the Panel at its root."""
    text = (
        "Kyodo reported, citing the UN Panel of Experts, that North Korea exported 3.7 million tons "
        "of coal to China in 2019."
    )
    assert claims_of(text)["3.7 million tons"].source == ("Kyodo", "UN Panel of Experts")


def test_seed_20_doubt_stands_beside_its_claim() -> None:
    """The words of doubt are kept with the figure that they concern."""
    text = (
        "North Korea exported 5,000 tons of coal to China in June 2018, which is hard to believe."
    )
    assert claims_of(text)["5,000 tons"].doubt == "hard to believe"


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("Nampho", "Nampo"),
        ("Najin", "Rajin"),
        ("Amrok", "Yalu River"),
        ("葫芦岛", "Huludao"),
        ("단둥", "Dandong"),
        ("Musan mine", "Musan mine"),
        ("Songgari mine", "Songgari"),
        ("Hyesan-Changbai border", "Hyesan-Changbai"),
    ],
)
def test_seed_25_places_are_known_by_their_aliases(alias: str, name: str) -> None:
    """Ports, crossings, rivers and mines have one name however they are written."""
    assert places()[alias].name == name


def test_seed_25_a_place_stands_on_its_claim() -> None:
    """The port that a figure is said of is kept with it."""
    text = "Around 5,000 tons of coal left Nampo for Huludao in June 2018."
    assert claims_of(text)["5,000 tons"].place == "Nampo"


@pytest.mark.parametrize(
    ("goods", "flow"),
    [
        ("molybdenum", "export"),
        ("dried squid", "export"),
        ("rebar", "import"),
        ("cement", "import"),
        ("gasoline", "import"),
        ("lumber", "export"),
        ("cosmetics", "import"),
        ("clothing", "export"),
        ("electronics", "import"),
    ],
)
def test_seed_27_goods_are_read_by_name(goods: str, flow: str) -> None:
    """Each ware is read with its flow and stands in the table of commodities."""
    verb, side = ("exported", "to") if flow == "export" else ("imported", "from")
    text = f"North Korea {verb} 30 tons of {goods} {side} China in June 2018."
    found = claims_of(text)["30 tons"]
    assert (found.commodity, found.flow) == (goods, flow)


def test_seed_28_an_actor_stands_on_its_claim() -> None:
    """Who is said to have traded is kept with the figure, by one name."""
    text = "Office 39 exported 5,000 tons of gold to China in June 2018."
    assert claims_of(text)["5,000 tons"].actor == "Room 39"


def test_seed_30_a_relative_period_needs_a_date_line() -> None:
    """The words "in June" of a dated text are that June; of an undated text it is missing or inferred."""
    text = "North Korea exported 5,000 tons of coal to China in June."
    assert claims_of(text)["5,000 tons"].period == Period.of("2019-06")
    undated = nk.read(nk.load(text)).checked[0].reading.claims[0]
    assert "period" in (*undated.inferred, *undated.missing)


def test_seed_31_a_captions_date_sets_no_period() -> None:
    """A photograph of another year beside a figure leaves the figure's period alone."""
    text = (
        "North Korea exported 5,000 tons of coal to China.\n\nPhoto: a market in Hyesan, March 2010"
    )
    assert claims_of(text)["5,000 tons"].period is None


def test_seed_33_numbers_that_are_no_trade_are_not_read() -> None:
    """Distances, meals, interpreters and telephones are no figures of trade."""
    text = (
        "The border is 1,400 km long. Workers get two meals a day, and 4 interpreters came along. "
        "Call 02-555-1234."
    )
    assert claims_of(text) == {}


def test_seed_documents_without_figures_give_none(shared: Path) -> None:
    """The first and the last document hold no trade figure, and none is read."""
    seeds = sorted((shared / "seeds").glob("00[04]_*.txt"))
    reports = [nk.check(seed) for seed in seeds]
    assert [len(one.claims) for one in reports] == [0, 0]
    assert all(errors_of(one) == [] for one in reports)


@pytest.mark.parametrize(("words", "least"), [("Dozens", 24), ("Hundreds", 200)])
def test_seed_29_a_vague_count_is_open_above(words: str, least: int) -> None:
    """Dozens are at least two dozen, hundreds at least two hundred; no upper end."""
    reading = nk.read(f"{words} of trucks carry North Korean coal to China.").checked[0].reading
    (found,) = reading.statements
    assert (found.interval.low, found.interval.high) == (least, None)


def test_seed_29_countless_gives_no_number() -> None:
    """Nothing is made of what counts nothing."""
    reading = nk.read("Countless boats carry North Korean coal to China.").checked[0].reading
    assert not [one for one in reading.statements if one.says == "count"]
    assert reading.claims == ()


def test_seed_30_a_resolutions_day_bounds_the_year() -> None:
    """Where 2397 was adopted "last December", June without a year is June 2018, marked inferred."""
    text = (
        "Resolution 2397 was adopted last December. In June North Korea's exports to China came to "
        "$12.97 million, Chinese customs said."
    )
    (claim,) = nk.read(nk.load(text)).checked[0].reading.claims
    assert claim.period == Period.of("2018-06")
    assert "period" in claim.inferred
