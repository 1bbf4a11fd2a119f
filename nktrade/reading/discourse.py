"""Discourse: what earlier sentences fixed, and how a frame's sides are filled from it."""

from collections.abc import Iterable
from typing import NamedTuple

from nktrade.core.codes import WORLD
from nktrade.core.period import Period
from nktrade.reading.figures import Spot
from nktrade.reading.frames import Frame
from nktrade.reading.pointing import Pointed
from nktrade.reading.roles import OTHER_WAY, WAYS
from nktrade.reading.setting import Setting, usual_partner, usual_reporter, usual_sides
from nktrade.reading.surroundings import NORTH

WORDS, CLAUSE, DISCOURSE, PRIOR = 0.98, 0.9, 0.8, 0.6
"""How far a value is to be trusted that comes from the words, the clause before, the text, a prior."""
_UNSAID = frozenset({"self", "other", "reverse", "pair", "nation", "former", "latter"})


class Known(NamedTuple):
    """A value with how far it is to be trusted."""

    value: str | None
    trust: float = WORDS

    def older(self, trust: float) -> "Known":
        """The value seen from a later clause or sentence."""
        return Known(self.value, min(self.trust, trust))


class Sides(NamedTuple):
    """Whose trade, with whom."""

    reporter: Known = Known(None)
    partner: Known = Known(None)

    @property
    def is_guessed(self) -> bool:
        """Whether neither words nor text name either side."""
        return max(self.reporter.trust, self.partner.trust) <= PRIOR or self.reporter.value is None

    def older(self, trust: float) -> "Sides":
        """The sides seen from a later clause or sentence."""
        return Sides(self.reporter.older(trust), self.partner.older(trust))


class Theme(NamedTuple):
    """What a text as a whole is about."""

    flow: str | None
    sign: str | None
    commodity: str | None


class Pool(NamedTuple):
    """The flows of two countries as one."""

    flow: str
    sides: Sides


class Told(NamedTuple):
    """Of what an amount was told."""

    flow: Known
    sides: Sides
    commodity: Known


class State(NamedTuple):
    """What holds until words say otherwise."""

    sides: Sides = Sides()
    flow: str | None = None
    sign: str | None = None
    commodity: str | None = None
    period: Period | None = None
    month: Period | None = None
    """The month last spoken of."""
    first: Period | None = None
    """The period of the first claims, with which a paragraph begins that names none."""
    event: Period | None = None
    """The month of the last day named."""
    year: int | None = None
    base: str | None = None
    subject: str | None = None
    unit: str | None = None
    """The money or measure of the last amount."""
    price: Spot | None = None
    """The price of the last sentence."""
    is_share: bool = False
    """Whether the last percentage told was a share."""
    opens: bool = False
    """Whether a paragraph begins: a month told alone is then what it is about."""
    is_one: bool = False
    """Whether all figures of the last sentence were of one flow: what says nothing more goes on about it."""
    announced: str | None = None
    """The goods that the last sentence was about, which had no figure: 무연탄은 사정이 다르다."""
    listed: str | None = None
    """The flow of the last sentence that told with whom is traded."""
    latest: Sides = Sides()
    """The two sides of the last figure."""
    shared: Sides | None = None
    """The two sides of the share with which the last sentence ended."""
    level: int | None = None
    """Where the only amount of the last sentence stands."""
    source: tuple[str, ...] = ()
    sourced: int = -1
    """Where a source was last named."""
    is_limit: bool = False
    """Whether the last sentence announced a limit whose figures follow: 设了上限."""
    flows: tuple[str, ...] = ()
    """The flows of the last sentence with figures: a sum of both ways is trade."""
    ways: frozenset[str] = frozenset()
    """The ways told so far, seen from the country in focus."""
    others: frozenset[str] = frozenset()
    """The countries with which the country in focus was said to trade."""
    told: tuple[Told, ...] = ()
    """Of what the last sentence with levels told them: a year ago the figures were 5 and 3."""
    amounts: tuple[str, ...] = ()
    """The flows of all goods of which that sentence told an amount."""
    way: str | None = None
    """The direction of the last sentence that told one, as the first claim's reporter sees it."""
    pointed: Pointed = Pointed()
    """What the former, the latter and those to China point at."""
    maker: str | None = None
    """Whose goods the text is about: Australian coal found new homes."""
    focus: str | None = None
    """The country that the text is about: the first reporter, or whose supplier or buyer it names."""
    main_flow: str | None = None
    """The flow of the first claim that is no balance."""
    theme: "Theme | None" = None
    """What the first claim is of: a new paragraph begins with it."""
    traders: tuple[str, ...] = ()
    """The last two countries that one flow was told of, one after the other: 两国合计 is theirs."""
    pooled: Pool | None = None
    """The flows of two countries that the last sentence told beside each other: between them, it is theirs."""
    main_goods: str | None = None
    """The goods of the first claim: what follows country by country is of them."""
    main: Sides = Sides()
    """The sides of the first claim: a partner named later lasts no longer than its sentence."""


def told_ways(state: State, told: Iterable[tuple[str | None, Sides]]) -> frozenset[str]:
    """The ways told after further flows, each seen from the country in focus."""
    ways = {
        OTHER_WAY[flow] if state.focus and sides.partner.value == state.focus else flow
        for flow, sides in told
        if flow in WAYS
    }
    return state.ways | ways


def sides_of(
    frame: Frame, before: Sides, state: State, setting: Setting, commodity: str | None
) -> Sides:
    """Reporter and partner of a frame: words first, then the clause before, the text, the prior."""
    if frame.reporter == frame.partner == "self" and state.subject in {one.value for one in before}:
        return before.older(CLAUSE)  # its share of the country's imports: the two spoken of
    reporter = _spoken(frame.reporter, before, state, frame.partner)
    partner = None if frame.partner in _UNSAID else frame.partner
    if partner == "overall":
        partner = None if _is_of_both(before, state) and reporter is None else WORLD
    if reporter == partner:
        partner = None
    if frame.partner == "self" and reporter:
        meant = (NORTH,) if setting.is_north else (state.maker, state.subject)
        partner = next((one for one in meant if one not in {None, reporter}), None)
    if reporter and partner:
        pointed = CLAUSE if frame.reporter in _UNSAID else WORDS
        return Sides(Known(reporter, pointed), Known(partner))
    if partner:
        is_passed_on = _is_from_seller(frame, before, state, partner)
        found = _with_partner(partner, before, frame, setting, commodity)
        found = Sides(before.partner.older(CLAUSE), Known(partner)) if is_passed_on else found
        return found if is_passed_on else _of_focus(found, state, setting)
    if reporter:
        found = _with_reporter(reporter, before, frame, state, setting)
        return Sides(
            found.reporter.older(CLAUSE if frame.reporter in _UNSAID else WORDS), found.partner
        )
    if before.is_guessed and state.maker and frame.flow in WAYS:
        return _made(state.maker, frame.flow, state.subject, setting)
    return before if before.reporter.value else _unnamed(frame, setting, commodity)


def _is_from_seller(frame: Frame, before: Sides, state: State, partner: str) -> bool:
    """Whether goods went on to another from whom the buyer before had theirs: Peru took 5 tons, 3 went to Chile."""
    seller = before.partner
    is_known = seller.value not in {None, WORLD, partner} and seller.trust > PRIOR
    return frame.head.value == "export:went" and state.flow == "import" and is_known


def _is_of_both(before: Sides, state: State) -> bool:
    """Whether overall trade is that of the two countries spoken of: unless that was just told."""
    is_settled = before.partner.value not in {None, WORLD} and before.partner.trust > PRIOR
    return is_settled and "total" not in state.amounts


def _of_focus(found: Sides, state: State, setting: Setting) -> Sides:
    """The sides of a flow whose other side alone is named: it is that of whom the text is about."""
    focus = focus_of(state, setting)
    is_own = found.partner.value == WORLD or country_of(found.partner.value) == focus
    if setting.is_north or state.focus is None or is_own or found.reporter.trust > CLAUSE:
        return found
    return Sides(Known(focus, DISCOURSE), found.partner)


def _made(maker: str, flow: str, subject: str | None, setting: Setting) -> Sides:
    """The sides of goods whose country is named: it sells them, to whom the sentence before was about."""
    made, other = Known(maker, DISCOURSE), usual_partner(maker, setting)
    if flow == "export":
        return Sides(made, Known(other, PRIOR))
    options = (subject, setting.home, other)
    buyer = next((one for one in options if one not in {None, maker}), None)
    return Sides(Known(buyer, PRIOR), made)


def _spoken(reporter: str | None, before: Sides, state: State, partner: str | None) -> str | None:
    """The reporter with pronouns resolved: 'its' is the subject's, else that of the clause before."""
    if reporter == "self":
        options = (state.subject, before.reporter.value, before.partner.value)
        return next((one for one in options if one and one != partner), None)
    if reporter == "other":
        return before.partner.value
    return None if reporter in _UNSAID else reporter


def _with_partner(
    partner: str, before: Sides, frame: Frame, setting: Setting, commodity: str | None
) -> Sides:
    old, other = before
    if old.value and old.value != partner:
        return Sides(old.older(CLAUSE), Known(partner))
    if old.value == partner and other.value and other.value != WORLD:
        return Sides(other.older(CLAUSE), Known(partner))
    if partner == WORLD:
        return Sides(_unnamed(frame, setting, commodity).reporter, Known(WORLD))
    return Sides(Known(usual_reporter(partner, setting), PRIOR), Known(partner))


def _with_reporter(
    reporter: str, before: Sides, frame: Frame, state: State, setting: Setting
) -> Sides:
    old, other = before
    is_same = country_of(reporter) == country_of(old.value)
    if is_same and other.trust <= PRIOR and setting.is_north:
        return Sides(Known(reporter), Known(usual_partner(reporter, setting), PRIOR))
    if is_same and other.value:
        return Sides(Known(reporter), other.older(CLAUSE))
    if other.value == reporter and old.value:
        return Sides(Known(reporter), old.older(CLAUSE))
    focus = focus_of(state, setting)
    is_topic = not setting.is_north and country_of(reporter) == focus
    is_agent = frame.head.value.endswith(":agent")
    if is_agent and state.focus and not (setting.is_north or is_topic):
        return Sides(Known(reporter), Known(focus, DISCOURSE))
    if frame.head.role != "flow" and not (is_topic and frame.head.role == "deed"):
        spoken = way_of(before, state)
        other_side = old if {frame.flow, spoken} == WAYS else other
        is_same = frame.flow == spoken or other_side is old
        is_told = other_side.trust > PRIOR or (other_side is old and other.trust > PRIOR)
        if is_same and other_side.value not in {None, WORLD} and is_told:
            return Sides(Known(reporter), other_side.older(DISCOURSE))
    return Sides(Known(reporter), Known(usual_partner(reporter, setting), PRIOR))


def way_of(before: Sides, state: State) -> str | None:
    """Which way goods go between the two sides, as the last sentence that told one said."""
    return state.flow if state.flow in WAYS else turned(state.way, state.main, before)


def turned(flow: str | None, told: Sides, seen: Sides) -> str | None:
    """The flow that was told from one side as the other side sees it, where that is the reporter now."""
    viewer = seen.reporter.value
    is_other = viewer is not None and viewer == told.partner.value != told.reporter.value
    return OTHER_WAY[flow] if is_other and flow in WAYS else flow


def country_of(code: str | None) -> str | None:
    """The country of a province, or the country itself."""
    return code.partition("-")[0] if code else None


def _unnamed(frame: Frame, setting: Setting, commodity: str | None) -> Sides:
    reporter, partner = usual_sides(frame.flow, commodity, setting)
    return Sides(Known(reporter, PRIOR), Known(partner, PRIOR))


def focus_of(state: State, setting: Setting) -> str | None:
    """The country that a text is about: others take the place of its partner, not of it."""
    return NORTH if setting.is_north else country_of(state.focus) or setting.home
