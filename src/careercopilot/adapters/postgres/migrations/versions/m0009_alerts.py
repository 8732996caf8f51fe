"""Jobs: saved searches and the arrivals they are held against."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_ARRIVALS = """
CREATE TABLE jobs.arrival (
    job_id uuid PRIMARY KEY,
    sequence bigint GENERATED ALWAYS AS IDENTITY,
    arrived_at timestamptz NOT NULL,
    noted_at timestamptz NOT NULL,
    CONSTRAINT arrival_sequence_key UNIQUE (sequence)
);
CREATE INDEX arrival_noted_idx ON jobs.arrival (noted_at)
"""

_SEARCHES = """
CREATE TABLE jobs.saved_search (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL,
    name text NOT NULL,
    filters jsonb NOT NULL,
    frequency text NOT NULL,
    seen_sequence bigint NOT NULL,
    due_at timestamptz,
    last_matched_at timestamptz,
    lease_owner uuid,
    lease_until timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE INDEX saved_search_user_idx ON jobs.saved_search (user_id, created_at DESC, id DESC);
CREATE INDEX saved_search_due_idx ON jobs.saved_search (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX saved_search_instant_idx ON jobs.saved_search (seen_sequence) WHERE frequency = 'instant';
CREATE INDEX saved_search_seen_idx ON jobs.saved_search (seen_sequence) WHERE frequency <> 'never'
"""


def upgrade() -> None:
    """Make the tables."""
    for script in (_ARRIVALS, _SEARCHES):
        for statement in script.split(";"):
            op.execute(statement)


def downgrade() -> None:
    """Drop the tables."""
    op.execute("DROP TABLE jobs.saved_search, jobs.arrival")
