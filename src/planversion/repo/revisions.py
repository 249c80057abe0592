"""Which commit a revision means; never is one read as an option."""

from __future__ import annotations

from planversion.messages import say
from planversion.repo.calling import Answer, telling
from planversion.repo.fetching import base, to_deepen, to_name
from planversion.repo.refusals import RevisionError, because, refusal
from planversion.repo.repository import Repository

# What git says whenever it knows nothing more exact.
_SAYS_NOTHING = "fatal: Needed a single revision"


def commit(repository: Repository, rev: str) -> str:
    """The full id of the commit that `rev` means; raises RevisionError where it means none."""
    return _resolved(repository, rev, "commit")


def tree(repository: Repository, rev: str) -> str:
    """The full id of the folder that `rev` holds, be it a commit, a tag or a tree."""
    return _resolved(repository, rev, "tree")


def merge_base(repository: Repository, a: str, b: str) -> str:
    """The commit where the histories of two revisions part; raises RevisionError without one."""
    first, second = commit(repository, a), commit(repository, b)
    answer = repository.ask("merge-base", first, second)
    if answer.ok:
        return answer.line
    what = say("{a} and {b} have no commit in common", a=a, b=b)
    told = because(what, telling(answer.words))
    raise refusal("no-merge-base", told, to_deepen(repository))


def is_revision(repository: Repository, rev: str) -> bool:
    """Whether git knows the revision."""
    return "\0" not in rev and _parse(repository, rev, "object").ok and rev[:1] != "^"


def _resolved(repository: Repository, rev: str, kind: str) -> str:
    if "\0" in rev:
        raise refusal("unknown-revision", say("a revision can't hold a NUL character"))
    answer = _parse(repository, rev, kind)
    # `^v1` is a revision to git where several are named: all that v1 doesn't reach.
    if not answer.ok or rev.startswith("^"):
        raise _unknown(repository, rev, answer)
    if "is ambiguous" in answer.words:
        raise _ambiguous(rev)
    return answer.line


def _parse(repository: Repository, rev: str, kind: str) -> Answer:
    return repository.ask("rev-parse", "--verify", "--end-of-options", f"{rev}^{{{kind}}}")


def _unknown(repository: Repository, rev: str, answer: Answer) -> RevisionError:
    why = telling(answer.words)
    named = base(rev)
    if named == "HEAD" and not is_revision(repository, "HEAD"):
        return refusal("unknown-revision", say("there is no commit here yet"))
    here = is_revision(repository, named)
    commands = to_deepen(repository) if here else to_name(named, repository)
    what = say("unknown revision {rev}", rev=rev)
    told = because(what, "" if why == _SAYS_NOTHING else why)
    mend = say("Name one that git rev-parse knows.")
    return refusal("unknown-revision", told, commands, mend)


def _ambiguous(rev: str) -> RevisionError:
    what = say("{rev} could be several revisions", rev=rev)
    mend = say("Write tags/{rev} for the tag or heads/{rev} for the branch.", rev=rev)
    return refusal("ambiguous", what, (), mend)
