"""Everything we ask of git, by its own plumbing: revisions, what they hold, and the bytes."""

from planversion.repo.fetching import fetch
from planversion.repo.objects import Objects, blob
from planversion.repo.refusals import RevisionError
from planversion.repo.repository import Repository, find, needed
from planversion.repo.revisions import commit, is_revision, merge_base, tree
from planversion.repo.trees import Entry, blob_ids, entry, from_root, left_out, listing
from planversion.repo.walking import reached, tags, walk

__all__ = [
    "Entry",
    "Objects",
    "Repository",
    "RevisionError",
    "blob",
    "blob_ids",
    "commit",
    "entry",
    "fetch",
    "find",
    "from_root",
    "is_revision",
    "left_out",
    "listing",
    "merge_base",
    "needed",
    "reached",
    "tags",
    "tree",
    "walk",
]
