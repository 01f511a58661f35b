"""Watching sources: what they list is asked for, kept as it came, and read into the register."""
