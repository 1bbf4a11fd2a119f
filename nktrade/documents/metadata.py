"""Metadata: what a page declares of itself, for machines and in labelled lines."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from nktrade.documents.dates import day_of
from nktrade.documents.markup import Token, decoded, tokens
from nktrade.documents.parts import furniture
from nktrade.documents.records import entries, unescaped

_NAMES = ("property", "name", "itemprop", "http-equiv")
_VALUES = ("content", "datetime", "href", "title")
_SPACE = re.compile(r"\s+")
_LANG = re.compile(r"[A-Za-z]{2,3}\b")


class Metadata(NamedTuple):
    """What a page says of itself; None where it says nothing."""

    lang: str | None
    date: dt.date | None
    title: str | None
    publisher: str | None
    url: str | None


def metadata(source: str, *, max_nesting: int, place: str) -> Metadata:
    """What the page declares: the day of publication, never a day of change."""
    found: dict[str, str] = {}
    for token in tokens(source):
        if token.rest or token.name == "title":
            for name, value in _declared(source, token, max_nesting, place):
                found.setdefault(name, _SPACE.sub(" ", value).strip())
    lang = _LANG.match(found.get("lang", found.get("content-language", "")))
    days = (day_of(found[name]) for name in _names("published") if found.get(name))
    return Metadata(
        lang=lang[0].lower() if lang else None,
        date=next((day for day in days if day), None),
        title=_first(found, "title"),
        publisher=_first(found, "publisher"),
        url=_first(found, "url"),
    )


def _declared(source: str, token: Token, max_nesting: int, place: str) -> Iterator[tuple[str, str]]:
    """Names and values that one tag declares."""
    if token.is_closing:
        return
    if token.name == "title":
        yield "title", decoded(source[token.end : token.raw_end])
    elif token.name == "script" and "ld+json" in token.rest.lower():
        yield from _linked_data(source[token.end : token.raw_end], max_nesting, place)
    elif token.name == "html":
        yield "lang", token.attributes.get("lang") or token.attributes.get("xml:lang", "")
    elif token.name in {"meta", "time", "link", "span", "abbr"}:
        yield from _attributes(token.attributes)


def _attributes(attributes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    value = next((attributes[name] for name in _VALUES if attributes.get(name)), "")
    if not value:
        return
    for name in _NAMES:
        if name in attributes:
            yield attributes[name].lower(), value
    if attributes.get("rel", "").lower() == "canonical":
        yield "canonical", value
    if "pubdate" in attributes or "published" in attributes.get("class", "").lower().split():
        yield "pubdate", value


def _linked_data(source: str, max_nesting: int, place: str) -> Iterator[tuple[str, str]]:
    for entry in entries(source, max_nesting=max_nesting, place=place):
        if entry.is_text:
            keys = entry.path.lower().split(".")
            value = decoded(unescaped(source, entry.start, entry.end)[0])
            yield ".".join(keys[-2:]) if keys[-1] == "name" else keys[-1], value


def _first(found: Mapping[str, str], what: str) -> str | None:
    return next((found[name] for name in _names(what) if found.get(name)), None)


def _names(what: str) -> list[str]:
    return furniture()["declared"][what]
