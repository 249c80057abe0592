"""What editions and all that is in them are called on the web: IRIs that stay."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import NamedTuple

from planversion.errors import Problem, UnexportableError, UsageError
from planversion.matching.lacking import lacking
from planversion.messages import say
from planversion.model import Edition

BASE = "urn:planversion:"
"""What every IRI begins with where nobody says otherwise."""

_ABSOLUTE = re.compile(r"(https?|urn):[!#$%&'()*+,\-./0-9:;=?@A-Za-z_~\[\]]+")


class Names(NamedTuple):
    """The IRIs of one edition.

    What an edition says is under the edition's own IRI, since the next one says otherwise; what
    lasts through editions is at `/id/`.
    """

    base: str
    plan: str
    edition: str

    @property
    def scheme(self) -> str:
        """The edition."""
        return f"{self.base}edition/{self.plan}/{self.edition}"

    def within(self, name: str) -> str:
        """Something as this edition has it: a project or section by its id, a level."""
        return f"{self.scheme}#{name}"

    def lasting(self, identifier: str) -> str:
        """A project or section through all editions."""
        return f"{self.base}id/{identifier}"

    def department(self, name: str) -> str:
        """A department, by its name; which can be anything, so what it is called is a hash."""
        return self.within(f"d-{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}")

    def other(self, edition: str) -> Names:
        """The IRIs of another edition of the plan."""
        return self._replace(edition=edition)


def names_of(edition: Edition, base: str) -> Names:
    """The IRIs of an edition; raises UnexportableError where something has no id yet."""
    require_ids(edition)
    return Names(base, edition.plan.id, edition.id)


def require_ids(edition: Edition) -> None:
    """Raises UnexportableError where a project or section has no id to be known by."""
    if problems := list(lacking(edition)):
        raise UnexportableError(problems)


def base_of(given: str | None) -> str:
    """The base that was asked for, ready to be written before a name; raises UsageError."""
    if given is None:
        return BASE
    if not _ABSOLUTE.fullmatch(given):
        what = say("{given} is no address that others can begin with", given=given)
        mend = say("Begin it with https:// and write other characters in percent.")
        raise UsageError([Problem("base", what, mend)])
    return given if given[-1] in "/#:" else f"{given}/"
