"""Parts: what an element or a line is on its page, told by its tag, its class or its wording."""

import functools
import re
import tomllib
from collections.abc import Mapping
from importlib import resources

_NAMES = re.compile(r"[a-z0-9]+")
_NEGATED = frozenset({"has", "with", "no", "without", "is", "hide", "show"})
_UNMARKED = frozenset({"html", "body", "main", "article"})
"""Elements whose class names speak of the whole page."""
_LONGEST_LINE = 800
ARTICLE_BODY, MAIN_CLASS, ARTICLE, MAIN = 1, 2, 3, 4
_SURE = frozenset({ARTICLE_BODY, MAIN_CLASS, MAIN})
"""An element of these ranks is main text wherever it stands: wrappers bear misleading names."""


@functools.cache
def furniture() -> Mapping[str, Mapping[str, list[str]]]:
    """The table of what stands around the text of a page."""
    table = resources.files("nktrade.documents").joinpath("furniture.toml")
    return tomllib.loads(table.read_text(encoding="utf-8"))


def role_in(outer: str | None, name: str, attributes: Mapping[str, str], rank: int) -> str | None:
    """What an element is on its page, given what the element around it is."""
    if outer == "hidden" or (outer == "boilerplate" and rank not in _SURE):
        return outer
    own = None if rank in _SURE else _role_of(name, attributes)
    return own or (None if outer == "boilerplate" else outer)


def _role_of(name: str, attributes: Mapping[str, str]) -> str | None:
    """What an element is by its tag, or else by its class: boilerplate, caption, title, hidden."""
    by_tag = _tags().get(name)
    if by_tag or name in _UNMARKED or not attributes:
        return by_tag
    if "hidden" in attributes:
        return "hidden"
    for kind in ("class", "id"):
        for word in attributes.get(kind, "").lower().split():
            if role := _role_of_class(word):
                return role
    return None


def rank_of(name: str, attributes: Mapping[str, str]) -> int:
    """How surely an element holds the main text: 1 surely, 4 perhaps, 0 not at all."""
    if attributes.get("itemprop", "").lower() == "articlebody":
        return ARTICLE_BODY
    words = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower().split()
    if not _main_classes().isdisjoint(words):
        return MAIN_CLASS
    return {"article": ARTICLE, "main": MAIN}.get(name, 0)


def line_kind(line: str) -> str | None:
    """What a line is by its wording: caption, boilerplate or table_note; None for plain body.

    >>> line_kind("A ship at Nampo. / Image: Google Earth"), line_kind("Exports fell 92 percent.")
    ('caption', None)
    """
    line = line.strip()
    if not line or len(line) > _LONGEST_LINE:
        return None
    return next((kind for kind, pattern in _lines() if pattern.fullmatch(line)), None)


@functools.lru_cache(maxsize=4096)
def _role_of_class(word: str) -> str | None:
    names = _NAMES.findall(word)
    if not names or not _NEGATED.isdisjoint(names):
        return None
    return next((role for role, known in _classes() if not known.isdisjoint(names)), None)


@functools.cache
def _tags() -> Mapping[str, str]:
    return {name: role for role, names in furniture()["tags"].items() for name in names}


@functools.cache
def _classes() -> tuple[tuple[str, frozenset[str]], ...]:
    classes = furniture()["classes"]
    return tuple((role, frozenset(classes[role])) for role in ("caption", "boilerplate"))


@functools.cache
def _main_classes() -> frozenset[str]:
    return frozenset(furniture()["classes"]["main"])


@functools.cache
def _lines() -> tuple[tuple[str, re.Pattern[str]], ...]:
    lines = furniture()["lines"]
    return tuple(
        (kind, re.compile("|".join(f"(?:{one})" for one in lines[kind])))
        for kind in ("boilerplate", "caption", "table_note")
    )
