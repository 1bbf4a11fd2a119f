"""Patterns: word lists and time templates become regular expressions that never backtrack far."""

import re
from collections.abc import Iterable, Mapping

_PIECE = re.compile(r"\{(\w+?)(\d?)\}|([\[\]()| ])|([^\[\]()|{} ]+)")


def alternation(words: Iterable[str]) -> str:
    """A pattern that matches the longest of the words, factored by common beginnings.

    >>> alternation(["ton", "tons", "tonne"])
    'ton(?:ne|s)?'
    """
    tree: dict[str, dict[str, object]] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})  # type: ignore[assignment]  # a tree of trees
        node[""] = {}
    return _pattern(tree)


def _pattern(node: Mapping[str, object]) -> str:
    """One level of the tree; a chain of single children is one literal."""
    branches = []
    for letter in sorted(node, reverse=True):
        if letter:
            child = node[letter]
            branches.append(re.escape(letter) + _pattern(child))  # type: ignore[arg-type]  # a subtree
    if not branches:
        return ""
    body = "|".join(reversed(branches))
    if "" in node:
        return f"(?:{body})?"
    return body if len(branches) == 1 else f"(?:{body})"


def bounded(words: Iterable[str]) -> re.Pattern[str]:
    """The longest of the words, not cut out of a longer Latin word; never matches without words."""
    body = alternation(words)
    return re.compile(f"(?:{body})(?![A-Za-z$])" if body else r"(?!)")


def spellings(word: str, *, spaced: bool) -> Iterable[str]:
    """The word as it may stand in running text, at the head of a sentence, and in a headline."""
    if not spaced:
        return (word,)
    known = [word, word[:1].upper() + word[1:], word.upper()]
    if word == word.lower():
        known.append(word.title())
    return dict.fromkeys(known)


def template(
    form: str, fillers: Mapping[str, str], blank: str, *, spaced: bool = True
) -> re.Pattern[str]:
    """The pattern of a time template: ``{slot}``, ``[optional]``, ``(one|other)``.

    >>> template("{month}[ {year}]", {"month": "May|June", "year": "2018"}, " ").match("May 2018")["year"]
    '2018'
    """
    parts = []
    for found in _PIECE.finditer(form):
        slot, again, mark, literal = found.groups()
        if slot:
            parts.append(f"(?P<{slot}{again}>{fillers[slot]})")
        elif mark:
            parts.append({"[": "(?:", "]": ")?", "(": "(?:", " ": blank}.get(mark, mark))
        else:
            parts.append(re.escape(literal))
    return re.compile(
        "".join(parts) + (r"(?![^\W_]|[.,]\d|-[a-z])" if spaced else r"(?!(?<=\d)[.,]?\d)")
    )


def heads(form: str, fillers: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The words with which a template may begin, of a slot those given; an empty word stands for a digit."""
    found: set[str] = set()
    for start in _starts(form):
        piece = _PIECE.match(start)
        if piece and piece[1]:
            found |= fillers[piece[1]]
        else:
            found.add(first_word(start))
    return frozenset(found)


def _starts(form: str) -> list[str]:
    """The form with each alternative of a leading group in its place."""
    if not form.startswith("("):
        return [form]
    group, _, rest = form[1:].partition(")")
    return [one + rest for one in group.split("|")]


def first_word(words: str) -> str:
    """The letters with which words begin; none before a digit."""
    found = re.match(r"[^\W\d_]+", words)
    return found[0] if found else ""
