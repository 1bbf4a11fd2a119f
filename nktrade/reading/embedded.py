"""Embedded: clauses that only tell more of a name, between it and its verb: rice, which is dear in spring, rose."""

from collections.abc import Sequence

from nktrade.reading.words import Mention

_VERBS = frozenset({"deed", "level", "change", "multiple", "share", "neutral", "hedge", "figure"})
"""What a sentence goes on with behind the comma that closes such a clause; a plain verb is no word of ours."""
_CLOSED = frozenset({";", ":", "(", ")"})
_RELATIVE = "relative"


def without_embedded(cut: Sequence[Sequence[Mention]]) -> list[list[Mention]]:
    """The clauses of a sentence without those, and what stood around each as one clause."""
    found: list[list[Mention]] = []
    at = 0
    while at < len(cut):
        end = (_bracket_end(cut, at) or _end(cut, at)) if found else None
        if end is None:
            found.append(list(cut[at]))
            at += 1
        else:
            found[-1] += cut[end][1:]
            at = end + 1
    return found


def _end(cut: Sequence[Sequence[Mention]], at: int) -> int | None:
    """Where the sentence goes on, if such a clause begins here: all that it tells is no figure."""
    if _counts(cut[at - 1]) or not (_is_relative(cut[at : at + 2]) or _is_example(cut[at])):
        return None
    for place in range(at + 1, len(cut)):
        items = cut[place]
        if items[0].value == ",":
            said = [one.role for one in items[1:2]]
            return place if said and said[0] in _VERBS else None
        if _counts(items) or items[0].value in _CLOSED:
            return None
    return None


def _bracket_end(cut: Sequence[Sequence[Mention]], at: int) -> int | None:
    """Where a bracket closes that only says what a flow is: trade (exports and imports of goods)."""
    behind = cut[at + 1][0] if at + 1 < len(cut) else None
    is_closed = cut[at][0].value == "(" and behind is not None and behind.value == ")"
    is_flow = any(one.role == "flow" for one in cut[at])
    return at + 1 if is_closed and is_flow and not _counts(cut[at]) else None


def _is_relative(items: Sequence[Sequence[Mention]]) -> bool:
    """Whether a comma leads to which or whose."""
    return [one[0].value for one in items] == [",", _RELATIVE] and len(items[0]) == 1


def _is_example(items: Sequence[Mention]) -> bool:
    """Whether a clause says by whom most of it is traded: tea, bought mainly by Egypt, earned 5 million."""
    is_led = items[0].value == "," and [one.role for one in items[1:2]] == ["deed"]
    return is_led and not _counts(items) and any(one.value == "example" for one in items)


def _counts(items: Sequence[Mention]) -> bool:
    return any(one.role == "figure" for one in items)
