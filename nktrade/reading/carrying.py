"""Carrying: the goods of a flow word, where its own words name them or those told before still hold."""

from nktrade.core.codes import ALL_GOODS
from nktrade.reading.discourse import CLAUSE, Known, Sides, State, turned
from nktrade.reading.frames import Frame
from nktrade.reading.goods import goods_of_frame
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.parts import Part
from nktrade.reading.roles import WAYS
from nktrade.reading.setting import Setting

_LOOK_BACK = 16
_CARRIED = "export:carried"


def goods_carried(frame: Frame, part: Part, goods: Known, state: State) -> Known:
    """The goods of a flow word: its own, those its clause goes on about, else those told before it."""
    if part.fronted:
        return Known(part.fronted, CLAUSE)
    if part.topic:
        return goods_of_frame(part.items, frame, Known(part.topic, CLAUSE))
    is_back = goods.trust != CLAUSE and _goes_back(frame, state)
    return goods_of_frame(part.items, frame, Known(ALL_GOODS, CLAUSE) if is_back else goods)


def pointed_back(frame: Frame, state: State, text: str, lexicon: Lexicon) -> Frame:
    """The frame, where its article says that it is the flow spoken of: the exports earned $5 million."""
    lead = text[max(0, frame.head.start - _LOOK_BACK) : frame.head.start]
    names_nobody = frame.reporter is None and frame.partner in {None, "self"}
    is_same = frame.flow in WAYS and frame.flow == state.flow and names_nobody
    return frame._replace(is_definite=is_same and lexicon.definite.search(lead) is not None)


def sent_to(frame: Frame, part: Part, state: State, setting: Setting, text: str) -> Frame:
    """The frame of cargoes that go to whom they are named after, in a text on what another sends: U.S. shipments fell.

    Only a short name tells nothing of its case: Russian and Russia's shipments are those that Russia sends.
    """
    sender = state.sides.reporter.value
    is_open = frame.head.value == _CARRIED and frame.partner is None
    is_told = state.flow == "export" and sender not in {None, frame.reporter}
    if not (is_open and is_told) or setting.is_north or frame.reporter == state.focus:
        return frame
    named = (one.mention for one in part.named if one.code == frame.reporter)
    ends = frame.head.start - 1
    is_short = any(one.end == ends and text[one.start : one.end].isupper() for one in named)
    return frame._replace(reporter=sender, partner=frame.reporter) if is_short else frame


def _goes_back(frame: Frame, state: State) -> bool:
    """Whether goods go the other way than those spoken of: China sold it rice; the North's sales to China."""
    if frame.flow not in WAYS or state.flow not in WAYS:
        return False
    first, second = (one.value for one in state.sides)
    if first is None or second is None or {first, second} != {frame.reporter, frame.partner}:
        return False
    seen = Sides(Known(frame.reporter), Known(frame.partner))
    return turned(state.flow, state.sides, seen) != frame.flow
