"""What is found in texts of our own with the figures of the five documents.

The rows are those of docs/seeds.md; the sources are named in test_seed_rows.py.
"""

from datetime import date
from pathlib import Path

from seed_reports import PUBLISHED, SMUGGLED, errors_of, notes_of, report_of

import nktrade as nk
from nktrade.core.codes import Severity, Standing


def test_seed_3_more_smuggled_than_recorded_is_no_error() -> None:
    """370 million of unrecorded coal above 215 million of all recorded imports of 2019 accuses nobody."""
    report = nk.check(nk.load(SMUGGLED, date=PUBLISHED))
    amounts = report.claims.set_index("surface")["value"]
    assert amounts["3.7 million tons"] == 3_700_000
    assert amounts["$370 million"] == 370_000_000
    assert errors_of(report) == []


def test_seed_10_a_loose_share_is_a_warning_and_no_error() -> None:
    """2.8 of 3.7 million tonnes against "roughly 70 percent" is loose, and never an error."""
    report = nk.check(
        nk.load(
            "North Korea exported about 3.7 million tons of coal to China from January to August "
            "2019. About 2.8 million tons of the coal, roughly 70 percent of the total, went by "
            "transshipment.",
            date=PUBLISHED,
        ),
        against="none",
    )
    (share,) = [one for one in report.checked[0].relations if one.check == "share"]
    assert share.severity is Severity.WARNING
    assert errors_of(report) == []


def test_seed_19_what_is_alleged_is_not_official() -> None:
    """An allegation and a customs figure of one month differ in standing, and are not added."""
    report = nk.check(
        nk.load(
            "Chinese customs put North Korean coal exports at $12 million in June 2018. A defector "
            "alleged that coal worth $50 million was smuggled to China in June 2018.",
            date=date(2018, 8, 20),
        ),
        against="none",
    )
    standings = report.claims.set_index("surface")["standing"]
    assert standings["$12 million"] == Standing.OFFICIAL
    assert standings["$50 million"] == Standing.ALLEGED
    assert "sum" not in set(report.relations["type"])
    assert errors_of(report) == []


def test_seed_003_ends_in_no_error(shared: Path) -> None:
    """With every embedded baseline the estimates of the third report accuse nobody."""
    (seed,) = (shared / "seeds").glob("003_*.txt")
    report = nk.check(seed)
    assert Severity.ERROR not in set(report.findings["severity"])


def test_seed_2_the_gap_between_channels_is_told() -> None:
    """370 million smuggled beside at most 225 million of all recorded trade is a note with its interval."""
    (told,) = notes_of(report_of(SMUGGLED), "recorded and unrecorded")
    assert "recorded imports of all goods in 2019" in told
    assert "never added" in told


def test_seed_4_ceased_trade_beside_an_amount_is_a_note() -> None:
    """A statement that means nothing was traded, beside a figure of that month, is told and accuses nobody."""
    report = report_of(
        "Traders say that coal exports to China have ceased in June 2018. Chinese customs put North "
        "Korea's coal exports to China at $12 million in June 2018.",
        date(2018, 8, 20),
    )
    assert notes_of(report, "said to be nothing")
    assert errors_of(report) == []


def test_seed_5_activity_inside_a_ban_names_its_paragraph() -> None:
    """Seafood that crosses the border in August 2018 is reported inside a ban of 2371."""
    report = report_of(
        "North Korean seafood exports to China continue, traders say.", date(2018, 8, 20)
    )
    (told,) = notes_of(report, "reported inside a ban")
    assert "resolution 2371, paragraph 9" in told
    assert errors_of(report) == []


def test_seed_6_a_resolution_with_another_day_is_found() -> None:
    """2371 is of 5 August 2017, not of July."""
    text = "Coal exports have been banned since Resolution 2371 was adopted in July 2017."
    (reference,) = report_of(text, date(2018, 8, 20)).checked[0].references
    assert (reference.number, reference.date_ok) == (2371, False)


def test_seed_8_the_register_says_which_resolution_covers_which_goods() -> None:
    """Coal and iron ore are of 2371; copper, nickel and zinc are of others, and the citation says so."""
    text = "After Resolution 2371 the army lost its income from exports of coal, copper and zinc."
    (reference,) = report_of(text, date(2018, 8, 20)).checked[0].references
    assert (
        "no measure on copper in resolution 2371, but in resolution 2321" in reference.explanation
    )
    assert "coal" not in reference.explanation


def test_seed_9_several_times_a_cap_is_open_above() -> None:
    """What is claimed to be several times the cap follows as an amount without an upper end."""
    report = report_of(
        "North Korea may import 500,000 barrels of refined petroleum a year under UN Resolution "
        "2397. The United States claimed it imported several times that amount."
    )
    (told,) = [one.interval for one in report.checked[0].implied]
    assert told.high is None
    assert told.low is not None
    assert told.low > 1_000_000
    assert errors_of(report) == []


def test_seed_13_prices_follow_and_lie_in_their_range() -> None:
    """370 million dollars for 3.7 million tonnes is about 100 dollars a tonne, as others printed."""
    report = report_of(SMUGGLED)
    prices = [one.interval for one in report.checked[0].implied if one.cell.endswith("USD/t")]
    assert any(100 in price for price in prices)
    assert [one.holds for one in report.checked[0].relations if "price" in one.check] == [True]


def test_seed_15_what_follows_is_told_with_its_assumption() -> None:
    """3.7 million tonnes in eight months are 462 thousand a month, if each month had as much."""
    followed = [one for one in report_of(SMUGGLED).checked[0].implied if "t/month" in one.cell]
    assert [462_500 in one.interval for one in followed] == [True]
    assert followed[0].assumptions == ("as much in every month",)


def test_seed_16_a_table_without_cells_is_noted() -> None:
    """Its caption and unit stand there, its cells do not, and the reading says so."""
    text = (
        "The table below shows trade from January to June 2018.\n\n"
        "Unit: millions of USD / Source: Chinese customs"
    )
    reading = nk.read(nk.load(text, date=PUBLISHED)).checked[0].reading
    assert any("cells are absent" in note for note in reading.notes)


def test_seed_23_a_statement_about_others_is_said_to_be_not_checkable() -> None:
    """That Australian coal was suspended is kept, and told as not checkable against the baselines."""
    report = report_of("China suspended imports of Australian coal.", date(2021, 3, 20))
    (told,) = notes_of(report, "said of months")
    assert "not checkable" in told
