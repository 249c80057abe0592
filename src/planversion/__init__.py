"""Version public plans: who is who between editions, what changed, and how to tell it."""

from planversion.version import __version__

__all__ = ["__version__"]
