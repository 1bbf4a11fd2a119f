"""Discourse: what earlier sentences fixed, and the sides that neither words nor context name."""

from typing import NamedTuple

from nktrade.core.codes import WORLD
from nktrade.core.period import Period
from nktrade.reading.frames import Frame

WORDS, CLAUSE, DISCOURSE, PRIOR = 0.98, 0.9, 0.8, 0.6
"""How far a value is to be trusted that comes from the words, the clause before, the text, a prior."""
_PRK, _CHN = "PRK", "CHN"
_BOUGHT_BY_PRK = frozenset(
    "crude oil;refined petroleum;gasoline;diesel;kerosene;jet fuel;fuel oil;lpg;rice;corn;wheat flour;"
    "fertilizer;soybean oil;edible oil;sugar;grain;trucks;buses;cars;vehicles;machinery;urea;medicines;"
    "wheat;mobile phones;luxury goods;flour;food;plastics;tires;watch parts;wig material;tobacco".split(
        ";"
    )
)


class Known(NamedTuple):
    """A value with how far it is to be trusted."""

    value: str | None
    trust: float = WORDS


class State(NamedTuple):
    """What holds until words say otherwise."""

    reporter: Known = Known(None)
    partner: Known = Known(None)
    flow: str | None = None
    sign: str | None = None
    commodity: str | None = None
    period: Period | None = None
    year: int | None = None
    base: str | None = None
    subject: str | None = None
    money: str | None = None
    scope: str | None = None
    source: tuple[str, ...] = ()
    paragraph: int = 0
    main: tuple[str | None, str | None] = (None, None)
    """The sides of the first claim: a later local partner does not last beyond its sentence."""


class Sides(NamedTuple):
    """Whose trade, with whom."""

    reporter: Known
    partner: Known


class Setting(NamedTuple):
    """What holds for the whole document."""

    is_north: bool
    """Whether the document is about North Korea's trade, or names nobody."""
    priors: bool
    limits: bool = False
    """Whether the sentence speaks of bans and caps, which bind trade with everybody."""


def sides(
    frame: Frame, before: Sides, state: State, setting: Setting, commodity: str | None
) -> Sides:
    """Reporter and partner of a frame: words first, then the clause before, the text, the prior."""
    reporter, partner = frame.reporter, frame.partner
    if reporter == "pair" or partner == "pair":
        return before if before.reporter.value else _prior(frame, setting, commodity)
    if reporter == "self":
        reporter = _self(before, state, partner)
    if partner in {"self", "other", "reverse"}:
        partner = None
    if reporter == "other":
        reporter = before.partner.value
    if partner == "overall":
        partner = None if before.partner.value not in {None, WORLD} else WORLD
    if reporter and partner and reporter != partner:
        return Sides(Known(reporter), Known(partner))
    if partner and partner != reporter:
        return _with_partner(partner, before, frame, setting)
    if reporter:
        return _with_reporter(reporter, before, setting)
    if before.reporter.value:
        return before
    return _prior(frame, setting, commodity)


def _self(before: Sides, state: State, partner: str | None) -> str | None:
    """Whom 'its' stands for: the subject, else the side that reported before."""
    for candidate in (state.subject, before.reporter.value):
        if candidate and candidate != partner:
            return candidate
    return before.partner.value if before.partner.value != partner else None


def _with_partner(partner: str, before: Sides, frame: Frame, setting: Setting) -> Sides:
    old, other = before
    if old.value and old.value != partner:
        return Sides(_older(old), Known(partner))
    if old.value == partner and other.value and other.value != WORLD:
        return Sides(_older(other), Known(partner))
    if partner == WORLD and old.value is None:
        return Sides(_prior(frame, setting, None).reporter, Known(WORLD))
    return Sides(_usual(partner, setting), Known(partner))


def _with_reporter(reporter: str, before: Sides, setting: Setting) -> Sides:
    old, other = before
    if old.value == reporter and other.value:
        return Sides(Known(reporter), _older(other))
    if other.value == reporter and old.value:
        return Sides(Known(reporter), _older(old))
    if old.value and other.value and reporter.partition("-")[0] == old.value.partition("-")[0]:
        return Sides(Known(reporter), _older(other))
    return Sides(Known(reporter), _usual(reporter, setting))


def _older(known: Known) -> Known:
    return Known(known.value, min(known.trust, CLAUSE))


def _usual(code: str, setting: Setting) -> Known:
    """The other side that such reporting means when it names one alone."""
    if not setting.priors:
        return Known(None)
    if not setting.is_north:
        return Known(WORLD, PRIOR)
    if code == _PRK:
        return Known(WORLD if setting.limits else _CHN, PRIOR)
    return Known(_PRK, PRIOR)


def _prior(frame: Frame, setting: Setting, commodity: str | None) -> Sides:
    """The sides where nothing names any: the North and China, by who sells such goods."""
    if not (setting.priors and setting.is_north):
        return Sides(Known(None), Known(None))
    other = WORLD if setting.limits else _CHN
    sells = frame.flow == "export" and commodity in _BOUGHT_BY_PRK
    if sells:
        return Sides(Known(other, PRIOR), Known(_PRK, PRIOR))
    return Sides(Known(_PRK, PRIOR), Known(other, PRIOR))


def lasting(found: Sides, state: State) -> Sides:
    """The sides with which a new sentence begins: the text's main pair, unless both were named."""
    first, second = state.main
    if first is None:
        return found
    if found.reporter.value in {first, second} and found.partner.value not in {first, second}:
        return Sides(Known(first, DISCOURSE), Known(second, DISCOURSE))
    return Sides(
        Known(found.reporter.value, min(found.reporter.trust, DISCOURSE)),
        Known(found.partner.value, min(found.partner.trust, DISCOURSE)),
    )
