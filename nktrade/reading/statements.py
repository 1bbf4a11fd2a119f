"""Statements: claims without a number, as intervals: exports continue, trade has ceased, dozens of trucks."""

from collections.abc import Sequence

from nktrade.core.claims import Statement
from nktrade.core.codes import Channel, Flow, Standing
from nktrade.core.interval import Interval
from nktrade.reading.binding import Said
from nktrade.reading.clauses import Sentence
from nktrade.reading.setting import Setting, is_bought, is_sold, usual_sides
from nktrade.reading.words import Mention
from nktrade.reference import lineage

_NEAR = 40
_INTERVALS = {
    "continues": Interval.of(0, None),
    "resumed": Interval.of(0, None),
    "ceased": Interval.point(0),
    "banned": Interval.point(0),
}


def statements_of(
    text: str,
    document: str,
    sentence: Sentence,
    said: Sequence[Said],
    setting: Setting,
    source: tuple[str, ...],
    spoken: str | None,
) -> list[Statement]:
    """The statements of a sentence about a flow or about goods; others say nothing of trade."""
    found = (_statement(text, document, sentence, one, setting, source, spoken) for one in said)
    return [one for one in found if one is not None]


def _statement(  # noqa: PLR0917 - what a sentence holds, passed along
    text: str,
    document: str,
    sentence: Sentence,
    said: Said,
    setting: Setting,
    source: tuple[str, ...],
    spoken: str | None,
) -> Statement | None:
    one = said.mention
    goods = _goods(sentence.items, one, spoken)
    is_count = one.role == "vague"
    if (goods is None and said.bound is None) or (is_count and goods is None):
        return None
    flow, sides = _flow(said, goods, setting)
    channel = next((item.value for item in sentence.items if item.role == "channel"), "unknown")
    start, end = _extent(sentence.items, one)
    return Statement(
        id="",
        document=document,
        start=start,
        end=end,
        surface=text[start:end],
        interval=Interval.of(one.value, None) if is_count else _INTERVALS[one.value],
        says="count" if is_count else one.value,
        unit="count" if is_count else None,
        flow=flow,
        reporter=sides[0],
        partner=sides[1],
        commodity=goods or (said.bound.commodity.value if said.bound else None),
        period=said.period,
        channel=Channel(channel),
        standing=Standing.OFFICIAL if one.value == "banned" else Standing.ALLEGED,
        source=source,
        place=next((item.value for item in sentence.items if item.role == "place"), None),
        actor=next((item.value for item in sentence.items if item.role == "actor"), None),
        inferred=() if said.bound else ("flow", "reporter", "partner"),
    )


def _goods(items: Sequence[Mention], one: Mention, spoken: str | None) -> str | None:
    """The goods beside the word: for a count those counted, else the nearest of the sentence."""
    named = [item for item in items if item.role == "commodity"]
    if one.role != "vague":
        near = sorted(named, key=lambda item: abs(item.start - one.start))
        return near[0].value if near else None
    behind = [item for item in items if 0 <= item.start - one.end <= _NEAR // 4]
    if any(item.role == "commodity" for item in behind):
        return next(item.value for item in behind if item.role == "commodity")
    stands_for = any(item.value == "other" for item in behind)
    return spoken if stands_for and "vehicles" in lineage(spoken or "") else None


def _flow(
    said: Said, goods: str | None, setting: Setting
) -> tuple[Flow | None, tuple[str | None, str | None]]:
    if said.bound is not None:
        sides = said.bound.sides
        return Flow(said.bound.frame.flow), (sides.reporter.value, sides.partner.value)
    flow = Flow.IMPORT if is_bought(goods) else Flow.EXPORT if is_sold(goods) else None
    if flow is None or not setting.is_north:
        return None, (None, None)
    return flow, usual_sides(flow.value, goods, setting)


def _extent(items: Sequence[Mention], one: Mention) -> tuple[int, int]:
    """From the goods or the flow to the word that states something of them."""
    near = [
        item
        for item in items
        if item.role in {"flow", "deal", "commodity"} and abs(item.start - one.start) <= _NEAR
    ]
    every = [one, *near]
    return min(item.start for item in every), max(item.end for item in every)
