"""Identifiers sort by the time they were made, whatever the clock does."""

import threading
import time
from uuid import RFC_4122, UUID

import pytest

from careercopilot.kernel import ids
from careercopilot.kernel.ids import new_id


def milliseconds(identifier: UUID) -> int:
    return identifier.int >> 80


def test_an_id_is_a_version_7_uuid_of_this_moment() -> None:
    before = time.time_ns() // 1_000_000
    identifier = new_id()
    assert identifier.version == 7
    assert identifier.variant == RFC_4122
    assert before <= milliseconds(identifier) <= before + 10_000


def test_later_ids_sort_after_earlier_ones_also_as_text() -> None:
    made = [new_id() for _ in range(10_000)]
    assert made == sorted(made)
    assert [str(i) for i in made] == sorted(str(i) for i in made)
    assert len(set(made)) == len(made)


def test_threads_never_make_the_same_id_and_each_sees_its_own_in_order() -> None:
    made: list[list[UUID]] = []

    def make() -> None:
        made.append([new_id() for _ in range(2_000)])

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(own == sorted(own) for own in made)
    every = {identifier for own in made for identifier in own}
    assert len(every) == 8 * 2_000
    # Also the counting part alone is never given twice, so that randomness is not what saves us.
    assert len({identifier.int >> 64 for identifier in every}) == 8 * 2_000


def test_a_clock_that_steps_back_does_not_disturb_the_order(monkeypatch: pytest.MonkeyPatch) -> None:
    first = new_id()
    hour_ago = time.time_ns() - 3_600_000_000_000
    monkeypatch.setattr(time, "time_ns", lambda: hour_ago)
    second = new_id()
    assert second > first
    assert milliseconds(second) - milliseconds(first) <= 1


def test_more_ids_than_a_millisecond_counts_borrow_from_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    standing = time.time_ns() + 60_000_000_000
    monkeypatch.setattr(ids, "_last", 0)
    monkeypatch.setattr(time, "time_ns", lambda: standing)
    made = [new_id() for _ in range(5_000)]
    assert made == sorted(made)
    assert milliseconds(made[-1]) - milliseconds(made[0]) == 1
    assert all(i.version == 7 for i in made)
