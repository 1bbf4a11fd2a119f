"""Frames: which flow of whom with whom the words around a flow word name, before any context.

Flow and case together give the role. The table is grammar, not language: words stand in lexicons.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from nktrade.reading.parties import HEADS, Party
from nktrade.reading.words import Mention

_CLOSE = 3
_JOINING = (":weak", ":joint")
"""Words that name trade only where no other word does: together, combined."""
_EXPORT_LIKE = {
    "part": "partner",
    "possessor": "reporter",
    "subject": "reporter",
    "agent": "reporter",
    "origin": "reporter",
    "made": "reporter",
    "of": "reporter",
    "inside": "reporter",
    "destination": "partner",
    "counterpart": "partner",
    "object": "partner",
}
_IMPORT_LIKE = {
    "part": "partner",
    "possessor": "reporter",
    "subject": "reporter",
    "agent": "reporter",
    "destination": "reporter",
    "inside": "reporter",
    "of": "reporter",
    "origin": "partner",
    "made": "partner",
    "counterpart": "partner",
    "object": "partner",
    "in": "partner",
}
_BOTH_WAYS = {
    "part": "partner",
    "possessor": "reporter",
    "subject": "reporter",
    "agent": "reporter",
    "of": "reporter",
    "inside": "reporter",
    "counterpart": "partner",
    "origin": "partner",
    "destination": "partner",
}
ROLES: Mapping[str, Mapping[str, str]] = {
    "export": _EXPORT_LIKE,
    "import": _IMPORT_LIKE,
    "total": _BOTH_WAYS,
    "balance": _BOTH_WAYS,
}


_SPECIAL = {
    ("gain", "object"): "reporter",
    ("agent", "possessor"): "partner",
    ("agent", "of"): "partner",
    ("agent", "counterpart"): "reporter",
    ("landed", "in"): "reporter",
    ("landed", "object"): "reporter",
}
"""What some flow words ask of a case: coal earned the North N dollars; China's biggest
supplier; ore landed in China."""


class Frame(NamedTuple):
    """A flow word with the sides its own words name; None where they do not."""

    head: Mention
    flow: str
    sign: str | None = None
    reporter: str | None = None
    partner: str | None = None

    @property
    def renews(self) -> bool:
        """Whether it names trade itself, so that goods named before no longer hold."""
        return self.head.role == "flow"


def frames(items: Sequence[Mention], named: Sequence[Party]) -> list[Frame]:
    """The flow words of a segment, each with the sides named beside it."""
    heads = [one for one in items if one.role in HEADS and one.value not in {"value", "paid"}]
    if not heads:
        return []
    speaks = any(one.role in {"area", "commodity"} for one in items)
    heads = [one for one in heads if speaks or not one.value.endswith(":weak")]
    strong = [one for one in heads if not one.value.endswith(_JOINING)]
    heads = strong or heads
    heads = [one for one in heads if not (_is_of_balance(items, one) or _is_whole(items, one))]
    shares = any(one.role == "share" for one in items)
    found: list[Frame] = []
    for index, head in enumerate(heads):
        start = heads[index - 1].end if index else -1
        stop = heads[index + 1].start if index + 1 < len(heads) else 1 << 60
        near: Sequence[Party] = [one for one in named if start <= one.mention.start < stop]
        if index + 1 < len(heads):
            near = [
                one for one in near if one.case != "possessor" or one.mention.start < head.start
            ]
        if not near and index == 0:
            near = named
        found.append(_framed(head, near, shares=shares))
    return found


def _is_of_balance(items: Sequence[Mention], head: Mention) -> bool:
    """Whether the word only says of what there is a gap: a deficit in goods trade."""
    index = items.index(head)
    before = [one for one in items[max(0, index - 3) : index] if one.role != "commodity"][-2:]
    return (
        head.value == "total"
        and len(before) == 2  # noqa: PLR2004 - the gap, and the word between
        and before[0].value.startswith("balance")
        and before[1].value == "in"
    )


def _is_whole(items: Sequence[Mention], head: Mention) -> bool:
    """Whether a sum is only what a part before it is taken of: 5 percent of the sum."""
    index = items.index(head)
    before = [one.role for one in items[max(0, index - 2) : index]]
    return head.value == "total:sum" and before == ["figure", "case"]


def _framed(head: Mention, named: Sequence[Party], *, shares: bool) -> Frame:
    """The frame of a flow word: names before it from the nearest on, then names behind it."""
    flow, _, sign = head.value.partition(":")
    before = [one for one in named if one.mention.start < head.start]
    after = [one for one in named if one.mention.start >= head.start]
    sides: dict[str, str] = {}
    last: Party | None = None
    for one in (*reversed(before), *after):
        role = _SPECIAL.get((sign, case := _placed(one, head))) or ROLES[flow].get(case)
        if "+" in one.code:
            sides["reporter"], _, sides["partner"] = one.code.partition("+")
        elif one.code == "other" and case in {"origin", "of"}:
            continue  # earned $5 million from them: from the goods
        elif one.mention.role == "world":
            is_of_two = one.code == "overall" and any(each.code == "pair" for each in named)
            sides.setdefault("partner", "pair" if is_of_two else one.code)
        elif case == "between":
            sides.setdefault("partner" if "reporter" in sides else "reporter", one.code)
        elif role and _touches(one, last) and _is_of(last, sides.get(role)):
            _join(sides, role, one, flow)
        elif role and role in sides and case == "subject" and shares:
            sides.setdefault("partner", one.code)
        elif role:
            sides.setdefault(role, one.code)
        last = one if role else last
    return Frame(
        head, flow, sign if flow == "balance" else None, sides.get("reporter"), sides.get("partner")
    )


def _is_of(last: Party | None, codes: str | None) -> bool:
    """Whether the name before stands among those of a role."""
    return last is not None and codes is not None and last.code in codes.split(",")


def _touches(one: Party, last: Party | None) -> bool:
    """Whether two names stand side by side: China-North Korea, Japan and the South."""
    if last is None:
        return False
    first, second = sorted((one.mention, last.mention))
    return second.start - first.end <= _CLOSE or one.joined or last.joined


def _join(sides: dict[str, str], role: str, one: Party, flow: str) -> None:
    """A second name of a role: the other side where flows go both ways, else one more of its kind."""
    if flow in {"total", "balance"}:
        sides.setdefault("partner", one.code)
    elif one.code not in sides[role]:
        sides[role] = ",".join(sorted({*sides[role].split(","), one.code}))


def _placed(one: Party, head: Mention) -> str:
    """The case as the flow word sees it: what follows a verb's object place is no subject."""
    if one.case == "inside" and one.mention.start > head.start:
        return "in"
    if one.case in {"subject", "possessor"} and one.mention.start > head.start:
        return "object" if one.case == "subject" else "after"
    return one.case or ""
