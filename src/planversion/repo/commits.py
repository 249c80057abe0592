"""A commit of some files and its tag, both or none."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from planversion.errors import Problem, UsageError
from planversion.messages import Message, say
from planversion.repo.calling import Answer, call, telling
from planversion.repo.environment import writing
from planversion.repo.refusals import because
from planversion.repo.repository import Repository
from planversion.repo.revisions import commit

_STATUS = ("status", "--porcelain", "-z", "--untracked-files=all")


def unsaved(repository: Repository, paths: Sequence[Path]) -> bool:
    """Whether any of the files is otherwise than in the last commit, staged or not."""
    answer = repository.ask(*_STATUS, "--", *map(str, paths))
    return not answer.ok or bool(answer.out)


def tagged(repository: Repository, tag: str) -> str | None:
    """The commit that a tag stands at; None where there is no such tag."""
    answer = repository.ask("rev-parse", "--verify", "--quiet", f"refs/tags/{tag}^{{commit}}")
    return answer.line if answer.ok else None


def is_tag_name(repository: Repository, name: str) -> bool:
    """Whether git takes the name for a tag."""
    return repository.ask("check-ref-format", f"refs/tags/{name}").ok


def commit_files(repository: Repository, paths: Sequence[Path], message: str, tag: str) -> str:
    """Commits these files as they are, nothing else that may be staged, and tags the commit.

    Returns its id. Raises UsageError where git refuses; then neither commit nor tag is there.
    """
    before = commit(repository, "HEAD")
    try:
        # What git doesn't know yet can't be committed alone.
        _must(repository, "add", "--intent-to-add", "--", *map(str, paths))
        _must(repository, "commit", "--quiet", "-m", message, "--only", "--", *map(str, paths))
        after = commit(repository, "HEAD")
        tag_commit(repository, tag, after, message)
    except BaseException:
        _undo(repository, before, paths)
        raise
    return after


def tag_commit(repository: Repository, tag: str, at: str, message: str) -> None:
    """Makes an annotated tag; raises UsageError where git refuses."""
    _must(repository, "tag", "--annotate", "-m", message, tag, at)


def _undo(repository: Repository, before: str, paths: Sequence[Path]) -> None:
    """The branch and the index as they were."""
    if commit(repository, "HEAD") != before:
        _writing(repository, "update-ref", "-m", "release: undone", "HEAD", before)
    _writing(repository, "reset", "--quiet", "--", *map(str, paths))


def _must(repository: Repository, *arguments: str) -> None:
    answer = _writing(repository, *arguments)
    if not answer.ok:
        raise _refused(because(say("git refuses to {what}", what=arguments[0]), _why(answer)))


def _why(answer: Answer) -> str:
    """Git's complaint; that of a hook of the repository may have been printed."""
    return telling(answer.words) or telling(answer.out.decode("utf-8", "replace"))


def _refused(what: Message) -> UsageError:
    return UsageError([Problem("git", what, say("Nothing was written."))])


def _writing(repository: Repository, *arguments: str) -> Answer:
    return call(arguments, repository.start, writing(repository.variables, os.environ))
