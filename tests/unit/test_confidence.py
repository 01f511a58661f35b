"""A frame's confidence is computed from what can be seen of it, and says how often such frames are right."""

from __future__ import annotations

import json
from itertools import chain, product

import pytest
from benchmarks.regression import Fit, Sample, fill_bins, fit_shift, fit_weights, measure_brier
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from elshi.cli.main import main
from elshi.errors import LexiconError
from elshi.frames.confidence import squash
from elshi.frames.features import list_features
from elshi.lexicon.weights import read_weights
from elshi.model.entry import KINDS
from elshi.model.frame import Frame, Reading
from elshi.model.ground import find_rule
from elshi.model.sure import count_frames, leave_out_unsure
from elshi.reader import read

TEXT = """Министр иностранных дел Казахстана Ерлан Касенов 3 марта 2026 года встретился в Анкаре
с министром транспорта Турции Мехметом Арыканом.
Стороны договорились до 1 октября 2026 года подготовить дорожную карту.
Казахстан поддержал создание Турцией Центра перевозок. Турция председательствует в ОТГ в 2026 году.
Десятое заседание комиссии состоится в 2027 году."""


def list_frames(reading: Reading) -> list[Frame]:
    """Return the frames of all kinds."""
    kinds = (reading.engagements, reading.positions, reading.initiatives)
    return list(chain(*kinds, reading.commitments, reading.tenures, reading.chairmanships))


@pytest.fixture(scope="module")
def reading() -> Reading:
    """Return the reading of TEXT."""
    return read(TEXT)


def test_every_frame_is_rated_and_says_why(reading: Reading) -> None:
    """Each frame's confidence lies between 0 and 1 and names the features that made it."""
    assert reading.engagements
    assert reading.tenures
    for frame in list_frames(reading):
        assert 0.0 < frame.confidence < 1.0
        assert (find_rule(frame.grounds, "confidence") or "").startswith("weights base ")


def test_confidence_follows_from_the_features(reading: Reading) -> None:
    """The confidence is the sum of the weights on the logistic scale, as the file gives them."""
    for frame in list_frames(reading):
        weights = read_weights(type(frame).__name__.lower())
        own = [weights.features.get(name, 0.0) for name in list_features(reading.report, frame)]
        assert frame.confidence == squash(weights.base + sum(own))


def test_people_named_on_both_sides_make_an_engagement_surer() -> None:
    """An engagement with two people named weighs more than one with nobody."""
    weights = read_weights("engagement").features
    assert weights["two_people"] > weights["nobody"]


@pytest.mark.parametrize("kind", KINDS)
def test_weights_stand_for_every_kind(kind: str) -> None:
    """The lexicon has weights for each kind of frame."""
    assert read_weights(kind).features


def test_unknown_kind_of_weights_is_refused() -> None:
    """A kind without weights is a fault of the lexicon, told in one line."""
    with pytest.raises(LexiconError, match="base"):
        read_weights("rumour")


def test_what_is_less_sure_is_left_out_whole(reading: Reading) -> None:
    """Nothing below the bound stays, nothing above goes, and no engagement is part of one that went."""
    bound = sorted(frame.confidence for frame in list_frames(reading))[2]
    sure = leave_out_unsure(reading, bound)
    assert count_frames(sure) == sum(frame.confidence >= bound for frame in list_frames(reading))
    assert {e.part_of for e in sure.engagements} <= {None, *(e.id for e in sure.engagements)}
    assert leave_out_unsure(reading, 0.0) == reading


def test_command_says_how_much_it_left_out() -> None:
    """`elshi read --min-confidence` prints what is sure enough, and on standard error how much is not."""
    result = CliRunner().invoke(main, ["read", "-", "--format", "json", "--min-confidence", "1"], input=TEXT)
    record = json.loads(result.stdout)
    assert [record[f"{kind}s"] for kind in KINDS] == [[]] * len(KINDS)
    assert result.stderr.strip().endswith("less sure than 1 left out")


def test_feature_that_goes_with_errors_weighs_against() -> None:
    """Of two features, one of right frames and one of wrong, the fit gives the first the higher weight."""
    samples = [Sample(f"r{n}", frozenset({"good"}), right=n % 10 != 0) for n in range(60)]
    samples += [Sample(f"s{n}", frozenset({"bad"}), right=n % 3 == 0) for n in range(60)]
    fitted = fit_weights(samples)
    assert fitted.weights["good"] > 0 > fitted.weights["bad"]
    assert fitted.judge({"good"}) > 0.7
    assert fitted.judge({"bad"}) < 0.5


@given(st.lists(st.booleans(), min_size=3, max_size=40), st.floats(-3, 3))
def test_shift_makes_the_chances_right_on_the_whole(outcomes: list[bool], base: float) -> None:
    """After the shift the chances add up to what was right, as far as all or none does not forbid it."""
    samples = [Sample("r", frozenset(), right=right) for right in (*outcomes, True, False)]
    fitted = Fit(base, {})
    shifted = fitted.shift(fit_shift([base] * len(samples), samples))
    assert shifted.judge(()) == pytest.approx(sum(s.right for s in samples) / len(samples), abs=0.02)


def test_bins_hold_every_sample_once() -> None:
    """The reliability table leaves nothing out, and perfect chances have no Brier score."""
    pairs = list(product((0.0, 0.3, 0.5, 0.7, 0.85, 0.95, 1.0), (True, False)))
    samples = [Sample("r", frozenset(), right=right) for _, right in pairs]
    assert sum(number for _, number, _, _ in fill_bins([c for c, _ in pairs], samples)) == len(samples)
    assert measure_brier([float(s.right) for s in samples], samples) == 0.0
