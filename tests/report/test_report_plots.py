"""Figures say what the report says, in words and units."""

import sys
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from matplotlib import pyplot as plt
from report_figures import is_whole, words

import nktrade as nk
from nktrade.errors import CheckError
from nktrade.report.casebook import casebooks
from nktrade.report.evidence import evidence_steps
from nktrade.report.plot_canvas import PlotError
from nktrade.report.plot_cap import cap_use
from nktrade.report.plot_mirror import mirror_map
from nktrade.report.plot_series import Series, trade_series

pytestmark = pytest.mark.usefixtures("no_window")


def test_the_waterfall_ends_in_what_is_left_over(flagship: nk.Report) -> None:
    """Its steps are the printed parts, its last bar 37.727 million, its unit on the axis."""
    ax = flagship.plot.identity(0)
    heights = sorted(round(bar.get_height(), 3) for bar in ax.patches)
    assert heights == [12.955, 37.727, 217.158, 241.93]
    assert ax.get_ylabel() == "million USD"
    assert "37.727 million USD too much" in " ".join(ax.get_title(loc="left").split())
    assert is_whole(ax)


def test_dots_lie_where_the_prints_lie(flagship: nk.Report) -> None:
    """The wire's 204.19 million is 15.6 percent below the printed 241.93."""
    ax = flagship.plot.baseline()
    places = [round(float(x), 1) for line in ax.lines for x in np.atleast_1d(line.get_xdata())]
    assert -15.6 in places
    assert "percent" in ax.get_xlabel()
    assert "Reuters" in ax.get_xlabel()
    assert is_whole(ax)


def test_each_piece_of_evidence_moves_the_chances(flagship: nk.Report) -> None:
    """The identity alone leaves three suspects, growth points at imports, the wire adds exports."""
    (book,) = casebooks(flagship)
    steps = evidence_steps(book, flagship.checked[0].relations[0])
    alone, growth, last = dict(steps[0].wrong), dict(steps[1].wrong), dict(steps[-1].wrong)
    assert alone["c3"] < growth["c3"]
    assert growth["c1"] < last["c1"]
    assert min(last["c1"], last["c3"]) > 0.95
    assert is_whole(flagship.plot.evidence(0))


def test_a_series_breaks_where_no_month_was_printed(flagship: nk.Report) -> None:
    """February and March 2018 have no print: the line has no value there, and the note counts them."""
    ax = flagship.plot.series("c3")
    line = next(one for one in ax.lines if one.get_label() == "recorded, first print")
    by_month = dict(zip(line.get_xdata(orig=True), line.get_ydata(orig=True), strict=True))
    assert np.isnan(by_month[date(2018, 2, 1)])
    assert by_month[date(2018, 6, 1)] == pytest.approx(204.19, abs=0.01)
    assert "No print for" in ax.get_xlabel()
    assert is_whole(ax)


def test_what_is_unrecorded_is_a_band_and_no_point() -> None:
    """370 million smuggled in eight months is a band of 46.25 million a month."""
    text = (
        "From January to August 2019 North Korea smuggled coal worth $370 million to China by "
        "ship-to-ship transfer, the UN Panel of Experts said."
    )
    report = nk.check(nk.load(text, date=date(2020, 4, 30)))
    ax = report.plot.series("c1")
    (band,) = ax.collections
    heights = band.get_paths()[0].vertices[:, 1]
    assert heights.min() == pytest.approx(365 / 8)
    assert heights.max() == pytest.approx(375 / 8)
    assert "printed in the text" not in words(ax)


def test_a_mirror_is_a_band_as_wide_as_freight(tmp_path: Path) -> None:
    """Where both sides record, the partner's import is brought to FOB and drawn behind the line."""
    rows = "2020-0{m},export,JPN,KOR,USD,100\n2020-0{m},import,KOR,JPN,USD,106\n"
    file = tmp_path / "both.csv"
    file.write_text(
        "period_start,flow,reporter,partner,unit,value\n"
        + "".join(rows.format(m=month) for month in range(1, 6))
    )
    series = Series(flow=nk.core.codes.Flow.EXPORT, reporter="JPN", partner="KOR")
    ax = trade_series(nk.baseline(file), series)
    (band,) = ax.collections
    heights = band.get_paths()[0].vertices[:, 1]
    assert heights.min() < 100 < heights.max() <= 106.5


def test_use_of_a_cap_shows_the_cap_and_what_is_alleged() -> None:
    """759,793 barrels by May 2018 stand above the cap of 500,000, as alleged."""
    ax = cap_use(nk.baseline("un_1718"), "refined petroleum", date(2018, 6, 1))
    assert "cap of 500,000 bbl" in words(ax)
    alleged = next(one for one in ax.containers if one.get_label() == "all suppliers, alleged")
    assert float(alleged.lines[0].get_ydata()[0]) == pytest.approx(759_793)
    assert is_whole(ax)


def test_what_a_supplier_delivers_counts_against_the_buyers_cap() -> None:
    """Exports of Russia to North Korea are drawn under the cap on what North Korea may import."""
    text = "Russia delivered 30,180 tonnes of refined petroleum to North Korea in 2019."
    ax = nk.check(text, against="un_1718").plot.cap("c1")
    assert "cap of 500,000 bbl" in words(ax)
    assert "Russia, printed in the text" in words(ax).replace("\n", " ")


def test_a_day_without_a_cap_names_the_caps_there_are() -> None:
    """Nothing is drawn of a cap that does not exist."""
    with pytest.raises(PlotError, match="refined petroleum"):
        cap_use(nk.baseline("un_1718"), "coal", date(2019, 6, 1))


@pytest.fixture
def mirrored() -> pd.DataFrame:
    """Two pairs over a year; Russia reports nothing in March."""
    months = pd.date_range("2020-01-01", periods=12, freq="MS")
    pairs = [("CHN", "JPN", 6.0), ("RUS", "CHN", -12.0)]
    rows = [
        {"exporter": one, "importer": other, "period_start": month, "spd": spd}
        for one, other, spd in pairs
        for month in months
    ]
    rows[14]["spd"] = 200.0
    return pd.DataFrame(rows)


def test_a_map_hatches_what_one_side_alone_reports(mirrored: pd.DataFrame) -> None:
    """The colours end at what both sides report; the one-sided month is hatched and not coloured."""
    ax = mirror_map(mirrored)
    (image,) = ax.images
    assert image.get_clim() == (-12.0, 12.0)
    assert [one.get_hatch() for one in ax.collections] == ["////"]
    assert "Russia to China" in words(ax)
    assert is_whole(ax)


def test_a_map_says_which_column_is_missing(mirrored: pd.DataFrame) -> None:
    """The message names it."""
    with pytest.raises(PlotError, match="expected also spd"):
        mirror_map(mirrored.drop(columns="spd"))


def test_a_gap_is_no_accusation_in_a_picture(shared: Path) -> None:
    """Recorded beside unrecorded, and the use of a cap, are drawn under what they are."""
    (file,) = (shared / "seeds").glob("003_*.txt")
    report = nk.check(file)
    checks = report.findings["check"]
    for check, said in (("recorded and unrecorded", "a gap"), ("use of the cap", "a note")):
        ax = report.plot.identity(int(checks[checks == check].index[0]))
        assert said in " ".join(ax.get_title(loc="left").split())
        assert "cannot all be true" not in words(ax)
        assert "road" not in words(ax)


def test_a_change_is_drawn_in_the_levels_it_tells_of(flagship: nk.Report) -> None:
    """A fall of 92 percent shows the months of the exports that fell."""
    assert flagship.plot.series("c2").get_ylabel() == "million USD a month"


def test_figures_are_drawn_on_axes_that_are_given(flagship: nk.Report) -> None:
    """No figure of their own is made then."""
    _, ax = plt.subplots()
    before = plt.get_fignums()
    assert flagship.plot.identity(0, ax) is ax
    assert plt.get_fignums() == before


def test_a_finding_or_claim_that_is_not_there_is_named(flagship: nk.Report) -> None:
    """The message says which there are."""
    with pytest.raises(PlotError, match="finding 99: found no relation"):
        flagship.plot.identity(99)
    with pytest.raises(PlotError, match="claim 'c99': found no such id"):
        flagship.plot.series("c99")


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch, flagship: nk.Report) -> None:
    """Without matplotlib the message says what to install; it is one of our errors."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.setitem(sys.modules, "matplotlib.pyplot", None)
    with pytest.raises(CheckError, match=r"pip install 'nktrade\[plot\]'"):
        flagship.plot.baseline()
