"""Scenes: a sentence taken apart into clauses, countries, flow words and times, each frame settled."""

from collections.abc import Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from nktrade.core.codes import ALL_GOODS, WORLD
from nktrade.reading.asides import set_apart
from nktrade.reading.clauses import Sentence, datelined, segments
from nktrade.reading.couples import Couple, pointed
from nktrade.reading.discourse import (
    CLAUSE,
    DISCOURSE,
    WAYS,
    WORDS,
    Known,
    Sides,
    State,
    lasting,
    sides_of,
)
from nktrade.reading.equivalents import Equivalents, without_equivalents
from nktrade.reading.figures import Spot
from nktrade.reading.frames import Frame, frames
from nktrade.reading.goods import goods_of_frame
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.parties import Party, parties
from nktrade.reading.parts import Part, bracketed, joined, taken
from nktrade.reading.periods import Anchor
from nktrade.reading.pricing import priced
from nktrade.reading.setting import Setting
from nktrade.reading.times import Time, times
from nktrade.reading.words import Mention

_OTHER_WAY = {"export": "import", "import": "export"}


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


class Ground(NamedTuple):
    """What a sentence stands on: the document, and what is known when the sentence begins."""

    text: str
    lexicon: Lexicon
    setting: Setting
    state: State
    anchor: Anchor


class Scene(NamedTuple):
    """A sentence taken apart."""

    ground: Ground
    number: int
    items: Sequence[Mention]
    spots: Sequence[Spot]
    parts: Sequence[Part]
    times: Sequence[Time]
    bound: Sequence[Bound]
    same: Equivalents = MappingProxyType({})
    """Amounts that are told again in brackets."""
    two: Couple | None = None
    """The two countries or goods that were last named side by side."""
    start: int = 0
    """Where its sentence begins."""

    @property
    def figure_starts(self) -> list[int]:
        """Where its figures begin."""
        return [one.start for one in self.items if one.role == "figure"]

    def spot(self, figure: Mention) -> Spot:
        """The figure behind its mark."""
        return self.spots[int(figure.value)]


def scene_of(sentence: Sentence, ground: Ground) -> Scene:
    """The sentence taken apart, its frames settled in order, each from the one before."""
    text, lexicon = ground.text, ground.lexicon
    spots = priced(text, lexicon, sentence.start, sentence.spots, ground.state.price)
    sentence = sentence._replace(spots=spots)
    sentence, same = without_equivalents(text, sentence)
    items, two = pointed(sentence.items, ground.state.two)
    sentence = sentence._replace(items=items)
    cut = bracketed([taken(one, sentence.spots) for one in segments(text, sentence)])
    begin = datelined(text, sentence)
    parts = [
        Part(n, items, [one for one in parties(text, items, lexicon) if one.mention.start >= begin])
        for n, items in enumerate(cut)
    ]
    settled = joined(parts)
    found = times(text, lexicon, cut, sentence.spots)
    return Scene(
        ground=ground,
        number=sentence.number,
        items=sentence.items,
        spots=sentence.spots,
        parts=settled,
        times=set_apart(text, lexicon, cut, found, ground.anchor),
        bound=_bound(settled, ground),
        same=same,
        two=two,
        start=sentence.start,
    )


def _bound(parts: Sequence[Part], ground: Ground) -> list[Bound]:
    state = ground.state
    before = lasting(state)
    goods = Known(state.commodity, DISCOURSE)
    out: list[Bound] = []
    for part in parts:
        if (maker := part.maker) is not None:
            state = state._replace(maker=maker)
        here = [_going(frame, state) for frame in frames(part.items, part.named)]
        here = [_reversed(_summed(frame, state), part.items, state) for frame in here]
        if not ground.setting.is_north:
            here = [_with_all(one, part.items) for one in here]
        for frame in (_owned(one, part.about) for one in here):
            own = goods_of_frame(part.items, frame, goods)
            before = sides_of(frame, before, state, ground.setting, own.value)
            out.append(Bound(frame, part.number, before, own))
            goods = own
            state = state._replace(flow=frame.flow, flows=(*state.flows, frame.flow))
        if not here:
            out += [*_turned(part, before, ground.state), *_totalled(part, before, state)]
            goods = Known(part.goods[-1], CLAUSE) if part.goods else goods
        if part.subject and part.subject != state.subject:
            state = state._replace(subject=part.subject)
    return out


def _with_all(frame: Frame, items: Sequence[Mention]) -> Frame:
    """The frame of total exports, imports or a total deficit, which are those with everybody."""
    index = items.index(frame.head)
    before = [one for one in items[max(0, index - 3) : index] if one.role != "commodity"][-1:]
    is_total = bool(before) and before[0].role == "whole" and frame.flow != "total"
    return frame._replace(partner=WORLD) if is_total and frame.partner is None else frame


def _owned(frame: Frame, about: Party | None) -> Frame:
    """The frame of a verb without a subject, done by the country that the clause goes on about."""
    is_told = frame.head.role == "deed" or _is_agent(frame) or frame.partner is not None
    is_open = frame.reporter is None and is_told
    if about is None or not is_open or frame.partner == about.code:
        return frame
    return frame._replace(reporter=about.code)


def _is_agent(frame: Frame) -> bool:
    return frame.head.value.endswith(":agent")


def _going(frame: Frame, state: State) -> Frame:
    """The frame of cargoes that nobody is named to send: they come in where the text is about imports."""
    is_open = frame.head.value == "export:carried" and not (frame.reporter or frame.partner)
    is_inward = state.flow == "import" and (state.theme is None or state.theme.flow == "import")
    return frame._replace(flow="import") if is_open and is_inward else frame


def _summed(frame: Frame, state: State) -> Frame:
    """The frame of a sum, which is of the one flow spoken of where no other was."""
    is_of_one = len({*state.flows}) == 1 and state.flow is not None
    is_sum = frame.head.value == "total:sum" and is_of_one
    return frame._replace(flow=state.flow or frame.flow) if is_sum else frame


def _totalled(part: Part, before: Sides, state: State) -> list[Bound]:
    """Trade, where a clause says how a total of both its ways stands: so that the total shrank."""
    for head, verb in pairwise(part.items):
        tells = head.role == "whole" and verb.role in {"change", "level"}
        if tells and {*state.flows} >= WAYS and verb.start - head.end <= 1:
            goods = Known(ALL_GOODS, CLAUSE)
            return [Bound(Frame(head, "total"), part.number, before, goods, CLAUSE)]
    return []


def _reversed(frame: Frame, items: Sequence[Mention], state: State) -> Frame:
    """The frame of flows in the other direction, which go against those spoken of."""
    is_bare = frame.reporter in {None, "reverse"} and frame.partner in {None, "reverse"}
    flow = _OTHER_WAY.get(state.flow or "")
    is_back = is_bare and any(one.value == "reverse" for one in items)
    return frame._replace(flow=flow) if flow and is_back else frame


def _turned(part: Part, before: Sides, state: State) -> list[Bound]:
    """The flow spoken of, in the other direction, where the clause says so."""
    head = next((one for one in part.items if one.value == "reverse"), None)
    flow = _OTHER_WAY.get(state.flow or "")
    if head is None or flow is None:
        return []
    goods = Known(state.commodity or ALL_GOODS, DISCOURSE)
    return [Bound(Frame(head, flow), part.number, before, goods, CLAUSE)]
