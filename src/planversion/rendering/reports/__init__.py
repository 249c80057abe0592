"""A report in every format: each a function of what is told, and nothing else."""

from planversion.rendering.reports.told import FORMATS, Told, rendered

__all__ = ["FORMATS", "Told", "rendered"]
