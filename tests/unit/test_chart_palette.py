"""The colours of pictures stand out from their paper and can be told apart without red and green."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from elshi.charts.palette import THEMES, Theme

every_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
# How linear RGB is seen without red cones and without green ones (Machado, Oliveira and Fernandes, A
# physiologically-based model for simulation of color vision deficiency, 2009, severity 1).
BLINDNESS = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def read_linear(colour: str) -> np.ndarray:
    """Return the linear light of '#rrggbb', three numbers between 0 and 1."""
    parts = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """Return the contrast of WCAG 2.2 between two colours."""
    lights = sorted(float(read_linear(colour) @ TO_XYZ[1]) for colour in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def see_lab(colour: str, eye: np.ndarray) -> np.ndarray:
    """Return the colour as an eye sees it, in CIELAB (D65)."""
    xyz = TO_XYZ @ np.clip(eye @ read_linear(colour), 0, 1) / np.array([0.9505, 1.0, 1.089])
    cubes = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * cubes[1] - 16, 500 * (cubes[0] - cubes[1]), 200 * (cubes[1] - cubes[2])])


def test_contrast_is_that_of_the_guidelines() -> None:
    """Black on white has 21 to 1, and the grey #767676 is the lightest that words may have on white."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@every_theme
def test_words_can_be_read_on_paper(theme: Theme) -> None:
    """Words have at least 4.5 to 1 on the paper, on panels, and on each step of the ramp."""
    assert contrast(theme.ink, theme.paper) >= 7
    assert contrast(theme.ink, theme.panel) >= 7
    worst = min(contrast(*pair) for pair in zip(theme.ramp, theme.over, strict=True))
    assert worst >= 4.5


@every_theme
def test_signs_stand_out_from_paper(theme: Theme) -> None:
    """Each colour of a sign has at least 3 to 1 on the paper."""
    assert {colour: contrast(colour, theme.paper) >= 3 for colour in theme.colours} == dict.fromkeys(
        theme.colours, True
    )


@every_theme
@pytest.mark.parametrize("eye", BLINDNESS)
def test_colours_can_be_told_apart_without_red_or_green(theme: Theme, eye: str) -> None:
    """Any two colours of kinds differ by at least 12 in CIELAB, six times what is just seen."""
    seen = {colour: see_lab(colour, BLINDNESS[eye]) for colour in theme.colours}
    nearest = min(float(np.linalg.norm(seen[a] - seen[b])) for a, b in itertools.combinations(seen, 2))
    assert nearest >= 12


@every_theme
@pytest.mark.parametrize("eye", BLINDNESS)
def test_the_ramp_goes_one_way_for_every_eye(theme: Theme, eye: str) -> None:
    """More is darker on light paper and lighter on dark, by steps of at least 7 of lightness."""
    lightness = [see_lab(colour, BLINDNESS[eye])[0] for colour in theme.ramp]
    steps = np.diff(lightness) * (-1 if theme.name == "light" else 1)
    assert steps.min() >= 7
