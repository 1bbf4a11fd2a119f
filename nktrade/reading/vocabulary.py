"""Vocabulary: one language, compiled: what the engine asks of a language, and nothing it says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from nktrade.reading.dense import Dense
from nktrade.reading.longest import Longest
from nktrade.reading.lookups import Lookup
from nktrade.reading.telling import Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """One language, compiled."""

    code: str
    spaced: bool
    decimal: str
    thousands: str
    heads: str
    places: bool
    """Whether numerals are written in place words, digits among them."""
    section: Fraction
    """The least multiplier that closes a section of a numeral."""
    digits: re.Pattern[str]
    joiner: re.Pattern[str]
    """What may stand between the words of one numeral."""
    point: re.Pattern[str] | None
    """A decimal point said in words."""
    words: Mapping[str, Lookup]
    """Look-ups by first word (spaced) or whole surface; templates that begin with a digit by ""."""
    landmarks: Telling
    """The look-ups of the words that matter in every sentence of a document; where no blank divides words, see ``dense``."""
    word: re.Pattern[str]
    """Where a look-up begins."""
    dense: Dense
    """Where one begins that no blank leads up to."""
    numbers: Mapping[str, Fraction]
    number: Longest
    scales: Mapping[str, Fraction]
    scale: Longest
    units: Mapping[str, str]
    unit: Longest
    counts: Mapping[str, str]
    count: Longest
    money: Mapping[str, str]
    money_before: re.Pattern[str]
    currencies: frozenset[str]
    per: re.Pattern[str]
    """What stands between a price and the unit it is for."""
    basis: re.Pattern[str]
    """What stands before a unit that a price further on is for; its group ``each`` also before counted things."""
    occurs: re.Pattern[str]
    adds: re.Pattern[str]
    falls_in: re.Pattern[str]
    grows: re.Pattern[str]
    records: re.Pattern[str]
    """What stands behind a number of times that something happened, and that multiplies nothing."""
    link: re.Pattern[str]
    """What joins two figures that share a unit; its group ``range`` makes them ends of one."""
    citation: re.Pattern[str]
    """The number behind the word resolution; ``citation_next``: a further one; both name it ``n``."""
    citation_next: re.Pattern[str]
    citation_before: re.Pattern[str]
    """The number before the word resolution, where a language puts it there."""
    deadline: re.Pattern[str]
    possessive: re.Pattern[str]
    made: re.Pattern[str]
    """A word for goods that beside crude means what is made of it: products."""
    ranked: re.Pattern[str]
    """What names a country behind a part of the world: 's biggest buyer."""
    first: re.Pattern[str]
    """What stands between a verb and the supplier or buyer that it calls the largest."""
    owners: frozenset[str]
    """Pronouns that own: its, their."""
    nameless: frozenset[str]
    """Words that are no name of goods though they stand where one would: such, other, aid."""
    sentence: re.Pattern[str]
    """Where a sentence may end."""
    abbreviations: frozenset[str]
    months: Mapping[str, int]
    ordinals: Mapping[str, int]
    years: Mapping[str, int]
    eras: Mapping[str, int]
    """The first years of eras by the names that stand before their years."""
    era: int | None
    """The first year of the era that a year of three digits is of."""
    marks_after: Mapping[str, str]
    """Particles behind a name or a figure, with the case they mark."""
    mark_after: Longest
    marks_before: Mapping[str, str]
    mark_before: re.Pattern[str]
    hedges_before: Mapping[str, str]
    hedge_before: re.Pattern[str]
    hedges_after: Mapping[str, str]
    """Hedges that stand behind a numeral or its unit."""
    hedge_after: Longest
    home: str | None
    country: str | None
    unsure: re.Pattern[str]
    """What makes the numeral behind it no amount: the word for unit."""
    several: re.Pattern[str]
    """What stands for a few before a scale word: 수천, 数百."""
    coin: str | None
    """The money meant by a bare word for coin; ``coins``: those it may mean once one is named."""
    coins: frozenset[str]
    run: re.Pattern[str]
    """A numeral in place words, from its first letter to its last."""
    so_far: re.Pattern[str]
    averaging: re.Pattern[str]
    """What heads a column that counts from January on."""
    jointly: re.Pattern[str]
    """What takes the members of a list together: these three alone."""
    rest: re.Pattern[str]
    """What names the row of a table that holds what the others leave."""
    alone: re.Pattern[str]
    """What stands behind a time word that holds for its own sentence alone."""
    passed: re.Pattern[str]
    """What marks a time that an amount behind it passes: 6月を900万ドル上回った."""
    standing: re.Pattern[str]
    """What stands behind a percentage that says at how much of something it stands: 82%の水準."""
    about: re.Pattern[str]
    """What stands behind a time that a sentence is about: 2016年には."""
    than: re.Pattern[str]
    """What behind an amount holds another against it, and behind a country says from where: より."""
    ranks: re.Pattern[str]
    """What stands behind an amount that another only comes next to: に次ぐ."""
    reporting: re.Pattern[str]
    """What says right before a time that its figures were published: 発表した."""
    record: re.Pattern[str]
    """What a time may own that is compared with: 昨年の実績を上回った."""
    explaining: re.Pattern[str]
    """What marks goods that say why something moved, and are no topic of their own: 自動車が減った."""
    outdoing: re.Pattern[str]
    """The verb of what lies above or below something: 上回った."""
    holding: re.Pattern[str]
    """What stands before the time that a report is about, not that of the report: for."""
    pointing: re.Pattern[str]
    """With what a sentence begins that points at the amount of the one before."""
    within: re.Pattern[str]
    """With what a sentence begins that tells a part of what the one before told: of that."""
    definite: re.Pattern[str]
    """What stands before an amount that is known already: the."""
    past: re.Pattern[str]
    """What tells in passing how it had been before."""
    lasting: re.Pattern[str]
    span: re.Pattern[str]
    """What tells how it has been up to now."""
    agent: re.Pattern[str]
    """The firm or the place of a country that takes the particle in its stead: 中国の業者に."""
    among: re.Pattern[str]
    """What stands behind a whole of which a part follows."""
    leading: re.Pattern[str]
    """What leads from an amount to the share that it is: 2億ドルで1割."""
    was: re.Pattern[str]
    """What leads from an old amount to the time behind it at which it was so much: 2만 달러였던 재작년."""
    led: re.Pattern[str]
    """A word at the end of a stretch that a clause begins with: what a flow behind it may be of."""
    quality: re.Pattern[str]
    """Words that say how something is, and name no goods."""
    elided: re.Pattern[str]
    """An ordinal, its group ``ord``, whose noun is left out: in the second."""
    outward: re.Pattern[str]
    """What heads a column of what goes out, and names no flow elsewhere; ``inward``: of what comes in."""
    inward: re.Pattern[str]
    plain: re.Pattern[str]
    """Words and endings beside those of the lists that narrow nothing; group ``count``: with a source beside them alone."""
    narrowing: re.Pattern[str]
    """What of a flow word says that it may be of a part: border trade, dealings."""
    sometime: re.Pattern[str]
    """What tells of another time than the one spoken of, and names none: before the pandemic, now."""
    letters: Mapping[int, int]
    """One letter for one: spellings of another script, as the lists of the lexicon have them."""
    gate: re.Pattern[str]
    over: re.Pattern[str]
    price: re.Pattern[str]

    @property
    def marks_cases(self) -> bool:
        """Whether particles tell who does what, and not the order of words."""
        return bool(self.marks_after)
