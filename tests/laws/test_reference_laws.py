"""Laws of the tables: codes are unique, parents exist, no name means two things, periods are ordered."""

import dataclasses
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nktrade import reference
from nktrade.core.period import Period
from nktrade.reference.commodities import heading_holds

TABLES = {
    "areas": lambda: list(reference.areas().values()),
    "commodities": lambda: list(reference.commodities().values()),
    "compilers": lambda: list(reference.compilers().values()),
    "currencies": lambda: list(reference.currencies().values()),
    "hedges": lambda: list(reference.hedges().values()),
    "places": lambda: list(reference.places().values()),
    "actors": lambda: list(reference.actors().values()),
    "resolutions": lambda: list(reference.resolutions().values()),
    "measures": lambda: list(reference.measures()),
    "densities": lambda: list(reference.densities()),
    "eras": lambda: list(reference.eras().values()),
    "confidences": lambda: list(reference.confidences().values()),
    "habits": lambda: list(reference.habits().values()),
    "directions": lambda: list(reference.directions()),
    "observers": lambda: list(reference.observers()),
    "sizes": lambda: list(reference.sizes().values()),
}


@pytest.mark.parametrize("table", TABLES)
def test_every_row_names_a_known_source(table: str) -> None:
    """A source cell is a key of the table of sources."""
    assert {row.source for row in TABLES[table]()} <= set(reference.sources())


def test_every_source_is_used() -> None:
    """No source stands in the table without a row that was read in it."""
    used = {row.source for rows in TABLES.values() for row in rows()}
    assert set(reference.sources()) == used


def test_parents_of_areas_exist() -> None:
    """A province, group or remainder lies in an area of the table."""
    known = reference.areas()
    assert {one.parent for one in known.values() if one.parent} <= set(known)


def test_no_alpha2_code_means_two_countries_of_today() -> None:
    """Alpha-2 codes are unique among countries."""
    codes = [one.alpha2 for one in reference.areas().values() if one.kind == "country"]
    assert None not in codes
    assert len(codes) == len(set(codes))


def test_no_area_name_means_two_areas() -> None:
    """English names of areas are unique."""
    names = [one.name for one in reference.areas().values()]
    assert len(names) == len(set(names))


@given(st.sampled_from(sorted(reference.areas_by_comtrade())))
def test_every_way_to_write_an_area_finds_it(code: str) -> None:
    """A Comtrade or M49 code, with or without leading zeros, is its area's."""
    expected = reference.areas_by_comtrade()[code]
    assert reference.area(code) is expected
    assert reference.area(code.zfill(3)) is expected


@given(st.sampled_from(sorted(reference.commodities())))
def test_every_commodity_leads_up_to_all_trade_or_is_no_good(name: str) -> None:
    """Parents exist, no chain of parents is a circle, and the chain of a good ends in all."""
    chain = reference.lineage(name)
    assert set(chain) <= set(reference.commodities())
    assert len(chain) == len(set(chain))
    assert chain[-1] == "all" or name in {"services", "labour", "fishing rights"}


@given(st.sampled_from(sorted(reference.commodities())))
def test_commodity_names_are_lower_case_and_hs_are_digits(name: str) -> None:
    """Names are canonical; headings are even-length runs of digits."""
    assert name == name.lower().strip()
    for heading in reference.commodities()[name].hs:
        assert heading.isdigit()
        assert len(heading) in {2, 4, 6}


@given(st.sampled_from(sorted(reference.commodities())))
def test_a_part_has_no_heading_outside_a_whole_with_headings_of_its_chapter(name: str) -> None:
    """Where part and whole name the same chapters, the whole's headings hold the part's."""
    part = reference.commodities()[name]
    whole = reference.commodities().get(part.parent or "")
    if whole is None or not whole.hs or not part.hs:
        return
    chapters = {code[:2] for code in whole.hs}
    inside = [code for code in part.hs if code[:2] in chapters]
    assert all(any(heading_holds(top, code) for top in whole.hs) for code in inside)


def test_parents_of_places_and_actors_exist() -> None:
    """A place lies in a place or area, an actor belongs to an actor."""
    places, actors = reference.places(), reference.actors()
    assert {p.parent for p in places.values() if p.parent} <= set(places) | set(reference.areas())
    assert {p.area for p in places.values() if p.area} <= set(reference.areas())
    assert {a.parent for a in actors.values() if a.parent} <= set(actors)


def test_reprints_end_at_an_outlet_that_exists() -> None:
    """An outlet that repeats another repeats one of the table."""
    known = reference.compilers()
    assert {one.repeats for one in known.values() if one.repeats} <= set(known)
    assert {one.area for one in known.values() if one.area} <= set(reference.areas())


def test_measures_belong_to_dprk_resolutions_and_name_known_commodities() -> None:
    """No measure hangs on a look-alike; each names commodities of the table."""
    for measure in reference.measures():
        resolution = reference.resolutions()[measure.resolution]
        assert resolution.is_dprk
        assert measure.first >= resolution.adopted
        assert set(measure.commodities) <= set(reference.commodities())
        assert measure.flow in {"export", "import", "both"}


def test_periods_of_measures_are_ordered() -> None:
    """First day, end of grace, last day and deadline come in that order."""
    for measure in reference.measures():
        later = (measure.grace_until, measure.last, measure.deadline)
        assert all(measure.first <= day for day in later if day)


def test_a_cap_has_a_number_and_a_ban_has_none() -> None:
    """Caps carry value and unit together; bans carry neither."""
    for measure in reference.measures():
        assert ("cap" in measure.kind) == (measure.cap is not None)
        assert (measure.cap is None) == (measure.cap_unit is None)
        assert (measure.other_cap is None) == (measure.other_cap_unit is None)


def test_lookalikes_resemble_a_dprk_resolution() -> None:
    """A number of another matter says which number it is mistaken for."""
    known = reference.resolutions()
    for one in known.values():
        assert (one.resembles is None) == one.is_dprk
        assert one.resembles is None or known[one.resembles].is_dprk


@given(st.dates(min_value=date(2006, 1, 1), max_value=date(2030, 12, 31)))
def test_the_day_lies_in_the_period_its_cap_counts(day: date) -> None:
    """The allowance of a day holds that day, whatever the year of the cap begins with."""
    for measure in reference.measures():
        span = measure.allowance(day)
        assert span is None or span.covers(Period(day, day))


@given(
    st.sampled_from(["anthracite", "coal", "squid", "sand", "trucks", "diesel", "wigs"]),
    st.dates(min_value=date(2016, 1, 1), max_value=date(2026, 1, 1)),
)
def test_what_binds_a_whole_by_name_binds_its_parts(name: str, day: date) -> None:
    """A measure on a commodity is a measure on what is part of it."""
    for flow in ("export", "import"):
        parts = set(reference.measures_binding(name, flow, day))
        for whole in reference.lineage(name):
            assert {
                one
                for one in reference.measures_binding(whole, flow, day)
                if whole in one.commodities
            } <= parts


@given(st.sampled_from(sorted({one.product for one in reference.densities()})))
def test_a_factor_lies_in_the_interval_of_its_product(product: str) -> None:
    """The interval over authorities holds each authority's own."""
    whole = reference.barrels_per_tonne(product)
    for one in reference.densities():
        if one.product == product:
            assert one.interval.within(whole)


def test_slack_is_a_share() -> None:
    """A hedge admits between nothing and the whole of the value."""
    assert all(0 <= hedge.slack <= 1 for hedge in reference.hedges().values())


def test_records_are_frozen_and_hashable() -> None:
    """Records of every table can stand in sets and cannot be changed."""
    for rows in TABLES.values():
        row = rows()[0]
        assert hash(row) == hash(row)
        with pytest.raises(dataclasses.FrozenInstanceError):
            row.source = "another"


def test_areas_and_goods_of_habits_are_known() -> None:
    """Eras, habits, directions, observers and sizes speak of areas and goods of the other tables."""
    spoken = {
        one.area
        for name in ("eras", "habits", "directions", "observers", "sizes")
        for one in TABLES[name]()
    }
    assert spoken <= set(reference.areas())
    assert {one.commodity for one in reference.directions()} <= set(reference.commodities())


def test_no_goods_are_both_sold_and_bought() -> None:
    """One row of directions says which way goods go."""
    both = reference.goods_that("PRK", "export") & reference.goods_that("PRK", "import")
    assert not both
