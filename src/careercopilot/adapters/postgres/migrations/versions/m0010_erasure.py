"""Tombstones of people who were erased."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_SCHEMAS = ("identity", "jobs", "tracking")


def upgrade() -> None:
    """Make the tables."""
    for schema in _SCHEMAS:
        op.execute(f"CREATE TABLE {schema}.erased_person (user_id uuid PRIMARY KEY, erased_at timestamptz NOT NULL)")
    op.execute("CREATE INDEX erased_person_erased_at_idx ON identity.erased_person (erased_at, user_id)")
    # What an erasure looks for, so that it reads nobody else's rows.
    op.execute("CREATE INDEX job_owner_idx ON jobs.job (owner_id) WHERE owner_id IS NOT NULL")


def downgrade() -> None:
    """Drop the tables."""
    op.execute("DROP INDEX jobs.job_owner_idx")
    for schema in _SCHEMAS:
        op.execute(f"DROP TABLE {schema}.erased_person")
