"""Portions: percentages that are parts, or tell where something stands, though no verb beside them says so."""

from itertools import dropwhile

from nktrade.core.codes import Kind
from nktrade.reading.around import Around
from nktrade.reading.kinds import Sort
from nktrade.reading.words import Mention

_LISTED_GOODS = frozenset({"stop", "figure", "commodity", "area"})
"""What stands between the shares of a list, goods by goods or country by country."""
_WHOLES = frozenset({"part", "whole"})
"""Words of which what follows is a part: of which, all."""


def is_shared_later(around: Around) -> bool:
    """Whether the verb behind a list says that each of it is a share: プラスチックが9.7%、繊維が11.3%を占めた."""
    if around.lexicon.heads == "before":
        return False
    behind = dropwhile(lambda one: one.role in _LISTED_GOODS, around.items[around.at + 1 :])
    return next((one.role for one in behind), None) == "share"


def is_part_in_brackets(around: Around, amount: Mention) -> bool:
    """Whether a bracket holds nothing else, behind the amount of goods or a country told as parts of a whole: 石炭が1億ドル(45%)."""
    place = around.items.index(amount)
    owner = around.items[place - 1] if place else None
    is_shut = around.text[around.figure.end : around.figure.end + 1] == ")"
    is_shut = is_shut and around.text[amount.end : around.figure.start] == "("
    is_one = owner is not None and owner.role in {"commodity", "area"}
    return is_shut and is_one and any(one.role in _WHOLES for one in around.items[:place])


def stands_at(around: Around) -> bool:
    """Whether it says at how much of an earlier level something stands: 2019年と比べると82%の水準."""
    beside = next(iter(around.left), None)
    is_held = around.is_held_against or bool(beside and beside.when and beside.when.is_base)
    return is_held and bool(around.lexicon.standing.match(around.text, around.figure.end))


def old_rate(around: Around) -> Sort | None:
    """A share or a growth that moved on from there, by the word for it before: 比率は33%から, 伸びは7.2%から鈍化した."""
    named = next((one for one in around.left if one.role in {"share", "change"}), None)
    if named is None:
        return None
    if named.role == "share":
        return Sort(Kind.SHARE_PCT, is_base=True)
    return Sort(Kind.CHANGE_PCT, named.value, is_base=True)
