"""Reading: a document becomes claims, statements and citations, each with its exact place."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from nktrade.core.claims import Reading, Statement
from nktrade.core.documents import Document, RawTable
from nktrade.reading.aligned import raw_tables, span_of
from nktrade.reading.binding import Reader
from nktrade.reading.citations import citations, latest_day
from nktrade.reading.claiming import claims_of
from nktrade.reading.clauses import Sentence, filled
from nktrade.reading.discourse import State
from nktrade.reading.drafts import Draft
from nktrade.reading.evidence import evidenced
from nktrade.reading.figures import Spot, spots
from nktrade.reading.lexicon import Lexicon, languages, lexicon
from nktrade.reading.periods import Anchor
from nktrade.reading.repeats import with_repeats
from nktrade.reading.setting import Setting, setting_of
from nktrade.reading.statements import statements_of
from nktrade.reading.tables import TableReader
from nktrade.reading.words import mentions

_FLAT = str.maketrans(
    {
        "\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\r": " ",
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2212": "-",
        "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ",
    }
)  # fmt: skip
_DEFAULT = "en"


def read(document: Document, *, priors: bool = True) -> Reading:
    """Everything that a document says about trade.

    Without priors, sides that neither words nor text name stay open.

    >>> text = "China's exports to North Korea fell 5% to $219 million in 2018."
    >>> print(read(Document(id="a", text=text)).claims[1])
    c2 '$219 million': level export CHN>PRK all 2018
    """
    language = document.lang or _DEFAULT
    if language not in languages():
        note = f"no lexicon for language {language!r}; known: {', '.join(languages())}"
        return Reading(document=document.id, lang=language, notes=(note,))
    words = lexicon(language)
    text = document.text.translate(_FLAT)
    found = mentions(text, words)
    figures = spots(text, found, words)
    sentences = filled(text, words, found, figures)
    day = document.date or latest_day(sentences, text, words)
    page = _Page(document, text, words, setting_of(found, figures, priors=priors), day)
    drafts, said = page.read(sentences, figures)
    claims, unread = claims_of(document, drafts, is_dated=document.date is not None)
    return Reading(
        document=document.id,
        lang=words.code,
        claims=claims,
        statements=tuple(replace(one, id=f"s{index}") for index, one in enumerate(said, 1)),
        citations=citations(text, document.id, sentences, words, day),
        unread=unread,
        notes=_notes(document),
    )


class _Page:
    """One document on its way through the sentences."""

    __slots__ = ("_day", "_document", "_setting", "_text", "_words")

    def __init__(
        self, document: Document, text: str, words: Lexicon, setting: Setting, day: date | None
    ) -> None:
        self._document, self._text, self._words = document, text, words
        self._setting, self._day = setting, day

    def read(
        self, sentences: Sequence[Sentence], figures: Sequence[Spot]
    ) -> tuple[list[Draft], list[Statement]]:
        """The drafts of running text and tables in order of their place, and the statements."""
        waiting = [(span_of(table), table) for table in raw_tables(self._document, self._text)]
        spans = [span for span, _ in waiting]
        state = State()
        drafts: list[Draft] = []
        said: list[Statement] = []
        for sentence in sentences:
            anchor = Anchor(self._day, state.year, state.sides.reporter.value, state.period)
            while waiting and waiting[0][0][0] < sentence.end:
                drafts += self._table(waiting.pop(0)[1], state, anchor)
            if any(low <= sentence.start and sentence.end <= high + 2 for low, high in spans):
                continue
            own, words, after = self._reader(sentence, figures, state, anchor).drafts()
            told, source = evidenced(self._text, sentence, own, self._setting, state.source)
            drafts += told
            said += statements_of(
                self._text,
                self._document.id,
                sentence,
                words,
                self._setting,
                source,
                state.commodity,
            )
            state = state if self._is_aside(sentence) else after._replace(source=source)
        return with_repeats(drafts), said

    def _is_aside(self, sentence: Sentence) -> bool:
        """Whether it stands in a caption or in boilerplate, which set nothing for the body."""
        return self._document.block(sentence.start) in {"caption", "boilerplate"}

    def _reader(
        self, sentence: Sentence, figures: Sequence[Spot], state: State, anchor: Anchor
    ) -> Reader:
        return Reader(
            text=self._text,
            sentence=sentence,
            spots=figures,
            lexicon=self._words,
            state=state,
            setting=self._setting,
            anchor=anchor,
        )

    def _table(self, table: RawTable, state: State, anchor: Anchor) -> list[Draft]:
        return TableReader(
            text=self._text,
            table=table,
            lexicon=self._words,
            state=state,
            setting=self._setting,
            anchor=anchor,
        ).drafts()


def _notes(document: Document) -> tuple[str, ...]:
    """What the reader of the reading should know: a table is announced and absent."""
    announced = [one for one in document.blocks if one.kind == "table_note"]
    if announced and not document.tables:
        printed = " ".join(document.text[announced[0].start : announced[0].end].split())
        return (f"a table is announced and its cells are absent: {printed[:120]!r}",)
    return ()
