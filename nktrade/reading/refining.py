"""Refining: products told of beside crude are those that are made of it: $9 billion came from crude and $6 billion from products."""

from collections.abc import Iterator, Sequence

from nktrade.core.codes import ALL_GOODS
from nktrade.reading.goods import CRUDE, FUEL
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.words import Mention

_OILS = frozenset({CRUDE, "oil"})


def refined(
    text: str, items: Sequence[Mention], lexicon: Lexicon, goods: str | None
) -> tuple[Mention, ...]:
    """The items, a bare word for products as refined oil where crude was told of last; ``goods`` are those spoken of."""
    told = goods in _OILS or any(one.value in _OILS for one in items)
    return tuple(_told_of(text, items, lexicon, goods) if told else items)


def _told_of(
    text: str, items: Sequence[Mention], lexicon: Lexicon, goods: str | None
) -> Iterator[Mention]:
    before: Mention | None = None
    for one in items:
        is_made = one.value == ALL_GOODS and lexicon.made.fullmatch(text, one.start, one.end)
        is_bare = before is not None and _touch(text, before, one)
        if one.role == "commodity" and goods in _OILS and is_made and is_bare:
            yield one._replace(value=FUEL)
        else:
            yield one
            goods = one.value if one.role == "commodity" else goods
        before = one


def _touch(text: str, before: Mention, one: Mention) -> bool:
    """Whether nothing says which products are meant: farm products, all products."""
    return before.role != "whole" and not text[before.end : one.start].strip(" ,;")
