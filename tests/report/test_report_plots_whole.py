"""Every report has a figure, and no word of it is cut or lies upon another."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from report_figures import EXAMPLE, is_whole

import nktrade as nk
from nktrade.testing.briefs import briefs_from_baseline

pytestmark = pytest.mark.usefixtures("no_window")
EMPTY = "Nothing was traded and nobody counted."
ONE = "In June 2018 North Korea exported coal worth $3 million to China, Chinese customs said."


@pytest.fixture(scope="module")
def large() -> nk.Report:
    """Texts with a slip each, told so often that they make two hundred claims."""
    frame = nk.baseline("china_customs").frame
    rows = frame[(frame["kind"] == "level") & (frame["reporter"] == "CHN")]
    rows = rows.assign(period=rows["period_start"].dt.strftime("%Y-%m"))
    briefs = briefs_from_baseline(rows, seed=5, count=4)
    loaded = [nk.load(one.text, date=one.date) for one in briefs]
    report = nk.check([replace(one, id=f"brief {number}") for number, one in enumerate(loaded)])
    times = 1 + 200 // len(report.claims)
    return replace(report, checked=report.checked * times)


@pytest.mark.parametrize("text", [EMPTY, ONE], ids=["empty", "one claim"])
def test_small_reports_are_drawn_too(text: str) -> None:
    """A figure of nothing says that there is nothing."""
    report = nk.check(nk.load(text, date=date(2018, 8, 20)))
    assert is_whole(report.plot())
    assert is_whole(report.plot.baseline())
    assert is_whole(report.plot.identity())
    assert is_whole(report.plot.evidence())


@pytest.mark.parametrize("number", range(5))
def test_every_figure_of_every_seed_is_whole(shared: Path, number: int) -> None:
    """Whatever a seed has to draw is drawn with all its words on the page and apart."""
    (file,) = (shared / "seeds").glob(f"{number:03}_*.txt")
    report = nk.check(file)
    draw = report.plot
    assert all(is_whole(one()) for one in (draw, draw.baseline, draw.identity, draw.evidence))
    assert all(is_whole(draw.identity(row)) for row in draw._rows())
    assert all(is_whole(draw.series(one)) for one in _placed(report))


def _placed(report: nk.Report) -> list[str]:
    """The claims that say whose trade they tell."""
    claims = report.claims
    return [] if claims.empty else list(claims.dropna(subset=["flow", "partner", "unit"])["id"])


def test_a_report_of_two_hundred_claims_stays_readable(large: nk.Report) -> None:
    """The most doubtful rows are kept, the rest counted; no label is cut or lies on another."""
    assert len(large.claims) > 200
    ax = large.plot.baseline()
    assert len(ax.get_yticks()) == 25
    assert "most doubtful of" in ax.get_xlabel()
    assert is_whole(ax)
    assert is_whole(large.plot())
    assert is_whole(large.plot.evidence(0))


def test_letters_without_a_font_become_boxes() -> None:
    """A Korean title draws without a warning on a machine that has no Korean font."""
    text = (
        "---\ntitle: 북중 무역\nlang: en\ndate: 2018-08-20\n---\n"
        + EXAMPLE.read_text(encoding="utf-8").split("---", 2)[2]
    )
    ax = nk.check(nk.load(text), against="none").plot.identity(0)
    assert is_whole(ax)
