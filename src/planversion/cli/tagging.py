"""Whether the repository is in a state for a release: the tag, and the two files."""

from __future__ import annotations

from pathlib import Path

from planversion import repo
from planversion.cli.drafting import Draft
from planversion.cli.folder import shortest
from planversion.errors import Location, Problem, UsageError
from planversion.messages import Message, say
from planversion.repo import Repository


def tag_of(made: Draft, repository: Repository) -> tuple[str, str | None]:
    """The tag of the edition, and the commit that it stands at, if it is there already.

    Raises UsageError where that commit doesn't hold the edition as it is to be released.
    """
    tag = made.name.replace("@", "/")
    if not repo.is_tag_name(repository, tag):
        raise _refused(say("{tag} can be no tag in git", tag=tag), made.path)
    at = repo.tagged(repository, tag)
    if at is not None and not _holds(at, made, repository):
        what = say("the tag {tag} stands at another commit: {id}", tag=tag, id=at[:10])
        mend = say("If nobody has it yet: git tag -d {tag}", tag=tag)
        raise _refused(what, made.path, mend)
    return tag, at


def refuse_unsaved(made: Draft, repository: Repository) -> None:
    """Raises UsageError where the two files aren't as the last commit has them."""
    for path in (made.path, made.log):
        if path.is_symlink() or _from_root(path, repository) is None:
            raise _refused(say("this is no file of the repository"), path)
        if repo.unsaved(repository, [path.absolute()]):
            mend = say("Commit it first, or put it back as it was.")
            raise _refused(say("this differs from the last commit"), path, mend)


def _holds(commit: str, made: Draft, repository: Repository) -> bool:
    inside = _from_root(made.path, repository)
    if made.writes or inside is None:
        return False
    there = repo.entry(repository, commit, inside)
    now = repo.blob_ids(repository, [made.path.absolute()])
    return there is not None and [there.id] == [*now.values()]


def _from_root(path: Path, repository: Repository) -> str | None:
    """The path from the root of the repository, if the file lies in it."""
    whole, top = path.resolve(), (repository.worktree or repository.git_dir).resolve()
    return whole.relative_to(top).as_posix() if whole.is_relative_to(top) else None


def _refused(what: Message, path: Path, mend: Message | None = None) -> UsageError:
    return UsageError([Problem("release", what, mend, Location(str(shortest(path))))])
