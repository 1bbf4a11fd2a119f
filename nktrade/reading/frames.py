"""Frames: which flow of whom with whom the words around a flow word name, before any context.

Areas get a case from the word before them, from a possessive after them, or from where they stand;
flow and case together give the role. The table is grammar, not language: words stand in lexicons.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from nktrade.reading.lexicon import Lexicon
from nktrade.reading.words import Mention

_NEAR = 26
_CLOSE = 3
HEADS = frozenset({"flow", "deal", "deed"})
_NAMES = frozenset({"area", "world", "pronoun"})
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
}
"""What some flow words ask of a case: coal earned the North N dollars; China's biggest
supplier; ore landed in China."""


class Party(NamedTuple):
    """A country, or a word that stands for one, with its case."""

    mention: Mention
    code: str
    case: str | None
    joined: bool = False
    """Whether an 'and' joins it to the country before."""


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


def parties(text: str, items: Sequence[Mention], lexicon: Lexicon) -> list[Party]:
    """The countries of a segment with their cases."""
    found: list[Party] = []
    for index, one in enumerate(items):
        if one.role not in _NAMES or _is_source(text, items, index):
            continue
        joined = _is_joined(items, index, found)
        case = found[-1].case if joined else _case(text, items, index, lexicon)
        found.append(Party(one, one.value, case, joined))
    return found


def _is_source(text: str, items: Sequence[Mention], index: int) -> bool:
    """Whether the name belongs to an office: Chinese customs, the bank in Seoul."""
    one = items[index]
    if _speaks(text, items, index):
        return True
    for beside in items[max(0, index - 2) : index + 2]:
        if beside.role != "source":
            continue
        gap = (
            text[one.end : beside.start]
            if beside.start >= one.end
            else text[beside.end : one.start]
        )
        if len(gap) <= _NEAR // 2 and not any(mark in gap for mark in ",;."):
            return True
    return False


def _speaks(text: str, items: Sequence[Mention], index: int) -> bool:
    """Whether the name says where one who speaks is from: a Japanese daily, the office in Luxembourg."""
    one = items[index]
    after = items[index + 1] if index + 1 < len(items) else None
    if after is not None and after.role == "speaker" and after.start - one.end <= _NEAR // 2:
        return not any(mark in text[one.end : after.start] for mark in ",;.")
    leads = [each.role for each in items[max(0, index - 2) : index]] == ["speaker", "case"]
    return leads and one.start - items[index - 2].end <= _CLOSE * 2


def _is_joined(items: Sequence[Mention], index: int, found: Sequence[Party]) -> bool:
    """Whether the name follows another of its kind behind an 'and'."""
    before = items[index - 1] if index > 1 else None
    return bool(
        before and before.role == "break" and found and items[index - 2] is found[-1].mention
    )


def _case(text: str, items: Sequence[Mention], index: int, lexicon: Lexicon) -> str | None:
    one = items[index]
    before = items[index - 1] if index else None
    after = items[index + 1] if index + 1 < len(items) else None
    is_owner = bool(lexicon.possessive.match(text, one.end)) or (
        one.role == "pronoun" and text[one.start : one.end].lower() in lexicon.owners
    )
    if before and before.role == "case" and one.start - before.end <= _NEAR:
        return _after_case(before.value, items, index, is_owner=is_owner)
    if is_owner:
        is_part = after is not None and after.role == "share" and after.start - one.end <= _CLOSE
        return "part" if is_part else "possessor"
    return _by_place(one, before, after, items, index)


def _after_case(case: str, items: Sequence[Mention], index: int, *, is_owner: bool) -> str:
    """The case with a preposition: what a country's goods or trade is governed by is the country."""
    one = items[index]
    after = items[index + 1] if index + 1 < len(items) else None
    governs_goods = (
        after is not None and after.role == "commodity" and after.start - one.end <= _NEAR
    )
    owns_flow = is_owner and after is not None and after.role in HEADS
    is_value = case == "of" and index > 1 and items[index - 2].value == "value"
    if owns_flow and (is_value or case == "counterpart"):
        return "possessor"
    if case == "of" and (governs_goods or is_owner):
        return "made"
    if case == "in" and any(later.role in HEADS for later in items[index + 1 :]):
        return "inside"
    if case == "counterpart" and any(later.role == "deed" for later in items[index + 1 :]):
        return "subject"
    if (
        case in {"origin", "agent", "of"}
        and after
        and after.role in HEADS
        and after.start - one.end <= _CLOSE
    ):
        return "possessor"
    return case


def _by_place(
    one: Mention,
    before: Mention | None,
    after: Mention | None,
    items: Sequence[Mention],
    index: int,
) -> str | None:
    """The case of a bare name: owner of the flow, maker of the goods, subject or object."""
    if after and after.start - one.end <= _CLOSE:
        if after.role in {"flow", "deal"}:
            return "possessor"
        if after.role == "commodity":
            second = items[index + 2] if index + 2 < len(items) else None
            leads = (
                second and second.role in {"flow", "deal"} and second.start - after.end <= _CLOSE
            )
            return "possessor" if leads else "made"
    if before and before.role == "deed" and one.start - before.end <= _CLOSE:
        return "object"
    if any(later.role in HEADS for later in items[index + 1 :]):
        return "subject"
    return None


def frames(items: Sequence[Mention], named: Sequence[Party]) -> list[Frame]:
    """The flow words of a segment, each with the sides named beside it."""
    heads = [one for one in items if one.role in HEADS and one.value not in {"value", "paid"}]
    speaks = any(one.role in {"area", "commodity"} for one in items)
    heads = [one for one in heads if speaks or not one.value.endswith(":weak")]
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
        elif one.mention.role == "world":
            sides.setdefault("partner", one.code)
        elif case == "between":
            sides.setdefault("partner" if "reporter" in sides else "reporter", one.code)
        elif role and _touches(one, last) and sides.get(role) == (last and last.code):
            _join(sides, role, one, flow)
        elif role and role in sides and case == "subject" and shares:
            sides.setdefault("partner", one.code)
        elif role:
            sides.setdefault(role, one.code)
        last = one if role else last
    return Frame(
        head, flow, sign if flow == "balance" else None, sides.get("reporter"), sides.get("partner")
    )


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
