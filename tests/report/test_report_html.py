"""The page marks every figure in place, runs nothing of the text, and loads nothing."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from report_flagship import CHECKED, FLAGSHIP, TEXT, TOTAL, of_text

from nktrade.core.codes import Severity, Verdict
from nktrade.report.report import Report

HOSTILE = (
    '</style><script>alert(1)</script> <img src="http://example.org/x.png" onerror="alert(1)"> '
    "\u202e$5 million\u202c & 'quoted' <!-- $7 million -->"
)
HANDLERS = re.compile(r"on[a-z]+")


class Page(HTMLParser):
    """The elements of a page, and the words of its document text."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.inside = 0
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in {"meta", "br", "link"}:
            self.open.append(tag)
            if self.inside or dict(attrs).get("class") == "text":
                self.inside += 1

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.inside = max(self.inside - 1, 0)

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.texts.append(data)


def test_the_text_is_whole_and_every_figure_marked() -> None:
    """Marks change not one character of the text, and each links to a claim that is there."""
    page = Page(FLAGSHIP.to_html())
    assert "".join(page.texts) == TEXT
    ids = {attributes.get("id") for _, attributes in page.elements}
    links = [one["href"] for tag, one in page.elements if tag == "a" and one.get("href")]
    assert {link.removeprefix("#") for link in links if link} <= ids
    assert {f"d1-figure-c{place}" for place in range(1, 7)} <= ids


def test_every_element_is_closed_and_every_id_stands_once() -> None:
    """The page is well formed, also with many documents."""
    page = Page(replace(FLAGSHIP, checked=(CHECKED, CHECKED)).to_html())
    assert page.open == []
    ids = [one["id"] for _, one in page.elements if "id" in one]
    assert len(ids) == len(set(ids))


def test_the_suspect_is_marked_otherwise_than_its_witnesses() -> None:
    """The figure that is likely wrong and the figure that may be right look different."""
    marks = {
        one.get("id"): one["class"]
        for tag, one in Page(FLAGSHIP.to_html()).elements
        if tag == "a" and (one.get("class") or "").startswith("figure")
    }
    assert marks["d1-figure-c4"] == "figure wrong"
    assert marks["d1-figure-c1"] == "figure doubted"
    assert marks["d1-figure-r3"] == "figure wrong"


@pytest.mark.parametrize("verdict", [Verdict.TIE, Verdict.CANNOT_LOCALISE])
def test_where_one_of_several_is_wrong_none_is_marked_as_wrong(verdict: Verdict) -> None:
    """All that a tie suspects may be right but one; each is marked as doubted."""
    names = tuple(claim for _, ids in TOTAL.args for claim in ids)
    tie = replace(TOTAL, verdict=verdict, suspect=names, repairs=(), likely_value=None)
    page = Page(Report(checked=(replace(CHECKED, relations=(tie,), witnesses=()),)).to_html())
    marks = {one.get("id"): one.get("class") for _, one in page.elements}
    assert {marks[f"d1-figure-{name}"] for name in names} == {"figure doubted"}


def test_every_finding_links_to_its_place_in_the_text() -> None:
    """A reader comes from a finding to its mark, also where it is a statement without a number."""
    note = replace(
        TOTAL,
        id="n1",
        check="statement beside figure",
        args=(("statements", ("s1",)),),
        holds=None,
        verdict=None,
        severity=Severity.NOTE,
        suspect=(),
        repairs=(),
    )
    page = Page(Report(checked=(replace(CHECKED, relations=(TOTAL, note)),)).to_html())
    links = {one.get("href") for tag, one in page.elements if tag == "a"}
    marked = {one.get("id"): one.get("data-tip") for _, one in page.elements}
    assert {"#d1-figure-c4", "#d1-figure-s1", "#d1-n1"} <= links
    assert "statement beside figure" in (marked["d1-figure-s1"] or "")


def test_a_hostile_text_runs_nothing() -> None:
    """Scripts, handlers, links and comments of a text are words; overrides are shown."""
    report = of_text(
        HOSTILE, ("$5 million", "$7 million"), title="</title><script>", publisher='" onload="x'
    )
    for markup in (report.to_html(), report._repr_html_()):
        page = Page(markup)
        names = {tag for tag, _ in page.elements}
        assert not names & {"script", "img", "iframe", "object", "embed", "link", "form"}
        assert not any(HANDLERS.fullmatch(key) for _, one in page.elements for key in one)
        assert "\u202e" not in markup
        assert "\\u202e" in markup
        assert markup.count("</style>") == 1


def test_the_page_refers_to_nothing_outside_itself() -> None:
    """No address stands in the page but those within it, and the policy forbids any."""
    markup = FLAGSHIP.to_html()
    page = Page(markup)
    for _, one in page.elements:
        assert not {"src", "srcset", "background", "action"} & set(one)
        assert (one.get("href") or "#").startswith("#")
    assert "url(" not in markup
    assert "@import" not in markup
    assert "default-src 'none'" in markup.replace("&#x27;", "'")


def test_the_page_says_its_language_and_has_headings_in_order() -> None:
    """A screen reader knows the language and meets no leap in the headings."""
    page = Page(FLAGSHIP.to_html())
    assert ("html", {"lang": "en"}) in page.elements
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_overlapping_figures_are_one_mark() -> None:
    """Two claims on one figure do not nest marks, and both are told."""
    report = of_text("Coal of $5 million went.", ("$5 million", "$5"))
    page = Page(report.to_html())
    marks = [one for _, one in page.elements if one.get("id") == "d1-figure-c1"]
    marks += [one for _, one in page.elements if one.get("id") == "d1-figure-c2"]
    assert len(marks) == 1
    assert "c1:" in (marks[0]["data-tip"] or "")
    assert "c2:" in (marks[0]["data-tip"] or "")


def test_units_stand_in_the_header_of_the_claims() -> None:
    """Each table of claims has one unit, named in its header."""
    markup = FLAGSHIP.to_html()
    assert '<th scope="col" class="number">million USD</th>' in markup
    assert '<th scope="col" class="number">%</th>' in markup


def test_a_cell_is_short_and_folded() -> None:
    """A notebook cell opens the worst finding alone and counts the documents it leaves out."""
    cell = replace(FLAGSHIP, checked=(CHECKED,) * 5)._repr_html_()
    assert "and 2 more documents" in cell
    details = [one for tag, one in Page(FLAGSHIP._repr_html_()).elements if tag == "details"]
    assert sum("open" in one for one in details) == 1


def test_a_cell_counts_the_findings_it_leaves_out() -> None:
    """Three findings are shown; that there are more is said."""
    warned = tuple(
        replace(TOTAL, id=f"r{number}", repairs=(), severity=Severity.WARNING)
        for number in range(5)
    )
    cell = Report(checked=(replace(CHECKED, relations=warned, witnesses=()),))._repr_html_()
    assert "and 2 more findings: see report.findings" in cell


def test_a_cell_of_a_long_document_stays_short() -> None:
    """Ten thousand figures make a cell of their beginning that says what it leaves out."""
    sentence = "Coal of $5 went. "
    report = of_text(sentence * 10_000, ("$5",))
    (first,) = report.checked[0].reading.claims
    places = (
        (first.figure.start + step, first.figure.end + step) for step in range(0, 170_000, 17)
    )
    claims = tuple(
        replace(first, id=f"c{number}", figure=replace(first.figure, start=start, end=end))
        for number, (start, end) in enumerate(places, 1)
    )
    reading = replace(report.checked[0].reading, claims=claims)
    cell = Report(checked=(replace(report.checked[0], reading=reading),))._repr_html_()
    assert len(cell) < 250_000
    assert "and 9,960 more: see report.claims" in cell
    assert "more characters" in cell


def test_a_long_text_is_folded() -> None:
    """A long document does not bury its findings."""
    assert "<summary>10,000 characters</summary>" in of_text("x" * 10_000).to_html()


def test_an_empty_report_is_a_page() -> None:
    """Nothing read still gives a page that says so."""
    assert "0 documents" in Report().to_html()
