"""Going on: percentages that take over the change told before them: rose 4 percent, and those to Japan, $3 million, 2 percent."""

from collections.abc import Sequence
from itertools import pairwise

from nktrade.core.codes import Kind
from nktrade.reading.drafts import Draft
from nktrade.reading.parts import Part
from nktrade.reading.words import Mention

_ASIDE = len(" merely ")
"""So much may stand between a word that goes on and what it goes on to: but only 4 percent in number."""
_CHANGES = frozenset({Kind.CHANGE_PCT, Kind.CHANGE_ABS})
_SUBJECTS = frozenset({"flow", "pronoun", "deal", "place", "area"})
_VERBS = frozenset({"deed", "level", "change", "multiple", "share", "whole", "neutral", "says"})


def goes_on_changing(
    items: Sequence[Mention],
    parts: Sequence[Part],
    drafts: Sequence[Draft],
    carried: str | None,
) -> bool:
    """Whether a change stands before a percentage that ends ``items``: fell 17 percent to $3 million, and 6 percent in volume.

    ``parts`` are the clauses of its sentence.
    """
    if drafts and drafts[-1].sort.is_base and carried:
        return True
    if carried and drafts and _leaves_out_verb(parts, items[-1].start, drafts):
        return True
    kinds = [one.sort.kind for one in drafts[-2:]]
    said = [one for one in items if one.role != "stop"]
    opened = [at for at, one in enumerate(said) if one.role == "break"][-1:]
    is_next = all(b.start - a.end <= _ASIDE for at in opened for a, b in pairwise(said[at:]))
    if kinds[-1:] == [Kind.LEVEL] and opened and is_next:
        kinds.pop()
    return bool(kinds) and kinds[-1] in _CHANGES


def _leaves_out_verb(parts: Sequence[Part], end: int, drafts: Sequence[Draft]) -> bool:
    """Whether a clause has a flow and its amount, but no verb, and the percentage before it was a change."""
    ahead = [one for part in parts for one in part.items if one.start < end]
    opens = [at for at, one in enumerate(ahead) if one.role == "break" or one.value == ";"]
    clause = [one for one in ahead[opens[-1] + 1 :] if one.role != "stop"] if opens else []
    is_bare = bool(clause) and clause[0].role in _SUBJECTS and ahead[-1].value == ","
    if not is_bare or any(one.role in _VERBS for one in clause):
        return False
    is_alone = [one.role for one in clause].count("figure") == 1
    rates = [one.sort.kind for one in drafts[:-1] if one.spot.unit == "percent"]
    is_amount = is_alone and drafts[-1].sort.kind is Kind.LEVEL
    return is_amount and rates[-1:] == [Kind.CHANGE_PCT]
