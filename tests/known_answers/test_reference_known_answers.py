"""Published facts that the tables must give back."""

import csv
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from nktrade import reference
from nktrade.core.period import Period


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("408", "PRK"),
        ("410", "KOR"),
        ("KP", "PRK"),
        ("KR", "KOR"),
        ("490", "TWN"),
        ("579", "NOR"),
        ("699", "IND"),
        ("757", "CHE"),
        ("842", "USA"),
        ("251", "FRA"),
        ("381", "ITA"),
        ("473", "A79"),
        ("532", "ANT"),
        ("658", "KNA"),
        ("849", "PUS"),
        ("0", "WLD"),
        ("W00", "WLD"),
        ("97", "EUU"),
        ("NA", "NAM"),
        ("004", "AFG"),
    ],
)
def test_comtrade_codes_are_not_always_m49(written: str, code: str) -> None:
    """Comtrade's own codes, M49, alpha-2 and the two Koreas resolve as UN Comtrade lists them."""
    assert reference.area(written).code == code


def test_resolution_2371_is_of_5_august_2017() -> None:
    """UN 1718 Committee, list of resolutions."""
    assert reference.resolutions()[2371].adopted == date(2017, 8, 5)


def test_resolution_2379_is_about_another_matter() -> None:
    """UN page on resolution 2379: crimes of ISIL in Iraq, 21 September 2017."""
    other = reference.resolutions()[2379]
    assert (other.is_dprk, other.resembles, other.adopted) == (False, 2397, date(2017, 9, 21))


def test_the_caps_of_petroleum() -> None:
    """Resolution 2397, paragraphs 4 and 5: 4,000,000 barrels or 525,000 tons; 500,000 barrels."""
    day = date(2018, 6, 1)
    crude = reference.measures_binding("crude oil", "import", day)
    refined = reference.measures_binding("diesel", "import", day)
    assert [(one.cap, one.cap_unit, one.other_cap) for one in crude] == [
        (4_000_000, "bbl", 525_000)
    ]
    assert [(one.paragraph, one.cap) for one in refined] == [("5", 500_000)]


def test_the_year_of_the_refined_cap_is_the_calendar_year() -> None:
    """Resolution 2397, paragraph 5: twelve months beginning on 1 January 2018 and each after."""
    (cap,) = reference.measures_binding("refined petroleum", "import", date(2021, 8, 3))
    assert cap.allowance(date(2021, 8, 3)) == Period.of("2021")


def test_the_year_of_the_crude_cap_begins_on_22_december() -> None:
    """Resolution 2397, paragraph 4: twelve months from adoption."""
    (cap,) = reference.measures_binding("crude oil", "import", date(2019, 3, 1))
    assert cap.allowance(date(2019, 3, 1)) == Period.of("2018-12-22/2019-12-21")


def test_the_coal_cap_ended_with_the_ban() -> None:
    """Resolution 2321, paragraph 26(b), replaced by resolution 2371, paragraph 8."""
    before = reference.measures_binding("anthracite", "export", date(2017, 8, 4))
    after = reference.measures_binding("anthracite", "export", date(2017, 8, 5))
    assert [(one.resolution, one.cap) for one in before] == [(2321, 400_870_018)]
    assert [(one.resolution, one.kind) for one in after] == [(2371, "ban")]


@pytest.mark.parametrize(
    ("commodity", "flow", "paragraphs"),
    [
        ("sand", "export", ["2397/6"]),
        ("cement", "export", ["2397/6"]),
        ("squid", "export", ["2371/9"]),
        ("clothing", "export", ["2375/16"]),
        ("machinery", "export", ["2397/6"]),
        ("machinery", "import", ["2397/7"]),
        ("trucks", "import", ["2397/7"]),
        ("rebar", "import", ["2397/7"]),
        ("copper ore", "export", ["2321/28"]),
        ("labour", "export", ["2375/17", "2397/8"]),
        ("molybdenum ore", "export", []),
        ("wigs", "export", []),
        ("rice", "import", []),
        ("fertilizer", "import", []),
        ("seafood", "import", []),
    ],
)
def test_which_paragraph_binds_what_in_2019(
    commodity: str, flow: str, paragraphs: list[str]
) -> None:
    """The register against the headings of the resolutions; wigs and molybdenum are in none."""
    found = reference.measures_binding(commodity, flow, date(2019, 7, 1))
    assert [f"{one.resolution}/{one.paragraph}" for one in found] == paragraphs


def test_workers_were_to_be_home_by_22_december_2019() -> None:
    """Resolution 2397, paragraph 8: within 24 months of adoption."""
    deadlines = {one.deadline for one in reference.measures_of(2397) if one.deadline}
    assert deadlines == {date(2019, 12, 22)}


def test_five_hundred_thousand_barrels_are_43_000_to_91_000_tonnes() -> None:
    """Petroleum coke 5.52 to liquefied gas 11.65 barrels a tonne (UN Statistics Division)."""
    factor = reference.barrels_per_tonne("refined petroleum")
    assert factor.low is not None
    assert factor.high is not None
    assert round(500_000 / factor.high, -3) == 43_000
    assert round(500_000 / factor.low, -3) == 91_000


def test_the_committee_counts_8_33_barrels_a_tonne() -> None:
    """UN 1718 Committee, August 2021: 1,410 t are 11,745 barrels."""
    factor = reference.barrels_per_tonne("refined petroleum", "UN 1718 Committee")
    assert Fraction(11_745, 1_410) in factor


def test_one_hundred_dollars_a_ton_of_coal_and_22_of_sand_are_near_what_was_printed() -> None:
    """Panel of Experts 2020: $370 m for 3.7 Mt of coal, $22 m for 1 Mt of sand."""
    coal, sand = reference.price_range("coal"), reference.price_range("river sand")
    assert coal is not None
    assert sand is not None
    assert Fraction(100) in coal
    assert Fraction(22) in sand
    assert Fraction(1000) not in coal


def test_headings_that_are_free_in_the_facts_are_bound_by_nothing(shared: Path) -> None:
    """No heading that the facts call free falls under a measure, in the direction they name."""
    rows = [row for row in facts(shared, "hs_headings") if row["un_restriction"] == "none"]
    bound = [
        row["hs"]
        for row in rows
        for measure in reference.measures()
        if row["direction"] == f"DPRK {measure.flow}"
        and any(row["hs"].replace(".", "").startswith(heading) for heading in measure.hs)
    ]
    assert bound == []


def facts(shared: Path, name: str) -> list[dict[str, str]]:
    with (shared / "facts" / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_resolution_of_the_facts_is_in_the_register(shared: Path) -> None:
    """Number, day of adoption and whether it is about the DPRK agree, and none is added."""
    rows = {int(row["resolution"]): row for row in facts(shared, "sanctions")}
    known = reference.resolutions()
    assert set(rows) == set(known)
    for number, row in rows.items():
        assert known[number].adopted == date.fromisoformat(row["adoption_date"])
        assert known[number].is_dprk != row["subject"].startswith("NOT DPRK")


def test_every_ban_and_cap_of_the_facts_is_a_measure(shared: Path) -> None:
    """Each paragraph that bans or caps stands in the register, with its number where it has one."""
    flows = {"DPRK export": "export", "DPRK import": "import"}
    for row in facts(shared, "sanctions"):
        words = row["measure"].split("(")[0].split()
        if not words or words[0] not in {"ban", "cap"} or not row["paragraph"]:
            continue
        found = [
            one
            for one in reference.measures_of(int(row["resolution"]))
            if one.paragraph == row["paragraph"] and one.flow == flows[row["direction"]]
        ]
        assert found, row
        if row["cap_value"]:
            caps = [one for one in found if one.cap == int(row["cap_value"])]
            assert caps, row
            assert {one.first for one in caps} == {date.fromisoformat(row["period_start"])}


def test_every_factor_of_the_facts_is_a_density(shared: Path) -> None:
    """All sourced barrels per tonne are held, as many as the facts give."""
    rows = [
        row["value"]
        for row in facts(shared, "conversions")
        if row["kind"] == "barrels per tonne" and row["source_id"]
    ]
    assert sorted(rows) == sorted(one.barrels_per_tonne for one in reference.densities())
