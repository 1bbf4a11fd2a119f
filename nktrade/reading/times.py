"""Times: the time words of a sentence, and with which of them something is compared."""

from collections.abc import Sequence
from typing import NamedTuple

from nktrade.reading.figures import Spot
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.periods import THAT, When
from nktrade.reading.words import Mention

_NEAR = 14
_BESIDE = 2
_LOOK_BACK = 10
_FAR_BACK = 60
"""Within so many letters before since a word says that something is a record, or has not been."""
_SAME = "the_same"
"""The same period, without a year: of another year only where something is compared with it."""
_OF_THAT = ["of", "that"]
_MEASURED = frozenset({"flow", "deal", "level"})
_NAMING = frozenset({"flow", "deal", "whole"})
"""What may stand between a word that compares and the time: below the figure for May."""
_THAT = "that"
"""What stands for the level of another time: above those of May."""
_UNTIL, _WHEN, _SINCE = "to_month", "when", "since"


class Time(NamedTuple):
    """A time word of the sentence: its segment, and whether something is compared with it."""

    mention: Mention
    when: When
    segment: int
    compared: bool
    clauses: frozenset[int] | None = None
    """The clauses for which it holds, where it is said in passing."""
    owner: int | None = None
    """Where the amount begins whose time it is, and nobody else's."""

    def holds_for(self, segment: int) -> bool:
        """Whether a clause may take it over."""
        return self.clauses is None or segment in self.clauses


def times(
    text: str, lexicon: Lexicon, parts: Sequence[Sequence[Mention]], spots: Sequence[Spot]
) -> list[Time]:
    """The time words of a sentence; dates that are nobody's period are left out."""
    found: list[Time] = []
    for number, items in enumerate(parts):
        for index, one in enumerate(items):
            if one.when is None or one.value == "none":
                continue
            is_held = lexicon.holding.search(text[max(0, one.start - _LOOK_BACK) : one.start])
            if _is_release(items, index) and not is_held:
                continue
            goes_on = _opens_when(parts[number + 1 : number + 3], one)
            if not goes_on and _is_of_record(text, lexicon, items, index):
                continue
            if one.when.means == _SAME and not _is_compared(items, index, spots):
                continue  # in the same period: the one spoken of
            again = one.when.means == "same" and one.when.has_year
            again = again and not (number == 0 and _is_front(items, index))
            again = again or one.when.means.endswith("_before")
            of_share = _is_of_part(items, index, spots)
            is_listed = _goes_on(found, items, index)
            joined = [*parts[number - 1], *items] if number and items[0].value == "soft" else items
            is_old = _is_compared(joined, index + len(joined) - len(items), spots)
            compared = one.when.is_base or again or of_share or is_old or is_listed
            is_same = one.when.means == _SAME
            when = one.when._replace(means="base:year_earlier") if is_same else one.when
            had = goes_on and lexicon.past.search(text, one.end, parts[-1][-1].end)
            if when.means == _UNTIL and goes_on and not had:
                when = when._replace(means="month")  # nothing came until May, when it bought 5 tons
            found.append(Time(one, when, number, compared or is_same))
    plain = [one for one in found if not (one.when.shift == THAT and one.when.means == "year")]
    return plain if any(not one.compared for one in plain) else found


def _is_of_record(text: str, lexicon: Lexicon, items: Sequence[Mention], index: int) -> bool:
    """Whether it only says how long something has been so: the first annual fall since 2016, not seen since May."""
    one, before = items[index], items[index - 1] if index else None
    is_led = before is not None and before.value == _SINCE and one.start - before.end <= 1
    if not is_led and one.when and not one.when.means.startswith(_SINCE):
        return False
    place = before.start if is_led and before else one.start
    return lexicon.records.search(text, max(0, place - _FAR_BACK), place) is not None


def _is_front(items: Sequence[Mention], index: int) -> bool:
    """Whether a sentence begins with a time as that of what it tells: in the same period of last year, exports were 5 tons."""
    return [one.value for one in items[:index] if one.role != "stop"] == ["in"]


def _opens_when(behind: Sequence[Sequence[Mention]], one: Mention) -> bool:
    """Whether a clause right behind a time says what happened then."""
    opened = next((items[0] for items in behind if items[0].value != ","), None)
    return opened is not None and opened.value == _WHEN and opened.start - one.end <= _BESIDE


def _goes_on(found: Sequence[Time], items: Sequence[Mention], index: int) -> bool:
    """Whether a time stands beside one that something is compared with: lower than in January or February."""
    is_second = index == 1 and items[0].value == "soft" and bool(found)
    gap = items[0].start - found[-1].mention.end if is_second else -1
    return 0 <= gap <= 1 and found[-1].compared


def _is_old(items: Sequence[Mention], index: int) -> bool:
    """Whether the figure is an old level, which owns the time word behind it: from $3 million in May."""
    if _is_passed(items, index):
        return True
    earlier = [one for one in items[:index] if one.role not in {"hedge", "version"}]
    if earlier and earlier[-1].value == "soft" and (listed := listed_before(earlier[:-1])):
        # Against $3 million in April and $4 million in May.
        return _is_old(items, items.index(listed))
    named = items[index].start
    if [one.role for one in earlier[-2:]] == ["flow", "case"] and earlier[-1].value == "of":
        named = earlier[-2].start  # after a deficit of $3 million
        earlier = earlier[:-2]
    if not earlier or named - earlier[-1].end > _NEAR:
        return False
    opens = [one.role for one in earlier[:-1]] == ["stop"]
    moves = (one.role in {"change", "multiple"} or one.value == "destination" for one in earlier)
    moved = opens or any(moves)
    return earlier[-1].role == "compare" or (earlier[-1].value == "origin" and moved)


def listed_before(items: Sequence[Mention]) -> Mention | None:
    """The figure that a list goes on from: its time may stand behind it."""
    rest = list(items)
    while rest and rest[-1].role in {"period", "case"}:
        rest.pop()
    return rest[-1] if rest and rest[-1].role == "figure" else None


def _is_passed(items: Sequence[Mention], index: int) -> bool:
    """Whether a rate says how far the figure was passed or missed: 13 percent above the 7 tons."""
    before = items[max(0, index - 2) : index]
    return (
        [one.role for one in before] == ["figure", "hedge"]
        and ":" in before[1].value
        and items[index].start - before[1].end <= _NEAR
        and before[1].start - before[0].end <= 1
    )


def _is_of_part(items: Sequence[Mention], index: int, spots: Sequence[Spot]) -> bool:
    """Whether a share or a multiple is of what that time saw: 76 percent of 2019's, 23 times the 2021 level."""
    before = items[max(0, index - 3) : index]
    for one in reversed(before):
        if one.role == "figure":
            unit = spots[int(one.value)].unit
            when = items[index].when
            is_span = when is not None and when.means in {"months", "days"}
            # It doubled in May, and a ship called eleven times between July and November.
            moves = any(each.role == "change" for each in items[: items.index(one)][-1:])
            is_multiple = unit == "x" and before[-1].value != "in" and not (is_span or moves)
            if before[-1].role in {"change", "whole", "level"} or before[-1].value == "destination":
                return False  # tripled to an all-time high last year
            is_part = before[-1].value == "of" or [one.value for one in before[-2:]] == _OF_THAT
            return is_multiple or (unit == "percent" and is_part)
    between = [one.role for one in items[max(0, index - 4) : index]]
    if between[1:] != ["pronoun", "level", "case"] or between[0] != "figure":
        return False
    return spots[int(items[index - 4].value)].unit == "x"  # twice what it was in 2022


def _is_release(items: Sequence[Mention], index: int) -> bool:
    """Whether it tells when a figure was published: released in late July, said in June, or a law was made."""
    following = items[index + 1 : index + 2]
    if any(one.role in _MEASURED and one.start - items[index].end <= 1 for one in following):
        return False  # a rival puts the December flow at $3 million
    if any(one.value == "issue" and one.start - items[index].end <= 1 for one in following):
        return False  # published the May figures
    for before in reversed(items[max(0, index - 4) : index]):
        if before.role in {"says", "adopted"} and before.value != "issue":  # figures for January
            return True
        if before.value == "issues" or before.role == "resolution":
            return True
        if before.role not in {"case", "source"}:
            return False
    return False


def _is_compared(items: Sequence[Mention], index: int, spots: Sequence[Spot]) -> bool:
    """Whether the time word stands behind from, than, compared with, above, below."""
    reached = items[index].start
    is_told = any(each.role == "figure" for each in items[:index])  # 4 percent above those of May
    for before in reversed(items[max(0, index - 2) : index]):
        if reached - before.end > _NEAR:
            return False
        names = before.role in _NAMING or (is_told and before.value == _THAT)
        if names:
            reached = before.start  # below the figure for May
        if before.role == "figure":
            return _is_old(items, items.index(before))
        if before.role == "compare" or before.value in {"origin", "since"}:
            return True
        if before.role == "hedge":
            is_next = before is items[index - 1] and ":" not in before.value
            # above April, exceeds the one of 2017
            return not is_next or _is_outgrown(items, index, spots)
        if before.role != "case" and not names:
            return False
    return False


def _is_outgrown(items: Sequence[Mention], index: int, spots: Sequence[Spot]) -> bool:
    """Whether a change is told over a month or year that is named: a rise of 5 percent over 2015, 5 percent over May."""
    when = items[index].when
    is_named = when is not None and when.means in {"month", "month_past", "year"}
    ahead = items[index - 2] if index > 1 else None
    is_percentage = ahead and ahead.role == "figure" and spots[int(ahead.value)].unit == "percent"
    return is_named and bool(
        is_percentage or any(one.role == "change" for one in items[: index - 1])
    )
