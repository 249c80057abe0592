"""The rules run over a review, the policy applied, worst first."""

from planversion.checking.findings import Finding
from planversion.checking.judging import check
from planversion.checking.report import LookedAt, Report, Result
from planversion.checking.review import Review

__all__ = ["Finding", "LookedAt", "Report", "Result", "Review", "check"]
