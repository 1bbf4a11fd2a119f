"""Reading: a document becomes claims, statements and citations, each with its exact place."""

from collections.abc import Sequence

from nktrade.core.claims import Reading
from nktrade.core.documents import Document
from nktrade.reading.aligned import raw_tables, span_of
from nktrade.reading.binding import Reader
from nktrade.reading.claiming import claims_of, figure_of
from nktrade.reading.clauses import filled
from nktrade.reading.discourse import State
from nktrade.reading.drafts import Draft
from nktrade.reading.figures import Spot, spots
from nktrade.reading.lexicon import Lexicon, lexicon
from nktrade.reading.periods import Anchor
from nktrade.reading.setting import Setting, setting_of
from nktrade.reading.tables import TableReader
from nktrade.reading.words import Mention, mentions

_FLAT = str.maketrans(
    {
        "\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\r": " ",
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2212": "-",
        "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ",
    }
)  # fmt: skip


def read(document: Document, *, priors: bool = True) -> Reading:
    """Everything that a document says about trade.

    >>> read(Document(id="a", text="China's exports to North Korea fell 5% to $219 million in 2018.")).claims[1]
    """
    words = lexicon(document.lang or "en")
    text = document.text.translate(_FLAT)
    found = mentions(text, words)
    figures = spots(text, found, words)
    setting = setting_of(found, figures, priors=priors)
    drafts = _drafts(document, text, words, found, figures, setting)
    claims, unread = claims_of(document, drafts)
    return Reading(document=document.id, lang=words.code, claims=claims, unread=unread)


def _drafts(
    document: Document,
    text: str,
    words: Lexicon,
    found: list[Mention],
    figures: list[Spot],
    setting: Setting,
) -> list[Draft]:
    """The drafts of the running text and of the tables, in order of their place."""
    tables = raw_tables(document, text)
    spans = [span_of(table) for table in tables]
    state = State()
    out: list[Draft] = []
    waiting = list(zip(spans, tables, strict=True))
    for sentence in filled(text, words, found, figures):
        anchor = Anchor(document.date, state.year, state.sides.reporter.value, state.period)
        while waiting and waiting[0][0][0] < sentence.end:
            table = waiting.pop(0)[1]
            out += TableReader(
                text=text, table=table, lexicon=words, state=state, setting=setting, anchor=anchor
            ).drafts()
        if any(start <= sentence.start and sentence.end <= end + 2 for start, end in spans):
            continue
        own, state = Reader(
            text=text,
            sentence=sentence,
            spots=figures,
            lexicon=words,
            state=state,
            setting=setting,
            anchor=anchor,
        ).drafts()
        out += own
    return out
