"""Tags: what the words of a table's labels say where particles mark the cases and numerals have place words."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from nktrade.reading.cases import Cases
from nktrade.reading.frames import Frame
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.setting import Setting
from nktrade.reading.words import Mention

_PERCENT = "percent"
_NO_FLOW = frozenset({"value", "sum"})
"""Flow words that leave open which way: 金额, 累计."""
_NO_PRIOR = Setting(is_north=False, home=None, partner=None, priors=False)
_DIGITS = re.compile(r"\d[\d,]*\s?\Z")


def declared_unit(words: str, lexicon: Lexicon) -> tuple[str | None, Fraction]:
    """Unit and scale that a header or a note declares: (단위: 천 달러), 単位:100万ドル; money before percent.

    >>> from nktrade.reading.lexicon import lexicon
    >>> declared_unit("(단위: 백만 달러, %)", lexicon("ko"))
    ('USD', Fraction(1000000, 1))
    """
    told = list(declared_units(words, lexicon))
    known = [one for one in told if one[0] != _PERCENT]
    return next(iter((*known, *told)), (None, Fraction(1)))


def declared_units(words: str, lexicon: Lexicon) -> Iterator[tuple[str, Fraction]]:
    """Every unit that a header or a note declares, with its scale: 单位:吨、万美元."""
    place = 0
    while place < len(words):
        unit = lexicon.unit.match(words, place)
        name, _, factor = lexicon.units[unit[0]].partition(":") if unit else ("", "", "")
        scale, begin = _scale_before(words, place, lexicon)
        is_word = words[max(0, begin - 1) : begin].isalpha()
        is_declared = is_word and lexicon.unsure.search(words[:begin]) is not None  # 単位万ドル
        if unit is None or not name or (is_word and not is_declared):
            place = unit.end() if unit else place + 1
            continue
        name = lexicon.coin or name if name == "coin" else name
        yield name, Fraction(1) if name == _PERCENT else scale * Fraction(factor or 1)
        place = unit.end()


def declared_basis(words: str, lexicon: Lexicon) -> str | None:
    """The unit for which a header or a note tells prices: (ドル/トン), 单价(美元/吨).

    >>> from nktrade.reading.lexicon import lexicon
    >>> declared_basis("单价(美元/吨)", lexicon("zh"))
    't'
    """
    for place in range(len(words)):
        money = lexicon.unit.match(words, place)
        per = lexicon.per.match(words, money.end()) if money else None
        goods = lexicon.unit.match(words, per.end()) if per else None
        if money and goods and lexicon.units[money[0]] in {*lexicon.currencies, "coin"}:
            return lexicon.units[goods[0]].partition(":")[0]
    return None


def _scale_before(words: str, end: int, lexicon: Lexicon) -> tuple[Fraction, int]:
    """What the scale words before a unit multiply by, and where they begin."""
    scale, place = Fraction(1), end
    while True:
        head = words[:place].rstrip(" ")
        word = next((one for one in lexicon.scales if head.endswith(one)), None)
        if word is None:
            break
        scale, place = scale * lexicon.scales[word], len(head) - len(word)
    digits = _DIGITS.search(words, 0, place)
    if not digits:
        return scale, place
    return scale * int(digits[0].strip().replace(",", "")), digits.start()


def tagged(
    words: str, found: Sequence[Mention], lexicon: Lexicon
) -> tuple[Frame | None, list[str]]:
    """The flow that a label names with its sides, and the countries it names."""
    cases = Cases(words, lexicon, _NO_PRIOR)
    named = [
        party
        for index, one in enumerate(found)
        if one.role in {"area", "world"} and (party := cases.party(found, index))
    ]
    named = [one for one in named if "+" not in one.code]
    codes = [one.code for one in named]
    heads = (one for one in found if one.role in {"flow", "deal", "deed"})
    head = next((one for one in heads if one.value.partition(":")[0] not in _NO_FLOW), None)
    if head is None:
        return None, codes
    flow, _, sign = head.value.partition(":")
    reporter, partner = cases.allotter.named(flow, named)
    return Frame(head, flow, sign if flow == "balance" else None, reporter, partner), codes
