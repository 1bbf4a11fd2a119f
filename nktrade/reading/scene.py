"""Scenes: a sentence taken apart into clauses, countries, flow words and times, each frame settled."""

from collections.abc import Sequence
from types import MappingProxyType
from typing import NamedTuple

from nktrade.core.codes import WORLD
from nktrade.reading.asides import set_apart
from nktrade.reading.carriers import without_carriers
from nktrade.reading.carrying import goods_carried, pointed_back, sent_to
from nktrade.reading.clauses import Sentence, datelined, segments
from nktrade.reading.coming import foretold
from nktrade.reading.discourse import CLAUSE, DISCOURSE, Known, State, told_ways
from nktrade.reading.embedded import without_embedded
from nktrade.reading.equivalents import Equivalents, without_equivalents
from nktrade.reading.figures import Spot
from nktrade.reading.filling import sides_of
from nktrade.reading.framing import Bound, framed, of_whole, unframed
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.paragraphs import opened
from nktrade.reading.parties import Party, parties
from nktrade.reading.parts import Part, bracketed, joined, taken
from nktrade.reading.past_lists import past_lists
from nktrade.reading.periods import Anchor
from nktrade.reading.pointing import Pointed, points_back, resolved
from nktrade.reading.pooling import of_pool
from nktrade.reading.pricing import by_day, priced
from nktrade.reading.refining import refined
from nktrade.reading.setting import Setting
from nktrade.reading.smuggling import brought_in
from nktrade.reading.times import Time, times
from nktrade.reading.words import Mention

_BETWEEN_KOREAS = "inter-Korean trade"
"""What is left out or taken in where trade with everybody else is counted."""


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
    pointed: Pointed = Pointed()
    """What later words may point back at."""
    start: int = 0
    """Where its sentence begins."""
    roles: frozenset[str] = frozenset()
    """What its words are to the engine."""

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
    is_within = lexicon.within.match(text, sentence.start) is not None
    ground = ground._replace(state=ground.state._replace(is_within=is_within))
    spots = priced(text, lexicon, sentence.start, sentence.spots, ground.state.price)
    sentence = sentence._replace(spots=spots)
    sentence, same = without_equivalents(text, without_carriers(sentence))
    sentence = sentence._replace(spots=by_day(sentence.items, sentence.spots))
    items, later = resolved(sentence.items, ground.state.pointed, ground.state.commodity)
    items = refined(text, items, lexicon, ground.state.commodity)
    sentence = sentence._replace(items=items)
    whole = without_embedded(segments(text, sentence))
    cut = bracketed([taken(one, sentence.spots) for one in whole])
    begin = datelined(text, sentence)
    parts = [
        Part(
            number,
            items,
            frozenset([one.role for one in items]),
            [one for one in parties(text, items, lexicon) if one.mention.start >= begin],
            points=points_back(text, sentence.items, items[0]),
        )
        for number, items in enumerate(cut)
    ]
    settled = joined(past_lists(_with_everybody(parts, sentence.items)))
    roles = frozenset([one.role for one in sentence.items])
    return Scene(
        ground=ground,
        number=sentence.number,
        items=sentence.items,
        spots=sentence.spots,
        parts=settled,
        times=_timed(cut, sentence.spots, ground) if "period" in roles else [],
        bound=_bound(settled, ground),
        same=same,
        pointed=later,
        start=sentence.start,
        roles=roles,
    )


def _timed(cut: Sequence[Sequence[Mention]], spots: Sequence[Spot], ground: Ground) -> list[Time]:
    """The time words of a sentence, each with what it is told of."""
    text, lexicon, anchor = ground.text, ground.lexicon, ground.anchor
    found = list(foretold(cut, times(text, lexicon, cut, spots), anchor))
    return set_apart(text, lexicon, cut, found, anchor)


def _with_everybody(parts: Sequence[Part], items: Sequence[Mention]) -> Sequence[Part]:
    """The parts; trade that leaves out or takes in that between the Koreas is trade with everybody."""
    if not any(one.role == "scope" and one.value.endswith(_BETWEEN_KOREAS) for one in items):
        return parts
    heads = [next((one for one in part.items if one.role == "flow"), None) for part in parts]
    return [
        part._replace(named=[*part.named, Party(head._replace(role="world"), WORLD, None)])
        if head
        else part
        for part, head in zip(parts, heads, strict=True)
    ]


def _bound(parts: Sequence[Part], ground: Ground) -> list[Bound]:
    state = opened(ground.state)
    goods = Known(state.commodity, DISCOURSE)
    out: list[Bound] = []
    whole: Known | None = None
    for part in parts:
        if (maker := part.maker) is not None:
            state = state._replace(maker=maker)
        whole = goods if part.items[0].value == "relative" and whole is None else whole
        if part.items[0].value == ";" and whole is not None:
            goods, whole = (
                whole,
                None,
            )  # of which coal 5 million and iron 4 million; China took 7 million
        here = _framed(part, _about_own(part, state), goods, ground)
        if here:
            goods = here[-1].commodity
        elif part.goods and not gives_examples(part):
            goods = Known(part.goods[-1], CLAUSE)
        told = here or of_whole(parts, part, out) or unframed(part, state.sides, state)
        out += of_pool(told, part, ground.state)
        state = _told(state, here)
        subject = part.subject
        if subject and subject != state.subject and not _gives_reason(part):
            state = state._replace(subject=subject)
    return out


def _framed(part: Part, state: State, goods: Known, ground: Ground) -> list[Bound]:
    """The frames of a clause with their sides and goods, each from the one before."""
    out: list[Bound] = []
    for found in framed(part, state, ground.setting):
        state = _told(state, out[-1:])
        frame = sent_to(found, part, state, ground.setting, ground.text)
        frame = pointed_back(frame, state, ground.text, ground.lexicon)
        own = goods_carried(frame, part, goods, state)
        sides = sides_of(frame, state.sides, state, ground.setting, own.value)
        if (bought := brought_in(frame.head, sides, own.value)) is not None:
            frame, sides = frame._replace(flow="import"), bought
        out.append(Bound(frame, part.number, sides, own))
        goods = own
    return out


def _about_own(part: Part, state: State) -> State:
    """The state, where a clause has its own subject before the word that means it: Jilin saw its trade, China said it sold."""
    pronouns = [one for one in part.named if one.code == "self"]
    if not pronouns:
        return state
    said = next((one.end for one in part.items if one.role == "says"), 1 << 60)
    owners = (
        one.mention.start
        for one in pronouns
        if one.case == "possessor" or (one.case == "subject" and one.mention.start - said == 1)
    )
    meant = next(owners, -1)
    own = [one for one in part.named if one.case == "subject" and one.mention.role == "area"]
    is_own = bool(own) and own[0].mention.start < meant and "+" not in own[0].code
    return state._replace(subject=own[0].code) if is_own else state


def _told(state: State, bound: Sequence[Bound]) -> State:
    """The state after frames: their sides and flow are spoken of."""
    if not bound:
        return state
    ways = told_ways(state, [(one.frame.flow, one.sides) for one in bound])
    return state._replace(sides=bound[-1].sides, flow=bound[-1].frame.flow, ways=ways)


def _gives_reason(part: Part) -> bool:
    """Whether a clause without a figure only says why: because China stopped buying."""
    is_led = part.items[0].value == "hard"
    return is_led and bool(part.number) and "figure" not in part.roles


def gives_examples(part: Part) -> bool:
    """Whether an aside only says what most of it was: mainly food and household goods."""
    said = [one.value for one in part.items if one.role != "stop"]
    return said[:1] == ["example"]
