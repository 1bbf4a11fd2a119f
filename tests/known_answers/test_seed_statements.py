"""Statements, ways, forecasts and workers of the five documents, on texts of our own.

The rows are those of docs/seeds.md. Sources: UN Panel of Experts, report of March 2020 (3.7 and 2.8
million tonnes); UN Security Council resolution 2397, paragraph 8; Chinese customs as printed by Reuters.
"""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from seed_reports import PUBLISHED, claims_of, errors_of, notes_of, report_of

import nktrade as nk
from nktrade.core.codes import Severity, Standing
from nktrade.core.period import Period

CROSSING = (
    "Buses come from China at night. In return, minerals and lumber are shipped to China, a trader "
    "in North Korea says. Dried squid and seafood are smuggled too."
)


def test_seed_5_goods_said_to_cross_without_a_figure_are_noted() -> None:
    """Lumber and seafood cross under bans of 2397 and 2371; squid is told under seafood."""
    report = report_of(CROSSING, date(2018, 8, 20))
    told = notes_of(report, "reported inside a ban")
    assert [one.partition(" exports")[0] for one in told] == ["lumber", "seafood"]
    assert "resolution 2397, paragraph 6" in told[0]
    assert "resolution 2371, paragraph 9" in told[1]
    assert errors_of(report) == []


TWICE = (
    "From January to August 2019 North Korea smuggled about 3.7 million tons of coal worth $370 million. "
    "About 2.8 million tons of coal, roughly 70% of the total, is thought to have gone by transshipment "
    "to China.\n\nThe annual cap on refined petroleum is 500,000 barrels.\n\nHow 3.7 million tons of "
    "coal could be moved by transshipment is not explained."
)


def test_seed_10_no_other_figure_of_the_text_hides_the_loose_share() -> None:
    """A later print of the whole, and a cap without a month, leave the warning as it is."""
    relations = nk.check(nk.load(TWICE, date=PUBLISHED), against="none").checked[0].relations
    (share,) = [one for one in relations if one.check == "share"]
    assert (share.severity, share.holds) == (Severity.WARNING, False)


def test_seed_11_all_of_it_by_the_way_of_its_part_is_a_warning() -> None:
    """First 2.8 of 3.7 million tonnes went from ship to ship, then all 3.7."""
    checked = nk.check(nk.load(TWICE, date=PUBLISHED), against="none").checked[0]
    (found,) = [one for one in checked.relations if one.check == "one amount under two qualifiers"]
    claims = {one.id: one for one in checked.reading.claims}
    assert found.severity is Severity.WARNING
    assert [claims[one].route for one in found.claims] == ["ship-to-ship", "ship-to-ship"]
    assert [float(claims[one].value) for one in found.claims] == [2_800_000, 3_700_000]


@pytest.mark.parametrize(
    "words",
    [
        "A 10,000-ton ship would need 370 voyages for that.",
        "It would take a 10,000-ton bulk carrier 370 trips to move the coal.",
        "Some 370 voyages of 10,000-ton freighters would be needed to carry it.",
    ],
)
def test_seed_12_loads_times_their_size_make_the_whole(words: str) -> None:
    """370 times 10,000 tonnes are 3.7 million, however it is said; one and a half a day follow."""
    text = (
        f"From January to August 2019 North Korea smuggled about 3.7 million tons of coal. {words}"
    )
    checked = nk.check(nk.load(text, date=PUBLISHED), against="none").checked[0]
    assert [one.holds for one in checked.relations if one.check == "loads"] == [True]
    (daily,) = [one.interval for one in checked.implied if one.cell.endswith("count/d")]
    assert Fraction(370, 243) in daily


CEASED = "Official trade between China and North Korea has ceased, a trader says."


def test_seed_4_official_trade_that_has_ceased_is_held_against_months() -> None:
    """Dated, the months that customs print after that day do not fit; undated, it is not checkable."""
    (dated,) = notes_of(report_of(CEASED, date(2018, 8, 20)), "said of months")
    assert "2018-06 217,158,000" in dated
    assert "does not fit these months" in dated
    (undated,) = notes_of(report_of(CEASED, None), "said of months")
    assert undated.endswith("is not checkable: it is not dated")


def test_seed_21_a_forecast_without_a_figure_is_kept_and_not_checkable() -> None:
    """That reserves will be exhausted is nobody's trade and still to come: kept, and said so."""
    report = report_of(
        "North Korea's foreign reserves will be exhausted by October, a lawmaker said."
    )
    (said,) = report.checked[0].reading.statements
    assert said.standing is Standing.FORECAST
    (told,) = notes_of(report, "said of months")
    assert told.endswith("is not checkable: it is a forecast")


def test_seed_22_workers_to_be_sent_are_labour_under_paragraph_8() -> None:
    """Ten thousand persons, planned: expected under the order of repatriation, and no error."""
    report = report_of("North Korea has the goal of sending about 10,000 workers to Russia.")
    (claim,) = report.checked[0].reading.claims
    assert (claim.figure.unit, claim.commodity, claim.partner) == ("person", "labour", "RUS")
    told = notes_of(report, "reported inside a ban")
    assert any(
        "expected under an order of repatriation: resolution 2397, paragraph 8" in one
        for one in told
    )
    assert errors_of(report) == []


@pytest.mark.parametrize(
    ("december", "end"), [(0, ": agrees"), (90_000, "does not fit these months")]
)
def test_seed_23_a_users_customs_file_speaks_where_it_has_the_months(
    tmp_path: Path, december: int, end: str
) -> None:
    """China's imports of Australian coal, said to have ceased in November 2020, beside a file of one's own."""
    file = tmp_path / "mine.csv"
    head = "period_start,flow,reporter,partner,commodity,unit,value\n"
    amounts = {"2020-10": 80_000, "2020-11": 10_000, "2020-12": december, "2021-01": 0}
    rows = [f"{month},import,CHN,AUS,coal,t,{tons}\n" for month, tons in amounts.items()]
    file.write_text(head + "".join(rows))
    text = "China suspended imports of Australian coal in November 2020."
    report = nk.check(nk.load(text, date=date(2021, 3, 20)), against=str(file))
    (told,) = [one for one in report.checked[0].relations if one.check == "said of months"]
    assert told.explanation.endswith(end)


def test_seed_23_north_korean_coal_that_fills_the_gap_is_a_statement_of_its_own() -> None:
    """Who buys whose coal follows from the clause, and not from the imports that stopped."""
    text = "China stopped imports of Australian coal, and Beijing is filling the gap with North Korean coal."
    said = report_of(text, date(2021, 3, 20)).checked[0].reading.statements[-1]
    assert (said.reporter, said.partner, said.flow) == ("CHN", "PRK", "import")


@pytest.mark.parametrize(
    ("north", "end"),
    [
        (81_234, ": agrees"),
        (1, "does not fit these figures"),
        (None, "no baseline has both flows of that time (2021-03-20) in one count"),
    ],
)
def test_seed_23_coal_that_made_up_for_another_is_held_against_both_flows(
    tmp_path: Path, north: int | None, end: str
) -> None:
    """A user's file of China's imports: Australian coal fell to nothing; North Korean rose, or did not."""
    file = tmp_path / "mine.csv"
    head = "period_start,flow,reporter,partner,commodity,unit,value\n"
    tons = {("AUS", "2020-02"): 4_123_456, ("AUS", "2021-02"): 0, ("PRK", "2020-02"): 123}
    tons |= {("PRK", "2021-02"): north} if north is not None else {}
    rows = (f"{when},import,CHN,{code},coal,t,{n}\n" for (code, when), n in tons.items())
    file.write_text(head + "".join(rows))
    text = (
        "Since China suspended imports of Australian coal, Beijing has been making up some of the "
        "shortfall with North Korean coal."
    )
    report = nk.check(nk.load(text, date=date(2021, 3, 20)), against=str(file))
    (told,) = [one for one in report.checked[0].relations if one.check == "said of two flows"]
    assert told.explanation.endswith(end)
    assert told.severity in {None, Severity.NOTE}


def test_seed_24_turning_points_of_smuggling_are_dated_and_not_checkable() -> None:
    """Eliminated by April, more prevalent since May: directions that no monthly baseline knows."""
    text = "As of April 2018 smuggling from North Korea was eliminated. In May 2018 it became more frequent again."
    report = report_of(text, date(2018, 8, 20))
    first = report.checked[0].reading.statements[0]
    assert (first.says, first.period) == ("ceased", Period.of("2018-04"))
    assert all("in no monthly baseline" in one for one in notes_of(report, "said of months"))


def test_seed_25_a_route_stands_on_its_claim() -> None:
    """From which port to which, and by what means."""
    text = "Around 5,000 tons of coal were shipped from Nampo to Huludao in June 2018."
    assert claims_of(text)["5,000 tons"].route == "Nampo > Huludao"
    by_rail = claims_of("North Korea exported 500 tons of zinc to China by rail in June 2018.")
    assert by_rail["500 tons"].route == "rail"


def test_seed_documents_err_in_the_flagship_and_two_citations_alone(shared: Path) -> None:
    """With every embedded baseline no other figure of the five is called wrong."""
    found = {
        seed.name[:3]: set(errors_of(nk.check(seed)))
        for seed in sorted((shared / "seeds").glob("00*_*.txt"))
    }
    flagship = {"total", "growth", "flow within total", "citation"}
    assert found == {"000": set(), "001": {"citation"}, "002": flagship, "003": set(), "004": set()}
