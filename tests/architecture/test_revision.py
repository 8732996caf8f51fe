"""The constant that spares most starts the migration machinery."""

from careercopilot.adapters.postgres.migrations.revision import NEWEST
from careercopilot.adapters.postgres.migrations.runner import newest_revision


def test_the_newest_revision_is_the_one_that_the_program_expects() -> None:
    assert newest_revision() == NEWEST
