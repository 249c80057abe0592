"""Every commit that a revision reaches, with the files that each of them touched."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from planversion.commits import Commit, Touched, Visit
from planversion.messages import say
from planversion.repo.calling import Answer, telling
from planversion.repo.fetching import to_deepen
from planversion.repo.refusals import because, refusal
from planversion.repo.repository import Repository
from planversion.repo.revisions import commit
from planversion.repo.trees import FILES

# NUL can be in no name and in no message.
_FORMAT = "%H%x00%T%x00%P%x00%aN%x00%aI%x00%s"
_Pair = tuple[str, str]


def walk(repository: Repository, rev: str, below: Iterable[str] = ()) -> list[Visit]:
    """Every commit that `rev` reaches, newest first and no parent before its child.

    Told are the files at or below the paths `below`; all, where there are none. Raises
    RevisionError where a part of the history isn't here.
    """
    found = list(_commits(repository, commit(repository, rev)))
    _refuse_cut(repository, (one for one, _ in found))
    trees = {one.id: tree for one, tree in found}
    empty = repository.ask("hash-object", "-t", "tree", "--stdin").line
    pairs = {
        one.id: tuple((trees[parent], tree) for parent in one.parents) or ((empty, tree),)
        for one, tree in found
    }
    touched = _touched(repository, [pair for some in pairs.values() for pair in some], below)
    return [Visit(one, tuple(touched[pair] for pair in pairs[one.id])) for one, _ in found]


def reached(repository: Repository, rev: str, without: str) -> frozenset[str]:
    """The ids of the commits that `rev` reaches and `without` doesn't; raises RevisionError."""
    ends = commit(repository, rev), f"^{commit(repository, without)}"
    answer = _had(repository, repository.ask("rev-list", *ends))
    return frozenset(answer.out.decode().split())


def tags(repository: Repository) -> dict[str, tuple[str, ...]]:
    """The names of the tags at each commit that has any, sorted as versions are."""
    asked = "%(objectname) %(*objectname) %(refname:strip=2)"
    answer = repository.ask("for-each-ref", "--sort=v:refname", f"--format={asked}", "refs/tags")
    found: dict[str, tuple[str, ...]] = {}
    for line in os.fsdecode(answer.out).splitlines():
        own, peeled, name = line.split(" ", 2)
        at = peeled or own
        found[at] = (*found.get(at, ()), name)
    return found


def _commits(repository: Repository, start: str) -> Iterator[tuple[Commit, str]]:
    """Each commit with the id of its tree."""
    how = ("--topo-order", "--encoding=UTF-8", f"--format={_FORMAT}")
    answer = _had(repository, repository.ask("rev-list", *how, start))
    for line in answer.out.decode("utf-8", "replace").split("\n"):
        # Before each, git names the commit on a line of its own.
        if "\0" in line:
            known, tree, parents, author, date, subject = line.split("\0")
            yield Commit(known, tuple(parents.split()), author, date, subject), tree


def _refuse_cut(repository: Repository, commits: Iterable[Commit]) -> None:
    """Raises RevisionError where a first commit is none, but the edge of a shallow clone."""
    if repository.ask("rev-parse", "--is-shallow-repository").line != "true":
        return
    first = (one for one in commits if not one.parents)
    if any(b"\nparent " in _head(repository, one) for one in first):
        what = say("the history before some commits is missing here: the clone is shallow")
        raise refusal("missing-history", what, to_deepen(repository))


def _head(repository: Repository, one: Commit) -> bytes:
    """The commit as it is stored, without its message."""
    return repository.ask("cat-file", "commit", one.id).out.partition(b"\n\n")[0]


def _touched(
    repository: Repository, pairs: Sequence[_Pair], below: Iterable[str]
) -> dict[_Pair, tuple[Touched, ...]]:
    """The files that differ between two trees, for each pair."""
    how = ("diff-tree", "--stdin", "-r", "-z", "--raw", "--no-abbrev", "--no-renames")
    given = "".join(f"{old} {new}\n" for old, new in dict.fromkeys(pairs)).encode()
    # Git takes a path from the folder it is run in, but for a whole one.
    top = repository.worktree
    paths = (str(top / path) if top else path for path in below)
    answer = _had(repository, repository.ask(*how, "--", *paths, given=given))
    return dict.fromkeys(pairs, ()) | _by_pair(answer.out)


def _by_pair(out: bytes) -> dict[_Pair, tuple[Touched, ...]]:
    """What git printed, taken apart: the pair on a line, then a head and a path for each file."""
    found: dict[_Pair, list[Touched]] = {}
    pair = ("", "")
    # A line of a pair and the head after it have no NUL between them.
    tokens = out.split(b"\0")
    for token, path in zip(tokens[::2], (*tokens[1::2], b""), strict=False):
        *pairs, head = token.decode().split("\n")
        pair = _pair(pairs[-1]) if pairs else pair
        if head:
            found.setdefault(pair, []).extend(_file(head, os.fsdecode(path)))
    return {pair: tuple(files) for pair, files in found.items()}


def _pair(line: str) -> _Pair:
    old, new = line.split(" ")
    return old, new


def _file(head: str, path: str) -> Iterator[Touched]:
    """A plain file on either side; links and submodules are none."""
    was, now, old, new, _ = head.removeprefix(":").split(" ")
    found = Touched(path, old if was in FILES else None, new if now in FILES else None)
    if found.old != found.new:
        yield found


def _had(repository: Repository, answer: Answer) -> Answer:
    if answer.ok:
        return answer
    what = say("the history can't be had")
    raise refusal("missing-object", because(what, telling(answer.words)), to_deepen(repository))
