"""Frames: which flow of whom with whom the words around a flow word name, before any context.

Flow and case together give the role. The table is grammar, not language: words stand in lexicons.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from nktrade.reading.nominal import adds_goods, is_apposition, is_no_head
from nktrade.reading.parties import HEADS, Party
from nktrade.reading.roles import WAYS
from nktrade.reading.words import Mention

_CLOSE = 3
_GOVERNED = frozenset({"counterpart", "destination", "origin"})
_IN_GAP = frozenset({"hedge", "figure", "pronoun", "compare", "area", "case", "commodity"})
_GOODS_MEANT = frozenset({("other", "origin"), ("other", "of"), ("self", "of")})
"""What stands for goods, not for a side: earned $5 million from them, shipments of it."""
JOINING = (":weak", ":joint")
"""Words that name trade only where no other word does: together, combined."""
_LISTED = (":item", ":market")
"""Words for what or with whom is traded, which name a flow only where no other word does: export items, markets."""
_SIDED = (":agent", ":market", ":cleared")
"""Words for one of the sides: who follows behind them is that one; for whom an office clears goods is the other."""
_AT_HOME = "home:"
"""Marks those of a country who trade abroad: Australia's exporters; Australia's suppliers are those of others."""
_EXPORT_LIKE = {
    "part": "partner",
    "possessor": "reporter",
    "viewpoint": "reporter",
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
    "viewpoint": "reporter",
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
    "viewpoint": "reporter",
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
    ("earned", "object"): "reporter",
    ("earned", "origin"): "partner",
    ("weak", "viewpoint"): "partner",
    ("agent", "possessor"): "partner",
    ("agent", "of"): "partner",
    ("agent", "counterpart"): "reporter",
    ("agent", "object"): "reporter",
    ("landed", "of"): "partner",
    ("landed", "in"): "reporter",
    ("landed", "object"): "reporter",
    ("landed", "possessor"): "partner",
    ("landed", "subject"): "partner",
    ("market", "subject"): "partner",
}
"""What some flow words ask of a case: coal earned the North N dollars, from China; China's biggest
supplier; ore landed in China; China is the export market of Peru; for Russian oil China paid N dollars."""


class Frame(NamedTuple):
    """A flow word with the sides its own words name; None where they do not."""

    head: Mention
    flow: str
    sign: str | None = None
    reporter: str | None = None
    partner: str | None = None
    is_gap: bool = False
    """Whether it is by how much one way exceeds the other: it bought $5 million more than it sold."""
    is_definite: bool = False
    """Whether it is the flow spoken of: the exports earned $5 million."""

    @property
    def renews(self) -> bool:
        """Whether it names trade itself, so that goods named before no longer hold; a sum of one way is of its goods.

        So do two that traded, whose verb says no more than the noun.
        """
        is_sum_of_one = self.head.value.startswith("total") and self.flow in WAYS
        if self.head.role != "flow":
            return self.head.value == self.flow == "total" and self.reporter is not None
        return not (is_sum_of_one or self.is_definite)


def frames(items: Sequence[Mention], named: Sequence[Party]) -> list[Frame]:
    """The flow words of a segment, each with the sides named beside it."""
    heads = [one for one in items if one.role in HEADS and one.value not in {"value", "paid"}]
    if not heads:
        return []
    if is_apposition(items, named):
        heads = [one for one in heads if not one.value.endswith(":agent")]
    speaks = any(one.role in {"area", "commodity"} for one in items)
    heads = [one for one in heads if speaks or not one.value.endswith(":weak")]
    strong = [one for one in heads if not one.value.endswith(JOINING)]
    heads = strong or [one for one in heads if not adds_goods(items, one)]
    heads = [one for one in heads if not one.value.endswith(_LISTED)] or heads
    heads = [one for one in heads if not is_no_head(items, one)]
    share = next((one for one in items if one.role == "share"), None)
    if (first := _of_gap(items, heads)) is not None:
        aside = [one for one in named if one.mention.start < first.start or one.case in _GOVERNED]
        sign = "+" if first.value.partition(":")[0] == "export" else "-"
        return [_framed(first, aside, None)._replace(flow="balance", sign=sign, is_gap=True)]
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
        found.append(_framed(head, near, share))
    return found


def _of_gap(items: Sequence[Mention], heads: Sequence[Mention]) -> Mention | None:
    """The flow word that exceeds the other one, in a clause that says by how much."""
    if {one.value.partition(":")[0] for one in heads} != WAYS or len(heads) != len(WAYS):
        return None
    first, second = heads
    between = items[items.index(first) + 1 : items.index(second)]
    exceeds = any(one.role == "hedge" and one.value.startswith("more_than") for one in between)
    is_plain = all(one.role in _IN_GAP for one in between)
    is_told = any(_is_amount_of_gap(items, one) for one in items if one.start > first.start)
    return first if exceeds and is_plain and is_told else None


def _is_amount_of_gap(items: Sequence[Mention], one: Mention) -> bool:
    """Whether a figure stands before more than, or behind by."""
    index = items.index(one)
    ahead, behind = items[index - 1], items[index + 1 : index + 3]
    is_more = any(each.role == "hedge" and each.value.startswith("more_than") for each in behind)
    return one.role == "figure" and (is_more or ahead.value == "agent")


def _framed(head: Mention, named: Sequence[Party], share: Mention | None) -> Frame:
    """The frame of a flow word: names before it from the nearest on, then names behind it."""
    flow, _, sign = head.value.partition(":")
    before = [one for one in named if one.mention.start < head.start]
    after = [one for one in named if one.mention.start >= head.start]
    sides: dict[str, str] = {}
    last: Party | None = None
    for one in _named_first((*reversed(before), *after)):
        case = _placed(one, head)
        takes_part = case == "subject" and _takes_part(one, share, head)
        special = _SPECIAL.get((sign, case)) or _SPECIAL.get((sign.removeprefix(_AT_HOME), case))
        at_home = sign.startswith(_AT_HOME) and case == "possessor"
        role = (not at_home and special) or ROLES[flow].get("part" if takes_part else case)
        if "+" in one.code:
            sides["reporter"], _, sides["partner"] = one.code.partition("+")
        elif (one.code, case) in _GOODS_MEANT:
            continue
        elif one.mention.role == "world":
            sides.setdefault("partner", one.code)
        elif case == "between":
            sides.setdefault("partner" if "reporter" in sides else "reporter", one.code)
        elif last is not None and case == "possessor" and _is_owned_by(last, one):
            sides = sides | {"reporter": one.code, "partner": last.code}
        elif role and _touches(one, last) and _is_of(last, sides.get(role)):
            _join(sides, role, one, flow)
            if flow == "total" and _is_hyphened(one, last) and sides.get("partner") == one.code:
                sides = sides | {"reporter": one.code, "partner": sides["reporter"]}
        elif role:
            is_made = case == "of" and flow == "import" and role in sides  # buying Iranian barrels
            sides.setdefault("partner" if is_made else role, one.code)
        last = one if role else last
    return Frame(
        head, flow, sign if flow == "balance" else None, sides.get("reporter"), sides.get("partner")
    )


def _named_first(named: Sequence[Party]) -> list[Party]:
    """The parties, overall behind all others: it means trade with everybody only where no partner is named.

    What tells the direction is no party beside others: in return it shipped.
    """
    told = [one for one in named if one.code != "reverse"] or named
    return sorted(told, key=lambda one: one.code == "overall")


def _takes_part(one: Party, share: Mention | None, head: Mention) -> bool:
    """Whether a share of a flow is said to be that of a country: it is the other side of who owns the flow."""
    return share is not None and head.role != "deed" and one.mention.end <= share.start < head.start


def _is_of(last: Party | None, codes: str | None) -> bool:
    """Whether the name before stands among those of a role."""
    return last is not None and codes is not None and last.code in codes.split(",")


def _is_owned_by(last: Party, one: Party) -> bool:
    """Whether two owners follow each other, the first of what the second makes: India's Russian oil imports."""
    are_areas = last.mention.role == one.mention.role == "area" and one.code != last.code
    follow = last.case == "possessor" and one.mention.end < last.mention.start
    return are_areas and follow and not last.joined


def _touches(one: Party, last: Party | None) -> bool:
    """Whether two names stand side by side: China-North Korea, Japan and the South."""
    if last is None:
        return False
    first, second = sorted((one.mention, last.mention))
    return second.start - first.end <= _CLOSE or one.joined or last.joined


def _is_hyphened(one: Party, last: Party | None) -> bool:
    """Whether two names are one word, trade seen from the first: North Korea-China trade."""
    return last is not None and last.mention.start - one.mention.end == 1


def _join(sides: dict[str, str], role: str, one: Party, flow: str) -> None:
    """A second name of a role: the other side where flows go both ways, else one more of its kind."""
    if flow in {"total", "balance"}:
        sides.setdefault("partner", one.code)
    elif one.code not in sides[role]:
        sides[role] = ",".join(sorted({*sides[role].split(","), one.code}))


def _placed(one: Party, head: Mention) -> str:
    """The case as the flow word sees it: what follows a verb's object place is no subject."""
    if one.case is None and one.mention.start > head.start and head.value.endswith(_SIDED):
        return "object"
    if one.case == "inside" and one.mention.start > head.start:
        return "in"
    if one.case in {"subject", "possessor"} and one.mention.start > head.start:
        return "object" if one.case == "subject" else "after"
    return one.case or ""
