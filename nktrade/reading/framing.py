"""Framing: the frames of a clause as the text before it has them, and those of clauses without a flow word."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from nktrade.core.codes import ALL_GOODS, WORLD
from nktrade.reading.discourse import (
    CLAUSE,
    DISCOURSE,
    PRIOR,
    WORDS,
    Known,
    Sides,
    State,
    turned,
    way_of,
)
from nktrade.reading.frames import Frame, frames
from nktrade.reading.parties import Party
from nktrade.reading.parts import SUMS, Part
from nktrade.reading.roles import OTHER_WAY, WATCHERS, WAYS
from nktrade.reading.setting import Setting, home_of
from nktrade.reading.surroundings import NORTH
from nktrade.reading.words import Mention

_DEPENDENCE = "dependence"
_NEAR = len(" on the country of ")
_SUM, _OVERALL, _ALL = "total:sum", "total:overall", "total:all"
_SEVERAL = 2
_OPENING = frozenset({"stop", "break"})
_AUXILIARY = len(" had ")
"""So much may stand between a total and its verb."""


class Bound(NamedTuple):
    """A frame with its sides and goods settled."""

    frame: Frame
    segment: int
    sides: Sides
    commodity: Known
    trust: float = WORDS

    @property
    def start(self) -> int:
        """Where its flow word begins."""
        return self.frame.head.start


def framed(part: Part, state: State, setting: Setting) -> list[Frame]:
    """The frames of a clause, each with what the text before it says of its way and its other side."""
    found = [_going(frame, state) for frame in frames(part.items, part.named)]
    if not found:
        return found
    found = [_same(frame, part, state) for frame in found]
    found = [_reversed(_summed(frame, state), part.items, state) for frame in found]
    found = [_with_all(one, part, state, setting) for one in found]
    found = [_of_theme(one, part, state, setting) for one in found]
    return [_reported(_owned(one, part.about), part.items, setting) for one in found]


def _same(frame: Frame, part: Part, state: State) -> Frame:
    """The frame of trade that is pointed at, and goes the way that was told: that trade has collapsed; trade in it grew."""
    word = part.items[0]
    points = part.points and 0 <= frame.head.start - word.end <= 1
    index = part.items.index(frame.head) + 1
    goods = [one.value for one in part.items[index : index + 2]]
    points = points or goods == ["in", state.commodity]
    is_open = frame.head.value == "total" and frame.reporter is None and frame.partner is None
    return frame._replace(flow=state.flow) if points and is_open and state.flow in WAYS else frame


def unframed(part: Part, before: Sides, state: State) -> list[Bound]:
    """What a clause without a flow word says of the flows before it: their sum, or the other of two."""
    depends = _depending(part)
    return (
        [depends] if depends else [*_turned(part, before, state), *_totalled(part, before, state)]
    )


def of_whole(parts: Sequence[Part], part: Part, before: Sequence[Bound]) -> list[Bound]:
    """The whole behind a share, of which a relative clause goes on: coal was 24 percent of exports, which came to 5 tons."""
    last = before[-1] if before else None
    is_hung = part.items[0].value == "relative" and "commodity" not in part.roles
    if last is None or not is_hung:
        return []
    between = parts[last.segment + 1 : part.number]
    if any(one.role != "stop" for other in between for one in other.items):
        return []
    ahead = [one.role for one in parts[last.segment].items if one.end <= last.start]
    is_share = "share" in ahead or ahead[-2:] == ["figure", "case"]
    if "commodity" not in ahead or ahead[-1:] == ["commodity"] or not is_share:
        return []
    head = part.items[0]._replace(role="flow", value=last.frame.flow)
    whole = Known(ALL_GOODS, CLAUSE)
    return [Bound(last.frame._replace(head=head), part.number, last.sides, whole)]


def _depending(part: Part) -> Bound | None:
    """The trade of which a country's dependence on another is told: the North's dependence on China was 90 percent."""
    word = next((one for one in part.items if one.value == _DEPENDENCE), None)
    if word is None or part.goods:
        return None
    areas = [one for one in part.named if one.mention.role == "area" and "+" not in one.code]
    owners = [one.code for one in areas if one.mention.end <= word.start]
    others = [one.code for one in areas if 0 < one.mention.start - word.end <= _NEAR]
    if not owners or not others or owners[-1] == others[0]:
        return None
    head = word._replace(role="flow", value="total")
    sides = Sides(Known(owners[-1]), Known(others[0]))
    frame = Frame(head, "total", None, owners[-1], others[0])
    return Bound(frame, part.number, sides, Known(ALL_GOODS, CLAUSE))


def _with_all(frame: Frame, part: Part, state: State, setting: Setting) -> Frame:
    """The frame of total exports, imports or a total deficit, which are those with everybody.

    A whole that a clause tells after trade with several others is with everybody too: in all, it imported.
    """
    if frame.partner not in {None, "overall"}:
        return frame
    index = part.items.index(frame.head)
    before = part.items[:index]
    beside = [one for one in before[-3:] if one.role != "commodity"][-1:]
    is_total = bool(beside) and beside[0].role == "whole" and frame.flow != "total"
    is_whole = (is_total or frame.head.value == _ALL) and frame.head.role == "flow"
    is_anothers = is_total and frame.reporter not in {None, "self", NORTH}
    if setting.is_north and (
        (is_whole and _is_norths(frame, state)) or (is_anothers and _is_of_goods(part.items, index))
    ):
        return frame._replace(partner=WORLD)
    sums = part.sums or any(_is_sum(one, after) for one, after in pairwise((*before, frame.head)))
    sums = sums or frame.head.value in SUMS
    is_of_one = frame.flow != "total" and not setting.is_north
    if sums and len(state.others) >= (1 if is_of_one else _SEVERAL):
        own = None if frame.reporter == "self" else frame.reporter
        own = own or (None if setting.is_north else _aside(frame, state) or state.focus)
        return frame._replace(reporter=own, partner=WORLD)
    return frame._replace(partner=WORLD) if is_total and not setting.is_north else frame


def _is_of_goods(items: Sequence[Mention], index: int) -> bool:
    """Whether the flow at a place is of goods that stand beside it: China's total coal imports, total imports of coal."""
    before = items[index - 1].role if index else ""
    after = [one.value if one.role == "case" else one.role for one in items[index + 1 : index + 3]]
    return before == "commodity" or after == ["of", "commodity"]


def _aside(frame: Frame, state: State) -> str | None:
    """A country other than the text's own, of whose trade that way, with nobody named, was just told: Laos sold ore, out of total sales of."""
    reporter, partner = state.sides
    is_own = reporter.trust >= CLAUSE or (frame.reporter == "self" and reporter.trust > PRIOR)
    is_open = partner.trust <= (DISCOURSE if reporter.trust >= CLAUSE else PRIOR)
    is_told = is_own and is_open and state.flow == frame.flow
    return reporter.value if is_told and reporter.value != WORLD else None


def _is_norths(frame: Frame, state: State) -> bool:
    """Whether it is the North's, and nobody was named so far as the other side."""
    reporter, partner = state.sides
    is_open = partner.value in {None, WORLD} or partner.trust <= PRIOR
    return is_open and (frame.reporter or reporter.value) == NORTH


def _of_theme(frame: Frame, part: Part, state: State, setting: Setting) -> Frame:
    """The frame of what another country buys, in a text on whose goods it buys: Chinese imports, though, fell."""
    focus, theme = state.focus, state.theme
    is_open = frame.reporter is not None and frame.reporter.isupper() and frame.partner is None
    is_other = is_open and frame.head.role == "flow" and frame.reporter != focus
    if setting.is_north or theme is None or not is_other or part.goods:
        return frame
    is_of_goods = theme.commodity not in {None, ALL_GOODS} and state.main.reporter.value == focus
    is_back = frame.flow in WAYS and theme.flow == OTHER_WAY[frame.flow]
    return frame._replace(partner=focus, is_definite=True) if is_of_goods and is_back else frame


def _is_sum(one: Mention, after: Mention) -> bool:
    """Whether a word tells of a whole, and not that something is most of it: almost all of the rice it bought."""
    return one.value in SUMS or (one.role == "whole" and after.value != "of")


def _owned(frame: Frame, about: Party | None) -> Frame:
    """The frame of a verb without a subject, done by the country that the clause goes on about."""
    is_told = frame.head.role == "deed" or _is_agent(frame) or frame.partner is not None
    is_open = frame.reporter is None and is_told
    if about is None or not is_open or frame.partner == about.code:
        return frame
    return frame._replace(reporter=about.code)


def _reported(frame: Frame, items: Sequence[Mention], setting: Setting) -> Frame:
    """The frame of a flow without an owner that an office of a country reports: Russian customs recorded sales."""
    before = items[: items.index(frame.head)]
    told = [one for one in before if one.role not in {"says", "standing", "hedge", "level"}][-1:]
    home = home_of(told[0].value) if told and told[0].role == "source" else None
    is_seen = home is None or (setting.is_north and home in WATCHERS)
    is_open = frame.reporter is None and frame.partner != home and frame.flow in WAYS
    return frame._replace(reporter=home) if is_open and not is_seen else frame


def _is_agent(frame: Frame) -> bool:
    return frame.head.value.endswith(":agent")


def _going(frame: Frame, state: State) -> Frame:
    """The frame of cargoes that nobody is named to send: they come in where the text is about imports."""
    is_open = frame.head.value == "export:carried" and not (frame.reporter or frame.partner)
    is_inward = state.flow == "import" and state.ways <= {"import"}
    return frame._replace(flow="import") if is_open and is_inward else frame


def _summed(frame: Frame, state: State) -> Frame:
    """The frame of a sum, which is of the one flow spoken of where no other was; of all told where it says so."""
    if frame.head.value == _SUM and len({*state.flows}) == 1 and state.flow is not None:
        return frame._replace(flow=state.flow)
    is_of_one = {*state.flows} == {state.flow} and len(state.ways) == 1
    if frame.head.value in SUMS and is_of_one and state.flow in WAYS:
        return frame._replace(flow=state.flow)
    if frame.head.value == _OVERALL and len(state.ways) == 1:
        return frame._replace(flow=next(iter(state.ways)))
    return frame


def _reversed(frame: Frame, items: Sequence[Mention], state: State) -> Frame:
    """The frame of flows in the other direction, which go against those spoken of."""
    is_bare = frame.reporter in {None, "reverse"} and frame.partner in {None, "reverse"}
    if not is_bare or not any(one.value == "reverse" for one in items):
        return frame
    is_told = frame.head.role != "deed" or any(one.role == "figure" for one in items)
    flow = _other_way(state) if is_told else None
    return frame._replace(flow=flow) if flow else frame


def _other_way(state: State) -> str | None:
    """The way against the one last told, which a heading does not tell."""
    way = turned(state.way, state.main, state.sides) or way_of(state.sides, state)
    return OTHER_WAY.get(way or "")


def _totalled(part: Part, before: Sides, state: State) -> list[Bound]:
    """Trade, where a clause says how a total of both its ways stands: the total had shrunk; the total 5 million."""
    said = [one for one in part.items if one.role not in _OPENING]
    for head, verb in pairwise(said):
        tells = verb.role in {"change", "level"} or (verb.role == "figure" and head is said[0])
        is_told = tells and head.role == "whole" and verb.start - head.end <= _AUXILIARY
        if is_told and state.ways >= WAYS:
            goods = Known(ALL_GOODS, CLAUSE)
            return [Bound(Frame(head, "total"), part.number, before, goods, CLAUSE)]
    return []


def _turned(part: Part, before: Sides, state: State) -> list[Bound]:
    """The flow spoken of, in the other direction, where the clause says so."""
    head = next((one for one in part.items if one.value == "reverse"), None)
    if head is None:
        return []
    is_told = part.roles & {"figure", "case"} or any(one.value == "that" for one in part.items)
    flow = _other_way(state) if is_told else None
    if flow is None:
        return []
    goods = Known(state.commodity or ALL_GOODS, DISCOURSE)
    return [Bound(Frame(head, flow), part.number, before, goods, CLAUSE)]
