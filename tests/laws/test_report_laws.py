"""Laws: no text breaks the page, the marks, the table or the JSON."""

import csv
import io
import json
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from nktrade.core.amount import Amount
from nktrade.core.claims import Claim, Figure, Reading
from nktrade.core.codes import Kind
from nktrade.core.documents import Document
from nktrade.report import csv_form
from nktrade.report.report import Checked, Report
from nktrade.report.visible import visible

HOSTILE = st.sampled_from(
    ["</style>", "<script>", "&lt;", '"', "'", "\u202e", "\ud800", "=1", "\n", "5", " ", "석"]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(HOSTILE, max_size=30).map("".join))


class TextOfPage(HTMLParser):
    """The words inside the document's text, and whether every element is closed."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words = ""
        self.depth = 0
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag != "script"
        is_text = dict(attrs).get("class") == "text"
        self.depth += bool(self.depth or is_text)

    def handle_endtag(self, tag: str) -> None:
        assert tag != "script"
        self.depth = max(self.depth - 1, 0)

    def handle_data(self, data: str) -> None:
        self.words += data if self.depth else ""


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report of any text with figures at any places of it."""
    text = draw(TEXTS)
    ends = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(ends, ends).map(sorted), max_size=5))
    claims = tuple(
        Claim(
            id=f"c{place}",
            kind=Kind.LEVEL,
            figure=Figure(
                document="d",
                start=start,
                end=end,
                surface=text[start:end],
                amount=Amount(digits="5"),
                unit="USD",
            ),
        )
        for place, (start, end) in enumerate(spans, 1)
    )
    document = Document(id="d", text=text, title=text)
    return Report(
        checked=(
            Checked(document=document, reading=Reading(document="d", lang="en", claims=claims)),
        )
    )


@given(reports())
def test_the_page_holds_the_visible_text(report: Report) -> None:
    """Whatever is marked, the words of the page are the words of the document."""
    page = TextOfPage(report.to_html())
    assert page.words.replace("\r", "\n") == visible(report.checked[0].document.text)
    assert page.depth == 0


@given(reports())
def test_json_gives_back_the_text_and_the_spans(report: Report) -> None:
    """The JSON is valid UTF-8 and every span is its surface."""
    written = report.to_json(with_text=True).encode("utf-8")
    document = json.loads(written)["docs"][0]
    assert document["text"] == report.checked[0].document.text
    for claim in document["claims"]:
        assert document["text"][claim["start"] : claim["end"]] == claim["surface"]


@given(reports())
def test_csv_has_no_cell_that_a_spreadsheet_runs(report: Report) -> None:
    """Every text of a cell that begins like a formula is led by an apostrophe."""
    rows = csv.reader(io.StringIO(csv_form.claims_csv(report)))
    cells = [cell for row in rows for cell in row]
    assert not any(
        len(cell) > 1 and cell[0] in "=+-@\t\r" and not cell[1:].isdigit() for cell in cells
    )


@given(reports())
def test_the_terminal_is_never_steered(report: Report) -> None:
    """No control character but the line break reaches the screen."""
    assert visible(report.to_text()) == report.to_text()
    report.to_sarif().encode("utf-8")
    report._repr_html_()
