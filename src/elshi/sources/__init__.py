"""Where captures come from: files, folders, archives, JSON lines, standard input."""

from elshi.sources.paths import open_paths
from elshi.sources.table import SOURCES, Source

__all__ = ["SOURCES", "Source", "open_paths"]
