"""Laws of the generator: what it calls consistent is, and what it calls a claim stands in the text."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from nktrade.core.claims import Claim
from nktrade.core.codes import Flow, Kind
from nktrade.core.period import Period
from nktrade.testing.amounts import rounded
from nktrade.testing.languages import available
from nktrade.testing.oracle import contradictions
from nktrade.testing.strategies import claims, consistent_worlds, fractions, reports
from nktrade.testing.worlds import Fact, World
from nktrade.testing.writing import WrittenReport, random_reports


@given(consistent_worlds())
def test_a_world_adds_up(world: World) -> None:
    """Exports plus imports are the total, less imports the balance, months the run."""
    months = [
        Period.month(world.run.first.year, number) for number in range(1, world.run.month_count + 1)
    ]
    for flow in Flow:
        assert sum(world.level(flow, month) for month in months) == world.level(flow, world.run)
    out, back, total, balance = (world.level(flow, world.run) for flow in Flow)
    assert (total, balance) == (out + back, out - back)


@given(consistent_worlds())
def test_a_change_leads_from_the_level_before_to_the_level_now(world: World) -> None:
    """The level a year earlier, changed by the change, is the level now, exactly."""
    for period in (world.month, world.run):
        change = Fact(
            kind=Kind.CHANGE_PCT,
            flow=Flow.TOTAL,
            period=period,
            unit="percent",
            base="year_earlier",
        )
        before = world.level(Flow.TOTAL, period.shifted(-12))
        assert before * (1 + world.truth(change) / 100) == world.level(Flow.TOTAL, period)


@given(consistent_worlds())
def test_goods_are_less_than_all_goods(world: World) -> None:
    """Value is price times quantity, and the shares of the goods leave room for the rest."""
    shares = Fraction(0)
    for one in world.goods:
        fact = Fact(
            kind=Kind.UNIT_PRICE, flow=one.flow, period=world.month, commodity=one.commodity
        )
        share = Fact(
            kind=Kind.SHARE_PCT, flow=one.flow, period=world.month, commodity=one.commodity
        )
        assert world.truth(fact) * one.quantity == one.value
        shares += world.truth(share)
    assert shares < 100


@given(consistent_worlds())
def test_a_mirror_shows_the_same_trade(world: World) -> None:
    """Mirroring twice changes nothing; once, exports become imports and the total stays."""
    assert world.mirrored().mirrored() == world
    assert world.mirrored().level(Flow.IMPORT, world.run) == world.level(Flow.EXPORT, world.run)
    assert world.mirrored().level(Flow.TOTAL, world.run) == world.level(Flow.TOTAL, world.run)


@given(reports())
def test_every_surface_stands_at_its_span(report: WrittenReport) -> None:
    """Claims, turns and citations point at the very words that they are about."""
    for claim in report.claims:
        figure = claim.figure
        assert report.text[figure.start : figure.end] == figure.surface
    for citation in report.citations:
        assert report.text[citation.start : citation.end] == citation.surface
    for turn in report.turns:
        assert turn.false not in {"", report.text[turn.start : turn.end]}


@given(reports())
def test_the_print_admits_the_truth(report: WrittenReport) -> None:
    """The exact number lies in the interval of the printed digits, and the sign is its sign."""
    for one in report.printed:
        assert abs(one.truth) in one.claim.amount.printed
        assert one.claim.sign is None or (one.claim.sign == "-") == (one.truth < 0)


@given(reports(roundings=("down",)))
def test_a_cut_off_print_admits_the_truth_at_its_widest(report: WrittenReport) -> None:
    """Figures may be cut off instead of rounded; the widest reading still holds the truth."""
    for one in report.printed:
        assert abs(one.truth) in one.claim.amount.widest


@given(reports(), reports(roundings=("down",)))
def test_a_true_report_contradicts_itself_nowhere(one: WrittenReport, other: WrittenReport) -> None:
    """No identity among the claims fails, however they were rounded."""
    assert contradictions(one.claims) == ()
    assert contradictions(other.claims) == ()


@given(reports())
def test_a_claim_says_what_the_world_says(report: WrittenReport) -> None:
    """The truth of a claim is the world's answer to the claim's own key."""
    for one in report.printed:
        claim = one.claim
        assert claim.flow is not None
        assert claim.period is not None
        fact = Fact(
            kind=claim.kind,
            flow=claim.flow,
            period=claim.period,
            commodity=claim.commodity or "all",
            unit=claim.figure.unit or "",
            base=claim.base,
        )
        assert report.world.truth(fact) == one.truth


@given(claims())
def test_a_true_claim_lacks_nothing(claim: Claim) -> None:
    """A drawn claim names kind, flow, sides and period."""
    assert str(claim).count("?") == 0


@given(st.integers(0, 10**6), st.sampled_from(available()))
def test_a_seed_gives_the_same_reports_again(seed: int, lang: str) -> None:
    """Bulk runs are repeatable, and a longer run begins like a shorter one."""
    assert list(random_reports(seed, 3, lang=lang))[:2] == list(random_reports(seed, 2, lang=lang))


@given(fractions(low=0, high=10**9))
def test_rounding_is_half_a_step_at_most(value: Fraction) -> None:
    """Rounding moves a number by half a step, cutting off by less than one."""
    for rounding in ("half_up", "half_even"):
        assert abs(rounded(value, rounding) - value) <= Fraction(1, 2)
    assert 0 <= value - rounded(value, "down") < 1
    assert 0 <= rounded(value, "up") - value < 1


@given(reports())
def test_a_period_changes_only_where_words_say_so(report: WrittenReport) -> None:
    """A sentence that names no period speaks of the last one named, or of what that is compared with."""
    spoken: set[Period | None] = set()
    for number in dict.fromkeys(one.sentence for one in report.claims):
        here = [one for one in report.claims if one.sentence == number]
        told = {one.period for one in here if one.period}
        if any("period" in one.inferred for one in here):
            earlier = {one.shifted(-12) for one in spoken if one}
            assert told <= spoken | earlier
        else:
            spoken |= told
