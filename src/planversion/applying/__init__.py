"""A diff applied to the edition it was made from, and a diff turned around."""

from planversion.applying.application import apply
from planversion.applying.inversion import invert

__all__ = ["apply", "invert"]
