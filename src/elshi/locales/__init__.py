"""The languages that people work in: catalogues of words, dates, names and the order of the alphabet."""

from __future__ import annotations

from elshi.locales.tongue import N_, Tongue, choose_tongue, open_tongue

__all__ = ["N_", "Tongue", "choose_tongue", "open_tongue"]
