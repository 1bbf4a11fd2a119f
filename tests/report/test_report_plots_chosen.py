"""A figure asked for without a claim chooses the one that has most to do with what was found."""

import pytest

import nktrade as nk

pytestmark = pytest.mark.usefixtures("no_window")


def told(text: str) -> nk.Report:
    return nk.check(nk.load(text), against="un_1718")


def test_a_series_without_a_claim_is_of_the_worst_finding(flagship: nk.Report) -> None:
    """The first figure of the first finding whose trade is in print: imports from China."""
    drawn, named = flagship.plot.series(), flagship.plot.series("c3")
    assert drawn.get_title(loc="left") == "Imports: North Korea from China"
    assert drawn.get_xlabel() == named.get_xlabel()
    assert len(drawn.lines) == len(named.lines)


def test_a_cap_without_a_claim_is_the_first_that_binds() -> None:
    """Coal has no cap in 2019 and refined petroleum has one: that is drawn."""
    report = told(
        "In March 2019 North Korea exported $5 million of coal to China. "
        "Russia delivered 30,180 tonnes of refined petroleum to North Korea in 2019."
    )
    title = report.plot.cap().get_title(loc="left")
    assert title == "Refined petroleum, 2019: resolution 2397, paragraph 5"
    assert report.plot.cap().get_ylabel() == "bbl since 1 January 2019"


@pytest.mark.parametrize("text", ["Nothing of trade.", "Trade was worth $3 million."])
def test_where_nothing_can_be_chosen_the_figure_says_so(text: str) -> None:
    """Words stand where nothing is drawn, and nothing is raised."""
    report = told(text)
    (no_month,) = report.plot.series().texts
    (no_cap,) = report.plot.cap().texts
    assert "no baseline" in no_month.get_text().lower()
    assert "no cap" in no_cap.get_text().lower()
