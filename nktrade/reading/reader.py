"""Reading: a document becomes claims, statements and citations, each with its exact place."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from nktrade.core.claims import Order, Reading, Statement
from nktrade.core.documents import Document, RawTable
from nktrade.core.period import Period
from nktrade.reading.adding_up import added_up, of_several, worth_beside
from nktrade.reading.binding import drafts_of, said_in
from nktrade.reading.citations import citations, latest_day
from nktrade.reading.claiming import claims_of
from nktrade.reading.clauses import Sentence, filled
from nktrade.reading.discourse import DISCOURSE, State
from nktrade.reading.drafts import Draft
from nktrade.reading.equivalents import with_equivalents, without_equivalents
from nktrade.reading.evidence import evidenced, named_sources
from nktrade.reading.homes import coin_of, home_setting
from nktrade.reading.kinds import Sort
from nktrade.reading.language import only, passages
from nktrade.reading.leaving import after
from nktrade.reading.lexicon import Lexicon, languages, lexicon
from nktrade.reading.mixed import together
from nktrade.reading.openyears import opened
from nktrade.reading.ordering import orders_in
from nktrade.reading.paragraphs import renewed
from nktrade.reading.periods import Anchor
from nktrade.reading.plainness import Course, plainly_told
from nktrade.reading.rating import averaged
from nktrade.reading.remarks import remarks
from nktrade.reading.repeats import with_headline, with_repeats
from nktrade.reading.retelling import retold
from nktrade.reading.scene import Ground, Scene, scene_of
from nktrade.reading.setting import Setting, as_counted, setting_of
from nktrade.reading.sometime import at_some_time
from nktrade.reading.statements import statements_of
from nktrade.reading.tables import TableReader, span_of
from nktrade.reading.topics import stated, topical
from nktrade.reading.windows import sentences
from nktrade.reading.words import landmarks
from nktrade.reference import currencies

"""Characters of a caption that a note repeats."""
_FLAT = {
    "\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\r": " ",
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2212": "-",
    "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ", "\u3000": " ", "\u301c": "~",
    **{chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)},
}  # fmt: skip
"""One character for one: places in the flat text are places in the text."""
_MARKS = re.compile(f"[{''.join(_FLAT)}]")
_MOST_FIGURES = 60
"""A sentence with more is no prose: its figures stay unread, and no text costs more than linear time."""
_MOST_NUMBERS = 200
"""A stretch with more numbers is a dump of digits: it is noted with its place and not read."""
_ASIDES = frozenset({"caption", "boilerplate"})


def read(document: Document, *, priors: bool = True) -> Reading:
    """Everything that a document says about trade.

    Without priors, sides that neither words nor text name stay open.

    >>> text = "China's exports to North Korea fell 5% to $219 million in 2018."
    >>> print(read(Document(id="a", text=text)).claims[1])
    c2 '$219 million': level export CHN>PRK all 2018
    """
    text = _flat(document.text)
    found = passages(text, document.lang)
    spoken = list(dict.fromkeys(one.language for one in found))
    known = [name for name in spoken if name in languages() or name.endswith(".toml")]
    unknown = tuple(
        f"no lexicon for language {name!r}; known: {', '.join(languages())}"
        for name in spoken
        if name not in known
    )
    if not known:
        return Reading(document=document.id, lang=spoken[0], notes=unknown)
    if len(spoken) == 1:
        return _read_in(document, text, lexicon(known[0]), priors=priors)
    read_in = [
        _read_in(document, only(text, found, name), lexicon(name), priors=priors) for name in known
    ]
    return together(document, read_in, unknown)


def _flat(text: str) -> str:
    return _MARKS.sub(lambda mark: _FLAT[mark[0]], text)


def _read_in(document: Document, text: str, words: Lexicon, *, priors: bool) -> Reading:
    """What the text says in one language."""
    text = text.translate(words.letters) if words.letters else text
    marks = landmarks(text, words)
    if (coin := coin_of(marks, words)) != words.coin and coin:
        words = replace(words, coin=coin, country=currencies()[coin].area)
        marks = landmarks(text, words)  # 我国 is whose coin it is
    begun = [span_of(one)[0] for one in document.tables] if words.marks_cases else ()
    found = list(sentences(text, words, marks, begun))
    runs = [one for one in found if _is_run(text, one, words)]
    dumped = {one.start for one in runs}
    read = (filled(text, words, one) for one in found if one.start not in dumped)
    parsed = [one for one in read if one.tells]
    settle = partial(home_setting, words=words) if words.marks_cases else setting_of
    setting = settle(
        [
            *[one for one in marks if one.role != "compared"],  # the sentences have these as cases
            *(item for one in parsed for item in one.items),
        ],
        [spot for one in parsed for spot in one.spots],
        priors=priors,
    )
    day = document.date or latest_day(parsed, text, words)
    page = _Page(document, text, words, setting, Anchor(day or opened(text)))
    drafts, said, ordered = _read(page, parsed)
    claims, unread = claims_of(document, drafts, is_dated=document.date is not None)
    return Reading(
        document=document.id,
        lang=words.code,
        claims=claims,
        statements=tuple(replace(one, id=f"s{index}") for index, one in enumerate(said, 1)),
        citations=citations(text, document.id, parsed, words, day),
        orders=tuple(replace(one, document=document.id) for one in ordered),
        unread=unread,
        notes=remarks(document, drafts, runs),
    )


def _is_run(text: str, sentence: Sentence, words: Lexicon) -> bool:
    """Whether a stretch is digits over digits, not a sentence."""
    if sentence.end - sentence.start < _MOST_NUMBERS:  # each takes a letter
        return False
    numbers = words.digits.finditer(text, sentence.start, sentence.end)
    return sum(1 for _ in numbers) > _MOST_NUMBERS


class _Page(NamedTuple):
    """A document with what holds for all of it."""

    document: Document
    text: str
    words: Lexicon
    setting: Setting
    anchor: Anchor


def _read(
    page: _Page, parsed: Sequence[Sentence]
) -> tuple[list[Draft], list[Statement], list[Order]]:
    """The drafts of running text and tables in order of their place, the statements and stated orders."""
    tables = _tables(page)
    spans = [span for span, _ in tables]
    state, reached, course = State(), 0, Course()
    first = _first_offices(page, parsed)
    drafts: list[Draft] = []
    said: list[Statement] = []
    ordered: list[Order] = []
    for sentence in parsed:
        while tables and tables[0][0][0] < sentence.end:
            told = _table(page, tables.pop(0)[1], state)
            state = _tabled(state, told)
            drafts += told
        if _is_in_table(page.text, sentence, spans):
            continue
        if len(sentence.spots) > _MOST_FIGURES:
            drafts += [Draft(spot=one, sort=Sort(None)) for one in sentence.spots]
            continue
        if "\n" in page.text[reached : sentence.start]:
            state = renewed(state)
        reached = sentence.items[-1].end if sentence.items else sentence.start
        chain = named_sources(sentence.items, page.setting)
        offices = chain or state.source or first
        heard = page._replace(setting=as_counted(page.setting, offices))
        own, said_here, later, orders = _understood(sentence, _ground(heard, state))
        if (period := retold(own, drafts)) is not None:
            spoken = state._replace(period=period, month=_month(period) or state.month)
            own, said_here, later, orders = _understood(sentence, _ground(heard, spoken))
        ordered += orders
        told, source = evidenced(page.text, sentence, own, chain, state.source)
        told = averaged(page.text, told, page.words)
        told = at_some_time(page.text, sentence, told, page.words)
        told = worth_beside(page.text, added_up(sentence, told, drafts))
        told = of_several(page.text, sentence, told, page.words)
        told, course = plainly_told(page.text, sentence, told, page.words, course)
        drafts += told
        named = sentence.start if chain else state.sourced
        # A statement is told by whom its own paragraph names, not by an office of another one.
        is_told = named >= 0 and "\n" not in page.text[named : sentence.start]
        said += said_here(page.document.id, source if is_told else ())
        if page.document.block(sentence.start) not in _ASIDES:
            state = later._replace(source=source, sourced=named)
    for _, table in tables:
        drafts += _table(page, table, state)
    return with_repeats(with_headline(page.text, drafts)), said, ordered


def _month(period: Period) -> Period | None:
    return period if period.month_count == 1 else None


def _is_in_table(text: str, sentence: Sentence, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a sentence is a row or a cell of a table, blanks before it left aside."""
    printed = text[sentence.start : sentence.end]
    begin = sentence.start + len(printed) - len(printed.lstrip())
    return any(low <= begin and sentence.end <= high + 2 for low, high in spans)


def _first_offices(page: _Page, parsed: Sequence[Sentence]) -> tuple[str, ...]:
    """The office that a text names first: its headline stands above it."""
    found = (named_sources(one.items, page.setting) for one in parsed)
    return next((one for one in found if one), ()) if page.words.marks_cases else ()


def _tables(page: _Page) -> list[tuple[tuple[int, int], RawTable]]:
    """The tables of the page that hold something in this language, with where they stand, as its text is read."""
    return [
        (span, _as_read(page, table))
        for table in page.document.tables
        if page.text[slice(*(span := span_of(table)))].strip()
    ]


def _as_read(page: _Page, table: RawTable) -> RawTable:
    """The table in the letters in which the page is read: flat, and in those of the lexicon."""
    letters = page.words.letters
    rows = (
        tuple(replace(cell, text=page.text[cell.start : cell.end]) for cell in row)
        for row in table.rows
    )
    return RawTable(
        rows=tuple(rows),
        caption=_flat(table.caption).translate(letters),
        note=_flat(table.note).translate(letters),
    )


_Stated = Callable[[str, tuple[str, ...]], list[Statement]]


def _understood(
    sentence: Sentence, ground: Ground
) -> tuple[list[Draft], _Stated, State, list[Order]]:
    """The drafts of a sentence, its statements once the source is known, what holds after it, what it compares."""
    orders: list[Order] = []
    if ground.lexicon.marks_cases:
        scene = Scene(ground, sentence.number, sentence.items, sentence.spots, (), (), ())
        sentence, same = without_equivalents(ground.text, sentence)
        own, later = topical(sentence, ground)
        own = with_equivalents(own, sentence.spots, same)
        told = stated(sentence.items, later)
    else:
        scene = scene_of(sentence, ground)
        own = drafts_of(scene)
        later, told = after(scene, own), said_in(scene)
        orders = list(orders_in(scene, own))
    return own, lambda name, source: statements_of(name, scene, told, source), later, orders


def _ground(page: _Page, state: State) -> Ground:
    anchor = page.anchor._replace(
        year=state.year,
        reporter=state.sides.reporter.value,
        period=state.period,
        month=state.month,
        summed=state.summed,
        first=state.opened or state.first,
    )
    return Ground(page.text, page.words, page.setting, state, anchor)


def _table(page: _Page, table: RawTable, state: State) -> list[Draft]:
    ground = _ground(page, state)
    return TableReader(
        text=page.text,
        table=table,
        lexicon=page.words,
        state=state,
        setting=page.setting,
        anchor=ground.anchor,
    ).drafts()


def _tabled(state: State, told: Sequence[Draft]) -> State:
    """The state after a table: the text goes on about its latest period, of several that end together the longest.

    And about the trade that all of it is of, where none was spoken of.
    """
    periods = [one.period for one in told if one.period]
    latest = max(periods, key=lambda one: (one.last, one.month_count), default=state.period)
    state = state._replace(period=latest)
    trades = {(one.flow.value, one.sides.reporter.value, one.sides.partner.value) for one in told}
    if state.flow is not None or len(trades) != 1:
        return state
    return state._replace(flow=told[0].flow.value, sides=told[0].sides.older(DISCOURSE))
