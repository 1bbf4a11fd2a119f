"""Past lists: with whom goods are traded, where it stands behind a list of them: 5 tons of wool, felt and ponchos to Peru."""

from collections.abc import Sequence

from nktrade.reading.parties import HEADS, Party
from nktrade.reading.parts import Part

_SIDES = frozenset({"origin", "destination", "counterpart"})
_ON_LIST = frozenset({"stop", "break", "commodity", "neutral", "filler", "hedge", "cap"})
"""What may stand on a list of goods; of words that nobody knows nothing is left."""
_WORD = 2
"""More letters than the blanks around a word hold one."""


def past_lists(parts: Sequence[Part]) -> Sequence[Part]:
    """The clauses, each that begins a list of goods with whom the end of the list names."""
    return [_with_end(parts, at) for at in range(len(parts))]


def _with_end(parts: Sequence[Part], at: int) -> Part:
    part = parts[at]
    begins = part.items[-1].role == "commodity" and not part.roles.isdisjoint(HEADS)
    if not begins or any(one.case in _SIDES for one in part.named):
        return part
    end = next((one for one in parts[at + 1 :] if not _is_middle(one)), None)
    return part._replace(named=[*part.named, *_ending(end)]) if end is not None else part


def _is_middle(part: Part) -> bool:
    """Whether it is nothing but goods between commas, known or not."""
    return part.items[0].value == "," and part.roles <= _ON_LIST


def _ending(part: Part) -> Sequence[Party]:
    """With whom, where a clause is the end of a list: and ponchos to Peru."""
    side = next((one for one in part.named if one.case in _SIDES), None)
    if side is None or part.items[0].value not in {",", "soft"} or side.mention.role != "area":
        return ()
    ahead = [one for one in part.items if one.start < side.mention.start]
    listed, case = ahead[:-1], ahead[-1]
    if case.role != "case" or not part.roles.isdisjoint(HEADS):
        return ()
    joins = [one for one in listed if one.value == "soft"]
    is_list = bool(joins) and {one.role for one in listed} <= _ON_LIST
    return (side,) if is_list and case.start - joins[-1].end > _WORD else ()
