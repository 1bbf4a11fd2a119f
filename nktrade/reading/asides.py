"""Asides: time words that hold for one amount or one clause, and not for what the text goes on about.

The $2.8 billion of 2019 owns its time; in December alone, and in May it had been, are said in passing.
"""

from collections.abc import Iterator, Sequence

from nktrade.reading.events import is_of_event
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.periods import Anchor, resolve
from nktrade.reading.times import Time
from nktrade.reading.words import Mention

_BEHIND = frozenset(
    {
        "case", "deed", "says", "level", "area", "commodity", "flow", "deal", "neutral", "pronoun",
        "place", "adopted", "statement",
    }
)  # fmt: skip
"""What may stand between an amount that is known already and the time it was of."""
_VERBS = frozenset({"deed", "level", "change", "multiple", "says", "neutral"})
_FAR = 60
_LOOK_BACK = 16
_BLANK = 2
_LEADS = frozenset({"after", "before", "since"})
_SINCE = "since_month"
_TOLD = frozenset({"says", "cites", "source"})


def set_apart(
    text: str,
    lexicon: Lexicon,
    parts: Sequence[Sequence[Mention]],
    found: Sequence[Time],
    anchor: Anchor,
) -> list[Time]:
    """The time words of a sentence, those marked that one amount owns or that are said in passing."""
    marked = []
    for one in (_of_both(parts, found, each, anchor) for each in found):
        if _is_led_up(parts, one.segment) or _is_gloss(parts, one):
            continue
        if _is_hung(parts, one, anchor) or is_of_event(text, parts, found, one):
            marked.append(one._replace(clauses=frozenset({one.segment})))
            continue
        labelled = _labelled(parts, found, one)
        owner = _owner(text, lexicon, parts, one, anchor) or _revised(parts, one)
        if labelled is not None:
            marked.append(one._replace(compared=True, owner=labelled.start))
        elif owner is not None and _is_second(parts, found, one, owner):
            marked.append(one._replace(compared=True, owner=owner.start))
        elif one.when.means == _SINCE and not _is_span(text, lexicon, parts, one):
            marked.append(one._replace(when=one.when._replace(means="month"), compared=True))
        elif lexicon.alone.match(text, one.mention.end) and _is_part(found, one):
            marked.append(one._replace(clauses=frozenset({one.segment})))
        elif lexicon.alone.match(text, one.mention.end) and _is_within(parts, one, anchor):
            clause = _clause(parts, one)
            marked.append(one._replace(clauses=frozenset(range(len(parts))), segment=clause))
        else:
            clause = _clause(parts, one)
            past = _past(text, lexicon, parts, clause) if _is_untold(parts, one, clause) else None
            marked.append(one._replace(clauses=past, segment=clause) if past else one)
    return sorted(
        [*marked, *_days(parts), *_gone_on(parts, found)], key=lambda one: one.mention.start
    )


def _gone_on(parts: Sequence[Sequence[Mention]], found: Sequence[Time]) -> Iterator[Time]:
    """The times compared with that a clause behind them goes on about: a fall on 2020, when it had sunk by 80 percent."""
    for one in found:
        behind = one.segment + 1
        while behind < len(parts) and [each.value for each in parts[behind]] == [","]:
            behind += 1
        is_last = parts[one.segment][-1] is one.mention and behind < len(parts)
        opener = parts[behind][0] if is_last and one.compared and not one.when.is_base else None
        if opener and opener.value == "when" and opener.start - one.mention.end <= _BLANK:
            clauses = frozenset(_group(parts, behind))
            yield one._replace(segment=behind, compared=False, clauses=clauses)


def _days(parts: Sequence[Sequence[Mention]]) -> Iterator[Time]:
    """The days on which something was seen or handed over, where nobody is said to tell it: on 2 June, 500 tons."""
    for number, items in enumerate(parts):
        one = next((one for one in items if one.role not in {"stop", "case"}), None)
        if one is None or one.value != "none" or not (one.when and one.when.month and one.when.day):
            continue
        if any(each.role in _TOLD for group in parts for each in group):
            return
        following = parts[number + 1 : number + 2]
        is_led = items[-1] is one and following and following[0][0].value == ","
        clause = number + 1 if is_led else number
        when = one.when._replace(means="days", day2=one.when.day)
        yield Time(one, when, clause, compared=False, clauses=frozenset(_group(parts, clause)))


def _of_both(
    parts: Sequence[Sequence[Mention]], found: Sequence[Time], time: Time, anchor: Anchor
) -> Time:
    """The time behind both levels of a change; the last that is over is not the old one's alone.

    Fell to 11 from 78 million tons last year, told in January.
    """
    items = parts[time.segment]
    ahead = [one for one in items[: items.index(time.mention)] if one.role != "hedge"][-5:]
    roles = [one.value if one.role == "case" else one.role for one in ahead]
    moved = ["destination", "figure", "origin", "figure"]
    is_behind = moved in (roles[-4:], roles[:4] if roles[4:] == ["in"] else None)
    if not time.compared or not is_behind or len(found) > 1 or anchor.day is None:
        return time
    period = resolve(time.when, anchor)
    months = period.month_count if period else 0
    is_latest = period and months and period.shifted(months).last >= anchor.day
    spoken = anchor.period is not None and period is not None and anchor.period.last > period.last
    if not is_latest or spoken:
        return time
    return time._replace(compared=False, owner=ahead[roles.index("figure")].start)


def _is_led_up(parts: Sequence[Sequence[Mention]], clause: int) -> bool:
    """Whether the clause only tells what came before: after trade had resumed in 2023."""
    first = clause
    while first and parts[first][0].role != "stop" and parts[first][0].value not in _LEADS:
        first -= 1
    said = [one for items in parts[first : clause + 1] for one in items if one.role != "stop"]
    tells = any(one.role not in {"period", "case"} for one in said[1:])
    return tells and said[0].value in _LEADS and all(one.role != "figure" for one in said)


def _is_hung(parts: Sequence[Sequence[Mention]], time: Time, anchor: Anchor) -> bool:
    """Whether it dates what hangs between commas: rice, which surged last year, fell to 5 tons.

    What is counted there is of another time only if the text has gone on from it.
    """
    items, behind = parts[time.segment], parts[time.segment + 1 : time.segment + 2]
    if items[0].value != "relative" or not behind or behind[0][0].value != ",":
        return False
    roles = {one.role for one in items}
    if "figure" not in roles and "change" in roles:
        return True
    is_set_off = [one.value for one in parts[time.segment - 1]] == [","]  # no part: half of which
    return is_set_off and _looks_back(time, anchor)


def _is_part(found: Sequence[Time], time: Time) -> bool:
    """Whether the sentence names another time, of which this one is a part."""
    return any(not one.compared and one is not time for one in found)


def _is_within(parts: Sequence[Sequence[Mention]], time: Time, anchor: Anchor) -> bool:
    """Whether a case sets apart a time of a longer one that the text is about: in December alone."""
    items = parts[time.segment]
    if [one.role for one in items[: items.index(time.mention)]][-1:] != ["case"]:
        return False
    told, inside = anchor.period, resolve(time.when, anchor)
    if told is None or inside is None or told.month_count <= inside.month_count:
        return False
    return told.first <= inside.first and inside.last <= told.last


def _is_gapped(items: Sequence[Mention]) -> bool:
    """Whether a clause leaves its verb to the one before: and goods sent to it to 4 million."""
    at = next((n for n, one in enumerate(items) if one.role == "figure"), 0)
    is_led = items[0].value == "soft" and at > 1 and items[at - 1].value == "destination"
    return is_led and all(one.role not in {"level", "change"} for one in items)


def _group(parts: Sequence[Sequence[Mention]], clause: int) -> range:
    """The clause with those behind it that no word and no semicolon opens: so, while."""
    opened = (n for n in range(clause + 1, len(parts)) if _opens(parts[n]))
    return range(clause, next(opened, len(parts)))


def _opens(items: Sequence[Mention]) -> bool:
    """Whether a clause stands for itself; one without a verb does not: and 4 million; and its imports 4 million."""
    is_amount = [one.role for one in items if one.role != "hedge"][:2] == ["break", "figure"]
    is_elided = any(one.role == "figure" for one in items) and all(
        one.role not in _VERBS for one in items
    )
    return items[0].value == ";" or (items[0].role == "break" and not (is_amount or is_elided))


def _is_span(text: str, lexicon: Lexicon, parts: Sequence[Sequence[Mention]], time: Time) -> bool:
    """Whether an amount has come together since then, and is not the first or the largest since."""
    items = parts[time.segment]
    before = next((one for one in reversed(items) if one.start < time.mention.start), None)
    is_beside = before is not None and time.mention.start - before.end <= 1
    moves = any(one.role in {"change", "multiple"} for one in items)
    if is_beside and before is not None and before.role == "figure" and not moves:
        return True  # $4 million in May, $15 million since January
    start = parts[time.segment - 1][-1].end if time.segment else items[0].start
    counts = any(one.role == "figure" for one in items)
    return counts and not moves and lexicon.lasting.search(text, start, items[-1].end) is not None


def _owner(
    text: str,
    lexicon: Lexicon,
    parts: Sequence[Sequence[Mention]],
    time: Time,
    anchor: Anchor,
) -> Mention | None:
    """The amount, known already, that the time word hangs on: the $3 million seen in May."""
    items = parts[time.segment]
    before = list(items[: items.index(time.mention)])
    if items[0].value == "relative" and time.segment:
        hung = parts[time.segment - 1]
        if items[0].start - hung[-1].end <= _BLANK:
            before = [*hung, *before[1:]]
    while before and before[-1].role in _BEHIND:
        before.pop()
    figure = before[-1] if before else None
    if figure is None or figure.role != "figure" or time.mention.start - figure.end > _FAR:
        return None
    is_part = [one.role for one in before[-3:-1]] == ["figure", "case"]
    is_of = items[items.index(time.mention) - 1].value == "of"
    if is_part and not is_of and not _looks_back(time, anchor):
        return None  # what a part is taken from is of the same time
    is_known = lexicon.definite.search(text[max(0, figure.start - _LOOK_BACK) : figure.start])
    return figure if is_known else None


def _looks_back(time: Time, anchor: Anchor) -> bool:
    """Whether the time is an earlier one, and as long, than the text has been speaking of."""
    then = resolve(time.when, anchor)
    is_like = then and anchor.period and then.month_count == anchor.period.month_count
    return bool(is_like and then and anchor.period and then.last < anchor.period.first)


def _revised(parts: Sequence[Sequence[Mention]], time: Time) -> Mention | None:
    """The amount of a clause that hangs on a time compared with: from a July gap that was put at $3 million."""
    following = parts[time.segment + 1 : time.segment + 2]
    last = parts[time.segment][-2:]
    names = len(last) > 1 and last[0] is time.mention and last[1].role in {"flow", "deal", "level"}
    if not (names and time.compared and following and following[0][0].value == "relative"):
        return None
    return next((one for one in following[0] if one.role == "figure"), None)


def _is_gloss(parts: Sequence[Sequence[Mention]], time: Time) -> bool:
    """Whether a time in brackets only tells again the time before them: in 2015-16 (the year to 30 June)."""
    at = time.segment
    if not at or time.compared or [one.role for one in parts[at]] != ["stop", "period"]:
        return False
    opener, before, behind = parts[at][0], parts[at - 1][-1], parts[at + 1 : at + 2]
    is_beside = before.when is not None and opener.start - before.end <= _BLANK
    return opener.value == "(" and is_beside and bool(behind) and behind[0][0].value == ")"


def _labelled(
    parts: Sequence[Sequence[Mention]], found: Sequence[Time], time: Time
) -> Mention | None:
    """The amount that a time word between stops is the label of, beside another: $4 million (July 2018: $3 million)."""
    told_before = (one.role for items in parts[: time.segment] for one in items)
    if len(found) == 1 and "figure" not in told_before:
        return None
    label, told = parts[time.segment], parts[time.segment + 1 : time.segment + 2]
    is_alone = [one.role for one in label] == ["stop", "period"]
    if not is_alone or not told or told[0][0].value != ":":
        return None
    said = [one for one in told[0][1:] if one.role != "hedge"]
    return said[0] if said and said[0].role == "figure" else None


def _is_second(
    parts: Sequence[Sequence[Mention]], found: Sequence[Time], time: Time, owner: Mention
) -> bool:
    """Whether a figure or a time word stands before the amount, which it is then compared with."""
    earlier = [one for one in found if one.mention.start < owner.start and one is not time]
    figures = (one for items in parts for one in items if one.role == "figure")
    return bool(earlier) or any(one.start < owner.start for one in figures)


def _clause(parts: Sequence[Sequence[Mention]], time: Time) -> int:
    """The clause of a time word; one that opens its sentence before a comma belongs to the clause behind."""
    following = time.segment + 1
    is_alone = all(one.role in {"case", "period"} for one in parts[0])
    is_led = is_alone and time.segment == 0 and parts[following : following + 1]
    return following if is_led and parts[following][0].value == "," else time.segment


def _is_untold(parts: Sequence[Sequence[Mention]], time: Time, clause: int) -> bool:
    """Whether nobody is said to tell the clause, which then speaks of the past because it is past."""
    told = (one for items in parts[: clause + 1] for one in items if one.role in _TOLD)
    return not time.compared and all(one.start > time.mention.start for one in told)


def _past(
    text: str, lexicon: Lexicon, parts: Sequence[Sequence[Mention]], clause: int
) -> frozenset[int] | None:
    """The clauses that tell amounts of what had been before, from this one on; None where it tells none."""
    found: set[int] = set()
    while clause < len(parts):
        group = _group(parts, clause)
        start = parts[clause - 1][-1].end if clause else parts[clause][0].start
        counts = any(one.role == "figure" for number in group for one in parts[number])
        had = lexicon.past.search(text, start, parts[group[-1]][-1].end)
        if not counts or not (had or (found and _is_gapped(parts[clause]))):
            break
        found |= {*group}
        clause = group[-1] + 1
    return frozenset(found) or None
