"""Nominal words: flow words that tell no flow of their own, but of what there is a gap, a part or a sum, or who does it."""

from collections.abc import Sequence

from nktrade.reading.parties import Party
from nktrade.reading.roles import WAYS
from nktrade.reading.words import Mention

_MEANS = frozenset({"origin", "agent"})
_NEAR = 60
_ADDED = "total:added"
_TELLING = frozenset({"figure", "deed", "level", "change", "commodity"})


def is_no_head(items: Sequence[Mention], head: Mention) -> bool:
    """Whether the word only says of what there is a gap or a part, or who does what the verb behind it says."""
    said_of = _is_of_balance(items, head) or _is_whole(items, head) or _is_doer(items, head)
    said_of = said_of or _is_sum_of_one(items, head) or _is_nobody(items, head)
    return said_of or _is_of_amount(items, head) or _is_earned(items, head)


def _is_of_amount(items: Sequence[Mention], head: Mention) -> bool:
    """Whether it says how an amount moves, or what stands beside it: went from 45% to 22%, together with rice."""
    index = items.index(head)
    after = items[index + 1 : index + 3]
    roles = [one.role for one in after]
    is_from = roles == ["case", "figure"] and after[0].value == "origin"
    is_beside = roles == ["case", "commodity"] and after[0].value == "counterpart"
    return (head.role == "deed" and is_from) or (head.value == "total:weak" and is_beside)


def _is_earned(items: Sequence[Mention], head: Mention) -> bool:
    """Whether it only says that a flow named behind it brought in money: earned 3 million from exports of sand."""
    if not head.value.endswith((":gain", ":earned")):
        return False
    behind = items[items.index(head) + 1 :]
    until = next((n for n, one in enumerate(behind) if one.value in _MEANS), len(behind))
    named = [one.value.partition(":")[0] for one in behind[until + 1 : until + 3]]
    return "export" in named and behind[until].end - head.end <= _NEAR


def _is_doer(items: Sequence[Mention], head: Mention) -> bool:
    """Whether the word is the subject of a verb that says the same: Chinese buyers took 4 tons."""
    flow, _, sign = head.value.partition(":")
    after = items[items.index(head) + 1 :][:1]
    verbs = [one.value.partition(":")[0] for one in after if one.role == "deed"]
    return sign == "agent" and verbs == [flow]


def _is_nobody(items: Sequence[Mention], head: Mention) -> bool:
    """Whether the word for a seller or buyer stands alone, its name in another clause: as the main supplier."""
    is_agent = head.value.endswith(":agent")
    return is_agent and all(one.role not in {"area", "pronoun", "figure", "deed"} for one in items)


def _is_sum_of_one(items: Sequence[Mention], head: Mention) -> bool:
    """Whether the verb only says how much one flow came to: exports of coal added up to $3 million."""
    named = items[: items.index(head)]
    before = [one.value for one in named if one.role not in {"case", "commodity"}]
    ways = [one for one in before if one in WAYS]
    is_alone = len(ways) == 1 and items[0].role != "break"  # exports of coal and imports of rice
    return head.value == _ADDED and is_alone and before[-1:] == ways


def _is_of_balance(items: Sequence[Mention], head: Mention) -> bool:
    """Whether the word only says of what there is a gap: a deficit in goods trade."""
    index = items.index(head)
    before = [one for one in items[max(0, index - 3) : index] if one.role != "commodity"][-2:]
    return (
        head.value in {"total", "total:all"}
        and len(before) == 2  # noqa: PLR2004 - the gap, and the word between
        and before[0].value.startswith("balance")
        and before[1].value == "in"
    )


def _is_whole(items: Sequence[Mention], head: Mention) -> bool:
    """Whether a sum is only what a part before it is taken of: 5 percent of the sum."""
    index = items.index(head)
    before = [one.role for one in items[max(0, index - 2) : index]]
    return head.value == "total:sum" and before == ["figure", "case"]


def adds_goods(items: Sequence[Mention], head: Mention) -> bool:
    """Whether the word adds goods, and not two flows: its coal and ore combined were 5 million tons."""
    before = [one.role for one in items[: items.index(head)] if one.role != "deal"]
    return before[-3:] == ["commodity", "break", "commodity"]


def is_apposition(items: Sequence[Mention], named: Sequence[Party]) -> bool:
    """Whether a clause only says who somebody is to who is spoken of: Indonesia, its top supplier."""
    is_apart = items[0].role == "stop" and not any(one.role in _TELLING for one in items)
    is_own = all(one.mention.role == "pronoun" for one in named)
    return is_apart and bool(named) and is_own
