"""Vectors by feature hashing."""

import math
import subprocess
import sys
import time
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercopilot.adapters.hashed.jobs import HashedEmbedder
from careercopilot.modules.jobs.domain.likeness import JobWords, Vector

embedder = HashedEmbedder()
jobs = st.builds(JobWords.of, st.text(max_size=80), st.text(max_size=400))


def likeness(one: Vector, other: Vector) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def of(title: str, text: str = "") -> Vector:
    return embedder.embed([JobWords.of(title, text)])[0]


@given(jobs)
def test_every_vector_has_length_one_or_none(job: JobWords) -> None:
    (vector,) = embedder.embed([job])
    assert len(vector) == 384
    length = math.sqrt(likeness(vector, vector))
    assert length == 0 or length == pytest.approx(1)


@given(st.lists(jobs, max_size=6), st.randoms())
def test_a_job_has_the_same_vector_in_any_company(some: list[JobWords], random: Random) -> None:
    alone = [embedder.embed([job])[0] for job in some]
    assert list(embedder.embed(some)) == alone
    order = list(range(len(some)))
    random.shuffle(order)
    assert list(embedder.embed([some[at] for at in order])) == [alone[at] for at in order]


def test_another_process_gives_the_same_vector() -> None:
    program = (
        "from careercopilot.adapters.hashed.jobs import HashedEmbedder as E\n"
        "from careercopilot.modules.jobs.domain.likeness import JobWords\n"
        "print(E().embed([JobWords.of('Night nurse', 'Łódź, wards and C++')])[0])"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, check=True, capture_output=True, text=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert told[0] == told[1] == f"{of('Night nurse', 'Łódź, wards and C++')}\n"


def test_the_first_places_are_what_they_always_were() -> None:
    """Vectors in a store are compared with new ones: another method needs another name."""
    assert embedder.name == "hashed-v1-384"
    vector = of("Gardener", "Roses and tulips, and the roses again.")
    told = {place: round(value, 4) for place, value in enumerate(vector) if value}
    assert told == {26: -0.7682, 30: 0.1532, 139: -0.1532, 325: -0.5187, 343: 0.3064}


def test_writing_makes_no_difference() -> None:
    assert of("CAFÉ MANAGER", "Büro") == of("Cafe\N{COMBINING ACUTE ACCENT} manager", "bu\N{COMBINING DIAERESIS}ro")


def test_nothing_to_say_is_a_vector_of_nothing() -> None:
    assert set(of("", "")) == {0.0}
    assert set(of("and the of", "und der die")) == {0.0}


def test_like_work_is_nearer_than_a_like_employer() -> None:
    about = "We are a growing company with great benefits, an equal opportunity employer, and a passionate team. " * 5
    nurse = of("Night nurse", about + "You look after patients on the ward and give medication.")
    other_nurse = of("Nurse, night shift", "Patients on our ward need you: medication, wound care, handovers.")
    driver = of("Truck driver", about + "You drive lorries over long distances and load pallets.")
    assert likeness(nurse, other_nurse) > embedder.least_likeness > likeness(nurse, driver)


def test_a_rank_is_not_the_work() -> None:
    assert likeness(of("Senior Baker"), of("Junior Baker")) > likeness(of("Senior Baker"), of("Senior Plumber"))


def test_a_description_costs_about_a_millisecond() -> None:
    words = [f"word{number % 300} care" for number in range(350)]
    batch = [JobWords.of("Night nurse", " ".join(words[start:] + words[:start])) for start in range(50)]
    embedder.embed(batch)
    begun = time.process_time()
    embedder.embed(batch)
    assert (time.process_time() - begun) / len(batch) < 0.003
