"""Citations: numbered UN resolutions, with the date and the measure that the text attaches to them."""

from collections.abc import Iterator, Sequence
from datetime import date

from nktrade.core.claims import Citation
from nktrade.core.period import Period
from nktrade.reading.clauses import Sentence
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.periods import Anchor, When, resolve
from nktrade.reading.words import Mention
from nktrade.reference import resolutions

_MONTHS = frozenset({"month", "month_past"})
_NEAR = 60
_BESIDE = 4
_IN_WORDS = len(" in on ")
"""How much further off a date stands where words are written apart."""
_MONTHS_AFTER = 10
"""A text that says 'last December' is written before the November after, or it would say 'a year ago'."""


def citations(
    text: str, document: str, sentences: Sequence[Sentence], lexicon: Lexicon, day: date | None
) -> tuple[Citation, ...]:
    """Every numbered resolution, in order of its place."""
    return tuple(
        _citation(text, document, sentence, start, end, number, year, lexicon, Anchor(day))
        for sentence in sentences
        for one in sentence.items
        if one.role == "resolution"
        for start, end, number, year in _numbers(text, one, lexicon)
    )


def _numbers(
    text: str, one: Mention, lexicon: Lexicon
) -> Iterator[tuple[int, int, int, int | None]]:
    """Place, number and bracketed year of each number behind the word."""
    begin = one.start
    matched = next(
        (
            found
            for at in range(one.start, one.end)
            if (found := lexicon.citation.match(text, at, one.end))
        ),
        None,
    )
    while matched:
        year = int(matched["year"]) if matched["year"] else None
        yield begin, matched.end("n"), int(matched["n"]), year
        begin = matched.end()
        matched = lexicon.citation_next.match(text, begin, one.end)


def _citation(  # noqa: PLR0917 - one row of what was matched
    text: str,
    document: str,
    sentence: Sentence,
    start: int,
    end: int,
    number: int,
    year: int | None,
    lexicon: Lexicon,
    anchor: Anchor,
) -> Citation:
    when = None
    if not year and lexicon.marks_cases:
        when = _adopted_before(sentence.items, start)
    if not year and when is None:
        when = _adopted(sentence.items, end, lexicon)
    adopted = Period.year(year) if year else _day_or_period(when, anchor) if when else None
    printed = text[start:end].lstrip(" ,/&")
    deadline = lexicon.deadline.search(text, end, sentence.end)
    return Citation(
        document=document,
        start=end - len(printed),
        end=end,
        surface=printed,
        number=number,
        adopted=adopted,
        measures=tuple(
            dict.fromkeys(one.value for one in sentence.items if one.role == "commodity")
        ),
        deadline=deadline[0] if deadline else None,
        inferred=("adopted",) if when and not when.has_year else (),
    )


def _adopted(items: Sequence[Mention], end: int, lexicon: Lexicon) -> When | None:
    """The time word that tells when it was adopted: behind a word of adopting, or right behind it."""
    reached, told = end, False
    beside = _BESIDE if lexicon.marks_cases else _BESIDE + _IN_WORDS
    for one in items:
        if one.start < end:
            continue
        if one.start - reached > _NEAR or one.role in {"figure", "flow", "deal"}:
            return None
        if one.when is not None:
            return one.when if told or one.start - end <= beside else None
        told = told or one.role == "adopted"
        reached = one.end
    return None


def _adopted_before(items: Sequence[Mention], start: int) -> When | None:
    """The time word that a word of adopting leads from to the resolution: 2017년 12월 채택된 결의."""
    reached, told = start, False
    for one in reversed([each for each in items if each.end <= start]):
        if reached - one.end > _NEAR // 4 or one.role in {"figure", "flow", "deal"}:
            return None
        if one.when is not None:
            return one.when if told else None
        told = told or one.role == "adopted"
        reached = one.start
    return None


def _day_or_period(when: When, anchor: Anchor) -> Period | None:
    """A full date as its day, else the days that the words stand for."""
    if when.means != "none":
        return resolve(when, anchor)
    month = resolve(when._replace(means="month"), anchor) if when.month and when.day else None
    if month is None or when.day is None:
        return None
    try:
        day = month.first.replace(day=when.day)
    except ValueError:
        return None
    return Period(day, day)


def latest_day(sentences: Sequence[Sentence], text: str, lexicon: Lexicon) -> date | None:
    """The last day on which a text without a date line can have been written.

    A resolution adopted "last December" bounds it: the register, not any customs figure, gives the year.
    """
    for sentence in sentences:
        for one in sentence.items:
            if one.role != "resolution":
                continue
            for _, end, number, _ in _numbers(text, one, lexicon):
                when = _adopted(sentence.items, end, lexicon)
                if when and when.month and not when.has_year and when.means in _MONTHS:
                    found = _year_adopted(number, when.month)
                    if found:
                        return Period.month(found, when.month + _MONTHS_AFTER).last
    return None


def _year_adopted(number: int, month: int) -> int | None:
    """The year in which this resolution, or the one it is mistaken for, was adopted in that month."""
    known = resolutions()
    own = known.get(number)
    alike = [own, known.get(own.resembles) if own and own.resembles else None]
    return next((one.adopted.year for one in alike if one and one.adopted.month == month), None)
