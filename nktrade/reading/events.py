"""Events: the time of something that happened, which is not that of the trade told next to it: after the ban of August."""

from collections.abc import Sequence

from nktrade.reading.times import Time
from nktrade.reading.words import Mention

_LEADS = frozenset({"stop", "break", "compare"})
"""What may lead to what happened: after the flood, because of the flood."""
_WORD = len("the ")
"""A gap longer than this holds a noun."""
_HAPPENED = frozenset({"statement", "other", "adopted", "measure"})
"""What is no amount of trade, and has a time of its own."""


def is_of_event(
    text: str, parts: Sequence[Sequence[Mention]], found: Sequence[Time], time: Time
) -> bool:
    """Whether 'of' ties a time to what happened then, in a sentence that has named the time of its trade before.

    What is no word of trade may have happened: the flood of July.
    """
    items = parts[time.segment]
    ahead = items[: items.index(time.mention)]
    told = any(one.mention.start < time.mention.start and not one.compared for one in found)
    if not told or time.compared or not ahead or ahead[-1].value != "of":
        return False
    before = ahead[-2] if len(ahead) > 1 else None
    if before is not None and before.role in _HAPPENED:
        return True
    last = before or (parts[time.segment - 1][-1] if time.segment else None)
    gap = text[last.end : ahead[-1].start] if last else ""
    return len(gap.strip()) > _WORD and (before is None or before.role in _LEADS)
