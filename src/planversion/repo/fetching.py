"""The exact `git fetch` that would bring what is missing, and running it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from planversion.messages import say
from planversion.repo.calling import call, telling
from planversion.repo.refusals import Command, because, refusal
from planversion.repo.repository import Repository

# Where the name ends and the way from it begins: v1~2, main@{yesterday}, HEAD^{/words}.
_BASE = re.compile(r"[~^]|@\{")
# A name that a remote may have: nothing that a refspec, an option or a shell reads otherwise.
_NAME = re.compile(r"(?![-+.])(?!.*(\.\.|//|@\{))[\w./+%#@-]+(?<![./])")
_FULL = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


def base(rev: str) -> str:
    """The name that a revision starts from; HEAD where it starts from none."""
    return _BASE.split(rev, maxsplit=1)[0] or "HEAD"


def to_deepen(repository: Repository) -> tuple[Command, ...]:
    """The command that fetches the history left out, where some was."""
    shallow = repository.ask("rev-parse", "--is-shallow-repository").line == "true"
    remote = remote_of(repository)
    return (("git", "fetch", "--unshallow", remote),) if shallow and remote else ()


def to_name(name: str, repository: Repository) -> tuple[Command, ...]:
    """The commands after which a name is known, if the remote knows it; one or the other works."""
    remote = remote_of(repository)
    if not remote or not _NAME.fullmatch(name):
        return ()
    if _FULL.fullmatch(name):
        return (("git", "fetch", remote, name),)
    return tuple(("git", "fetch", remote, *wanted) for wanted in _refspecs(name, remote))


def _refspecs(name: str, remote: str) -> tuple[tuple[str, ...], ...]:
    """What brings the name here under that very name; a bare one may be a branch or a tag."""
    tracked = name.removeprefix("refs/").removeprefix("remotes/")
    if tracked.startswith(f"{remote}/"):
        branch = tracked.removeprefix(f"{remote}/")
        return ((f"+refs/heads/{branch}:refs/remotes/{remote}/{branch}",),)
    if name.startswith("refs/"):
        return ((f"{name}:{name}",),)
    if name.startswith(("heads/", "tags/")):
        return ((f"refs/{name}:refs/{name}",),)
    return ((f"refs/heads/{name}:refs/heads/{name}",), ("tag", name))


def to_have(blob_id: str, repository: Repository) -> tuple[Command, ...]:
    """The command that fetches an object that should be here."""
    remote = remote_of(repository)
    if not remote:
        return ()
    partial = repository.ask("config", "--get", f"remote.{remote}.promisor").line == "true"
    # Whatever isn't left out on purpose is lost, and all of it is asked for again.
    wanted = (remote, blob_id) if partial else ("--refetch", remote)
    return (("git", "fetch", *wanted),)


def bring(blob_ids: Iterable[str], tip: str, repository: Repository) -> None:
    """Fetches, in one go, those of the blobs in the history of `tip` that a partial clone left out.

    Git would fetch each by itself when it is read. What can't be had is no error: whoever reads it
    is told.
    """
    remote = remote_of(repository) if _is_partial(repository) else None
    if not remote:
        return
    wanted = set(blob_ids)
    listed = repository.ask("rev-list", "--objects", "--missing=print", tip).out.decode()
    left_out = {line[1:] for line in listed.splitlines() if line.startswith("?")}
    if given := "".join(f"{one}\n" for one in sorted(wanted & left_out)):
        call((*_AS_GIT_DOES, remote), repository.start, _writing(repository), given.encode())


# How git itself fetches what is left out: no tag, no branch, and nothing that these lead to.
_AS_GIT_DOES = (
    *("-c", "fetch.negotiationAlgorithm=noop", "fetch", "--quiet", "--no-tags"),
    *("--no-write-fetch-head", "--recurse-submodules=no", "--filter=blob:none", "--stdin"),
)


def _is_partial(repository: Repository) -> bool:
    lazily = "GIT_NO_LAZY_FETCH" not in repository.variables
    return lazily and repository.ask("config", "--get-regexp", r"^remote\..*\.promisor$").ok


def _writing(repository: Repository) -> dict[str, str]:
    # Fetching is the one thing we do that writes, and takes the locks that it needs.
    return {k: v for k, v in repository.variables.items() if k != "GIT_OPTIONAL_LOCKS"}


def remote_of(repository: Repository) -> str | None:
    """The remote of the branch we are on, else origin, else the only one."""
    known = repository.ask("remote").line.splitlines()
    branch = repository.ask("symbolic-ref", "--quiet", "--short", "HEAD").line
    own = repository.ask("config", "--get", f"branch.{branch}.remote").line if branch else ""
    for name in (own, "origin", *known[:1]):
        if name in known and _NAME.fullmatch(name):
            return name
    return None


def fetch(command: Command, repository: Repository) -> None:
    """Runs a command that an error named; raises RevisionError where it fails."""
    answer = call(command[1:], repository.start, _writing(repository))
    if not answer.ok:
        what = say("{command} failed", command=" ".join(command))
        raise refusal("fetch", because(what, telling(answer.words)))
