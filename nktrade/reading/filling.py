"""Filling: reporter and partner of a frame: words first, then the clause before, the text, the prior."""

from nktrade.core.codes import WORLD
from nktrade.reading.discourse import (
    CLAUSE,
    DISCOURSE,
    PRIOR,
    WORDS,
    Known,
    Sides,
    State,
    country_of,
    focus_of,
    way_of,
)
from nktrade.reading.frames import Frame
from nktrade.reading.roles import BOTH_WAYS, WAYS
from nktrade.reading.setting import Setting, usual_partner, usual_reporter, usual_sides
from nktrade.reading.surroundings import CHINA, NORTH
from nktrade.reference import areas

_UNSAID = frozenset({"self", "other", "reverse", "pair", "nation", "former", "latter"})


def sides_of(
    frame: Frame, before: Sides, state: State, setting: Setting, commodity: str | None
) -> Sides:
    """Reporter and partner of a frame: words first, then the clause before, the text, the prior."""
    if frame.reporter == frame.partner == "self" and state.subject in {one.value for one in before}:
        return before.older(CLAUSE)  # its share of the country's imports: the two spoken of
    reporter = _spoken(frame.reporter, before, state, frame.partner)
    partner = None if frame.partner in _UNSAID else frame.partner
    if partner == "overall":
        partner = None if _is_of_both(before, state) and reporter is None else WORLD
    if reporter == partner:
        partner = None
    if frame.partner == "self" and reporter:
        buyer = before.partner.value if frame.flow == state.flow else None
        meant = (NORTH,) if setting.is_north else (buyer, state.maker, state.subject)
        partner = next((one for one in meant if one not in {None, reporter}), None)
    elif frame.partner == "self":
        partner = (
            _meant(before, state, setting) if reporter else _named_alone(before, state, setting)
        )
    if frame.flow == "total" and partner is None and (reporter or "").count(",") == 1:
        reporter, _, partner = (reporter or "").partition(",")  # the trade of two is between them
    if reporter and partner:
        pointed = CLAUSE if frame.reporter in _UNSAID else WORDS
        return Sides(Known(reporter, pointed), Known(partner))
    if partner:
        is_passed_on = _is_from_seller(frame, before, state, partner)
        found = _with_partner(partner, before, frame, setting, commodity)
        found = _of_subject(found, state) if setting.is_north else found
        found = Sides(before.partner.older(CLAUSE), Known(partner)) if is_passed_on else found
        return found if is_passed_on else _of_focus(found, state, setting)
    if reporter:
        found = _with_reporter(reporter, before, frame, state, setting)
        return Sides(
            found.reporter.older(CLAUSE if frame.reporter in _UNSAID else WORDS), found.partner
        )
    return _of_nobody(frame, before, state, setting, commodity)


def _named_alone(before: Sides, state: State, setting: Setting) -> str | None:
    """Whom goods sent to it went to: the one country that the clause before named, as what came from it, else as ever."""
    first, other = before
    is_alone = first.trust >= WORDS and other.trust < CLAUSE
    return first.value if is_alone else _meant(before, state, setting)


def _meant(before: Sides, state: State, setting: Setting) -> str | None:
    """Whom trade with it is with: the side named in the clause before, else whom the sentence before was about.

    Unless that is whose trade the text tells: then it is the other one.
    """
    named = before.partner.value if before.partner.trust >= CLAUSE else None
    spoken, focus = country_of(state.subject), focus_of(state, setting)
    is_told = all(one.trust >= WORDS for one in before)  # it sold to China, and bought from it
    is_other = not (setting.is_north or is_told) and spoken not in {None, focus}
    own = focus if is_other else before.reporter.value
    options = (named, spoken, before.partner.value)
    return next((one for one in options if one not in {None, WORLD, own}), None)


def _of_nobody(
    frame: Frame, before: Sides, state: State, setting: Setting, commodity: str | None
) -> Sides:
    """The sides of a flow that names none: the maker's, those of all trade, those spoken of, the usual ones."""
    if before.is_guessed and state.maker and frame.flow in WAYS:
        return _made(state.maker, frame.flow, state.subject, setting)
    if setting.home and _turns_to_all(frame, before, state, setting):
        is_own = before.reporter.value == setting.home
        home = before.reporter if is_own else Known(setting.home, PRIOR)
        return Sides(home, Known(usual_partner(setting.home, setting), PRIOR))
    is_told = before.reporter.value is not None or before.is_half
    return before if is_told else _unnamed(frame, setting, commodity)


def _is_from_seller(frame: Frame, before: Sides, state: State, partner: str) -> bool:
    """Whether goods went on to another from whom the buyer before had theirs: Peru took 5 tons, 3 went to Chile."""
    seller = before.partner
    is_known = seller.value not in {None, WORLD, partner} and seller.trust > PRIOR
    return frame.head.value == "export:went" and state.flow == "import" and is_known


def _of_subject(found: Sides, state: State) -> Sides:
    """The sides of trade with the North that nobody is named for: of another country that is spoken of."""
    spoken = country_of(state.subject)
    is_guessed = found.partner.value == NORTH and found.reporter.trust <= PRIOR
    is_third = spoken not in {None, NORTH, CHINA, WORLD}
    return Sides(Known(spoken, PRIOR), found.partner) if is_guessed and is_third else found


def _is_of_both(before: Sides, state: State) -> bool:
    """Whether overall trade is that of the two countries spoken of: unless that was just told."""
    is_settled = before.partner.value not in {None, WORLD} and before.partner.trust > PRIOR
    return is_settled and "total" not in state.amounts


def _of_focus(found: Sides, state: State, setting: Setting) -> Sides:
    """The sides of a flow whose other side alone is named: it is that of whom the text is about."""
    focus = focus_of(state, setting)
    is_own = found.partner.value == WORLD or country_of(found.partner.value) == focus
    is_own = is_own or country_of(found.reporter.value) == focus  # its province, of which it tells
    if setting.is_north or state.focus is None or is_own or found.reporter.trust > CLAUSE:
        return found
    return Sides(Known(focus, DISCOURSE), found.partner)


def _made(maker: str, flow: str, subject: str | None, setting: Setting) -> Sides:
    """The sides of goods whose country is named: it sells them, to whom the sentence before was about."""
    made, other = Known(maker, DISCOURSE), usual_partner(maker, setting)
    if flow == "export":
        return Sides(made, Known(other, PRIOR))
    options = (subject, setting.home, other)
    buyer = next((one for one in options if one not in {None, maker}), None)
    return Sides(Known(buyer, PRIOR), made)


def _spoken(reporter: str | None, before: Sides, state: State, partner: str | None) -> str | None:
    """The reporter with pronouns resolved: 'its' is the subject's, else that of the clause before."""
    if reporter == "self":
        options = (state.subject, before.reporter.value, before.partner.value)
        return next((one for one in options if one not in {None, WORLD, partner}), None)
    if reporter == "other":
        return before.partner.value
    return None if reporter in _UNSAID else reporter


def _with_partner(
    partner: str, before: Sides, frame: Frame, setting: Setting, commodity: str | None
) -> Sides:
    old, other = before
    if old.value and old.value != partner:
        return Sides(old.older(CLAUSE), Known(partner))
    if old.value == partner and other.value and other.value != WORLD:
        return Sides(other.older(CLAUSE), Known(partner))
    if partner == WORLD:
        return Sides(_unnamed(frame, setting, commodity).reporter, Known(WORLD))
    return Sides(Known(usual_reporter(partner, setting), PRIOR), Known(partner))


def _with_reporter(
    reporter: str, before: Sides, frame: Frame, state: State, setting: Setting
) -> Sides:
    old, other = before
    is_same = country_of(reporter) == country_of(old.value)
    if is_same and other.trust <= PRIOR and setting.is_north:
        return Sides(Known(reporter), Known(usual_partner(reporter, setting), PRIOR))
    if is_same and other.value and not _is_of_headline(other, frame, state, setting):
        return Sides(Known(reporter), other.older(CLAUSE))
    if other.value == reporter and old.value:
        return Sides(Known(reporter), old.older(CLAUSE))
    focus = focus_of(state, setting)
    is_topic = not setting.is_north and country_of(reporter) == focus
    is_agent = frame.head.value.endswith(":agent")
    is_met = (is_agent and state.focus is not None) or _faces(frame, state)
    if is_met and not (setting.is_north or is_topic):
        return Sides(Known(reporter), Known(focus, DISCOURSE))
    if frame.head.role != "flow" and not (is_topic and frame.head.role == "deed"):
        spoken = way_of(before, state)
        other_side = old if {frame.flow, spoken} == WAYS else other
        is_same = frame.flow == spoken or other_side is old
        is_told = other_side.trust > PRIOR or (other_side is old and other.trust > PRIOR)
        if is_same and other_side.value not in {None, WORLD} and is_told:
            return Sides(Known(reporter), other_side.older(DISCOURSE))
    return Sides(Known(reporter), Known(usual_partner(reporter, setting), PRIOR))


def _faces(frame: Frame, state: State) -> bool:
    """Whether who buys or sells does so with the country whose trade with all a text tells.

    In a text on what Korea exports, China bought it from Korea; what China sold is another's export.
    """
    first, partner = state.main
    known = areas().get(first.value or "")
    is_of_all = partner.value == WORLD and known is not None and known.kind != "group"
    theme = state.theme.flow if state.theme else None
    is_met = theme is not None and theme != frame.flow
    return is_of_all and is_met and first.value == state.focus and frame.head.role == "deed"


def _is_of_headline(partner: Known, frame: Frame, state: State, setting: Setting) -> bool:
    """Whether a headline without a figure names a partner, and the text then turns to trade with all.

    Japan's exports to the U.S. fall. Its exports to all, of which the first sentence tells, fell by 2 percent.
    """
    is_first = state.main.reporter.value is None and partner.trust <= DISCOURSE
    return is_first and frame.head.role == "flow" and not setting.is_north


def _turns_to_all(frame: Frame, before: Sides, state: State, setting: Setting) -> bool:
    """Whether the first figures are of trade with all, below a headline without any on somebody else, or on one way.

    U.S. orders dry up: exports, that is China's, fell. Japan's exports to China fall: the deficit reached 5 million.
    """
    is_told = before.reporter.value is not None and max(one.trust for one in before) <= DISCOURSE
    is_first = state.main.reporter.value is None and frame.head.role == "flow"
    if setting.is_north or not (is_first and is_told):
        return False
    is_wider = frame.flow in BOTH_WAYS and state.flow in WAYS
    return is_wider or before.reporter.value != setting.home


def _unnamed(frame: Frame, setting: Setting, commodity: str | None) -> Sides:
    reporter, partner = usual_sides(frame.flow, commodity, setting)
    return Sides(Known(reporter, PRIOR), Known(partner, PRIOR))
