"""Jobs: what waits for the vector store."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

# No reference to jobs.job: a job that is gone waits here too, to be taken out of the vector store.
_BACKLOG = """
CREATE TABLE jobs.vector_backlog (
    job_id uuid PRIMARY KEY,
    wanted_at timestamptz NOT NULL,
    revision integer NOT NULL DEFAULT 1,
    attempts integer NOT NULL DEFAULT 0,
    leased_until timestamptz
)
"""
_INDEX = "CREATE INDEX vector_backlog_next_idx ON jobs.vector_backlog (attempts, wanted_at, job_id)"


def upgrade() -> None:
    """Make the backlog; the jobs there are get into it when the vector store is found empty."""
    op.execute(_BACKLOG)
    op.execute(_INDEX)


def downgrade() -> None:
    """Drop the backlog."""
    op.execute("DROP TABLE jobs.vector_backlog")
