"""Parties: the countries of a clause, each with its case.

The case comes from the word before a name, from a possessive behind it, or from where it stands.
"""

from collections.abc import Sequence
from typing import NamedTuple

from nktrade.reading.lexicon import Lexicon
from nktrade.reading.words import Mention
from nktrade.reference import places

HEADS = frozenset({"flow", "deal", "deed", "moved"})
_NAMES = frozenset({"area", "world", "pronoun"})
_TOLD = frozenset({"figure", "hedge", "level"})
_CAME = frozenset({"origin", "destination"})
ELIDED = "elided"
"""The case of a name that owns what an earlier one owned: China's share was 5 percent and Japan's 3."""
_NEAR = 26
_CLOSE = 3
_BARE = 5
"""An article, and no other word: for the North, but not for the same reason China."""


class Party(NamedTuple):
    """A country, or a word that stands for one, with its case."""

    mention: Mention
    code: str
    case: str | None
    joined: bool = False
    """Whether an 'and' joins it to the country before."""


def parties(text: str, items: Sequence[Mention], lexicon: Lexicon) -> list[Party]:
    """The countries of a segment with their cases."""
    found: list[Party] = []
    for index, name in enumerate(items):
        one = _situated(items, index) if name.role == "place" else name
        if one.role not in _NAMES or _is_source(text, items, index):
            continue
        last = found[-1] if found else None
        if last and last.code == one.value and text[last.mention.end : one.start].strip() == "(":
            continue  # its short name in brackets
        joined = _is_joined(items, index, found)
        case = found[-1].case if joined else _case(text, items, index, lexicon)
        found.append(Party(one, one.value, case, joined))
    return found


def _situated(items: Sequence[Mention], index: int) -> Mention:
    """The place as its country, where goods go to it or come from it: from Chongjin to Tangshan."""
    one, before = items[index], items[index - 1] if index else None
    known = places().get(one.value)
    is_side = before is not None and before.role == "case" and before.value in _CAME
    if not is_side or known is None or not known.area:
        return one
    return one._replace(role="area", value=known.area)


def _is_source(text: str, items: Sequence[Mention], index: int) -> bool:
    """Whether the name belongs to an office: Chinese customs, the bank in Seoul."""
    one = items[index]
    if _speaks(text, items, index):
        return True
    before = items[max(0, index - 2) : index]
    if any(each.value == "issues" and one.start - each.end <= _CLOSE for each in before):
        return True  # figures released by Beijing
    is_in_place = [each.role for each in before] == ["source", "case"]
    beside = [*(before[:1] if is_in_place else ()), *items[index + 1 : index + 2]]
    return any(each.role == "source" and _adjoins(text, one, each) for each in beside)


def _adjoins(text: str, one: Mention, other: Mention) -> bool:
    """Whether two words stand near each other without a stop between them."""
    first, second = sorted((one, other))
    gap = text[first.end : second.start]
    return len(gap) <= _NEAR // 2 and not any(mark in gap for mark in ",;.")


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
    if (
        before
        and before.role == "share"
        and before.value in _CAME
        and one.start - before.end <= _NEAR
    ):
        return before.value  # most of them came from China
    is_far = before is not None and one.start - before.end > (
        _BARE if before.value == "viewpoint" else _NEAR
    )
    if before and before.role == "case" and not is_far:
        return _after_case(before.value, items, index, is_owner=is_owner)
    if is_owner:
        if one.role == "area" and (after is None or after.role in _TOLD):
            return ELIDED
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
    owns_flow = _heads_flow(items, index)
    before = items[index - 2] if index > 1 else None
    # Of what somebody bought, the name before the goods says only who made them.
    is_traded = any(one.role in HEADS for one in items[:index])
    measured = before is not None and (
        before.value == "value"
        or before.role == "share"
        or (before.role == "figure" and not is_traded)
    )
    if owns_flow and ((case in {"counterpart", "of"} and is_owner) or (case == "of" and measured)):
        return "possessor"
    if case == "of" and (governs_goods or is_owner):
        return "made"
    if case == "in" and any(later.role in HEADS for later in items[index + 1 :]):
        return "inside"
    if case == "counterpart" and any(later.role == "deed" for later in items[index + 1 :]):
        return "subject"
    if (
        case in {"origin", "agent", "of", "counterpart"}
        and after
        and after.role in {"flow", "deal"}
        and after.value != "value"
        and after.start - one.end <= _CLOSE
        and not (case == "counterpart" and after.value.startswith("total"))
    ):
        return "possessor"
    return "part" if case == "of" and _is_whose_share(items, index) else case


def _is_whose_share(items: Sequence[Mention], index: int) -> bool:
    """Whether a share is said to be that of a country, of what stands elsewhere: Share of China: 94 percent."""
    heads = [one.role for one in items[:index]] == ["share", "case"]
    return heads and not any(one.role in HEADS for one in items[index:])


def _heads_flow(items: Sequence[Mention], index: int) -> bool:
    """Whether a flow word stands right behind a name, or behind its goods: Japan's crude imports."""
    reached = items[index].end
    for one in items[index + 1 : index + 3]:
        if one.start - reached > _CLOSE:
            return False
        if one.role in HEADS:
            return True
        if one.role != "commodity":
            return False
        reached = one.end
    return False


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
            leads = leads and second is not None and second.value != "value"  # copper worth 5
            is_given = before is not None and _is_given(before, items, index)
            return "possessor" if leads else "object" if is_given else "made"
    if before and one.start - before.end <= _CLOSE:
        is_supplied = before.role == "deal" and after is not None and after.value == "counterpart"
        if before.role == "deed" or is_supplied:
            return "object"  # sold China, will supply China with
    if before and before.role == "deed" and one.start - before.end <= _BARE and _is_amount(after):
        return "object"  # sold the EU 5 tons
    if any(later.role in HEADS for later in items[index + 1 :]):
        return "subject"
    return None


def _is_amount(after: Mention | None) -> bool:
    """Whether an amount follows, with its hedge: about 5 tons."""
    return after is not None and after.role in {"figure", "hedge"}


def _is_given(verb: Mention, items: Sequence[Mention], index: int) -> bool:
    """Whether what is sold goes to a name between the verb and the goods: Chile sold Japan copper.

    Who sold it stands before the verb or its clause, and no other is named to whom it went: sold Iranian oil to China.
    """
    is_sale = verb.role == "deed" and verb.value == "export"
    is_behind = items[index].start - verb.end <= 1
    hangs_on = items[0].role in {"stop", "break"}
    sellers = hangs_on or any(one.role in {"area", "pronoun"} for one in items[: index - 1])
    others = any(one.value == "destination" for one in items[index:])
    return is_sale and is_behind and sellers and not others
