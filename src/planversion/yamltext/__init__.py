"""A file's bytes and the edition they say, with line and column of every node."""

from planversion.yamltext.positions import Span
from planversion.yamltext.reading import PartlyReadError, Rest, Source, read_edition, read_version

__all__ = ["PartlyReadError", "Rest", "Source", "Span", "read_edition", "read_version"]
