"""A first edition made of what an office has: a workbook, a CSV file, a table of Word."""

from planversion.importing.editions import Imported, imported
from planversion.importing.holding import unheld
from planversion.importing.layout import Layout
from planversion.importing.writing import Template, empty_template, template

__all__ = [
    "Imported",
    "Layout",
    "Template",
    "empty_template",
    "imported",
    "template",
    "unheld",
]
