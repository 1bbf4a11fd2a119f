"""Couples: two countries or goods named side by side, and the words that later point at one of them."""

from collections.abc import Sequence

from nktrade.reading.words import Mention

Couple = tuple[Mention, Mention]
_POINTERS = {"former": 0, "latter": 1}
_NAMED = frozenset({"area", "commodity"})


def pointed(
    items: Sequence[Mention], two: Couple | None
) -> tuple[tuple[Mention, ...], Couple | None]:
    """The items with what the former and the latter stand for, and the couple that was named last."""
    found: list[Mention] = []
    for one in items:
        meant = _POINTERS.get(one.value) if one.role == "pronoun" else None
        if meant is not None and two is not None:
            found.append(one._replace(role=two[meant].role, value=two[meant].value))
            continue
        found.append(one)
        two = _couple(found) or two
    return tuple(found), two


def _couple(items: Sequence[Mention]) -> Couple | None:
    """The last two names, where a word that joins stands between them."""
    last = items[-3:]
    if len(last) < 3 or last[1].role != "break" or last[0].role not in _NAMED:  # noqa: PLR2004 - two and the word between
        return None
    is_couple = last[2].role == last[0].role and last[2].value != last[0].value
    return (last[0], last[2]) if is_couple else None
