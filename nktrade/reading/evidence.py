"""Evidence: who says a figure, how firmly, through which channel, and where; from its sentence."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from nktrade.core.codes import ALL_GOODS
from nktrade.reading.clauses import Sentence, datelined
from nktrade.reading.drafts import Draft
from nktrade.reading.goods import MEASURES
from nktrade.reading.parties import HEADS
from nktrade.reading.rating import rate_of
from nktrade.reading.setting import Setting, home_of, proper
from nktrade.reading.surroundings import CHINA, NORTH
from nktrade.reading.ways import routed
from nktrade.reading.words import Mention
from nktrade.reference import compilers
from nktrade.reference.compilers import Compiler

_BESIDE = 3
_NEAR = 40
_PRESS = frozenset({"press"})
_OFFICIAL = frozenset({"official", "authority"})
_APART = "another count"
"""The scope of who counts otherwise than the text has told: nobody's figures contradict another's."""
_VOLUME = "volume"
_SERVICES, _GOODS_ALONE = "services", "goods alone"
"""What goods are called where services are told beside them: neither is the sum of both."""
_DAILY = "daily average"
"""The scope of exports a day: 하루 평균 수출."""
_BEHIND = frozenset(
    {
        _DAILY,
        "monthly average",
        "processing trade",
        "general trade",
        "barter trade",
        "transit trade",
    }
)
"""Scopes of the figures behind them alone: an average, and regimes of customs, each a part of the trade."""
_QUOTES = {'"': '"', "'": "'", "\u201c": "\u201d", "\u2018": "\u2019", "\u00ab": "\u00bb"}
_GENERIC = "customs"
_KEPT = 1024
"""So many chains of sources are remembered: a text names few, and each figure asks for its own."""
_TOLD = frozenset({"actor", "doubt", "place", "rate", "scope", "size", "standing", "valuation"})
"""What a sentence says about its figures."""
_ByRole = Mapping[str, Sequence[Mention]]
"""The words of a sentence by their role."""


def evidenced(
    text: str,
    sentence: Sentence,
    drafts: Sequence[Draft],
    chain: tuple[str, ...],
    before: tuple[str, ...],
) -> tuple[list[Draft], tuple[str, ...]]:
    """The drafts with what their sentence says about them, and the source that now holds.

    The chain is the sources that the sentence names.
    """
    items = sentence.items
    office = () if any(_is_office(name) for name in chain) else before
    source = tuple(
        dict.fromkeys((*chain, *(name for name in office if not chain or _is_office(name))))
    )
    if not drafts:
        return [], source
    channel = channel_of(items)
    told = _by_role(text, sentence)
    doubt = next(iter(told.get("doubt", ())), None)
    daily = _daily_from(items)
    out = [
        one._replace(
            source=source,
            valuation=_first(told, "valuation"),
            scope=_scope(told, one, daily),
            place=_first(told, "place"),
            actor=_first(told, "actor"),
            doubt=_in_quotes(text, one) or (text[doubt.start : doubt.end] if doubt else None),
            rate=rate_of(told, one, drafts),
            standing=_standing(told, one, source, channel),
            channel=channel or _counted_by(source),
            version=_version(items, one),
        )
        for one in drafts
    ]
    return routed(items, _beside_services(out)), source


def _in_quotes(text: str, draft: Draft) -> str | None:
    """The figure with its quotation marks, where they hold it alone: a "sixfold" increase."""
    start, end = draft.spot.start - 1, draft.spot.end
    is_quoted = (
        start >= 0 and text[start] in _QUOTES and text[end : end + 1] == _QUOTES[text[start]]
    )
    return text[start : end + 1] if is_quoted else None


def _by_role(text: str, sentence: Sentence) -> dict[str, list[Mention]]:
    """The words about its figures of a sentence by role, without the place of its date line."""
    told: dict[str, list[Mention]] = {}
    for each in sentence.items:
        if each.role in _TOLD and (each.role != "place" or each.start >= datelined(text, sentence)):
            told.setdefault(each.role, []).append(each)
    return told


def named_sources(items: Sequence[Mention], setting: Setting) -> tuple[str, ...]:
    """Sources nearest first: whoever speaks, then whom they cite; the press stands before offices."""
    named: list[tuple[int, int, str]] = []
    cited = 0
    for index, one in enumerate(items):
        if one.role == "cites":
            cited += 1
        elif one.role == "source":
            if _sets_rules(items, index) or _is_another(one, setting):
                continue
            name = "China customs" if setting.is_north or CHINA in setting.named else _GENERIC
            name = _of_speaker(items[:index]) or name
            value = name if one.value == _GENERIC else proper(one.value)
            known = compilers().get(value)
            depth = 0 if known is not None and known.kind in _PRESS else 1
            named.append((depth, cited if depth else 0, value))
        elif one.role == "area" and (state := _claimant(items, index)) is not None:
            named.append((1, cited, state))
    return tuple(dict.fromkeys(value for _, _, value in sorted(named, key=lambda one: one[:2])))


def _of_speaker(before: Sequence[Mention]) -> str | None:
    """The customs of another country whose people a clause is about: Russian officials, who stopped publishing customs data."""
    areas = [one.value for one in before if one.role == "area"]
    if len(areas) != 1 or areas[0] in {NORTH, CHINA} or any(one.role in HEADS for one in before):
        return None
    own = (one.name for one in compilers().values() if one.area == areas[0])
    return next((name for name in own if name.endswith(_GENERIC)), _GENERIC)


def _is_another(office: Mention, setting: Setting) -> bool:
    """Whether an office that many countries have is not that of the country in whose name it is known."""
    is_common = office.value != proper(office.value)
    return is_common and not setting.is_north and setting.home != home_of(office.value)


def _claimant(items: Sequence[Mention], index: int) -> str | None:
    """The government that claims something, where the table knows it: the United States claimed."""
    one = items[index]
    following = items[index + 1 : index + 2]
    claims = [later.value for later in following if later.start - one.end <= 1]
    if claims != ["alleged"]:
        return None
    return next((office.name for office in compilers().values() if _governs(office, one)), None)


def _governs(office: Compiler, one: Mention) -> bool:
    return office.area == one.value and office.name.endswith("government")


def _sets_rules(items: Sequence[Mention], index: int) -> bool:
    """Whether the office only names its resolution, or a body that counts for it.

    Security Council Resolution 2397; a resolution adopted by the Council; the Council's Committee.
    """
    known = compilers().get(items[index].value)
    if known is None or known.kind != "authority":
        return False
    after = [one.role for one in items[index + 1 : index + 2]]
    counts = any(one.role == "source" and _is_office(one.value) for one in items[index + 1 :])
    acted = [one.role for one in items[max(0, index - 2) : index]] == ["adopted", "case"]
    decided = acted and any(one.role == "resolution" for one in items[:index])
    return after == ["resolution"] or counts or decided


def _is_office(name: str) -> bool:
    """Whether it counts for itself; the press repeats others."""
    known = compilers().get(name)
    return known is None or known.kind not in _PRESS


def _daily_from(items: Sequence[Mention]) -> int | None:
    """From where on figures are of a flow a day: daily exports."""
    ends = (
        other.end
        for one, other in pairwise(items)
        if one.value == "per_day" and other.role == "flow"
    )
    return next(ends, None)


def _scope(told: _ByRole, draft: Draft, daily: int | None) -> str | None:
    """What the sentence says it counts; an average or a regime is of the figures behind it alone, and tons are a volume anyway."""
    is_weight = draft.spot.unit in MEASURES or draft.spot.per in MEASURES
    for one in told.get("scope", ()):
        if one.value == _VOLUME and is_weight:
            continue
        if one.value not in _BEHIND or one.end <= draft.spot.start:
            return one.value
    return _DAILY if daily is not None and daily <= draft.spot.start else None


def _beside_services(drafts: Sequence[Draft]) -> list[Draft]:
    """All goods of a sentence that tells services beside them are goods alone, where it does not say that they are both."""
    if all(one.commodity.value != _SERVICES for one in drafts):
        return list(drafts)
    return [
        one._replace(scope=_GOODS_ALONE)
        if one.scope is None and one.commodity.value == ALL_GOODS
        else one
        for one in drafts
    ]


def _first(told: _ByRole, role: str) -> str | None:
    return told[role][0].value if role in told else None


def _standing(told: _ByRole, draft: Draft, source: tuple[str, ...], channel: str | None) -> str:
    """The weight that the sentence gives the figure; suppositions before it outweigh all else."""
    standings, is_whole = told.get("standing", ()), draft.spot.compound
    values = {one.value for one in standings if is_whole or one.start < draft.spot.end}
    for value in ("hypothetical", "forecast"):
        if value in values:
            return value
    said = {one.value for one in standings}
    is_apart = any(one.value == _APART for one in told.get("scope", ()))
    if draft.spot.hedge == "estimate" or "estimate" in said or is_apart:
        return "estimate"
    if "alleged" in said or channel == "unrecorded":
        return "alleged"
    if "opinion" in values:
        return "opinion"
    return "official" if not source or _is_official(source) else "estimate"


@lru_cache(maxsize=_KEPT)
def _is_official(source: tuple[str, ...]) -> bool:
    """Whether one of these is an office."""
    known = (compilers().get(name) for name in source)
    return any(one and one.kind in _OFFICIAL for one in known)


@lru_cache(maxsize=_KEPT)
def _counted_by(source: tuple[str, ...]) -> str:
    """The channel of what these counted."""
    is_customs = any("customs" in name or name in {"KITA", "KOTRA"} for name in source)
    return "recorded" if is_customs else "unknown"


def channel_of(items: Sequence[Mention]) -> str | None:
    """The channel that the words themselves name: what was hidden in part was hidden."""
    said = {one.value.partition(":")[0] for one in items if one.role == "channel"}
    how = {one.value.rpartition(":")[2] for one in items if ":" in one.value}
    if "unrecorded" in said or "smuggled" in how:
        return "unrecorded"
    return "recorded" if said or "recorded" in how else None


def _version(items: Sequence[Mention], draft: Draft) -> str | None:
    """What tells a figure apart from another print of its cell: first, revised, denied; before it as far as another figure."""
    figures = [one.end for one in items if one.role == "figure" and one.end <= draft.spot.start]
    since = max(figures, default=0)
    for one in items:
        is_beside = one.start <= draft.spot.end + _NEAR // 2 and one.start >= since
        if is_beside and one.role == "version":
            return one.value
        if (
            one.value == "not"
            and one.role == "modal"
            and 0 <= draft.spot.start - one.end <= _BESIDE
        ):
            return "denied"
    return None
