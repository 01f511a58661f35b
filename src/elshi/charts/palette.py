"""The colours of pictures, for light and for dark paper.

Each colour of a theme stands out from its paper by at least 3 to 1 (WCAG 2.2, 1.4.11), and any two differ
for people who cannot tell red from green (after Okabe and Ito, Color Universal Design, 2008); tests see to
both. No picture says anything by colour alone: there are shapes, words or figures beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ThemeName = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Theme:
    """What is drawn with: `paper`, `ink` for words, `faint` for lines that guide the eye, all as '#rrggbb'.

    `colours` tell kinds apart, `ramp` amounts from few to many; words upon a step of the ramp are in the
    colour at its place in `over`. `panel` is where nothing happened.
    """

    name: ThemeName
    paper: str
    ink: str
    faint: str
    panel: str
    colours: tuple[str, ...]
    ramp: tuple[str, ...]
    over: tuple[str, ...]


LIGHT = Theme(
    name="light",
    paper="#ffffff",
    ink="#1f2328",
    faint="#c4ccd4",
    panel="#f1f4f7",
    colours=("#0072b2", "#d55e00", "#00875f", "#b0568a", "#5f5f5f"),
    ramp=("#7fb2d9", "#5494c6", "#2f76ae", "#15568c", "#08306b"),
    over=("#1f2328", "#1f2328", "#ffffff", "#ffffff", "#ffffff"),
)
DARK = Theme(
    name="dark",
    paper="#15181c",
    ink="#e6e9ec",
    faint="#434c56",
    panel="#1f252c",
    colours=("#56b4e9", "#e69f00", "#1fbf8f", "#d98fb9", "#dadada"),
    ramp=("#2f6390", "#478bc2", "#62a5d8", "#97c9ee", "#d9effd"),
    over=("#ffffff", "#15181c", "#15181c", "#15181c", "#15181c"),
)
THEMES: dict[ThemeName, Theme] = {theme.name: theme for theme in (LIGHT, DARK)}
