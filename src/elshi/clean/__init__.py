"""From a capture to a report: decoding, main text, metadata, boilerplate, language."""

from elshi.clean.report import make_report

__all__ = ["make_report"]
