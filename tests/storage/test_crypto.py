"""Sealing: a value opens in its own place with its own key, and nowhere else."""

import json
import os

import pytest

from dialogs.errors import DatabaseRefused
from storage.crypto import KeyCache, KeyRing, PersonKey, Place, SealBroken, new_secret

PLACE = Place("answers", "body", "17")


@pytest.fixture
def ring(tmp_path):
    return KeyRing.create(tmp_path / "keys.json")


@pytest.fixture
def key():
    return PersonKey(7, {1: new_secret()})


def test_a_value_opens_where_it_was_sealed(key):
    assert key.unseal(key.seal(b"craving 8", PLACE), PLACE) == b"craving 8"


def test_a_value_is_never_sealed_twice_alike(key):
    assert len({key.seal(b"8", PLACE) for _ in range(1000)}) == 1000


@pytest.mark.parametrize(
    "elsewhere",
    [
        pytest.param(Place("outbox", "body", "17"), id="table"),
        pytest.param(Place("answers", "name", "17"), id="column"),
        pytest.param(Place("answers", "body", "18"), id="row"),
    ],
)
def test_a_value_opens_nowhere_else(key, elsewhere):
    """Swapping two sealed values must not swap what two people said."""
    sealed = key.seal(b"craving 8", PLACE)

    with pytest.raises(SealBroken):
        key.unseal(sealed, elsewhere)


def test_a_value_opens_for_nobody_else():
    secret = new_secret()
    sealed = PersonKey(7, {1: secret}).seal(b"craving 8", PLACE)

    with pytest.raises(SealBroken):
        PersonKey(8, {1: secret}).unseal(sealed, PLACE)


def test_every_changed_or_missing_byte_is_noticed(key):
    sealed = key.seal(b"craving 8", PLACE)
    flipped = [
        sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :] for at in range(len(sealed))
    ]
    shortened = [sealed[:length] for length in range(len(sealed))]

    for broken in flipped + shortened:
        with pytest.raises(SealBroken):
            key.unseal(broken, PLACE)


def test_what_an_older_epoch_sealed_still_opens():
    first, second = new_secret(), new_secret()
    old = PersonKey(7, {1: first}).seal(b"then", PLACE)

    both = PersonKey(7, {1: first, 2: second})

    assert both.unseal(old, PLACE) == b"then"
    with pytest.raises(SealBroken):
        PersonKey(7, {2: second}).unseal(both.seal(b"now", PLACE)[:-1], PLACE)


def test_a_wrapped_key_opens_for_its_owner_only(ring):
    secret = new_secret()
    kid, wrapped = ring.wrap(7, 1, secret)
    sealed = PersonKey(7, {1: secret}).seal(b"craving 8", PLACE)

    assert ring.unwrap(7, [(1, kid, wrapped)]).unseal(sealed, PLACE) == b"craving 8"
    with pytest.raises(SealBroken):
        ring.unwrap(8, [(1, kid, wrapped)])
    with pytest.raises(SealBroken):
        ring.unwrap(7, [(2, kid, wrapped)])
    with pytest.raises(SealBroken):
        ring.unwrap(7, [(1, "gone", wrapped)])


def test_a_key_file_is_its_owners_alone_and_never_overwritten(tmp_path, ring):
    path = tmp_path / "keys.json"

    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        KeyRing.create(path)


@pytest.mark.skipif(os.name != "posix", reason="modes are a POSIX matter")
@pytest.mark.parametrize("mode", [0o604, 0o640, 0o644, 0o666])
def test_a_key_file_others_can_read_is_refused(tmp_path, ring, mode):
    path = tmp_path / "keys.json"
    path.chmod(mode)

    with pytest.raises(DatabaseRefused, match="chmod 600"):
        KeyRing.read(path)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("[]", id="not-a-document"),
        pytest.param('{"format": 1}', id="nothing-in-it"),
        pytest.param("\u00e9", id="not-ascii"),
    ],
)
def test_what_is_no_key_file_is_refused(tmp_path, text):
    path = tmp_path / "keys.json"
    path.write_text(text, encoding="utf-8")
    path.chmod(0o600)

    with pytest.raises(DatabaseRefused, match="not a Handrail key file"):
        KeyRing.read(path)


def test_a_short_key_is_refused(tmp_path, ring):
    path = tmp_path / "keys.json"
    document = json.loads(path.read_text()) | {"index": "c2hvcnQ="}
    path.write_text(json.dumps(document))

    with pytest.raises(DatabaseRefused, match="not a Handrail key file"):
        KeyRing.read(path)


def test_a_blind_index_is_the_same_only_for_the_same_thing(ring, tmp_path):
    other = KeyRing.create(tmp_path / "other.json")

    assert ring.blind("chat", "101") == ring.blind("chat", "101")
    assert len(ring.blind("chat", "101")) == 16
    assert ring.blind("chat", "101") != ring.blind("chat", "102")
    assert ring.blind("chat", "101") != ring.blind("invitation", "101")
    assert ring.blind("chat", "101") != other.blind("chat", "101")


def test_a_proof_fits_its_own_key_file_only(ring, tmp_path):
    other = KeyRing.create(tmp_path / "other.json")

    assert ring.matches(ring.proof())
    assert not other.matches(ring.proof())
    assert not ring.matches(b"")
    assert not ring.matches("\u00e9|".encode())


def test_the_cache_forgets_with_age_with_number_and_when_told():
    clock = iter([0, 0, 0, 100, 700, 700]).__next__
    cache = KeyCache(size=2, lifetime=600, clock=clock)
    for owner in (1, 2, 3):
        cache.put(PersonKey(owner, {1: new_secret()}))

    assert cache.get(1) is None
    assert cache.get(2) is not None
    assert cache.get(2) is None
    cache.drop(3)
    assert cache.get(3) is None
