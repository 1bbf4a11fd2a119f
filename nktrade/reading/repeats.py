"""Repeats: one figure printed in headline, lead, caption and body is one claim in several places.

A headline that names no time is about the time of what stands below it.
"""

from collections.abc import Sequence

from nktrade.core.codes import Kind
from nktrade.reading.drafts import Draft

_DATED = {"words": 3.0, "clause": 2.0, "text": 1.0, "prior": 0.0}
"""How near the words stand that date a figure."""
_NEXT = 2
"""How many sentences below a headline tell of the same time."""
_STOPS = ".!?:;\"'"


def with_repeats(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with later and barer prints of one figure tied to the one that says most."""
    out = list(drafts)
    seen: dict[tuple[object, ...], int] = {}
    for index, one in enumerate(drafts):
        if one.spot.unit is None or one.sort.kind is None or one.governed:
            continue
        key = (one.spot.value, one.spot.unit, one.spot.per, one.sort.kind, one.sort.sign)
        first = seen.get(key)
        if first is None or not _agree(out[first], one):
            seen[key] = index
            continue
        bare, full = sorted((first, index), key=lambda at: (_fullness(out[at]), at))
        out[bare] = _filled(out[bare], out[full])
        seen[key] = full
    return out


def with_headline(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those of a headline without a time in that of the first flow below it that is dated."""
    head = drafts[0].sentence if drafts else 0
    below = [one for one in drafts if head < one.sentence <= head + _NEXT and one.period]
    if not below or text[: below[0].spot.start].count("\n") == 0:
        return list(drafts)
    line, _, _ = text[drafts[0].spot.start :].partition("\n")
    if line.rstrip().endswith(tuple(_STOPS)):
        return list(drafts)
    return [_dated(one, below) if one.sentence == head else one for one in drafts]


def _dated(draft: Draft, below: Sequence[Draft]) -> Draft:
    is_open = draft.period is None and draft.whence == "text" and draft.sort.kind is not Kind.CAP
    current = (one for one in below if one.flow.value == draft.flow.value and not one.sort.is_base)
    dated = next(current, None)
    return draft._replace(period=dated.period) if dated and is_open and not draft.rate else draft


def _agree(one: Draft, other: Draft) -> bool:
    """Whether nothing that both say differs, and they stand in different sentences."""
    if one.sentence == other.sentence or one.version != other.version:
        return False
    flows = one.flow.value == other.flow.value
    goods = one.commodity.value == other.commodity.value
    times = one.period == other.period or None in {one.period, other.period}
    sides = {one.sides.reporter.value, one.sides.partner.value} == {
        other.sides.reporter.value,
        other.sides.partner.value,
    }
    return flows and goods and times and sides


def _fullness(draft: Draft) -> tuple[int, float]:
    """How much the words at that place say, and how little of it comes from elsewhere."""
    said = (draft.period is not None) + (draft.base is not None) + (draft.whence == "words")
    known = (draft.flow, *draft.sides, draft.commodity)
    return said, sum(one.trust for one in known if one.value) + _DATED[draft.whence]


def _filled(bare: Draft, full: Draft) -> Draft:
    return bare._replace(
        repeats=full.spot.start,
        period=bare.period or full.period,
        whence=bare.whence if bare.period else "text",
        base=bare.base or full.base,
    )
