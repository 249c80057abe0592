"""What is kept in the user's cache folder is taken only if it is what we would have kept."""

from __future__ import annotations

from hashlib import blake2b

import pytest

from planversion.cli.keeping import FORMAT, edition_of, imprint_of, kept

OURS = f"format {FORMAT}".encode()


@pytest.mark.parametrize("person", [b"", OURS], ids=["another way", "damaged before"])
def test_what_is_no_longer_understood_counts_as_not_there(person: bytes) -> None:
    content = blake2b(b"no zlib", digest_size=16, person=person).digest() + b"no zlib"

    assert imprint_of(content) is None
    assert edition_of(content) is None


def test_one_wrong_bit_is_noticed() -> None:
    content = kept({"a": 1})
    assert content is not None

    assert edition_of(content[:-1] + bytes([content[-1] ^ 1])) is None
