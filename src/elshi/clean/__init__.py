"""From a capture to a report: decoding, main text, metadata, boilerplate, language."""
