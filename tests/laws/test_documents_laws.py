"""Laws of loading: every character leads back to its source."""

import html
import json
import re
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from nktrade.core.documents import Document, SourceMap, offsets
from nktrade.documents import load
from nktrade.documents.records import entries, unescaped
from nktrade.documents.rendering import rendered

LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp"))
WRITTEN = st.tuples(LETTERS, st.sampled_from(["raw", "decimal", "hex", "named"]))
INLINE = st.sampled_from(
    ["<b>", "</b>", "<i class='x'>", "</i>", "<!-- 5 -->", "<sup>", '<a href="a>b">', "</a>"]
)
BLOCK = st.sampled_from(
    ["<p>", "</p>", "<br/>", "<div>", "</div>", "\n", "  ", "<li>", "<h2>", "</h2>"]
)
CELL = st.sampled_from(
    ["<table>", "</table>", "<tr>", "<td>", "<td colspan=2>", "</td>", "<th rowspan=3>"]
)
MARKUP = st.lists(st.one_of(WRITTEN, WRITTEN, WRITTEN, INLINE, BLOCK, CELL), max_size=40)


def written(character: str, style: str) -> str:
    """One character as a page may write it."""
    if style == "decimal":
        return f"&#{ord(character)};"
    if style == "hex":
        return f"&#x{ord(character):X};"
    if style == "named" or character in "<>&\"'":
        return html.escape(character)
    return character


def page_of(pieces: list) -> tuple[str, list[tuple[str, str]]]:
    """Markup, and its visible characters each with how it is written."""
    shown = [(piece[0], written(*piece)) for piece in pieces if isinstance(piece, tuple)]
    return "".join(piece if isinstance(piece, str) else written(*piece) for piece in pieces), shown


def visible(document: Document, source: str) -> list[tuple[str, str]]:
    """The visible characters of a document, each with what it stands for in the source."""
    return [
        (character, source[slice(*document.source_span(place, place + 1))])
        for place, character in enumerate(document.text)
        if not character.isspace()
    ]


@given(MARKUP)
def test_every_character_of_a_page_leads_back_to_how_it_is_written(pieces: list) -> None:
    """Through entities, tags, comments and tables, the map is exact and nothing is lost."""
    markup, shown = page_of(pieces)
    page = rendered(markup, max_nesting=99, place="page")
    document = Document(id="page", text=page.text, origin=page.origin)
    assert visible(document, markup) == shown


@given(MARKUP, st.integers(0, 1))
def test_every_character_of_a_record_leads_back_through_its_escapes(
    pieces: list, plain: int
) -> None:
    """A WordPress record maps through JSON escapes and HTML entities at once."""
    markup, shown = page_of([("x", "raw"), *pieces])
    source = json.dumps({"content": {"rendered": markup}}, ensure_ascii=bool(plain))
    document = load(source.encode())
    assert [character for character, _ in visible(document, source)] == [one for one, _ in shown]
    for character, span in visible(document, source):
        assert html.unescape(json.loads(f'"{span}"')) == character


@given(MARKUP, st.integers(min_value=0, max_value=400))
def test_a_record_cut_anywhere_is_read_as_far_as_it_goes(pieces: list, cut: int) -> None:
    """What is left of the body is a beginning of it, up to the piece that the cut went through."""
    markup, shown = page_of([("x", "raw"), *pieces])
    source = json.dumps({"content": {"rendered": markup}})
    whole = [character for character, _ in shown]
    ends = list(accumulate(len(json.dumps(page_of([one])[0])) - 2 for one in pieces))
    before = 1 + sum(
        end <= cut and isinstance(one, tuple) for end, one in zip(ends, pieces, strict=True)
    )
    head = source[: source.index("x") + 1 + cut]
    document = load(head.encode())
    kept = [character for character, _ in visible(document, head)]
    agreed = next(
        (i for i, pair in enumerate(zip(kept, whole, strict=False)) if pair[0] != pair[1]),
        len(kept),
    )
    assert len(head) == len(source) or document.damaged
    assert before <= agreed
    assert len(kept) - agreed <= len('<a href="a>b">')


@given(st.text(st.one_of(LETTERS, st.sampled_from("\r\n\t |")), min_size=1), st.integers(0, 1))
def test_plain_text_is_kept_character_for_character(text: str, marked: int) -> None:
    """Only a byte order mark is left out, and CRLF becomes one newline that leads back to both."""
    text = f"a {text}"
    source = "\ufeff" * marked + text
    document = load(source.encode())
    assert document.text == text.replace("\r\n", "\n")
    for place, character in enumerate(document.text):
        span = source[slice(*document.source_span(place, place + 1))]
        assert span == character or (character, span) == ("\n", "\r\n")


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_a_json_text_reads_as_json_says(text: str) -> None:
    """The tolerant reader agrees with the strict one on every sound record."""
    source = json.dumps({"a": [1, {"b": "x"}], "text": text, "z": None})
    found = {entry.path: entry for entry in entries(source, max_nesting=9, place="x")}
    entry = found["text"]
    assert unescaped(source, entry.start, entry.end)[0] == text
    assert entry.is_whole


@given(
    st.lists(
        st.one_of(WRITTEN, st.sampled_from(["<b>", "</b>", "<br>", "<!--x-->", "<i title='>'>"])),
        max_size=30,
    )
)
def test_a_page_reads_as_a_browser_engine_reads_it(pieces: list) -> None:
    """On markup whose meaning is not in doubt, our tokenizer and a browser's agree."""
    markup, _ = page_of(pieces)
    ours = rendered(f"<p>{markup}</p>", max_nesting=99, place="page").text
    theirs = LexborHTMLParser(f"<html><body><p>{markup}</p></body></html>").body.text()
    assert re.sub(r"\s", "", ours) == re.sub(r"\s", "", theirs)


@given(
    st.lists(st.integers(1, 5), min_size=1, max_size=8),
    st.lists(st.integers(1, 5), min_size=1, max_size=8),
)
def test_two_maps_in_a_row_are_one_map(inner: list[int], outer: list[int]) -> None:
    """Run by run, going back through both maps is going back through their composition."""
    middle = sum(outer)
    first = chained([min(one, middle) for one in inner], middle)
    second = chained(outer, 3 * middle)
    joint = first.through(second)
    for place in range(first.starts[-1]):
        (low, high), (least, most) = (
            joint.span(place, place + 1),
            second.span(*first.span(place, place + 1)),
        )
        assert least <= low <= high <= most
    for start, end in zip(first.starts, first.starts[1:], strict=False):
        assert joint.span(start, end) == second.span(*first.span(start, end))


def chained(lengths: list[int], limit: int) -> SourceMap:
    """A map whose runs are exact or whole in turn, within a source of some length."""
    starts, lows, highs, place = [0], [], [], 0
    for number, length in enumerate(lengths):
        low = min(place, limit - 1)
        high = min(low + length + number % 2, limit)
        if number % 2 == 0 and high - low < length:
            high = low + 1
        lows.append(low)
        highs.append(high)
        starts.append(starts[-1] + length)
        place = high
    return SourceMap(offsets(starts), offsets(lows), offsets(highs))
