"""Languages: which one each line of a text is written in, by its letters.

Hangul is Korean and kana Japanese; Chinese characters alone are Chinese, unless the text around them has kana.
What a page declares decides only where letters do not.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

DEFAULT = "en"
_LETTERS = (("\u1100", "\u11ff"), ("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7a3"))
"""First and last letter of each stretch of the three scripts."""
_SCRIPTS = {
    "ko": r"[\u1100-\u11ff\uac00-\ud7a3]",
    "ja": r"[\u3040-\u30fa\u30fd-\u30ff]",
    "zh": r"[\u3400-\u9fff]",
}
_LATIN = re.compile(r"[A-Za-z]")
_PROSE = re.compile(r"(?:[A-Za-z]+[ ,.;:'\-]+){4}")
_PER_SYLLABLE = 4
"""How many Latin letters weigh as much as one character of the others."""
_WORDS = 24
"""Fewer Latin letters are a name or a unit in a text of another language."""
_KANA = 20
"""One kana among so many Chinese characters makes the text Japanese."""
_LINE = re.compile(r"[^\n]*\n?")


class Passage(NamedTuple):
    """A run of whole lines in one language."""

    start: int
    end: int
    language: str


def passages(text: str, declared: str | None) -> list[Passage]:
    """The text cut where its language changes; one passage where it does not.

    >>> [one.language for one in passages("수출은 3억 달러였다.", None)]
    ['ko']
    """
    if not _has_letters(text):
        return [Passage(0, len(text), declared or DEFAULT)]
    lines = [(found.start(), found.end()) for found in _LINE.finditer(text) if found[0]]
    counts = [_count(text, start, end) for start, end in lines]
    whole = sum(counts, Counter())
    chinese = "ja" if whole["ja"] * _KANA >= whole["zh"] else "zh"
    if declared in {"ja", "zh"} and not whole["ko"]:
        chinese = declared
    spoken = [_language(one, chinese) for one in counts]
    weights = Counter[str]()
    for name, one in zip(spoken, counts, strict=True):
        weights[name or ""] += one.total()
    del weights[""]
    main = weights.most_common(1)[0][0] if weights else declared or DEFAULT
    return _joined(lines, [one or main for one in spoken])


def only(text: str, found: Sequence[Passage], language: str) -> str:
    """The text with the passages in other languages blanked, every place kept."""
    return "".join(
        text[one.start : one.end]
        if one.language == language
        else re.sub(r"[^\n]", " ", text[one.start : one.end])
        for one in found
    )


def _has_letters(text: str) -> bool:
    """Whether a letter of the three scripts is in it."""
    # Each letter is looked at once: patterns of so many letters take long to compile.
    strange = () if text.isascii() else set(text)
    return any(first <= one <= last for one in strange for first, last in _LETTERS)


@cache
def _scripts() -> dict[str, re.Pattern[str]]:
    """The letters of each script, compiled when a text has some."""
    return {name: re.compile(letters) for name, letters in _SCRIPTS.items()}


def _count(text: str, start: int, end: int) -> Counter[str]:
    """How many letters of each script a line has; where none is Latin prose, which scripts it has."""
    if not _PROSE.search(text, start, end):
        seen = next(
            (name for name, one in _scripts().items() if one.search(text, start, end)), None
        )
        return Counter({seen: end - start}) if seen else Counter()
    found = Counter({name: len(one.findall(text, start, end)) for name, one in _scripts().items()})
    found["en"] = len(_LATIN.findall(text, start, end)) // _PER_SYLLABLE
    return found


def _language(line: Counter[str], chinese: str) -> str | None:
    """The language of a line, or None where it has too few letters to tell."""
    asian = line["ko"] + line["ja"] + line["zh"]
    if line["en"] > asian:
        return DEFAULT if line["en"] * _PER_SYLLABLE >= _WORDS else None
    if asian == 0:
        return None
    if line["ko"] >= line["ja"] and line["ko"] * 3 >= line["zh"]:
        return "ko"
    return "ja" if line["ja"] * _KANA >= line["zh"] else chinese


def _joined(lines: Sequence[tuple[int, int]], spoken: Sequence[str]) -> list[Passage]:
    out: list[Passage] = []
    for (start, end), name in zip(lines, spoken, strict=True):
        if out and out[-1].language == name:
            out[-1] = out[-1]._replace(end=end)
        else:
            out.append(Passage(start, end, name))
    return out
