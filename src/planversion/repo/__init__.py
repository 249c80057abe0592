"""Everything we ask of git, by its own plumbing: revisions, what they hold, and the bytes."""

from planversion.repo.attributes import Attribute, attributes
from planversion.repo.branches import merge_branch
from planversion.repo.commits import commit_files, is_tag_name, tag_commit, tagged, unsaved
from planversion.repo.fetching import bring, fetch
from planversion.repo.line_merging import LineMerge, Texts, merged_by_lines
from planversion.repo.objects import Objects, blob
from planversion.repo.refusals import RevisionError
from planversion.repo.repository import Repository, find, needed
from planversion.repo.revisions import commit, is_revision, merge_base, tree
from planversion.repo.settings import Settings
from planversion.repo.trees import Entry, blob_ids, entry, from_root, left_out, listing
from planversion.repo.walking import reached, tags, walk

__all__ = [
    "Attribute",
    "Entry",
    "LineMerge",
    "Objects",
    "Repository",
    "RevisionError",
    "Settings",
    "Texts",
    "attributes",
    "blob",
    "blob_ids",
    "bring",
    "commit",
    "commit_files",
    "entry",
    "fetch",
    "find",
    "from_root",
    "is_revision",
    "is_tag_name",
    "left_out",
    "listing",
    "merge_base",
    "merge_branch",
    "merged_by_lines",
    "needed",
    "reached",
    "tag_commit",
    "tagged",
    "tags",
    "tree",
    "unsaved",
    "walk",
]
