"""A figure in several documents is traced to its first print, and one root is one witness.

Source of the figures: UN Panel of Experts, report of March 2020, as printed by Kyodo (3.7 million
tonnes of coal, January to August 2019); Chinese customs, June 2018, as printed by Reuters.
"""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from told import claim, reading

import nktrade as nk
from nktrade.chains import COLUMNS, lineage
from nktrade.core.claims import Claim
from nktrade.core.codes import Flow, Severity
from nktrade.core.documents import Document
from nktrade.core.findings import Relation
from nktrade.report.report import Checked, Report

WHEN = "2019-01/2019-08"
PANEL = "UN Panel of Experts"


def printed(name: str, day: str | None, *claims: Claim, suspect: str = "", **known: Any) -> Checked:  # noqa: ANN401 - fields of a document
    """One document with its claims, and where a suspect is named, an error that names it."""
    own = tuple(replace(one, figure=replace(one.figure, document=name)) for one in claims)
    document = Document(id=name, text="", date=date.fromisoformat(day) if day else None, **known)
    error = Relation(
        id="r1", document=name, check="total", type="sum", args=(), left=None, right=None, gap=None,
        holds=False, severity=Severity.ERROR, suspect=(suspect,),
    )  # fmt: skip
    told = replace(reading(*own), document=name)
    return Checked(document=document, reading=told, relations=(error,) if suspect else ())


COAL = claim("c1", "3.7", "t", WHEN, scale=10**6, source=(PANEL,))


def test_two_papers_that_quote_one_panel_are_one_witness() -> None:
    """Kyodo and Asiapress print the Panel's 3.7 million: two documents, one root."""
    asiapress = replace(COAL, source=("Kyodo", PANEL))
    report = Report(
        checked=(
            printed("late", "2020-04-30", asiapress, publisher="Asiapress"),
            printed("early", "2020-02-12", COAL, publisher="Kyodo"),
        )
    )
    found = lineage(report)
    assert found["document"].tolist() == ["early", "late"]
    assert found["first_document"].tolist() == ["early", "early"]
    assert found["is_copied"].tolist() == [False, True]
    assert found["chain"].tolist() == [f"Kyodo < {PANEL}", f"Asiapress < Kyodo < {PANEL}"]
    assert found["witnesses"].tolist() == [1, 1]
    assert found["documents"].tolist() == [2, 2]


def test_two_offices_are_two_witnesses() -> None:
    """The same figure counted by customs and by the Panel has two roots."""
    other = replace(COAL, source=("China customs",))
    found = lineage(Report(checked=(printed("a", "2020-02-12", COAL), printed("b", None, other))))
    assert found["witnesses"].tolist() == [2, 2]
    assert found["root"].tolist() == [PANEL, "China customs"]


def test_a_reprint_is_its_original() -> None:
    """An agency under two names is one root; an unknown one is none."""
    told = [replace(COAL, source=(name,)) for name in ("Yonhap", "연합뉴스", "unknown agency")]
    checked = tuple(printed(f"d{at}", "2020-02-12", one) for at, one in enumerate(told))
    assert set(lineage(Report(checked=checked))["witnesses"]) == {1}


def test_a_copied_error_is_marked_where_it_is_copied() -> None:
    """241.93 million, which the first print's own total contradicts, is carried on by the second."""
    goods = {"commodity": "all", "flow": Flow.IMPORT}
    wrong = claim("c4", "241.93", "USD", "2018-06", scale=10**6, **goods)
    right = claim("c5", "204.19", "USD", "2018-06", scale=10**6, **goods)
    seen_from_china = claim(
        "c2",
        "241.93",
        "USD",
        "2018-06",
        scale=10**6,
        commodity="all",
        reporter="CHN",
        partner="PRK",
    )
    report = Report(
        checked=(
            printed("first", "2018-08-20", wrong, suspect="c4"),
            printed("copy", "2018-09-01", seen_from_china),
            printed("wire", "2018-07-23", right),
        )
    )
    found = lineage(report).set_index("document")
    assert found.loc["first", "is_likely_wrong"]
    assert not found.loc["first", "is_copied_error"]
    assert found.loc["copy", "is_copied_error"]
    assert found.loc["copy", "first_document"] == "first"
    assert not found.loc["wire", "is_likely_wrong"]


@pytest.mark.parametrize(
    "known",
    [
        {"digits": "2.8"},
        {"when": "2019-09"},
        {"commodity": "sand"},
        {"partner": "RUS"},
        {"unit": "USD"},
        {"base": "year_earlier"},
    ],
)
def test_another_figure_is_traced_apart(known: dict[str, Any]) -> None:
    """Other digits, periods, goods, sides and units are other figures."""
    usual = {"digits": "3.7", "unit": "t", "when": WHEN, "scale": 10**6}
    other = claim("c1", **(usual | known))
    found = lineage(
        Report(checked=(printed("a", "2020-02-12", COAL), printed("b", "2020-03-01", other)))
    )
    assert found["figure"].tolist() == [1, 2]
    assert not found["is_copied"].any()


def test_a_rounded_print_is_the_same_figure() -> None:
    """217.16 million after 217.158 million is one figure in fewer digits."""
    goods = {"commodity": "all", "flow": Flow.TOTAL}
    told = [claim("c1", digits, "USD", "2018-06", scale=10**6, **goods) for digits in ("217.158", "217.16")]  # fmt: skip
    found = lineage(
        Report(checked=(printed("a", "2018-07-23", told[0]), printed("b", "2018-08-20", told[1])))
    )
    assert found["figure"].tolist() == [1, 1]


def test_no_documents_give_an_empty_frame() -> None:
    """The columns stay."""
    assert list(lineage(Report()).columns) == list(COLUMNS)


def test_texts_are_read_and_traced() -> None:
    """Documents are read and checked on the way: the copied total is traced to the wire."""
    wire = nk.load(
        "Total trade between China and North Korea was $217.16 million in June 2018, Chinese "
        "customs said.",
        date=date(2018, 7, 23),
        name="wire",
    )
    paper = nk.load(
        "China's trade with North Korea totaled $217.16 million in June 2018, Chinese customs said.",
        date=date(2018, 8, 20),
        name="paper",
    )
    found = lineage([paper, wire], against="none")
    levels = found[found["value"] == 217_160_000]
    assert levels["is_copied"].tolist() == [False, True]
    assert set(levels["witnesses"]) == {1}
