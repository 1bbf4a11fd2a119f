"""Filling: one sentence of a language table becomes a piece of text with its true claims.

A slot names a fact; the world gives its number; the piece keeps where it stands. A sentence that
cannot be filled (a change of nothing, goods that the world lacks) is None, never a bent truth.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from nktrade.core.amount import Amount
from nktrade.core.claims import Citation, Claim, Figure
from nktrade.core.codes import Channel, Flow, Kind
from nktrade.core.period import MONTHS, Period
from nktrade.testing.amounts import Form, Manner, written
from nktrade.testing.choice import Choice, happens
from nktrade.testing.languages import Language, Sentence
from nktrade.testing.pieces import Cited, Piece, Printed, Turn, joined
from nktrade.testing.resolutions import RESOLUTIONS
from nktrade.testing.worlds import Fact, Goods, World

DOCUMENT = "report"
"""The document id that every written claim carries."""
BEFORE = "the claim before"
"""Stands in ``restates`` until claims are numbered."""
_SLOT = re.compile(r"\{([^}]+)\}")
_FACTS = {"level": Kind.LEVEL, "change": Kind.CHANGE_PCT, "difference": Kind.CHANGE_ABS}
_OF_GOODS = ("goods", "value", "quantity", "price", "share")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """All that a slot may look at."""

    language: Language
    world: World
    manner: Manner
    choice: Choice
    published: date
    period: Period
    """The period under discussion."""
    sentence: int = 0
    restates_yuan: bool = False
    """Whether money may be given in yuan with the dollars in brackets."""


def filled(sentence: Sentence, scene: Scene) -> Piece | None:
    """The sentence with every slot filled from the world, or None where one cannot be."""
    pieces: list[Piece] = []
    end = 0
    for slot in _SLOT.finditer(sentence.text):
        pieces.append(Piece(text=sentence.text[end : slot.start()]))
        name, *arguments = slot[1].split(":")
        piece = _slot(name, arguments, scene, sentence)
        if piece is None:
            return None
        pieces.append(piece)
        end = slot.end()
    whole = joined([*pieces, Piece(text=sentence.text[end:])])
    whole = whole if "{period}" in sentence.text else _carried(whole)
    return _opened(whole) if scene.language.cased else whole


def spoken_period(period: Period, scene: Scene, form: str | None = None) -> tuple[str, str] | None:
    """The words for a period, and the form they follow; None where the form has no words for it."""
    forms = _period_forms(period, scene)
    form = form or scene.choice.one(forms)
    if form not in forms:
        return None
    counts = scene.language.counts
    words = form.format(
        month=scene.language.months[period.last.month - 1],
        year=period.last.year,
        count=counts[period.month_count - 1],
    )
    return words, form


def _carried(piece: Piece) -> Piece:
    """The piece with the period of its claims marked as that of the sentences before."""
    printed = (
        replace(one, claim=replace(one.claim, inferred=("period",))) for one in piece.printed
    )
    return replace(piece, printed=tuple(printed))


def _opened(piece: Piece) -> Piece:
    """The piece as it begins a sentence, with whatever else might stand at its beginning."""
    turns = [one if one.start else replace(one, false=_capital(one.false)) for one in piece.turns]
    return replace(piece, text=_capital(piece.text), turns=tuple(turns))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _slot(name: str, arguments: list[str], scene: Scene, sentence: Sentence) -> Piece | None:
    slots: dict[str, Callable[[], Piece | None]] = {
        **dict.fromkeys(_FACTS, lambda: _figure(_fact(name, arguments, scene), scene)),
        **dict.fromkeys(scene.language.directions, lambda: _direction(name, arguments, scene)),
        **dict.fromkeys(scene.language.gaps, lambda: _gap(name, scene)),
        **dict.fromkeys(_OF_GOODS, lambda: _of_goods(name, int(arguments[0]), scene, sentence)),
        "period": lambda: _period(scene),
        "citation": lambda: _citation(scene),
    }
    return slots.get(name, lambda: Piece(text=_word(name, arguments, scene)))()


def _word(name: str, arguments: list[str], scene: Scene) -> str:
    """A word that says nothing which a claim could be wrong about."""
    language, world = scene.language, scene.world
    if name == "base":
        return scene.choice.one(language.bases[arguments[0] if arguments else "year_earlier"])
    if name == "customs":
        return scene.choice.one(language.countries[world.counted_by].customs)
    side, _, what = name.partition("_")
    country = language.countries[world.reporter if side == "reporter" else world.partner]
    if what == "name":
        return country.names[0]
    return scene.choice.one(country.adjectives if what else country.names)


def _fact(name: str, arguments: list[str], scene: Scene) -> Fact:
    flow, base = Flow(arguments[0]), arguments[1] if len(arguments) > 1 else None
    if name == "level":
        period = scene.period.before(base) if base else scene.period
        return Fact(kind=Kind.LEVEL, flow=flow, period=period or scene.period)
    return Fact(
        kind=_FACTS[name],
        flow=flow,
        period=scene.period,
        base=base or "year_earlier",
        unit="percent" if name == "change" else "USD",
    )


def _figure(fact: Fact, scene: Scene) -> Piece | None:
    """The fact in print; money sometimes in yuan with the dollars in brackets."""
    truth = scene.world.truth(fact)
    if truth == 0:
        return None
    plain = _print(fact, truth, scene)
    restated = fact.kind is Kind.LEVEL and fact.unit == "USD" and scene.restates_yuan
    if plain is None or not restated or not happens(scene.choice, 2):
        return plain
    pieces = [_print(one, scene.world.truth(one), scene) for one in _currencies(fact, scene)]
    first, second = (piece or Piece() for piece in pieces)
    bracket, tied = Piece(text=scene.language.bracket), _restating(second)
    return joined([first, bracket, tied, Piece(text=")")])


def _restating(piece: Piece) -> Piece:
    """The piece with its figure marked as the same amount as the figure before it."""
    printed = (replace(one, claim=replace(one.claim, restates=BEFORE)) for one in piece.printed)
    return replace(piece, printed=tuple(printed))


def _currencies(fact: Fact, scene: Scene) -> list[Fact]:
    return [replace(fact, unit=unit) for unit in scene.language.restated]


def _print(fact: Fact, truth: Fraction, scene: Scene) -> Piece | None:
    found = written(abs(truth), fact.unit, scene.manner)
    if found is None:
        return None
    return printed_piece(fact, truth, *found, scene)


def printed_piece(fact: Fact, truth: Fraction, amount: Amount, form: Form, scene: Scene) -> Piece:
    """The amount in print with its hedge, and the claim it makes."""
    surface = form.surface(amount)
    before, _, after = form.hedge.partition("{}")
    figure = Figure(
        document=DOCUMENT,
        start=len(before),
        end=len(before) + len(surface),
        surface=surface,
        amount=amount,
        unit=fact.unit,
    )
    claim = _claim(fact, truth, figure, scene)
    return Piece(
        text=before + surface + after, printed=(Printed(claim=claim, truth=truth, form=form),)
    )


def _claim(fact: Fact, truth: Fraction, figure: Figure, scene: Scene) -> Claim:
    is_signed = fact.flow is Flow.BALANCE or fact.base is not None
    return Claim(
        id="",
        figure=figure,
        kind=fact.kind,
        flow=fact.flow,
        reporter=scene.world.reporter,
        partner=scene.world.partner,
        commodity=fact.commodity,
        period=fact.period,
        sign=("-" if truth < 0 else "+") if is_signed else None,
        base=fact.base,
        source=(scene.world.compiler,),
        channel=Channel.RECORDED,
        share_of="all" if fact.kind is Kind.SHARE_PCT else None,
        sentence=scene.sentence,
    )


def _direction(name: str, arguments: list[str], scene: Scene) -> Piece | None:
    fact = _fact("change", arguments, scene)
    truth = scene.world.truth(fact)
    if truth == 0:
        return None
    rose, fell = scene.choice.one(scene.language.directions[name])
    true, false = (rose, fell) if truth > 0 else (fell, rose)
    turn = _turn("direction", true, false, scene)
    return Piece(text=true, turns=(replace(turn, flow=fact.flow, base=fact.base),))


def _gap(name: str, scene: Scene) -> Piece | None:
    truth = scene.world.level(Flow.BALANCE, scene.period)
    if truth == 0:
        return None
    surplus, deficit = scene.choice.one(scene.language.gaps[name])
    true, false = (surplus, deficit) if truth > 0 else (deficit, surplus)
    turn = _turn("direction", true, false, scene)
    return Piece(text=true, turns=(replace(turn, flow=Flow.BALANCE),))


def _turn(kind: str, true: str, false: str, scene: Scene) -> Turn:
    return Turn(kind=kind, start=0, end=len(true), false=false, sentence=scene.sentence)


def _of_goods(name: str, number: int, scene: Scene, sentence: Sentence) -> Piece | None:
    goods = [one for one in scene.world.goods if one.flow.value == sentence.goods]
    if len(goods) < number or scene.period != scene.world.month:
        return None
    one = goods[number - 1]
    if name == "goods":
        return Piece(text=scene.choice.one(scene.language.commodities[one.commodity]))
    return _figure(_goods_fact(name, one, scene), replace(scene, restates_yuan=False))


def _goods_fact(name: str, goods: Goods, scene: Scene) -> Fact:
    kinds = {"price": Kind.UNIT_PRICE, "share": Kind.SHARE_PCT}
    units = {"price": f"USD/{goods.unit}", "share": "percent", "quantity": goods.unit}
    return Fact(
        kind=kinds.get(name, Kind.LEVEL),
        flow=goods.flow,
        period=scene.period,
        commodity=goods.commodity,
        unit=units.get(name, "USD"),
    )


def _period(scene: Scene) -> Piece:
    found = spoken_period(scene.period, scene)
    assert found is not None  # noqa: S101 - a form is chosen from those that fit
    words, form = found
    # The month before, or the run of the year before.
    shift = -1 if scene.period.month_count == 1 else -MONTHS
    other = spoken_period(scene.period.shifted(shift), scene, form)
    if other is None or other[0] == words:
        return Piece(text=words)
    turn = _turn("period", words, other[0], scene)
    return Piece(text=words, turns=(replace(turn, shift=shift),))


def _period_forms(period: Period, scene: Scene) -> list[str]:
    forms = scene.language.periods
    months, ends = period.month_count, period.last
    if months == 1:
        just_now = (scene.published.year - ends.year) * MONTHS + scene.published.month - ends.month
        return forms["month"] + (forms["recent"] if just_now == 1 else [])
    special = {3: "quarter", 6: "half", MONTHS: "year"}.get(months)
    if months == MONTHS:
        return forms["year"]
    return (forms[special] if special else []) + forms["run"]


def _citation(scene: Scene) -> Piece:
    """A resolution adopted before the report, with its date."""
    known = [one for one in RESOLUTIONS if one.adopted < scene.published] or RESOLUTIONS[:1]
    resolution = scene.choice.one(known)
    name, text = scene.choice.one(scene.language.citations)
    surface = name.format(number=resolution.number)
    day_form = scene.choice.one(scene.language.full_day)
    day = scene.language.spoken(resolution.adopted, day_form)
    start, end = _place("{name}", surface, text, ("{date}", day))
    date_start, date_end = _place("{date}", day, text, ("{name}", surface))
    citation = Citation(
        document=DOCUMENT,
        start=start,
        end=end,
        surface=surface,
        number=resolution.number,
        adopted=Period(resolution.adopted, resolution.adopted),
    )
    cited = Cited(citation=citation, date_start=date_start, date_end=date_end, date_form=day_form)
    return Piece(text=text.format(name=surface, date=day), cited=(cited,))


def _place(mark: str, words: str, text: str, other: tuple[str, str]) -> tuple[int, int]:
    """Where the words for a mark stand when it and the other mark are filled."""
    before = text.partition(mark)[0].replace(*other)
    return len(before), len(before) + len(words)
