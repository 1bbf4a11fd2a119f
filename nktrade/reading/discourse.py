"""Discourse: what earlier sentences fixed, and how a frame's sides are filled from it."""

from collections.abc import Iterable
from typing import NamedTuple

from nktrade.core.period import Period
from nktrade.reading.figures import Spot
from nktrade.reading.pointing import Pointed
from nktrade.reading.roles import OTHER_WAY, WAYS
from nktrade.reading.setting import Setting
from nktrade.reading.surroundings import NORTH

WORDS, CLAUSE, DISCOURSE, PRIOR = 0.98, 0.9, 0.8, 0.6
"""How far a value is to be trusted that comes from the words, the clause before, the text, a prior."""


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

    @property
    def is_half(self) -> bool:
        """Whether words or text name the other side alone, and nobody who trades with it: exports to Japan."""
        other = self.partner
        return self.reporter.value is None and other.value is not None and other.trust > PRIOR

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
    summed: Period | None = None
    """The longer time that was last added up, which ends with the one spoken of: January to July beside July."""
    opened: Period | None = None
    """The period of the first figures of a text."""
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
    is_told: bool = True
    """Whether the last sentence said which way it was traded, or leant on one that did."""
    announced: str | None = None
    """The goods that the last sentence was about, which had no figure: 무연탄은 사정이 다르다."""
    is_other: bool = False
    """Whether the last amounts were no trade, a harvest or a stock: what names no flow goes on about them."""
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
    is_within: bool = False
    """Whether a sentence begins with words for a part of what the one before told: of that."""
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
    by_partner: str | None = None
    """The goods of the last sentence that told with whom: what follows partner by partner is of them."""
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


def focus_of(state: State, setting: Setting) -> str | None:
    """The country that a text is about: others take the place of its partner, not of it."""
    return NORTH if setting.is_north else country_of(state.focus) or setting.home
