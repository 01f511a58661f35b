"""Elshi reads diplomatic news in Kazakh, Russian and English and keeps the register of it."""
