"""Dealing: a list of goods, flows or countries handed out to the figures of a sentence that says 'respectively'."""

from collections.abc import Iterator, Sequence

from nktrade.core.codes import ALL_GOODS, Kind
from nktrade.reading.discourse import DISCOURSE, Known, Sides, Told
from nktrade.reading.drafts import Draft
from nktrade.reading.goods import are_alike
from nktrade.reading.words import Mention

_DEALT = frozenset({"commodity", "flow", "deal", "area"})
"""Of what there are lists that figures are dealt out to; the nearest is meant."""


def dealt(items: Sequence[Mention], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the members of the list of their sentence, each in its turn."""
    place = next((one.start for one in items if one.role == "respectively"), None)
    if place is None or not drafts:
        return _paired(items, drafts)
    every = _group(drafts, place)
    tails = (every[at:] for at in range(len(every)))
    lists = ((group, _list_for(items, drafts, group, place)) for group in tails)
    # What stands before the list is told of something else: flour rose to 14 tons; sugar and oil came to 5 and 4.
    group, listed = next((one for one in lists if one[1]), (every, ()))
    hands = {
        one.spot.start: _given(one, named.role, named.value)
        for run in (*_other_runs(items, drafts, group, listed), group[-len(listed) :])
        for one, named in zip(run, listed, strict=False)
    }
    hands = hands or {one.spot.start: _telling(one, of) for one, of in _told_of(drafts, group)}
    return [hands.get(one.spot.start, one) for one in drafts]


def _paired(items: Sequence[Mention], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; as many goods or countries as amounts right behind them are dealt without the word, too."""
    found = list(drafts)
    at = 0
    for run in _runs(drafts):
        behind = [one for one in items if one.start >= run[0].spot.start]
        if len(run) > 1 and _is_list(behind, len(run)) and len({one.sort for one in run}) == 1:
            since = drafts[at - 1].spot.end if at else 0
            before = [one for one in items if since <= one.start < run[0].spot.start]
            for role in ("commodity", "area"):
                named = [one for one in before if one.role == role and _is_dealt(one)]
                begin = next((n for n, one in enumerate(before) if one in named), 0)
                is_plain = len({one.value for one in named}) == len(run) == len(named)
                if is_plain and _is_list(before[begin:], len(run)):
                    hands = zip(run, named, strict=True)
                    found[at : at + len(run)] = [_given(a, role, b.value) for a, b in hands]
                    break
        if _are_changes(run, behind):
            levels = found[max(0, at - len(run)) : at]
            found[at : at + len(run)] = _changed(run, levels)
        at += len(run)
    return found


def _are_changes(run: Sequence[Draft], behind: Sequence[Mention]) -> bool:
    """Whether percentages stand side by side, the last of them a change: 8 and 18 percent lower."""
    told = run[-1].sort.kind is Kind.CHANGE_PCT and run[-1].sort.sign is not None
    return len(run) > 1 and told and _is_list(behind, len(run))


def _changed(run: Sequence[Draft], levels: Sequence[Draft]) -> Sequence[Draft]:
    """The changes of as many levels right before them, each of its own: exports were 2 and imports 6, 8 and 18 percent lower."""
    are_levels = all(one.sort.kind is Kind.LEVEL and not one.sort.is_base for one in levels)
    keys = {_key(one) for one in levels}
    if len(levels) != len(run) or not are_levels or len(keys) != len(run):
        return run
    last = run[-1]
    return [
        _telling(one, of)._replace(sort=last.sort, period=of.period, base=last.base)
        for one, of in zip(run, levels, strict=True)
    ]


def _is_list(items: Sequence[Mention], count: int) -> bool:
    """Whether so many of a kind stand at the beginning, only commas and an 'and' between them."""
    said = [one for one in items if one.role not in {"hedge", "stop"}]
    kinds = [one.role for one in said[: count * 2 + 2]]
    places = [n for n, role in enumerate(kinds) if role == kinds[0]][:count]
    between = kinds[: places[-1] + 1] if places else []
    return len(places) == count and "break" in between and {*between} == {kinds[0], "break"}


def recalled(
    items: Sequence[Mention], drafts: Sequence[Draft], told: Sequence[Told]
) -> list[Draft]:
    """The drafts; amounts that stand for themselves in the order of those told before: a year ago they were 5 and 3."""
    if not 1 < len(told) == len(drafts):
        return list(drafts)
    levels = [one for one in drafts if one.sort.kind is Kind.LEVEL]
    names = any(one.role in _DEALT and one.value != "value" for one in items)
    begin = next((n for n, one in enumerate(items) if one.role == "figure"), 0)
    is_list = len(levels) == len(told) and _is_list(items[begin:], len(told))
    if names or not is_list or not are_alike(drafts[0].spot.unit, drafts[-1].spot.unit):
        return list(drafts)
    if any(one.role == "deed" for one in items):
        return _by_whom(drafts, told)
    return [
        one.telling(of._replace(sides=of.sides.older(DISCOURSE)))
        for one, of in zip(drafts, told, strict=True)
    ]


def _by_whom(drafts: Sequence[Draft], told: Sequence[Told]) -> list[Draft]:
    """The drafts of a verb whose doers are those told before, each in its turn: they bought 5 and 3 million."""
    doers = {one.sides.reporter.value for one in told}
    if len(doers) != len(told):
        return list(drafts)
    return [
        one._replace(sides=of.sides.older(DISCOURSE)) for one, of in zip(drafts, told, strict=True)
    ]


def _told_of(drafts: Sequence[Draft], group: Sequence[Draft]) -> Iterator[tuple[Draft, Draft]]:
    """Each figure with the one before the group that it tells of: 4 and 9 tons, up 2 and 5 percent."""
    ahead = [one for one in drafts if one.spot.start < group[0].spot.start]
    told = list(_runs(ahead))[-1] if ahead else ()
    if len(told) == len(group) and len({_key(one) for one in told}) == len(told):
        yield from zip(group, told, strict=True)


def _key(one: Draft) -> tuple[str | None, ...]:
    reporter, partner = one.sides
    return (one.flow.value, reporter.value, partner.value, one.commodity.value)


def _telling(one: Draft, of: Draft) -> Draft:
    """The draft with whose trade, in what, the figure it tells of was."""
    return one.telling(of.told)._replace(owns_goods=of.owns_goods)


def _group(drafts: Sequence[Draft], place: int) -> Sequence[Draft]:
    """The figures of one sort that the word stands behind, or else before."""
    ahead = [one for one in drafts if one.spot.start < place]
    if ahead:
        return [one for one in ahead if are_alike(one.spot.unit, ahead[-1].spot.unit)]
    return next(_runs(drafts))


def _runs(drafts: Sequence[Draft]) -> Iterator[Sequence[Draft]]:
    """The figures of one sort that follow each other."""
    begin = 0
    for end in range(1, len(drafts) + 1):
        if end == len(drafts) or not are_alike(drafts[begin].spot.unit, drafts[end].spot.unit):
            yield drafts[begin:end]
            begin = end


def _list_for(
    items: Sequence[Mention], drafts: Sequence[Draft], group: Sequence[Draft], place: int
) -> Sequence[Mention]:
    """The list that the figures are dealt to: before them, or between them and the word."""
    first, last = group[0].spot.start, group[-1].spot.end
    since = max((one.spot.end for one in drafts if one.spot.start < first), default=0)
    for low, high in ((since, first), (last, place)):
        within = [one for one in items if low <= one.start < high and _is_dealt(one)]
        roles = dict.fromkeys(one.role for one in reversed(within))
        named = (
            run for role in roles for run in _around_verb(items, within, role, low=low, high=high)
        )
        lists = [_last_list(items, run) for run in named]
        fitting = [one for one in lists if 1 < len(one) <= len(group)]
        whole = (one for one in fitting if len(one) == len(group))
        if listed := next(whole, next(iter(fitting), None)):
            return listed
    return ()


def _around_verb(
    items: Sequence[Mention], within: Sequence[Mention], role: str, *, low: int, high: int
) -> Iterator[Sequence[Mention]]:
    """The words of a kind, and those before a verb alone: Jilin and Liaoning sold the North 5 and 3 tons."""
    named = [one for one in within if one.role == role]
    yield named
    verb = next((one for one in items if one.role == "deed" and low <= one.start < high), None)
    if verb is not None and role == "area":
        yield [one for one in named if one.start < verb.start]


def _is_dealt(one: Mention) -> bool:
    """Whether it may be a member of a list: all goods are none, coal and rice were the main items."""
    return one.role in _DEALT and one.value != ALL_GOODS


def _other_runs(
    items: Sequence[Mention],
    drafts: Sequence[Draft],
    group: Sequence[Draft],
    listed: Sequence[Mention],
) -> Iterator[Sequence[Draft]]:
    """The figures of another sort that go on in the same order: 3 and 7 percent, to $11 and $9 million."""
    if not listed:
        return
    begin = max(one.spot.end for one in group)
    named = (one.start for one in items if one.role == listed[0].role and one.start > begin)
    until = next((one for one in named if one > listed[-1].start), 1 << 60)
    behind = [one for one in drafts if begin < one.spot.start < until]
    yield from (one for one in _runs(behind) if len(one) == len(listed))


def _last_list(items: Sequence[Mention], named: Sequence[Mention]) -> Sequence[Mention]:
    """The last words of a kind that are members of one list, each named once."""
    begin = next(
        (at for at in range(len(named) - 1, 0, -1) if _leads(items, named[at - 1], named[at])), 0
    )
    found = named[begin:]
    return found if len({one.value for one in found}) == len(found) else ()


def _leads(items: Sequence[Mention], one: Mention, other: Mention) -> bool:
    """Whether a way leads from one to the other, which are no list then: shipped from China to Vietnam."""
    between = [each.role for each in items if one.end <= each.start < other.start]
    others = {*_DEALT} - {one.role}
    return "case" in between and ("break" not in between or not others.isdisjoint(between))


def _given(draft: Draft, role: str, value: str) -> Draft:
    """The draft with the member of the list that is its own."""
    if role == "commodity":
        return draft._replace(commodity=Known(value), owns_goods=True)
    if role in {"flow", "deal"}:
        flow, _, sign = value.partition(":")
        return draft._replace(flow=Known(flow), balance=sign or None)
    reporter, partner = draft.sides
    if value == reporter.value:
        return draft
    is_of_those = value in (reporter.value or "").split(",")
    sides = Sides(Known(value), partner) if is_of_those else Sides(reporter, Known(value))
    return draft._replace(sides=sides)
