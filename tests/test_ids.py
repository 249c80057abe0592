"""What people rely on in ids: the same for everyone, and a slip of the finger is an error."""

import itertools
import re

from hypothesis import given
from hypothesis import strategies as st

from planversion import ids

BODIES = st.text(ids.ALPHABET, min_size=9, max_size=9)


def identifier(body):
    return f"p-{body}{ids.check_character(body)}"


@given(BODIES, st.integers(0, 9), st.sampled_from(ids.ALPHABET))
def test_one_wrong_character_is_found(body, place, wrong):
    good = identifier(body)
    slip = good[: 2 + place] + wrong + good[3 + place :]

    assert ids.is_valid(slip) == (slip == good)


@given(BODIES, st.integers(0, 8))
def test_two_neighbours_swapped_are_found(body, place):
    good = identifier(body)
    at = 2 + place
    slip = good[:at] + good[at + 1] + good[at] + good[at + 2 :]

    assert ids.is_valid(slip) == (slip == good)


def minted(**changed):
    facts = {"plan": "welfare", "edition": "4", "code": "1(1)①", "name": "人権教育の推進"}
    return ids.mint("p", **{**facts, "ordinal": 0, **changed})


def test_everyone_mints_the_same_id_from_the_same_first_appearance():
    assert minted() == minted()
    assert re.fullmatch(ids.PROJECT_PATTERN, minted())
    assert ids.is_valid(minted())


def test_what_appears_elsewhere_or_otherwise_gets_another_id():
    others = [minted(edition="5"), minted(code="1(1)②"), minted(ordinal=1), minted(plan="x")]

    assert len({minted(), *others}) == 5
    assert minted(taken={minted()}) not in {minted(), *others}


def test_shapes_that_are_no_id():
    good = minted()
    for wrong in ("", good[2:], good.upper(), "x" + good[1:], good + "0", good[:-1] + "l"):
        assert not ids.is_valid(wrong)


def test_the_check_needs_a_multiplier_that_is_neither_0_nor_1():
    doubled = [ids._double(value) for value in range(32)]

    assert sorted(doubled) == list(range(32))
    assert all(
        ids._double(a ^ b) == doubled[a] ^ doubled[b]
        for a, b in itertools.product(range(32), repeat=2)
    )
    assert all(doubled[value] not in {0, value} for value in range(1, 32))
