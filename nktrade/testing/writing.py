"""Reports: a true record of trade, written the way people write, with all that it truly claims.

``random_reports`` gives them in bulk and repeatably; ``strategies.reports`` gives them to
hypothesis. The writer knows nothing of how nktrade reads: it was written from news reporting, and
its sentences are a judge of the reader, not a mirror of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from nktrade.core.claims import Citation, Claim
from nktrade.core.period import Period
from nktrade.testing.amounts import ROUNDINGS, Manner
from nktrade.testing.choice import Choice, Printer, Seeded, happens
from nktrade.testing.filling import BEFORE, Scene, filled
from nktrade.testing.languages import Sentence, Style, language
from nktrade.testing.pieces import Cited, Piece, Printed, Turn, joined
from nktrade.testing.tabling import tabled
from nktrade.testing.worlds import World, some_world

_MOST_FOLLOWING = 4
_TABLE_ONCE_IN = 10


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class WrittenReport:
    """A report that is true in every figure, within its rounding."""

    text: str
    date: date
    """The day of publication, which "last month" and a bare month name look back from."""
    lang: str
    style: str
    world: World
    """The record it was written from, seen from the side the report takes."""
    printed: tuple[Printed, ...]
    """Every figure: its claim, the exact number behind it, and the manner of its print."""
    turns: tuple[Turn, ...] = ()
    """Words that would make claims false if others stood there."""
    cited: tuple[Cited, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What the report truly claims, in the order of the text, spans as printed."""
        return tuple(one.claim for one in self.printed)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The resolutions it cites, rightly."""
        return tuple(one.citation for one in self.cited)

    def __repr__(self) -> str:
        return f"WrittenReport({self.date}, {self.lang}, {self.text!r})"

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:  # noqa: FBT001 - IPython's protocol
        """The same line in notebooks and in hypothesis' falsifying examples."""
        printer.text("..." if cycle else repr(self))


def random_reports(
    seed: int, count: int, *, lang: str = "en", roundings: Sequence[str] = ROUNDINGS
) -> Iterator[WrittenReport]:
    """So many consistent reports; the same seed and language give the same ones everywhere.

    With ``roundings=("down",)`` figures are cut off, not rounded: sums then miss by a last digit.

    >>> next(random_reports(1, 1)).lang
    'en'
    """
    for number in range(count):
        choice = Seeded(f"{seed}/{lang}/{number}")
        yield report_of(some_world(choice), choice, lang=lang, roundings=roundings)


def report_of(
    world: World, choice: Choice, *, lang: str = "en", roundings: Sequence[str] = ROUNDINGS
) -> WrittenReport:
    """The world in writing: side, style, words, units and digits as the choice wills."""
    words = language(lang)
    name = choice.one([name for name, style in words.styles.items() for _ in range(style.weight)])
    style = words.styles[name]
    seen = world.mirrored() if happens(choice, 3) else world
    scene = Scene(
        language=words,
        world=seen,
        manner=Manner(
            language=words,
            choice=choice,
            notations=tuple(style.notations),
            roundings=tuple(roundings),
        ),
        choice=choice,
        published=world.month.last + timedelta(days=choice.whole(7, 27)),
        period=_first_period(seen, choice),
        restates_yuan="CHN" in {world.reporter, world.partner} and happens(choice, 8),
    )
    if happens(choice, _TABLE_ONCE_IN):
        return report_from(tabled(scene), scene, "table")
    return report_from(joined(_body(scene, style)), scene, name)


def _first_period(world: World, choice: Choice) -> Period:
    return choice.one((world.month, world.month, world.run))


def report_from(piece: Piece, scene: Scene, style: str) -> WrittenReport:
    """The piece as a report of its scene, its claims numbered in the order of the text."""
    return WrittenReport(
        text=piece.text,
        date=scene.published,
        lang=scene.language.code,
        style=style,
        world=scene.world,
        printed=_numbered(piece.printed),
        turns=piece.turns,
        cited=piece.cited,
    )


def _numbered(printed: tuple[Printed, ...]) -> tuple[Printed, ...]:
    """The same with ids in the order of the text, and the second of two currencies tied to the first."""
    return tuple(
        replace(one, claim=replace(one.claim, id=f"c{number}", restates=_restated(one, number)))
        for number, one in enumerate(printed, start=1)
    )


def _restated(one: Printed, number: int) -> str | None:
    return f"c{number - 1}" if one.claim.restates == BEFORE else None


def _body(scene: Scene, style: Style) -> list[Piece]:
    """Headline, opening and what follows, each in the light of what stands before."""
    pieces: list[Piece] = []
    if style.headline:
        head = _some("headline", scene, scene.language.sentences)
        pieces += [*head, Piece(text="\n\n")] if head else []
    pieces.append(Piece(text=_dateline(style, scene)))
    sentences: list[Piece] = _some("opening", replace(scene, sentence=1), scene.language.sentences)
    now = scene
    for sentence in _following(scene):
        told = replace(now, sentence=len(sentences) + 1, period=_about(sentence, now))
        piece = filled(sentence, told)
        if piece:  # what cannot be said sets no period for what follows
            sentences, now = [*sentences, piece], told
    for piece in sentences:
        pieces += [piece, Piece(text=scene.language.between)]
    return pieces[:-1]


def _some(role: str, scene: Scene, sentences: list[Sentence]) -> list[Piece]:
    """One sentence of the role, if any can be filled."""
    fitting = [one for one in sentences if one.role == role and _suits(one, scene)]
    first = scene.choice.whole(0, len(fitting) - 1)
    for sentence in fitting[first:] + fitting[:first]:
        piece = filled(sentence, scene)
        if piece is not None:
            return [piece]
    return []


def _suits(sentence: Sentence, scene: Scene) -> bool:
    return sentence.only != "month" or scene.period == scene.world.month


def _following(scene: Scene) -> list[Sentence]:
    """Different sentences to follow the opening, then an aside, goods, a citation."""
    choice, sentences = scene.choice, scene.language.sentences
    sides = {scene.world.reporter, scene.world.partner}
    more = [one for one in sentences if one.role == "more" and _has_run(one, scene.world)]
    count = choice.whole(0, _MOST_FOLLOWING)
    first = choice.whole(0, len(more) - 1)
    step = choice.one((1, 2, 3, 5, 7))
    picked = dict.fromkeys((first + step * number) % len(more) for number in range(count))
    following = [more[place] for place in picked]
    last = {
        "aside": [one for one in sentences if one.role == "aside"],
        "goods": [one for one in sentences if one.role == "goods" and _has_goods(one, scene.world)],
        "citation": [one for one in sentences if one.role == "citation" and "PRK" in sides],
    }
    return following + [
        choice.one(fitting) for fitting in last.values() if fitting and happens(choice, 4)
    ]


def _has_goods(sentence: Sentence, world: World) -> bool:
    return sum(one.flow.value == sentence.goods for one in world.goods) >= sentence.count


def _has_run(sentence: Sentence, world: World) -> bool:
    return sentence.about != "run" or world.run != world.month


def _about(sentence: Sentence, scene: Scene) -> Period:
    if sentence.role == "goods":
        return scene.world.month
    return {"month": scene.world.month, "run": scene.world.run}.get(sentence.about, scene.period)


def _dateline(style: Style, scene: Scene) -> str:
    city = scene.language.countries[scene.world.counted_by].city
    day = scene.language.spoken(scene.published, scene.language.day)
    return scene.choice.one(style.opening).format(city=city, day=day)
